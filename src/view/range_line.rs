use yew::prelude::*;

use super::{ContextProps, ViewContext};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::{Decimal, round_to_digits};
use crate::report::{RangeMark, RangeRole, from_far_end, percent};

/// What other published numbers give, as marks on a line: the least and the most by name, the source's own statement,
/// and where the reader stands.
#[component]
pub fn RangeLine(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let (Some(shown), Some(marks)) = (session.shown(), session.range_marks()) else { return Html::default() };
    let span = &shown.comparison.across_presets;
    let digits = shown.comparison.published_digits();
    let rounded = |value: &Decimal| Argument::Rounded(round_to_digits(value, digits));
    let preset =
        |preset: &Option<String>| Argument::Text(preset.as_deref().map_or_else(String::new, |id| locale.preset(id)));
    let values = [
        ("low", rounded(&span.low)),
        ("low-name", preset(&span.low_preset)),
        ("high", rounded(&span.high)),
        ("high-name", preset(&span.high_preset)),
    ];
    let label = locale.text(msg!("range.presets"), &values);
    let is_mirrored = locale.direction() == "rtl";
    html! {
        <div class="range" role="img" aria-label={label}>
            <svg>
                <line class="track" x1="0" x2="100%" y1={LINE} y2={LINE} />
                {for marks.iter().map(|one| mark(locale, one, is_mirrored))}
            </svg>
            // Not in the picture, where they could not go to a second line.
            <p class="names">{for names(&marks).map(|(class, mark)| name(locale, class, mark))}</p>
        </div>
    }
}

/// The end of the text that is at its mark: near an end of the line a text runs inwards.
fn anchor(place: &Decimal) -> &'static str {
    if *place < Decimal::new(3, 1) {
        "start"
    } else if *place > Decimal::new(7, 1) {
        "end"
    } else {
        "middle"
    }
}

/// Where the line is in the picture, and the word above it.
const LINE: &str = "76%";
const WORD: &str = "42%";

/// The marks that are named at all times: the ends, and between them what the source states.
fn names(marks: &[RangeMark]) -> impl Iterator<Item = (&'static str, &RangeMark)> {
    let end = |mark: &&RangeMark| matches!(mark.role, RangeRole::Preset { is_end: true, .. });
    let low = marks.iter().filter(end).min_by_key(|mark| mark.place);
    let high = marks.iter().filter(end).max_by_key(|mark| mark.place);
    let sources = marks.iter().filter(|mark| mark.role == RangeRole::Source);
    low.map(|mark| ("end", mark))
        .into_iter()
        .chain(sources.map(|mark| ("source", mark)))
        .chain(high.map(|mark| ("end", mark)))
}

/// Made anew where it says something else: see `rich_text`.
fn name(locale: &Locale, class: &'static str, mark: &RangeMark) -> Html {
    let words = words(locale, mark);
    html! { <span key={words.clone()} {class}>{words}</span> }
}

fn words(locale: &Locale, mark: &RangeMark) -> String {
    let value = locale.argument(&Argument::Rounded(mark.value));
    match &mark.role {
        RangeRole::Preset { id, .. } => {
            let name = locale.preset(id);
            locale.text(msg!("range.mark"), &[("name", Argument::Text(name)), ("value", Argument::Text(value))])
        }
        RangeRole::Source => locale.text(msg!("range.source"), &[("value", Argument::Text(value))]),
        RangeRole::Shown => value,
    }
}

fn mark(locale: &Locale, mark: &RangeMark, is_mirrored: bool) -> Html {
    let x = percent(&if is_mirrored { from_far_end(&mark.place) } else { mark.place });
    let words = words(locale, mark);
    let (class, radius) = match &mark.role {
        RangeRole::Preset { is_end: true, .. } => ("preset end", "4"),
        RangeRole::Preset { .. } => ("preset", "4"),
        RangeRole::Source => ("source", "5"),
        RangeRole::Shown => ("now", "7"),
    };
    html! {
        <g {class}>
            <title key={format!("title {words}")}>{words.clone()}</title>
            <circle cx={x.clone()} cy={LINE} r={radius} />
            <text key={words.clone()} {x} y={WORD} text-anchor={anchor(&mark.place)}>{words}</text>
        </g>
    }
}
