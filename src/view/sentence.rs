//! The sentence whose numbers are the controls, and what it says when one of them cannot be read.

use yew::Html;

use super::WidgetProps;
use super::co2::co2;
use super::held::held;
use super::number::{FAULT, number};
use super::tag::{all, tag};
use crate::locale::Part;

/// The sentence.
pub fn sentence(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let locale = &props.frame.locale;
    let mut parts = Vec::new();
    for part in locale.sentence_parts(shown) {
        parts.extend(match part {
            Part::Text(text) => Some(co2(locale, &text)),
            Part::Slot(id) => {
                let found = shown.comparison.assumptions.iter().enumerate().find(|(_, assumption)| assumption.id == id);
                found.map(|(index, assumption)| {
                    let key = format!("{}.{id}", shown.comparison.id);
                    held(props.leaves(&id), Some(key), || number(props, shown, index, assumption))
                })
            }
        });
    }
    let fault = props.editing.fault().cloned().unwrap_or_default();
    all(vec![
        tag!("p", ["class" = "sentence", "part" = "sentence"]).with(parts),
        // Not an alert: that would speak at every key. It is said once the reader pauses.
        tag!("p", ["class" = "fault", "id" = FAULT]).text(fault),
    ])
}
