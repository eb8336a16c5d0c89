use yew::prelude::*;

use super::Frame;
use super::chart::{derived, is_derived, is_stated, method_key};
use super::co2::{co2, quoted, say};
use crate::inventory::{CreditLine, Inventory, Total, Whole};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::{Decimal, Quantity, Range};

/// One line of what the amounts add up to.
pub(super) struct Line {
    class: &'static str,
    pub(super) name: Html,
    pub(super) number: Html,
    /// Whether the source does not state the number.
    pub(super) is_derived: bool,
    /// Whether it is known at all.
    pub(super) is_known: bool,
    about: Option<Html>,
}

impl Line {
    const fn new(class: &'static str, name: Html, number: Html, is_derived: bool) -> Self {
        Self { class, name, number, is_derived, is_known: true, about: None }
    }
}

/// What the amounts add up to: the totals, each whole with its parts and what is left of it, the credits beside what
/// they are to offset.
pub(super) fn lines(frame: &Frame, inventory: &Inventory) -> Vec<Line> {
    let mut lines: Vec<Line> = inventory.totals.iter().map(|one| total(frame, one)).collect();
    lines.extend(inventory.wholes.iter().flat_map(|one| whole(frame, one)));
    lines.extend(inventory.credits.iter().flat_map(|one| credits(frame, one)));
    lines
}

/// These lines, each number marked where the source does not state it.
pub(super) fn sums(frame: &Frame, inventory: &Inventory) -> Html {
    let line = |line: Line| {
        html! {
            <div class={line.class}>
                <dt>{line.name}</dt>
                <dd>{line.number}if line.is_derived { {derived(&frame.locale)} }</dd>
                if let Some(about) = line.about { <dd class="about">{about}</dd> }
            </div>
        }
    };
    html! {
        <>
            <dl class="sums">{for lines(frame, inventory).into_iter().map(line)}</dl>
            if has_derived(frame, inventory) {
                <p class="cap">{"* "}{say(&frame.locale, msg!("counted.derived-sentence"), &[])}</p>
            }
        </>
    }
}

fn has_derived(frame: &Frame, inventory: &Inventory) -> bool {
    let session = &frame.session;
    session.analysis().chart.iter().any(|bar| is_derived(session, bar))
        || inventory.totals.iter().any(|total| !is_stated(session, &total.amount.central))
        || !inventory.wholes.is_empty()
        || inventory.credits.iter().any(|credits| credits.share.is_some())
}

fn short(frame: &Frame, quantity: &Quantity) -> Html {
    co2(&frame.locale, &frame.locale.argument(&Argument::Short(*quantity)))
}

/// An amount in symbols where it is exact, so that it fits beside its name.
pub(super) fn amount(locale: &Locale, range: &Range) -> String {
    if range.is_exact() { locale.argument(&Argument::Short(range.central)) } else { locale.range(range) }
}

fn label(frame: &Frame, entry: &str) -> Html {
    let language = frame.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    frame
        .session
        .analysis()
        .entry(entry)
        .map_or_else(Html::default, |entry| quoted(&frame.locale, &entry.label, language))
}

fn label_text(frame: &Frame, entry: &str) -> Argument {
    Argument::Text(frame.session.analysis().entry(entry).map_or_else(String::new, |entry| frame.locale.entry(entry)))
}

/// What a total is of.
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

/// How much a total is, at least.
fn total_amount(frame: &Frame, total: &Total) -> Html {
    let amount = amount(&frame.locale, &total.amount);
    if !total.at_least {
        return co2(&frame.locale, &amount);
    }
    say(&frame.locale, msg!("number.at-least"), &[("n", Argument::Text(amount))])
}

fn total(frame: &Frame, total: &Total) -> Line {
    let is_sum = !is_stated(&frame.session, &total.amount.central);
    Line::new("total", total_name(frame, total), total_amount(frame, total), is_sum)
}

fn whole(frame: &Frame, whole: &Whole) -> Vec<Line> {
    let locale = &frame.locale;
    let part = |id: &String| {
        let amount = frame.session.analysis().entry(id).and_then(|entry| entry.amount);
        let amount = amount.map_or_else(Html::default, |range| short(frame, &range.central));
        Line::new("part", label(frame, id), amount, false)
    };
    let mut lines = vec![Line::new("whole", label(frame, &whole.entry), short(frame, &whole.total), false)];
    lines.extend(whole.parts.iter().map(part));
    let itemised = say(locale, msg!("counted.itemised"), &[]);
    lines.push(Line::new("part", itemised, short(frame, &whole.itemised), true));
    // Below zero the parts exceed the whole, which a sentence says.
    if whole.remainder.value > Decimal::ZERO {
        let share = Argument::Percent(whole.remainder_share);
        let rest = say(locale, msg!("counted.not-itemised"), &[("share", share)]);
        lines.push(Line::new("part rest", rest, short(frame, &whole.remainder), true));
    }
    lines
}

fn credits(frame: &Frame, credits: &CreditLine) -> Vec<Line> {
    let locale = &frame.locale;
    let amount = match &credits.amount {
        Some(amount) => short(frame, amount),
        None => say(locale, msg!("counted.not-given"), &[]),
    };
    let kind = credits.credit_type.map(|kind| say(locale, &format!("credit-type.{}", kind.id()), &[]));
    let name = html! { <>{label(frame, &credits.entry)}if let Some(kind) = kind { {" "}<small>{kind}</small> }</> };
    let about = (!credits.is_traceable).then(|| say(locale, msg!("counted.not-traceable"), &[]));
    let is_known = credits.amount.is_some();
    let mut lines = vec![Line { about, is_known, ..Line::new("whole", name, amount, false) }];
    let gross = credits.covers.as_deref().map(|id| label_text(frame, id));
    if let (Some(share), Some(gross)) = (credits.share, &gross) {
        let name = say(locale, msg!("counted.credit-share"), &[("gross", gross.clone())]);
        let share = locale.argument(&Argument::Percent(share));
        lines.push(Line::new("part", name, html! { {share} }, true));
    }
    if let (Some(net), Some(gross)) = (&credits.net, gross) {
        lines.push(Line::new("part", say(locale, msg!("counted.net"), &[("gross", gross)]), short(frame, net), true));
    }
    lines
}
