//! Texts as they are shown. Each text is the only child of an element of its own, which is made anew when the text changes:
//! a translator or an extension may replace any text node inside the widget, and what Yew then writes to, or puts
//! something before, is no longer in the page.

use yew::prelude::*;

use crate::disclosure::Text;
use crate::locale::{Argument, Locale};
use crate::quantity::Gas;

/// The formulas that are spelt out, as texts have them (files and publishers often write the plain digit), and as they
/// are set.
const FORMULAS: [(&str, &str, Gas); 4] =
    [("CO₂e", "CO₂e", Gas::CO2e), ("CO₂", "CO₂", Gas::CO2), ("CO2e", "CO₂e", Gas::CO2e), ("CO2", "CO₂", Gas::CO2)];

/// The first formula in a text: what is before it, how it is set, what it is, what is behind it. `tCO2e` and `kgCO2` are
/// units, and stay as they are written.
fn first(text: &str) -> Option<(&str, &'static str, Gas, &str)> {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_whole = |before: &str, after: &str| !is_word(before.chars().next_back()) && !is_word(after.chars().next());
    text.char_indices().filter(|(_, letter)| *letter == 'C').find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let (formula, set, gas) = FORMULAS.iter().find(|(written, ..)| rest.starts_with(written))?;
        let (_, after) = rest.split_at_checked(formula.len())?;
        is_whole(before, after).then_some((before, *set, *gas, after))
    })
}

fn name(locale: &Locale, gas: Gas) -> String {
    locale.text(&format!("gas.spoken.{}", gas.symbol()), &[])
}

/// A text in an element of its own.
pub(super) fn text(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    if text.is_empty() {
        return Html::default();
    }
    html! { <span key={text.to_string()}>{text}</span> }
}

/// The space between two things in a line.
pub(super) fn space() -> Html {
    html! { <span>{" "}</span> }
}

/// A text as it is shown, with each CO₂ and CO₂e spelt out for screen readers, which read the subscript as a number,
/// as nothing or as "c o two e". What is spelt out cannot be selected, so that a copy has the formula alone.
pub(super) fn rich(locale: &Locale, whole: &str) -> Html {
    let mut shown = Vec::new();
    let mut rest = whole;
    while let Some((before, formula, gas, after)) = first(rest) {
        if !before.is_empty() {
            shown.push(text(before.to_owned()));
        }
        shown.push(html! { <span aria-hidden="true">{text(formula)}</span> });
        shown.push(html! { <span class="visually-hidden">{text(name(locale, gas))}</span> });
        rest = after;
    }
    if !rest.is_empty() {
        shown.push(text(rest.to_owned()));
    }
    html! { <>{for shown}</> }
}

/// The same as plain text, for what is only ever said.
pub(super) fn for_screen_reader(locale: &Locale, text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, _, gas, after)) = first(rest) {
        said.push_str(before);
        said.push_str(&name(locale, gas));
        rest = after;
    }
    said + rest
}

/// A message as it is shown.
pub(super) fn message(locale: &Locale, key: &str, arguments: &[(&str, Argument)]) -> Html {
    rich(locale, &locale.text(key, arguments))
}

/// The gas as it stands behind a unit's symbol.
pub(super) fn short_gas(locale: &Locale, gas: Gas) -> String {
    locale.text(&format!("gas.short.{}", gas.symbol()), &[])
}

/// A text that is not a message. `language` is that of a text that does not say its own; where the text shown is in
/// another language than the page's, it is marked so that it is read out in its own.
pub(super) fn foreign(locale: &Locale, text: &Text, language: &str) -> Html {
    let own = text.language_for(locale.tag()).unwrap_or(language);
    let base = |tag: &str| tag.split('-').next().map(str::to_ascii_lowercase);
    let other = (base(own) != base(locale.tag())).then(|| own.to_owned());
    let shown = rich(locale, text.in_language(locale.tag()));
    match other {
        Some(lang) => html! { <bdi {lang}>{shown}</bdi> },
        None => shown,
    }
}
