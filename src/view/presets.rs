//! Whose assumptions to start from.

use yew::Html;

use super::chip::chip;
use super::tag::{space, tag};
use super::{Action, WidgetProps};
use crate::msg;

/// The presets of the comparison shown.
pub fn presets(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let comparison = &shown.comparison;
    let locale = &props.frame.locale;
    if comparison.presets.len() < 2 && comparison.preset.is_some() {
        return Html::default();
    }
    let mut chips = Vec::new();
    for id in &comparison.presets {
        let name = if shown.label.is_some() { locale.preset("article") } else { locale.preset(id) };
        chips.push(chip(props, Action::Preset(id.clone()), name, comparison.preset.as_deref() == Some(id)));
    }
    let own = tag!("b", ["class" = if comparison.preset.is_none() { "own" } else { "own away" }]);
    let choice = tag!("div", ["class" = "choice", "part" = "presets", "role" = "group", "aria-labelledby" = "presets"]);
    choice.with(vec![
        tag!("span", ["class" = "label", "id" = "presets"]).text(locale.text(msg!("ui.assumptions-from"), &[])),
        space(),
        own.text(locale.preset("own")),
        tag!("ul", ["class" = "chips"]).with(chips),
    ])
}
