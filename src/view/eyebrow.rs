//! Whose emissions are counted, for when, as reported when.

use yew::Html;

use super::Frame;
use super::tag::tag;
use crate::locale::Argument;
use crate::msg;

/// Whose emissions, for when, as reported when.
pub fn eyebrow(frame: &Frame) -> Html {
    let Some(subject) = &frame.session.analysis().publication else { return Html::default() };
    let locale = &frame.locale;
    let mut text = locale.of_file(&subject.organisation);
    text.push_str(" · ");
    text.push_str(&locale.argument(&Argument::Period(subject.period)));
    if let Some(date) = &subject.source.published {
        let date = Argument::Text(locale.argument(&Argument::Date(*date)));
        let publisher = Argument::Text(locale.of_file(&subject.source.publisher));
        text.push_str(" · ");
        text.push_str(&locale.text(msg!("ui.as-reported"), &[("date", date), ("publisher", publisher)]));
    }
    tag!("p", ["class" = "eyebrow"]).text(text)
}
