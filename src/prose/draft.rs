//! A disclosure to finish by hand, from the figures found in a text.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::facts::Goal;
use super::front_matter::FrontMatter;
use super::visible_text::{PARAGRAPH, VisibleText, is_han};
use super::{Figure, Text};
use crate::disclosure::{EntryKind, Method, Scopes, TargetType};
use crate::quantity::{Decimal, Quantity, Range};

/// What stands where a person must write.
const UNKNOWN: &str = "TO BE WRITTEN";
/// The year that stands where the text names none: the earliest that a file can hold, so that nobody takes it for meant.
const UNKNOWN_YEAR: &str = "1750";

/// A disclosure file with its fields in the order in which people read them.
#[derive(Serialize)]
struct File {
    version: u8,
    id: &'static str,
    lang: String,
    organisation: String,
    period: String,
    source: Source,
    #[serde(skip_serializing_if = "Option::is_none")]
    assurance: Option<Value>,
    entries: Vec<Entry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Value>,
    note: String,
}

#[derive(Serialize)]
struct Source {
    title: String,
    publisher: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Entry {
    pub id: String,
    pub kind: EntryKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Scopes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    pub amount: Amount,
    pub label: String,
    pub note: String,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Amount {
    NotDisclosed,
    One(Quantity),
    Range(Range),
}

/// A disclosure file (version 1, pretty JSON) from what [`detect`](super::detect) finds, for a person to finish.
///
/// [`Disclosure::read`](crate::disclosure::Disclosure::read) accepts it as it is. What the text does not tell holds a
/// placeholder, and the file's `note` lists what is left to do; the note of each entry says what to check in it. An
/// amount whose gas is not stated, or that is below zero, is null, because a file cannot hold it.
///
/// ```
/// use emissions_calculator::disclosure::Disclosure;
/// use emissions_calculator::prose::draft;
/// let text = draft("In 2021 the firm cut 37,909.87 tCO2e.", Some("en"));
/// assert_eq!(Disclosure::read(&text).unwrap().entries.len(), 1);
/// ```
#[must_use]
pub fn draft(source: &str, language: Option<&str>) -> String {
    let (matter, body, skipped) = FrontMatter::split(source);
    let visible = VisibleText::read(body);
    let language = language.or(matter.language.as_deref());
    let mut text = Text::of(&visible, language);
    text.published = matter.published.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let figures = distinct(text.all_figures());
    let year = period(&figures).or_else(|| year(&visible));
    let period = year.clone().unwrap_or_else(|| UNKNOWN_YEAR.to_owned());
    let mut entries: Vec<Entry> = Vec::new();
    for (place, figure) in figures.iter().enumerate() {
        let number = entries.len().saturating_add(1);
        let whole = text.whole_of(place, &figures).map(|place| format!("figure-{}", place.saturating_add(1)));
        entries.push(entry(figure, number, whole, &period, skipped));
    }
    text.add_untold(&figures, &mut entries, skipped);
    let title = matter.title.clone().unwrap_or_else(|| title(&visible));
    let goals = text.goals();
    let organisation = text.organisation(&title);
    let own = organisation.as_deref();
    let file = File {
        version: 1,
        id: "draft",
        lang: lang(language.or(visible.language.as_deref()), &visible),
        note: to_do(year.is_some(), entries.len(), own.is_some(), goals.is_empty()),
        organisation: own.unwrap_or(UNKNOWN).to_owned(),
        period,
        source: Source {
            title,
            publisher: matter.publisher.unwrap_or_else(|| UNKNOWN.to_owned()),
            published: matter.published,
            url: matter.url,
        },
        assurance: text.assurance().map(|body| json!({ "body": body })),
        claims: text.claims(&figures, &goals, own),
        targets: targets(&goals, own),
        entries,
    };
    // Strings, numbers and lists can always be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The figures without those that a headline and its story state twice.
fn distinct(figures: Vec<Figure>) -> Vec<Figure> {
    let mut held: Vec<Figure> = Vec::new();
    for figure in figures {
        let same = |other: &Figure| {
            other.quantity() == figure.quantity()
                && other.kind == figure.kind
                && other.method == figure.method
                && (other.period == figure.period || other.period.is_none() || figure.period.is_none())
        };
        // An article has few enough that looking through all is quick.
        let earlier = if held.len() < 1_000 { held.iter_mut().find(|other| same(other)) } else { None };
        match earlier {
            // The later one may say more.
            Some(earlier) if earlier.scopes.is_empty() => earlier.scopes = figure.scopes,
            Some(_) => {}
            None => held.push(figure),
        }
    }
    held
}

/// The year that most figures are of, where they name one.
fn period(figures: &[Figure]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for year in figures.iter().filter_map(|figure| figure.period.as_deref()) {
        let count = counts.entry(year).or_default();
        *count = count.saturating_add(1);
    }
    // Of as many the later: what is compared with is earlier.
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year.to_owned())
}

fn entry(figure: &Figure, number: usize, whole: Option<String>, file_period: &str, skipped: usize) -> Entry {
    let mut checks = Vec::new();
    let amount = amount(figure);
    if let Amount::NotDisclosed = amount {
        checks.push(if figure.gas.is_none() {
            format!(
                "write {} {}CO2 or {}CO2e as its amount: the text does not name the gas",
                figure.value, figure.unit, figure.unit
            )
        } else {
            format!("write its amount: {} {} is not one that a file can hold", figure.value, figure.unit_text())
        });
    } else if figure.ambiguous {
        checks.push("check its amount: number, unit or gas can be read in two ways".to_owned());
    }
    if figure.kind.is_none() {
        checks.push("check its kind: no word near it tells, emission is a guess".to_owned());
    }
    if figure.scopes.is_empty() {
        checks.push("add the scopes it covers, if the article names them".to_owned());
    }
    let checks = if checks.is_empty() { "check it against the article".to_owned() } else { checks.join("; ") };
    let kind = figure.kind.unwrap_or(EntryKind::Emission);
    let is_scope_2 = figure.scopes.iter().any(|scope| scope.to_string() == "2");
    let is_scope_3 = figure.scopes.iter().all(|scope| scope.to_string() == "3");
    Entry {
        id: format!("figure-{number}"),
        kind,
        scopes: Some(figure.scopes)
            .filter(|scopes| !scopes.is_empty())
            .or_else(|| figure.category.map(|_| Scopes::only(3))),
        category: figure.category.filter(|_| is_scope_3),
        method: figure.method.filter(|_| is_scope_2 && kind == EntryKind::Emission),
        part_of: whole,
        covers: None,
        programme: None,
        period: figure.period.clone().filter(|period| period != file_period),
        amount,
        label: figure.text.clone(),
        note: format!("To do: {checks}. It stands at byte {} of the text.", figure.start.saturating_add(skipped)),
    }
}

/// Promises with a year, as files hold them; those without one, and what is told as reached, are claims.
fn targets(goals: &[Goal], own: Option<&str>) -> Vec<Value> {
    let mut targets: Vec<Value> = Vec::new();
    for goal in goals.iter().filter(|goal| !goal.is_reached) {
        let Some(year) = goal.year else { continue };
        let mut target = Map::new();
        let whose = goal.organisation.as_deref().or(own).unwrap_or(UNKNOWN);
        target.insert("organisation".to_owned(), json!(whose));
        target.insert("type".to_owned(), json!(goal.kind));
        if !goal.scopes.is_empty() {
            target.insert("scopes".to_owned(), json!(goal.scopes));
        }
        if let Some(percent) = goal.percent.filter(|_| goal.kind == TargetType::RenewableElectricity) {
            target.insert("share".to_owned(), json!(format!("{percent} %")));
        }
        target.insert("by".to_owned(), json!(year));
        let target = Value::Object(target);
        if !targets.contains(&target) && targets.len() < 100 {
            targets.push(target);
        }
    }
    targets
}

/// The amount as a file can hold it.
fn amount(figure: &Figure) -> Amount {
    let of = |value: Decimal| Quantity { value, ..figure.quantity() }.plausible().ok();
    let range = || Range::new(of(figure.low)?, of(figure.value)?, of(figure.high)?).ok();
    match (figure.gas, range()) {
        (Some(_), Some(range)) if range.is_exact() => Amount::One(range.central),
        (Some(_), Some(range)) => Amount::Range(range),
        _ => Amount::NotDisclosed,
    }
}

fn to_do(has_year: bool, entries: usize, has_organisation: bool, no_goals: bool) -> String {
    let who = if has_organisation { "check organisation, write id" } else { "write id, organisation" };
    let period = if has_year {
        "check period (it is the year that the text names most)"
    } else {
        "write period (1750 is a placeholder)"
    };
    let figures = if entries == 0 {
        "no figure was found: write the entries"
    } else {
        "for each entry do what its note says, give it an id and a label of your own, and join parts to wholes (part_of)"
    };
    let goals = if no_goals { "add" } else { "check" };
    format!(
        "A draft made from an article's text, to be finished by hand. To do: (1) {who} and the \
         source's publisher, date and address; (2) {period}; (3) {figures}; (4) {goals} the claims, targets and \
         comparisons that the article makes; (5) remove this note."
    )
}

/// The year that the text names most often, the earliest of those named as often.
fn year(text: &VisibleText) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let mut digits = String::new();
        while text.at(at).is_ascii_digit() {
            digits.push(text.at(at));
            at = at.saturating_add(1);
        }
        let (before, after) = (text.before(start), text.at(at));
        let goes_on = matches!(after, '.' | ',') && text.at(at.saturating_add(1)).is_ascii_digit();
        let glued = before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric();
        let other = matches!(before, '.' | ',' | '$' | '€' | '£' | '¥') || matches!(after, '吨' | '万' | '亿' | '%');
        let alone = !(goes_on || glued || other);
        if digits.len() == 4 && alone && ("1990".."2100").contains(&digits.as_str()) {
            let count = counts.entry(digits).or_default();
            *count = count.saturating_add(1);
        }
        at = at.max(start.saturating_add(1));
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(year, _)| year)
}

/// The first line of the text: of a page its title, of an article its headline.
fn title(text: &VisibleText) -> String {
    let ends = |at: &usize| matches!(text.at(*at), PARAGRAPH | '\n');
    let first = (0..text.len()).find(|at| !ends(at)).unwrap_or_default();
    let end = (first..text.len()).find(ends).unwrap_or(text.len());
    let title = text.shown(first, end.min(first.saturating_add(120)));
    let title = title.trim();
    if title.is_empty() { UNKNOWN.to_owned() } else { title.to_owned() }
}

/// A language tag that a file can hold.
fn lang(language: Option<&str>, text: &VisibleText) -> String {
    let tag = language.unwrap_or_default().replace('_', "-");
    let fits = tag.split('-').enumerate().all(|(place, part)| match place {
        0 => (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic()),
        _ => (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()),
    });
    if fits {
        return tag;
    }
    let chinese = (0..text.len()).any(|at| is_han(text.at(at)));
    if chinese { "zh-CN" } else { "en" }.to_owned()
}
