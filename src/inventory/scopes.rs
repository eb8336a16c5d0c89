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
    /// Amounts of scope 3 as a whole, beside which categories are a breakdown.
    whole: Option<Range>,
    has_gap: bool,
    method_not_stated: bool,
    entries: Vec<String>,
}

pub(super) struct Sums {
    /// By scopes, at most eight.
    groups: Vec<(Scopes, Group)>,
    pub(super) overlapping: Vec<String>,
    pub(super) other_gas: Vec<String>,
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
    };
    let mut gas: Option<Option<Gas>> = None;
    for entry in emissions(file).filter(|entry| is_current(file, entry)) {
        if let Amount::Stated(range) = &entry.amount
            && *gas.get_or_insert(range.central.gas) != range.central.gas
        {
            sums.other_gas.push(entry.id.to_string());
            continue;
        }
        let scopes = entry.scopes.unwrap_or_default();
        if let Some((_, group)) = sums.groups.iter_mut().find(|(held, _)| *held == scopes) {
            group.add(entry);
        }
    }
    sums.groups.retain(|(_, group)| !group.entries.is_empty());
    sums.drop_overlaps();
    sums
}

impl Group {
    fn add(&mut self, entry: &Entry) {
        self.entries.push(entry.id.to_string());
        let Amount::Stated(amount) = &entry.amount else {
            self.has_gap = true;
            return;
        };
        let scopes = entry.scopes.unwrap_or_default();
        let fits = match entry.method {
            Some(Method::Location) => add(&mut self.location, amount),
            Some(Method::Market) => add(&mut self.market, amount),
            None if scopes == Scopes::only(3) && entry.category.is_none() => add(&mut self.whole, amount),
            None => {
                self.method_not_stated |= scopes.contains(2);
                add(&mut self.plain, amount)
            }
        };
        self.has_gap |= !fits;
    }

    /// What counts towards a total beside scope 2 by a method.
    fn base(&self) -> Option<Range> {
        self.whole.or(self.plain)
    }

    fn with_method(&self, method: Option<Method>) -> Option<Range> {
        let by_method = match method {
            Some(Method::Location) => self.location.or(self.market),
            Some(Method::Market) => self.market.or(self.location),
            None => self.market.or(self.location),
        };
        let mut sum = self.base();
        if let Some(amount) = by_method {
            add(&mut sum, &amount);
        }
        sum
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
                state: match (group.base(), group.has_gap) {
                    (Some(amount), true) => ScopeState::AtLeast { amount },
                    (None, _) if group.location.is_none() && group.market.is_none() => ScopeState::NotReported,
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
    /// rest, last.
    pub(super) fn totals(&self, file: &Disclosure) -> [Option<Total>; 2] {
        let named = |method| file.entries.iter().any(|entry| entry.method == Some(method)).then_some(method);
        let (location, market) = (named(Method::Location), named(Method::Market));
        let first = location.filter(|_| market.is_some()).and_then(|location| self.total(file, Some(location)));
        [first, self.total(file, market.or(location))]
    }

    fn total(&self, file: &Disclosure, method: Option<Method>) -> Option<Total> {
        let speaks_of_scopes = file.entries.iter().any(|entry| entry.scopes.is_some());
        let mut sum = None;
        let mut scopes = Scopes::default();
        let mut at_least = !self.other_gas.is_empty();
        for (covered, group) in &self.groups {
            at_least |= group.has_gap;
            if let Some(amount) = group.with_method(method) {
                at_least |= !add(&mut sum, &amount);
                scopes = scopes.with(*covered);
            }
        }
        at_least |= categories::has_gap(file) || (speaks_of_scopes && scopes != Scopes::ALL);
        Some(Total { method, amount: sum?, scopes, at_least })
    }
}
