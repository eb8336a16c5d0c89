use yew::prelude::*;

use super::Frame;
use super::co2::{co2, quoted, say};
use super::details::{Body, Details, PanelProps};
use super::link::link;
use super::still::Still;
use super::table::table;
use crate::claim::CheckedTarget;
use crate::locale::Argument;
use crate::msg;
use crate::report::{Moment, from_far_end, moments, percent};

fn targets(frame: &Frame) -> &[CheckedTarget] {
    frame.session.analysis().checked.as_ref().map_or(&[], |checked| &checked.targets)
}

/// Who promised what, for when, and what each promise leaves open.
#[component]
pub fn Targets(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    let mut names: Vec<String> = Vec::new();
    for target in targets(frame) {
        let name = frame.locale.of_file(&target.organisation);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Html::default();
    }
    let title = frame.locale.text(msg!("panel.targets"), &[]);
    let note = frame.locale.argument(&Argument::List(names));
    html! { <Details frame={frame.clone()} {open} part="targets" {title} {note} body={Body(still)} /> }
}

fn still(frame: &Frame) -> Html {
    html! { <Still frame={frame.clone()} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    let moments = moments(targets(frame));
    html! {
        <>
            {line(frame, &moments)}
            <ol class="moments">{for moments.iter().map(|moment| group(frame, moment))}</ol>
            {years(frame, &moments)}
        </>
    }
}

/// What stands on the line, a promise to a row.
fn years(frame: &Frame, moments: &[Moment<'_>]) -> Html {
    let locale = &frame.locale;
    let is_open = moments.iter().flat_map(|moment| moment.targets).any(|target| !target.missing.is_empty());
    let mut rows = Vec::new();
    for moment in moments {
        rows.extend(moment.targets.iter().map(|target| {
            html! {
                <tr>
                    <th scope="row">{year(frame, moment)}</th>
                    <td>{co2(locale, &locale.target(target))}</td>
                    if is_open {
                        <td>{locale.argument(&Argument::List(missing(frame, target)))}</td>
                    }
                </tr>
            }
        }));
    }
    let heads = [msg!("targets.year"), msg!("targets.promise"), msg!("targets.left-open")];
    let heads = if is_open { &heads[..] } else { &heads[..2] };
    table(frame, msg!("panel.targets"), heads, rows.into_iter().collect())
}

fn year(frame: &Frame, moment: &Moment<'_>) -> String {
    match moment.year {
        Some(year) => frame.locale.argument(&Argument::Year(year)),
        None => frame.locale.text(msg!("target.undated"), &[]),
    }
}

/// What a promise leaves open.
fn missing(frame: &Frame, target: &CheckedTarget) -> Vec<String> {
    let missing = target.missing.iter();
    missing.map(|missing| frame.locale.text(&format!("targets.missing.{}", missing.id()), &[])).collect()
}

/// The years on a line, at their distance from each other. It stands beside the list that says the same.
fn line(frame: &Frame, moments: &[Moment<'_>]) -> Html {
    let turned = frame.locale.direction() == "rtl";
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
        let radius = if targets.len() > 1 { "7" } else { "5" };
        html! {
            <>
                <circle cx={x.clone()} cy="12" r={radius} />
                <text class={anchor} {x} y="38">{frame.locale.argument(&Argument::Year(year))}</text>
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

fn group(frame: &Frame, moment: &Moment<'_>) -> Html {
    html! {
        <li>
            <h4>{year(frame, moment)}</h4>
            <ul>{for moment.targets.iter().map(|target| promise(frame, target))}</ul>
        </li>
    }
}

fn promise(frame: &Frame, target: &CheckedTarget) -> Html {
    let locale = &frame.locale;
    let missing = missing(frame, target);
    let source = target.source.as_ref();
    let language = frame.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    html! {
        <li>
            {co2(locale, &locale.target(target))}
            if !missing.is_empty() {
                {" "}<small class="open">{say(locale, msg!("targets.open"), &[("missing", Argument::List(missing))])}</small>
            }
            if let Some(source) = source {
                {" "}<small>{link(frame, source.url.as_ref().map(|url| url.as_str()), quoted(locale, &source.title, language))}</small>
            }
        </li>
    }
}
