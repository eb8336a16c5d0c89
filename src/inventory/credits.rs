use serde::Serialize;

use super::is_current;
use crate::disclosure::{CreditType, Disclosure, EntryKind, Scopes};
use crate::quantity::{Decimal, Quantity};

/// Carbon credits used to offset.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreditLine {
    /// The entry's id.
    pub entry: String,
    /// How much, where it is disclosed.
    pub amount: Option<Quantity>,
    /// The entry that it is meant to offset.
    pub covers: Option<String>,
    /// The scopes of that entry.
    pub covered_scopes: Option<Scopes>,
    /// The gross amount of that entry.
    pub gross: Option<Quantity>,
    /// The credits as a share of that gross amount.
    pub share: Option<Decimal>,
    /// Gross less credits, where both are known and of one gas.
    pub net: Option<Quantity>,
    /// What the credits stand for.
    pub credit_type: Option<CreditType>,
    /// Whether registry, vintage and retirement are all stated.
    pub is_traceable: bool,
}

pub(super) fn lines(file: &Disclosure) -> Vec<CreditLine> {
    let places = file.places();
    let credits = file.entries.iter().filter(|e| e.kind == EntryKind::Credit && is_current(file, e));
    credits
        .map(|entry| {
            let amount = entry.amount.stated().map(|range| range.central);
            let covered = entry.covers.as_ref().and_then(|id| file.entries.get(*places.get(id.as_str())?));
            let gross = covered.and_then(|covered| covered.amount.stated()).map(|range| range.central);
            let both = amount.zip(gross);
            CreditLine {
                entry: entry.id.to_string(),
                amount,
                covers: entry.covers.as_ref().map(ToString::to_string),
                covered_scopes: covered.and_then(|covered| covered.scopes),
                gross,
                share: both.and_then(|(amount, gross)| amount.share_of(&gross).ok()),
                net: both.and_then(|(amount, gross)| gross.minus(&amount).ok()),
                credit_type: entry.credit_type,
                is_traceable: entry.registry.is_some() && entry.vintage.is_some() && entry.retirement.is_some(),
            }
        })
        .collect()
}
