//! A comparison defined in a disclosure: the same checks as the catalogue's, with places for the faults.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value as JsonValue;

use super::fault::{Expected, FaultKind, Found};
use super::reader::{Faults, FromJson, JsonPath, peek};
use super::record::record;
use super::source::Source;
use super::text::Text;
use super::values::{Date, Id};
use crate::factors::formula::{self, FormulaError, Operand, Term};
use crate::factors::{self, Boundary, Definition, Kind, Note, Preset, Status, Value};
use crate::json::Json;
use crate::quantity::{Arithmetic, Decimal, Gas, Unit, round_to_digits};

/// A comparison of the file's own, with its names.
#[derive(Clone, Debug, PartialEq)]
pub struct Custom {
    /// The definition, as the catalogue has them, with one preset: `article`.
    pub definition: Definition,
    /// What the things are called.
    pub label: Text,
    /// What one thing is called, where that differs.
    pub label_one: Option<Text>,
    /// What its assumptions are called, in the definition's order.
    pub assumption_labels: Vec<Text>,
    /// Where its numbers come from.
    pub source: Source,
}

record! {
    /// A comparison of the file's own.
    pub struct RawCustomEquivalence {
        /// Its name in this file.
        id: Id = "id", required;
        /// What the things are called behind their number: "US gallons of petrol".
        label: Text = "label", required;
        /// What one thing is called, where a language has another form for it: "US gallon of petrol".
        label_one: Text = "label_one", optional;
        /// How the thing relates to emissions.
        kind: Kind = "kind", required;
        /// Products and quotients of `amount` and the assumptions, as in "amount / (distance * intensity)".
        formula: String = "formula", required;
        /// The unit of one thing once the units cancel, as in "yr" or "1".
        counts: Unit = "counts", required;
        /// What its numbers count.
        gas: Gas = "gas", required;
        /// What part of the thing's life its numbers count.
        boundary: Boundary = "boundary", required;
        /// The numbers that readers may change.
        assumptions: Vec<RawAssumption> = "assumptions", required;
        /// Where its numbers come from.
        source: Source = "source", required;
    }
}

record! {
    /// A number inside a comparison.
    pub struct RawAssumption {
        /// Its name in the formula.
        id: Id = "id", required;
        /// What readers see as its name.
        label: Text = "label", required;
        /// Its unit.
        unit: Unit = "unit", required;
        /// Its value, in that unit.
        value: Decimal = "value", required;
        /// The lowest plausible value.
        min: Decimal = "min", required;
        /// The highest plausible value.
        max: Decimal = "max", required;
        /// The step of a slider; a hundredth of the range where it is missing.
        step: Decimal = "step", optional;
    }
}

impl FromJson for String {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::String(text) = json {
            return Some(text.clone());
        }
        faults.unexpected(at, json, Expected::String);
        None
    }

    fn schema() -> JsonValue {
        serde_json::json!({ "type": "string" })
    }
}

/// Reads one of a fixed list by its name.
fn one_of<T: Copy>(
    all: &[T],
    id: fn(T) -> &'static str,
    json: &Json,
    at: &JsonPath<'_>,
    faults: &mut Faults,
) -> Option<T> {
    let found = all.iter().copied().find(|item| matches!(json, Json::String(text) if text == id(*item)));
    if found.is_none() {
        faults.unexpected(at, json, Expected::OneOf(all.iter().copied().map(id).collect()));
    }
    found
}

macro_rules! listed {
    ($($type:ty, $id:path;)+) => { $(
        impl FromJson for $type {
            fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
                one_of(&Self::ALL, $id, json, at, faults)
            }

            fn schema() -> JsonValue {
                serde_json::json!({ "enum": Self::ALL.map($id) })
            }
        }
    )+ };
}

listed! {
    Boundary, Boundary::id;
    Kind, Kind::id;
    Gas, Gas::symbol;
}

impl FromJson for Custom {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        let written = RawCustomEquivalence::read(json, at, faults);
        cross_check(json, at, faults);
        if faults.count() > before {
            return None;
        }
        let written = written?;
        match written.terms() {
            Ok(terms) => Some(Self::build(written, terms)),
            Err(reason) => {
                refuse(&written.formula, reason, at, faults);
                None
            }
        }
    }

    fn schema() -> JsonValue {
        RawCustomEquivalence::schema()
    }
}

/// Checks the fields against each other as far as they can be read one by one, so that all faults are told at once.
fn cross_check(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) {
    if let Some(id) = peek::<Id>(json, "id")
        && factors::find(id.as_str()).is_some()
    {
        faults.add(&JsonPath::Field(at, "id"), FaultKind::IdOfCatalogue { id: id.to_string() });
    }
    let terms = check_formula(json, at, faults);
    let list = JsonPath::Field(at, "assumptions");
    let assumptions = json.items("assumptions");
    let ids: Vec<Option<Id>> = assumptions.iter().map(|assumption| peek(assumption, "id")).collect();
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    taken.insert("amount", 0);
    for (index, (assumption, id)) in assumptions.iter().zip(&ids).enumerate() {
        if let Some(id) = id
            && taken.insert(id.as_str(), index).is_some()
        {
            let place = JsonPath::Item(&list, index);
            faults.add(&JsonPath::Field(&place, "id"), FaultKind::RepeatedAssumption { id: id.to_string() });
        }
        let divides = terms.iter().flatten().any(|t| t.inverse && t.operand == Operand::Assumption(index));
        check_assumption(assumption, &JsonPath::Item(&list, index), divides, faults);
    }
}

/// Reads the formula and cancels its units, as far as the names and units that it needs can be read.
fn check_formula(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Vec<Term>> {
    let text: String = peek(json, "formula")?;
    let assumptions = json.items("assumptions");
    let names: Vec<Id> = assumptions.iter().map(|a| peek(a, "id")).collect::<Option<_>>()?;
    let names: Vec<&str> = names.iter().map(Id::as_str).collect();
    let terms = formula::parse(&text, &names).map_err(|reason| refuse(&text, reason, at, faults)).ok()?;
    let units: Vec<Unit> = assumptions.iter().map(|a| peek(a, "unit")).collect::<Option<_>>()?;
    let counts: Unit = peek(json, "counts")?;
    let checked = formula::check_units(&terms, Unit::TONNE, &units, counts);
    checked.map_err(|reason| refuse(&text, reason, at, faults)).ok()?;
    Some(terms)
}

fn refuse(formula: &str, reason: FormulaError, at: &JsonPath<'_>, faults: &mut Faults) {
    faults.add(&JsonPath::Field(at, "formula"), FaultKind::Formula { formula: Found::text(formula), reason });
}

impl RawCustomEquivalence {
    /// The formula's terms, whose units cancel.
    fn terms(&self) -> Result<Vec<Term>, FormulaError> {
        let names: Vec<&str> = self.assumptions.iter().map(|assumption| assumption.id.as_str()).collect();
        let units: Vec<Unit> = self.assumptions.iter().map(|assumption| assumption.unit).collect();
        let terms = formula::parse(&self.formula, &names)?;
        formula::check_units(&terms, Unit::TONNE, &units, self.counts)?;
        Ok(terms)
    }
}

/// What the fields of an assumption rule out among themselves.
fn check_assumption(json: &Json, at: &JsonPath<'_>, divides: bool, faults: &mut Faults) {
    let number = |name: &str| peek::<Decimal>(json, name);
    let (value, min, max) = (number("value"), number("min"), number("max"));
    if let (Some(min), Some(max)) = (min, max) {
        if min > max {
            faults.add(&JsonPath::Field(at, "min"), FaultKind::MinAboveMax { min, max });
        } else if let Some(value) = value.filter(|value| *value < min || *value > max) {
            faults.add(&JsonPath::Field(at, "value"), FaultKind::ValueOutsideRange { value, min, max });
        }
    }
    // A zero that divides would make the count, or the high end of its range, endless.
    for (name, number) in [("value", value), ("min", min)] {
        if divides && number.is_some_and(|number| number.is_zero()) {
            faults.add(&JsonPath::Field(at, name), FaultKind::ZeroDivides);
        }
    }
    if number("step").is_some_and(|step| step.is_zero()) {
        faults.add(&JsonPath::Field(at, "step"), FaultKind::ZeroStep);
    }
    if let Some(id) = peek::<Id>(json, "id")
        && id.as_str().starts_with(|c: char| c.is_ascii_digit())
    {
        faults.add(&JsonPath::Field(at, "id"), FaultKind::IdBeginsWithDigit { id: id.to_string() });
    }
}

impl Custom {
    fn build(written: RawCustomEquivalence, terms: Vec<Term>) -> Self {
        let value = |a: &RawAssumption| {
            let (source, note) = provenance(&written.source);
            Value { value: a.value, source: Cow::Owned(source), status: Status::Stated, note }
        };
        let values = written.assumptions.iter().map(value).collect();
        let preset = Preset {
            id: Cow::Borrowed("article"),
            year: written.source.published.as_ref().map(Date::year),
            gas: written.gas,
            boundary: written.boundary,
            values: Cow::Owned(values),
        };
        let hundredth = |a: &RawAssumption| {
            let span = a.max.difference(a.min).and_then(|span| span.quotient(Decimal::ONE_HUNDRED));
            span.map(|step| round_to_digits(&step, 1)).filter(|step| !step.is_zero()).unwrap_or(Decimal::ONE)
        };
        let definition = Definition {
            id: Cow::Owned(written.id.to_string()),
            kind: written.kind,
            formula: Cow::Owned(written.formula),
            terms: Cow::Owned(terms),
            counts: written.counts,
            assumptions: written
                .assumptions
                .iter()
                .map(|a| factors::Assumption {
                    id: Cow::Owned(a.id.to_string()),
                    unit: a.unit,
                    min: a.min,
                    max: a.max,
                    step: a.step.unwrap_or_else(|| hundredth(a)),
                })
                .collect(),
            presets: Cow::Owned(vec![preset]),
            default: 0,
            listed: true,
            cautions: Cow::Borrowed(&[]),
        };
        Self {
            definition,
            label: written.label,
            label_one: written.label_one,
            assumption_labels: written.assumptions.into_iter().map(|a| a.label).collect(),
            source: written.source,
        }
    }
}

/// The source of a comparison of the file's own, as the catalogue has sources, and its note.
fn provenance(written: &Source) -> (factors::Source, Note) {
    let source = factors::Source {
        id: Cow::Borrowed(""),
        publisher: Cow::Owned(written.publisher.in_language("en").to_owned()),
        title: Cow::Owned(written.title.in_language("en").to_owned()),
        year: written.published.as_ref().map(Date::year),
        url: Cow::Owned(written.url.as_ref().map_or(String::new(), ToString::to_string)),
        licence: Cow::Borrowed("not stated"),
    };
    let owned = |(language, text): &(String, String)| (Cow::Owned(language.clone()), Cow::Owned(text.clone()));
    let note = match &written.note {
        None => Vec::new(),
        Some(Text::One(text)) => vec![(Cow::Borrowed(""), Cow::Owned(text.clone()))],
        Some(Text::Many(texts)) => texts.iter().map(owned).collect(),
    };
    (source, Note(Cow::Owned(note)))
}
