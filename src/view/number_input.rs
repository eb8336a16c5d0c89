//! What a field of an assumption does with keys, drags and typed text: the control in the sentence and the tests
//! share it.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::TargetCast;

use crate::equivalence::{AssumptionState, LARGE_STEP};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::{Decimal, Error, Quantity, is_digit, read_input};

/// Where a key takes an assumption from `value`; `None` for a key that does something else.
pub(crate) fn key_value(assumption: &AssumptionState, value: Decimal, key: &str) -> Option<Decimal> {
    match key {
        "ArrowUp" => Some(assumption.stepped(value, 1)),
        "ArrowDown" => Some(assumption.stepped(value, -1)),
        "PageUp" => Some(assumption.stepped(value, LARGE_STEP)),
        "PageDown" => Some(assumption.stepped(value, -LARGE_STEP)),
        "Home" => Some(assumption.min),
        "End" => Some(assumption.max),
        _ => None,
    }
}

/// Reads what a reader typed, or says in a sentence what is expected.
pub(crate) fn read(locale: &Locale, assumption: &AssumptionState, text: &str) -> Result<Decimal, String> {
    // The unit as the field itself shows it, in whatever script, is the field's own.
    let shown = locale.argument(&Argument::Short(Quantity::new(assumption.value, assumption.unit.split().0)));
    let own = shown.rfind(is_digit).and_then(|last| shown.get(last..)).unwrap_or_default();
    let own = own.trim_start_matches(is_digit).trim();
    let text = text.trim();
    // The t of "8 kt" is not a tonne's.
    let bare = text.strip_suffix(own).filter(|bare| !bare.ends_with(|c: char| c.is_ascii_alphabetic()));
    let text = if own.is_empty() { text } else { bare.unwrap_or(text) };
    let read = read_input(text, locale.separators(), &assumption.unit);
    let error = match read {
        Ok(input) if input.value.value.is_zero() => msg!("input.zero"),
        Ok(input) if assumption.is_possible(input.value.value) => return Ok(input.value.value),
        Ok(_) => msg!("input.implausible"),
        Err(error) => match error {
            Error::Empty => msg!("input.empty"),
            Error::AmbiguousNumber => msg!("input.ambiguous"),
            Error::UnknownUnit | Error::MissingUnit => msg!("input.unknown-unit"),
            Error::UnitMismatch { .. } | Error::GasMix => msg!("input.wrong-unit"),
            Error::Negative => msg!("input.negative"),
            Error::TooLarge => msg!("input.too-large"),
            Error::Overflow | Error::DivisionByZero => msg!("input.overflow"),
            _ => msg!("input.not-a-number"),
        },
    };
    let value = |value| Argument::Short(Quantity::new(value, assumption.unit.split().0));
    let values = [("example", value(assumption.base)), ("low", value(assumption.min)), ("high", value(assumption.max))];
    Err(locale.text(error, &values))
}

/// What happens to the field.
#[derive(Debug)]
pub enum FieldEvent {
    /// Its text changed; whether an input method is still at it.
    Typed(String, bool),
    /// Nothing was typed for a moment.
    TypingPause,
    /// A key was pressed.
    Key(String),
    /// The last change is to be taken back.
    Undo,
    /// It was entered.
    Focus,
    /// It was left.
    Blur,
    /// A pointer went down here.
    Down(i32, i32),
    /// A pointer moved here; which one.
    Move(i32, i32, i32),
    /// A pointer went up, or was taken away.
    Up,
}

pub(super) fn typed(event: InputEvent) -> Option<FieldEvent> {
    let input: HtmlInputElement = event.target_dyn_into()?;
    Some(FieldEvent::Typed(input.value(), event.is_composing()))
}

/// What a key means to the field; none for one that is the browser's own affair.
pub(super) fn pressed(event: &KeyboardEvent, is_typing: bool) -> Option<FieldEvent> {
    let key = event.key();
    if event.is_composing() || event.alt_key() {
        return None;
    }
    if event.ctrl_key() || event.meta_key() {
        // While text is being typed its own changes are taken back first, as in any field.
        let is_undo = key.eq_ignore_ascii_case("z") && !event.shift_key() && !is_typing;
        return is_undo.then(|| {
            event.prevent_default();
            FieldEvent::Undo
        });
    }
    match key.as_str() {
        // While text is being typed these two move in the text.
        "Home" | "End" if is_typing => return None,
        // Keys that step a number must not scroll the page; WebKit takes the selection back at an Enter.
        "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" | "Home" | "End" | "Enter" => event.prevent_default(),
        "Escape" => event.stop_propagation(),
        _ => return None,
    }
    Some(FieldEvent::Key(key))
}
