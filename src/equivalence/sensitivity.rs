use serde::Serialize;

use super::compute::count;
use crate::factors::Definition;
use crate::quantity::{Arithmetic, Decimal, Quantity};

/// How far one assumption alone moves the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sensitivity {
    /// The assumption's id.
    pub assumption: String,
    /// Its place in the definition.
    pub index: usize,
    /// The lowest result, over the assumption's plausible range with the others as they are.
    pub low: Decimal,
    /// The highest.
    pub high: Decimal,
    /// (high − low) ÷ result: 1 when the result moves by its own size.
    pub swing: Decimal,
}

/// The adjustable assumptions, the one that moves the result most first; ties keep the definition's order. `values` are
/// in the definition's order and units.
#[must_use]
pub fn sensitivity(definition: &Definition, amount: &Quantity, values: &[Decimal]) -> Vec<Sensitivity> {
    let Ok(now) = count(definition, amount, values) else { return Vec::new() };
    let at = |index: usize, value: Decimal| {
        let moved: Vec<Decimal> =
            values.iter().enumerate().map(|(i, held)| if i == index { value } else { *held }).collect();
        count(definition, amount, &moved).ok().map(|q| q.value)
    };
    let mut ranked: Vec<Sensitivity> = definition
        .assumptions
        .iter()
        .enumerate()
        .filter(|(_, assumption)| assumption.is_adjustable())
        .filter_map(|(index, assumption)| {
            // A limit of zero below the line has no result; the step next to it has.
            let one = at(index, assumption.min).or_else(|| at(index, assumption.step))?;
            let other = at(index, assumption.max)?;
            let (low, high) = (one.min(other), one.max(other));
            let swing = high.difference(low)?.quotient(now.value)?;
            Some(Sensitivity { assumption: assumption.id.to_string(), index, low, high, swing })
        })
        .collect();
    ranked.sort_by_key(|one| core::cmp::Reverse(one.swing));
    ranked
}
