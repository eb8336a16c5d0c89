//! How a piece of the file is read and described: one trait, implemented for every type that stands in a file.

use core::fmt;
use std::collections::BTreeSet;

use serde_json::Value;

use super::check::Fault;
use super::json::Json;

/// The place of a value in the file, as a chain to its root; text is made of it only for a fault.
pub(super) enum At<'a> {
    Root,
    Field(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl fmt::Display for At<'_> {
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
    pub(super) fn add(&mut self, at: &dyn fmt::Display, found: String, expected: &str) {
        self.0.push(Fault { at: at.to_string(), found, expected: expected.to_owned() });
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
pub(super) trait Format: Sized {
    /// Reads it, or adds to the faults and gives nothing.
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self>;

    /// Its JSON Schema.
    fn schema() -> Value;
}

/// Something written as a string with rules of its own.
pub(super) trait FromText: Sized {
    /// What is expected, for faults and for the schema's description.
    const EXPECTED: &'static str;

    /// The value, or why not (empty: only [`EXPECTED`](Self::EXPECTED) is said).
    fn from_text(text: &str) -> Result<Self, String>;

    /// A regular expression (ECMA-262) that every such string matches.
    const PATTERN: &'static str;
}

impl<T: FromText> Format for T {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::String(text) = json {
            match T::from_text(text) {
                Ok(value) => return Some(value),
                Err(reason) if !reason.is_empty() => {
                    faults.add(at, format!("{} ({reason})", json.describe()), T::EXPECTED);
                    return None;
                }
                Err(_) => {}
            }
        }
        faults.add(at, json.describe(), T::EXPECTED);
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "string", "pattern": T::PATTERN, "description": T::EXPECTED })
    }
}

impl Format for bool {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        if let Json::Bool(value) = json {
            return Some(*value);
        }
        faults.add(at, json.describe(), "true or false");
        None
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl<T: Format> Format for Vec<T> {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Array(items) = json else {
            faults.add(at, json.describe(), "a list");
            return None;
        };
        // Every item is read even when one is at fault, so that all faults are told at once.
        let read: Vec<Option<T>> =
            items.iter().enumerate().map(|(index, item)| T::read(item, &At::Item(at, index), faults)).collect();
        read.into_iter().collect()
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "array", "items": T::schema() })
    }
}

/// The field's value where it is there and can be read; its faults are somebody else's to tell.
pub(super) fn glance<T: Format>(json: &Json, name: &str) -> Option<T> {
    T::read(json.field(name)?, &At::Root, &mut Faults::default())
}

/// An object whose keys are free, in the file's order.
impl<T: Format> Format for Vec<(String, T)> {
    fn read(json: &Json, at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Object(fields) = json else {
            faults.add(at, json.describe(), "an object");
            return None;
        };
        let mut seen = BTreeSet::new();
        let read: Vec<Option<(String, T)>> = fields
            .iter()
            .map(|(name, value)| {
                let place = At::Field(at, name);
                if !seen.insert(name) {
                    faults.add(&place, TWICE.to_owned(), ONCE);
                }
                Some((name.clone(), T::read(value, &place, faults)?))
            })
            .collect();
        read.into_iter().collect()
    }

    fn schema() -> Value {
        serde_json::json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

pub(super) const TWICE: &str = "a field given twice";
pub(super) const ONCE: &str = "each field once";

/// The fields of an object while a record is read from it.
pub(super) struct Fields<'a> {
    fields: &'a [(String, Json)],
}

impl<'a> Fields<'a> {
    /// The fields, with a fault for each that is not known or given twice.
    pub(super) fn open(json: &'a Json, known: &[&str], at: &At<'_>, faults: &mut Faults) -> Option<Self> {
        let Json::Object(fields) = json else {
            faults.add(at, json.describe(), &format!("an object with {}", known.join(", ")));
            return None;
        };
        let mut seen = BTreeSet::new();
        for (name, _) in fields {
            if !known.contains(&name.as_str()) {
                let found = "an unknown field".to_owned();
                faults.add(&At::Field(at, name), found, &format!("one of {}", known.join(", ")));
            } else if !seen.insert(name) {
                faults.add(&At::Field(at, name), TWICE.to_owned(), ONCE);
            }
        }
        Some(Self { fields })
    }

    fn get(&self, name: &str) -> Option<&'a Json> {
        self.fields.iter().find(|(held, _)| held == name).map(|(_, value)| value)
    }

    /// A field that must be there.
    pub(super) fn required<T: Format>(&self, name: &str, at: &At<'_>, faults: &mut Faults) -> Option<T> {
        match self.get(name) {
            Some(value) => T::read(value, &At::Field(at, name), faults),
            None => {
                faults.add(at, format!("no \"{name}\""), &format!("the field \"{name}\""));
                None
            }
        }
    }

    /// A field that may be missing.
    pub(super) fn optional<T: Format>(&self, name: &str, at: &At<'_>, faults: &mut Faults) -> Option<Option<T>> {
        match self.get(name) {
            Some(value) => T::read(value, &At::Field(at, name), faults).map(Some),
            None => Some(None),
        }
    }

    /// A field that counts as its empty value when it is missing.
    pub(super) fn defaulted<T: Format + Default>(&self, name: &str, at: &At<'_>, faults: &mut Faults) -> Option<T> {
        self.optional(name, at, faults).map(Option::unwrap_or_default)
    }
}
