//! What a disclosure's amounts add up to, and what they do not.
//!
//! Kinds (emission, reduction, avoided, removal, credit) are never added to each other; the two scope 2 methods are
//! alternatives and give two totals; combined scopes stay combined; a total with a gap is marked "at least".
//!
//! ```
//! use emissions_calculator::{disclosure::Disclosure, inventory::Inventory};
//! let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
//! let inventory = Inventory::of(&file);
//! assert_eq!(inventory.wholes[0].remainder.to_string(), "6649.79 tCO2e");
//! assert_eq!(inventory.measures[0].before.to_string(), "46711.77 tCO2e");
//! assert!(inventory.totals[0].at_least);
//! # Ok::<(), emissions_calculator::disclosure::Fault>(())
//! ```

mod categories;
mod change;
mod credits;
mod measures;
mod scopes;
mod wholes;

use std::collections::BTreeSet;

use serde::Serialize;

pub use categories::{CategoryRow, CategoryState};
pub use change::Change;
pub use credits::CreditLine;
pub use measures::{Measure, Measures};
pub use scopes::{Method, ScopeRow, ScopeState, Total};
pub use wholes::{Outside, Whole};

use crate::disclosure::{Disclosure, Entry, EntryKind, Period};

/// Everything that follows from the entries alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inventory {
    /// Emissions by scope, in order, with a row for each scope that is not reported. Empty where the file does not
    /// speak of scopes.
    pub rows: Vec<ScopeRow>,
    /// The fifteen scope 3 categories; empty where the file names none.
    pub categories: Vec<CategoryRow>,
    /// Total emissions: one, or one for each scope 2 method; none where nothing can be added.
    pub totals: Vec<Total>,
    /// Entries that cannot be added to the others because their scopes overlap.
    pub overlapping: Vec<String>,
    /// Entries whose gas differs from the first's, so that they cannot be added.
    pub other_gas: Vec<String>,
    /// Entries without scopes that may be the same emissions as a larger one, counted another way, and are not added.
    pub may_be_same: Vec<String>,
    /// Emissions as they would have been without the stated measures.
    pub measures: Vec<Measures>,
    /// Stated wholes and their parts.
    pub wholes: Vec<Whole>,
    /// Avoided emissions that cannot be inside a stated whole.
    pub outside: Vec<Outside>,
    /// Carbon credits.
    pub credits: Vec<CreditLine>,
    /// Change since other periods.
    pub changes: Vec<Change>,
    /// Other periods whose entries do not cover the same scopes and categories.
    pub not_comparable: Vec<Period>,
}

impl Inventory {
    /// Works out a disclosure's inventory. The cost grows linearly with the number of entries.
    #[must_use]
    pub fn of(file: &Disclosure) -> Self {
        let sums = scopes::sums(file);
        let categories = categories::rows(file);
        let (rows, totals) = (sums.rows(file), sums.totals(file).into_iter().flatten().collect());
        let (wholes, outside) = wholes::wholes(file);
        let (changes, not_comparable) = change::changes(file);
        Self {
            measures: measures::measures(file, &rows),
            credits: credits::lines(file),
            rows,
            categories,
            totals,
            overlapping: sums.overlapping,
            other_gas: sums.other_gas,
            may_be_same: sums.may_be_same,
            wholes,
            outside,
            changes,
            not_comparable,
        }
    }
}

/// The total alone, for a headline that rests on no entry; where both scope 2 methods are given, the one by contracts.
#[must_use]
pub fn total(file: &Disclosure) -> Option<Total> {
    let [location, market] = scopes::sums(file).totals(file);
    market.or(location)
}

/// Whether an entry belongs to the file's own period.
pub(crate) fn is_current(file: &Disclosure, entry: &Entry) -> bool {
    entry.period.as_ref().is_none_or(|period| *period == file.period)
}

/// The emissions that count towards totals: no parts of others, nothing excluded, and no net amount where the gross one of
/// the same period and scopes is stated.
pub(crate) fn emissions(file: &Disclosure) -> impl Iterator<Item = &Entry> {
    let is_whole =
        |entry: &&Entry| entry.kind == EntryKind::Emission && entry.part_of.is_none() && entry.excluded.is_none();
    let place = |entry: &Entry| (entry.period.unwrap_or(file.period), entry.scopes);
    let has_net = file.entries.iter().any(|entry| entry.net_of.is_some());
    let gross = file.entries.iter().filter(|_| has_net).filter(is_whole).filter(|entry| entry.net_of.is_none());
    let gross: BTreeSet<_> = gross.map(place).collect();
    file.entries.iter().filter(is_whole).filter(move |entry| entry.net_of.is_none() || !gross.contains(&place(entry)))
}

/// The net amounts of the file's period that do not count, because the gross one does.
pub(crate) fn net_beside_gross(file: &Disclosure) -> impl Iterator<Item = &Entry> {
    let counted: BTreeSet<&str> = emissions(file).map(|entry| entry.id.as_str()).collect();
    file.entries.iter().filter(move |entry| {
        let is_net = entry.kind == EntryKind::Emission && entry.net_of.is_some() && entry.excluded.is_none();
        is_net && entry.part_of.is_none() && is_current(file, entry) && !counted.contains(entry.id.as_str())
    })
}
