//! What is counted, and the number of things that emit as much.

use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::{space, tag};
use crate::locale::{Argument, Locale};
use crate::msg;

/// Whose emissions, for when, as reported when.
pub fn eyebrow(frame: &Frame) -> Option<Html> {
    let subject = frame.report.subject.as_ref()?;
    let locale = &frame.locale;
    let mut text = locale.of_file(&subject.organisation);
    text.push_str(" · ");
    text.push_str(&locale.argument(&Argument::Period(subject.period.clone())));
    if let Some(date) = &subject.source.published {
        let date = Argument::Text(locale.argument(&Argument::Date(date.clone())));
        let publisher = Argument::Text(locale.of_file(&subject.source.publisher));
        text.push_str(" · ");
        text.push_str(&locale.text(msg!("ui.as-reported"), &[("date", date), ("publisher", publisher)]));
    }
    Some(tag!("p", ["class" = "eyebrow"]).text(text))
}

/// The amount in words, and the large number.
pub fn headline(frame: &Frame) -> Html {
    let report = &frame.report;
    let locale = &frame.locale;
    let (Some(compared), Some(shown)) = (&report.compared, &report.shown) else {
        return tag!("p", ["class" = "head", "id" = "head"]).text(locale.text(msg!("ui.nothing-disclosed"), &[]));
    };
    let amount = Argument::Text(locale.compared_amount(compared));
    let head = locale.text(Locale::headline_key(compared, shown), &[("amount", amount)]);
    let count = locale.count(shown, &shown.comparison.rounded);
    tag!("p", ["class" = "head", "id" = "head", "part" = "headline"]).with(vec![
        co2(locale, &head),
        space(),
        tag!("output", ["class" = "big", "part" = "result"]).with(vec![co2(locale, &count)]),
    ])
}
