use yew::prelude::*;

use super::ViewContext;
use super::chart::{derived, is_derived, is_stated, method_key};
use super::rich_text::{foreign, message, rich, space, text};
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
pub(super) fn lines(context: &ViewContext, inventory: &Inventory) -> Vec<Line> {
    let mut lines: Vec<Line> = inventory.totals.iter().map(|one| total(context, one)).collect();
    lines.extend(inventory.wholes.iter().flat_map(|one| whole(context, one)));
    lines.extend(inventory.credits.iter().flat_map(|one| credits(context, one)));
    lines
}

/// These lines, each number marked where the source does not state it.
pub(super) fn sums(context: &ViewContext, inventory: &Inventory) -> Html {
    let line = |line: Line| {
        html! {
            <div class={line.class}>
                <dt>{line.name}</dt>
                <dd>{line.number}if line.is_derived { {derived(&context.locale)} }</dd>
                if let Some(about) = line.about { <dd class="about">{about}</dd> }
            </div>
        }
    };
    html! {
        <>
            <dl class="sums">{for lines(context, inventory).into_iter().map(line)}</dl>
            if has_derived(context, inventory) {
                <p class="caption">{text("* ")}{message(&context.locale, msg!("counted.derived-sentence"), &[])}</p>
            }
        </>
    }
}

fn has_derived(context: &ViewContext, inventory: &Inventory) -> bool {
    let session = &context.session;
    session.analysis().chart.iter().any(|bar| is_derived(session, bar))
        || inventory.totals.iter().any(|total| !is_stated(session, &total.amount.central))
        || !inventory.wholes.is_empty()
        || inventory.credits.iter().any(|credits| credits.share.is_some())
}

fn short(context: &ViewContext, quantity: &Quantity) -> Html {
    rich(&context.locale, &context.locale.argument(&Argument::Short(*quantity)))
}

/// An amount in symbols where it is exact, so that it fits beside its name.
pub(super) fn amount(locale: &Locale, range: &Range) -> String {
    if range.is_exact() { locale.argument(&Argument::Short(range.central)) } else { locale.range(range) }
}

fn label(context: &ViewContext, entry: &str) -> Html {
    let language = context.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    context
        .session
        .analysis()
        .entry(entry)
        .map_or_else(Html::default, |entry| foreign(&context.locale, &entry.label, language))
}

fn label_text(context: &ViewContext, entry: &str) -> Argument {
    Argument::Text(
        context.session.analysis().entry(entry).map_or_else(String::new, |entry| context.locale.entry(entry)),
    )
}

/// What a total is of.
fn total_name(context: &ViewContext, total: &Total) -> Html {
    let locale = &context.locale;
    let scopes = ("scopes", Argument::Text(locale.scopes(total.scopes)));
    html! {
        <>
            if total.scopes.is_empty() {
                {message(locale, msg!("counted.total"), &[])}
            } else {
                {message(locale, msg!("counted.total-of"), &[scopes])}
            }
            if let Some(method) = total.method { {space()}<small>{message(locale, method_key(method), &[])}</small> }
        </>
    }
}

/// How much a total is, at least.
fn total_amount(context: &ViewContext, total: &Total) -> Html {
    let amount = amount(&context.locale, &total.amount);
    if !total.at_least {
        return rich(&context.locale, &amount);
    }
    message(&context.locale, msg!("number.at-least"), &[("n", Argument::Text(amount))])
}

fn total(context: &ViewContext, total: &Total) -> Line {
    let is_sum = !is_stated(&context.session, &total.amount.central);
    Line::new("total", total_name(context, total), total_amount(context, total), is_sum)
}

fn whole(context: &ViewContext, whole: &Whole) -> Vec<Line> {
    let locale = &context.locale;
    let part = |id: &String| {
        let amount = context.session.analysis().entry(id).and_then(|entry| entry.amount);
        let amount = amount.map_or_else(Html::default, |range| short(context, &range.central));
        Line::new("part", label(context, id), amount, false)
    };
    let mut lines = vec![Line::new("whole", label(context, &whole.entry), short(context, &whole.total), false)];
    lines.extend(whole.parts.iter().map(part));
    let itemised = message(locale, msg!("counted.itemised"), &[]);
    lines.push(Line::new("part", itemised, short(context, &whole.itemised), true));
    // Below zero the parts exceed the whole, which a sentence says.
    if whole.remainder.value > Decimal::ZERO {
        let share = Argument::Percent(whole.remainder_share);
        let rest = message(locale, msg!("counted.not-itemised"), &[("share", share)]);
        lines.push(Line::new("part rest", rest, short(context, &whole.remainder), true));
    }
    lines
}

fn credits(context: &ViewContext, credits: &CreditLine) -> Vec<Line> {
    let locale = &context.locale;
    let amount = match &credits.amount {
        Some(amount) => short(context, amount),
        None => message(locale, msg!("counted.not-given"), &[]),
    };
    let kind = credits.credit_type.map(|kind| message(locale, &format!("credit-type.{}", kind.id()), &[]));
    let name =
        html! { <>{label(context, &credits.entry)}if let Some(kind) = kind { {space()}<small>{kind}</small> }</> };
    let about = (!credits.is_traceable).then(|| message(locale, msg!("counted.not-traceable"), &[]));
    let is_known = credits.amount.is_some();
    let mut lines = vec![Line { about, is_known, ..Line::new("whole", name, amount, false) }];
    let gross = credits.covers.as_deref().map(|id| label_text(context, id));
    if let (Some(share), Some(gross)) = (credits.share, &gross) {
        let name = message(locale, msg!("counted.credit-share"), &[("gross", gross.clone())]);
        let share = locale.argument(&Argument::Percent(share));
        lines.push(Line::new("part", name, text(share), true));
    }
    if let (Some(net), Some(gross)) = (&credits.net, gross) {
        lines.push(Line::new(
            "part",
            message(locale, msg!("counted.net"), &[("gross", gross)]),
            short(context, net),
            true,
        ));
    }
    lines
}
