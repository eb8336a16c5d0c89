use yew::prelude::*;

use super::ViewContext;
use super::details::{Body, Details, PanelProps};
use super::rich_text::{message, rich, space, text};
use super::table::table;
use crate::equivalence::Sensitivity as Ranked;
use crate::locale::Argument;
use crate::msg;
use crate::report::{Reach, ShownComparison, percent, reaches};

/// Which assumption matters most: what each alone can do to the result.
#[component]
pub fn Sensitivity(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    let Some(shown) = context.session.shown() else { return Html::default() };
    let ranked = context.session.sensitivity();
    let Some(first) = ranked.first() else { return Html::default() };
    let title = context.locale.text(msg!("panel.sensitivity"), &[]);
    let aside = text(context.locale.assumption_of(shown, first.index));
    html! { <Details context={context.clone()} {title} {aside} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    let Some(shown) = context.session.shown() else { return Html::default() };
    let ranked = context.session.sensitivity();
    let (reaches, now) = reaches(&shown.comparison, &ranked);
    let rows = || ranked.iter().zip(&reaches);
    let now = percent(&now);
    html! {
        <>
            <p class="caption">{message(&context.locale, msg!("sensitivity.how"), &[])}</p>
            {limits(context, shown)}
            <ol class="bars sensitivity">
                {for rows().map(|(one, reach)| row(context, shown, one, reach, &now))}
            </ol>
            {numbers(context, shown, rows())}
        </>
    }
}

/// What every assumption at an end of its plausible range would give, all at once.
fn limits(context: &ViewContext, shown: &ShownComparison) -> Html {
    let span = &shown.comparison.across_limits;
    if span.low_rounded >= span.high_rounded {
        return Html::default();
    }
    let ends = [("low", Argument::Rounded(span.low_rounded)), ("high", Argument::Rounded(span.high_rounded))];
    html! { <p class="caption">{message(&context.locale, msg!("range.limits"), &ends)}</p> }
}

/// An assumption, what it is called, its plausible range, and what it can do to the result.
fn written(context: &ViewContext, shown: &ShownComparison, one: &Ranked, reach: &Reach) -> Option<[Html; 3]> {
    let locale = &context.locale;
    let assumption = shown.comparison.assumptions.get(one.index)?;
    let value = |value| Argument::Text(locale.assumption_value(shown, assumption, value));
    let limits = [("low", value(assumption.min)), ("high", value(assumption.max))];
    let results = [("low", Argument::Number(reach.low)), ("high", Argument::Number(reach.high))];
    let range = |ends: &[_]| message(locale, msg!("number.range"), ends);
    Some([rich(locale, &locale.assumption_of(shown, one.index)), range(&limits), range(&results)])
}

fn numbers<'a>(
    context: &ViewContext,
    shown: &ShownComparison,
    rows: impl Iterator<Item = (&'a Ranked, &'a Reach)>,
) -> Html {
    let row = |[name, limits, results]: [Html; 3]| {
        html! { <tr><th scope="row">{name}</th><td>{limits}</td><td>{results}</td></tr> }
    };
    let rows = rows.filter_map(|(one, reach)| written(context, shown, one, reach));
    let heads = [msg!("sensitivity.assumption"), msg!("sensitivity.limits"), msg!("sensitivity.result")];
    table(context, msg!("panel.sensitivity"), &heads, rows.map(row).collect())
}

fn row(context: &ViewContext, shown: &ShownComparison, one: &Ranked, reach: &Reach, now: &str) -> Html {
    let Some([name, limits, results]) = written(context, shown, one, reach) else { return Html::default() };
    html! {
        <li>
            <span class="name">{name}{space()}<small>{limits}</small></span>
            <span class="amount">{results}</span>
            <svg class="track" aria-hidden="true">
                <rect class="reach" x={percent(&reach.start)} width={percent(&reach.length)} height="100%" />
                <line class="now" x1={now.to_owned()} x2={now.to_owned()} y1="0" y2="100%" />
            </svg>
        </li>
    }
}
