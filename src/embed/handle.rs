use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use super::config::{Config, emit, refuse};
use super::seat::{Free, Seat, Seated};
use super::{detail, panic};
use crate::equivalence::AssumptionState;
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::{Decimal, parse_decimal};
use crate::report::{Action, Session, ShownComparison, StateError};
use crate::view::{AppProps, CalculatorApp, Detail, MountOptions, read_number};

thread_local! {
    static FREE: RefCell<Vec<Seat<CalculatorApp>>> = const { RefCell::new(Vec::new()) };
}

impl Seated for CalculatorApp {
    type Shown = MountOptions;

    fn free() -> &'static Free<Self> {
        &FREE
    }

    fn props(options: Option<MountOptions>, generation: u32) -> AppProps {
        AppProps { options, generation }
    }
}

/// What is shown now, for the questions that the page's script asks.
struct Held {
    locale: Locale,
    /// The session that the page's script was told of last; none before the widget is drawn.
    session: Option<Rc<Session>>,
    act: Callback<Action>,
    is_ready: bool,
}

/// A mounted widget. `destroy` ends it; a second call does nothing.
#[wasm_bindgen]
pub struct Handle {
    root: Element,
    seat: Option<Seat<CalculatorApp>>,
    on_event: Function,
    held: Rc<RefCell<Option<Held>>>,
}

impl core::fmt::Debug for Handle {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Handle").field("is_mounted", &self.seat.is_some()).finish_non_exhaustive()
    }
}

impl Handle {
    fn mount(root: Element, config: &JsValue, on_event: Function) -> Self {
        let mut handle = Self { root, seat: None, on_event, held: Rc::default() };
        handle.show(config);
        handle
    }

    fn show(&mut self, config: &JsValue) {
        match Config::read(config) {
            Ok(config) => {
                let is_drawn = config.is_drawn;
                let shown = self.shown(config);
                match &mut self.seat {
                    Some(seat) => seat.update(shown),
                    None if is_drawn => self.seat = Seat::take_over(&self.root, shown),
                    None => self.seat = Seat::take(&self.root, shown),
                }
            }
            Err(fault) => refuse(&self.on_event, &fault),
        }
    }

    fn shown(&self, config: Config) -> MountOptions {
        let note = config.state_error.as_ref().map(|error| note(error, &config.locale));
        let shown = Held { locale: config.locale.clone(), session: None, act: Callback::noop(), is_ready: false };
        let held = self.held.borrow_mut().replace(shown);
        // An update keeps the way to act, and is no second readiness.
        if let (Some(held), Some(shown)) = (held, self.held.borrow_mut().as_mut()) {
            shown.act = held.act;
            shown.is_ready = held.is_ready;
        }
        let (on_event, state) = (self.on_event.clone(), self.held.clone());
        let changed = Callback::from(move |session| tell(&on_event, &state, session));
        let state = self.held.clone();
        let remote = Callback::from(move |act| {
            if let Some(shown) = state.borrow_mut().as_mut() {
                shown.act = act;
            }
        });
        MountOptions {
            session: config.session,
            locale: config.locale,
            layout: config.layout,
            lead: config.lead,
            heading: config.heading,
            note,
            is_linked: config.is_linked,
            changed,
            remote,
        }
    }

    /// What stands for `name` (`petrol-car-year.distance`), in the comparison shown or another on offer.
    fn with_assumption<T>(
        &self,
        name: &str,
        f: impl FnOnce(&Held, &ShownComparison, &AssumptionState) -> T,
    ) -> Option<T> {
        let held = self.held.borrow();
        let held = held.as_ref()?;
        let session = held.session.as_ref()?;
        let (equivalence, assumption) = name.split_once('.')?;
        session.offers().iter().find(|offer| offer.id == equivalence)?;
        let shown = session.comparison(equivalence)?;
        let found = shown.comparison.assumptions.iter().find(|found| found.id == assumption)?;
        Some(f(held, &shown, found))
    }

    fn act(&self, action: Action) {
        let act = self.held.borrow().as_ref().map(|held| held.act.clone());
        if let Some(act) = act {
            act.emit(action);
        }
    }

    /// Sets an assumption, such as `petrol-car-year.distance`, in its comparison, which is shown from then on.
    fn set_value(&self, name: &str, value: Decimal) {
        if let Some((equivalence, assumption)) = name.split_once('.') {
            self.act(Action::Show(equivalence.to_owned()));
            self.act(Action::Set { assumption: assumption.to_owned(), value });
        }
    }
}

/// Keeps the session for later questions and tells the page's script of it.
fn tell(on_event: &Function, state: &Rc<RefCell<Option<Held>>>, session: Rc<Session>) {
    let told = {
        let mut held = state.borrow_mut();
        let Some(shown) = held.as_mut() else { return };
        let kind = if shown.is_ready { "emissions-change" } else { "emissions-ready" };
        shown.is_ready = true;
        let detail = detail::object(&Detail::of(&session, &shown.locale));
        shown.session = Some(session);
        (kind, detail)
    };
    // The listener may ask the handle at once, so nothing is borrowed any more.
    emit(on_event, told.0, &told.1);
}

/// What the reader is told of an address that is not followed.
fn note(error: &StateError, locale: &Locale) -> String {
    let StateError::Outdated { equivalence, label, then, now } = error else {
        return locale.text(msg!("ui.bad-address"), &[]);
    };
    let values = [
        ("comparison", Argument::Text(locale.equivalence(equivalence, label.as_ref()))),
        ("then", Argument::Number(*then)),
        ("now", Argument::Number(*now)),
    ];
    locale.text(msg!("ui.outdated-address"), &values)
}

#[wasm_bindgen]
impl Handle {
    /// Shows another configuration. What cannot be read is told by `emissions-error`, and the last state stays.
    pub fn update(&mut self, config: &JsValue) {
        if self.seat.is_some() {
            self.show(config);
        }
    }

    /// Ends the widget.
    pub fn destroy(&mut self) {
        if let Some(seat) = self.seat.take() {
            seat.leave();
        }
        self.held.borrow_mut().take();
    }

    /// The headline's number for the comparison of this name, as the widget's language writes it.
    #[must_use]
    pub fn figure(&self, name: &str) -> Option<String> {
        let held = self.held.borrow();
        let shown = held.as_ref()?;
        let session = shown.session.as_ref()?;
        let offer = session.offers().iter().find(|offer| offer.id == name)?;
        Some(shown.locale.argument(&Argument::Rounded(offer.rounded)))
    }

    /// An assumption of a comparison on offer, such as `petrol-car-year.distance`, as a plain object.
    #[must_use]
    pub fn assumption(&self, name: &str) -> JsValue {
        let object = self.with_assumption(name, |held, shown, assumption| {
            let index = shown.comparison.assumptions.iter().position(|held| held.id == assumption.id);
            let detail = Detail::assumption(&held.locale, shown, index.unwrap_or_default(), assumption);
            let object = detail::object(&detail);
            detail::set(&object, "now", &JsValue::from_str(&assumption.value.to_string()));
            object
        });
        object.map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// Takes what a reader would type for an assumption or, if `plain`, a decimal as [`assumption`](Self::assumption)
    /// gives it, whatever the language's marks. Answers "" or, in a sentence, why it is refused.
    #[must_use]
    pub fn set(&self, name: &str, text: &str, plain: Option<bool>) -> String {
        let read = self.with_assumption(name, |held, _, assumption| {
            let is_possible = |value: &Decimal| *value > Decimal::ZERO && assumption.is_possible(*value);
            let decimal = parse_decimal(text).ok().filter(|value| plain == Some(true) && is_possible(value));
            decimal.map_or_else(|| read_number(&held.locale, assumption, text), Ok)
        });
        match read {
            Some(Ok(value)) => self.set_value(name, value),
            Some(Err(sentence)) => return sentence,
            None => {}
        }
        String::new()
    }

    /// Moves an assumption by so many of its steps.
    pub fn step(&self, name: &str, count: i32) {
        let moved =
            self.with_assumption(name, |_, _, assumption| assumption.stepped(assumption.value, i64::from(count)));
        if let Some(value) = moved {
            self.set_value(name, value);
        }
    }

    /// Goes back to the article's numbers.
    pub fn reset(&self) {
        self.act(Action::Reset);
    }
}

/// Mounts the widget in `root`, an element of its own.
/// What cannot be read in `config` is told by an `emissions-error` event, and nothing is shown.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: Element, config: &JsValue, on_event: Function) -> Handle {
    panic::listen(&on_event);
    Handle::mount(root, config, on_event)
}
