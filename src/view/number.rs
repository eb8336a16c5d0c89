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
#[derive(Debug)]
struct Drag {
    from_x: i32,
    from_y: i32,
    value: Decimal,
    is_moving: bool,
}

/// What happened to the field.
#[derive(Debug)]
pub enum Happened {
    /// Its text changed; whether an input method is still at it.
    Typed(String, bool),
    /// A key was pressed.
    Key(String),
    /// It was entered.
    Focus,
    /// It was left.
    Blur,
    /// A pointer went down.
    Down(PointerEvent),
    /// A pointer moved.
    Move(PointerEvent),
    /// A pointer went up, or was taken away.
    Up,
}

/// The control.
#[derive(Debug, Default)]
pub struct Number {
    input: NodeRef,
    /// What the reader is typing; none while the field shows the value as the language writes it.
    draft: Option<String>,
    is_faulty: bool,
    at_focus: Option<Decimal>,
    drag: Option<Drag>,
}

impl Component for Number {
    type Message = Happened;
    type Properties = NumberProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &Context<Self>, happened: Happened) -> bool {
        let frame = &ctx.props().frame;
        let Some(assumption) = assumption(frame, ctx.props().index) else { return false };
        match happened {
            Happened::Typed(text, is_composing) => {
                let reading = read(&frame.locale, assumption, &text);
                self.draft = Some(text);
                match reading {
                    Ok(value) => {
                        self.tell(ctx, None);
                        set(ctx, assumption, value);
                    }
                    // Letters on the way to a character of an input method are no fault.
                    Err(_) if is_composing => {}
                    Err(sentence) => self.tell(ctx, Some(sentence)),
                }
            }
            Happened::Key(key) => match key.as_str() {
                "Enter" => {
                    self.clear(ctx);
                    self.select();
                }
                "Escape" => {
                    self.clear(ctx);
                    if let Some(value) = self.at_focus {
                        set(ctx, assumption, value);
                    }
                }
                key => {
                    let Some(value) = key_value(assumption, assumption.value, key) else { return false };
                    self.clear(ctx);
                    set(ctx, assumption, value);
                }
            },
            Happened::Focus => {
                self.at_focus = Some(assumption.value);
                self.select();
                return false;
            }
            Happened::Blur => self.clear(ctx),
            Happened::Down(event) => {
                let (from_x, from_y) = (event.client_x(), event.client_y());
                let is_main = event.button() == 0;
                self.drag = is_main.then_some(Drag { from_x, from_y, value: assumption.value, is_moving: false });
                return false;
            }
            Happened::Move(event) => return self.drag_to(ctx, assumption, &event),
            Happened::Up => {
                if self.drag.take().is_some_and(|drag| !drag.is_moving) {
                    self.select();
                }
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let Some(shown) = &props.frame.report.shown else { return Html::default() };
        let Some(assumption) = shown.comparison.assumptions.get(props.index) else { return Html::default() };
        let locale = &props.frame.locale;
        let written = locale.assumption_value(shown, assumption, assumption.value);
        let text = self.draft.as_ref().unwrap_or(&written).clone();
        let link = ctx.link();
        let is_typing = self.draft.is_some();
        let oninput = link.callback(|event: InputEvent| {
            Happened::Typed(event.target_unchecked_into::<HtmlInputElement>().value(), event.is_composing())
        });
        let onkeydown = link.batch_callback(move |event: KeyboardEvent| {
            let key = event.key();
            let is_held = event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key();
            match key.as_str() {
                _ if is_held => return None,
                // While text is being typed these two move in the text, as in any field.
                "Home" | "End" if is_typing => return None,
                "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" | "Home" | "End" => event.prevent_default(),
                "Escape" => event.stop_propagation(),
                "Enter" => {}
                _ => return None,
            }
            Some(Happened::Key(key))
        });
        let state = classes!("num", assumption.changed.then_some("changed"), self.is_faulty.then_some("faulty"));
        html! {
            <input
                ref={self.input.clone()}
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
                aria-invalid={self.is_faulty.then_some("true")}
                aria-describedby={self.is_faulty.then(|| props.fault_id.clone())}
                {oninput}
                {onkeydown}
                onfocus={link.callback(|_: FocusEvent| Happened::Focus)}
                onblur={link.callback(|_: FocusEvent| Happened::Blur)}
                onpointerdown={link.callback(Happened::Down)}
                onpointermove={link.callback(Happened::Move)}
                onpointerup={link.callback(|_: PointerEvent| Happened::Up)}
                onpointercancel={link.callback(|_: PointerEvent| Happened::Up)}
            />
        }
    }
}

impl Number {
    /// Says what is expected, or no longer.
    fn tell(&mut self, ctx: &Context<Self>, sentence: Option<String>) {
        if self.is_faulty || sentence.is_some() {
            self.is_faulty = sentence.is_some();
            ctx.props().fault.emit(sentence);
        }
    }

    /// Shows the value again, as the language writes it.
    fn clear(&mut self, ctx: &Context<Self>) {
        self.draft = None;
        self.tell(ctx, None);
    }

    /// Selects the field's text, so that typing replaces it.
    fn select(&self) {
        if let Some(input) = self.input.cast::<HtmlInputElement>() {
            input.select();
        }
    }

    fn drag_to(&mut self, ctx: &Context<Self>, assumption: &AssumptionState, event: &PointerEvent) -> bool {
        let Some(drag) = &mut self.drag else { return false };
        let across = event.client_x().saturating_sub(drag.from_x);
        if !drag.is_moving {
            let down = event.client_y().saturating_sub(drag.from_y);
            if across.abs() < TAP || across.abs() < down.abs() {
                return false;
            }
            drag.is_moving = true;
            if let Some(input) = self.input.cast::<HtmlInputElement>() {
                // A pointer that is gone by now cannot be captured; the drag then ends with it.
                let _ = input.set_pointer_capture(event.pointer_id());
            }
        }
        let value = assumption.dragged(drag.value, i64::from(across));
        self.clear(ctx);
        set(ctx, assumption, value);
        true
    }
}

fn set(ctx: &Context<Number>, assumption: &AssumptionState, value: Decimal) {
    ctx.props().act.emit(Action::Set { assumption: assumption.id.clone(), value });
}

fn assumption(frame: &Frame, index: usize) -> Option<&AssumptionState> {
    frame.report.shown.as_ref()?.comparison.assumptions.get(index)
}

/// How many columns a character takes in a field, for browsers that do not size fields by their content.
fn width(c: char) -> usize {
    if u32::from(c) >= 0x2E80 { 2 } else { 1 }
}
