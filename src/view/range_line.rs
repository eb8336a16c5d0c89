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
    let rounded = |value: &Decimal| Argument::Rounded(round_to_digits(value, shown.comparison.digits));
    let name =
        |preset: &Option<String>| Argument::Text(preset.as_deref().map_or_else(String::new, |id| locale.preset(id)));
    let values = [
        ("low", rounded(&span.low)),
        ("low-name", name(&span.low_preset)),
        ("high", rounded(&span.high)),
        ("high-name", name(&span.high_preset)),
    ];
    let label = locale.text(msg!("range.presets"), &values);
    let is_mirrored = locale.direction() == "rtl";
    html! {
        <svg class="range" role="img" aria-label={label}>
            <line class="track" x1="0" x2="100%" y1="50%" y2="50%" />
            {for marks.iter().map(|one| mark(locale, one, is_mirrored))}
        </svg>
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

fn mark(locale: &Locale, mark: &RangeMark, is_mirrored: bool) -> Html {
    let x = percent(&if is_mirrored { from_far_end(&mark.place) } else { mark.place });
    let value = locale.argument(&Argument::Rounded(mark.value));
    let (class, words, y, radius) = match &mark.role {
        RangeRole::Preset { id, is_end } => {
            let name = locale.preset(id);
            let words =
                locale.text(msg!("range.mark"), &[("name", Argument::Text(name)), ("value", Argument::Text(value))]);
            (if *is_end { "preset end" } else { "preset" }, words, "94%", "4")
        }
        RangeRole::Source => {
            let words = locale.text(msg!("range.source"), &[("value", Argument::Text(value))]);
            // Beside the names of the ends it has room in the middle only.
            let y = if anchor(&mark.place) == "middle" { "94%" } else { "14%" };
            ("source", words, y, "5")
        }
        RangeRole::Shown => ("now", value, "14%", "7"),
    };
    html! {
        <g {class}>
            <title key={format!("title {words}")}>{words.clone()}</title>
            <circle cx={x.clone()} cy="50%" r={radius} />
            <text key={words.clone()} {x} {y} text-anchor={anchor(&mark.place)}>{words}</text>
        </g>
    }
}
