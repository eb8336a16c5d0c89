use serde::Serialize;

use super::is_current;
use crate::disclosure::{Disclosure, Entry, EntryKind, Scopes};
use crate::quantity::{Decimal, Quantity};

/// A stated whole and the parts stated for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// The whole's entry.
    pub entry: String,
    /// Its amount.
    pub total: Quantity,
    /// The ids of the parts that were added.
    pub parts: Vec<String>,
    /// Their sum.
    pub itemised: Quantity,
    /// The whole less its parts; below zero where the parts exceed it.
    pub remainder: Quantity,
    /// The remainder as a share of the whole.
    pub remainder_share: Decimal,
    /// Whether the remainder, above or below zero, is no more than the rounding of the numbers allows.
    pub is_rounding: bool,
    /// Parts that were not added: of another kind than the whole.
    pub other_kind: Vec<String>,
    /// Parts that were not added: of another gas than the whole.
    pub other_gas: Vec<String>,
}

/// Avoided emissions that cannot be inside any stated whole: the parts of the one with the most room and they together
/// exceed it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outside {
    /// The avoided amount's entry.
    pub entry: String,
    /// The whole's entry.
    pub whole: String,
    /// The whole's amount.
    pub total: Quantity,
    /// Parts and avoided amount together.
    pub together: Quantity,
    /// By how much they exceed the whole.
    pub excess: Quantity,
}

pub(super) fn wholes(file: &Disclosure) -> (Vec<Whole>, Vec<Outside>) {
    let places = file.places();
    let mut parts: Vec<Vec<&Entry>> = vec![Vec::new(); file.entries.len()];
    for entry in &file.entries {
        let whole = entry.part_of.as_ref().and_then(|whole| places.get(whole.as_str()));
        if let Some(held) = whole.and_then(|index| parts.get_mut(*index)) {
            held.push(entry);
        }
    }
    let mut wholes = Vec::new();
    // The whole with the most room for each set of scopes: what does not fit there fits nowhere. Eight candidates at
    // most keep the cost in proportion to the entries.
    let mut roomiest: Vec<(Scopes, Whole)> = Vec::new();
    for (entry, parts) in file.entries.iter().zip(&parts).filter(|(_, parts)| !parts.is_empty()) {
        let Some(whole) = whole_of(entry, parts) else { continue };
        // Only a reduction could be taken to include what was avoided.
        if entry.kind == EntryKind::Reduction && is_current(file, entry) {
            let scopes = entry.scopes.unwrap_or_default();
            match roomiest.iter_mut().find(|(held, _)| *held == scopes) {
                None => roomiest.push((scopes, whole.clone())),
                Some((_, held)) if has_more_room(&whole, held) => *held = whole.clone(),
                Some(_) => {}
            }
        }
        wholes.push(whole);
    }
    let is_avoided =
        |entry: &&Entry| entry.kind == EntryKind::Avoided && entry.part_of.is_none() && is_current(file, entry);
    let outside = file.entries.iter().filter(is_avoided).filter_map(|avoided| cannot_be_inside(&roomiest, avoided));
    (wholes, outside.collect())
}

/// Whether more of one whole is not itemised than of another. Amounts of two gases cannot be compared; the first stays.
fn has_more_room(whole: &Whole, other: &Whole) -> bool {
    whole.remainder.minus(&other.remainder).is_ok_and(|more| more.value > Decimal::ZERO)
}

fn whole_of(entry: &Entry, parts: &[&Entry]) -> Option<Whole> {
    let total = entry.amount.stated()?.central;
    let mut itemised = Quantity { value: Decimal::ZERO, ..total };
    let mut whole_parts = Vec::new();
    let mut slack = half_of_last_digit(&total);
    let (mut other_kind, mut other_gas) = (Vec::new(), Vec::new());
    for part in parts {
        if part.kind != entry.kind {
            other_kind.push(part.id.to_string());
            continue;
        }
        let Some(amount) = part.amount.stated() else { continue };
        match itemised.plus(&amount.central) {
            Ok(sum) => {
                itemised = sum;
                slack = slack.and_then(|slack| slack.plus(&half_of_last_digit(&amount.central)?).ok());
                whole_parts.push(part.id.to_string());
            }
            Err(_) => other_gas.push(part.id.to_string()),
        }
    }
    let remainder = total.minus(&itemised).ok()?;
    let remainder_share = remainder.share_of(&total).unwrap_or_default();
    let beyond = slack.and_then(|slack| Quantity { value: remainder.value.abs(), ..remainder }.minus(&slack).ok());
    Some(Whole {
        is_rounding: !remainder.value.is_zero() && beyond.is_some_and(|beyond| beyond.value <= Decimal::ZERO),
        entry: entry.id.to_string(),
        total,
        parts: whole_parts,
        itemised,
        remainder,
        remainder_share,
        other_kind,
        other_gas,
    })
}

/// How far a number as it is written may be from the one that was rounded to it: half of its last digit. Zeros at the end
/// of a whole number count as digits.
fn half_of_last_digit(written: &Quantity) -> Option<Quantity> {
    let half = Decimal::try_from_i128_with_scale(5, written.value.scale().checked_add(1)?).ok()?;
    Some(Quantity { value: half, ..*written })
}

/// The whole with the most room among those whose scopes contain the avoided amount's, where it does not fit even
/// there.
fn cannot_be_inside(roomiest: &[(Scopes, Whole)], avoided: &Entry) -> Option<Outside> {
    let amount = avoided.amount.stated()?.central;
    let scopes = avoided.scopes?;
    let could_hold = roomiest.iter().filter(|(held, _)| held.covers(scopes)).map(|(_, whole)| whole);
    let whole = could_hold.reduce(|held, whole| if has_more_room(whole, held) { whole } else { held })?;
    let together = whole.itemised.plus(&amount).ok()?;
    let excess = together.minus(&whole.total).ok()?;
    (excess.value > Decimal::ZERO).then(|| Outside {
        entry: avoided.id.to_string(),
        whole: whole.entry.clone(),
        total: whole.total,
        together,
        excess,
    })
}
