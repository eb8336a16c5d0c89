//! The slider of the number that a reader touched last, and the way back from what was set.

use web_sys::{HtmlInputElement, PointerEvent};
use yew::prelude::*;

use super::number_field::{NumberEvent, TAP};
use super::rich_text::{for_screen_reader, rich, space, text};
use super::{NumberText, ViewContext};
use crate::equivalence::AssumptionState;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::parse_decimal;
use crate::report::{Action, ShownComparison};

/// What the slider is made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SliderProps {
    /// The session and the language.
    pub context: ViewContext,
    /// The place of its assumption.
    pub index: usize,
    /// Takes what the reader does with it.
    pub on: Callback<(usize, NumberEvent)>,
    /// Takes the wish to go back.
    pub act: Callback<Action>,
}

/// The slider of one assumption.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let SliderProps { context: ViewContext { session, locale, .. }, index, on, act } = props;
    let index = *index;
    let input = use_node_ref();
    // Where a finger went down that may yet scroll the page: what the browser sets meanwhile is not meant.
    let finger = use_mut_ref(|| None::<(i32, i32)>);
    let Some(shown) = session.shown() else { return Html::default() };
    let Some(assumption) = shown.comparison.assumptions.get(index).filter(|a| a.adjustable) else {
        return Html::default();
    };
    let NumberText { value, widest: [max, _] } = NumberText::of(locale, shown, assumption);
    let name = locale.assumption_of(shown, index);
    let take = {
        let (on, input) = (on.clone(), input.clone());
        move || {
            let value = input.cast::<HtmlInputElement>().map(|input| input.value());
            if let Some(value) = value.and_then(|text| parse_decimal(&text).ok()) {
                on.emit((index, NumberEvent::Set { value, is_move: true }));
            }
        }
    };
    let oninput = {
        let (finger, take) = (finger.clone(), take.clone());
        move |_: InputEvent| {
            if finger.borrow().is_none() {
                take();
            }
        }
    };
    let onpointerdown = {
        let finger = finger.clone();
        move |event: PointerEvent| {
            *finger.borrow_mut() = (event.pointer_type() == "touch").then(|| (event.client_x(), event.client_y()));
        }
    };
    let onpointermove = {
        let (finger, take) = (finger.clone(), take.clone());
        move |event: PointerEvent| {
            let Some((x, y)) = *finger.borrow() else { return };
            let across = event.client_x().saturating_sub(x).saturating_abs();
            if across >= TAP && across >= event.client_y().saturating_sub(y).saturating_abs() {
                *finger.borrow_mut() = None;
                take();
            }
        }
    };
    let onpointerup = {
        let finger = finger.clone();
        move |_: PointerEvent| {
            if finger.borrow_mut().take().is_some() {
                take();
            }
        }
    };
    // The page scrolls.
    let onpointercancel = {
        let (input, value) = (input.clone(), assumption.value.to_string());
        move |_: PointerEvent| {
            if finger.borrow_mut().take().is_some()
                && let Some(input) = input.cast::<HtmlInputElement>()
            {
                input.set_value(&value);
            }
        }
    };
    let onchange = on.reform(move |_: Event| (index, NumberEvent::Rest));
    let label = locale.text(msg!("ui.slider"), &[("name", Argument::Text(for_screen_reader(locale, &name)))]);
    let is_article = shown.comparison.base_preset == "article";
    html! {
        <div class="slider">
            <label>
                <span class="label">{rich(locale, &name)}</span>
                <input
                    ref={input}
                    type="range"
                    aria-label={label}
                    min={assumption.min.to_string()}
                    max={assumption.max.to_string()}
                    step={assumption.step.to_string()}
                    value={assumption.value.to_string()}
                    aria-valuetext={value.clone()}
                    {oninput}
                    {onchange}
                    {onpointerdown}
                    {onpointermove}
                    {onpointerup}
                    {onpointercancel}
                />
            </label>
            // The slider itself tells its ends to those who listen. The middle has what was set, and the way back.
            <p class="ends">
                <span aria-hidden="true">{text(locale.assumption_value(shown, assumption, assumption.min))}</span>
                {set(locale, shown, index, assumption, &value, is_article, act)}
                <span aria-hidden="true">{text(max)}</span>
            </p>
        </div>
    }
}

/// "Your 15,000 km · back to 12,000 km". Its room is kept while nothing is set.
fn set(
    locale: &crate::locale::Locale,
    shown: &ShownComparison,
    index: usize,
    assumption: &AssumptionState,
    value: &AttrValue,
    is_article: bool,
    act: &Callback<Action>,
) -> Html {
    let base = Argument::Text(locale.assumption_value(shown, assumption, assumption.base));
    let yours = |key, value: String| locale.text(key, &[("value", Argument::Text(value))]);
    // Room for the longest, or an unusual number would push down what is below.
    let room = yours(msg!("ui.your-unusual-value"), locale.assumption_value(shown, assumption, assumption.max));
    let key = if assumption.unusual { msg!("ui.your-unusual-value") } else { msg!("ui.your-value") };
    let yours = yours(key, value.to_string());
    let back = if is_article { msg!("ui.back-to") } else { msg!("ui.back-to-default") };
    let id = assumption.id.clone();
    let onclick = act.reform(move |_: MouseEvent| Action::Unset { assumption: id.clone() });
    let class = classes!("set", (!assumption.changed).then_some("invisible"), assumption.unusual.then_some("unusual"));
    html! {
        <span {class}>
            <span class="value">
                <span class="invisible" data-room={room}></span>
                {text(yours)}
            </span>
            <button type="button" class="link" part="reset" {onclick}>
                {text(locale.text(back, &[("base", base)]))}
                {space()}
                <span class="visually-hidden">{text(for_screen_reader(locale, &locale.assumption_of(shown, index)))}</span>
            </button>
        </span>
    }
}
