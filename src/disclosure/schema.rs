//! The JSON Schema of the file, made from the definitions that read it.

use serde_json::Value;

use super::reader::FromJson;
use super::types::Disclosure;

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
