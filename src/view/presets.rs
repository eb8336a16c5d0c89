//! Whose assumptions to start from, and what to compare with.

use yew::prelude::*;

use super::{Action, WidgetProps};
use crate::factors::Kind;
use crate::msg;
use crate::report::Offer;

/// The presets of the comparison shown.
pub fn presets(props: &WidgetProps) -> Html {
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let comparison = &shown.comparison;
    let locale = &props.frame.locale;
    if comparison.presets.len() < 2 && comparison.preset.is_some() {
        return Html::default();
    }
    let chips = comparison.presets.iter().map(|id| {
        let action = Action::Preset(id.clone());
        let name = if shown.label.is_some() { locale.preset("article") } else { locale.preset(id) };
        chip(&props.act, action, name, comparison.preset.as_deref() == Some(id))
    });
    html! {
        <div class="choice" part="presets" role="group" aria-labelledby="presets">
            <span class="label" id="presets">{ locale.text(msg!("ui.assumptions-from"), &[]) }</span>
            <ul class="chips">
                { for chips }
                if comparison.preset.is_none() {
                    <li><span class="chip own">{ locale.preset("own") }</span></li>
                }
            </ul>
        </div>
    }
}

/// The comparisons on offer: the first ones as chips, the others behind "more", kinds apart.
pub fn comparisons(props: &WidgetProps) -> Html {
    let report = &props.frame.report;
    let locale = &props.frame.locale;
    let Some(shown) = &report.shown else { return Html::default() };
    let current = shown.comparison.id.as_str();
    let is_first = |offer: &&Offer| offer.is_first || offer.id == current;
    let of_kind = |kind: Kind| {
        let offers: Vec<&Offer> = report.offers.iter().filter(|o| o.kind == kind && !is_first(o)).collect();
        if offers.is_empty() {
            return Html::default();
        }
        html! {
            <li>
                <span class="label">{ locale.text(&format!("kind.{}", kind.id()), &[]) }</span>
                <ul class="chips">{ for offers.into_iter().map(|offer| comparison_chip(props, offer, current)) }</ul>
            </li>
        }
    };
    html! {
        <div class="choice" role="group" aria-labelledby="comparisons">
            <span class="label" id="comparisons">{ locale.text(msg!("ui.compare-with"), &[]) }</span>
            <ul class="chips">
                { for report.offers.iter().filter(is_first).map(|offer| comparison_chip(props, offer, current)) }
            </ul>
            <details class="more">
                <summary>{ locale.text(msg!("ui.more"), &[]) }</summary>
                <ul class="kinds">{ for Kind::ALL.into_iter().map(of_kind) }</ul>
            </details>
        </div>
    }
}

fn comparison_chip(props: &WidgetProps, offer: &Offer, current: &str) -> Html {
    chip(&props.act, Action::Show(offer.id.clone()), props.frame.locale.offer(offer), offer.id == current)
}

fn chip(act: &Callback<Action>, action: Action, name: String, is_pressed: bool) -> Html {
    let onclick = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    html! {
        <li><button type="button" class="chip" aria-pressed={is_pressed.to_string()} {onclick}>{ name }</button></li>
    }
}
