//! The comparison as a sentence: the amount, the number of things that emit as much, and what that rests on.

use yew::prelude::*;

use super::number_field::{NumberEvent, NumberField};
use super::rich_text::{for_screen_reader, rich, text};
use super::{NumberText, ViewContext};
use crate::locale::{Argument, Locale, Part};
use crate::msg;
use crate::report::ShownComparison;

/// What the sentence is made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StatementProps {
    /// The session and the language.
    pub context: ViewContext,
    /// Takes what the reader does with the number of the assumption in this place.
    pub on: Callback<(usize, NumberEvent)>,
}

/// The sentence with its result and its numbers as controls.
#[component]
pub fn Statement(props: &StatementProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let Some((compared, shown)) = session.compared() else {
        return html! { <p class="headline" id="headline">{text(locale.text(msg!("ui.nothing-disclosed"), &[]))}</p> };
    };
    let amount = Argument::Text(locale.compared_amount(compared));
    let head = locale.text(Locale::headline_key(compared, shown), &[("amount", amount)]);
    let count = locale.count(shown, &shown.comparison.rounded);
    let part = |part| match part {
        Part::Text(words) => rich(locale, &words),
        Part::Slot(id) => match shown.comparison.assumptions.iter().position(|assumption| assumption.id == id) {
            Some(index) => number(props, shown, index),
            None => Html::default(),
        },
    };
    html! {
        <>
            <p class="headline" id="headline" part="headline">
                {rich(locale, &head)}
                // Not an output: that is a live region, and would speak at every step of a drag.
                <strong class={classes!("result", size(&count))} part="result">{rich(locale, &count)}</strong>
            </p>
            <p class="sentence" part="sentence">{for locale.sentence_parts(shown).into_iter().map(part)}</p>
        </>
    }
}

fn number(props: &StatementProps, shown: &ShownComparison, index: usize) -> Html {
    let locale = &props.context.locale;
    let Some(assumption) = shown.comparison.assumptions.get(index) else { return Html::default() };
    let NumberText { value, widest } = NumberText::of(locale, shown, assumption);
    let on = props.on.reform(move |event| (index, event));
    html! {
        <NumberField
            key={format!("{}.{}", shown.comparison.id, assumption.id)}
            assumption={assumption.clone()}
            written={value}
            {widest}
            label={for_screen_reader(locale, &locale.assumption_of(shown, index))}
            locale={locale.clone()}
            {on}
        />
    }
}

/// Longer counts are set smaller, so that they take no second line and push nothing down.
fn size(count: &str) -> Option<&'static str> {
    // An ideograph is as wide as two letters.
    let columns: usize = count.chars().map(|c| if u32::from(c) >= 0x2E80 { 2 } else { 1 }).sum();
    match columns {
        0..=18 => None,
        19..=23 => Some("long"),
        _ => Some("longer"),
    }
}
