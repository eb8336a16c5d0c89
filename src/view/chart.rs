use yew::prelude::*;

use super::ViewContext;
use super::rich_text::{foreign, message, rich, space};
use crate::disclosure::{EntryKind, Method, Scopes};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::Quantity;
use crate::report::{Bar, BarRole, Session};

/// The name of a way to count scope 2.
pub(super) const fn method_key(method: Method) -> &'static str {
    match method {
        Method::Location => msg!("counted.location"),
        Method::Market => msg!("counted.market"),
    }
}

/// What a bar shows, in words.
pub(super) fn name(context: &ViewContext, bar: &Bar) -> Html {
    let ViewContext { session, locale, .. } = context;
    let scopes = |key, scopes: &Scopes| message(locale, key, &[("scopes", Argument::Text(locale.scopes(*scopes)))]);
    let entry = |id: &str, kind: EntryKind| {
        let language = session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
        let Some(entry) = session.analysis().entry(id) else { return Html::default() };
        let kind = locale.text(&format!("kind.{}", kind.id()), &[]);
        // "Carbon credits (CCER)" says its kind already.
        let says_it = locale.entry(entry).to_lowercase().contains(&kind.to_lowercase());
        html! {
            <>
                {foreign(locale, &entry.label, language)}
                if !says_it { {space()}<small>{rich(locale, &kind)}</small> }
            </>
        }
    };
    match &bar.role {
        BarRole::Before { scopes: covered } => scopes(msg!("counted.before"), covered),
        BarRole::Measure { entry: id, kind } => entry(id, *kind),
        BarRole::Credits { entry: id } => entry(id, EntryKind::Credit),
        BarRole::Net { gross } => {
            let gross = session.analysis().entry(gross).map_or_else(String::new, |entry| locale.entry(entry));
            message(locale, msg!("counted.net"), &[("gross", Argument::Text(gross))])
        }
        BarRole::NotReported { scopes: covered } => rich(locale, &locale.scopes(*covered)),
        BarRole::Emitted { scopes: covered, method, .. } => html! {
            <>
                {scopes(msg!("counted.emitted"), covered)}
                if let Some(method) = method { {space()}<small>{message(locale, method_key(*method), &[])}</small> }
            </>
        },
    }
}

/// How much a bar stands for, or that it is not known.
pub(super) fn amount(context: &ViewContext, bar: &Bar) -> Html {
    let ViewContext { session, locale, .. } = context;
    let Some(amount) = &bar.amount else {
        return match &bar.role {
            BarRole::NotReported { scopes } => not_reported(session, locale, *scopes),
            _ => message(locale, msg!("counted.not-given"), &[]),
        };
    };
    let n = Argument::Short(*amount);
    match &bar.role {
        BarRole::Measure { .. } => message(locale, msg!("counted.less"), &[("n", n)]),
        BarRole::Emitted { at_least: true, .. } => message(locale, msg!("number.at-least"), &[("n", n)]),
        _ => rich(locale, &locale.argument(&n)),
    }
}

/// A cut of emissions that are not reported themselves is worth telling.
fn not_reported(session: &Session, locale: &Locale, scopes: Scopes) -> Html {
    let is_cut = |kind| matches!(kind, EntryKind::Reduction | EntryKind::Avoided);
    let cuts = session.analysis().entries.iter().filter(|entry| is_cut(entry.kind) && entry.scopes == Some(scopes));
    let amounts: Vec<Quantity> = cuts.filter_map(|entry| entry.amount.map(|range| range.central)).collect();
    if amounts.is_empty() {
        return message(locale, msg!("counted.not-reported"), &[]);
    }
    let amounts = amounts.into_iter().map(|amount| locale.argument(&Argument::Short(amount))).collect();
    message(locale, msg!("counted.not-reported-but-cut"), &[("amounts", Argument::List(amounts))])
}

/// Whether an amount is one that the file states, rather than a sum.
pub(super) fn is_stated(session: &Session, amount: &Quantity) -> bool {
    session.analysis().entries.iter().any(|entry| entry.amount.is_some_and(|range| range.central == *amount))
}

/// Whether the bar's number is stated nowhere, but follows from others.
pub(super) fn is_derived(session: &Session, bar: &Bar) -> bool {
    let is_sum = |amount| !is_stated(session, amount);
    matches!(bar.role, BarRole::Before { .. } | BarRole::Net { .. }) || bar.amount.as_ref().is_some_and(is_sum)
}

/// The mark of a number that the source does not state.
pub(super) fn derived(locale: &Locale) -> Html {
    html! { <><span aria-hidden="true">{"*"}</span><span class="visually-hidden">{space()}{message(locale, msg!("counted.derived"), &[])}</span></> }
}

const fn class(role: &BarRole) -> &'static str {
    match role {
        BarRole::Before { .. } => "before",
        BarRole::Measure { kind: EntryKind::Avoided, .. } => "avoided",
        BarRole::Measure { .. } => "reduction",
        BarRole::Emitted { .. } => "emitted",
        BarRole::Credits { .. } => "credits",
        BarRole::Net { .. } => "net",
        BarRole::NotReported { .. } => "unknown",
    }
}

/// The bars from gross to net, each under its name and amount.
pub(super) fn chart(context: &ViewContext) -> Html {
    let row = |bar: &Bar| {
        html! {
            <li class={class(&bar.role)}>
                <span class="name">{name(context, bar)}</span>
                <span class="amount">{amount(context, bar)}if is_derived(&context.session, bar) { {derived(&context.locale)} }</span>
                <svg class="track" aria-hidden="true">{shape(bar)}</svg>
            </li>
        }
    };
    html! { <ol class="bars">{for context.session.analysis().chart.iter().map(row)}</ol> }
}

/// What is not known is drawn with dashes and without an end, and so is what comes to an "at least".
fn shape(bar: &Bar) -> Html {
    let open = |from: &str| {
        let from = from.to_owned();
        html! {
            <>
                <line x1={from.clone()} x2="100%" y1="1" y2="1" />
                <line x1={from} x2="100%" y1="100%" y2="100%" />
            </>
        }
    };
    match bar.extent() {
        Some((x, width)) => html! {
            <>
                <rect {x} {width} height="100%" />
                if let Some(end) = bar.open_end() { <g class="open">{open(&end)}</g> }
            </>
        },
        None => html! { <g class="open">{open("0")}<line x1="1" x2="1" y1="0" y2="100%" /></g> },
    }
}
