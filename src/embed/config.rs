//! The configuration that the page's script gives: a flat object of strings.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::json::parse;
use crate::disclosure::{Disclosure, emissions};
use crate::locale::Locale;
use crate::report::{Choices, Host, Report, StateError};
use crate::view::{Subject, View};

/// What is asked for, read.
pub(super) struct Config {
    pub(super) subject: Subject,
    pub(super) locale: Locale,
    pub(super) choices: Choices,
    pub(super) view: View,
    /// Why the address is not followed; only the widget itself says so.
    #[cfg(feature = "widget")]
    pub(super) state_error: Option<StateError>,
}

/// Why nothing can be shown: a reason for scripts and a message for people.
pub(super) struct Fault {
    pub(super) reason: &'static str,
    pub(super) message: String,
}

/// Tells the page's script. An error in a listener is the page's own affair.
pub(super) fn emit(on_event: &Function, kind: &str, detail: &Object) {
    let _ = on_event.call2(&JsValue::NULL, &JsValue::from_str(kind), detail);
}

/// Tells the page's script why nothing can be shown.
pub(super) fn refuse(on_event: &Function, fault: &Fault) {
    let detail = Object::new();
    for (name, text) in [("reason", fault.reason), ("message", fault.message.as_str())] {
        // A fresh object takes any property.
        let _ = Reflect::set(&detail, &JsValue::from_str(name), &JsValue::from_str(text));
    }
    emit(on_event, "emissions-error", &detail);
}

fn string(config: &JsValue, name: &str) -> Option<String> {
    Reflect::get(config, &JsValue::from_str(name)).ok()?.as_string()
}

impl Config {
    pub(super) fn read(config: &JsValue) -> Result<Self, Fault> {
        let lang = string(config, "lang").unwrap_or_else(|| "en".to_owned());
        let words = string(config, "locale").unwrap_or_default();
        let words = parse(&words).map_err(|message| Fault { reason: "locale", message })?;
        let locale =
            super::locale(&lang, words).map_err(|fault| Fault { reason: "locale", message: fault.to_string() })?;
        let subject = subject(config)?;
        let host = host(config, &subject);
        let fragment = string(config, "fragment").unwrap_or_default();
        let state = followed(&fragment, &subject, &host);
        let choices = state.clone().unwrap_or_else(|_| Choices { host, ..Choices::default() });
        let view = View::named(&string(config, "view").unwrap_or_default());
        Ok(Self {
            subject,
            locale,
            choices,
            view,
            #[cfg(feature = "widget")]
            state_error: state.err(),
        })
    }
}

fn subject(config: &JsValue) -> Result<Subject, Fault> {
    if let Some(text) = string(config, "disclosure") {
        let json = parse(&text).map_err(|message| Fault { reason: "disclosure", message })?;
        return match Disclosure::read_json(&json) {
            Ok(file) => Ok(Subject::File(Rc::new(file))),
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
                Err(Fault { reason: "disclosure", message: lines.join("\n") })
            }
        };
    }
    let amount = string(config, "amount").unwrap_or_default();
    // `emissions equivalents` says what exactly is wrong; the texts for that would be 1 kB more to download.
    emissions(&amount).map(Subject::Amount).map_err(|_| Fault {
        reason: "amount",
        message: format!("amount: \"{amount}\" is not emissions with their gas; write them as in \"37909.87 tCO2e\""),
    })
}

/// What the element's attributes choose. A preset that the comparison shown does not have is passed over.
fn host(config: &JsValue, subject: &Subject) -> Host {
    let host = Host { equivalence: string(config, "equivalence"), preset: None };
    let Some(preset) = string(config, "preset") else { return host };
    let choices = Choices { host: host.clone(), ..Choices::default() };
    let shown = brief(subject, &choices).shown.filter(|shown| shown.comparison.presets.contains(&preset));
    Host { preset: shown.map(|shown| (shown.comparison.id, preset)), ..host }
}

/// The choices of an address, unless a factor has changed since it was made; the host's alone where there is none.
pub(super) fn followed(fragment: &str, subject: &Subject, host: &Host) -> Result<Choices, StateError> {
    if fragment.is_empty() {
        return Ok(Choices { host: host.clone(), ..Choices::default() });
    }
    let (mut choices, made_with) = Choices::from_address(fragment, subject.file(), host.clone())?;
    let report = brief(subject, &choices);
    made_with.check(report.shown.as_ref().ok_or(StateError::Unreadable)?)?;
    // What the page shows first is no choice.
    choices.equivalence = choices.equivalence.filter(|id| report.first.as_ref() != Some(id));
    Ok(choices)
}

/// What these choices show.
#[inline(never)]
fn brief(subject: &Subject, choices: &Choices) -> Report {
    subject.brief(choices, None)
}
