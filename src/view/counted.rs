use yew::prelude::*;

use super::Frame;
use super::categories::categories;
use super::changes::changes;
use super::chart::{amount, chart, is_derived, method_key, name};
use super::co2::{co2, quoted, say};
use super::details::{Body, Details, PanelProps};
use super::still::Still;
use super::sums::{Line, lines, sums};
use super::table::table;
use crate::disclosure::{Method, Scopes};
use crate::inventory::{Inventory, ScopeState};
use crate::locale::Argument;
use crate::msg;
use crate::report::{Bar, BarRole, EntryRow};

/// What is counted: from gross to net by scope, what is not reported, what parts of a whole are told, credits, the
/// scope 3 categories, and change.
#[component]
pub fn Counted(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    let Some(inventory) =
        frame.session.analysis().inventory.as_ref().filter(|_| !frame.session.analysis().entries.is_empty())
    else {
        return Html::default();
    };
    let title = frame.locale.text(msg!("panel.counted"), &[]);
    html! { <Details frame={frame.clone()} {open} part="scopes" {title} note={note(frame, inventory)} body={Body(still)} /> }
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

fn still(frame: &Frame) -> Html {
    html! { <Still frame={frame.clone()} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    let Frame { session, locale } = frame;
    let Some(inventory) = &session.analysis().inventory else { return Html::default() };
    // These say what a picture cannot.
    let told = ["avoided-cannot-be-inside-total", "parts-exceed-total", "neutral-covers-some-scopes-only"];
    let findings = session.findings();
    let sentences = findings.iter().filter(|finding| told.contains(&finding.code));
    html! {
        <>
            {chart(frame)}
            {sums(frame, inventory)}
            if inventory.rows.iter().any(|row| row.location.is_some() && row.market.is_some()) {
                <p>{say(locale, msg!("counted.two-methods"), &[])}</p>
            }
            {for sentences.map(|finding| html! { <p>{co2(locale, &locale.finding(finding))}</p> })}
            {notes(frame)}
            {meanings(frame, inventory)}
            {numbers(frame, inventory)}
            {categories(frame)}
            {changes(frame, inventory)}
        </>
    }
}

/// What the scopes are, and the ways to count scope 2 where the file names one: few readers know.
fn meanings(frame: &Frame, inventory: &Inventory) -> Html {
    let locale = &frame.locale;
    let scopes = inventory.rows.iter().fold(Scopes::default(), |all, row| all.with(row.scopes));
    let scope = |scope: u8| {
        let name = say(locale, &format!("scope.{scope}"), &[]);
        html! { <><dt>{name}</dt><dd>{say(locale, &format!("scope-means.{scope}"), &[])}</dd></> }
    };
    let named = [Method::Location, Method::Market];
    let is_named = |method: &Method| frame.session.analysis().entries.iter().any(|entry| entry.method == Some(*method));
    let method = |method: Method| {
        let name = say(locale, method_key(method), &[]);
        html! { <><dt>{name}</dt><dd>{say(locale, &format!("method-means.{}", method.id()), &[])}</dd></> }
    };
    html! {
        <dl class="means">
            {for scopes.iter().map(scope)}
            {for named.into_iter().filter(is_named).map(method)}
        </dl>
    }
}

/// What the file says beside its amounts.
fn notes(frame: &Frame) -> Html {
    let Frame { session, locale } = frame;
    let language = session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    let note = |entry: &EntryRow| {
        let note = entry.note.as_ref()?;
        Some(
            html! { <p class="cap"><b>{quoted(locale, &entry.label, language)}</b>{" "}{quoted(locale, note, language)}</p> },
        )
    };
    html! { {for session.analysis().entries.iter().filter_map(note)} }
}

const fn is_of_credits(bar: &Bar) -> bool {
    matches!(bar.role, BarRole::Credits { .. } | BarRole::Net { .. })
}

/// The numbers of the chart and the sums, to be read line by line.
fn numbers(frame: &Frame, inventory: &Inventory) -> Html {
    let locale = &frame.locale;
    let row = |name: Html, amount: Html, basis: &str| {
        html! { <tr><th scope="row">{name}</th><td>{amount}</td><td>{say(locale, basis, &[])}</td></tr> }
    };
    let basis = |is_derived| if is_derived { msg!("counted.derived") } else { msg!("counted.stated") };
    let bar = |bar: &Bar| {
        let is_known = bar.amount.is_some();
        let basis = if is_known { basis(is_derived(&frame.session, bar)) } else { msg!("counted.not-stated") };
        row(name(frame, bar), amount(frame, bar), basis)
    };
    let line = |line: Line| {
        let basis = if line.is_known { basis(line.is_derived) } else { msg!("counted.not-stated") };
        row(line.name, line.number, basis)
    };
    // Credits and what they leave are lines of the sums.
    let bars = frame.session.analysis().chart.iter().filter(|one| !is_of_credits(one)).map(bar);
    let rows = bars.chain(lines(frame, inventory).into_iter().map(line)).collect();
    let heads = [msg!("counted.what"), msg!("counted.amount"), msg!("counted.basis")];
    table(frame, msg!("panel.counted"), &heads, rows)
}
