use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::{Arithmetic, Error};

/// The powers of the base dimensions: mass, length, energy, coal, people, calendar years, clock hours, substance.
/// Years and hours are kept apart because no fixed number of hours is a year.
type Dimension = [i8; 8];
const NONE: Dimension = [0; 8];
const MASS: Dimension = [1, 0, 0, 0, 0, 0, 0, 0];
const LENGTH: Dimension = [0, 1, 0, 0, 0, 0, 0, 0];
const AREA: Dimension = [0, 2, 0, 0, 0, 0, 0, 0];
const VOLUME: Dimension = [0, 3, 0, 0, 0, 0, 0, 0];
const ENERGY: Dimension = [0, 0, 1, 0, 0, 0, 0, 0];
const COAL: Dimension = [0, 0, 0, 1, 0, 0, 0, 0];
const PERSON: Dimension = [0, 0, 0, 0, 1, 0, 0, 0];
const YEAR: Dimension = [0, 0, 0, 0, 0, 1, 0, 0];
const TIME: Dimension = [0, 0, 0, 0, 0, 0, 1, 0];
const SUBSTANCE: Dimension = [0, 0, 0, 0, 0, 0, 0, 1];
const POWER: Dimension = [0, 0, 1, 0, 0, 0, -1, 0];

/// A unit of the table: its symbol, the other ways to write it, and its exact size.
#[derive(Debug)]
pub struct UnitDefinition {
    /// How it is written, here and in files.
    pub symbol: &'static str,
    /// Other spellings that are read.
    pub aliases: &'static [&'static str],
    /// Its size in the base unit of its dimension (kg, m, kJ, tce, person, yr, s, mol; powers of m for areas and
    /// volumes), exact by definition. With kJ and s as bases every size has an end: a second is no decimal fraction of
    /// an hour.
    pub size: Decimal,
    dimension: Dimension,
}

const fn unit(
    symbol: &'static str,
    aliases: &'static [&'static str],
    dimension: Dimension,
    digits: u64,
    scale: u32,
) -> UnitDefinition {
    let (lo, mid) = (digits as u32, (digits >> 32) as u32);
    UnitDefinition { symbol, aliases, size: Decimal::from_parts(lo, mid, 0, false, scale), dimension }
}

/// Every unit. Sizes are the exact definitions: the international yard and pound agreement of 1959 (mile, pound,
/// tons, acre), the US gallon of 231 cubic inches and the barrel of 42 such gallons.
pub static UNITS: &[UnitDefinition] = &[
    unit("1", &[""], NONE, 1, 0),
    unit("%", &["percent", "％"], NONE, 1, 2),
    unit("g", &["gram", "grams", "克"], MASS, 1, 3),
    unit("kg", &["kilogram", "kilograms", "公斤", "千克"], MASS, 1, 0),
    unit("t", &["tonne", "tonnes", "metric ton", "metric tons", "吨", "公吨", "噸"], MASS, 1_000, 0),
    unit("kt", &["kilotonne", "kilotonnes", "千吨"], MASS, 1_000_000, 0),
    unit("Mt", &["megatonne", "megatonnes", "million tonnes", "百万吨"], MASS, 1_000_000_000, 0),
    unit("Gt", &["gigatonne", "gigatonnes", "billion tonnes", "十亿吨"], MASS, 1_000_000_000_000, 0),
    unit("万吨", &["萬噸", "万t"], MASS, 10_000_000, 0),
    unit("亿吨", &["億噸", "亿t"], MASS, 100_000_000_000, 0),
    unit("lb", &["lbs", "pound", "pounds"], MASS, 45_359_237, 8),
    unit("short ton", &["short tons"], MASS, 90_718_474, 5),
    unit("long ton", &["long tons"], MASS, 10_160_469_088, 7),
    unit("m", &["metre", "metres", "meter", "meters", "米"], LENGTH, 1, 0),
    unit("km", &["kilometre", "kilometres", "kilometer", "kilometers", "公里", "千米"], LENGTH, 1_000, 0),
    unit("mi", &["mile", "miles", "英里"], LENGTH, 1_609_344, 3),
    unit("m2", &["m²", "平方米"], AREA, 1, 0),
    unit("km2", &["km²", "平方公里"], AREA, 1_000_000, 0),
    unit("ha", &["hectare", "hectares", "公顷"], AREA, 10_000, 0),
    unit("acre", &["acres", "英亩"], AREA, 40_468_564_224, 7),
    unit("m3", &["m³", "立方米"], VOLUME, 1, 0),
    unit("L", &["l", "litre", "litres", "liter", "liters", "升"], VOLUME, 1, 3),
    unit("gal", &["US gal", "gallon", "gallons", "US gallon", "美制加仑", "加仑"], VOLUME, 3_785_411_784, 12),
    unit("bbl", &["barrel", "barrels", "桶"], VOLUME, 158_987_294_928, 12),
    unit("kWh", &["千瓦时", "度"], ENERGY, 3_600, 0),
    unit("MWh", &["兆瓦时"], ENERGY, 3_600_000, 0),
    unit("GWh", &["吉瓦时"], ENERGY, 3_600_000_000, 0),
    unit("TWh", &["太瓦时"], ENERGY, 3_600_000_000_000, 0),
    unit("kW", &["千瓦"], POWER, 1, 0),
    unit("MW", &["兆瓦"], POWER, 1_000, 0),
    unit("GW", &["吉瓦"], POWER, 1_000_000, 0),
    unit("tce", &["吨标准煤"], COAL, 1, 0),
    unit("person", &["persons", "people", "人"], PERSON, 1, 0),
    unit("yr", &["year", "years", "a", "年"], YEAR, 1, 0),
    unit("h", &["hour", "hours", "hr", "小时"], TIME, 3_600, 0),
    unit("s", &["second", "seconds", "秒"], TIME, 1, 0),
    unit("mol", &["mole", "moles", "摩尔"], SUBSTANCE, 1, 0),
];

/// How many different units a product or quotient may have; ours need at most four.
const CAPACITY: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Factor {
    /// Index into [`UNITS`].
    index: u8,
    power: i8,
}

const VACANT: Factor = Factor { index: 0, power: 0 };

/// A product of powers of units of the table, such as `kg/km`.
///
/// ```
/// use emissions_calculator::quantity::Unit;
/// let unit: Unit = "kWh/person/yr".parse()?;
/// assert_eq!(unit.to_string(), "kWh/person/yr");
/// assert!("furlong".parse::<Unit>().is_err());
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    factors: [Factor; CAPACITY],
}

impl Unit {
    /// The unit of a plain number.
    pub const ONE: Self = Self { factors: [VACANT; CAPACITY] };

    /// A tonne.
    pub const TONNE: Self = Self::from_powers(&[(4, 1)]);

    /// The unit with these powers of units of [`UNITS`], as the build script's constants write it.
    #[must_use]
    pub const fn from_powers(powers: &[(u8, i8)]) -> Self {
        let mut unit = Self::ONE;
        let mut rest = powers;
        let mut places: &mut [Factor] = &mut unit.factors;
        while let ([(index, power), others @ ..], [place, vacant @ ..]) = (rest, places) {
            *place = Factor { index: *index, power: *power };
            rest = others;
            places = vacant;
        }
        unit
    }

    /// What [`from_powers`](Self::from_powers) takes.
    pub fn powers(&self) -> impl Iterator<Item = (u8, i8)> + '_ {
        self.factors.iter().filter(|f| f.power != 0).map(|f| (f.index, f.power))
    }

    fn factors(&self) -> impl Iterator<Item = (&'static UnitDefinition, i8)> + '_ {
        self.factors.iter().filter(|f| f.power != 0).filter_map(|f| Some((UNITS.get(usize::from(f.index))?, f.power)))
    }

    /// The dimension: what remains when sizes are left out. None for powers that nothing has, such as `m3` to the
    /// fiftieth.
    fn dimension(&self) -> Option<Dimension> {
        let mut total = NONE;
        for (unit, power) in self.factors() {
            for (sum, part) in total.iter_mut().zip(unit.dimension) {
                *sum = part.checked_mul(power)?.checked_add(*sum)?;
            }
        }
        Some(total)
    }

    /// Whether a value in this unit can be given in `other`.
    #[must_use]
    pub fn is_convertible_to(&self, other: &Self) -> bool {
        self.dimension().is_some_and(|dimension| other.dimension() == Some(dimension))
    }

    /// Whether this is a plain mass, such as `t`: the only thing a gas can be written behind.
    #[must_use]
    pub fn is_mass(&self) -> bool {
        self.dimension() == Some(MASS)
    }

    /// Whether a mass stands above the line: where none does, there is nothing that a gas could be the gas of.
    pub(super) fn has_mass(&self) -> bool {
        self.factors().any(|(unit, power)| unit.dimension == MASS && power > 0)
    }

    /// The powers of the sizes above and below the line.
    fn size(&self) -> Result<(Decimal, Decimal), Error> {
        let (mut above, mut below) = (Decimal::ONE, Decimal::ONE);
        for (unit, power) in self.factors() {
            let side = if power > 0 { &mut above } else { &mut below };
            for _ in 0..power.unsigned_abs() {
                *side = side.product(unit.size).ok_or(Error::Overflow)?;
            }
        }
        Ok((above, below))
    }

    /// The fraction (above, below) by which a value in this unit is multiplied to give it in `target`.
    pub(super) fn ratio(&self, target: &Self) -> Result<(Decimal, Decimal), Error> {
        let (from, to) = (self.dimension().ok_or(Error::Overflow)?, target.dimension().ok_or(Error::Overflow)?);
        if from != to {
            return Err(Error::UnitMismatch { found: *self, expected: *target });
        }
        let ((a, b), (c, d)) = (self.size()?, target.size()?);
        Ok((a.product(d).ok_or(Error::Overflow)?, b.product(c).ok_or(Error::Overflow)?))
    }

    /// The product with `other` to the power `sign` (1 or −1), units that cancel left out.
    fn combine(&self, other: &Self, sign: i8) -> Result<Self, Error> {
        let mut product = *self;
        for factor in other.factors.iter().filter(|f| f.power != 0) {
            let power = factor.power.checked_mul(sign).ok_or(Error::Overflow)?;
            product.add(factor.index, power)?;
        }
        Ok(product)
    }

    fn add(&mut self, index: u8, power: i8) -> Result<(), Error> {
        if let Some(held) = self.factors.iter_mut().find(|f| f.power != 0 && f.index == index) {
            held.power = held.power.checked_add(power).ok_or(Error::Overflow)?;
        } else {
            let free = self.factors.iter_mut().find(|f| f.power == 0).ok_or(Error::Overflow)?;
            *free = Factor { index, power };
        }
        // In the table's order, vacant places last and holding index 0, so that equal units are equal bytes.
        let mut kept = [VACANT; CAPACITY];
        let mut after = None;
        for place in &mut kept {
            let rest = self.factors.iter().filter(|f| f.power != 0 && Some(f.index) > after);
            let Some(next) = rest.min_by_key(|f| f.index) else { break };
            *place = *next;
            after = Some(next.index);
        }
        self.factors = kept;
        Ok(())
    }

    /// The product of two units.
    ///
    /// # Errors
    /// [`Error::Overflow`] where the product has more than six different units.
    pub fn times(&self, other: &Self) -> Result<Self, Error> {
        self.combine(other, 1)
    }

    /// The quotient of two units.
    ///
    /// # Errors
    /// As [`times`](Self::times).
    pub fn per(&self, other: &Self) -> Result<Self, Error> {
        self.combine(other, -1)
    }

    /// The single symbol when the unit is one unit of the table to the first power.
    #[must_use]
    pub fn single(&self) -> Option<&'static str> {
        let mut factors = self.factors();
        match (factors.next(), factors.next()) {
            (Some((unit, 1)), None) => Some(unit.symbol),
            _ => None,
        }
    }

    /// What stands above the line (first) and below it (second), as units of their own: (`kg`, `km`) for `kg/km`.
    #[must_use]
    pub fn split(&self) -> (Self, Self) {
        let (mut above, mut below) = (Self::ONE, Self::ONE);
        for factor in self.factors.iter().filter(|f| f.power != 0) {
            let _ = if factor.power > 0 {
                above.add(factor.index, factor.power)
            } else {
                below.add(factor.index, factor.power.saturating_neg())
            };
        }
        (above, below)
    }

    /// Reads a unit, or several with spaces between; nothing where one of them is not known.
    fn product(text: &str) -> Option<Result<Self, Error>> {
        if let Some(whole) = Self::from_symbol(text) {
            return Some(Ok(whole));
        }
        let mut product = Ok(Self::ONE);
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            // Units of two words ("short ton") before products of two units ("person yr").
            let pair = words.peek().and_then(|next| Self::from_symbol(&format!("{word} {next}")));
            if pair.is_some() {
                words.next();
            }
            let read = pair.or_else(|| Self::from_symbol(word))?;
            product = product.and_then(|product| product.times(&read));
        }
        Some(product)
    }

    pub(super) fn from_symbol(text: &str) -> Option<Self> {
        let index = UNITS.iter().position(|u| u.symbol == text || u.aliases.contains(&text)).or_else(|| {
            // Case matters between Mt and mt, so another case is read only where no unit has it as it stands, and never
            // where it would make a milli of a mega.
            let milli = text.starts_with('m');
            UNITS.iter().filter(|_| text.len() > 2).position(|u| {
                (u.symbol.eq_ignore_ascii_case(text) && !(milli && u.symbol.starts_with('M')))
                    || u.aliases.iter().any(|a| a.eq_ignore_ascii_case(text))
            })
        })?;
        let mut unit = Self::ONE;
        if index != 0 {
            unit.add(u8::try_from(index).ok()?, 1).ok()?;
        }
        Some(unit)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for (unit, power) in self.factors().filter(|(_, power)| *power > 0) {
            for _ in 0..power {
                write!(f, "{}{}", if first { "" } else { " " }, unit.symbol)?;
                first = false;
            }
        }
        if first {
            f.write_str("1")?;
        }
        for (unit, power) in self.factors().filter(|(_, power)| *power < 0) {
            for _ in 0..power.unsigned_abs() {
                write!(f, "/{}", unit.symbol)?;
            }
        }
        Ok(())
    }
}

impl FromStr for Unit {
    type Err = Error;

    /// Reads `kg/km`, `t/person/yr`, `kWh/yr`, `person yr`, `1`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let unknown = || Error::UnknownUnit;
        let mut unit = Self::ONE;
        for (place, part) in text.split('/').enumerate() {
            let part = part.trim();
            if part.is_empty() && place > 0 {
                return Err(unknown());
            }
            let part = Self::product(part).ok_or_else(unknown)??;
            unit = if place == 0 { unit.times(&part)? } else { unit.per(&part)? };
        }
        Ok(unit)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
