//! What is counted, in one strip: the scopes to scale, what is not reported hatched, and one line of words.

use yew::prelude::*;

use super::ViewContext;
use super::rich_text::{rich, text};
use crate::disclosure::{Method, Scopes};
use crate::inventory::{CreditLine, Inventory, ScopeState, Total};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::{StripPart, from_far_end, percent, strip};

/// The strip, for the title of the panel that tells the rest.
pub(super) fn scope_strip(context: &ViewContext, inventory: &Inventory) -> Html {
    let locale = &context.locale;
    let is_mirrored = locale.direction() == "rtl";
    html! {
        <span class="strip">
            <svg class="scopes" aria-hidden="true">
                {for strip(inventory).iter().map(|part| segment(part, is_mirrored))}
            </svg>
            <span class="words">{rich(locale, &words(locale, inventory))}</span>
        </span>
    }
}

/// What the reported emissions come to: the totals, one for each way to count scope 2.
pub(super) fn totals(context: &ViewContext, inventory: &Inventory) -> Html {
    html! { <>{for inventory.totals.iter().map(|one| total(&context.locale, one, inventory.totals.len()))}</> }
}

fn total(locale: &Locale, total: &Total, totals: usize) -> Html {
    let amount = super::sums::amount(locale, &total.amount);
    let amount = if total.at_least { locale.filled(msg!("number.at-least"), &amount) } else { amount };
    let method = total.method.filter(|_| totals > 1).map(|method| {
        let key = match method {
            Method::Location => msg!("counted.location"),
            Method::Market => msg!("counted.market"),
        };
        text(locale.text(key, &[]))
    });
    html! { <span class="total"><b>{rich(locale, &amount)}</b>{for method.map(|method| html! { <small>{method}</small> })}</span> }
}

fn segment(part: &StripPart, is_mirrored: bool) -> Html {
    let x = percent(&if is_mirrored { from_far_end(&part.end()) } else { part.start });
    let width = percent(&part.length);
    let middle = part.middle();
    let middle = percent(&if is_mirrored { from_far_end(&middle) } else { middle });
    let names: Vec<String> = part.scopes.iter().map(|scope| scope.to_string()).collect();
    let first = part.scopes.iter().next().unwrap_or_default();
    let class = if part.is_reported { format!("scope scope-{first}") } else { "scope missing".to_owned() };
    html! {
        <g {class}>
            <rect {x} {width} y="0" height="100%" />
            if part.is_wide() { <text key={names.join(" + ")} x={middle} y="50%" dy="0.35em" text-anchor="middle">{names.join(" + ")}</text> }
        </g>
    }
}

/// "Scopes 1 and 2 reported, scope 3 not reported; credits: number not given".
fn words(locale: &Locale, inventory: &Inventory) -> String {
    let group = |state: fn(&ScopeState) -> bool, key: &str| {
        let rows = inventory.rows.iter().filter(|row| state(&row.state));
        let scopes = rows.fold(Scopes::default(), |all, row| all.with(row.scopes));
        let words = || locale.text(key, &[("scopes", Argument::Text(locale.scopes(scopes)))]);
        (!scopes.is_empty()).then(words)
    };
    let mut words: Vec<String> = [
        group(|state| matches!(state, ScopeState::Reported { .. }), msg!("counted.note")),
        group(|state| matches!(state, ScopeState::AtLeast { .. }), msg!("counted.note-in-part")),
        group(|state| matches!(state, ScopeState::NotReported), msg!("counted.note-missing")),
    ]
    .into_iter()
    .flatten()
    .collect();
    words.extend(credits(locale, &inventory.credits));
    locale.capitalised(&words.join(&locale.text(msg!("ui.separator"), &[])))
}

/// How many credits there are, where there are any.
fn credits(locale: &Locale, lines: &[CreditLine]) -> Option<String> {
    if lines.is_empty() {
        return None;
    }
    let amounts: Option<Vec<String>> =
        lines.iter().map(|line| Some(locale.argument(&Argument::Short(line.amount?)))).collect();
    Some(match amounts {
        Some(amounts) => locale.text(msg!("counted.credits"), &[("amounts", Argument::List(amounts))]),
        None => locale.text(msg!("counted.credits-unknown"), &[]),
    })
}
