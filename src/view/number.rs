//! An assumption in the sentence: the number is the control. Type into it, step it with the arrow keys, drag it.

use web_sys::{HtmlInputElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::field::{key_value, read};
use super::{Action, Frame};
use crate::equivalence::AssumptionState;
use crate::quantity::Decimal;

/// How far a pointer must move before a press is a drag and not a tap.
const TAP: i32 = 4;

/// The properties of [`Number`].
#[derive(Properties, PartialEq)]
pub struct NumberProps {
    /// The report and the language.
    pub frame: Frame,
    /// Takes what the reader did.
    pub act: Callback<Action>,
    /// The assumption's place in the comparison shown.
    pub index: usize,
    /// Takes the sentence that says what is expected; none once the text can be read.
    pub fault: Callback<Option<String>>,
    /// The id of the element that shows that sentence.
    pub fault_id: AttrValue,
}

/// A drag under way: where it began, and the value then.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    from_x: i32,
    from_y: i32,
    value: Decimal,
    is_moving: bool,
}

/// The control.
#[function_component]
pub fn Number(props: &NumberProps) -> Html {
    let input = use_node_ref();
    // What the reader is typing; none while the field shows the value as the language writes it.
    let draft = use_state(|| None::<String>);
    let is_faulty = use_state(|| false);
    let at_focus = use_mut_ref(|| None::<Decimal>);
    let drag = use_mut_ref(|| None::<Drag>);

    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let Some(assumption) = shown.comparison.assumptions.get(props.index) else { return Html::default() };
    let locale = &props.frame.locale;
    let written = locale.assumption_value(shown, assumption, assumption.value);
    let text = draft.as_ref().unwrap_or(&written).clone();

    let set = {
        let (act, id) = (props.act.clone(), assumption.id.clone());
        move |value: Decimal| act.emit(Action::Set { assumption: id.clone(), value })
    };
    let clear = {
        let (draft, is_faulty, fault) = (draft.clone(), is_faulty.clone(), props.fault.clone());
        move || {
            draft.set(None);
            if *is_faulty {
                is_faulty.set(false);
                fault.emit(None);
            }
        }
    };

    let oninput = {
        let (frame, index, set) = (props.frame.clone(), props.index, set.clone());
        let (draft, is_faulty, fault) = (draft.clone(), is_faulty.clone(), props.fault.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let reading = with_assumption(&frame, index, |assumption| read(&frame.locale, assumption, &text));
            draft.set(Some(text));
            match reading {
                Some(Ok(value)) => {
                    is_faulty.set(false);
                    fault.emit(None);
                    set(value);
                }
                // Letters on the way to a character of an input method are no fault.
                Some(Err(_)) if event.is_composing() => {}
                Some(Err(sentence)) => {
                    is_faulty.set(true);
                    fault.emit(Some(sentence));
                }
                None => {}
            }
        })
    };

    let onkeydown = {
        let (frame, index, set, clear) = (props.frame.clone(), props.index, set.clone(), clear.clone());
        let (input, at_focus, is_typing) = (input.clone(), at_focus.clone(), draft.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let key = event.key();
            match key.as_str() {
                // While text is being typed these two move in the text, as in any field.
                "Home" | "End" if is_typing => {}
                "Enter" => {
                    clear();
                    select(&input);
                }
                "Escape" => {
                    event.stop_propagation();
                    clear();
                    if let Some(value) = *at_focus.borrow() {
                        set(value);
                    }
                }
                _ => {
                    let next = with_assumption(&frame, index, |a| key_value(a, a.value, &key)).flatten();
                    if let Some(value) = next {
                        event.prevent_default();
                        clear();
                        set(value);
                    }
                }
            }
        })
    };

    let onfocus = {
        let (frame, index, at_focus, input) = (props.frame.clone(), props.index, at_focus.clone(), input.clone());
        Callback::from(move |_: FocusEvent| {
            *at_focus.borrow_mut() = with_assumption(&frame, index, |assumption| assumption.value);
            select(&input);
        })
    };
    let onblur = {
        let clear = clear.clone();
        Callback::from(move |_: FocusEvent| clear())
    };

    let onpointerdown = {
        let (frame, index, drag) = (props.frame.clone(), props.index, drag.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                let value = with_assumption(&frame, index, |assumption| assumption.value);
                let (from_x, from_y) = (event.client_x(), event.client_y());
                *drag.borrow_mut() = value.map(|value| Drag { from_x, from_y, value, is_moving: false });
            }
        })
    };
    let onpointermove = {
        let (frame, index, drag, set, clear) =
            (props.frame.clone(), props.index, drag.clone(), set.clone(), clear.clone());
        Callback::from(move |event: PointerEvent| {
            let mut held = drag.borrow_mut();
            let Some(held) = held.as_mut() else { return };
            let element = event.target_unchecked_into::<web_sys::Element>();
            let across = event.client_x().saturating_sub(held.from_x);
            if !held.is_moving {
                let down = event.client_y().saturating_sub(held.from_y);
                if across.abs() < TAP || across.abs() < down.abs() {
                    return;
                }
                held.is_moving = true;
                clear();
                // A pointer that is gone by now cannot be captured; the drag then ends with it.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            event.prevent_default();
            let next = with_assumption(&frame, index, |a| a.dragged(held.value, i64::from(across)));
            if let Some(value) = next {
                set(value);
            }
        })
    };
    let onpointerup = {
        let (drag, input) = (drag.clone(), input.clone());
        Callback::from(move |_: PointerEvent| {
            let ended = drag.borrow_mut().take();
            if ended.is_some_and(|drag| !drag.is_moving) {
                select(&input);
            }
        })
    };
    let onpointercancel = Callback::from(move |_: PointerEvent| *drag.borrow_mut() = None);

    let state = classes!("num", assumption.changed.then_some("changed"), (*is_faulty).then_some("faulty"));
    html! {
        <input
            ref={input}
            type="text"
            class={state}
            part="assumption"
            role="spinbutton"
            inputmode="decimal"
            autocomplete="off"
            autocorrect="off"
            spellcheck="false"
            enterkeyhint="done"
            size={text.chars().map(width).sum::<usize>().max(1).to_string()}
            value={text.clone()}
            aria-label={locale.assumption_of(shown, props.index)}
            aria-valuenow={assumption.value.to_string()}
            aria-valuemin={assumption.min.to_string()}
            aria-valuemax={assumption.max.to_string()}
            aria-valuetext={written}
            aria-invalid={is_faulty.then_some("true")}
            aria-describedby={is_faulty.then(|| props.fault_id.clone())}
            {oninput} {onkeydown} {onfocus} {onblur}
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}
        />
    }
}

/// How many columns a character takes in a field, for browsers that do not size fields by their content.
fn width(c: char) -> usize {
    if u32::from(c) >= 0x2E80 { 2 } else { 1 }
}

fn with_assumption<T>(frame: &Frame, index: usize, f: impl FnOnce(&AssumptionState) -> T) -> Option<T> {
    frame.report.shown.as_ref()?.comparison.assumptions.get(index).map(f)
}

/// Selects the field's text, so that typing replaces it.
fn select(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.select();
    }
}
