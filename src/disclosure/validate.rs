//! Reading a whole file, and what no field can see alone: names that must exist, chains that must end.

use std::collections::BTreeMap;

use super::amount::Amount;
use super::custom::Custom;
use super::fault::{Fault, FaultKind};
use super::reader::{Faults, FromJson, JsonPath, peek};
use super::types::{ClaimType, Disclosure, EntryKind, Method};
use super::values::{Category, Id, Scopes};
use crate::factors;
use crate::json::Json;
use crate::quantity::Quantity;

impl Disclosure {
    /// Reads a disclosure from JSON text.
    ///
    /// # Errors
    /// Every fault in the file, by place; just one where the text is no JSON.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let json: Json = serde_json::from_str(text).map_err(|error| {
            let (line, column, is_cut_off) = (error.line(), error.column(), error.is_eof());
            vec![Fault { at: String::new(), kind: FaultKind::NotJson { line, column, is_cut_off } }]
        })?;
        Self::read_json(&json)
    }

    /// As [`read`](Self::read), from JSON that was parsed already.
    ///
    /// # Errors
    /// Every fault, by place.
    pub fn read_json(json: &Json) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        let disclosure = <Self as FromJson>::read(json, &JsonPath::Root, &mut faults);
        check(json, &mut faults);
        match disclosure {
            Some(disclosure) if faults.count() == 0 => Ok(disclosure),
            _ => Err(faults.into_vec()),
        }
    }
}

/// What an entry says about others, as far as it can be read: a fault in one place must not hide those in another.
struct PeekedEntry {
    id: Option<Id>,
    part_of: Option<Id>,
}

type Places<'a> = BTreeMap<&'a str, usize>;

fn check(json: &Json, faults: &mut Faults) {
    let root = JsonPath::Root;
    let entries = json.items("entries");
    let peeked: Vec<PeekedEntry> =
        entries.iter().map(|entry| PeekedEntry { id: peek(entry, "id"), part_of: peek(entry, "part_of") }).collect();
    let list = JsonPath::Field(&root, "entries");
    let mut places = Places::new();
    for (index, names) in peeked.iter().enumerate() {
        let Some(id) = &names.id else { continue };
        if places.contains_key(id.as_str()) {
            let at = JsonPath::Item(&list, index);
            faults.add(&JsonPath::Field(&at, "id"), FaultKind::RepeatedEntry { id: id.to_string() });
        } else {
            places.insert(id.as_str(), index);
        }
    }
    for (index, (entry, names)) in entries.iter().zip(&peeked).enumerate() {
        let at = JsonPath::Item(&list, index);
        check_scopes(entry, &at, faults);
        check_names(entry, names, &at, &peeked, &places, faults);
    }
    let own = check_equivalences(json, &JsonPath::Field(&root, "equivalences"), faults);
    let list = JsonPath::Field(&root, "claims");
    for (index, claim) in json.items("claims").iter().enumerate() {
        if peek(claim, "type") == Some(ClaimType::Equivalence) {
            check_claim(claim, &JsonPath::Item(&list, index), &places, &own, faults);
        }
    }
}

/// A comparison of the file: its id, and its definition where it is the file's own and can be read.
type Own = (String, Option<Custom>);

/// Each comparison once. Gives the file's own.
fn check_equivalences(json: &Json, list: &JsonPath<'_>, faults: &mut Faults) -> Vec<Own> {
    let id = |choice: &Json| match choice {
        Json::String(id) => Some(id.clone()),
        _ => peek::<Id>(choice, "id").map(|id| id.to_string()),
    };
    let choices = json.items("equivalences");
    let ids: Vec<Option<String>> = choices.iter().map(id).collect();
    let mut own = Vec::new();
    let mut seen = Places::new();
    for (index, (choice, id)) in choices.iter().zip(&ids).enumerate() {
        let Some(id) = id else { continue };
        if seen.insert(id, index).is_some() {
            faults.add(&JsonPath::Item(list, index), FaultKind::RepeatedComparison { id: id.clone() });
        } else if matches!(choice, Json::Object(_)) {
            own.push((id.clone(), Custom::read(choice, list, &mut Faults::default())));
        }
    }
    own
}

/// What an entry's own fields rule out.
fn check_scopes(entry: &Json, at: &JsonPath<'_>, faults: &mut Faults) {
    // Scopes that cannot be read are told already, and might have been the right ones.
    let scopes = match entry.field("scopes") {
        Some(_) => peek(entry, "scopes"),
        None => Some(Scopes::default()),
    };
    if let Some(scopes) = scopes {
        if peek::<Category>(entry, "category").is_some() && scopes != Scopes::only(3) {
            faults.add(&JsonPath::Field(at, "category"), FaultKind::CategoryOutsideScope3);
        }
        if peek::<Method>(entry, "method").is_some() && !scopes.contains(2) {
            faults.add(&JsonPath::Field(at, "method"), FaultKind::MethodOutsideScope2);
        }
    }
    if entry.field("excluded").is_some() && matches!(peek(entry, "amount"), Some(Amount::Stated(_))) {
        faults.add(&JsonPath::Field(at, "amount"), FaultKind::AmountOfExcluded);
    }
    if peek::<EntryKind>(entry, "kind").is_some_and(|kind| kind != EntryKind::Credit) {
        for field in ["covers", "programme", "registry", "vintage", "credit_type", "retirement"] {
            if entry.field(field).is_some() {
                faults.add(&JsonPath::Field(at, field), FaultKind::CreditFieldOnly { field });
            }
        }
    }
}

/// The names of other entries in an entry.
fn check_names(
    entry: &Json,
    names: &PeekedEntry,
    at: &JsonPath<'_>,
    peeked: &[PeekedEntry],
    places: &Places<'_>,
    faults: &mut Faults,
) {
    if let Some(whole) = &names.part_of {
        let place = JsonPath::Field(at, "part_of");
        if !places.contains_key(whole.as_str()) {
            faults.add(&place, FaultKind::UnknownEntry { id: whole.to_string() });
        } else if !chain_ends(names, peeked, places) {
            faults.add(&place, FaultKind::EndlessParts { whole: whole.to_string() });
        }
    }
    if let Some(covered) = peek::<Id>(entry, "covers")
        && !places.contains_key(covered.as_str())
    {
        faults.add(&JsonPath::Field(at, "covers"), FaultKind::UnknownEntry { id: covered.to_string() });
    }
}

/// Whether the wholes above an entry come to an end. Parts are at most a few levels deep in any report; a chain of
/// more than 64 counts as endless, which keeps the check linear.
fn chain_ends(entry: &PeekedEntry, entries: &[PeekedEntry], places: &Places<'_>) -> bool {
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

fn check_claim(claim: &Json, at: &JsonPath<'_>, places: &Places<'_>, own: &[Own], faults: &mut Faults) {
    if let Some(entry) = peek::<Id>(claim, "entry")
        && !places.contains_key(entry.as_str())
    {
        faults.add(&JsonPath::Field(at, "entry"), FaultKind::UnknownEntry { id: entry.to_string() });
    }
    let Some(id) = peek::<Id>(claim, "equivalence") else { return };
    let held = own.iter().find(|(held, _)| held == id.as_str());
    let definition = match held {
        Some((_, custom)) => custom.as_ref().map(|custom| &custom.definition),
        None => factors::find(id.as_str()),
    };
    let Some(definition) = definition else {
        if held.is_none() {
            faults.add(&JsonPath::Field(at, "equivalence"), FaultKind::UnknownComparison { id: id.to_string() });
        }
        return;
    };
    let Some(Json::Object(values)) = claim.field("assumptions") else { return };
    let list = JsonPath::Field(at, "assumptions");
    for (name, value) in values {
        let place = JsonPath::Field(&list, name);
        let assumption = definition.assumption(name).and_then(|index| definition.assumptions.get(index));
        let Some(assumption) = assumption else {
            let known = definition.assumptions.iter().map(|assumption| assumption.id.to_string()).collect();
            faults.add(&place, FaultKind::UnknownAssumption { known });
            continue;
        };
        let Some(quantity) = Quantity::read(value, &JsonPath::Root, &mut Faults::default()) else { continue };
        if quantity.convert(assumption.unit).is_err() {
            faults.add(&place, FaultKind::AssumptionUnit { found: quantity, expected: assumption.unit });
        } else if quantity.value.is_zero() {
            faults.add(&place, FaultKind::AssumptionZero);
        }
    }
}
