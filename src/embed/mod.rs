//! The browser's side: mounts the widget in an element that the page's script gives, and speaks with that script in
//! plain values.
//!
//! `mount(root, config, onEvent)` answers a [`Handle`]. Events go to `onEvent(type, detail)`: `emissions-ready`,
//! `emissions-change`, `emissions-error` and, once, `emissions-panic`, after which nothing here may be called again.
//! Numbers are decimal strings. `equivalents` and `check` answer the JSON that the command line prints.

mod config;
mod detail;
mod handle;
mod panic;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

pub use handle::Handle;

use crate::report::{self, EquivalentsOptions};

/// Mounts the widget in `root`, an element of its own.
///
/// # Errors
/// Throws where `config` has no language's text that can be read. What is wrong with a disclosure or an amount is
/// told by an `emissions-error` event, and nothing is shown.
#[wasm_bindgen]
pub fn mount(root: Element, config: &JsValue, on_event: Function) -> Result<Handle, JsError> {
    panic::listen(&on_event);
    Handle::mount(root, config, on_event)
}

/// The JSON of `emissions equivalents --json`. `options` is JSON text such as
/// `{"only": ["petrol-car-year"], "presets": {"petrol-car-year": "uk"}, "set": {"petrol-car-year.distance": "15000 km/yr"}}`.
///
/// # Errors
/// Throws a sentence that says what cannot be read or does not exist.
#[wasm_bindgen]
pub fn equivalents(amount: &str, options: Option<String>) -> Result<String, JsError> {
    let options = match options.as_deref() {
        None | Some("") => EquivalentsOptions::default(),
        Some(text) => serde_json::from_str(text).map_err(|fault| JsError::new(&format!("options: {fault}")))?,
    };
    let answer = report::equivalents(amount, &options).map_err(|fault| JsError::new(&fault))?;
    serde_json::to_string(&answer).map_err(|fault| JsError::new(&fault.to_string()))
}

/// The JSON of `emissions check --json`: `{"valid", "findings", "report"}`. Messages are in the language whose file's
/// text `locale` is; without it findings have their code and place only.
///
/// # Errors
/// Throws only where the answer cannot be written; a disclosure that cannot be read gives `"valid": false` with its
/// faults.
#[wasm_bindgen]
pub fn check(disclosure: &str, lang: Option<String>, locale: Option<String>) -> Result<String, JsError> {
    let locale = match (lang, locale) {
        (Some(lang), Some(json)) => Some(crate::locale::Locale::browser(&lang, &json)?),
        _ => None,
    };
    let answer = report::CheckAnswer::of(disclosure, |finding| locale.as_ref().map(|locale| locale.finding(finding)));
    serde_json::to_string(&answer).map_err(|fault| JsError::new(&fault.to_string()))
}
