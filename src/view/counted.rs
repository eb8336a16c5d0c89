use yew::prelude::*;

use super::ViewContext;
use super::categories::categories;
use super::changes::changes;
use super::chart::{amount, chart, is_derived, method_key, name};
use super::details::{Body, Details, PanelProps};
use super::rich_text::{foreign, message, rich, space};
use super::scope_strip::{scope_strip, totals};
use super::sums::{Line, lines, sums};
use super::table::table;
use crate::disclosure::{Method, Scopes};
use crate::inventory::Inventory;
use crate::msg;
use crate::report::{Bar, BarRole, EntryRow};

/// What is counted: from gross to net by scope, what is not reported, what parts of a whole are told, credits, the
/// scope 3 categories, and change.
#[component]
pub fn Counted(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    let Some(inventory) =
        context.session.analysis().inventory.as_ref().filter(|_| !context.session.analysis().entries.is_empty())
    else {
        return Html::default();
    };
    let title = context.locale.text(msg!("panel.counted"), &[]);
    let (aside, summary) = (totals(context, inventory), scope_strip(context, inventory));
    html! { <Details context={context.clone()} part="scopes" {title} {aside} {summary} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    let ViewContext { session, locale, .. } = context;
    let Some(inventory) = &session.analysis().inventory else { return Html::default() };
    // These say what a picture cannot.
    let told = ["avoided-cannot-be-inside-total", "parts-exceed-total"];
    // What is claimed of it all comes first: what that covers, gross before credits.
    let neutrality = session.analysis().checked.iter().flat_map(|checked| &checked.neutrality);
    let findings = session.findings();
    let sentences = findings.iter().filter(|finding| told.contains(&finding.code()));
    html! {
        <>
            {for neutrality.map(|claim| html! { <p>{rich(locale, &locale.neutrality(claim))}</p> })}
            {chart(context)}
            {sums(context, inventory)}
            if inventory.rows.iter().any(|row| row.location.is_some() && row.market.is_some()) {
                <p>{message(locale, msg!("counted.two-methods"), &[])}</p>
            }
            {for sentences.map(|finding| html! { <p>{rich(locale, &locale.finding(finding))}</p> })}
            {notes(context)}
            {meanings(context, inventory)}
            {numbers(context, inventory)}
            {categories(context)}
            {changes(context, inventory)}
        </>
    }
}

/// What the scopes are, and the ways to count scope 2 where the file names one: few readers know.
fn meanings(context: &ViewContext, inventory: &Inventory) -> Html {
    let locale = &context.locale;
    let scopes = inventory.rows.iter().fold(Scopes::default(), |all, row| all.with(row.scopes));
    let scope = |scope: u8| {
        let name = message(locale, &format!("scope.{scope}"), &[]);
        html! { <><dt>{name}</dt><dd>{message(locale, &format!("scope-means.{scope}"), &[])}</dd></> }
    };
    let named = [Method::Location, Method::Market];
    let is_named =
        |method: &Method| context.session.analysis().entries.iter().any(|entry| entry.method == Some(*method));
    let method = |method: Method| {
        let name = message(locale, method_key(method), &[]);
        html! { <><dt>{name}</dt><dd>{message(locale, &format!("method-means.{}", method.id()), &[])}</dd></> }
    };
    html! {
        <dl class="means">
            {for scopes.iter().map(scope)}
            {for named.into_iter().filter(is_named).map(method)}
        </dl>
    }
}

/// What the file says beside its amounts.
fn notes(context: &ViewContext) -> Html {
    let ViewContext { session, locale, .. } = context;
    let language = session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    let note = |entry: &EntryRow| {
        let note = entry.note.as_ref()?;
        Some(
            html! { <p class="caption"><b>{foreign(locale, &entry.label, language)}</b>{space()}{foreign(locale, note, language)}</p> },
        )
    };
    html! { {for session.analysis().entries.iter().filter_map(note)} }
}

const fn is_of_credits(bar: &Bar) -> bool {
    matches!(bar.role, BarRole::Credits { .. } | BarRole::Net { .. })
}

/// The numbers of the chart and the sums, to be read line by line.
fn numbers(context: &ViewContext, inventory: &Inventory) -> Html {
    let locale = &context.locale;
    let row = |name: Html, amount: Html, basis: &str| {
        html! { <tr><th scope="row">{name}</th><td>{amount}</td><td>{message(locale, basis, &[])}</td></tr> }
    };
    let basis = |is_derived| if is_derived { msg!("counted.derived") } else { msg!("counted.stated") };
    let bar = |bar: &Bar| {
        let is_known = bar.amount.is_some();
        let basis = if is_known { basis(is_derived(&context.session, bar)) } else { msg!("counted.not-stated") };
        row(name(context, bar), amount(context, bar), basis)
    };
    let line = |line: Line| {
        let basis = if line.is_known { basis(line.is_derived) } else { msg!("counted.not-stated") };
        row(line.name, line.number, basis)
    };
    // Credits and what they leave are lines of the sums.
    let bars = context.session.analysis().chart.iter().filter(|one| !is_of_credits(one)).map(bar);
    let rows = bars.chain(lines(context, inventory).into_iter().map(line)).collect();
    let heads = [msg!("counted.what"), msg!("counted.amount"), msg!("counted.basis")];
    table(context, msg!("panel.counted"), &heads, rows)
}
