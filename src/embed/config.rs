//! The configuration that the page's script gives: a flat object of strings.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::disclosure::{Disclosure, emissions};
use crate::locale::Locale;
use crate::report::{Choices, StateError};
use crate::view::{Subject, View};

/// What is asked for, read.
pub(super) struct Config {
    pub(super) subject: Subject,
    pub(super) locale: Locale,
    pub(super) choices: Choices,
    pub(super) view: View,
    /// Why the address is not followed.
    pub(super) state_error: Option<StateError>,
}

/// Why nothing can be shown: a reason for scripts and a message for people.
pub(super) struct Fault {
    pub(super) reason: &'static str,
    pub(super) message: String,
}

pub(super) fn string(config: &JsValue, name: &str) -> Option<String> {
    Reflect::get(config, &JsValue::from_str(name)).ok()?.as_string()
}

impl Config {
    pub(super) fn read(config: &JsValue) -> Result<Self, Fault> {
        let lang = string(config, "lang").unwrap_or_else(|| "en".to_owned());
        let words = string(config, "locale").unwrap_or_default();
        let locale = Locale::browser(&lang, &words)
            .map_err(|fault| Fault { reason: "locale", message: fault.to_string() })?;
        let subject = subject(config)?;
        let mut choices = Choices { equivalence: string(config, "equivalence"), ..Choices::default() };
        if let Some(preset) = string(config, "preset") {
            let equivalence = subject.report(&choices).shown.map(|shown| shown.comparison.id);
            if let Some(equivalence) = equivalence {
                choices.use_preset(&equivalence, &preset);
            }
        }
        let mut state_error = None;
        if let Some(fragment) = string(config, "fragment").filter(|text| !text.is_empty()) {
            match followed(&fragment, &subject) {
                Ok(from_address) => choices = from_address,
                Err(error) => state_error = Some(error),
            }
        }
        let view = View::named(&string(config, "view").unwrap_or_default());
        Ok(Self { subject, locale, choices, view, state_error })
    }
}

fn subject(config: &JsValue) -> Result<Subject, Fault> {
    if let Some(text) = string(config, "disclosure") {
        return match Disclosure::read(&text) {
            Ok(file) => Ok(Subject::File(Rc::new(file))),
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
                Err(Fault { reason: "disclosure", message: lines.join("\n") })
            }
        };
    }
    let amount = string(config, "amount").unwrap_or_default();
    let read = emissions(&amount).map(Subject::Amount);
    read.map_err(|reason| Fault { reason: "amount", message: format!("amount: {reason}") })
}

/// The choices of an address, unless the article's own number is no longer the one it was made with.
fn followed(fragment: &str, subject: &Subject) -> Result<Choices, StateError> {
    let (choices, made_with) = Choices::from_address(fragment, subject.file())?;
    let shown = subject.report(&choices).shown.ok_or(StateError::Unreadable)?;
    Choices::check_base(&made_with, &shown.comparison.base_result)?;
    Ok(choices)
}
