//! What was stated against what is computed, and what a claim of neutrality leaves open. Numbers and gaps, never a
//! verdict on anyone.
//!
//! ```
//! use emissions_calculator::{claim, claim::Verdict, disclosure::Disclosure};
//! let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
//! let checked = claim::check(&file);
//! assert_eq!(checked.equivalences[0].verdict, Verdict::RoundedDown);
//! # Ok::<(), emissions_calculator::disclosure::Fault>(())
//! ```

mod equivalence;
mod neutrality;
mod standards;
mod target;
mod verdict;

use serde::Serialize;

pub(crate) use equivalence::article_values;
pub use equivalence::{CheckedEquivalence, Solution};
pub use neutrality::CheckedNeutrality;
pub use standards::{STANDARDS, Standard};
pub use target::{CheckedTarget, Missing};
pub use verdict::{CLOSE, Judged, Verdict, judge};

use crate::disclosure::{Claim, Disclosure, Entry, EntryKind};

/// Every claim of a file, checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// "As much as N things emit."
    pub equivalences: Vec<CheckedEquivalence>,
    /// "Carbon neutral" and "net zero".
    pub neutrality: Vec<CheckedNeutrality>,
    /// The targets, by date.
    pub targets: Vec<CheckedTarget>,
}

/// Checks every claim and lists every target.
#[must_use]
pub fn check(file: &Disclosure) -> Checked {
    let inventory = crate::inventory::Inventory::of(file);
    check_with(file, &inventory)
}

fn equivalences(file: &Disclosure, entry: equivalence::Find<'_, '_>) -> Vec<CheckedEquivalence> {
    let mut checked = Vec::new();
    for (index, claim) in file.claims.iter().enumerate() {
        if let Claim::Equivalence(claim) = claim {
            checked.push(equivalence::check(file, entry, index, claim));
        }
    }
    checked
}

/// As [`check`], with the inventory already worked out.
pub(crate) fn check_with(file: &Disclosure, inventory: &crate::inventory::Inventory) -> Checked {
    let is_reduction = |entry: &Entry| entry.kind == EntryKind::Reduction && entry.amount.stated().is_some();
    let has_reductions =
        file.entries.iter().any(|entry| is_reduction(entry) && crate::inventory::is_current(file, entry));
    let neutrality = file.claims.iter().enumerate().filter_map(|(index, claim)| match claim {
        Claim::Equivalence(_) => None,
        Claim::CarbonNeutral(claim) => Some(neutrality::check(inventory, has_reductions, index, claim, false)),
        Claim::NetZero(claim) => Some(neutrality::check(inventory, has_reductions, index, claim, true)),
    });
    let places = file.places();
    Checked {
        equivalences: equivalences(file, &|id| file.entries.get(*places.get(id)?)),
        neutrality: neutrality.collect(),
        targets: target::list(file),
    }
}
