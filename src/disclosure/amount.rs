//! Stated amounts, and numbers with a unit as files write them.

use serde::Serialize;
use serde_json::Value;

use super::format::{At, Faults, Format, FromText};
use super::json::Json;
use super::reason::Reason;
use crate::quantity::{Arithmetic, Decimal, Error, Quantity, Range, Unit, parse_decimal};

/// A stated amount of emissions, or none where the source does not disclose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Amount {
    /// `null` in the file: known to exist, its size not disclosed.
    NotDisclosed,
    /// Stated, perhaps as a range.
    Stated(Range),
}

impl Amount {
    /// The stated range.
    #[must_use]
    pub const fn stated(&self) -> Option<&Range> {
        match self {
            Self::NotDisclosed => None,
            Self::Stated(range) => Some(range),
        }
    }
}

const AMOUNT_EXPECTED: &str = "an amount of 0 to 10^15 tonnes as \"<decimal> <unit with gas>\", as in \"37909.87 tCO2e\"; \
                               {\"low\", \"central\", \"high\"} of such; or null for not disclosed";

/// `"<decimal> <unit>"` of emissions: a mass with its gas.
struct Emissions(Quantity);

impl FromText for Emissions {
    const EXPECTED: &'static str = AMOUNT_EXPECTED;
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*\\S.*(CO[2₂]|二氧化碳)";

    fn from_text(text: &str) -> Result<Self, Reason> {
        emissions(text).map(Self)
    }
}

/// Reads an amount of emissions: a mass with its gas.
///
/// # Errors
/// Whose text says in a sentence what is wrong.
pub fn emissions(text: &str) -> Result<Quantity, Reason> {
    let quantity: Quantity = text.parse().map_err(Reason::Number)?;
    if quantity.unit == Unit::ONE {
        return Err(Reason::Number(Error::MissingUnit));
    }
    if !quantity.unit.is_mass() {
        return Err(Reason::NoMass(quantity.unit));
    }
    if quantity.gas.is_none() {
        return Err(Reason::NoGas(quantity.unit));
    }
    Ok(quantity)
}

impl Format for Amount {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Null => Some(Self::NotDisclosed),
            Json::Object(_) => {
                let (mut low, mut central, mut high) = (None::<Emissions>, None::<Emissions>, None::<Emissions>);
                super::format::read_fields(
                    json,
                    at,
                    faults,
                    &mut [("low", true, &mut low), ("central", true, &mut central), ("high", true, &mut high)],
                )?;
                match Range::new(low?.0, central?.0, high?.0) {
                    Ok(range) => Some(Self::Stated(range)),
                    Err(fault) => {
                        faults.add(at, || format!("an impossible range ({fault})"), || AMOUNT_EXPECTED.to_owned());
                        None
                    }
                }
            }
            _ => Emissions::read(json, at, faults).map(|read| Self::Stated(Range::exactly(read.0))),
        }
    }

    fn schema() -> Value {
        let one = Emissions::schema();
        serde_json::json!({ "oneOf": [
            { "type": "null" },
            one,
            { "type": "object", "required": ["low", "central", "high"], "additionalProperties": false,
              "properties": { "low": one, "central": one, "high": one } },
        ] })
    }
}

impl FromText for Quantity {
    const EXPECTED: &'static str = "a number with its unit, as in \"12000 km/yr\"";
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*\\S*";

    fn from_text(text: &str) -> Result<Self, Reason> {
        text.parse().map_err(Reason::Number)
    }
}

impl FromText for Unit {
    const EXPECTED: &'static str = "a unit, as in \"km/yr\"";
    const PATTERN: &'static str = ".*";

    fn from_text(text: &str) -> Result<Self, Reason> {
        text.parse().map_err(Reason::Number)
    }
}

impl FromText for Decimal {
    const EXPECTED: &'static str = "a plain decimal as a string, as in \"15000\"";
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let value = parse_decimal(text).map_err(Reason::Number)?;
        if text.trim_start().starts_with('-') { Err(Reason::BelowZero) } else { Ok(value) }
    }
}

/// A share: 1 for `"100 %"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Share(pub Decimal);

impl FromText for Share {
    const EXPECTED: &'static str = "a share from 0 to 100 %, as in \"100 %\"";
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*%\\s*$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let number = text.trim().strip_suffix(['%', '％']).ok_or(Reason::Unfit)?;
        let value = parse_decimal(number).map_err(Reason::Number)?;
        let share = value.quotient(Decimal::ONE_HUNDRED).ok_or(Reason::Unfit)?;
        if share < Decimal::ZERO || share > Decimal::ONE { Err(Reason::Unfit) } else { Ok(Self(share)) }
    }
}
