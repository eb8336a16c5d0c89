use serde::Serialize;

use crate::disclosure::{CarbonNeutral, CreditType, Scopes, Year};
use crate::inventory::{Inventory, ScopeState};
use crate::quantity::{Quantity, Range};

/// "Carbon neutral" or "net zero": what it covers and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckedNeutrality {
    /// Its place among the file's claims.
    pub index: usize,
    /// Whether "net zero" is claimed rather than "carbon neutral".
    pub is_net_zero: bool,
    /// The scopes it is made for; none where the source does not say.
    pub scopes: Option<Scopes>,
    /// The scopes it is not made for.
    pub missing: Scopes,
    /// The year it is made for.
    pub year: Option<Year>,
    /// The gross emissions of the scopes covered, before any credit; none where they are not all disclosed.
    pub gross: Option<Range>,
    /// The credits it rests on, where the file has any: ids.
    pub credits: Vec<String>,
    /// Their sum, where all are quantified.
    pub offset: Option<Quantity>,
    /// Whether any of them is known not to be a removal, or not said to be one.
    pub rests_on_other_than_removals: bool,
    /// Whether any reduction of its emissions is disclosed.
    pub has_reductions: bool,
}

pub(super) fn check(
    inventory: &Inventory,
    has_reductions: bool,
    index: usize,
    claim: &CarbonNeutral,
    is_net_zero: bool,
) -> CheckedNeutrality {
    // A claim that names no scopes is taken for all that the file speaks of.
    let stated = inventory.rows.iter().fold(Scopes::default(), |all, row| all.with(row.scopes));
    let covered = claim.scopes.unwrap_or(stated);
    let mut sum: Option<Range> = None;
    let mut is_whole = !covered.is_empty();
    for row in inventory.rows.iter().filter(|row| row.scopes.iter().any(|scope| covered.contains(scope))) {
        let base = match &row.state {
            ScopeState::Reported { amount } => *amount,
            _ => {
                is_whole = false;
                continue;
            }
        };
        // Contracts are what a claim of neutrality counts, where both methods are given; an amount without a method is
        // never added to either.
        if let Some(amount) = row.market.or(row.location).or(base) {
            sum = match sum {
                None => Some(amount),
                Some(held) => held.plus(&amount).ok(),
            };
        }
    }
    let credits = &inventory.credits;
    let amounts: Option<Vec<Quantity>> = credits.iter().map(|line| line.amount).collect();
    let offset = amounts.and_then(|amounts| {
        let (first, rest) = amounts.split_first()?;
        rest.iter().try_fold(*first, |sum, amount| sum.plus(amount)).ok()
    });
    CheckedNeutrality {
        index,
        is_net_zero,
        scopes: claim.scopes,
        missing: claim.scopes.map_or(Scopes::default(), |scopes| Scopes::ALL.without(scopes)),
        year: claim.year,
        gross: sum.filter(|_| is_whole),
        credits: credits.iter().map(|line| line.entry.clone()).collect(),
        offset,
        rests_on_other_than_removals: credits.iter().any(|line| line.credit_type != Some(CreditType::Removal)),
        has_reductions: has_reductions || !inventory.changes.is_empty(),
    }
}
