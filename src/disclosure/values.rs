//! The small values of a disclosure: texts, ids, dates, scopes, amounts.

use core::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::format::{At, Faults, Format, FromText, ONCE, TWICE};
use super::json::Json;
use crate::quantity::{Arithmetic, Decimal, Quantity, Range, Unit, parse_decimal};

/// A text in one language (the file's) or in several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// In the file's language.
    One(String),
    /// By language.
    Many(#[serde(serialize_with = "as_map")] Vec<(String, String)>),
}

fn as_map<S: Serializer>(texts: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(language, text)| (language, text)))
}

impl Text {
    /// The text in `language`, or in a language of the same base (`zh` for `zh-CN`), in English, or in any.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        match self {
            Self::One(text) => text,
            Self::Many(_) => self.find(language).map_or("", |(_, text)| text),
        }
    }

    /// The language in which [`in_language`](Self::in_language) answers, where the text says it.
    #[must_use]
    pub fn language_for(&self, language: &str) -> Option<&str> {
        self.find(language).map(|(held, _)| held.as_str())
    }

    fn find(&self, language: &str) -> Option<&(String, String)> {
        let Self::Many(texts) = self else { return None };
        let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let wanted = base(language);
        let exact = texts.iter().find(|(held, _)| held.eq_ignore_ascii_case(language));
        exact
            .or_else(|| texts.iter().find(|(held, _)| base(held) == wanted))
            .or_else(|| texts.iter().find(|(held, _)| base(held) == "en"))
            .or_else(|| texts.first())
    }
}

/// More languages than any text is given in.
const MOST_LANGUAGES: usize = 256;

impl Format for Text {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        const EXPECTED: &str = "a text, or texts by language such as {\"en\": \"…\", \"zh-CN\": \"…\"}";
        match json {
            Json::String(text) if !text.trim().is_empty() => Some(Self::One(text.clone())),
            Json::Object(fields) if !fields.is_empty() => {
                let mut texts = Vec::new();
                for (index, (language, text)) in fields.iter().enumerate() {
                    let at = At::Field(at, language);
                    // A text has a few languages; past those of the world a second look stops, and with it its cost.
                    let earlier = fields.iter().take(index.min(MOST_LANGUAGES));
                    if earlier.filter(|(held, _)| held.eq_ignore_ascii_case(language)).count() > 0 {
                        faults.add(&at, || TWICE.to_owned(), || ONCE.to_owned());
                    }
                    match text {
                        Json::String(text) if Language::from_text(language).is_ok() && !text.trim().is_empty() => {
                            texts.push((language.clone(), text.clone()));
                        }
                        _ => faults.add(&at, || text.describe(), || EXPECTED.to_owned()),
                    }
                }
                (texts.len() == fields.len()).then_some(Self::Many(texts))
            }
            _ => {
                faults.add(at, || json.describe(), || EXPECTED.to_owned());
                None
            }
        }
    }

    fn schema() -> Value {
        serde_json::json!({ "oneOf": [
            { "type": "string", "pattern": "\\S" },
            { "type": "object", "minProperties": 1, "propertyNames": { "pattern": Language::PATTERN },
              "additionalProperties": { "type": "string", "pattern": "\\S" } },
        ] })
    }
}

/// Defines a string type with a rule.
macro_rules! text_type {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as the file has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_type!(
    /// A name that other parts of the file refer to: lower-case letters, digits and hyphens.
    Id
);
text_type!(
    /// A language tag (BCP 47), such as `zh-CN`.
    Language
);
text_type!(
    /// A year, month or day: `2022`, `2022-04`, `2022-04-20`.
    Date
);
text_type!(
    /// A year, month or day, or two of them with a slash between: `2021`, `2020-07/2021-06`.
    Period
);
text_type!(
    /// An address that begins with `https://` or `http://`.
    Url
);

impl FromText for Id {
    const EXPECTED: &'static str = "a name of lower-case letters, digits and hyphens, at most 64";
    const PATTERN: &'static str = "^[a-z0-9][a-z0-9-]{0,63}$";

    fn from_text(text: &str) -> Result<Self, String> {
        let fits = text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if fits { Ok(Self(text.to_owned())) } else { Err(String::new()) }
    }
}

impl FromText for Language {
    const EXPECTED: &'static str = "a language tag such as en or zh-CN";
    const PATTERN: &'static str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    fn from_text(text: &str) -> Result<Self, String> {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let fits = (2..=3).contains(&first.len())
            && first.chars().all(|c| c.is_ascii_alphabetic())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        if fits { Ok(Self(text.to_owned())) } else { Err(String::new()) }
    }
}

impl FromText for Date {
    const EXPECTED: &'static str = "a year from 1750 to 2200, a month or a day, as in 2022, 2022-04 or 2022-04-20";
    const PATTERN: &'static str =
        "^(17[5-9][0-9]|1[89][0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    fn from_text(text: &str) -> Result<Self, String> {
        if is_date(text) { Ok(Self(text.to_owned())) } else { Err(String::new()) }
    }
}

impl Date {
    /// Year, and month and day where they are given.
    #[must_use]
    pub fn parts(&self) -> (u16, Option<u8>, Option<u8>) {
        let mut parts = self.0.split('-');
        let year = parts.next().and_then(|y| y.parse().ok()).unwrap_or_default();
        (year, parts.next().and_then(|m| m.parse().ok()), parts.next().and_then(|d| d.parse().ok()))
    }
}

/// The years that a disclosure can speak of: from before the first steam engines were sold to the far end of any target.
const YEARS: core::ops::RangeInclusive<u16> = 1750..=2200;

fn is_date(text: &str) -> bool {
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.chars().all(|c| c.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
    };
    let mut parts = text.split('-');
    let Some(year) = number(parts.next().unwrap_or_default(), 4) else { return false };
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return false;
    }
    if !YEARS.contains(&year) {
        return false;
    }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match (month, day) {
        (None, _) => true,
        (Some(Some(1..=12)), None) => true,
        (Some(Some(month @ 1..=12)), Some(Some(day @ 1..=31))) => {
            day <= match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            }
        }
        _ => false,
    }
}

impl FromText for Period {
    const EXPECTED: &'static str = "a year, a date, or two with a slash between, as in 2021 or 2020-07/2021-06";
    const PATTERN: &'static str = "^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$";

    fn from_text(text: &str) -> Result<Self, String> {
        let fits = match text.split_once('/') {
            // Dates of one form compare as text does.
            Some((from, to)) => is_date(from) && is_date(to) && from.len() == to.len() && from <= to,
            None => is_date(text),
        };
        if fits { Ok(Self(text.to_owned())) } else { Err(String::new()) }
    }
}

impl FromText for Url {
    const EXPECTED: &'static str = "an address that begins with https:// or http://";
    const PATTERN: &'static str = "^https?://[^\\s\"<>\\\\]+$";

    fn from_text(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
        if rest.is_empty() || rest.contains(bad) { Err(String::new()) } else { Ok(Self(text.to_owned())) }
    }
}

/// A calendar year from 1750 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Year(pub u16);

impl Format for Year {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Integer(year) = json
            && let Some(year) = u16::try_from(*year).ok().filter(|year| YEARS.contains(year))
        {
            return Some(Self(year));
        }
        faults.add(at, || json.describe(), || "a year from 1750 to 2200, as a number".to_owned());
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end() })
    }
}

/// The number of a scope 3 category, 1 to 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Category(pub u8);

impl Format for Category {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Integer(number @ 1..=15) = json {
            return u8::try_from(*number).ok().map(Self);
        }
        faults.add(at, || json.describe(), || "a scope 3 category, 1 to 15".to_owned());
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 15 })
    }
}

/// The version of the file format; there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

impl Format for Version {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        if *json == Json::Integer(1) {
            return Some(Self);
        }
        faults.add(at, || json.describe(), || "the number 1, the only version there is".to_owned());
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "const": 1 })
    }
}

/// One or more of the scopes 1, 2 and 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scopes(u8);

impl Scopes {
    /// All three.
    pub const ALL: Self = Self(0b111);

    /// The one scope.
    #[must_use]
    pub const fn only(scope: u8) -> Self {
        Self(match scope {
            1 => 0b001,
            2 => 0b010,
            3 => 0b100,
            _ => 0,
        })
    }

    /// Every set of scopes, the empty one first.
    pub fn sets() -> impl Iterator<Item = Self> {
        (0..=0b111).map(Self)
    }

    /// The scopes, in order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (1..=3).filter(move |scope| self.contains(*scope))
    }

    /// Whether `scope` is among them.
    #[must_use]
    pub const fn contains(self, scope: u8) -> bool {
        self.0 & Self::only(scope).0 != 0
    }

    /// Whether every scope of `other` is among them.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl Serialize for Scopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Format for Scopes {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        const EXPECTED: &str = "a list of scopes, each 1, 2 or 3 and named once, as in [1, 2]";
        let Json::Array(items) = json else {
            faults.add(at, || json.describe(), || EXPECTED.to_owned());
            return None;
        };
        let mut scopes = Self::default();
        let mut fits = !items.is_empty();
        if !fits {
            faults.add(at, || json.describe(), || EXPECTED.to_owned());
        }
        for (index, item) in items.iter().enumerate() {
            let scope = match item {
                Json::Integer(number @ 1..=3) => u8::try_from(*number).map_or(Self(0), Self::only),
                _ => Self(0),
            };
            if scope.is_empty() || scopes.covers(scope) {
                faults.add(&At::Item(at, index), || item.describe(), || EXPECTED.to_owned());
                fits = false;
            }
            scopes = scopes.with(scope);
        }
        fits.then_some(scopes)
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "array", "items": { "enum": [1, 2, 3] }, "minItems": 1, "uniqueItems": true })
    }
}

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

    fn from_text(text: &str) -> Result<Self, String> {
        emissions(text).map(Self)
    }
}

/// Reads an amount of emissions: a mass with its gas.
///
/// # Errors
/// Says in a sentence what is wrong.
pub fn emissions(text: &str) -> Result<Quantity, String> {
    let quantity: Quantity = text.parse().map_err(|fault: crate::quantity::Error| fault.to_string())?;
    if quantity.unit == Unit::ONE {
        return Err(crate::quantity::Error::MissingUnit.to_string());
    }
    if !quantity.unit.is_mass() {
        return Err(format!("{} is no unit of mass; write tonnes, as in \"37909.87 tCO2e\"", quantity.unit));
    }
    if quantity.gas.is_none() {
        return Err(format!("the gas is missing; write {0}CO2e or {0}CO2", quantity.unit));
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

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map_err(|fault: crate::quantity::Error| fault.to_string())
    }
}

impl FromText for Unit {
    const EXPECTED: &'static str = "a unit, as in \"km/yr\"";
    const PATTERN: &'static str = ".*";

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse().map_err(|fault: crate::quantity::Error| fault.to_string())
    }
}

impl FromText for Decimal {
    const EXPECTED: &'static str = "a plain decimal as a string, as in \"15000\"";
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*$";

    fn from_text(text: &str) -> Result<Self, String> {
        let value = parse_decimal(text).map_err(|fault| fault.to_string())?;
        if text.trim_start().starts_with('-') { Err("below zero".to_owned()) } else { Ok(value) }
    }
}

/// A share: 1 for `"100 %"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Share(pub Decimal);

impl FromText for Share {
    const EXPECTED: &'static str = "a share from 0 to 100 %, as in \"100 %\"";
    const PATTERN: &'static str = "^\\s*[0-9]*\\.?[0-9]+\\s*%\\s*$";

    fn from_text(text: &str) -> Result<Self, String> {
        let number = text.trim().strip_suffix(['%', '％']).ok_or(String::new())?;
        let value = parse_decimal(number).map_err(|fault| fault.to_string())?;
        let share = value.quotient(Decimal::ONE_HUNDRED).ok_or(String::new())?;
        if share < Decimal::ZERO || share > Decimal::ONE { Err(String::new()) } else { Ok(Self(share)) }
    }
}
