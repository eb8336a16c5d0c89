//! Reading a whole file, and what no field can see alone: names that must exist, chains that must end.

use core::fmt;
use std::collections::BTreeMap;

use serde::Serialize;

use super::amount::Amount;
use super::custom::{Custom, assumption_value};
use super::format::{At, Faults, Format, glance};
use super::json::Json;
use super::types::{ClaimType, Disclosure, EntryKind, Method};
use super::values::{Category, Id, Scopes};
use crate::factors;
use crate::quantity::Quantity;

/// Something in a file that keeps it from being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Where: a JSON pointer (RFC 6901), empty for the whole file.
    pub at: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at.is_empty() { "the file" } else { &self.at };
        write!(f, "{at}: found {}; expected {}", self.found, self.expected)
    }
}

impl core::error::Error for Fault {}

impl Disclosure {
    /// Reads a disclosure from JSON text.
    ///
    /// # Errors
    /// Every fault in the file, by place; just one where the text is no JSON.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json: Json = serde_json::from_str(text).map_err(|fault| {
            let found = format!("{fault}");
            vec![Fault { at: String::new(), found, expected: "JSON text".to_owned() }]
        })?;
        Self::read_json(&json)
    }

    /// As [`read`](Self::read), from JSON that was parsed already.
    ///
    /// # Errors
    /// Every fault, by place.
    pub fn read_json(json: &Json) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let disclosure = <Self as Format>::read(json, &At::Root, &mut faults);
        check(json, &mut faults);
        match disclosure {
            Some(disclosure) if faults.count() == 0 => Ok(disclosure),
            _ => Err(faults.into_vec()),
        }
    }
}

/// What an entry says about others, as far as it can be read: a fault in one place must not hide those in another.
struct Glimpse {
    id: Option<Id>,
    part_of: Option<Id>,
}

type Places<'a> = BTreeMap<&'a str, usize>;

fn check(json: &Json, faults: &mut Faults) {
    let root = At::Root;
    let entries = json.items("entries");
    let glimpses: Vec<Glimpse> =
        entries.iter().map(|entry| Glimpse { id: glance(entry, "id"), part_of: glance(entry, "part_of") }).collect();
    let list = At::Field(&root, "entries");
    let mut places = Places::new();
    for (index, glimpse) in glimpses.iter().enumerate() {
        let Some(id) = &glimpse.id else { continue };
        if places.contains_key(id.as_str()) {
            let at = At::Item(&list, index);
            faults.add(&At::Field(&at, "id"), || format!("\"{id}\""), || "an id that no other entry has".to_owned());
        } else {
            places.insert(id.as_str(), index);
        }
    }
    for (index, (entry, glimpse)) in entries.iter().zip(&glimpses).enumerate() {
        let at = At::Item(&list, index);
        check_scopes(entry, &at, faults);
        check_names(entry, glimpse, &at, &glimpses, &places, faults);
    }
    let own = check_equivalences(json, &At::Field(&root, "equivalences"), faults);
    let list = At::Field(&root, "claims");
    for (index, claim) in json.items("claims").iter().enumerate() {
        if glance(claim, "type") == Some(ClaimType::Equivalence) {
            check_claim(claim, &At::Item(&list, index), &places, &own, faults);
        }
    }
}

/// A comparison of the file: its id, and its definition where it is the file's own and can be read.
type Own = (String, Option<Custom>);

/// Each comparison once. Gives the file's own.
fn check_equivalences(json: &Json, list: &At<'_>, faults: &mut Faults) -> Vec<Own> {
    let id = |choice: &Json| match choice {
        Json::String(id) => Some(id.clone()),
        _ => glance::<Id>(choice, "id").map(|id| id.to_string()),
    };
    let choices = json.items("equivalences");
    let ids: Vec<Option<String>> = choices.iter().map(id).collect();
    let mut own = Vec::new();
    let mut seen = Places::new();
    for (index, (choice, id)) in choices.iter().zip(&ids).enumerate() {
        let Some(id) = id else { continue };
        if seen.insert(id, index).is_some() {
            faults.add(&At::Item(list, index), || format!("\"{id}\" again"), || "each comparison once".to_owned());
        } else if matches!(choice, Json::Object(_)) {
            own.push((id.clone(), Custom::read(choice, list, &mut Faults::default())));
        }
    }
    own
}

/// What an entry's own fields rule out.
fn check_scopes(entry: &Json, at: &At<'_>, faults: &mut Faults) {
    // Scopes that cannot be read are told already, and might have been the right ones.
    let scopes = match entry.field("scopes") {
        Some(_) => glance(entry, "scopes"),
        None => Some(Scopes::default()),
    };
    if let Some(scopes) = scopes {
        if glance::<Category>(entry, "category").is_some() && scopes != Scopes::only(3) {
            let expected = "a category only where \"scopes\" is [3]";
            faults.add(&At::Field(at, "category"), || "a category".to_owned(), || expected.to_owned());
        }
        if glance::<Method>(entry, "method").is_some() && !scopes.contains(2) {
            faults.add(
                &At::Field(at, "method"),
                || "a method".to_owned(),
                || "a method only where \"scopes\" has 2".to_owned(),
            );
        }
    }
    if entry.field("excluded").is_some() && matches!(glance(entry, "amount"), Some(Amount::Stated(_))) {
        let expected = "null, because the entry is excluded";
        faults.add(&At::Field(at, "amount"), || "an amount".to_owned(), || expected.to_owned());
    }
    if glance::<EntryKind>(entry, "kind").is_some_and(|kind| kind != EntryKind::Credit) {
        for name in ["covers", "programme", "registry", "vintage", "credit_type", "retirement"] {
            if entry.field(name).is_some() {
                let expected = "this field only where \"kind\" is \"credit\"";
                faults.add(&At::Field(at, name), || format!("\"{name}\""), || expected.to_owned());
            }
        }
    }
}

/// The names of other entries in an entry.
fn check_names(
    entry: &Json,
    glimpse: &Glimpse,
    at: &At<'_>,
    glimpses: &[Glimpse],
    places: &Places<'_>,
    faults: &mut Faults,
) {
    if let Some(whole) = &glimpse.part_of {
        let place = At::Field(at, "part_of");
        if !places.contains_key(whole.as_str()) {
            faults.add(&place, || format!("\"{whole}\""), || ENTRY_EXPECTED.to_owned());
        } else if !chain_ends(glimpse, glimpses, places) {
            faults.add(
                &place,
                || format!("\"{whole}\""),
                || "a whole whose own wholes come to an end, at most 64 levels up".to_owned(),
            );
        }
    }
    if let Some(covered) = glance::<Id>(entry, "covers")
        && !places.contains_key(covered.as_str())
    {
        faults.add(&At::Field(at, "covers"), || format!("\"{covered}\""), || ENTRY_EXPECTED.to_owned());
    }
}

const ENTRY_EXPECTED: &str = "the id of an entry of this file";

/// Whether the wholes above an entry come to an end. Parts are at most a few levels deep in any report; a chain of
/// more than 64 counts as endless, which keeps the check linear.
fn chain_ends(entry: &Glimpse, entries: &[Glimpse], places: &Places<'_>) -> bool {
    let mut current = entry;
    for _ in 0..64 {
        let Some(whole) = &current.part_of else { return true };
        match places.get(whole.as_str()).and_then(|index| entries.get(*index)) {
            Some(next) => current = next,
            None => return true,
        }
    }
    false
}

fn check_claim(claim: &Json, at: &At<'_>, places: &Places<'_>, own: &[Own], faults: &mut Faults) {
    if let Some(entry) = glance::<Id>(claim, "entry")
        && !places.contains_key(entry.as_str())
    {
        faults.add(&At::Field(at, "entry"), || format!("\"{entry}\""), || ENTRY_EXPECTED.to_owned());
    }
    let Some(id) = glance::<Id>(claim, "equivalence") else { return };
    let held = own.iter().find(|(held, _)| held == id.as_str());
    let definition = match held {
        Some((_, custom)) => custom.as_ref().map(|custom| &custom.definition),
        None => factors::find(id.as_str()),
    };
    let Some(definition) = definition else {
        if held.is_none() {
            let expected = "the id of a comparison of the catalogue or of this file";
            faults.add(&At::Field(at, "equivalence"), || format!("\"{id}\""), || expected.to_owned());
        }
        return;
    };
    let Some(Json::Object(values)) = claim.field("assumptions") else { return };
    let list = At::Field(at, "assumptions");
    for (name, value) in values {
        let place = At::Field(&list, name);
        let assumption = definition.assumption(name).and_then(|index| definition.assumptions.get(index));
        let Some(assumption) = assumption else {
            let known: Vec<&str> = definition.assumptions.iter().map(|a| a.id.as_ref()).collect();
            faults.add(&place, || value.describe(), || format!("no other names here than {}", known.join(", ")));
            continue;
        };
        let Some(quantity) = Quantity::read(value, &At::Root, &mut Faults::default()) else { continue };
        if let Err(reason) = assumption_value(&quantity, assumption) {
            faults.add(&place, || format!("\"{quantity}\" ({reason})"), || format!("a value in {}", assumption.unit));
        } else if quantity.value.is_zero() {
            faults.add(&place, || format!("\"{quantity}\""), || "a value above zero".to_owned());
        }
    }
}
