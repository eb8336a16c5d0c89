//! What is counted, and the number of things that emit as much.

use yew::prelude::*;

use super::Frame;
use super::co2::co2;
use crate::locale::{Argument, Locale};
use crate::msg;

/// Whose emissions, for when, as reported when.
pub fn eyebrow(frame: &Frame) -> Html {
    let Some(subject) = &frame.report.subject else { return Html::default() };
    let locale = &frame.locale;
    let mut parts =
        vec![locale.of_file(&subject.organisation), locale.argument(&Argument::Period(subject.period.clone()))];
    if let Some(date) = &subject.source.published {
        let date = Argument::Text(locale.argument(&Argument::Date(date.clone())));
        let publisher = Argument::Text(locale.of_file(&subject.source.publisher));
        parts.push(locale.text(msg!("ui.as-reported"), &[("date", date), ("publisher", publisher)]));
    }
    html! { <p class="eyebrow">{ parts.join(" · ") }</p> }
}

/// The amount in words, and the large number.
pub fn headline(frame: &Frame) -> Html {
    let report = &frame.report;
    let locale = &frame.locale;
    let (Some(compared), Some(shown)) = (&report.compared, &report.shown) else {
        return html! { <p class="head" id="head">{ locale.text(msg!("ui.nothing-disclosed"), &[]) }</p> };
    };
    let amount = Argument::Text(locale.compared_amount(compared));
    let head = locale.text(Locale::headline_key(compared, shown), &[("amount", amount)]);
    let count = locale.count(shown, &shown.comparison.rounded);
    html! {
        <p class="head" id="head" part="headline">
            { co2(locale, &head) }
            { " " }
            <output class="big" part="result">{ co2(locale, &count) }</output>
        </p>
    }
}
