use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::formula::Term;
use crate::quantity::{Decimal, Gas, Unit};

/// How the thing compared relates to emissions. Things of different kinds are never listed or added together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It emits as much.
    Emits,
    /// It avoids as much against a baseline.
    Avoids,
    /// It takes up as much.
    Removes,
    /// A yardstick, such as one person's or the world's emissions.
    Benchmark,
    /// A physical effect or size.
    Physical,
}

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 5] = [Self::Emits, Self::Benchmark, Self::Physical, Self::Avoids, Self::Removes];

    /// The kind as files write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Emits => "emits",
            Self::Avoids => "avoids",
            Self::Removes => "removes",
            Self::Benchmark => "benchmark",
            Self::Physical => "physical",
        }
    }
}

/// How a number was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Seen in the publisher's own text or table.
    Verified,
    /// Seen quoted by somebody else who names the publisher.
    SecondHand,
    /// Worked out from such numbers; the note shows how.
    Derived,
    /// Not checked against any source.
    Unverified,
    /// Stated by the disclosure itself; the catalogue has none.
    #[serde(skip_deserializing)]
    Stated,
}

impl Status {
    /// The status as files write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::SecondHand => "second-hand",
            Self::Derived => "derived",
            Self::Unverified => "unverified",
            Self::Stated => "stated",
        }
    }
}

/// What part of a thing's life a factor counts, such as `tailpipe` or `life-cycle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Boundary(&'static str);

impl Boundary {
    /// Every boundary that the project knows.
    pub const ALL: [Self; 15] = [
        Self("tailpipe"),
        Self("well-to-tank"),
        Self("well-to-wheel"),
        Self("combustion"),
        Self("generation"),
        Self("delivered"),
        Self("life-cycle"),
        Self("territorial"),
        Self("operation"),
        Self("tank-to-wake"),
        Self("tank-to-wake-with-rf"),
        Self("well-to-wake"),
        Self("well-to-wake-with-rf"),
        Self("uptake"),
        Self::NOT_APPLICABLE,
    ];

    /// For things that have no part of a life to count.
    pub const NOT_APPLICABLE: Self = Self("not-applicable");

    /// The boundary that files write so.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|boundary| boundary.0 == id)
    }

    /// The boundary as files write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0
    }

    /// For the build script's constants; [`find`](Self::find) everywhere else.
    pub(super) const fn checked(id: &'static str) -> Self {
        Self(id)
    }
}

impl<'de> Deserialize<'de> for Boundary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<str>::deserialize(deserializer)?;
        Self::find(&id).ok_or_else(|| {
            let known = Self::ALL.map(Self::id).join(", ");
            D::Error::custom(format_args!("unknown boundary `{id}`, expected one of {known}"))
        })
    }
}

impl Serialize for Boundary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id in `data/factors/sources.toml`; empty for a disclosure's own.
    pub id: Cow<'static, str>,
    /// Who published it.
    pub publisher: Cow<'static, str>,
    /// The title of the publication.
    pub title: Cow<'static, str>,
    /// The year of publication.
    pub year: Option<u16>,
    /// An http or https address.
    pub url: Cow<'static, str>,
    /// The licence that the publisher states, or `not stated`.
    pub licence: Cow<'static, str>,
}

/// A number inside an equivalence that a reader may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Its name in the formula.
    pub id: Cow<'static, str>,
    /// The unit of its values.
    pub unit: Unit,
    /// The lowest plausible value.
    pub min: Decimal,
    /// The highest plausible value. One equal to `min` marks a constant that is not offered for change.
    pub max: Decimal,
    /// The step of a slider or an arrow key.
    pub step: Decimal,
}

impl Assumption {
    /// Whether readers may change it.
    #[must_use]
    pub fn is_adjustable(&self) -> bool {
        self.min < self.max
    }
}

/// A preset's value for one assumption, with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value, in the assumption's unit.
    pub value: Decimal,
    /// Who says so.
    pub source: Cow<'static, Source>,
    /// How it was checked.
    pub status: Status,
    /// The arithmetic or the caveat.
    pub note: Note,
}

/// What is said of a value, by language: the catalogue's notes are in English and Chinese.
///
/// ```
/// use emissions_calculator::factors::find;
/// let china = find("petrol-car-year").and_then(|car| car.presets.iter().find(|preset| preset.id == "china")).unwrap();
/// assert!(china.values[1].note.in_language("zh-CN").starts_with("光明网"));
/// assert!(china.values[1].note.in_language("fr").starts_with("What Guangming Online assumes"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(
    /// A language's tag (empty where nobody says which language it is) and the text.
    pub Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]>,
);

impl Note {
    /// The text in the language of this tag, or in English, or the first; empty if there is none.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        let of = |tag: &str| self.0.iter().find(|(language, _)| language == tag);
        of(tag).or_else(|| of("en")).or_else(|| self.0.first()).map_or("", |(_, text)| text)
    }
}

/// As a disclosure has texts: an object from language to text, or a plain text where the language is not said.
impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &*self.0 {
            [] => serializer.serialize_str(""),
            [(language, text)] if language.is_empty() => serializer.serialize_str(text),
            texts => serializer.collect_map(texts.iter().map(|(language, text)| (language, text))),
        }
    }
}

/// A named, sourced set of assumption values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its id, such as `uk`.
    pub id: Cow<'static, str>,
    /// The year that the values describe.
    pub year: Option<u16>,
    /// What the values count.
    pub gas: Gas,
    /// What part of the thing's life the values count.
    pub boundary: Boundary,
    /// A value for each assumption, in the definition's order.
    pub values: Cow<'static, [Value]>,
}

/// An equivalence: "N things that emit as much".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its id, such as `petrol-car-year`.
    pub id: Cow<'static, str>,
    /// How the thing relates to emissions.
    pub kind: Kind,
    /// The formula as written.
    pub formula: Cow<'static, str>,
    /// The formula, read.
    pub terms: Cow<'static, [Term]>,
    /// The unit of one thing, such as a car's year.
    pub counts: Unit,
    /// The assumptions, in order.
    pub assumptions: Cow<'static, [Assumption]>,
    /// The presets, in order.
    pub presets: Cow<'static, [Preset]>,
    /// The index of the preset used when nothing is said.
    pub default: usize,
    /// Whether it is offered without being asked for.
    pub listed: bool,
    /// Codes of the cautions to show with it.
    pub cautions: Cow<'static, [&'static str]>,
}

impl Definition {
    /// The preset used when nothing is said.
    #[must_use]
    pub fn default_preset(&self) -> Option<&Preset> {
        self.presets.get(self.default)
    }

    /// The preset of this id.
    #[must_use]
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|preset| preset.id == id)
    }

    /// The place of the assumption of this id.
    #[must_use]
    pub fn assumption(&self, id: &str) -> Option<usize> {
        self.assumptions.iter().position(|assumption| assumption.id == id)
    }
}
