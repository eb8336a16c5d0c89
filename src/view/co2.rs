use yew::prelude::*;

use crate::disclosure::Text;
use crate::locale::{Argument, Locale};
use crate::quantity::Gas;

const FORMULA: &str = "CO₂";

/// A text as it is shown, with each CO₂ and CO₂e spelt out for screen readers, which read the subscript as a number,
/// as nothing or as "c o two e". What is spelt out cannot be selected, so that a copy has the formula alone.
pub(super) fn co2(locale: &Locale, text: &str) -> Html {
    let Some((first, rest)) = text.split_once(FORMULA) else { return html! { {text} } };
    let formula = |after: &str| {
        let (gas, shown, text) = match after.strip_prefix('e') {
            Some(text) => (Gas::CO2e, "CO₂e", text),
            None => (Gas::CO2, FORMULA, after),
        };
        let spoken = locale.text(&format!("gas.spoken.{}", gas.symbol()), &[]);
        html! { <><span aria-hidden="true">{shown}</span><span class="spoken">{spoken}</span>{text}</> }
    };
    html! { <>{first}{for rest.split(FORMULA).map(formula)}</> }
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
