//! An assumption in the sentence: the number is the control. Type into it, step it with the arrow keys, drag it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::HtmlInputElement;
use yew::Html;

use super::co2::spoken;
use super::field::{key_value, read};
use super::tag::{On, room, tag};
use super::{Action, Control, Frame, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::locale::Locale;
use crate::quantity::Decimal;
use crate::report::ShownComparison;

/// How far a pointer must move before a press is a drag and not a tap.
const TAP: i32 = 4;

/// The id of the element that says what is expected.
pub(super) const FAULT: &str = "fault";

/// A drag under way: where it began, and the value then.
#[derive(Debug)]
struct Drag {
    x: i32,
    y: i32,
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
    Focus(HtmlInputElement),
    /// It was left.
    Blur,
    /// A pointer went down.
    Down {
        /// Where, from the left.
        x: i32,
        /// Where, from the top.
        y: i32,
        /// The field.
        input: HtmlInputElement,
    },
    /// A pointer moved.
    Move {
        /// Where to, from the left.
        x: i32,
        /// Where to, from the top.
        y: i32,
        /// Which pointer.
        pointer: i32,
    },
    /// A pointer went up, or was taken away.
    Up,
}

/// What is under way in a number. A reader is in one at a time.
#[derive(Debug, Default)]
pub struct Editing {
    /// Which.
    index: usize,
    input: Option<HtmlInputElement>,
    /// What the reader is typing; none while the field shows the value as the language writes it.
    draft: Option<String>,
    /// What is expected, where that cannot be read; and whether the reader was told. A text on its way, as the 0 of
    /// 0.25 is, need not be read yet.
    fault: Option<String>,
    is_told: bool,
    at_focus: Option<Decimal>,
    drag: Option<Drag>,
    /// Whether the field shows its value from the next frame on only, and that frame.
    is_waiting: Rc<Cell<bool>>,
    frame: Option<AnimationFrame>,
}

impl Editing {
    /// Has the field itself follow in the next frame, when everything else is drawn: a browser lays the whole page out
    /// at once when a field that has the focus is written to, and that would stand between a key and its result.
    pub(super) fn follow(&mut self) {
        let (None, Some(input)) = (&self.draft, &self.input) else { return };
        if !self.is_waiting.replace(true) {
            let (input, is_waiting, is_dragged) = (input.clone(), self.is_waiting.clone(), self.drag.is_some());
            let write = move |_| {
                if is_waiting.take() {
                    input.set_value(&input.get_attribute("aria-valuetext").unwrap_or_default());
                    // As in a browser's own number fields: who steps and then types means another number.
                    if !is_dragged {
                        select(&input);
                    }
                }
            };
            self.frame = Some(request_animation_frame(write));
        }
    }

    /// What is wrong with what was typed, as soon as the reader is to know.
    pub(super) fn fault(&self) -> Option<&String> {
        self.fault.as_ref().filter(|_| self.is_told)
    }

    /// The reader pauses, or is done: what is wrong is told from now on. Says whether anything is.
    pub(super) fn judge(&mut self) -> bool {
        self.is_told = self.fault.is_some();
        self.is_told
    }

    /// Whether something is wrong, told or not.
    pub(super) fn is_faulty(&self) -> bool {
        self.fault.is_some()
    }

    /// What the field shows while it waits for the next frame.
    fn waiting(&self) -> Option<String> {
        self.is_waiting.get().then(|| self.input.as_ref().map(HtmlInputElement::value))?
    }

    /// Takes what happened to the number at `index`, and gives what the reader did by it.
    pub(super) fn take(&mut self, frame: &Frame, index: usize, happened: Happened) -> Option<Action> {
        let assumption = frame.session.shown()?.comparison.assumptions.get(index)?;
        if index != self.index && matches!(happened, Happened::Focus(_) | Happened::Down { .. } | Happened::Typed(..)) {
            self.begin(index);
        }
        if index != self.index {
            // What is left of a number that the reader is no longer in.
            return None;
        }
        let value = match happened {
            Happened::Typed(text, is_composing) => {
                self.is_waiting.take();
                let reading = read(&frame.locale, assumption, &text);
                self.draft = Some(text);
                match reading {
                    Ok(value) => {
                        self.fault = None;
                        self.is_told = false;
                        Some(value)
                    }
                    Err(sentence) => {
                        // Letters on the way to a character of an input method are no fault.
                        if !is_composing {
                            self.fault = Some(sentence);
                        }
                        None
                    }
                }
            }
            Happened::Key(key) => match key.as_str() {
                "Enter" => {
                    // What was typed is not lost to a slip.
                    if !self.judge() {
                        self.clear();
                    }
                    self.select();
                    None
                }
                "Escape" => {
                    self.clear();
                    self.at_focus
                }
                key => {
                    let value = key_value(assumption, assumption.value, key)?;
                    self.clear();
                    Some(value)
                }
            },
            Happened::Focus(input) => {
                self.at_focus = Some(assumption.value);
                self.input = Some(input);
                self.select();
                None
            }
            Happened::Blur => {
                self.clear();
                self.is_waiting.take();
                None
            }
            Happened::Down { x, y, input } => {
                self.drag = Some(Drag { x, y, value: assumption.value, is_moving: false });
                self.input = Some(input);
                None
            }
            Happened::Move { x, y, pointer } => {
                let is_mirrored = frame.locale.direction() == "rtl";
                self.drag_to(assumption, x, y, pointer, is_mirrored)
            }
            Happened::Up => {
                if self.drag.take().is_some_and(|drag| !drag.is_moving) {
                    self.select();
                }
                None
            }
        };
        value.map(|value| Action::Set { assumption: assumption.id.clone(), value })
    }

    /// The reader is in this number, and did nothing there yet.
    #[inline(never)]
    pub(super) fn begin(&mut self, index: usize) {
        *self = Self { index, ..Self::default() };
    }

    /// Shows the value again, as the language writes it.
    #[inline(never)]
    pub(super) fn clear(&mut self) {
        self.draft = None;
        self.fault = None;
        self.is_told = false;
    }

    /// Selects the field's text, so that typing replaces it.
    fn select(&self) {
        if let Some(input) = &self.input {
            select(input);
        }
    }

    /// Numbers grow the way that text runs, as on the slider.
    fn drag_to(
        &mut self,
        assumption: &AssumptionState,
        x: i32,
        y: i32,
        pointer: i32,
        is_mirrored: bool,
    ) -> Option<Decimal> {
        let drag = self.drag.as_mut()?;
        let across = x.saturating_sub(drag.x);
        if !drag.is_moving {
            let down = y.saturating_sub(drag.y);
            if across.abs() < TAP || across.abs() < down.abs() {
                return None;
            }
            drag.is_moving = true;
            if let Some(input) = &self.input {
                // A pointer that is gone by now cannot be captured; the drag then ends with it.
                let _ = input.set_pointer_capture(pointer);
            }
        }
        let across = i64::from(if is_mirrored { across.saturating_neg() } else { across });
        let value = assumption.dragged(drag.value, across);
        // Most moves are too short for a step: nothing is drawn for them.
        let is_new = value != assumption.value || self.draft.is_some();
        self.clear();
        is_new.then_some(value)
    }
}

/// Selects the text of a field that still has the focus. Selecting focuses: where the focus has moved on in the same
/// task, two fields would take it from each other without end.
fn select(input: &HtmlInputElement) {
    if input.matches(":focus").unwrap_or(false) {
        input.select();
    }
}

/// The control of the assumption at `index`.
pub(super) fn number(
    props: &WidgetProps<'_>,
    shown: &ShownComparison,
    index: usize,
    assumption: &AssumptionState,
) -> Html {
    let locale = &props.frame.locale;
    let Written { value: written, rooms } = Written::of(locale, shown, assumption);
    let editing = Some(&props.editing).filter(|editing| editing.index == index);
    let draft = editing.and_then(|editing| editing.draft.as_ref());
    let is_faulty = editing.is_some_and(|editing| editing.fault().is_some());
    let text = draft.cloned().or_else(|| editing?.waiting()).unwrap_or_else(|| written.clone());
    let mut class = String::from("num");
    for (name, holds) in [(" changed", assumption.changed), (" faulty", is_faulty)] {
        class.push_str(if holds { name } else { "" });
    }
    let kinds = [
        On::Input,
        On::KeyDown,
        On::Focus,
        On::Blur,
        On::PointerDown,
        On::PointerMove,
        On::PointerUp,
        On::PointerCancel,
    ];
    let tag = tag!(
        "input",
        [
            "type" = "text",
            "class" = class,
            "part" = "assumption",
            "role" = "spinbutton",
            "inputmode" = "decimal",
            "autocomplete" = "off",
            "autocorrect" = "off",
            "spellcheck" = "false",
            "enterkeyhint" = "done",
            // Its width is that of the texts behind it.
            "size" = "1",
            "aria-label" = spoken(locale, &locale.assumption_of(shown, index)),
            "aria-valuenow" = assumption.value.to_string(),
            // An unusual value is beyond these, and still has to lie between what is told.
            "aria-valuemin" = assumption.min.min(assumption.value).to_string(),
            "aria-valuemax" = assumption.max.max(assumption.value).to_string(),
            "aria-valuetext" = written,
            "aria-invalid" = is_faulty.then_some("true"),
            "aria-describedby" = is_faulty.then_some(FAULT),
        ]
    );
    let control = Control::Number(index, draft.is_some());
    let input = tag.value(text).on(&kinds, &control, &props.hear).with(Vec::new());
    tag!("span", ["class" = "field"]).with(in_room(rooms, input))
}

/// What an assumption's controls write, in the reader's language.
pub(super) struct Written {
    /// The value.
    pub(super) value: String,
    /// The greatest and the article's own, either of which may be the widest.
    pub(super) rooms: [String; 2],
}

impl Written {
    #[inline(never)]
    pub(super) fn of(locale: &Locale, shown: &ShownComparison, assumption: &AssumptionState) -> Self {
        let write = |value| locale.assumption_value(shown, assumption, value);
        Self { value: write(assumption.value), rooms: [assumption.max, assumption.base].map(write) }
    }
}

/// What shows the value of an assumption, in the room of the widest: whatever it shows, the words behind it must not move,
/// and so it can be laid out without them.
#[inline(never)]
pub(super) fn in_room(rooms: [String; 2], content: Html) -> Vec<Html> {
    let [max, base] = rooms.map(room);
    vec![max, base, tag!("span", []).with(vec![content])]
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Decimal, Drag, Editing};
    use crate::report::{Analysis, HostDefaults, Session};

    #[test]
    fn a_move_that_is_too_short_for_a_step_does_nothing() {
        let amount = "37909.87 tCO2e".parse().expect("an amount");
        let session = Session::new(Rc::new(Analysis::of_amount(amount)), HostDefaults::default());
        let shown = session.shown().expect("a comparison");
        let mut assumption = shown.comparison.assumptions.first().expect("an assumption").clone();
        let start = assumption.value;
        let drag = Some(Drag { x: 0, y: 0, value: start, is_moving: false });
        let mut editing = Editing { drag, ..Editing::default() };
        let mut taken = Vec::new();
        for x in 0..=60 {
            if let Some(value) = editing.drag_to(&assumption, x, 0, 1, false) {
                assert_ne!(value, assumption.value, "at {x} px");
                assumption.value = value;
                taken.push(value);
            }
        }
        assert!((5..=30).contains(&taken.len()), "a step takes 2 to 12 pixels: {taken:?}");
        assert!(taken.is_sorted() && taken.iter().all(|value| *value > start), "{taken:?}");
        // What was being typed goes, though the value is the same.
        editing.draft = Some(String::from("15"));
        assert_eq!(editing.drag_to(&assumption, 60, 0, 1, false), taken.last().copied());
        assert_eq!(editing.drag_to(&assumption, 60, 0, 1, false), None::<Decimal>);
    }
}
