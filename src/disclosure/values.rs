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

/// A year, month or day of the Gregorian calendar: `2022`, `2022-04`, `2022-04-20`.
///
/// Dates sort by their beginning, a whole year before its months and a month before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    /// None where `month` is.
    day: Option<u8>,
}

/// The years that a disclosure can speak of: from before the first steam engines were sold to the far end of any target.
const YEARS: core::ops::RangeInclusive<u16> = 1750..=2200;

impl Date {
    /// The year, month or day, if the calendar has it and the year is one from 1750 to 2200.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let is_leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            None => 0,
            Some(2) if is_leap => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            Some(1..=12) => 31,
            Some(_) => return None,
        };
        let fits = YEARS.contains(&year) && day.is_none_or(|day| (1..=days).contains(&day));
        fits.then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where one is given.
    #[must_use]
    pub const fn month(&self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where one is given.
    #[must_use]
    pub const fn day(&self) -> Option<u8> {
        self.day
    }

    /// Reads `2022`, `2022-04` or `2022-04-20`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        // Exactly so many digits: `str::parse` alone would read signs and shorter numbers too.
        let number = |part: &str, digits: usize| {
            let is_number = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| is_number)
        };
        let two = |part: Option<&str>| part.map(|part| u8::try_from(number(part, 2)?).ok());
        let mut parts = text.splitn(3, '-');
        let year = number(parts.next()?, 4)?;
        // A part that is there and is no number makes the whole no date.
        let (month, day) = (two(parts.next()), two(parts.next()));
        match (month, day) {
            (Some(None), _) | (_, Some(None)) => None,
            _ => Self::new(year, month.flatten(), day.flatten()),
        }
    }

    /// Whether both are years, both months or both days.
    const fn is_as_precise_as(&self, other: &Self) -> bool {
        self.month.is_some() == other.month.is_some() && self.day.is_some() == other.day.is_some()
    }
}

impl fmt::Display for Date {
    /// Writes what files have.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJsonStr for Date {
    const EXPECTED: Expected = Expected::Date;
    const PATTERN: &'static str =
        "^(17[5-9][0-9]|1[89][0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        Self::parse(text).ok_or(Reason::Form)
    }
}

/// A year, month or day, or all the time from one to another: `2021`, `2020-07/2021-06`.
///
/// Two periods are equal where files write them alike: `2021` and `2021-01/2021-12` are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    from: Date,
    /// Where a file gives an end: as precise as `from`, and not before it.
    to: Option<Date>,
}

impl Period {
    /// The first year, month or day.
    #[must_use]
    pub const fn from(&self) -> &Date {
        &self.from
    }

    /// The last year, month or day, where the file gives an end.
    #[must_use]
    pub const fn to(&self) -> Option<&Date> {
        self.to.as_ref()
    }

    /// How many months of the calendar it touches, the first and the last included.
    #[must_use]
    pub fn months(&self) -> u16 {
        let to = self.to.as_ref().unwrap_or(&self.from);
        let count = |year: u16, month: u8| year.saturating_mul(12).saturating_add(month.into());
        let (first, last) = (self.from.month.unwrap_or(1), to.month.unwrap_or(12));
        count(to.year, last).saturating_sub(count(self.from.year, first)).saturating_add(1)
    }
}

impl fmt::Display for Period {
    /// Writes what files have.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.from.fmt(f)?;
        self.to.as_ref().map_or(Ok(()), |to| write!(f, "/{to}"))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJsonStr for Period {
    const EXPECTED: Expected = Expected::Period;
    const PATTERN: &'static str = "^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$";

    fn from_text(text: &str) -> Result<Self, Reason> {
        let (from, to) = text.split_once('/').map_or((text, None), |(from, to)| (from, Some(to)));
        let from = Date::parse(from).ok_or(Reason::Form)?;
        let Some(to) = to else { return Ok(Self { from, to: None }) };
        let to = Date::parse(to).filter(|to| from.is_as_precise_as(to) && from <= *to);
        Ok(Self { from, to: Some(to.ok_or(Reason::Form)?) })
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
