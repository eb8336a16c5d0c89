//! A disclosure to finish by hand, from the figures found in a text.

use std::collections::BTreeMap;

use serde::Serialize;

use super::visible_text::{PARAGRAPH, VisibleText, is_han};
use super::{Figure, Text};
use crate::disclosure::{EntryKind, Scopes};
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
    organisation: &'static str,
    period: String,
    source: Source,
    entries: Vec<Entry>,
    note: String,
}

#[derive(Serialize)]
struct Source {
    title: String,
    publisher: &'static str,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    kind: EntryKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    scopes: Option<Scopes>,
    amount: Amount,
    label: String,
    note: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Amount {
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
pub fn draft(text: &str, language: Option<&str>) -> String {
    let text = VisibleText::read(text);
    let mut entries: Vec<Entry> = Vec::new();
    let mut held: Vec<Figure> = Vec::new();
    for figure in Text::of(&text, language).all_figures() {
        let same = |other: &Figure| other.quantity() == figure.quantity() && other.kind == figure.kind;
        // A headline and its story state the same figure; an article has few enough that looking through all is quick.
        if held.len() < 1_000 && held.iter().any(same) {
            continue;
        }
        entries.push(entry(&figure, entries.len().saturating_add(1)));
        held.push(figure);
    }
    let year = year(&text);
    let file = File {
        version: 1,
        id: "draft",
        lang: lang(language.or(text.language.as_deref()), &text),
        organisation: UNKNOWN,
        note: to_do(year.is_some(), entries.len()),
        period: year.unwrap_or_else(|| UNKNOWN_YEAR.to_owned()),
        source: Source { title: title(&text), publisher: UNKNOWN },
        entries,
    };
    // Strings, numbers and lists can always be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn entry(figure: &Figure, number: usize) -> Entry {
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
    Entry {
        id: format!("figure-{number}"),
        kind: figure.kind.unwrap_or(EntryKind::Emission),
        scopes: Some(figure.scopes).filter(|scopes| !scopes.is_empty()),
        amount,
        label: figure.text.clone(),
        note: format!("To do: {checks}. It stands at byte {} of the text.", figure.start),
    }
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

fn to_do(has_year: bool, entries: usize) -> String {
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
    format!(
        "A draft made from an article's text, to be finished by hand. To do: (1) write id, organisation and the \
         source's publisher, date and address; (2) {period}; (3) {figures}; (4) add the claims, targets and \
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
