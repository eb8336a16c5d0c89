//! The JSON Schema of the file, made from the definitions that read it.

use serde_json::Value;

use super::format::Format;
use super::types::Disclosure;

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

/// The JSON Schema (2020-12) of a disclosure file.
///
/// ```
/// let schema = emissions_calculator::disclosure::schema();
/// assert_eq!(schema["properties"]["version"]["const"], 1);
/// ```
#[must_use]
pub fn schema() -> Value {
    let mut schema = Disclosure::schema();
    if let Some(fields) = schema.as_object_mut() {
        let dialect = "https://json-schema.org/draft/2020-12/schema".to_owned();
        fields.insert("$schema".to_owned(), Value::String(dialect));
        fields.insert("title".to_owned(), Value::String("Emissions disclosure, version 1".to_owned()));
    }
    schema
}
