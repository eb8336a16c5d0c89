use yew::prelude::*;

use super::Frame;
use super::co2::{co2, say};
use super::details::{Body, Details, PanelProps};
use super::table::table;
use crate::equivalence::Sensitivity as Ranked;
use crate::locale::Argument;
use crate::msg;
use crate::report::{Reach, ShownComparison, percent, reaches};

/// Which assumption matters most: what each alone can do to the result.
#[component]
pub fn Sensitivity(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    let Some(shown) = frame.session.shown() else { return Html::default() };
    let ranked = frame.session.sensitivity();
    let Some(first) = ranked.first() else { return Html::default() };
    let title = frame.locale.text(msg!("panel.sensitivity"), &[]);
    let note = frame.locale.assumption_of(shown, first.index);
    html! { <Details frame={frame.clone()} {open} {title} {note} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    let Some(shown) = frame.session.shown() else { return Html::default() };
    let ranked = frame.session.sensitivity();
    let (reaches, now) = reaches(&shown.comparison, &ranked);
    let rows = || ranked.iter().zip(&reaches);
    let now = percent(&now);
    html! {
        <>
            <p class="cap">{say(&frame.locale, msg!("sensitivity.how"), &[])}</p>
            <ol class="bars sensitivity">
                {for rows().map(|(one, reach)| row(frame, shown, one, reach, &now))}
            </ol>
            {numbers(frame, shown, rows())}
        </>
    }
}

/// An assumption, what it is called, its plausible range, and what it can do to the result.
fn written(frame: &Frame, shown: &ShownComparison, one: &Ranked, reach: &Reach) -> Option<[Html; 3]> {
    let locale = &frame.locale;
    let assumption = shown.comparison.assumptions.get(one.index)?;
    let value = |value| Argument::Text(locale.assumption_value(shown, assumption, value));
    let limits = [("low", value(assumption.min)), ("high", value(assumption.max))];
    let results = [("low", Argument::Number(reach.low)), ("high", Argument::Number(reach.high))];
    let range = |ends: &[_]| say(locale, msg!("number.range"), ends);
    Some([co2(locale, &locale.assumption_of(shown, one.index)), range(&limits), range(&results)])
}

fn numbers<'a>(frame: &Frame, shown: &ShownComparison, rows: impl Iterator<Item = (&'a Ranked, &'a Reach)>) -> Html {
    let row = |[name, limits, results]: [Html; 3]| {
        html! { <tr><th scope="row">{name}</th><td>{limits}</td><td>{results}</td></tr> }
    };
    let rows = rows.filter_map(|(one, reach)| written(frame, shown, one, reach));
    let heads = [msg!("sensitivity.assumption"), msg!("sensitivity.limits"), msg!("sensitivity.result")];
    table(frame, msg!("panel.sensitivity"), &heads, rows.map(row).collect())
}

fn row(frame: &Frame, shown: &ShownComparison, one: &Ranked, reach: &Reach, now: &str) -> Html {
    let Some([name, limits, results]) = written(frame, shown, one, reach) else { return Html::default() };
    html! {
        <li>
            <span class="name">{name}{" "}<small>{limits}</small></span>
            <span class="amount">{results}</span>
            <svg class="track" aria-hidden="true">
                <rect class="reach" x={percent(&reach.start)} width={percent(&reach.length)} height="100%" />
                <line class="now" x1={now.to_owned()} x2={now.to_owned()} y1="0" y2="100%" />
            </svg>
        </li>
    }
}
