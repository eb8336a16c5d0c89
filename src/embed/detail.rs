//! What events tell: plain values, numbers as decimal strings.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::locale::Locale;
use crate::report::Session;

pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // A fresh, extensible object takes any property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// What `emissions-ready` and `emissions-change` tell.
pub(super) fn of(session: &Session, locale: &Locale) -> Object {
    let detail = Object::new();
    let text = |name: &str, value: &str| set(&detail, name, &JsValue::from_str(value));
    if let Some(compared) = &session.analysis().compared {
        text("amount", &compared.amount.central.to_string());
    }
    let Some((compared, shown)) = session.compared() else { return detail };
    text("sentence", &locale.sentence(compared, shown));
    let comparison = &shown.comparison;
    text("equivalence", &comparison.id);
    text("value", &comparison.result.central.value.to_string());
    text("rounded", &comparison.rounded.to_string());
    text("low", &comparison.across_presets.low.to_string());
    text("high", &comparison.across_presets.high.to_string());
    text("preset", comparison.preset.as_deref().unwrap_or("own"));
    text("fragment", &session.permalink());
    set(&detail, "changed", &JsValue::from_bool(comparison.is_changed()));
    let assumptions = Array::new();
    for assumption in &comparison.assumptions {
        let entry = Object::new();
        set(&entry, "id", &JsValue::from_str(&assumption.id));
        set(&entry, "value", &JsValue::from_str(&assumption.value.to_string()));
        set(&entry, "unit", &JsValue::from_str(&assumption.unit.to_string()));
        set(&entry, "article", &JsValue::from_str(&assumption.base.to_string()));
        assumptions.push(&entry);
    }
    set(&detail, "assumptions", &assumptions);
    detail
}
