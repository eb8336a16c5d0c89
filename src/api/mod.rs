//! The sums alone, for a newsroom's own scripts: a wasm module of its own, without the widget.
//!
//! `equivalents`, `check` and `detect` answer the JSON that the command line prints.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::disclosure::Disclosure;
use crate::prose;
use crate::report::{self, Analysis, CheckAnswer, EquivalentsOptions, HostDefaults, Session};

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

/// The JSON of `emissions check --json`: `{"valid", "findings", "report"}`. Findings have their code, place and
/// values; the sentences are in the language files.
///
/// # Errors
/// Throws only where the answer cannot be written; a disclosure that cannot be read gives `"valid": false` with its
/// faults.
#[wasm_bindgen]
pub fn check(disclosure: &str) -> Result<String, JsError> {
    let session = |file| Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default());
    let answer =
        CheckAnswer::of(&Disclosure::read(disclosure).map(session), |_| None, |fault| Some(fault.kind.to_string()));
    serde_json::to_string(&answer).map_err(|fault| JsError::new(&fault.to_string()))
}

/// The JSON of `emissions detect --json`: the figures of a text or an HTML page, and its language. Places are counted as
/// JavaScript counts them, in UTF-16 units, so that `text.slice(start, end)` is the figure.
///
/// # Errors
/// Throws only where the answer cannot be written.
#[wasm_bindgen]
pub fn detect(text: &str, language: Option<String>) -> Result<String, JsError> {
    let reading = prose::read(text, language.as_deref()).in_utf16(text);
    serde_json::to_string(&reading).map_err(|fault| JsError::new(&fault.to_string()))
}
