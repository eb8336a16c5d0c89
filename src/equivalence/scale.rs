use super::compute::count;
use crate::factors::{self, Definition};
use crate::quantity::{Arithmetic, Decimal, Quantity};

/// The most things that a reader can still picture.
const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Whether a count is too small (below one) or too large (above a million) to mean anything to a reader.
#[must_use]
pub fn is_off_scale(count: &Decimal) -> bool {
    *count < Decimal::ONE || *count > MOST
}

/// A comparison of the same kind whose count is on scale: the one nearest to a thousand; ties keep the catalogue's
/// order. Comparisons that are not listed are not suggested.
#[must_use]
pub fn neighbour(definition: &Definition, amount: &Quantity) -> Option<&'static Definition> {
    // Nearness on a logarithmic scale, as the ratio to a thousand that is above one.
    let thousand = Decimal::ONE_THOUSAND;
    let distance = |count: Decimal| {
        if count > thousand { count.quotient(thousand) } else { thousand.quotient(count) }
    };
    factors::catalogue()
        .iter()
        .filter(|other| other.listed && other.kind == definition.kind && other.id != definition.id)
        .filter_map(|other| {
            let values: Vec<Decimal> = other.default_preset()?.values.iter().map(|v| v.value).collect();
            let count = count(other, amount, &values).ok()?.value;
            (!is_off_scale(&count)).then_some((distance(count)?, other))
        })
        .min_by(|(a, _), (b, _)| a.cmp(b))
        .map(|(_, other)| other)
}
