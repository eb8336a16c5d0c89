use yew::prelude::*;

use super::Frame;
use super::chart::{derived, is_derived, is_stated, method_key};
use super::co2::{co2, quoted, say};
use crate::inventory::{CreditLine, Inventory, Total, Whole};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::{Decimal, Quantity, Range};

/// What the amounts add up to: the totals, each whole with its parts and what is left of it, the credits beside what
/// they are to offset.
pub(super) fn sums(frame: &Frame, inventory: &Inventory) -> Html {
    html! {
        <>
            <dl class="sums">
                {for inventory.totals.iter().map(|one| total(frame, one))}
                {for inventory.wholes.iter().map(|one| whole(frame, one))}
                {for inventory.credits.iter().map(|one| credits(frame, one))}
            </dl>
            if has_derived(frame, inventory) {
                <p class="cap">{"* "}{say(&frame.locale, msg!("counted.derived-sentence"), &[])}</p>
            }
        </>
    }
}

fn has_derived(frame: &Frame, inventory: &Inventory) -> bool {
    let report = &frame.report;
    report.chart.iter().any(|bar| is_derived(report, bar))
        || inventory.totals.iter().any(|total| !is_stated(report, &total.amount.central))
        || !inventory.wholes.is_empty()
        || inventory.credits.iter().any(|credits| credits.share.is_some())
}

/// A name and what stands beside it, the number marked where the source does not state it.
fn line(frame: &Frame, class: &'static str, name: Html, number: Html, is_derived: bool) -> Html {
    html! {
        <div {class}><dt>{name}</dt><dd>{number}if is_derived { {derived(&frame.locale)} }</dd></div>
    }
}

fn short(frame: &Frame, quantity: &Quantity) -> Html {
    co2(&frame.locale, &frame.locale.argument(&Argument::Short(*quantity)))
}

/// An amount in symbols where it is exact, so that it fits beside its name.
pub(super) fn amount(locale: &Locale, range: &Range) -> String {
    if range.is_exact() { locale.argument(&Argument::Short(range.central)) } else { locale.range(range) }
}

fn label(frame: &Frame, entry: &str) -> Html {
    let language = frame.report.subject.as_ref().map_or("", |subject| subject.lang.as_str());
    frame.report.entry(entry).map_or_else(Html::default, |entry| quoted(&frame.locale, &entry.label, language))
}

fn label_text(frame: &Frame, entry: &str) -> Argument {
    Argument::Text(frame.report.entry(entry).map_or_else(String::new, |entry| frame.locale.entry(entry)))
}

/// What a total is of.
pub(super) fn total_name(frame: &Frame, total: &Total) -> Html {
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

/// How much a total is, at least.
pub(super) fn total_amount(frame: &Frame, total: &Total) -> Html {
    let amount = amount(&frame.locale, &total.amount);
    if !total.at_least {
        return co2(&frame.locale, &amount);
    }
    say(&frame.locale, msg!("number.at-least"), &[("n", Argument::Text(amount))])
}

fn total(frame: &Frame, total: &Total) -> Html {
    let sum = !is_stated(&frame.report, &total.amount.central);
    line(frame, "total", total_name(frame, total), total_amount(frame, total), sum)
}

fn whole(frame: &Frame, whole: &Whole) -> Html {
    let locale = &frame.locale;
    let part = |id: &String| {
        let amount = frame.report.entry(id).and_then(|entry| entry.amount);
        let amount = amount.map_or_else(Html::default, |range| short(frame, &range.central));
        line(frame, "part", label(frame, id), amount, false)
    };
    let share = Argument::Percent(whole.remainder_share);
    html! {
        <>
            {line(frame, "whole", label(frame, &whole.entry), short(frame, &whole.total), false)}
            {for whole.parts.iter().map(part)}
            {line(frame, "part", say(locale, msg!("counted.itemised"), &[]), short(frame, &whole.itemised), true)}
            // Below zero the parts exceed the whole, which a sentence says.
            if whole.remainder.value > Decimal::ZERO {
                {line(
                    frame,
                    "part rest",
                    say(locale, msg!("counted.not-itemised"), &[("share", share)]),
                    short(frame, &whole.remainder),
                    true,
                )}
            }
        </>
    }
}

fn credits(frame: &Frame, credits: &CreditLine) -> Html {
    let locale = &frame.locale;
    let amount = match &credits.amount {
        Some(amount) => short(frame, amount),
        None => say(locale, msg!("counted.not-given"), &[]),
    };
    let kind = credits.credit_type.map(|kind| say(locale, &format!("credit-type.{}", kind.id()), &[]));
    let gross = credits.covers.as_deref().map(|id| label_text(frame, id));
    html! {
        <>
            <div class="whole">
                <dt>{label(frame, &credits.entry)}if let Some(kind) = kind { {" "}<small>{kind}</small> }</dt>
                <dd>{amount}</dd>
                if !credits.is_traceable { <dd class="about">{say(locale, msg!("counted.not-traceable"), &[])}</dd> }
            </div>
            if let (Some(share), Some(gross)) = (credits.share, &gross) {
                {line(
                    frame,
                    "part",
                    say(locale, msg!("counted.credit-share"), &[("gross", gross.clone())]),
                    html! { {locale.argument(&Argument::Percent(share))} },
                    true,
                )}
            }
            if let (Some(net), Some(gross)) = (&credits.net, gross) {
                {line(frame, "part", say(locale, msg!("counted.net"), &[("gross", gross)]), short(frame, net), true)}
            }
        </>
    }
}
