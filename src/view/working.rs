use yew::prelude::*;

use super::ViewContext;
use super::copy_working::CopyWorking;
use super::details::{Body, Details, PanelProps};
use super::rich_text::{message, rich, short_gas, space, text};
use crate::claim::CheckedEquivalence;
use crate::equivalence::{Step, StepInput};
use crate::locale::{Argument, Locale, sign};
use crate::msg;
use crate::quantity::{Decimal, Quantity};
use crate::report::{ShownComparison, UnitPart, cancelled, parts};

/// How the number is worked out: the steps, with the units that cancel struck out.
#[component]
pub fn Working(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    if context.session.shown().is_none() {
        return Html::default();
    }
    let title = context.locale.text(msg!("panel.working"), &[]);
    let n = Argument::Number(Decimal::from(context.session.working().len()));
    let aside = text(context.locale.text(msg!("panel.working-note"), &[("n", n)]));
    html! { <Details context={context.clone()} part="working" {title} {aside} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    let ViewContext { session, locale, .. } = context;
    let Some(shown) = session.shown() else { return Html::default() };
    let comparison = &shown.comparison;
    let claims = session.analysis().checked.iter().flat_map(|checked| &checked.equivalences);
    let steps = session.working();
    let exact = locale.argument(&Argument::Exact(comparison.result.central.value));
    html! {
        <>
            <ol class="steps">{for (0..steps.len()).map(|index| step(locale, shown, &steps, index))}</ol>
            <p>{message(locale, msg!("working.rounded"), &[
                ("rounded", Argument::Text(locale.count(shown, &comparison.rounded))),
                ("digits", Argument::Number(comparison.digits.into())),
            ])}{text(locale.between_sentences().to_owned())}{message(locale, msg!("working.exact"), &[])}{text(locale.between_sentences().to_owned())}<bdi key={exact.clone()} class="exact">{exact}</bdi></p>
            <CopyWorking context={context.clone()} />
            {for claims.filter(|claim| claim.equivalence == comparison.id).map(|claim| checked(context, claim))}
        </>
    }
}

/// The step in words, and under it in numbers. Both are plain text, to be copied as they stand.
fn step(locale: &Locale, shown: &ShownComparison, steps: &[Step], index: usize) -> Html {
    let Some((step, later)) = steps.get(index..).and_then(<[_]>::split_first) else { return Html::default() };
    // The last result is the number of the headline, so it is given as that.
    let result = if later.is_empty() {
        rich(locale, &locale.count(shown, &step.result.value))
    } else {
        quantity(locale, &step.result, &parts(&step.result.unit))
    };
    let sign = sign(step.operation);
    let units = cancelled(step);
    let between = |index: usize| if index == 0 { "" } else { sign };
    let name = |(index, input): (usize, &StepInput)| {
        html! { <>{text(between(index))}{rich(locale, &locale.role(shown, &input.role))}</> }
    };
    let number = |((index, input), units): ((usize, &StepInput), &Vec<UnitPart>)| {
        html! { <>{text(between(index))}{quantity(locale, &input.quantity, units)}</> }
    };
    html! {
        <li>
            <div class="words">{for step.inputs.iter().enumerate().map(name)}</div>
            <div class="numbers"><bdi dir="ltr">
                {for step.inputs.iter().enumerate().zip(&units).map(number)}
                {text(" = ")}<b>{result}</b>
            </bdi></div>
        </li>
    }
}

/// A number with its unit as a fraction, the parts that cancel struck out.
fn quantity(locale: &Locale, quantity: &Quantity, units: &[UnitPart]) -> Html {
    let part = |(index, part): (usize, &UnitPart)| {
        let separator = match (index, part.below) {
            (0, false) => "",
            (_, true) => "/",
            (_, false) => "·",
        };
        let symbol = locale.unit_symbol(part.symbol, part.below);
        let symbol = if part.cancels {
            html! { <s key={symbol.clone()}>{symbol}</s> }
        } else {
            text(symbol)
        };
        html! { <>{text(separator)}{symbol}</> }
    };
    let above = units.iter().filter(|part| !part.below).count();
    let (above, below) = units.split_at_checked(above).unwrap_or((units, &[]));
    // Where sentences have no space between them, a number has none before its unit.
    let is_spaced = !locale.between_sentences().is_empty() && units.first().is_some_and(|part| !part.below);
    let space = if is_spaced { "\u{a0}" } else { "" };
    // The gas belongs to the mass above the line.
    let gap = if is_spaced { " " } else { "" };
    let gas = quantity.gas.map(|gas| html! { <>{text(gap)}{rich(locale, &short_gas(locale, gas))}</> });
    html! {
        <span class="term">
            {text(locale.argument(&Argument::Number(quantity.value)) + space)}
            {for above.iter().enumerate().map(part)}{gas}{for below.iter().enumerate().map(part)}
        </span>
    }
}

/// What the source says of this comparison, and at which values that would be exact.
fn checked(context: &ViewContext, claim: &CheckedEquivalence) -> Html {
    let ViewContext { session, locale, .. } = context;
    let solution = |solution| {
        let solution: &crate::claim::Solution = solution;
        html! {
            <li>
                {rich(locale, &locale.solution(session.shown().map(|shown| &**shown), claim, solution))}
                if !solution.plausible { {space()}<small>{message(locale, msg!("working.implausible"), &[])}</small> }
            </li>
        }
    };
    html! {
        <>
            <p>{rich(locale, &locale.sentences(&[locale.stated(claim), locale.claim(claim)]))}</p>
            <ul class="solutions">{for claim.solutions.iter().map(solution)}</ul>
        </>
    }
}
