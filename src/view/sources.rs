use yew::prelude::*;

use super::Frame;
use super::co2::{co2, quoted, say};
use super::details::{Body, Details, PanelProps};
use super::link::link;
use crate::disclosure::{Assurance, Date};
use crate::factors::Status;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::Decimal;
use crate::report::{Alternative, SourceCard, SourceRole, legible};

/// Where each number comes from, and how far it can be trusted.
#[component]
pub fn Sources(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    if frame.session.sources().is_empty() {
        return Html::default();
    }
    let title = frame.locale.text(msg!("panel.sources"), &[]);
    let note = frame.locale.argument(&Argument::Number(Decimal::from(frame.session.sources().len())));
    html! { <Details frame={frame.clone()} {open} part="sources" {title} {note} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    let Frame { session, locale } = frame;
    let cautions = session.shown().map_or(&[][..], |shown| &shown.comparison.cautions);
    html! {
        <>
            <ul class="cards">{for session.sources().iter().map(|source| card(frame, source))}</ul>
            if !cautions.is_empty() {
                <h4>{say(locale, msg!("sources.cautions"), &[])}</h4>
                <ul class="cautions">
                    {for cautions.iter().map(|code| html! { <li>{co2(locale, &locale.caution(code))}</li> })}
                </ul>
            }
        </>
    }
}

/// The language of a card's texts where they do not say it: the catalogue is in English, and so are the standards.
fn language<'a>(frame: &'a Frame, card: &SourceCard) -> &'a str {
    let own_comparison = frame.session.shown().is_some_and(|shown| shown.label.is_some());
    match (&card.role, &frame.session.analysis().publication) {
        (SourceRole::Disclosure, Some(subject)) => subject.lang.as_str(),
        (SourceRole::Assumption { .. }, Some(subject)) if own_comparison => subject.lang.as_str(),
        _ => "en",
    }
}

fn card(frame: &Frame, card: &SourceCard) -> Html {
    let locale = &frame.locale;
    let language = language(frame, card);
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
    let row = |key: &str, value: Html| html! { <><dt>{say(locale, key, &[])}</dt><dd>{value}</dd></> };
    let gas = card.gas.map(|gas| locale.gas(gas));
    let boundary = card.boundary.map(|boundary| locale.text(&format!("boundary.{}", boundary.id()), &[]));
    let counts: Vec<String> = gas.into_iter().chain(boundary).collect();
    html! {
        <li class="card">
            <h4>{co2(locale, &heading)}</h4>
            <p>
                if let Some(title) = &card.title {
                    <cite>{link(frame, card.url.as_deref(), quoted(locale, title, language))}</cite>{" "}
                }
                if let Some(publisher) = &card.publisher {
                    {quoted(locale, publisher, language)}
                    if let Some(date) = published { {comma.clone()}{date} }
                } else if card.status == Some(Status::Stated) {
                    {say(locale, msg!("sources.of-article"), &[])}
                } else {
                    {say(locale, msg!("sources.of-reader"), &[])}
                }
            </p>
            if card.role == SourceRole::Disclosure { {about(frame, language)} }
            <dl>
                if !counts.is_empty() { {row(msg!("sources.counts"), co2(locale, &counts.join(&comma)))} }
                if let Some(status) = card.status {
                    {row(msg!("sources.status"), say(locale, &format!("status.{}", status.id()), &[]))}
                }
                if let Some(licence) = card.licence.as_ref().filter(|licence| !licence.is_empty()) {
                    {row(msg!("sources.licence"), html! { <bdi lang="en">{licence}</bdi> })}
                }
                if let Some(note) = &card.note { {row(msg!("sources.note"), quoted(locale, note, language))} }
                if !card.alternatives.is_empty() {
                    {row(msg!("sources.others"), html! {
                        <ul>{for card.alternatives.iter().map(|other| alternative(frame, other))}</ul>
                    })}
                }
            </dl>
        </li>
    }
}

/// Who checked the figures, and what the file says of itself.
fn about(frame: &Frame, language: &str) -> Html {
    let locale = &frame.locale;
    let Some(subject) = &frame.session.analysis().publication else { return Html::default() };
    let assured = |assurance: &Assurance| {
        let body = Argument::Text(locale.of_file(&assurance.body));
        let level = assurance.level.map(|level| locale.text(&format!("level.{}", level.id()), &[]));
        let standard = assurance.standard.as_ref().map(|standard| locale.of_file(standard));
        let more: Vec<String> = level.into_iter().chain(standard).collect();
        html! {
            <p>
                {say(locale, msg!("render.assured"), &[("body", body)])}
                if !more.is_empty() { {" "}<small>{co2(locale, &more.join(&locale.text(msg!("sources.comma"), &[])))}</small> }
            </p>
        }
    };
    html! {
        <>
            {for subject.assurance.as_ref().map(assured)}
            {for subject.note.as_ref().map(|note| html! { <p>{quoted(locale, note, language)}</p> })}
        </>
    }
}

/// What another preset says, whether it counts the same, and what its publisher says of it.
fn alternative(frame: &Frame, other: &Alternative) -> Html {
    let locale = &frame.locale;
    let comma = locale.text(msg!("sources.comma"), &[]);
    let comparison = frame.session.shown().map(|shown| &shown.comparison);
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
            <b>{co2(locale, &value)}</b>{" "}{name}
            if !counts.is_empty() { {" "}<small>{co2(locale, &counts.join(&comma))}</small> }
            if let Some(publisher) = &other.publisher { {" "}<small>{quoted(locale, publisher, "en")}</small> }
            if let Some(note) = &other.note { {" "}<small class="why">{quoted(locale, note, "en")}</small> }
        </li>
    }
}
