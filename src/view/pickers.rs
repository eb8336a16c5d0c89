//! Whose numbers to start from, and what to compare with: a list each.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::ViewContext;
use super::rich_text::text;
use crate::factors::Kind;
use crate::msg;
use crate::report::Action;

/// What a choice is made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PickerProps {
    /// The session and the language.
    pub context: ViewContext,
    /// Takes what the reader chooses.
    pub act: Callback<Action>,
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
    let choice = |id: &String| {
        let name = if shown.label.is_some() { locale.preset("article") } else { locale.preset(id) };
        Choice { id: id.clone(), name }
    };
    let mut choices: Vec<Choice> = comparison.presets.iter().map(choice).collect();
    let chosen = comparison.preset.clone().unwrap_or_default();
    // A reader's own numbers are nobody's preset.
    if chosen.is_empty() {
        choices.insert(0, Choice { id: String::new(), name: locale.preset("own") });
    }
    let label = locale.text(msg!("ui.assumptions-from"), &[]);
    let groups = vec![Group { name: None, choices }];
    let act = act.reform(Action::Preset);
    html! { <Picker part="presets" {label} {groups} {chosen} {act} /> }
}

/// The comparisons on offer, those of different kinds apart.
#[component]
pub fn Comparisons(props: &PickerProps) -> Html {
    let PickerProps { context: ViewContext { session, locale, .. }, act } = props;
    let Some(shown) = session.shown() else { return Html::default() };
    let group = |kind: Kind| {
        let of_kind = session.offers().iter().filter(|offer| offer.kind == kind);
        let choices: Vec<Choice> =
            of_kind.map(|offer| Choice { id: offer.id.clone(), name: locale.offer(offer) }).collect();
        let name = Some(locale.text(&format!("kind.{}", kind.id()), &[]));
        (!choices.is_empty()).then_some(Group { name, choices })
    };
    let groups: Vec<Group> = Kind::ALL.into_iter().filter_map(group).collect();
    let label = locale.text(msg!("ui.compare-with"), &[]);
    let chosen = shown.comparison.id.clone();
    let act = act.reform(Action::Show);
    html! { <Picker part="comparisons" {label} {groups} {chosen} {act} /> }
}

#[derive(Clone, Debug, PartialEq)]
struct Choice {
    id: String,
    name: String,
}

#[derive(Clone, Debug, PartialEq)]
struct Group {
    name: Option<String>,
    choices: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PickerListProps {
    part: &'static str,
    label: String,
    groups: Vec<Group>,
    /// The id of what is chosen now.
    chosen: String,
    /// Takes the id of what a reader chooses.
    act: Callback<String>,
}

/// The browser's own list, unseen over the name of what is chosen: a list cuts off a name that is longer than itself, and
/// a text goes on in the next line.
#[component]
fn Picker(props: &PickerListProps) -> Html {
    let PickerListProps { part, label, groups, chosen, act } = props;
    let list = use_node_ref();
    {
        // An option that a reader chose once does not follow its attribute any more.
        let list = list.clone();
        use_effect_with(chosen.clone(), move |chosen| {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(chosen);
            }
        });
    }
    let onchange = {
        let act = act.clone();
        move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value());
            if let Some(id) = chosen.filter(|chosen| !chosen.is_empty()) {
                act.emit(id);
            }
        }
    };
    let all = || groups.iter().flat_map(|group| &group.choices);
    let name = all().find(|choice| choice.id == *chosen).map(|choice| choice.name.clone());
    // Room for the longest, or another choice would move what is below.
    let room = all().map(|choice| choice.name.clone()).max_by_key(|name| name.chars().count());
    let option = |choice: &Choice| {
        let Choice { id, name } = choice.clone();
        let selected = id == *chosen;
        html! { <option key={format!("{id} {name}")} value={id} {selected}>{name}</option> }
    };
    let group = |group: &Group| match &group.name {
        Some(name) => html! {
            <optgroup key={name.clone()} label={name.clone()}>{for group.choices.iter().map(option)}</optgroup>
        },
        None => html! { <>{for group.choices.iter().map(option)}</> },
    };
    html! {
        <label class="picker" part={*part}>
            <span class="label">{text(label.clone())}</span>
            <span class="chosen" aria-hidden="true">
                <span class="invisible" data-room={room}></span>
                {for name.map(text)}
            </span>
            <select ref={list} {onchange}>{for groups.iter().map(group)}</select>
        </label>
    }
}
