use serde::Serialize;

use super::{Choices, Compared, Report};
use crate::claim;
use crate::disclosure::{Claim, Disclosure, EquivalenceChoice, Text};
use crate::equivalence::{Choice, Comparison, is_off_scale, neighbour};
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

/// The comparison that is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shown {
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
    /// A comparison of the same kind on a better scale, where this one is below one or above a million.
    pub suggestion: Option<String>,
}

/// What [`build`] makes.
pub(super) struct Built {
    pub(super) shown: Option<Shown>,
    pub(super) offers: Vec<Offer>,
    /// The comparison that is shown where the reader chose none.
    pub(super) first: Option<String>,
}

/// The comparison shown and all on offer, in order: the file's, then the rest of the catalogue. After `before`, of which
/// nothing but the values of its comparison has changed, only that one is worked out.
pub(super) fn build(
    file: Option<&Disclosure>,
    compared: Option<&Compared>,
    choices: &Choices,
    before: Option<&Report>,
) -> Built {
    let Some(compared) = compared else { return Built { shown: None, offers: Vec::new(), first: None } };
    let own = file.map_or(&[][..], |file| &file.equivalences);
    let mut definitions: Vec<(&Definition, bool)> = own.iter().map(|choice| (choice.definition(), true)).collect();
    let first = if own.is_empty() { FIRST } else { 0 };
    for (index, definition) in factors::catalogue().iter().enumerate() {
        if !definitions.iter().any(|(held, _)| held.id == definition.id) {
            definitions.push((definition, index < first));
        }
    }
    let work_out = |definition: &Definition| {
        let article = file.and_then(|file| article(file, definition));
        let choice = choices.of(&definition.id);
        let chosen = Comparison::new(definition, article.as_deref(), &compared.amount, &choice);
        // A choice that names what there is not is passed over; the reader sees the values that they began with.
        let begun = Choice { preset: None, set: Vec::new(), ..choice };
        chosen.or_else(|_| Comparison::new(definition, article.as_deref(), &compared.amount, &begun)).ok()
    };
    let proposed = choices.host.equivalence.clone().or_else(|| file.and_then(claimed));
    let last = before.and_then(|before| Some((&before.offers, before.shown.as_ref()?.comparison.id.clone())));
    let wanted = match &last {
        Some((_, id)) => Some(id.clone()),
        None => choices.equivalence.clone().or_else(|| proposed.clone()),
    };
    let mut offers = Vec::new();
    let mut shown = None;
    for (definition, is_first) in definitions {
        let is_wanted = wanted.as_deref() == Some(definition.id.as_ref());
        let same = last.as_ref().and_then(|(offers, _)| offers.iter().find(|offer| offer.id == definition.id));
        if let Some(offer) = same.filter(|_| !is_wanted) {
            offers.push(offer.clone());
            continue;
        }
        let Some(comparison) = work_out(definition) else { continue };
        offers.push(Offer {
            id: comparison.id.clone(),
            label: custom(own, definition).map(|custom| custom.label.clone()),
            kind: comparison.kind,
            rounded: comparison.rounded,
            is_first,
            listed: definition.listed || is_first,
            off_scale: is_off_scale(&comparison.result.central.value),
        });
        // The first, where what is wanted is not there.
        if is_wanted || shown.is_none() {
            shown = Some((definition, comparison));
        }
    }
    let shown = shown.map(|(definition, comparison)| {
        let off_scale = is_off_scale(&comparison.result.central.value);
        // Only the panels propose another.
        let better =
            (cfg!(feature = "full") && off_scale).then(|| neighbour(definition, &compared.amount.central)).flatten();
        let own = custom(own, definition);
        Shown {
            label: own.map(|custom| custom.label.clone()),
            label_one: own.and_then(|custom| custom.label_one.clone()),
            assumption_labels: own.map_or_else(Vec::new, |custom| custom.assumption_labels.clone()),
            suggestion: better.map(|definition| definition.id.to_string()),
            comparison,
        }
    });
    let is_there = |id: &String| offers.iter().any(|offer| offer.id == *id);
    let first = proposed.filter(is_there).or_else(|| offers.first().map(|offer| offer.id.clone()));
    Built { shown, offers, first }
}

fn custom<'a>(own: &'a [EquivalenceChoice], definition: &Definition) -> Option<&'a crate::disclosure::Custom> {
    own.iter().find_map(|choice| match choice {
        EquivalenceChoice::Custom(custom) if custom.definition.id == definition.id => Some(custom.as_ref()),
        _ => None,
    })
}

/// The comparison of the file's first claim of one.
fn claimed(file: &Disclosure) -> Option<String> {
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
