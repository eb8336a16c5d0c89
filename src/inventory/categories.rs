use serde::Serialize;

use super::is_current;
use crate::disclosure::{Amount, Disclosure, Entry, EntryKind, Id, Text};
use crate::quantity::Range;

/// What is known of a scope 3 category.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum CategoryState {
    /// Stated, and not zero.
    Reported {
        /// How much.
        amount: Range,
    },
    /// Stated to be zero.
    Zero,
    /// Left out, with a reason.
    Excluded {
        /// The reason.
        reason: Text,
    },
    /// Named, but its amount not disclosed; or not named at all.
    NotReported,
}

/// One of the fifteen scope 3 categories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CategoryRow {
    /// Its number.
    pub category: u8,
    /// What is known.
    #[serde(flatten)]
    pub state: CategoryState,
}

/// The entries that say something of a category in the file's period, each with its category: parts of a whole too,
/// unless that whole is itself of a category and counted there.
fn named(file: &Disclosure) -> impl Iterator<Item = (u8, &Entry)> {
    // Parts stand together, so the whole that was asked for last is most often asked for again.
    let mut last: Option<(&Id, bool)> = None;
    file.entries.iter().filter_map(move |entry| {
        let category = entry.category.filter(|_| entry.kind == EntryKind::Emission && is_current(file, entry))?.0;
        if let Some(id) = &entry.part_of
            && last.is_none_or(|(asked, _)| asked != id)
        {
            last = Some((id, file.entry(id.as_str()).is_some_and(|whole| whole.category.is_some())));
        }
        let is_counted = entry.part_of.is_some() && last.is_some_and(|(_, has_category)| has_category);
        (!is_counted).then_some((category, entry))
    })
}

/// Whether some categories are named and of others nothing is known, as [`rows`] would show.
pub(super) fn has_gap(file: &Disclosure) -> bool {
    let (mut all, mut known) = (0_u16, 0_u16);
    for (category, entry) in named(file) {
        let bit = 1_u16.checked_shl(category.into()).unwrap_or(0);
        all |= bit;
        if entry.excluded.is_some() || entry.amount.stated().is_some() {
            known |= bit;
        }
    }
    // The fifteen bits above the lowest.
    all != 0 && known != 0xFFFE
}

pub(super) fn rows(file: &Disclosure) -> Vec<CategoryRow> {
    let mut states: [Option<CategoryState>; 15] = Default::default();
    for (category, entry) in named(file) {
        let Some(state) = states.get_mut(usize::from(category).saturating_sub(1)) else { continue };
        let next = match (&entry.amount, &entry.excluded) {
            (_, Some(reason)) => CategoryState::Excluded { reason: reason.clone() },
            (Amount::NotDisclosed, None) => CategoryState::NotReported,
            (Amount::Stated(amount), None) if amount.high.value.is_zero() => CategoryState::Zero,
            (Amount::Stated(amount), None) => CategoryState::Reported { amount: *amount },
        };
        // Where a category is named twice, what is known counts, in whatever order it stands.
        let next = match (state.take(), next) {
            (Some(CategoryState::Reported { amount }), CategoryState::Reported { amount: more }) => {
                CategoryState::Reported { amount: amount.plus(&more).unwrap_or(amount) }
            }
            (Some(held @ CategoryState::Reported { .. }), _) => held,
            (Some(CategoryState::Zero), next @ CategoryState::Reported { .. }) => next,
            (Some(held @ CategoryState::Zero), _) => held,
            (Some(held @ CategoryState::Excluded { .. }), CategoryState::NotReported) => held,
            (_, next) => next,
        };
        *state = Some(next);
    }
    if states.iter().all(Option::is_none) {
        return Vec::new();
    }
    let number = |(state, category): (Option<CategoryState>, u8)| CategoryRow {
        category,
        state: state.unwrap_or(CategoryState::NotReported),
    };
    states.into_iter().zip(1..).map(number).collect()
}
