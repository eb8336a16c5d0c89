//! JSON text by the browser's own parser: a second one in the wasm would be a tenth of its size.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Json;

/// How deep a value may be nested; no disclosure comes near it.
const DEPTH: u32 = 64;

/// Parses JSON text, or says what the browser says is wrong with it.
pub(super) fn parse(text: &str) -> Result<Json, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match JSON::parse(text) {
        Ok(value) => Ok(read(&value, DEPTH)),
        Err(fault) => Err(String::from(js_sys::Error::from(fault).message())),
    }
}

fn read(value: &JsValue, depth: u32) -> Json {
    if let Some(text) = value.as_string() {
        Json::String(text)
    } else if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        // Whole numbers here are years, scopes and categories.
        let whole = number as i32;
        if f64::from(whole) == number { Json::Integer(whole.into()) } else { Json::Fraction }
    } else if depth == 0 || value.is_null() {
        Json::Null
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::Array(list.iter().map(|item| read(&item, depth.saturating_sub(1))).collect())
    } else {
        let entries = Object::entries(value.unchecked_ref());
        let field = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), read(&entry.get(1), depth.saturating_sub(1)))
        };
        Json::Object(entries.iter().map(field).collect())
    }
}
