use std::collections::BTreeMap;

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
    /// A bit for each category, the lowest for amounts of no category.
    categories: u16,
    is_whole: bool,
}

/// At most twenty-four: eight sets of scopes, three methods.
type Sums = Vec<(Key, Sum)>;

/// The sums by period, scopes and method, in one pass.
fn sums(file: &Disclosure) -> Vec<(&Period, Sums)> {
    let mut periods: Vec<(&Period, Sums)> = vec![(&file.period, Sums::new())];
    let mut places: BTreeMap<&Period, usize> = BTreeMap::new();
    places.insert(&file.period, 0);
    for entry in emissions(file) {
        let period = entry.period.as_ref().unwrap_or(&file.period);
        let method = entry.method.map(|method| method as u8);
        let place = *places.entry(period).or_insert(periods.len());
        if place == periods.len() {
            periods.push((period, Sums::new()));
        }
        let Some((_, sums)) = periods.get_mut(place) else { continue };
        let key = (entry.scopes, method);
        if !sums.iter().any(|(held, _)| *held == key) {
            sums.push((key, Sum { is_whole: true, ..Sum::default() }));
        }
        let Some((_, sum)) = sums.iter_mut().find(|(held, _)| *held == key) else { continue };
        sum.categories |= 1_u16.checked_shl(entry.category.map_or(0, |category| category.0.into())).unwrap_or(0);
        sum.amount = match (sum.amount, entry.amount.stated()) {
            (None, Some(range)) if sum.is_whole => Some(range.central),
            (Some(held), Some(range)) => held.plus(&range.central).ok(),
            _ => None,
        };
        sum.is_whole &= sum.amount.is_some();
    }
    periods
}

/// Change since every other period of the file, in the file's order, and the periods that cannot be compared
/// throughout.
pub(super) fn changes(file: &Disclosure) -> (Vec<Change>, Vec<Period>) {
    let periods = sums(file);
    let Some(((_, now), others)) = periods.split_first() else { return (Vec::new(), Vec::new()) };
    let find = |sums: &'_ Sums, key: &Key| sums.iter().position(|(held, _)| held == key);
    let mut changes = Vec::new();
    let mut not_comparable = Vec::new();
    for (since, then) in others {
        // Between periods of different lengths a change would be one of lengths.
        let as_long = since.months() == file.period.months();
        let mut is_comparable =
            now.len() == then.len() && as_long && now.iter().all(|(key, _)| find(then, key).is_some());
        for (key, before) in then {
            let Some((_, after)) = find(now, key).and_then(|place| now.get(place)) else { continue };
            if !as_long {
                continue;
            }
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
                since: **since,
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
            not_comparable.push(**since);
        }
    }
    (changes, not_comparable)
}
