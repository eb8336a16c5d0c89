use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::emissions;
use crate::disclosure::{Disclosure, Method, Period, Scopes};
use crate::quantity::{Decimal, Quantity};

/// How the emissions of some scopes changed since another period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The other period.
    pub since: Period,
    /// Whether it is the base period.
    pub is_base: bool,
    /// Which scopes.
    pub scopes: Option<Scopes>,
    /// How scope 2 was counted, where that is said.
    pub method: Option<Method>,
    /// Then.
    pub before: Quantity,
    /// In the file's own period.
    pub now: Quantity,
    /// Now less then.
    pub difference: Quantity,
    /// The difference as a share of then.
    pub share: Option<Decimal>,
}

type Key = (Option<Scopes>, Option<u8>);

#[derive(Default)]
struct Sum {
    amount: Option<Quantity>,
    categories: BTreeSet<Option<u8>>,
    is_whole: bool,
}

type Sums = BTreeMap<Key, Sum>;

/// The sums by period, scopes and method, in one pass.
fn sums(file: &Disclosure) -> BTreeMap<&Period, Sums> {
    let mut periods: BTreeMap<&Period, Sums> = BTreeMap::new();
    for entry in emissions(file) {
        let period = entry.period.as_ref().unwrap_or(&file.period);
        let method = entry.method.map(|method| method as u8);
        let sums = periods.entry(period).or_default();
        let sum = sums.entry((entry.scopes, method)).or_insert_with(|| Sum { is_whole: true, ..Sum::default() });
        sum.categories.insert(entry.category.map(|category| category.0));
        sum.amount = match (sum.amount, entry.amount.stated()) {
            (None, Some(range)) if sum.is_whole => Some(range.central),
            (Some(held), Some(range)) => held.plus(&range.central).ok(),
            _ => None,
        };
        sum.is_whole &= sum.amount.is_some();
    }
    periods
}

/// Change since every other period of the file, the latest first, and the periods that cannot be compared
/// throughout.
pub(super) fn changes(file: &Disclosure) -> (Vec<Change>, Vec<Period>) {
    let periods = sums(file);
    let nothing = Sums::new();
    let now = periods.get(&file.period).unwrap_or(&nothing);
    let mut changes = Vec::new();
    let mut not_comparable = Vec::new();
    for (since, then) in periods.iter().rev().filter(|(period, _)| **period != &file.period) {
        let mut is_comparable = now.keys().eq(then.keys());
        for (key, before) in then {
            let Some(after) = now.get(key) else { continue };
            if before.categories != after.categories {
                is_comparable = false;
                continue;
            }
            let (Some(before), Some(after)) = (before.amount, after.amount) else { continue };
            let Ok(difference) = after.minus(&before) else {
                is_comparable = false;
                continue;
            };
            changes.push(Change {
                since: (*since).clone(),
                is_base: file.base_period.as_ref() == Some(*since),
                scopes: key.0,
                method: [Method::Location, Method::Market].into_iter().find(|method| Some(*method as u8) == key.1),
                before,
                now: after,
                difference,
                share: difference.share_of(&before).ok(),
            });
        }
        if !is_comparable {
            not_comparable.push((*since).clone());
        }
    }
    (changes, not_comparable)
}
