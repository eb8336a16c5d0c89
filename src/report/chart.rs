use serde::Serialize;

use crate::disclosure::{EntryKind, Method, Scopes};
use crate::inventory::{CreditLine, Inventory, ScopeState};
use crate::quantity::{Arithmetic, Decimal, Quantity};

/// What a bar shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "role", rename_all = "kebab-case")]
pub enum BarRole {
    /// Emissions as they would have been without the measures; worked out, not stated.
    Before {
        /// Of these scopes.
        scopes: Scopes,
    },
    /// A reduction or an avoided amount.
    Measure {
        /// Its entry.
        entry: String,
        /// Which of the two.
        kind: EntryKind,
    },
    /// Emissions.
    Emitted {
        /// Of these scopes.
        scopes: Scopes,
        /// How scope 2 was counted, where two ways are shown.
        method: Option<Method>,
        /// Whether a part is not disclosed.
        at_least: bool,
    },
    /// Carbon credits.
    Credits {
        /// Their entry.
        entry: String,
    },
    /// What is left of an emission when the credits that cover it are taken off; worked out, and no emission.
    Net {
        /// The emission's entry.
        gross: String,
    },
    /// Scopes that are not reported.
    NotReported {
        /// Which.
        scopes: Scopes,
    },
}

/// A bar of the chart of what is counted, from gross to net.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// What it shows.
    #[serde(flatten)]
    pub role: BarRole,
    /// How much; none where that is not known.
    pub amount: Option<Quantity>,
    /// Where it begins, as a share of the chart's width.
    pub start: Decimal,
    /// How long it is, as a share of the chart's width; none where that is not known.
    pub length: Option<Decimal>,
}

pub(super) fn bars(inventory: &Inventory) -> Vec<Bar> {
    let mut rows = Vec::new();
    for row in &inventory.rows {
        let emitted = |method, at_least| BarRole::Emitted { scopes: row.scopes, method, at_least };
        let measures = inventory.measures.iter().find(|measures| measures.scopes == row.scopes);
        if let Some(measures) = measures {
            rows.push((BarRole::Before { scopes: row.scopes }, Some(measures.before), None));
            let mut left = measures.before;
            for measure in &measures.measures {
                left = left.minus(&measure.amount).unwrap_or(left);
                let role = BarRole::Measure { entry: measure.entry.clone(), kind: measure.kind };
                rows.push((role, Some(measure.amount), Some(left)));
            }
        }
        match &row.state {
            ScopeState::NotReported => rows.push((BarRole::NotReported { scopes: row.scopes }, None, None)),
            ScopeState::AtLeast { amount } => rows.push((emitted(None, true), Some(amount.central), None)),
            ScopeState::Reported { amount } => {
                if let Some(amount) = amount {
                    rows.push((emitted(None, false), Some(amount.central), None));
                }
            }
        }
        for (method, amount) in [(Method::Location, row.location), (Method::Market, row.market)] {
            if let Some(amount) = amount {
                rows.push((emitted(Some(method), false), Some(amount.central), None));
            }
        }
        // Credits stand under what they are meant to offset.
        let credits = inventory.credits.iter().filter(|line| line.covered_scopes == Some(row.scopes));
        rows.extend(credits.flat_map(credit));
    }
    let is_shown = |scopes| inventory.rows.iter().any(|row| Some(row.scopes) == scopes);
    let rest = inventory.credits.iter().filter(|line| line.covered_scopes.is_none() || !is_shown(line.covered_scopes));
    rows.extend(rest.flat_map(credit));
    scale(rows)
}

/// The credits, from the end of what they cover backwards, and what that leaves.
fn credit(line: &CreditLine) -> impl Iterator<Item = Row> + use<> {
    // More credits than there is to cover leave nothing to draw.
    let net = line.net.filter(|net| !net.value.is_sign_negative());
    let credits = (BarRole::Credits { entry: line.entry.clone() }, line.amount, net);
    let net = net.zip(line.covers.clone());
    let net = net.map(|(net, gross)| (BarRole::Net { gross }, Some(net), None));
    core::iter::once(credits).chain(net)
}

type Row = (BarRole, Option<Quantity>, Option<Quantity>);

/// The rows as shares of the longest bar.
fn scale(rows: Vec<Row>) -> Vec<Bar> {
    // All in the first amount's unit; an amount of another gas is drawn to the same scale of mass.
    let in_kg = |quantity: &Quantity| quantity.convert("kg".parse().unwrap_or(quantity.unit)).ok().map(|q| q.value);
    let longest = rows.iter().filter_map(|(_, amount, _)| amount.as_ref().and_then(in_kg)).max();
    let share = |quantity: &Quantity| Some(in_kg(quantity)?.quotient(longest?)?.round_dp(4));
    rows.into_iter()
        .map(|(role, amount, start)| Bar {
            role,
            start: start.as_ref().and_then(share).unwrap_or_default(),
            length: amount.as_ref().and_then(share),
            amount,
        })
        .collect()
}
