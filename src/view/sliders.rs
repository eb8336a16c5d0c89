//! A slider under the sentence for each assumption, with the mark that tells a reader's value from the article's.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::co2::co2;
use super::{Action, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::{Decimal, parse_decimal};

/// The sliders.
pub fn sliders(props: &WidgetProps) -> Html {
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let adjustable = shown.comparison.assumptions.iter().enumerate().filter(|(_, assumption)| assumption.adjustable);
    html! {
        <div class="sliders">
            { for adjustable.map(|(index, assumption)| slider(props, index, assumption)) }
        </div>
    }
}

fn slider(props: &WidgetProps, index: usize, assumption: &AssumptionState) -> Html {
    let locale = &props.frame.locale;
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let written = |value: Decimal| locale.assumption_value(shown, assumption, value);
    let oninput = {
        let (act, id) = (props.act.clone(), assumption.id.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(value) = parse_decimal(&text) {
                act.emit(Action::Set { assumption: id.clone(), value });
            }
        })
    };
    let name = locale.assumption_of(shown, index);
    html! {
        <div class="slider" key={assumption.id.clone()}>
            <label>
                <span>{ co2(locale, &name) }</span>
                <b>{ written(assumption.value) }</b>
                <input
                    type="range"
                    min={assumption.min.to_string()}
                    max={assumption.max.to_string()}
                    step={assumption.step.to_string()}
                    value={assumption.value.to_string()}
                    aria-valuetext={written(assumption.value)}
                    {oninput}
                />
            </label>
            if assumption.changed {
                { mark(props, assumption, &name, &written) }
            }
        </div>
    }
}

/// "You set 15,000 km; the article has 12,000 km", and the way back.
fn mark(props: &WidgetProps, assumption: &AssumptionState, name: &str, written: &dyn Fn(Decimal) -> String) -> Html {
    let locale = &props.frame.locale;
    let is_articles = props.frame.report.shown.as_ref().is_some_and(|shown| shown.comparison.base_preset == "article");
    let key = if is_articles { msg!("ui.you-set") } else { msg!("ui.you-set-default") };
    let values =
        [("value", Argument::Text(written(assumption.value))), ("base", Argument::Text(written(assumption.base)))];
    let onclick = {
        let (act, id) = (props.act.clone(), assumption.id.clone());
        Callback::from(move |_: MouseEvent| act.emit(Action::Unset { assumption: id.clone() }))
    };
    let reset = locale.text(msg!("ui.reset-one"), &[("name", Argument::Text(name.to_owned()))]);
    html! {
        <p class="mark">
            { locale.text(key, &values) }
            if assumption.unusual {
                { " " }<span class="unusual">{ locale.text(msg!("ui.unusual"), &[]) }</span>
            }
            { " " }
            <button type="button" class="link" part="reset" aria-label={reset} {onclick}>
                { locale.text(msg!("ui.undo"), &[]) }
            </button>
        </p>
    }
}
