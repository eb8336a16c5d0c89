//! The small values of a disclosure: ids, dates, scopes.

use core::fmt;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::fault::{Expected, Reason};
use super::reader::{Faults, FromJson, FromJsonStr, JsonPath};
use crate::json::Json;

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

impl FromJsonStr for Id {
    const EXPECTED: Expected = Expected::Id;
    const PATTERN: &'static str = "^[a-z0-9][a-z0-9-]{0,63}$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let fits = text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if fits { Ok(Self(text.to_owned())) } else { Err(Reason::Form) }
    }
}

impl FromJsonStr for Language {
    const EXPECTED: Expected = Expected::Language;
    const PATTERN: &'static str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let fits = (2..=3).contains(&first.len())
            && first.chars().all(|c| c.is_ascii_alphabetic())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric()));
        if fits { Ok(Self(text.to_owned())) } else { Err(Reason::Form) }
    }
}

impl FromJsonStr for Date {
    const EXPECTED: Expected = Expected::Date;
    const PATTERN: &'static str =
        "^(17[5-9][0-9]|1[89][0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        if is_date(text) { Ok(Self(text.to_owned())) } else { Err(Reason::Form) }
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

impl FromJsonStr for Period {
    const EXPECTED: Expected = Expected::Period;
    const PATTERN: &'static str = "^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let fits = match text.split_once('/') {
            // Dates of one form compare as text does.
            Some((from, to)) => is_date(from) && is_date(to) && from.len() == to.len() && from <= to,
            None => is_date(text),
        };
        if fits { Ok(Self(text.to_owned())) } else { Err(Reason::Form) }
    }
}

impl FromJsonStr for Url {
    const EXPECTED: Expected = Expected::Url;
    const PATTERN: &'static str = "^https?://[^\\s\"<>\\\\]+$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
        if rest.is_empty() || rest.contains(bad) { Err(Reason::Form) } else { Ok(Self(text.to_owned())) }
    }
}

/// A calendar year from 1750 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Year(pub u16);

impl FromJson for Year {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Integer(year) = json
            && let Some(year) = u16::try_from(*year).ok().filter(|year| YEARS.contains(year))
        {
            return Some(Self(year));
        }
        faults.unexpected(at, json, Expected::Year);
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

impl FromJson for Category {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Integer(number @ 1..=15) = json {
            return u8::try_from(*number).ok().map(Self);
        }
        faults.unexpected(at, json, Expected::Category);
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 15 })
    }
}

/// The version of the file format; there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

impl FromJson for Version {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if *json == Json::Integer(1) {
            return Some(Self);
        }
        faults.unexpected(at, json, Expected::Version);
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

impl FromJson for Scopes {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Array(items) = json else {
            faults.unexpected(at, json, Expected::Scopes);
            return None;
        };
        let mut scopes = Self::default();
        let mut fits = !items.is_empty();
        if !fits {
            faults.unexpected(at, json, Expected::Scopes);
        }
        for (index, item) in items.iter().enumerate() {
            let scope = match item {
                Json::Integer(number @ 1..=3) => u8::try_from(*number).map_or(Self(0), Self::only),
                _ => Self(0),
            };
            if scope.is_empty() || scopes.covers(scope) {
                faults.unexpected(&JsonPath::Item(at, index), item, Expected::Scopes);
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
