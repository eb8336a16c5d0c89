//! An assumption in the sentence: the number is the control. Type into it, step it with the arrow keys, drag it.

use gloo::timers::callback::Timeout;
use web_sys::{HtmlInputElement, PointerEvent};
use yew::html::Scope;
use yew::prelude::*;

use super::focus::has_focus;
use super::number_input::{FieldEvent, key_value, pressed, read, typed};
use super::rich_text::text;
use crate::equivalence::AssumptionState;
use crate::locale::Locale;
use crate::quantity::Decimal;

/// How far, in pixels, a pointer must move before a press is a drag and not a tap.
pub(super) const TAP: i32 = 4;

/// How long, in milliseconds, a reader who types must pause before a number beyond its plausible range is taken: the
/// 1 of 15,000 is not meant.
const TYPING_PAUSE_MS: u32 = 400;

/// What a reader does with a number.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberEvent {
    /// Sets it.
    Set {
        /// To this, in the assumption's unit.
        value: Decimal,
        /// Whether more of the same is likely to follow at once: a drag, a held key.
        is_move: bool,
    },
    /// Goes into it, by whatever means.
    Enter,
    /// Is done with it for now: lets go, presses Enter, leaves.
    Rest,
    /// Has typed what cannot be read, in a sentence; none once it can be.
    Fault(Option<String>),
}

/// What a number shows and how.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NumberFieldProps {
    /// The assumption.
    pub assumption: AssumptionState,
    /// Its value as the language writes it.
    pub written: AttrValue,
    /// The widest texts that it may come to show: its room is kept.
    pub widest: [AttrValue; 2],
    /// What a screen reader calls it.
    pub label: AttrValue,
    /// The language that numbers are typed in.
    pub locale: Locale,
    /// Takes what the reader does.
    pub on: Callback<NumberEvent>,
}

/// A drag under way: where it began, and the value then.
#[derive(Debug)]
struct Drag {
    x: i32,
    y: i32,
    value: Decimal,
    is_moving: bool,
}

/// A number in the sentence.
#[derive(Debug, Default)]
pub struct NumberField {
    input: NodeRef,
    /// What the reader is typing; none while the field shows the value as the language writes it.
    draft: Option<String>,
    /// What is wrong with that, and whether it is shown: a text on its way, as the 0 of 0.25 is, need not be read yet.
    fault: Option<String>,
    is_fault_shown: bool,
    /// What was typed and is not taken yet.
    pending: Option<Decimal>,
    typing: Option<Timeout>,
    /// The values before each thing that the reader did here, to go back to.
    undo: Vec<Decimal>,
    /// Whether what is being typed has set the number before: it is taken back as a whole.
    is_set_by_typing: bool,
    /// The value when the reader came.
    at_focus: Option<Decimal>,
    drag: Option<Drag>,
    /// Whether the text is selected once it is drawn: who steps and then types means another number.
    is_selected_next: bool,
}

impl Component for NumberField {
    type Message = FieldEvent;
    type Properties = NumberFieldProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &NumberFieldProps) -> bool {
        let props = ctx.props();
        if props.assumption.id != old.assumption.id {
            *self = Self { input: self.input.clone(), ..Self::default() };
        } else if props.assumption.value != old.assumption.value && self.pending.is_none() {
            // Set from elsewhere: what was being typed is not the value any more.
            let is_own = self.draft.as_deref().is_some_and(|text| {
                read(&props.locale, &props.assumption, text).is_ok_and(|value| value == props.assumption.value)
            });
            if !is_own {
                self.show_value(ctx);
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, event: FieldEvent) -> bool {
        let props = ctx.props();
        match event {
            FieldEvent::Typed(text, is_composing) => self.typed(ctx, text, is_composing),
            FieldEvent::TypingPause => {
                self.typing = None;
                self.take_pending(ctx);
                self.reveal_fault(ctx);
                true
            }
            FieldEvent::Key(key) => self.key(ctx, &key),
            FieldEvent::Undo => {
                let Some(value) = self.undo.pop() else { return false };
                self.show_value(ctx);
                self.is_selected_next = true;
                props.on.emit(NumberEvent::Set { value, is_move: false });
                true
            }
            FieldEvent::Focus => {
                self.at_focus = Some(props.assumption.value);
                self.select();
                props.on.emit(NumberEvent::Enter);
                false
            }
            FieldEvent::Blur => {
                self.take_pending(ctx);
                self.show_value(ctx);
                props.on.emit(NumberEvent::Rest);
                true
            }
            FieldEvent::Down(x, y) => {
                self.drag = Some(Drag { x, y, value: props.assumption.value, is_moving: false });
                props.on.emit(NumberEvent::Enter);
                false
            }
            FieldEvent::Move(x, y, pointer) => self.drag_to(ctx, x, y, pointer),
            FieldEvent::Up => {
                match self.drag.take() {
                    Some(drag) if drag.is_moving => props.on.emit(NumberEvent::Rest),
                    Some(_) => self.select(),
                    None => {}
                }
                false
            }
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if core::mem::take(&mut self.is_selected_next) {
            self.select();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let NumberFieldProps { assumption, written, widest: [one, other], label, .. } = ctx.props();
        let link = ctx.link();
        let is_faulty = self.is_fault_shown && self.fault.is_some();
        let value = self.draft.clone().map_or_else(|| written.clone(), AttrValue::from);
        let is_typing = self.draft.is_some();
        let fault_id = format!("fault-{}", assumption.id);
        html! {
            <span class="field">
                <span class="invisible" data-room={one.clone()}></span>
                <span class="invisible" data-room={other.clone()}></span>
                <span>
                    <input
                        ref={self.input.clone()}
                        type="text"
                        class={classes!("num", assumption.changed.then_some("changed"), is_faulty.then_some("faulty"))}
                        part="assumption"
                        role="spinbutton"
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        enterkeyhint="done"
                        // Its width is that of the texts behind it.
                        size="1"
                        aria-label={label}
                        aria-valuenow={assumption.value.to_string()}
                        // An unusual value is beyond these, and still has to lie between what is told.
                        aria-valuemin={assumption.min.min(assumption.value).to_string()}
                        aria-valuemax={assumption.max.max(assumption.value).to_string()}
                        aria-valuetext={written.clone()}
                        aria-invalid={is_faulty.then_some("true")}
                        aria-describedby={is_faulty.then(|| fault_id.clone())}
                        {value}
                        oninput={link.batch_callback(typed)}
                        onkeydown={link.batch_callback(move |event| pressed(&event, is_typing))}
                        onfocus={link.callback(|_| FieldEvent::Focus)}
                        onblur={link.callback(|_| FieldEvent::Blur)}
                        onpointerdown={link.batch_callback(|event: PointerEvent| {
                            (event.button() == 0).then(|| FieldEvent::Down(event.client_x(), event.client_y()))
                        })}
                        onpointermove={self.moves(link)}
                        onpointerup={link.callback(|_| FieldEvent::Up)}
                        onpointercancel={link.callback(|_| FieldEvent::Up)}
                    />
                </span>
                <span class="fault" id={fault_id}>{for self.fault.clone().filter(|_| is_faulty).map(text)}</span>
            </span>
        }
    }
}

impl NumberField {
    /// Hears of a pointer's moves while one is down only.
    fn moves(&self, link: &Scope<Self>) -> Callback<PointerEvent> {
        link.callback(|event: PointerEvent| FieldEvent::Move(event.client_x(), event.client_y(), event.pointer_id()))
    }

    fn typed(&mut self, ctx: &Context<Self>, text: String, is_composing: bool) -> bool {
        let NumberFieldProps { assumption, locale, on, .. } = ctx.props();
        let reading = read(locale, assumption, &text);
        self.draft = Some(text);
        self.pending = None;
        let link = ctx.link().clone();
        let pause = move || Timeout::new(TYPING_PAUSE_MS, move || link.send_message(FieldEvent::TypingPause));
        match reading {
            Ok(value) => {
                self.fault = None;
                self.is_fault_shown = false;
                on.emit(NumberEvent::Fault(None));
                if assumption.min <= value && value <= assumption.max {
                    self.typing = None;
                    self.set(ctx, value, true);
                } else {
                    self.pending = Some(value);
                    self.typing = Some(pause());
                }
            }
            // Letters on the way to a character of an input method are no fault.
            Err(_) if is_composing => {}
            Err(sentence) => {
                self.fault = Some(sentence);
                self.typing = Some(pause());
            }
        }
        true
    }

    fn key(&mut self, ctx: &Context<Self>, key: &str) -> bool {
        let NumberFieldProps { assumption, on, .. } = ctx.props();
        match key {
            "Enter" => {
                self.take_pending(ctx);
                // What was typed is not lost to a slip.
                if !self.reveal_fault(ctx) {
                    self.show_value(ctx);
                }
                self.is_selected_next = true;
                on.emit(NumberEvent::Rest);
            }
            "Escape" => {
                self.show_value(ctx);
                self.is_selected_next = true;
                if let Some(value) = self.at_focus {
                    self.set(ctx, value, false);
                }
            }
            key => {
                let Some(value) = key_value(assumption, assumption.value, key) else { return false };
                self.show_value(ctx);
                self.is_selected_next = true;
                self.set(ctx, value, true);
            }
        }
        true
    }

    /// Sets the number, and keeps what it was.
    fn set(&mut self, ctx: &Context<Self>, value: Decimal, is_move: bool) {
        let now = ctx.props().assumption.value;
        if value != now {
            if !self.is_set_by_typing {
                self.undo.push(now);
            }
            self.is_set_by_typing = self.draft.is_some();
            ctx.props().on.emit(NumberEvent::Set { value, is_move });
        }
    }

    /// Takes what was typed and waits.
    fn take_pending(&mut self, ctx: &Context<Self>) {
        self.typing = None;
        if let Some(value) = self.pending.take() {
            self.set(ctx, value, false);
        }
    }

    /// Shows what is wrong with what was typed. Says whether anything is.
    fn reveal_fault(&mut self, ctx: &Context<Self>) -> bool {
        self.is_fault_shown = self.fault.is_some();
        if self.is_fault_shown {
            ctx.props().on.emit(NumberEvent::Fault(self.fault.clone()));
        }
        self.is_fault_shown
    }

    /// Shows the value again, as the language writes it.
    fn show_value(&mut self, ctx: &Context<Self>) {
        self.draft = None;
        self.is_set_by_typing = false;
        self.pending = None;
        self.typing = None;
        if self.fault.take().is_some() {
            ctx.props().on.emit(NumberEvent::Fault(None));
        }
        self.is_fault_shown = false;
    }

    /// Selects the text of a field that still has the focus. Selecting focuses: where the focus has moved on in the same
    /// task, two fields would take it from each other without end.
    fn select(&self) {
        if let Some(input) = self.input.cast::<HtmlInputElement>()
            && has_focus(&input)
        {
            input.select();
        }
    }

    /// Where a drag has come to. Numbers grow the way that text runs, as on the slider.
    fn drag_to(&mut self, ctx: &Context<Self>, x: i32, y: i32, pointer: i32) -> bool {
        let NumberFieldProps { assumption, locale, .. } = ctx.props();
        let Some(drag) = &mut self.drag else { return false };
        let across = x.saturating_sub(drag.x);
        if !drag.is_moving {
            let down = y.saturating_sub(drag.y);
            if across.abs() < TAP || across.abs() < down.abs() {
                return false;
            }
            drag.is_moving = true;
            if let Some(input) = self.input.cast::<HtmlInputElement>() {
                // A pointer that is gone by now cannot be captured; the drag then ends with it.
                let _ = input.set_pointer_capture(pointer);
            }
        }
        let across = i64::from(if locale.direction() == "rtl" { across.saturating_neg() } else { across });
        let value = assumption.dragged(drag.value, across);
        // Most moves are too short for a step: nothing is drawn for them.
        if value == assumption.value && self.draft.is_none() {
            return false;
        }
        // A whole drag is taken back at once.
        let is_first = self.undo.last() != Some(&drag.value);
        if is_first {
            self.undo.push(drag.value);
        }
        self.show_value(ctx);
        ctx.props().on.emit(NumberEvent::Set { value, is_move: true });
        true
    }
}
