use yew::prelude::*;

use super::ViewContext;
use super::details::{Body, Details, PanelProps};
use super::link::link;
use super::rich_text::{foreign, message, rich, space, text};
use crate::disclosure::{Assurance, Date};
use crate::factors::Status;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::Decimal;
use crate::report::{Alternative, SourceCard, SourceRole, legible};

/// Where each number comes from, and how far it can be trusted.
#[component]
pub fn Sources(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    if context.session.sources().is_empty() {
        return Html::default();
    }
    let title = context.locale.text(msg!("panel.sources"), &[]);
    let aside = text(context.locale.argument(&Argument::Number(Decimal::from(context.session.sources().len()))));
    html! { <Details context={context.clone()} part="sources" {title} {aside} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    let ViewContext { session, locale, .. } = context;
    let cautions = session.shown().map_or(&[][..], |shown| &shown.comparison.cautions);
    let tag = context.heading.below().tag();
    html! {
        <>
            <ul class="cards">{for session.sources().iter().map(|source| card(context, source))}</ul>
            if !cautions.is_empty() {
                <@{tag}>{message(locale, msg!("sources.cautions"), &[])}</@>
                <ul class="cautions">
                    {for cautions.iter().map(|code| html! { <li>{rich(locale, &locale.caution(code))}</li> })}
                </ul>
            }
        </>
    }
}

/// The language of a card's texts where they do not say it: the catalogue is in English, and so are the standards.
fn language<'a>(context: &'a ViewContext, card: &SourceCard) -> &'a str {
    let own_comparison = context.session.shown().is_some_and(|shown| shown.label.is_some());
    match (&card.role, &context.session.analysis().publication) {
        (SourceRole::Disclosure, Some(subject)) => subject.lang.as_str(),
        (SourceRole::Assumption { .. }, Some(subject)) if own_comparison => subject.lang.as_str(),
        _ => "en",
    }
}

fn card(context: &ViewContext, card: &SourceCard) -> Html {
    let locale = &context.locale;
    let language = language(context, card);
    let comma = locale.text(msg!("sources.comma"), &[]);
    let heading = match &card.role {
        SourceRole::Disclosure => locale.text(msg!("sources.disclosure"), &[]),
        SourceRole::Standard => locale.text(msg!("sources.standard"), &[]),
        SourceRole::Assumption { equivalence, assumption, label, value } => {
            let name = locale.assumption(equivalence, assumption, label.as_ref());
            let value = Argument::Short(*value);
            locale.text(msg!("sources.assumption"), &[("name", Argument::Text(name)), ("value", value)])
        }
    };
    let published = card.published.map(|date| locale.argument(&Argument::Date(date)));
    let row = |key: &str, value: Html| html! { <><dt>{message(locale, key, &[])}</dt><dd>{value}</dd></> };
    let gas = card.gas.map(|gas| locale.gas(gas));
    let boundary = card.boundary.map(|boundary| locale.text(&format!("boundary.{}", boundary.id()), &[]));
    let counts: Vec<String> = gas.into_iter().chain(boundary).collect();
    let tag = context.heading.below().tag();
    html! {
        <li class="card">
            <@{tag}>{rich(locale, &heading)}</@>
            <p>
                if let Some(title) = &card.title {
                    <cite>{link(context, card.url.as_deref(), foreign(locale, title, language))}</cite>{space()}
                }
                if let Some(publisher) = &card.publisher {
                    {foreign(locale, publisher, language)}
                    if let Some(date) = published { {text(comma.clone())}{text(date)} }
                } else if card.status == Some(Status::Stated) {
                    {message(locale, msg!("sources.of-article"), &[])}
                } else {
                    {message(locale, msg!("sources.of-reader"), &[])}
                }
            </p>
            if card.role == SourceRole::Disclosure { {about(context, language)} }
            <dl>
                if !counts.is_empty() { {row(msg!("sources.counts"), rich(locale, &counts.join(&comma)))} }
                if let Some(status) = card.status {
                    {row(msg!("sources.status"), message(locale, &format!("status.{}", status.id()), &[]))}
                }
                if let Some(licence) = card.licence.as_ref().filter(|licence| !licence.is_empty()) {
                    {row(msg!("sources.licence"), html! { <bdi key={licence.to_string()} lang="en">{licence}</bdi> })}
                }
                if let Some(note) = &card.note { {row(msg!("sources.note"), foreign(locale, note, language))} }
                if !card.alternatives.is_empty() {
                    {row(msg!("sources.others"), html! {
                        <ul>{for card.alternatives.iter().map(|other| alternative(context, other))}</ul>
                    })}
                }
            </dl>
        </li>
    }
}

/// Who checked the figures, and what the file says of itself.
fn about(context: &ViewContext, language: &str) -> Html {
    let locale = &context.locale;
    let Some(subject) = &context.session.analysis().publication else { return Html::default() };
    let assured = |assurance: &Assurance| {
        let body = Argument::Text(locale.of_file(&assurance.body));
        let level = assurance.level.map(|level| locale.text(&format!("level.{}", level.id()), &[]));
        let standard = assurance.standard.as_ref().map(|standard| locale.of_file(standard));
        let more: Vec<String> = level.into_iter().chain(standard).collect();
        html! {
            <p>
                {message(locale, msg!("render.assured"), &[("body", body)])}
                if !more.is_empty() { {space()}<small>{rich(locale, &more.join(&locale.text(msg!("sources.comma"), &[])))}</small> }
            </p>
        }
    };
    html! {
        <>
            {for subject.assurance.as_ref().map(assured)}
            {for subject.note.as_ref().map(|note| html! { <p>{foreign(locale, note, language)}</p> })}
        </>
    }
}

/// What another preset says, whether it counts the same, and what its publisher says of it.
fn alternative(context: &ViewContext, other: &Alternative) -> Html {
    let locale = &context.locale;
    let comma = locale.text(msg!("sources.comma"), &[]);
    let comparison = context.session.shown().map(|shown| &shown.comparison);
    let other_gas = comparison.is_some_and(|held| held.gas != other.gas).then(|| locale.gas(other.gas));
    let other_boundary = comparison
        .is_some_and(|held| held.boundary != other.boundary)
        .then(|| locale.text(&format!("boundary.{}", other.boundary.id()), &[]));
    let year = other.year.and_then(|year| Date::new(year, None, None));
    let year = year.map(|year| locale.argument(&Argument::Date(year)));
    let preset = locale.preset(&other.preset);
    // "China, 2021" says its year already.
    let year = year.filter(|year| !preset.contains(year));
    let name = std::iter::once(preset).chain(year).collect::<Vec<_>>().join(&comma);
    let counts: Vec<String> = other_gas.into_iter().chain(other_boundary).collect();
    let value = locale.argument(&Argument::Short(legible(&other.value)));
    html! {
        <li>
            <b>{rich(locale, &value)}</b>{space()}{text(name)}
            if !counts.is_empty() { {space()}<small>{rich(locale, &counts.join(&comma))}</small> }
            if let Some(publisher) = &other.publisher { {space()}<small>{foreign(locale, publisher, "en")}</small> }
            if let Some(note) = &other.note { {space()}<small class="why">{foreign(locale, note, "en")}</small> }
        </li>
    }
}
