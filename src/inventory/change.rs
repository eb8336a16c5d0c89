use std::collections::BTreeMap;

use serde::Serialize;

use super::emissions;
use crate::disclosure::{Disclosure, Entry, EntryKind, Method, Period, Scopes};
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
    /// Whether both state the same; otherwise the amounts are of what both state.
    pub is_like_for_like: bool,
}

type Key = (Option<Scopes>, Option<Method>);

/// What is said of each category, the first for amounts of none: nothing, or an amount, none where it is named and not
/// stated, or left out.
type Amounts = [Option<Option<Quantity>>; 16];

/// At most twenty-four keys: eight sets of scopes, three methods.
type Sums = Vec<(Key, Amounts)>;

fn find<'a>(sums: &'a Sums, key: &Key) -> Option<&'a Amounts> {
    sums.iter().find(|(held, _)| held == key).map(|(_, amounts)| amounts)
}

const BOTH: Scopes = Scopes::only(1).with(Scopes::only(2));

/// The amounts by period, scopes, method and category, in one pass. What was left out of an inventory is missing in it.
fn sums(file: &Disclosure) -> Vec<(&Period, Sums)> {
    let mut periods: Vec<(&Period, Sums)> = vec![(&file.period, Sums::new())];
    let mut places: BTreeMap<&Period, usize> = BTreeMap::new();
    places.insert(&file.period, 0);
    let is_left_out =
        |entry: &&Entry| entry.kind == EntryKind::Emission && entry.part_of.is_none() && entry.excluded.is_some();
    for entry in emissions(file).chain(file.entries.iter().filter(is_left_out)) {
        let period = entry.period.as_ref().unwrap_or(&file.period);
        let place = *places.entry(period).or_insert(periods.len());
        if place == periods.len() {
            periods.push((period, Sums::new()));
        }
        let Some((_, sums)) = periods.get_mut(place) else { continue };
        let key = (entry.scopes, entry.method);
        if find(sums, &key).is_none() {
            sums.push((key, Amounts::default()));
        }
        let amounts = sums.iter_mut().find(|(held, _)| *held == key);
        let category = usize::from(entry.category.map_or(0, |category| category.0));
        let Some(held) = amounts.and_then(|(_, amounts)| amounts.get_mut(category)) else { continue };
        let stated = entry.amount.stated().map(|range| range.central);
        *held = Some(match held.take() {
            None => stated,
            // Two amounts without scopes may be the same emissions, counted another way.
            Some(one) => {
                one.zip(stated).filter(|_| entry.scopes.is_some()).and_then(|(one, more)| one.plus(&more).ok())
            }
        });
    }
    periods
}

/// Then and now, of what both state.
struct Pair {
    before: Quantity,
    now: Quantity,
    /// Whether nothing that one of them has is missing in the other.
    is_whole: bool,
}

impl Pair {
    fn of(then: &Amounts, now: &Amounts) -> Option<Self> {
        let mut sum: Option<(Quantity, Quantity)> = None;
        // What neither states is no difference.
        let mut is_whole = true;
        for (before, after) in then.iter().zip(now).map(|(before, after)| (before.flatten(), after.flatten())) {
            is_whole &= before.is_some() == after.is_some();
            let Some((before, after)) = before.zip(after) else { continue };
            sum = Some(match sum {
                None => (before, after),
                Some((then, now)) => (then.plus(&before).ok()?, now.plus(&after).ok()?),
            });
        }
        sum.map(|(before, now)| Self { before, now, is_whole })
    }

    fn plus(self, other: &Self) -> Option<Self> {
        Some(Self {
            before: self.before.plus(&other.before).ok()?,
            now: self.now.plus(&other.now).ok()?,
            is_whole: self.is_whole && other.is_whole,
        })
    }
}

/// What is stated for scopes 1 and 2, together or apart, where all of it is.
fn operations(sums: &Sums, method: Option<Method>) -> Option<Quantity> {
    let whole = |scopes, method| {
        let mut amounts = find(sums, &(Some(scopes), method))?.iter().flatten();
        let first = (*amounts.next()?)?;
        amounts.try_fold(first, |sum, amount| sum.plus(amount.as_ref()?).ok())
    };
    let apart = || whole(Scopes::only(1), None)?.plus(&whole(Scopes::only(2), method)?).ok();
    whole(BOTH, method).or_else(|| whole(BOTH, None)).or_else(apart)
}

/// Change since every other period of the file, in the file's order, and the periods that cannot be compared
/// throughout.
pub(super) fn changes(file: &Disclosure) -> (Vec<Change>, Vec<Period>) {
    let periods = sums(file);
    let Some(((_, now), others)) = periods.split_first() else { return (Vec::new(), Vec::new()) };
    let mut changes: Vec<Change> = Vec::new();
    let mut not_comparable = Vec::new();
    for (since, then) in others {
        // Between periods of different lengths a change would be one of lengths.
        if since.months() != file.period.months() {
            not_comparable.push(**since);
            continue;
        }
        let begins = changes.len();
        let mut is_comparable = now.len() == then.len() && now.iter().all(|(key, _)| find(then, key).is_some());
        let mut add = |(scopes, method): Key, pair: &Pair| {
            let Ok(difference) = pair.now.minus(&pair.before) else { return false };
            changes.push(Change {
                since: **since,
                is_base: file.base_period.as_ref() == Some(*since),
                scopes,
                method,
                before: pair.before,
                now: pair.now,
                difference,
                share: difference.share_of(&pair.before).ok(),
                is_like_for_like: pair.is_whole,
            });
            true
        };
        for (key, before) in then {
            let Some(after) = find(now, key) else { continue };
            match Pair::of(before, after) {
                Some(pair) => is_comparable &= add(*key, &pair) && pair.is_whole,
                None => is_comparable = false,
            }
        }
        // Scopes 1 and 2 together, and all three, where both years have them in whatever way.
        let methods = [None, Some(Method::Location), Some(Method::Market)];
        let scope_3 = (Some(Scopes::only(3)), None);
        for method in methods {
            let is_stated = |scopes| [then, now].iter().all(|sums| find(sums, &(Some(scopes), method)).is_some());
            // Only by a method that both years' scope 2 was counted by.
            let is_by = |sums: &Sums| {
                sums.iter().any(|((scopes, held), _)| *held == method && scopes.is_some_and(|s| s.contains(2)))
            };
            if !is_by(then) || !is_by(now) {
                continue;
            }
            let both = operations(then, method).zip(operations(now, method));
            let both = both.map(|(before, now)| Pair { before, now, is_whole: true });
            if let Some(pair) = both.as_ref().filter(|_| !is_stated(BOTH)) {
                is_comparable &= add((Some(BOTH), method), pair);
            }
            if is_stated(Scopes::ALL) {
                continue;
            }
            let chain = find(then, &scope_3).zip(find(now, &scope_3)).and_then(|(before, now)| Pair::of(before, now));
            let all = both.zip(chain).and_then(|(both, chain)| both.plus(&chain));
            if let Some(pair) = all {
                is_comparable &= add((Some(Scopes::ALL), method), &pair);
            }
        }
        // One total stands at the end, one for each method.
        if let Some(added) = changes.get_mut(begins..) {
            added.sort_by_key(|change| change.scopes.map_or(0, |scopes| scopes.iter().count()));
        }
        if !is_comparable {
            not_comparable.push(**since);
        }
    }
    (changes, not_comparable)
}
