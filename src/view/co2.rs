use yew::prelude::*;

use super::tag::{all, tag, words};
use crate::disclosure::Text;
use crate::locale::{Argument, Locale};
use crate::quantity::Gas;

/// A text as it is shown, with each CO₂ and CO₂e spelt out for screen readers, which read the subscript as a number,
/// as nothing or as "c o two e". What is spelt out cannot be selected, so that a copy has the formula alone.
pub(super) fn co2(locale: &Locale, text: &str) -> Html {
    let mut shown = Vec::new();
    let mut held = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('₂') {
        held.push_str(before);
        rest = after;
        let Some(text) = held.strip_suffix("CO") else {
            held.push('₂');
            continue;
        };
        let (gas, formula, after) = match after.strip_prefix('e') {
            Some(after) => (Gas::CO2e, "CO₂e", after),
            None => (Gas::CO2, "CO₂", after),
        };
        rest = after;
        let spoken = locale.text(&format!("gas.spoken.{}", gas.symbol()), &[]);
        shown.push(words(text.to_owned()));
        shown.push(tag!("span", ["aria-hidden" = "true"]).text(formula.to_owned()));
        shown.push(tag!("span", ["class" = "spoken"]).text(spoken));
        held.clear();
    }
    held.push_str(rest);
    shown.push(words(held));
    all(shown)
}

/// A message as it is shown.
pub(super) fn say(locale: &Locale, key: &str, arguments: &[(&str, Argument)]) -> Html {
    co2(locale, &locale.text(key, arguments))
}

/// The gas as it stands behind a unit's symbol.
pub(super) fn short_gas(locale: &Locale, gas: Gas) -> String {
    locale.text(&format!("gas.short.{}", gas.symbol()), &[])
}

/// A text that is not a message. `language` is that of a text that does not say its own; where the text shown is in
/// another language than the page's, it is marked so that it is read out in its own.
pub(super) fn quoted(locale: &Locale, text: &Text, language: &str) -> Html {
    let held = text.language_for(locale.tag()).unwrap_or(language);
    let base = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
    let other = (base(held) != base(locale.tag())).then(|| held.to_owned());
    let shown = co2(locale, text.in_language(locale.tag()));
    match other {
        Some(lang) => html! { <bdi {lang}>{shown}</bdi> },
        None => shown,
    }
}
