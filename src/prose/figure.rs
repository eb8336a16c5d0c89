//! What is found in a text.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::facts::{Assumption, Equivalence, Goal};
use crate::disclosure::{EntryKind, Method, Scopes};
use crate::quantity::{Decimal, Gas, Quantity, Unit};

/// Why a figure may be another than the one that was read: what a person must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Doubt {
    /// Its separators can be read in two ways: `1.234` in a text whose language is not known.
    Number,
    /// "Tons" are metric or short; `MT` is a metric ton or a megatonne.
    Unit,
    /// The gas is not named near it, or by a word of two meanings ("carbon").
    Gas,
    /// It may be a range, or a change and the level that it led to.
    Range,
    /// It may be for each of something, or for a day and not a year.
    Rate,
    /// It is below zero.
    Sign,
    /// The words leave open what sort of amount it is.
    Kind,
    /// The words of the text's language are not known.
    Language,
}

impl Doubt {
    /// What is in doubt, in a word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Unit => "unit",
            Self::Gas => "gas",
            Self::Range => "range",
            Self::Rate => "rate",
            Self::Sign => "sign",
            Self::Kind => "kind",
            Self::Language => "language",
        }
    }
}

/// Which way an amount changes what it is a change of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Less than before.
    Down,
    /// More than before.
    Up,
}

/// The language of a text, as far as it could be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Language {
    /// Its tag: `fr`.
    pub tag: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Whether its words are known. Where they are not, only numbers with international units are found, and marked.
    pub is_read: bool,
}

/// What a text tells of emissions.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Reading {
    /// The language that the text was read in; none where nothing tells.
    pub language: Option<Language>,
    /// The figures, in order.
    pub figures: Vec<Figure>,
    /// What amounts are compared with: "as much as about 15,000 petrol cars".
    pub equivalences: Vec<Equivalence>,
    /// What comparisons rest on: "12,000 km a year".
    pub assumptions: Vec<Assumption>,
    /// Promises and claims of neutrality.
    pub goals: Vec<Goal>,
}

impl Reading {
    /// The same with places counted in UTF-16 units of the text that was read, as JavaScript counts them.
    ///
    /// ```
    /// use emissions_calculator::prose::read;
    /// let text = "排放5吨CO2";
    /// let figure = read(text, None).in_utf16(text).figures.remove(0);
    /// assert_eq!((figure.start, figure.end), (2, 7));
    /// ```
    #[must_use]
    pub fn in_utf16(mut self, text: &str) -> Self {
        let figures = self.figures.iter_mut().flat_map(|figure| [&mut figure.start, &mut figure.end]);
        let comparisons = self.equivalences.iter_mut().flat_map(|found| [&mut found.start, &mut found.end]);
        let assumptions = self.assumptions.iter_mut().flat_map(|found| [&mut found.start, &mut found.end]);
        let goals = self.goals.iter_mut().flat_map(|found| [&mut found.start, &mut found.end]);
        let mut places: Vec<&mut usize> = figures.chain(comparisons).chain(assumptions).chain(goals).collect();
        places.sort();
        let (mut units, mut done) = (0_usize, 0_usize);
        for place in places {
            let passed = text.get(done..*place).unwrap_or_default();
            units = units.saturating_add(passed.encode_utf16().count());
            done = *place;
            *place = units;
        }
        self
    }
}

/// An emission figure found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The figure as a reader of the text sees it, without tags.
    pub text: String,
    /// Where it begins in the input, in bytes.
    pub start: usize,
    /// Where it ends in the input, in bytes.
    pub end: usize,
    /// The number, in `unit`; of a range, its middle.
    pub value: Decimal,
    /// The unit of the table that was written. "Million" and 万 are in the number.
    pub unit: Unit,
    /// The gas, where the figure or the clause it stands in names it.
    pub gas: Option<Gas>,
    /// The lower end of a range; `value` where there is none.
    pub low: Decimal,
    /// The upper end of a range; `value` where there is none.
    pub high: Decimal,
    /// The scopes that the sentence names for it; none where it names none.
    pub scopes: Scopes,
    /// What sort of amount the words around it make it, where they do.
    pub kind: Option<EntryKind>,
    /// Whether it is how much less or more there is than before; none of a level, or where the words do not tell.
    pub change: Option<Change>,
    /// The method by which scope 2 was counted, where the words say so.
    pub method: Option<Method>,
    /// The category of scope 3, 1 to 15, where its clause names one.
    pub category: Option<u8>,
    /// The year that the words name for it, as files write a period.
    pub period: Option<String>,
    /// Whether number or unit can be read in two ways, or the gas is not stated: whether there are any `doubts`.
    pub ambiguous: bool,
    /// Why it is ambiguous, each reason once.
    pub doubts: Vec<Doubt>,
}

impl Figure {
    /// The value with its unit and gas.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        Quantity { value: self.value, unit: self.unit, gas: self.gas }
    }

    /// The unit as files write it, with the gas: `tCO2e`; `t` where the gas is not known.
    #[must_use]
    pub fn unit_text(&self) -> String {
        format!("{}{}", self.unit, self.gas.map_or("", Gas::symbol))
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Figure", 15)?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("start", &self.start)?;
        object.serialize_field("end", &self.end)?;
        object.serialize_field("value", &self.value.to_string())?;
        object.serialize_field("unit", &self.unit_text())?;
        object.serialize_field("low", &self.low.to_string())?;
        object.serialize_field("high", &self.high.to_string())?;
        object.serialize_field("scopes", &self.scopes)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("change", &self.change)?;
        object.serialize_field("method", &self.method)?;
        object.serialize_field("category", &self.category)?;
        object.serialize_field("period", &self.period)?;
        object.serialize_field("ambiguous", &self.ambiguous)?;
        object.serialize_field("doubts", &self.doubts)?;
        object.end()
    }
}
