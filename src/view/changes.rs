use yew::prelude::*;

use super::ViewContext;
use super::chart::method_key;
use super::rich_text::{message, rich, short_gas, space};
use crate::disclosure::Period;
use crate::inventory::{Change, Inventory};
use crate::locale::Argument;
use crate::msg;
use crate::quantity::{Decimal, Quantity};

/// Change since the other periods of the file, and which of them cannot be compared throughout.
pub(super) fn changes(context: &ViewContext, inventory: &Inventory) -> Html {
    let locale = &context.locale;
    let period = |period: &Period| ("period", Argument::Period(*period));
    html! {
        <>
            {for inventory.changes.chunk_by(|a, b| a.since == b.since).map(|changes| since(context, changes))}
            {for inventory.not_comparable.iter().map(|other| html! {
                <p class="caption">{message(locale, msg!("counted.not-comparable"), &[period(other)])}</p>
            })}
        </>
    }
}

/// The changes since one period.
fn since(context: &ViewContext, changes: &[Change]) -> Html {
    let locale = &context.locale;
    let Some(first) = changes.first() else { return Html::default() };
    let caption = if first.is_base { msg!("counted.since-base") } else { msg!("counted.since") };
    // Numbers of one unit stand without it, so that three columns fit a telephone.
    let unit = one_unit(context, changes);
    let head = |key: &'static str| html! { <th scope="col">{message(locale, key, &[])}</th> };
    let number = |quantity: &Quantity| match &unit {
        Some(_) => Argument::Number(quantity.value),
        None => Argument::Short(*quantity),
    };
    // The typographer's signs, as the chart has them.
    let signed = |value: &Decimal, size: Argument| {
        let sign = match value.cmp(&Decimal::ZERO) {
            core::cmp::Ordering::Less => msg!("counted.less"),
            core::cmp::Ordering::Greater => msg!("counted.more"),
            core::cmp::Ordering::Equal => return rich(locale, &locale.argument(&size)),
        };
        message(locale, sign, &[("n", size)])
    };
    let row = |change: &Change| {
        let scopes = change.scopes.map_or_else(String::new, |scopes| locale.scopes(scopes));
        html! {
            <tr>
                <th scope="row">
                    <span key={scopes.clone()} class="name">{scopes}</span>
                    if let Some(method) = change.method { {space()}<small>{message(locale, method_key(method), &[])}</small> }
                    if !change.is_like_for_like { {space()}<small>{message(locale, msg!("counted.of-both"), &[])}</small> }
                </th>
                <td>{rich(locale, &locale.argument(&number(&change.before)))}</td>
                <td>
                    {signed(&change.difference.value, number(&size(&change.difference)))}
                    if let Some(share) = change.share {
                        <small>{signed(&share, Argument::Percent(share.abs()))}</small>
                    }
                </td>
            </tr>
        }
    };
    html! {
        <table class="changes">
            <caption>
                {message(locale, caption, &[("period", Argument::Period(first.since))])}{space()}
                <small>
                    if let Some(unit) = &unit { {rich(locale, unit)}{message(locale, msg!("ui.separator"), &[])} }
                    {message(locale, msg!("counted.derived"), &[])}
                </small>
            </caption>
            <thead><tr>{head(msg!("counted.what"))}{head(msg!("counted.then"))}{head(msg!("counted.change"))}</tr></thead>
            <tbody>{for changes.iter().map(row)}</tbody>
        </table>
    }
}

/// The unit with its gas that all of these changes are in, where it is one.
fn one_unit(context: &ViewContext, changes: &[Change]) -> Option<String> {
    let first = changes.first()?.before;
    let is_same = |quantity: &Quantity| quantity.unit == first.unit && quantity.gas == first.gas;
    let symbol =
        first.unit.single().filter(|_| changes.iter().all(|c| is_same(&c.before) && is_same(&c.difference)))?;
    let symbol = context.locale.unit_symbol(symbol, false);
    Some(first.gas.map_or_else(|| symbol.clone(), |gas| format!("{symbol} {}", short_gas(&context.locale, gas))))
}

/// A difference without its sign.
fn size(difference: &Quantity) -> Quantity {
    Quantity { value: difference.value.abs(), ..*difference }
}
