use serde::Serialize;

use super::{Finding, Input, ShownComparison, parts};
use crate::claim::{STANDARDS, Standard};
use crate::disclosure::{self, Date, Text};
use crate::factors::{self, Boundary, Status};
use crate::quantity::{Decimal, Gas, Quantity, Unit};

/// What a source is given for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "role", rename_all = "kebab-case")]
pub enum SourceRole {
    /// The article or report.
    Disclosure,
    /// An assumption's value.
    Assumption {
        /// The comparison.
        equivalence: String,
        /// The assumption.
        assumption: String,
        /// Its name, where it is the file's own.
        label: Option<Text>,
        /// The value.
        value: Quantity,
    },
    /// A standard that a finding rests on.
    Standard,
}

/// What another preset says of the same number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alternative {
    /// The preset.
    pub preset: String,
    /// Its value.
    pub value: Quantity,
    /// What it counts.
    pub gas: Gas,
    /// What part of the thing's life it counts.
    pub boundary: Boundary,
    /// The year it describes.
    pub year: Option<u16>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Why it is another: its arithmetic or its caveat, as the catalogue has it.
    pub note: Option<Text>,
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceCard {
    /// What it is given for.
    #[serde(flatten)]
    pub role: SourceRole,
    /// Who published it; none where the reader or the article set the value.
    pub publisher: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// The year, or the date, of publication.
    pub published: Option<Date>,
    /// An http or https address.
    pub url: Option<String>,
    /// The licence that the publisher states.
    pub licence: Option<String>,
    /// What it counts.
    pub gas: Option<Gas>,
    /// What part of the thing's life it counts.
    pub boundary: Option<Boundary>,
    /// How the number was checked.
    pub status: Option<Status>,
    /// The arithmetic or the caveat, as the source or the catalogue has it.
    pub note: Option<Text>,
    /// What other presets say.
    pub alternatives: Vec<Alternative>,
}

pub(super) fn cards(input: &Input, shown: Option<&ShownComparison>, findings: &[Finding]) -> Vec<SourceCard> {
    let mut cards: Vec<SourceCard> = input.file().map(|file| of_source(&file.source)).into_iter().collect();
    if let Some(shown) = shown {
        cards.extend(of_assumptions(input, shown));
    }
    let named = STANDARDS.iter().filter(|standard| findings.iter().any(|f| f.standard() == Some(standard.id)));
    cards.extend(named.map(of_standard));
    cards
}

fn of_source(source: &disclosure::Source) -> SourceCard {
    SourceCard {
        role: SourceRole::Disclosure,
        publisher: Some(source.publisher.clone()),
        title: Some(source.title.clone()),
        published: source.published,
        url: source.url.as_ref().map(ToString::to_string),
        licence: None,
        gas: None,
        boundary: None,
        status: Some(Status::Stated),
        note: source.note.clone(),
        alternatives: Vec::new(),
    }
}

fn of_standard(standard: &Standard) -> SourceCard {
    SourceCard {
        role: SourceRole::Standard,
        publisher: Some(Text::One(standard.publisher.to_owned())),
        title: Some(Text::One(standard.title.to_owned())),
        published: Date::new(standard.year, None, None),
        url: Some(standard.url.to_owned()),
        licence: None,
        gas: None,
        boundary: None,
        status: None,
        note: None,
        alternatives: Vec::new(),
    }
}

fn of_assumptions(input: &Input, shown: &ShownComparison) -> Vec<SourceCard> {
    let comparison = &shown.comparison;
    let definition = input.definition(&comparison.id);
    let card = |(index, assumption): (usize, &crate::equivalence::AssumptionState)| {
        let source = assumption.provenance.source.as_ref();
        let quantity = |value: Decimal| Quantity::new(value, assumption.unit);
        // A distance counts no gas, whoever states it; kilograms a kilometre do.
        let counts = parts(&assumption.unit).iter().any(|part| is_mass(part.symbol));
        SourceCard {
            role: SourceRole::Assumption {
                equivalence: comparison.id.clone(),
                assumption: assumption.id.clone(),
                label: shown.assumption_labels.get(index).cloned(),
                value: quantity(assumption.value),
            },
            publisher: source.and_then(|source| text(&source.publisher)),
            title: source.and_then(|source| text(&source.title)),
            published: source.and_then(|source| Date::new(source.year?, None, None)),
            url: source.map(|source| source.url.to_string()).filter(|url| !url.is_empty()),
            licence: source.map(|source| source.licence.to_string()),
            gas: counts.then_some(comparison.gas),
            boundary: counts.then_some(comparison.boundary),
            status: Some(assumption.provenance.status),
            note: note(&assumption.provenance.note),
            alternatives: definition.map_or_else(Vec::new, |d| alternatives(d, index, assumption.value, &quantity)),
        }
    };
    comparison.assumptions.iter().enumerate().map(card).collect()
}

fn text(text: &str) -> Option<Text> {
    (!text.is_empty()).then(|| Text::One(text.to_owned()))
}

fn is_mass(symbol: &str) -> bool {
    symbol.parse::<Unit>().is_ok_and(|unit| unit.is_mass())
}

fn note(note: &factors::Note) -> Option<Text> {
    match &*note.0 {
        [] => None,
        [(language, text)] if language.is_empty() => Some(Text::One(text.to_string())),
        texts => Some(Text::Many(texts.iter().map(|(tag, text)| (tag.to_string(), text.to_string())).collect())),
    }
}

/// The other presets' values that differ from this one, each once.
fn alternatives(
    definition: &factors::Definition,
    index: usize,
    value: Decimal,
    quantity: &dyn Fn(Decimal) -> Quantity,
) -> Vec<Alternative> {
    let mut seen = vec![value];
    let mut others = Vec::new();
    for preset in definition.presets.iter() {
        let Some(held) = preset.values.get(index) else { continue };
        if seen.contains(&held.value) {
            continue;
        }
        seen.push(held.value);
        others.push(Alternative {
            preset: preset.id.to_string(),
            value: quantity(held.value),
            gas: preset.gas,
            boundary: preset.boundary,
            year: preset.year,
            publisher: text(&held.source.publisher),
            note: note(&held.note),
        });
    }
    others
}
