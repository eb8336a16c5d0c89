use serde::Serialize;

use super::{ScopeRow, ScopeState, is_current};
use crate::disclosure::{Disclosure, EntryKind, Scopes};
use crate::quantity::Quantity;

/// A stated reduction or avoided amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// The entry's id.
    pub entry: String,
    /// Reduction or avoided.
    pub kind: EntryKind,
    /// How much.
    pub amount: Quantity,
}

/// The emissions of some scopes before and after the measures stated for exactly those scopes. `before` is worked
/// out here: no source states it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// Which scopes.
    pub scopes: Scopes,
    /// The sum of the measures and what was emitted.
    pub before: Quantity,
    /// The measures, in the file's order.
    pub measures: Vec<Measure>,
    /// What was emitted.
    pub emitted: Quantity,
}

pub(super) fn measures(file: &Disclosure, rows: &[ScopeRow]) -> Vec<Measures> {
    // A whole would count its parts twice.
    let places = file.places();
    let mut is_whole = vec![false; file.entries.len()];
    for whole in file.entries.iter().filter_map(|entry| entry.part_of.as_ref()) {
        if let Some(marked) = places.get(whole.as_str()).and_then(|index| is_whole.get_mut(*index)) {
            *marked = true;
        }
    }
    let of_row = |row: &ScopeRow| {
        let ScopeState::Reported { amount: Some(emitted) } = &row.state else { return None };
        let measures: Vec<Measure> = file
            .entries
            .iter()
            .zip(&is_whole)
            .filter_map(|(entry, is_whole)| {
                let is_measure = matches!(entry.kind, EntryKind::Reduction | EntryKind::Avoided);
                if !is_measure || *is_whole || entry.scopes != Some(row.scopes) || !is_current(file, entry) {
                    return None;
                }
                let amount = entry.amount.stated()?.central;
                Some(Measure { entry: entry.id.to_string(), kind: entry.kind, amount })
            })
            .collect();
        let emitted = emitted.central;
        let before = measures.iter().try_fold(emitted, |sum, measure| sum.plus(&measure.amount)).ok()?;
        (!measures.is_empty()).then_some(Measures { scopes: row.scopes, before, measures, emitted })
    };
    rows.iter().filter_map(of_row).collect()
}
