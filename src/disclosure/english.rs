//! The faults of a file in English, for logs and for programs that have no language at hand. Readers get those of
//! `locales/`.

use core::fmt;

use super::fault::{Expected, Fault, FaultKind, Found, Reason};

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { "the file" } else { &self.at };
        write!(f, "{at}: {}", self.kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column, is_cut_off: false } => {
                write!(f, "the text is not JSON from line {line}, column {column}")
            }
            Self::NotJson { is_cut_off: true, .. } => f.write_str("the JSON text ends too early"),
            Self::MissingField { field } => write!(f, "the field \"{field}\" is missing"),
            Self::UnknownField { known } => write!(f, "an unknown field; the fields are {}", known.join(", ")),
            Self::RepeatedField => f.write_str("a field given twice; write it once"),
            Self::UnexpectedValue { found, reason: Reason::Form, expected } => {
                write!(f, "found {found}; expected {expected}")
            }
            Self::UnexpectedValue { found, reason, expected } => {
                write!(f, "found {found} ({reason}); expected {expected}")
            }
            Self::RepeatedEntry { id } => write!(f, "another entry has the id \"{id}\" too"),
            Self::RepeatedComparison { id } => write!(f, "the comparison \"{id}\" is listed twice"),
            Self::UnknownEntry { id } => write!(f, "no entry of this file has the id \"{id}\""),
            Self::EndlessParts { whole } => {
                write!(f, "with \"{whole}\" above it, the entry has wholes without end, or more than 64 levels of them")
            }
            Self::UnknownComparison { id } => {
                write!(f, "no comparison of the catalogue or of this file has the id \"{id}\"")
            }
            Self::CategoryOutsideScope3 => f.write_str("a category is allowed only where \"scopes\" is [3]"),
            Self::MethodOutsideScope2 => f.write_str("a method is allowed only where \"scopes\" has 2"),
            Self::AmountOfExcluded => f.write_str("the amount must be null, because the entry is excluded"),
            Self::CreditFieldOnly { field } => {
                write!(f, "\"{field}\" is allowed only where \"kind\" is \"credit\"")
            }
            Self::UnknownAssumption { known } => {
                write!(f, "an unknown assumption; the assumptions are {}", known.join(", "))
            }
            Self::AssumptionUnit { found, expected } => {
                write!(f, "\"{found}\" cannot be converted to {expected}")
            }
            Self::AssumptionZero => f.write_str("the value must be above zero"),
            Self::IdOfCatalogue { id } => write!(f, "the catalogue has a comparison with the id \"{id}\" already"),
            Self::RepeatedAssumption { id } => write!(f, "the formula uses the name \"{id}\" for something else"),
            Self::IdBeginsWithDigit { id } => {
                write!(f, "\"{id}\" begins with a digit, so the formula would read it as a number")
            }
            Self::Formula { formula, reason } => write!(f, "the formula {formula} cannot be used: {reason}"),
            Self::MinAboveMax { min, max } => write!(f, "min {min} is above max {max}"),
            Self::ValueOutsideRange { value, min, max } => {
                write!(f, "the value {value} is not between min {min} and max {max}")
            }
            Self::ZeroDivides => f.write_str("the number must be above zero, because the formula divides by it"),
            Self::ZeroStep => f.write_str("the step must be above zero"),
        }
    }
}

impl core::error::Error for FaultKind {}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => write!(f, "the number {value}"),
            Self::Fraction => f.write_str("a number that is not whole, or is too large"),
            Self::Text(text, goes_on) => write!(f, "\"{text}{}\"", if *goes_on { "…" } else { "" }),
            Self::List => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not of the form expected"),
            Self::Quantity(error) => error.fmt(f),
            Self::NotMass(unit) => write!(f, "{unit} is not a unit of mass; write tonnes, as in \"37909.87 tCO2e\""),
            Self::NoGas(unit) => write!(f, "the gas is missing; write {unit}CO2e or {unit}CO2"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.description())?;
        f.write_str(&self.names().join(", "))
    }
}

impl Expected {
    /// What is expected, as the JSON Schema describes it too. A list of names follows where there are any.
    pub(super) const fn description(&self) -> &'static str {
        match self {
            Self::Amount => {
                "an amount of 0 to 10^15 tonnes as \"<decimal> <unit with gas>\", as in \"37909.87 tCO2e\"; \
                 {\"low\", \"central\", \"high\"} of such; or null for not disclosed"
            }
            Self::Quantity => "a number with its unit, as in \"12000 km/yr\"",
            Self::Unit => "a unit, as in \"km/yr\"",
            Self::Decimal => "a plain decimal as a string, as in \"15000\"",
            Self::Share => "a share from 0 to 100 %, as in \"100 %\"",
            Self::Id => "a name of lower-case letters, digits and hyphens, at most 64",
            Self::Language => "a language tag such as en or zh-CN",
            Self::Date => "a year from 1750 to 2200, a month or a day, as in 2022, 2022-04 or 2022-04-20",
            Self::Period => "a year, a date, or two with a slash between, as in 2021 or 2020-07/2021-06",
            Self::Url => "an address that begins with https:// or http://",
            Self::Year => "a year from 1750 to 2200, as a number",
            Self::Category => "a scope 3 category, 1 to 15",
            Self::Version => "the number 1, the only version there is",
            Self::Scopes => "a list of scopes, each 1, 2 or 3 and named once, as in [1, 2]",
            Self::Text => "a text, or texts by language such as {\"en\": \"…\", \"zh-CN\": \"…\"}",
            Self::String => "a text",
            Self::Bool => "true or false",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Record(_) => "an object with the fields ",
            Self::OneOf(_) => "one of ",
            Self::Comparison(_) => "a definition, or one of ",
        }
    }
}
