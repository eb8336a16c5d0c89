use std::collections::BTreeSet;

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
    let wholes: BTreeSet<&str> = file.entries.iter().filter_map(|e| e.part_of.as_ref()).map(|id| id.as_str()).collect();
    let of_row = |row: &ScopeRow| {
        let ScopeState::Reported { amount: Some(emitted) } = &row.state else { return None };
        let measures: Vec<Measure> = file
            .entries
            .iter()
            .filter(|entry| matches!(entry.kind, EntryKind::Reduction | EntryKind::Avoided))
            .filter(|entry| entry.scopes == Some(row.scopes) && is_current(file, entry))
            .filter(|entry| !wholes.contains(entry.id.as_str()))
            .filter_map(|entry| {
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
