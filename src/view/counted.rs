use yew::prelude::*;

use super::Frame;
use super::categories::categories;
use super::chart::{amount, chart, derived, is_derived, is_stated, method_key, name};
use super::co2::{co2, quoted, say, short_gas};
use super::details::{Body, Details, PanelProps};
use crate::disclosure::{Period, Scopes};
use crate::inventory::{Change, CreditLine, Inventory, ScopeState, Total, Whole};
use crate::locale::Argument;
use crate::msg;
use crate::quantity::{Decimal, Quantity};
use crate::report::Bar;

/// What is counted: from gross to net by scope, what is not reported, what parts of a whole are told, credits, the
/// scope 3 categories, and change.
#[component]
pub fn Counted(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    let Some(inventory) = frame.report.inventory.as_ref().filter(|_| !frame.report.entries.is_empty()) else {
        return Html::default();
    };
    let title = frame.locale.text(msg!("panel.counted"), &[]);
    html! { <Details frame={frame.clone()} {open} part="scopes" {title} note={note(frame, inventory)} body={Body(body)} /> }
}

/// "scopes 1 and 2 reported · scope 3 not reported".
fn note(frame: &Frame, inventory: &Inventory) -> String {
    let is_in = |row: &crate::inventory::ScopeRow, group: usize| match row.state {
        ScopeState::Reported { .. } => group == 0,
        ScopeState::AtLeast { .. } => group == 1,
        ScopeState::NotReported => group == 2,
    };
    let group = |(group, key): (usize, &str)| {
        let rows = inventory.rows.iter().filter(|row| is_in(row, group));
        let scopes = rows.fold(Scopes::default(), |all, row| all.with(row.scopes));
        let words = || frame.locale.text(key, &[("scopes", Argument::Text(frame.locale.scopes(scopes)))]);
        (!scopes.is_empty()).then(words)
    };
    let keys = [msg!("counted.note"), msg!("counted.note-in-part"), msg!("counted.note-missing")];
    keys.into_iter().enumerate().filter_map(group).collect::<Vec<_>>().join(" · ")
}

fn body(frame: &Frame) -> Html {
    let Frame { report, locale } = frame;
    let Some(inventory) = &report.inventory else { return Html::default() };
    // These say what a picture cannot.
    let told = ["avoided-cannot-be-inside-total", "parts-exceed-total", "neutral-covers-some-scopes-only"];
    let sentences = report.findings.iter().filter(|finding| told.contains(&finding.code));
    html! {
        <>
            {chart(frame)}
            <dl class="sums">
                {for inventory.totals.iter().map(|one| total(frame, one))}
                {for inventory.wholes.iter().map(|one| whole(frame, one))}
                {for inventory.credits.iter().map(|one| credits(frame, one))}
            </dl>
            <p class="cap">{"* "}{say(locale, msg!("counted.derived-sentence"), &[])}</p>
            if inventory.rows.iter().any(|row| row.location.is_some() && row.market.is_some()) {
                <p>{say(locale, msg!("counted.two-methods"), &[])}</p>
            }
            {for sentences.map(|finding| html! { <p>{co2(locale, &locale.finding(finding))}</p> })}
            {table(frame, inventory)}
            {categories(frame)}
            {changes(frame, inventory)}
        </>
    }
}

/// A name and what stands beside it, the number marked where the source does not state it.
fn line(frame: &Frame, name: Html, number: Html, is_derived: bool) -> Html {
    html! {
        <div><dt>{name}</dt><dd>{number}if is_derived { {derived(&frame.locale)} }</dd></div>
    }
}

fn short(frame: &Frame, quantity: &Quantity) -> Html {
    co2(&frame.locale, &frame.locale.argument(&Argument::Short(*quantity)))
}

fn label(frame: &Frame, entry: &str) -> Html {
    let language = frame.report.subject.as_ref().map_or("", |subject| subject.lang.as_str());
    frame.report.entry(entry).map_or_else(Html::default, |entry| quoted(&frame.locale, &entry.label, language))
}

fn label_text(frame: &Frame, entry: &str) -> Argument {
    Argument::Text(frame.report.entry(entry).map_or_else(String::new, |entry| frame.locale.entry(entry)))
}

fn total_name(frame: &Frame, total: &Total) -> Html {
    let locale = &frame.locale;
    let scopes = ("scopes", Argument::Text(locale.scopes(total.scopes)));
    html! {
        <>
            if total.scopes.is_empty() {
                {say(locale, msg!("counted.total"), &[])}
            } else {
                {say(locale, msg!("counted.total-of"), &[scopes])}
            }
            if let Some(method) = total.method { {" "}<small>{say(locale, method_key(method), &[])}</small> }
        </>
    }
}

fn total_amount(frame: &Frame, total: &Total) -> Html {
    let amount = frame.locale.range(&total.amount);
    if !total.at_least {
        return co2(&frame.locale, &amount);
    }
    say(&frame.locale, msg!("number.at-least"), &[("n", Argument::Text(amount))])
}

fn total(frame: &Frame, total: &Total) -> Html {
    let sum = !is_stated(&frame.report, &total.amount.central);
    html! { <div class="total">{line(frame, total_name(frame, total), total_amount(frame, total), sum)}</div> }
}

/// A whole with its parts and what is left of it.
fn whole(frame: &Frame, whole: &Whole) -> Html {
    let locale = &frame.locale;
    let part = |id: &String| {
        let amount = frame.report.entry(id).and_then(|entry| entry.amount);
        let amount = amount.map_or_else(Html::default, |range| short(frame, &range.central));
        line(frame, label(frame, id), amount, false)
    };
    let share = Argument::Percent(whole.remainder_share);
    html! {
        <div class="whole">
            {line(frame, label(frame, &whole.entry), short(frame, &whole.total), false)}
            <div class="parts">
                {for whole.parts.iter().map(part)}
                {line(frame, say(locale, msg!("counted.itemised"), &[]), short(frame, &whole.itemised), true)}
                // Below zero the parts exceed the whole, which a sentence says.
                if whole.remainder.value > Decimal::ZERO {
                    <div class="rest">{line(
                        frame,
                        say(locale, msg!("counted.not-itemised"), &[("share", share)]),
                        short(frame, &whole.remainder),
                        true,
                    )}</div>
                }
            </div>
        </div>
    }
}

/// Credits beside what they are to offset.
fn credits(frame: &Frame, credits: &CreditLine) -> Html {
    let locale = &frame.locale;
    let amount = match &credits.amount {
        Some(amount) => short(frame, amount),
        None => say(locale, msg!("counted.not-given"), &[]),
    };
    let kind = credits.credit_type.map(|kind| say(locale, &format!("credit-type.{}", kind.id()), &[]));
    let gross = credits.covers.as_deref().map(|id| label_text(frame, id));
    html! {
        <div class="whole">
            {line(frame, html! { <>{label(frame, &credits.entry)}{" "}<small>{kind}</small></> }, amount, false)}
            <div class="parts">
                if let (Some(share), Some(gross)) = (credits.share, &gross) {
                    {line(
                        frame,
                        say(locale, msg!("counted.credit-share"), &[("gross", gross.clone())]),
                        say(locale, msg!("counted.share"), &[("share", Argument::Percent(share))]),
                        true,
                    )}
                }
                if let (Some(net), Some(gross)) = (&credits.net, gross) {
                    {line(frame, say(locale, msg!("counted.net"), &[("gross", gross)]), short(frame, net), true)}
                }
                if !credits.is_traceable { <div><dt>{say(locale, msg!("counted.not-traceable"), &[])}</dt></div> }
            </div>
        </div>
    }
}

/// The numbers of the chart and the sums, to be read line by line.
fn table(frame: &Frame, inventory: &Inventory) -> Html {
    let locale = &frame.locale;
    let row = |name: Html, amount: Html, basis: &str| {
        html! { <tr><th scope="row">{name}</th><td>{amount}</td><td>{say(locale, basis, &[])}</td></tr> }
    };
    let basis = |is_derived| if is_derived { msg!("counted.derived") } else { msg!("counted.stated") };
    let bar = |bar: &Bar| {
        let is_known = bar.amount.is_some();
        let basis = if is_known { basis(is_derived(&frame.report, bar)) } else { msg!("counted.not-stated") };
        row(name(frame, bar), amount(frame, bar), basis)
    };
    let total = |total: &Total| {
        let basis = basis(!is_stated(&frame.report, &total.amount.central));
        row(total_name(frame, total), total_amount(frame, total), basis)
    };
    let head = |key: &'static str| html! { <th scope="col">{say(locale, key, &[])}</th> };
    html! {
        <details class="table">
            <summary>{say(locale, msg!("ui.show-table"), &[])}</summary>
            <table>
                <caption>{say(locale, msg!("panel.counted"), &[])}</caption>
                <thead><tr>{head(msg!("counted.what"))}{head(msg!("counted.amount"))}{head(msg!("counted.basis"))}</tr></thead>
                <tbody>
                    {for frame.report.chart.iter().map(bar)}
                    {for inventory.totals.iter().map(total)}
                </tbody>
            </table>
        </details>
    }
}

fn changes(frame: &Frame, inventory: &Inventory) -> Html {
    let locale = &frame.locale;
    let period = |period: &Period| ("period", Argument::Period(period.clone()));
    html! {
        <>
            {for inventory.changes.chunk_by(|a, b| a.since == b.since).map(|changes| since(frame, changes))}
            {for inventory.not_comparable.iter().map(|other| html! {
                <p class="cap">{say(locale, msg!("counted.not-comparable"), &[period(other)])}</p>
            })}
        </>
    }
}

/// The changes since one period.
fn since(frame: &Frame, changes: &[Change]) -> Html {
    let locale = &frame.locale;
    let Some(first) = changes.first() else { return Html::default() };
    let caption = if first.is_base { msg!("counted.since-base") } else { msg!("counted.since") };
    // Numbers of one unit stand without it, so that three columns fit a telephone.
    let unit = one_unit(frame, changes);
    let head = |key: &'static str| html! { <th scope="col">{say(locale, key, &[])}</th> };
    let number = |quantity: &Quantity| match &unit {
        Some(_) => Argument::Number(quantity.value),
        None => Argument::Short(*quantity),
    };
    // The typographer's signs, as the chart has them.
    let signed = |value: &Decimal, size: Argument| {
        let sign = match value.cmp(&Decimal::ZERO) {
            core::cmp::Ordering::Less => msg!("counted.less"),
            core::cmp::Ordering::Greater => msg!("counted.more"),
            core::cmp::Ordering::Equal => return co2(locale, &locale.argument(&size)),
        };
        say(locale, sign, &[("n", size)])
    };
    let row = |change: &Change| {
        let scopes = change.scopes.map_or_else(String::new, |scopes| locale.scopes(scopes));
        html! {
            <tr>
                <th scope="row">
                    <span class="name">{scopes}</span>
                    if let Some(method) = change.method { {" "}<small>{say(locale, method_key(method), &[])}</small> }
                </th>
                <td>{co2(locale, &locale.argument(&number(&change.before)))}</td>
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
                {say(locale, caption, &[("period", Argument::Period(first.since.clone()))])}{" "}
                <small>
                    if let Some(unit) = &unit { {co2(locale, unit)}{"; "} }
                    {say(locale, msg!("counted.derived"), &[])}
                </small>
            </caption>
            <thead><tr>{head(msg!("counted.what"))}{head(msg!("counted.then"))}{head(msg!("counted.change"))}</tr></thead>
            <tbody>{for changes.iter().map(row)}</tbody>
        </table>
    }
}

/// The unit with its gas that all of these changes are in, where it is one.
fn one_unit(frame: &Frame, changes: &[Change]) -> Option<String> {
    let first = changes.first()?.before;
    let is_same = |quantity: &Quantity| quantity.unit == first.unit && quantity.gas == first.gas;
    let symbol = first.unit.single().filter(|_| changes.iter().all(|c| is_same(&c.before) && is_same(&c.difference)))?;
    let symbol = frame.locale.unit_symbol(symbol, false);
    Some(first.gas.map_or_else(|| symbol.clone(), |gas| format!("{symbol} {}", short_gas(&frame.locale, gas))))
}

/// A difference without its sign.
fn size(difference: &Quantity) -> Quantity {
    Quantity { value: difference.value.abs(), ..*difference }
}
