//! Stated amounts, and numbers with a unit as files write them.

use serde::Serialize;
use serde_json::Value;

use super::fault::{Expected, FaultKind, Found, Reason};
use super::reader::{Faults, FromJson, FromJsonStr, JsonPath};
use crate::json::Json;
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

/// `"<decimal> <unit>"` of emissions: a mass with its gas.
struct Emissions(Quantity);

impl FromJsonStr for Emissions {
    const EXPECTED: Expected = Expected::Amount;
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*\\S.*(CO[2₂]|二氧化碳)";

    fn from_text(text: &str) -> Result<Self, Reason> {
        mass_with_gas(text).map(Self)
    }
}

/// Reads an amount of emissions: a mass with its gas.
///
/// # Errors
/// What was found and why it is no such amount.
pub fn emissions(text: &str) -> Result<Quantity, FaultKind> {
    mass_with_gas(text).map_err(|reason| FaultKind::unexpected_text(text, reason, Expected::Amount))
}

fn mass_with_gas(text: &str) -> Result<Quantity, Reason> {
    let quantity: Quantity = text.parse().map_err(Reason::Quantity)?;
    if quantity.unit == Unit::ONE {
        return Err(Reason::Quantity(Error::MissingUnit));
    }
    if !quantity.unit.is_mass() {
        return Err(Reason::NotMass(quantity.unit));
    }
    if quantity.gas.is_none() {
        return Err(Reason::NoGas(quantity.unit));
    }
    Ok(quantity)
}

impl FromJson for Amount {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::Null => Some(Self::NotDisclosed),
            Json::Object(_) => {
                let (mut low, mut central, mut high) = (None::<Emissions>, None::<Emissions>, None::<Emissions>);
                super::reader::read_fields(
                    json,
                    at,
                    faults,
                    &mut [("low", true, &mut low), ("central", true, &mut central), ("high", true, &mut high)],
                )?;
                match Range::new(low?.0, central?.0, high?.0) {
                    Ok(range) => Some(Self::Stated(range)),
                    Err(error) => {
                        let (found, reason) = (Found::of(json), Reason::Quantity(error));
                        faults.add(at, FaultKind::UnexpectedValue { found, reason, expected: Expected::Amount });
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

impl FromJsonStr for Quantity {
    const EXPECTED: Expected = Expected::Quantity;
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*\\S*";

    fn from_text(text: &str) -> Result<Self, Reason> {
        text.parse().map_err(Reason::Quantity)
    }
}

impl FromJsonStr for Unit {
    const EXPECTED: Expected = Expected::Unit;
    const PATTERN: &'static str = ".*";

    fn from_text(text: &str) -> Result<Self, Reason> {
        text.parse().map_err(Reason::Quantity)
    }
}

impl FromJsonStr for Decimal {
    const EXPECTED: Expected = Expected::Decimal;
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let value = parse_decimal(text).map_err(Reason::Quantity)?;
        if text.trim_start().starts_with('-') { Err(Reason::Quantity(Error::Negative)) } else { Ok(value) }
    }
}

/// A share: 1 for `"100 %"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Share(pub Decimal);

impl FromJsonStr for Share {
    const EXPECTED: Expected = Expected::Share;
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*%\\s*$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let number = text.trim().strip_suffix(['%', '％']).ok_or(Reason::Form)?;
        let value = parse_decimal(number).map_err(Reason::Quantity)?;
        let share = value.quotient(Decimal::ONE_HUNDRED).ok_or(Reason::Form)?;
        if share < Decimal::ZERO || share > Decimal::ONE { Err(Reason::Form) } else { Ok(Self(share)) }
    }
}
