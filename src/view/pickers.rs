//! What to compare with, and whose numbers to start from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::ViewContext;
use super::rich_text::text;
use crate::factors::Kind;
use crate::locale::Locale;
use crate::msg;
use crate::report::{Action, Offer};

/// More choices than this are a list, not buttons.
const MOST_BUTTONS: usize = 6;

/// What a choice is made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PickerProps {
    /// The session and the language.
    pub context: ViewContext,
    /// Takes what the reader chooses.
    pub act: Callback<Action>,
}

/// A button that is one of several to choose from.
fn chip(act: &Callback<Action>, action: Action, name: String, is_pressed: bool) -> Html {
    let onclick = act.reform(move |_: MouseEvent| action.clone());
    html! {
        <li key={name.clone()}>
            <button type="button" class="chip" aria-pressed={if is_pressed { "true" } else { "false" }} {onclick}>
                {text(name)}
            </button>
        </li>
    }
}

/// Whose numbers the comparison shown starts from.
#[component]
pub fn Presets(props: &PickerProps) -> Html {
    let PickerProps { context: ViewContext { session, locale, .. }, act } = props;
    let Some(shown) = session.shown() else { return Html::default() };
    let comparison = &shown.comparison;
    if comparison.presets.len() < 2 && comparison.preset.is_some() {
        return Html::default();
    }
    let named = |id: &String| {
        let name = if shown.label.is_some() { locale.preset("article") } else { locale.preset(id) };
        (id.clone(), name)
    };
    let presets: Vec<(String, String)> = comparison.presets.iter().map(named).collect();
    let chosen = comparison.preset.clone();
    let label = html! { <span class="label" id="presets">{text(locale.text(msg!("ui.assumptions-from"), &[]))}</span> };
    if presets.len() > MOST_BUTTONS {
        return html! {
            <div class="choice" part="presets">{label}<PresetList {presets} {chosen} own={locale.preset("own")} act={act.clone()} /></div>
        };
    }
    let own = classes!("own", chosen.is_some().then_some("invisible"));
    html! {
        <div class="choice" part="presets" role="group" aria-labelledby="presets">
            {label}
            <b class={own}>{text(locale.preset("own"))}</b>
            <ul class="chips">
                {for presets.into_iter().map(|(id, name)| {
                    let is_pressed = chosen.as_deref() == Some(id.as_str());
                    chip(act, Action::Preset(id), name, is_pressed)
                })}
            </ul>
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PresetListProps {
    /// Ids and names.
    presets: Vec<(String, String)>,
    /// The id of the one whose numbers these are; none where a reader set others.
    chosen: Option<String>,
    /// What a reader's own numbers are called.
    own: String,
    act: Callback<Action>,
}

/// The presets as a list to choose from.
#[component]
fn PresetList(props: &PresetListProps) -> Html {
    let PresetListProps { presets, chosen, own, act } = props;
    let list = use_node_ref();
    {
        // An option that a reader chose once does not follow its attribute any more.
        let list = list.clone();
        use_effect_with(chosen.clone(), move |chosen| {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(chosen.as_deref().unwrap_or_default());
            }
        });
    }
    let onchange = {
        let act = act.clone();
        move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value());
            if let Some(preset) = chosen.filter(|chosen| !chosen.is_empty()) {
                act.emit(Action::Preset(preset));
            }
        }
    };
    html! {
        <select ref={list} aria-labelledby="presets" {onchange}>
            if chosen.is_none() {
                <option key="" value="" selected=true>{own.clone()}</option>
            }
            {for presets.iter().map(|(id, name)| html! {
                <option key={id.clone()} value={id.clone()} selected={chosen.as_ref() == Some(id)}>{name.clone()}</option>
            })}
        </select>
    }
}

/// The comparisons on offer: the first ones in a row, the others behind "more", kinds apart.
#[component]
pub fn Comparisons(props: &PickerProps) -> Html {
    let PickerProps { context: ViewContext { session, locale, .. }, act } = props;
    let Some(shown) = session.shown() else { return Html::default() };
    let current = &shown.comparison.id;
    let group = |is_first: bool, kind: Kind| {
        let is_here =
            |offer: &&std::rc::Rc<Offer>| offer.kind == kind && (offer.is_first || offer.id == *current) == is_first;
        let offers = session.offers().iter().filter(is_here);
        let chips: Vec<Html> = offers
            .map(|offer| chip(act, Action::Show(offer.id.clone()), locale.offer(offer), offer.id == *current))
            .collect();
        by_kind(locale, kind, chips)
    };
    html! {
        <div class="choice" role="group" aria-labelledby="comparisons">
            <span class="label" id="comparisons">{text(locale.text(msg!("ui.compare-with"), &[]))}</span>
            <ul class="kinds">{for Kind::ALL.into_iter().map(|kind| group(true, kind))}</ul>
            <details class="more">
                <summary>{text(locale.text(msg!("ui.more"), &[]))}</summary>
                <ul class="kinds">{for Kind::ALL.into_iter().map(|kind| group(false, kind))}</ul>
            </details>
        </div>
    }
}

/// Comparisons of different kinds are never in one list.
fn by_kind(locale: &Locale, kind: Kind, chips: Vec<Html>) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    html! {
        <li key={kind.id()}>
            <span class="label">{text(locale.text(&format!("kind.{}", kind.id()), &[]))}</span>
            <ul class="chips">{for chips}</ul>
        </li>
    }
}
