use yew::prelude::*;

use super::ViewContext;
use super::details::{Body, Details, PanelProps};
use super::link::link;
use super::rich_text::{foreign, message, rich, space, text};
use super::table::table;
use crate::claim::CheckedTarget;
use crate::locale::Argument;
use crate::msg;
use crate::report::{Moment, from_far_end, moments, percent};

fn targets(context: &ViewContext) -> &[CheckedTarget] {
    context.session.analysis().checked.as_ref().map_or(&[], |checked| &checked.targets)
}

/// Who promised what, for when, and what each promise leaves open.
#[component]
pub fn Targets(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    let mut names: Vec<String> = Vec::new();
    for target in targets(context) {
        let name = context.locale.of_file(&target.organisation);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Html::default();
    }
    let title = context.locale.text(msg!("panel.targets"), &[]);
    let aside = text(context.locale.argument(&Argument::List(names)));
    html! { <Details context={context.clone()} part="targets" {title} {aside} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    let moments = moments(targets(context));
    html! {
        <>
            {line(context, &moments)}
            <ol class="moments">{for moments.iter().map(|moment| group(context, moment))}</ol>
            {years(context, &moments)}
        </>
    }
}

/// What stands on the line, a promise to a row.
fn years(context: &ViewContext, moments: &[Moment<'_>]) -> Html {
    let locale = &context.locale;
    let is_open = moments.iter().flat_map(|moment| moment.targets).any(|target| !target.missing.is_empty());
    let mut rows = Vec::new();
    for moment in moments {
        rows.extend(moment.targets.iter().map(|target| {
            html! {
                <tr>
                    <th key={year(context, moment)} scope="row">{year(context, moment)}</th>
                    <td>{rich(locale, &locale.target(target))}</td>
                    if is_open {
                        <td>{text(locale.argument(&Argument::List(missing(context, target))))}</td>
                    }
                </tr>
            }
        }));
    }
    let heads = [msg!("targets.year"), msg!("targets.promise"), msg!("targets.left-open")];
    let heads = if is_open { &heads[..] } else { &heads[..2] };
    table(context, msg!("panel.targets"), heads, rows.into_iter().collect())
}

fn year(context: &ViewContext, moment: &Moment<'_>) -> String {
    match moment.year {
        Some(year) => context.locale.argument(&Argument::Year(year)),
        None => context.locale.text(msg!("target.undated"), &[]),
    }
}

/// What a promise leaves open.
fn missing(context: &ViewContext, target: &CheckedTarget) -> Vec<String> {
    let missing = target.missing.iter();
    missing.map(|missing| context.locale.text(&format!("targets.missing.{}", missing.id()), &[])).collect()
}

/// The years on a line, at their distance from each other. It stands beside the list that says the same.
fn line(context: &ViewContext, moments: &[Moment<'_>]) -> Html {
    let turned = context.locale.direction() == "rtl";
    let dated: Vec<_> =
        moments.iter().filter_map(|moment| Some((moment.place?, moment.year?, moment.targets))).collect();
    if dated.len() < 2 {
        return Html::default();
    }
    let mark = |(place, year, targets): (crate::quantity::Decimal, u16, &[CheckedTarget])| {
        let x = percent(&if turned { from_far_end(&place) } else { place });
        let anchor = match x.as_str() {
            "0%" => "first",
            "100%" => "last",
            _ => "between",
        };
        let year = context.locale.argument(&Argument::Year(year));
        let radius = if targets.len() > 1 { "7" } else { "5" };
        html! {
            <>
                <circle cx={x.clone()} cy="12" r={radius} />
                <text key={year.clone()} class={anchor} {x} y="38">{year}</text>
            </>
        }
    };
    html! {
        <svg class="time-line" aria-hidden="true">
            <line x1="0" x2="100%" y1="12" y2="12" />
            {for dated.into_iter().map(mark)}
        </svg>
    }
}

fn group(context: &ViewContext, moment: &Moment<'_>) -> Html {
    let tag = context.heading.below().tag();
    html! {
        <li>
            <@{tag} key={year(context, moment)}>{year(context, moment)}</@>
            <ul>{for moment.targets.iter().map(|target| promise(context, target))}</ul>
        </li>
    }
}

fn promise(context: &ViewContext, target: &CheckedTarget) -> Html {
    let locale = &context.locale;
    let missing = missing(context, target);
    let source = target.source.as_ref();
    let language = context.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    html! {
        <li>
            {rich(locale, &locale.target(target))}
            if !missing.is_empty() {
                {space()}<small class="open">{message(locale, msg!("targets.open"), &[("missing", Argument::List(missing))])}</small>
            }
            if let Some(source) = source {
                {space()}<small>{link(context, source.url.as_ref().map(|url| url.as_str()), foreign(locale, &source.title, language))}</small>
            }
        </li>
    }
}
