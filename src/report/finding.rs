use serde::{Serialize, Serializer};

use crate::disclosure::{Period, Scopes, Text};
use crate::quantity::{Decimal, Quantity};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// Likely to mislead a reader who does not know it.
    Warning,
    /// Figures contradict each other.
    Error,
}

impl Severity {
    /// The word as JSON and messages have it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A value that a finding's message speaks of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Param {
    /// An amount with its unit.
    Quantity(Quantity),
    /// A plain number.
    Number(Decimal),
    /// A number that was rounded; large ones are put in words.
    Rounded(Decimal),
    /// A share: 0.175 for 17.5 %.
    Percent(Decimal),
    /// A name from the file.
    Text(Text),
    /// Scopes.
    Scopes(Scopes),
    /// Scope 3 categories.
    Categories(Vec<u8>),
    /// A comparison, with its name where it is the file's own.
    Equivalence(String, Option<Text>),
    /// An assumption of a comparison.
    Assumption(String, String, Option<Text>),
    /// A boundary.
    Boundary(crate::factors::Boundary),
    /// A period.
    Period(Period),
}

/// Something that the checker noticed. The message is made from `code` and `params` in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A stable name, such as `amount-not-disclosed`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where: a JSON pointer into the file, or a place such as `petrol-car-year.distance` for a reader's value.
    pub at: String,
    /// What the message speaks of.
    pub params: Vec<(&'static str, Param)>,
    /// The standard it rests on, by its name in [`claim::STANDARDS`](crate::claim::STANDARDS).
    pub standard: Option<&'static str>,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        struct Params<'a>(&'a [(&'static str, Param)]);
        impl Serialize for Params<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }
        let mut fields = serializer.serialize_struct("Finding", 5)?;
        fields.serialize_field("code", self.code)?;
        fields.serialize_field("severity", &self.severity)?;
        fields.serialize_field("at", &self.at)?;
        fields.serialize_field("params", &Params(&self.params))?;
        fields.serialize_field("standard", &self.standard)?;
        fields.end()
    }
}
