use core::fmt;

use serde::Serialize;

use super::{Error, Quantity};

/// A low, a central and a high value of one quantity, none below zero.
///
/// Products and quotients carry the range along, and the result always contains its central value.
///
/// ```
/// use emissions_calculator::quantity::Range;
/// let distance = Range::new("10000 km/yr".parse()?, "12000 km/yr".parse()?, "15000 km/yr".parse()?)?;
/// let intensity = Range::new("0.163 kg/km".parse()?, "0.203 kg/km".parse()?, "0.244 kg/km".parse()?)?;
/// assert_eq!(distance.times(&intensity)?.to_string(), "1630 kg/yr to 3660 kg/yr, central 2436 kg/yr");
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The lowest value.
    pub low: Quantity,
    /// The central value.
    pub central: Quantity,
    /// The highest value.
    pub high: Quantity,
}

impl Range {
    /// A range in the unit of its central value.
    ///
    /// # Errors
    /// [`Error::RangeOrder`] unless low ≤ central ≤ high, [`Error::Negative`] where low is below zero,
    /// [`Error::TooLarge`] where high is a mass that cannot be meant,
    /// [`Error::GasMix`] where the gases differ, [`Error::UnitMismatch`] where the units do.
    pub fn new(low: Quantity, central: Quantity, high: Quantity) -> Result<Self, Error> {
        if low.gas != central.gas || high.gas != central.gas {
            return Err(Error::GasMix);
        }
        let (low, high) = (low.convert(central.unit)?, high.convert(central.unit)?);
        if low.value > central.value || central.value > high.value {
            return Err(Error::RangeOrder);
        }
        low.plausible()?;
        high.plausible()?;
        Ok(Self { low, central, high })
    }

    /// A value that is exactly known.
    #[must_use]
    pub const fn exactly(value: Quantity) -> Self {
        Self { low: value, central: value, high: value }
    }

    /// Whether low and high are the central value.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low.value == self.central.value && self.high.value == self.central.value
    }

    /// Keeps the central value inside where the last digit of a rounded product fell outside.
    fn containing(low: Quantity, central: Quantity, high: Quantity) -> Self {
        Self {
            low: Quantity { value: low.value.min(central.value), ..low },
            central,
            high: Quantity { value: high.value.max(central.value), ..high },
        }
    }

    /// The product.
    ///
    /// # Errors
    /// [`Error::Overflow`].
    pub fn times(&self, other: &Self) -> Result<Self, Error> {
        Ok(Self::containing(
            self.low.times(&other.low)?,
            self.central.times(&other.central)?,
            self.high.times(&other.high)?,
        ))
    }

    /// The quotient: its low is this low over the other's high.
    ///
    /// # Errors
    /// [`Error::DivisionByZero`] where the other's low is zero, [`Error::Overflow`].
    pub fn per(&self, other: &Self) -> Result<Self, Error> {
        Ok(Self::containing(self.low.per(&other.high)?, self.central.per(&other.central)?, self.high.per(&other.low)?))
    }

    /// The sum, each part with its like.
    ///
    /// # Errors
    /// As [`Quantity::plus`].
    pub fn plus(&self, other: &Self) -> Result<Self, Error> {
        Ok(Self {
            low: self.low.plus(&other.low)?,
            central: self.central.plus(&other.central)?,
            high: self.high.plus(&other.high)?,
        })
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            return self.central.fmt(f);
        }
        write!(f, "{} to {}, central {}", self.low, self.high, self.central)
    }
}
