use yew::prelude::*;

use super::Frame;
use super::co2::{co2, say};
use super::details::{Body, Details, PanelProps};
use crate::locale::Argument;
use crate::msg;
use crate::report::{Reach, Shown, percent, reaches};

/// Which assumption matters most: what each alone can do to the result.
#[component]
pub fn Sensitivity(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    let Some(shown) = &frame.report.shown else { return Html::default() };
    let Some(first) = shown.comparison.sensitivity.first() else { return Html::default() };
    let title = frame.locale.text(msg!("panel.sensitivity"), &[]);
    let note = frame.locale.assumption_of(shown, first.index);
    html! { <Details frame={frame.clone()} {open} {title} {note} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    let Some(shown) = &frame.report.shown else { return Html::default() };
    let (reaches, now) = reaches(&shown.comparison);
    let now = percent(&now);
    html! {
        <>
            <p class="cap">{say(&frame.locale, msg!("sensitivity.how"), &[])}</p>
            <ol class="bars sensitivity">
                {for reaches.iter().enumerate().map(|(at, reach)| row(frame, shown, at, reach, &now))}
            </ol>
        </>
    }
}

fn row(frame: &Frame, shown: &Shown, at: usize, reach: &Reach, now: &str) -> Html {
    let locale = &frame.locale;
    let comparison = &shown.comparison;
    let Some(one) = comparison.sensitivity.get(at) else { return Html::default() };
    let Some(assumption) = comparison.assumptions.get(one.index) else { return Html::default() };
    let value = |value| Argument::Text(locale.assumption_value(shown, assumption, value));
    let name = locale.assumption_of(shown, one.index);
    let limits = [("low", value(assumption.min)), ("high", value(assumption.max))];
    let results = [("low", Argument::Number(reach.low)), ("high", Argument::Number(reach.high))];
    html! {
        <li>
            <span class="name">{co2(locale, &name)}{" "}<small>{say(locale, msg!("number.range"), &limits)}</small></span>
            <span class="amount">{say(locale, msg!("number.range"), &results)}</span>
            <svg class="track" aria-hidden="true">
                <rect class="reach" x={percent(&reach.start)} width={percent(&reach.length)} height="100%" />
                <line class="now" x1={now.to_owned()} x2={now.to_owned()} y1="0" y2="100%" />
            </svg>
        </li>
    }
}
