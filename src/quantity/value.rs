use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::{Arithmetic, Error, Gas, Unit, parse};

/// The largest mass, in tonnes, that is taken for meant: 10^15, over ten thousand times what the world emits a year.
pub const MAX_TONNES: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);

/// A number with a unit and, for emissions, the gas it counts.
///
/// ```
/// use emissions_calculator::quantity::{Error, Quantity};
/// let cut: Quantity = "37909.87 tCO2e".parse()?;
/// let part: Quantity = "31260.08 tCO2e".parse()?;
/// assert_eq!(cut.minus(&part)?.to_string(), "6649.79 tCO2e");
/// assert_eq!(cut.minus(&"1 tCO2".parse()?), Err(Error::GasMix));
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number, in `unit`.
    pub value: Decimal,
    /// The unit of `value`.
    pub unit: Unit,
    /// What is counted, where the unit is one of emissions and it was said.
    pub gas: Option<Gas>,
}

impl Quantity {
    /// A quantity of no stated gas.
    #[must_use]
    pub const fn new(value: Decimal, unit: Unit) -> Self {
        Self { value, unit, gas: None }
    }

    /// A plain number.
    #[must_use]
    pub const fn number(value: Decimal) -> Self {
        Self::new(value, Unit::ONE)
    }

    /// The same quantity in another unit.
    ///
    /// # Errors
    /// [`Error::UnitMismatch`] where the dimensions differ, [`Error::Overflow`] where the number does not fit.
    pub fn convert(&self, unit: Unit) -> Result<Self, Error> {
        if self.unit == unit {
            return Ok(*self);
        }
        let (above, below) = self.unit.ratio(&unit)?;
        let value = self.value.product(above).and_then(|v| v.quotient(below));
        let value = kept(value, self.value.is_zero())?;
        Ok(Self { value, unit, gas: self.gas })
    }

    /// The sum, in this quantity's unit.
    ///
    /// # Errors
    /// [`Error::GasMix`] where the gases differ, and as [`convert`](Self::convert).
    pub fn plus(&self, other: &Self) -> Result<Self, Error> {
        self.add_or_subtract(other, Decimal::sum)
    }

    /// The difference, in this quantity's unit. It may be below zero.
    ///
    /// # Errors
    /// As [`plus`](Self::plus).
    pub fn minus(&self, other: &Self) -> Result<Self, Error> {
        self.add_or_subtract(other, Decimal::difference)
    }

    #[inline(never)]
    fn add_or_subtract(&self, other: &Self, f: fn(Decimal, Decimal) -> Option<Decimal>) -> Result<Self, Error> {
        if self.gas != other.gas {
            return Err(Error::GasMix);
        }
        let other = other.convert(self.unit)?;
        Ok(Self { value: f(self.value, other.value).ok_or(Error::Overflow)?, ..*self })
    }

    /// The product; its unit is the product of the units. The gas of the one that has one is kept while a mass is
    /// left above the line.
    ///
    /// # Errors
    /// [`Error::GasMix`] where the gases differ, [`Error::Overflow`].
    pub fn times(&self, other: &Self) -> Result<Self, Error> {
        if self.mixes_with(other) {
            return Err(Error::GasMix);
        }
        let exact_zero = self.value.is_zero() || other.value.is_zero();
        let value = kept(self.value.product(other.value), exact_zero)?;
        let unit = self.unit.times(&other.unit)?;
        Ok(Self { value, unit, gas: self.gas.or(other.gas).filter(|_| unit.has_mass()) })
    }

    /// The quotient; its unit is the quotient of the units. It has no gas: emissions cancel, or become a rate whose
    /// gas the caller knows.
    ///
    /// # Errors
    /// [`Error::DivisionByZero`], [`Error::Overflow`].
    pub fn per(&self, other: &Self) -> Result<Self, Error> {
        if other.value.is_zero() {
            return Err(Error::DivisionByZero);
        }
        let value = kept(self.value.quotient(other.value), self.value.is_zero())?;
        Ok(Self { value, unit: self.unit.per(&other.unit)?, gas: None })
    }

    /// This quantity as a share of `whole`: a plain number, 0.5 for a half.
    ///
    /// # Errors
    /// [`Error::GasMix`], [`Error::DivisionByZero`], and as [`convert`](Self::convert).
    pub fn share_of(&self, whole: &Self) -> Result<Decimal, Error> {
        if self.gas != whole.gas {
            return Err(Error::GasMix);
        }
        Ok(self.convert(whole.unit)?.per(whole)?.value)
    }

    /// How this compares with `other`, or `None` where they cannot be compared: other dimensions, other gases.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        if self.mixes_with(other) {
            return None;
        }
        Some(self.value.cmp(&other.convert(self.unit).ok()?.value))
    }

    /// Whether both say their gas and say different ones.
    fn mixes_with(&self, other: &Self) -> bool {
        matches!((self.gas, other.gas), (Some(own), Some(others)) if own != others)
    }

    /// The unit with its gas, as in `tCO2e/yr`.
    #[must_use]
    pub fn unit_text(&self) -> String {
        let unit = self.unit.to_string();
        // The gas stands behind the first unit.
        let (first, rest) = unit.split_at(unit.find('/').unwrap_or(unit.len()));
        format!("{first}{}{rest}", self.gas.map_or("", Gas::symbol))
    }

    /// Checks that a stated value is none that cannot be: below zero, or a mass of more than [`MAX_TONNES`].
    ///
    /// # Errors
    /// [`Error::Negative`], [`Error::TooLarge`].
    pub fn plausible(self) -> Result<Self, Error> {
        if self.value.is_sign_negative() && !self.value.is_zero() {
            return Err(Error::Negative);
        }
        if self.unit.is_mass() {
            let tonnes = self.convert(Unit::TONNE);
            if tonnes.map_err(|_| Error::TooLarge)?.value > MAX_TONNES {
                return Err(Error::TooLarge);
            }
        }
        Ok(self)
    }
}

/// The result of a multiplication or division, unless it was too large, or so small that nothing of it was left.
fn kept(result: Option<Decimal>, may_be_zero: bool) -> Result<Decimal, Error> {
    let value = result.filter(|value| may_be_zero || !value.is_zero()).ok_or(Error::Overflow)?;
    Ok(value.normalize())
}

impl FromStr for Quantity {
    type Err = Error;

    /// Reads `"<plain decimal> <unit>"`, as files and the command line have it: `37909.87 tCO2e`, `0.203 kg/km`.
    fn from_str(text: &str) -> Result<Self, Error> {
        parse::quantity(text)
    }
}

impl fmt::Display for Quantity {
    /// Writes what [`from_str`](Self::from_str) reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value)?;
        if self.unit == Unit::ONE && self.gas.is_none() {
            return Ok(());
        }
        write!(f, " {}", self.unit_text())
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
