use std::rc::Rc;

use serde::Serialize;

use super::{Choices, ComparedAmount, Input};
use crate::claim;
use crate::disclosure::{Claim, Custom, Disclosure, EquivalenceChoice, Text};
use crate::equivalence::{Choice, Comparison, is_off_scale};
use crate::factors::{self, Definition, Kind};
use crate::quantity::Decimal;

/// How many comparisons of the catalogue are offered first when a file names none.
const FIRST: usize = 4;

/// A comparison on offer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Offer {
    /// The comparison's id.
    pub id: String,
    /// Its name, where it is the file's own.
    pub label: Option<Text>,
    /// How its thing relates to emissions; lists keep kinds apart.
    pub kind: Kind,
    /// The count as a headline has it.
    pub rounded: Decimal,
    /// Whether it is offered first.
    pub is_first: bool,
    /// Whether it is shown without being asked for.
    pub listed: bool,
    /// Whether the count is below one or above a million.
    pub off_scale: bool,
}

/// A comparison with the names that a file's own comparison brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShownComparison {
    /// The comparison, worked out.
    #[serde(flatten)]
    pub comparison: Comparison,
    /// Its name, where it is the file's own.
    pub label: Option<Text>,
    /// What one of its things is called, where the file's own comparison says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_one: Option<Text>,
    /// Its assumptions' names, where it is the file's own.
    pub assumption_labels: Vec<Text>,
}

/// Every comparison on offer, in order: the file's, then the rest of the catalogue.
pub(super) fn all(input: &Input, compared: &ComparedAmount, choices: &Choices) -> Vec<Rc<Offer>> {
    let own = own(input);
    let mut definitions: Vec<(&Definition, bool)> = own.iter().map(|choice| (choice.definition(), true)).collect();
    let first = if own.is_empty() { FIRST } else { 0 };
    for (index, definition) in factors::catalogue().iter().enumerate() {
        if !definitions.iter().any(|(named, _)| named.id == definition.id) {
            definitions.push((definition, index < first));
        }
    }
    let offered = definitions.into_iter().filter_map(|(definition, is_first)| {
        let comparison = work_out(input, definition, compared, choices)?;
        Some(Rc::new(Offer {
            id: comparison.id.clone(),
            label: custom(own, definition).map(|custom| custom.label.clone()),
            kind: comparison.kind,
            rounded: comparison.rounded,
            is_first,
            listed: definition.listed || is_first,
            off_scale: is_off_scale(&comparison.result.central.value),
        }))
    });
    offered.collect()
}

/// The comparison of this id; none where there is none, or it cannot be worked out.
pub(super) fn one(input: &Input, compared: &ComparedAmount, choices: &Choices, id: &str) -> Option<ShownComparison> {
    let definition = input.definition(id)?;
    let comparison = work_out(input, definition, compared, choices)?;
    let own = custom(own(input), definition);
    Some(ShownComparison {
        label: own.map(|custom| custom.label.clone()),
        label_one: own.and_then(|custom| custom.label_one.clone()),
        assumption_labels: own.map_or_else(Vec::new, |custom| custom.assumption_labels.clone()),
        comparison,
    })
}

fn work_out(
    input: &Input,
    definition: &Definition,
    compared: &ComparedAmount,
    choices: &Choices,
) -> Option<Comparison> {
    let article = input.file().and_then(|file| article(file, definition));
    let choice = choices.of(&definition.id);
    let chosen = Comparison::new(definition, article.as_deref(), &compared.amount, &choice);
    // A choice that names what there is not is passed over; the reader sees the values that they began with.
    let without_choice = Choice { preset: None, set: Vec::new(), ..choice };
    chosen.or_else(|_| Comparison::new(definition, article.as_deref(), &compared.amount, &without_choice)).ok()
}

/// The comparisons that the file names.
fn own(input: &Input) -> &[EquivalenceChoice] {
    input.file().map_or(&[], |file| &file.equivalences)
}

fn custom<'a>(own: &'a [EquivalenceChoice], definition: &Definition) -> Option<&'a Custom> {
    own.iter().find_map(|choice| match choice {
        EquivalenceChoice::Custom(custom) if custom.definition.id == definition.id => Some(custom.as_ref()),
        _ => None,
    })
}

/// The comparison of the file's first claim of one.
pub(super) fn claimed(file: &Disclosure) -> Option<String> {
    file.claims.iter().find_map(|claim| match claim {
        Claim::Equivalence(claim) => Some(claim.equivalence.to_string()),
        _ => None,
    })
}

/// The values that the file's claims state for a comparison.
fn article(file: &Disclosure, definition: &Definition) -> Option<Vec<Option<Decimal>>> {
    file.claims.iter().find_map(|claim| match claim {
        Claim::Equivalence(stated)
            if stated.equivalence.as_str() == definition.id && !stated.assumptions.is_empty() =>
        {
            Some(claim::article_values(definition, stated))
        }
        _ => None,
    })
}
