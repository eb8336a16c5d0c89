//! The configuration that the page's script gives: a flat object of strings.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::json::parse;
use crate::disclosure::{Disclosure, emissions};
use crate::locale::Locale;
use crate::report::{Analysis, HostDefaults, Session, StateError};
use crate::view::{BUILD, HeadingLevel, Layout, Lead};

/// What is asked for, read.
pub(super) struct Config {
    pub(super) session: Rc<Session>,
    pub(super) locale: Locale,
    pub(super) layout: Layout,
    pub(super) lead: Option<Lead>,
    pub(super) heading: HeadingLevel,
    /// Whether the choices come with the link that the page was opened with.
    pub(super) is_linked: bool,
    /// Why the link that the page was opened with is not followed.
    pub(super) state_error: Option<StateError>,
    /// Whether the root holds a drawing of the same, made by this very build.
    pub(super) is_drawn: bool,
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
        let analysis = Rc::new(analysis(config, &locale)?);
        let chosen = |name| string(config, name);
        let host = HostDefaults::named(&analysis, chosen("equivalence").as_deref(), chosen("preset").as_deref());
        let fragment = string(config, "fragment").unwrap_or_default();
        let followed = if fragment.is_empty() {
            Ok(Session::new(analysis.clone(), host.clone()))
        } else {
            Session::from_permalink(analysis.clone(), host.clone(), &fragment)
        };
        let (session, state_error) = match followed {
            Ok(session) => (session, None),
            Err(error) => (Session::new(analysis, host), Some(error)),
        };
        let named = |name| string(config, name).unwrap_or_default();
        Ok(Self {
            is_linked: !fragment.is_empty() && state_error.is_none() && session.choices().has_values(),
            session: Rc::new(session),
            locale,
            layout: Layout::named(&named("view")),
            lead: Lead::named(&named("lead")),
            heading: HeadingLevel::named(&named("heading")).unwrap_or_default(),
            state_error,
            is_drawn: named("hydrate") == BUILD,
        })
    }
}

fn analysis(config: &JsValue, locale: &Locale) -> Result<Analysis, Fault> {
    if let Some(text) = string(config, "disclosure") {
        return match Disclosure::read(&text) {
            Ok(file) => Ok(Analysis::of_file(file)),
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(|fault| locale.fault_line(fault)).collect();
                Err(Fault { reason: "disclosure", message: lines.join("\n") })
            }
        };
    }
    let amount = string(config, "amount").unwrap_or_default();
    let message = |kind| format!("amount: {}", locale.fault_kind(&kind));
    emissions(&amount).map(Analysis::of_amount).map_err(|kind| Fault { reason: "amount", message: message(kind) })
}
