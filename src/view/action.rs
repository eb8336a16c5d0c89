use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, PointerEvent};
use yew::Callback;

use super::{Copied, Happened, Message};
use crate::quantity::parse_decimal;
use crate::report::Action;

/// What a reader can touch.
#[derive(Clone, Debug)]
pub enum Control {
    /// The number of an assumption in the sentence, by its place in the comparison; and whether it is being typed.
    Number(usize, bool),
    /// The slider of the assumption of this id.
    Slider(String),
    /// Something that does this when it is pressed.
    Button(Action),
    /// Something that copies this when it is pressed.
    Copy(Copied),
}

/// Takes every event of a control.
pub type Hear = Callback<(Control, Event)>;

/// What an event of a control means to the widget; none for an event that is the browser's own affair.
pub(super) fn meaning(control: Control, event: &Event) -> Option<Message> {
    match control {
        Control::Button(action) => {
            let focus = match action {
                Action::Unset { .. } => Near::of(event, ".slider", "input"),
                Action::Show(_) => Near::of(event, "[role=group]", "[aria-pressed=true]"),
                _ => None,
            };
            Some(Message::Act(action, focus))
        }
        Control::Copy(what) => Some(Message::Copy(what)),
        Control::Slider(assumption) => {
            let value = parse_decimal(&input(event)?.value()).ok()?;
            Some(Message::Act(Action::Set { assumption, value }, None))
        }
        Control::Number(index, is_typing) => Some(Message::Number(index, happened(event, is_typing)?)),
    }
}

/// What stands in the same place as a button that may go when its action is drawn: the focus must not go with it.
#[derive(Debug)]
pub struct Near {
    place: Element,
    what: &'static str,
}

impl Near {
    fn of(event: &Event, place: &str, what: &'static str) -> Option<Self> {
        Some(Self { place: input(event)?.closest(place).ok()??, what })
    }

    /// Puts the focus on it; what cannot have the focus leaves it where it is.
    pub(super) fn focus(self) {
        if let Ok(Some(found)) = self.place.query_selector(self.what) {
            let _ = found.unchecked_into::<HtmlInputElement>().focus();
        }
    }
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    Some(event.target()?.unchecked_into())
}

fn happened(event: &Event, is_typing: bool) -> Option<Happened> {
    match event.type_().as_str() {
        "input" => {
            let is_composing = event.unchecked_ref::<web_sys::InputEvent>().is_composing();
            Some(Happened::Typed(input(event)?.value(), is_composing))
        }
        "keydown" => {
            let pressed: &KeyboardEvent = event.unchecked_ref();
            if pressed.is_composing() || pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
                return None;
            }
            let key = pressed.key();
            match key.as_str() {
                // While text is being typed these two move in the text, as in any field.
                "Home" | "End" if is_typing => return None,
                "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" | "Home" | "End" => event.prevent_default(),
                "Escape" => event.stop_propagation(),
                "Enter" => {}
                _ => return None,
            }
            Some(Happened::Key(key))
        }
        "focus" => Some(Happened::Focus(input(event)?)),
        "blur" => Some(Happened::Blur),
        "pointerdown" | "pointermove" => {
            let pointer: &PointerEvent = event.unchecked_ref();
            let (x, y) = (pointer.client_x(), pointer.client_y());
            if event.type_() == "pointermove" {
                return Some(Happened::Move { x, y, pointer: pointer.pointer_id() });
            }
            (pointer.button() == 0).then_some(Happened::Down { x, y, input: input(event)? })
        }
        _ => Some(Happened::Up),
    }
}
