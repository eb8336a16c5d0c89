use serde::Serialize;

use super::{categories, emissions, is_current};
use crate::disclosure::{self, Amount, Disclosure, Entry, Scopes};
use crate::quantity::{Gas, Range};

/// How scope 2 was counted, where it was said.
pub type Method = disclosure::Method;

/// What is known of a scope's emissions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ScopeState {
    /// Stated.
    Reported {
        /// How much; none where only the two methods' amounts are given.
        amount: Option<Range>,
    },
    /// Stated in part; the rest is not disclosed.
    AtLeast {
        /// The part that is stated.
        amount: Range,
    },
    /// Not stated.
    NotReported,
}

/// The emissions of one scope, or of scopes that are stated together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScopeRow {
    /// Which.
    pub scopes: Scopes,
    /// What is known.
    #[serde(flatten)]
    pub state: ScopeState,
    /// Scope 2 by the grid's average.
    pub location: Option<Range>,
    /// Scope 2 by contracts.
    pub market: Option<Range>,
    /// Whether scope 2 is stated without its method.
    pub method_not_stated: bool,
    /// The ids of the entries in it.
    pub entries: Vec<String>,
}

/// A total of emissions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Total {
    /// The scope 2 method counted in it, where both are given or one is named.
    pub method: Option<Method>,
    /// How much.
    pub amount: Range,
    /// The scopes counted in it.
    pub scopes: Scopes,
    /// Whether something is missing, so that the total is "at least" this.
    pub at_least: bool,
}

/// The sums of one group of scopes.
#[derive(Default)]
struct Group {
    plain: Option<Range>,
    location: Option<Range>,
    market: Option<Range>,
    has_gap: bool,
    method_not_stated: bool,
    entries: Vec<String>,
}

pub(super) struct Sums {
    /// By scopes, at most eight; none of them shares a scope with another.
    groups: Vec<(Scopes, Group)>,
    pub(super) overlapping: Vec<String>,
    pub(super) other_gas: Vec<String>,
    pub(super) may_be_same: Vec<String>,
}

/// Adds where both are of one gas and the sum fits.
fn add(sum: &mut Option<Range>, amount: &Range) -> bool {
    match sum {
        None => *sum = Some(*amount),
        Some(held) => match held.plus(amount) {
            Ok(total) => *sum = Some(total),
            Err(_) => return false,
        },
    }
    true
}

/// The emissions of the file's period by scopes.
pub(super) fn sums(file: &Disclosure) -> Sums {
    let mut sums = Sums {
        groups: Scopes::sets().map(|scopes| (scopes, Group::default())).collect(),
        overlapping: Vec::new(),
        other_gas: Vec::new(),
        may_be_same: Vec::new(),
    };
    let mut gas: Option<Option<Gas>> = None;
    // The entry without scopes that counts.
    let mut largest: Option<String> = None;
    for entry in emissions(file).filter(|entry| is_current(file, entry)) {
        if let Amount::Stated(range) = &entry.amount
            && *gas.get_or_insert(range.central.gas) != range.central.gas
        {
            sums.other_gas.push(entry.id.to_string());
        }
        let scopes = entry.scopes.unwrap_or_default();
        let Some((_, group)) = sums.groups.iter_mut().find(|(held, _)| *held == scopes) else { continue };
        match (&entry.amount, group.plain) {
            // Nothing says that two amounts without scopes are of different emissions: only the larger one counts.
            (Amount::Stated(amount), Some(held)) if scopes.is_empty() && entry.method.is_none() => {
                let is_larger = amount.central.minus(&held.central).is_ok_and(|more| !more.value.is_sign_negative());
                let mut smaller = entry.id.to_string();
                if is_larger {
                    group.plain = Some(*amount);
                    // What counted until now; beside it there may be entries without an amount.
                    if let Some(counted) = group.entries.iter_mut().find(|id| largest.as_ref() == Some(&**id)) {
                        core::mem::swap(counted, &mut smaller);
                    }
                    largest = Some(entry.id.to_string());
                }
                group.has_gap = true;
                sums.may_be_same.push(smaller);
            }
            (amount, _) => {
                if scopes.is_empty() && amount.stated().is_some() {
                    largest = Some(entry.id.to_string());
                }
                group.add(entry);
            }
        }
    }
    sums.groups.retain(|(_, group)| !group.entries.is_empty());
    sums.drop_overlaps();
    sums
}

impl Group {
    fn add(&mut self, entry: &Entry) {
        let Amount::Stated(amount) = &entry.amount else {
            self.entries.push(entry.id.to_string());
            self.has_gap = true;
            return;
        };
        let scopes = entry.scopes.unwrap_or_default();
        // Of two gases within a scope the first one's amounts are added, and the rest is missing.
        let first = self.plain.or(self.location).or(self.market);
        if first.is_some_and(|first| first.central.gas != amount.central.gas) {
            self.has_gap = true;
            return;
        }
        self.entries.push(entry.id.to_string());
        let fits = match entry.method {
            Some(Method::Location) => add(&mut self.location, amount),
            Some(Method::Market) => add(&mut self.market, amount),
            None => {
                self.method_not_stated |= scopes.contains(2);
                add(&mut self.plain, amount)
            }
        };
        self.has_gap |= !fits;
    }

    fn has_method(&self) -> bool {
        self.location.is_some() || self.market.is_some()
    }

    /// The amount that counts towards the total by a method. One without a method is either of the two, or neither: it
    /// counts only where no other is given.
    fn with_method(&self, method: Option<Method>) -> Option<Range> {
        let by_method = match method {
            Some(Method::Location) => self.location.or(self.market),
            _ => self.market.or(self.location),
        };
        by_method.or(self.plain)
    }

    fn gas(&self) -> Option<Option<Gas>> {
        self.with_method(None).map(|amount| amount.central.gas)
    }
}

impl Sums {
    /// Groups that share a scope with another are not added: the widest is kept.
    fn drop_overlaps(&mut self) {
        let mut kept: Vec<Scopes> = Vec::new();
        for count in (0..=3).rev() {
            for (scopes, group) in self.groups.iter_mut().filter(|(scopes, _)| scopes.iter().count() == count) {
                let shares = kept.iter().any(|held| held.iter().any(|scope| scopes.contains(scope)));
                // An entry that names no scope cannot be told apart from those that do.
                let vague = scopes.is_empty() && !kept.is_empty();
                if shares || vague {
                    self.overlapping.append(&mut group.entries);
                } else {
                    kept.push(*scopes);
                }
            }
        }
        self.groups.retain(|(_, group)| !group.entries.is_empty());
    }

    pub(super) fn rows(&self, file: &Disclosure) -> Vec<ScopeRow> {
        let speaks_of_scopes = file.entries.iter().any(|entry| entry.scopes.is_some());
        if !speaks_of_scopes {
            return Vec::new();
        }
        let mut rows: Vec<ScopeRow> = self
            .groups
            .iter()
            .filter(|(scopes, _)| !scopes.is_empty())
            .map(|(scopes, group)| ScopeRow {
                scopes: *scopes,
                state: match (group.plain, group.has_gap) {
                    (Some(amount), true) => ScopeState::AtLeast { amount },
                    (None, _) if !group.has_method() => ScopeState::NotReported,
                    (amount, _) => ScopeState::Reported { amount },
                },
                location: group.location,
                market: group.market,
                method_not_stated: group.method_not_stated,
                entries: group.entries.clone(),
            })
            .collect();
        let covered = rows.iter().fold(Scopes::default(), |all, row| all.with(row.scopes));
        for scope in Scopes::ALL.without(covered).iter() {
            rows.push(ScopeRow {
                scopes: Scopes::only(scope),
                state: ScopeState::NotReported,
                location: None,
                market: None,
                method_not_stated: false,
                entries: Vec::new(),
            });
        }
        // By the first scope of each.
        let mut sorted = Vec::new();
        for scope in 1..=3 {
            let (of_scope, rest): (Vec<_>, Vec<_>) =
                rows.into_iter().partition(|row| row.scopes.iter().next() == Some(scope));
            sorted.extend(of_scope);
            rows = rest;
        }
        sorted
    }

    /// The total, or where both scope 2 methods are given the two: the one by contracts, on which companies' own claims
    /// rest, last. None where the scopes are stated in different gases: their sum is in neither.
    pub(super) fn totals(&self, file: &Disclosure) -> [Option<Total>; 2] {
        let mut gases = self.groups.iter().filter_map(|(_, group)| group.gas());
        let first = gases.next();
        if gases.any(|gas| Some(gas) != first) {
            return [None, None];
        }
        let has = |given: fn(&Group) -> bool| self.groups.iter().any(|(_, group)| given(group));
        let location = has(|group| group.location.is_some()).then_some(Method::Location);
        let market = has(|group| group.market.is_some()).then_some(Method::Market);
        let first = location.filter(|_| market.is_some()).and_then(|location| self.total(file, Some(location)));
        [first, self.total(file, market.or(location))]
    }

    fn total(&self, file: &Disclosure, method: Option<Method>) -> Option<Total> {
        let speaks_of_scopes = file.entries.iter().any(|entry| entry.scopes.is_some());
        let mut sum = None;
        let mut scopes = Scopes::default();
        // What is left out, for whatever reason, may be more.
        let mut at_least = !self.other_gas.is_empty() || !self.overlapping.is_empty();
        for (covered, group) in &self.groups {
            at_least |= group.has_gap || (group.plain.is_some() && group.has_method());
            if let Some(amount) = group.with_method(method) {
                at_least |= !add(&mut sum, &amount);
                scopes = scopes.with(*covered);
            }
        }
        at_least |= categories::has_gap(file) || (speaks_of_scopes && scopes != Scopes::ALL);
        Some(Total { method, amount: sum?, scopes, at_least })
    }
}
