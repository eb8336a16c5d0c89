//! What events tell, as the page's script reads it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::view::{Detail, Value};

pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // A fresh, extensible object takes any property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A plain object with these values.
pub(super) fn object(detail: &Detail) -> Object {
    let object = Object::new();
    for (name, value) in &detail.0 {
        let value = match value {
            Value::Text(text) => JsValue::from_str(text),
            Value::Truth(truth) => JsValue::from_bool(*truth),
            Value::List(list) => list.iter().map(self::object).collect::<Array>().into(),
        };
        set(&object, name, &value);
    }
    object
}
