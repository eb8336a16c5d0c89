//! How a piece of the file is read and described: one trait, implemented for every type that stands in a file.

use core::fmt;
use std::collections::BTreeMap;

use serde_json::Value;

use super::fault::{Expected, Fault, FaultKind, Found, Reason};
use crate::json::Json;

/// The place of a value in the file, as a chain to its root; text is made of it only for a fault.
pub(super) enum JsonPath<'a> {
    Root,
    Field(&'a JsonPath<'a>, &'a str),
    Item(&'a JsonPath<'a>, usize),
}

impl fmt::Display for JsonPath<'_> {
    /// Writes the JSON pointer (RFC 6901).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(parent, name) => write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1")),
            Self::Item(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    /// Adds a fault.
    pub(super) fn add(&mut self, at: &JsonPath<'_>, kind: FaultKind) {
        self.0.push(Fault { at: at.to_string(), kind });
    }

    /// Adds that a value is of another type or form than expected.
    pub(super) fn unexpected(&mut self, at: &JsonPath<'_>, json: &Json, expected: Expected) {
        self.add(at, FaultKind::UnexpectedValue { found: Found::of(json), reason: Reason::Form, expected });
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The faults by place, list items by number, each once.
    pub(super) fn into_vec(mut self) -> Vec<Fault> {
        self.0.sort_by_cached_key(|fault| {
            let part = |part: &str| (part.parse::<usize>().ok(), part.to_owned());
            fault.at.split('/').map(part).collect::<Vec<_>>()
        });
        self.0.dedup();
        self.0
    }
}

/// Something that stands in a disclosure file.
pub(super) trait FromJson: Sized {
    /// Reads it, or adds to the faults and gives nothing.
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self>;

    /// Its JSON Schema.
    fn schema() -> Value;
}

/// Something written as a string with rules of its own.
pub(super) trait FromJsonStr: Sized {
    /// What is expected, for faults and for the schema's description.
    const EXPECTED: Expected;

    /// The value, or why not.
    fn from_text(text: &str) -> Result<Self, Reason>;

    /// A regular expression (ECMA-262) that every such string matches.
    const PATTERN: &'static str;
}

impl<T: FromJsonStr> FromJson for T {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let reason = match json {
            Json::String(text) => match T::from_text(text) {
                Ok(value) => return Some(value),
                Err(reason) => reason,
            },
            _ => Reason::Form,
        };
        faults.add(at, FaultKind::UnexpectedValue { found: Found::of(json), reason, expected: T::EXPECTED });
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "string", "pattern": T::PATTERN, "description": T::EXPECTED.description() })
    }
}

impl FromJson for bool {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Bool(value) = json {
            return Some(*value);
        }
        faults.unexpected(at, json, Expected::Bool);
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Array(items) = json else {
            faults.unexpected(at, json, Expected::List);
            return None;
        };
        // Every item is read even when one is at fault, so that all faults are told at once.
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read.extend(T::read(item, &JsonPath::Item(at, index), faults));
        }
        (read.len() == items.len()).then_some(read)
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "array", "items": T::schema() })
    }
}

/// The field's value where it is there and can be read. Errors are ignored here: the main read reports them.
pub(super) fn peek<T: FromJson>(json: &Json, name: &str) -> Option<T> {
    T::read(json.field(name)?, &JsonPath::Root, &mut Faults::default())
}

/// An object whose keys are free, in the file's order.
impl<T: FromJson> FromJson for Vec<(String, T)> {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Object(fields) = json else {
            faults.unexpected(at, json, Expected::Object);
            return None;
        };
        // `JSON.parse` keeps the last of two, so only what reads text can find them.
        let mut seen = BTreeMap::new();
        let mut read = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            let place = JsonPath::Field(at, name);
            if seen.insert(name.as_str(), ()).is_some() {
                faults.add(&place, FaultKind::RepeatedField);
            }
            read.extend(T::read(value, &place, faults).map(|value| (name.clone(), value)));
        }
        (read.len() == fields.len()).then_some(read)
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

/// A place for a field's value while a record is read.
pub(super) trait FieldSlot {
    fn fill(&mut self, json: &Json, at: &JsonPath<'_>, faults: &mut Faults);
}

impl<T: FromJson> FieldSlot for Option<T> {
    fn fill(&mut self, json: &Json, at: &JsonPath<'_>, faults: &mut Faults) {
        *self = T::read(json, at, faults);
    }
}

/// A field of a record: its key, whether it must be there, where its value goes.
pub(super) type RecordField<'a> = (&'static str, bool, &'a mut dyn FieldSlot);

/// Reads an object's fields into their slots, with a fault for each that is missing, not known or given twice. Nothing
/// where anything is at fault.
pub(super) fn read_fields(
    json: &Json,
    at: &JsonPath<'_>,
    faults: &mut Faults,
    slots: &mut [RecordField<'_>],
) -> Option<()> {
    let before = faults.count();
    let known = || slots.iter().map(|(key, ..)| *key).collect::<Vec<_>>();
    let Json::Object(fields) = json else {
        faults.unexpected(at, json, Expected::Record(known()));
        return None;
    };
    // A bit for each field: no record has as many as 32.
    let mut seen = 0_u32;
    for (name, _) in fields {
        let Some(index) = slots.iter().position(|(key, ..)| key == name) else {
            faults.add(&JsonPath::Field(at, name), FaultKind::UnknownField { known: known() });
            continue;
        };
        let bit = 1_u32.checked_shl(u32::try_from(index).unwrap_or(0)).unwrap_or(0);
        if seen & bit != 0 {
            faults.add(&JsonPath::Field(at, name), FaultKind::RepeatedField);
        }
        seen |= bit;
    }
    for (key, must, slot) in slots.iter_mut() {
        match json.field(key) {
            Some(value) => slot.fill(value, &JsonPath::Field(at, key), faults),
            None if *must => faults.add(at, FaultKind::MissingField { field: key }),
            None => {}
        }
    }
    (faults.count() == before).then_some(())
}

/// Reads one of a few words: its place among them.
pub(super) fn read_choice(
    json: &Json,
    words: &[&'static str],
    at: &JsonPath<'_>,
    faults: &mut Faults,
) -> Option<usize> {
    let found = match json {
        Json::String(text) => words.iter().position(|word| word == text),
        _ => None,
    };
    if found.is_none() {
        faults.unexpected(at, json, Expected::OneOf(words.to_vec()));
    }
    found
}

/// The schema with a description, which replaces one of its own.
pub(super) fn describe(mut schema: Value, about: &str) -> Value {
    if let Some(fields) = schema.as_object_mut() {
        let text = match fields.get("description").and_then(Value::as_str) {
            Some(own) if fields.contains_key("pattern") => format!("{about} Expected: {own}."),
            _ => about.to_owned(),
        };
        fields.insert("description".to_owned(), Value::String(text));
    }
    schema
}
