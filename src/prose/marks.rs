//! The words and marks of a text that tell something of the figures near them, found in one pass.

use super::glyphs::{Glyphs, PARAGRAPH};
use super::measure;
use super::number::is_han;
use super::words::{CUE_PHRASES, CUES, Sure};
use crate::disclosure::Scopes;
use crate::quantity::Gas;

/// What a word or mark in the text tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Reduction,
    Avoided,
    Removal,
    Credit,
    /// More than before: none of the kinds of amount that a disclosure has.
    Increase,
    /// A verb of emitting, which outweighs what stands behind the figure.
    Emitted,
    /// "Emissions": of an emission, if nothing else tells.
    Emission,
    /// The text is about emissions.
    Topic,
    /// Something else that comes in tonnes.
    Material,
    /// An amount for each of something, not an amount.
    Rate,
    Scopes(Scopes),
    Gas(Gas),
    Clause,
    Sentence,
    Paragraph,
}

impl Cue {
    pub(super) fn is_strong(self) -> bool {
        matches!(self, Self::Reduction | Self::Avoided | Self::Removal | Self::Credit | Self::Increase)
    }

    pub(super) fn is_emission(self) -> bool {
        matches!(self, Self::Emission | Self::Emitted)
    }

    pub(super) fn ends_sentence(self) -> bool {
        matches!(self, Self::Sentence | Self::Paragraph)
    }
}

/// A cue and its place.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub cue: Cue,
    /// Whether the words themselves speak of emissions: 减排 does, "saved" does not.
    pub topical: bool,
}

/// Every cue of the text, in order.
pub(super) fn marks(glyphs: &Glyphs) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        let c = glyphs.at(at);
        let next = at.saturating_add(1);
        let found = match c {
            PARAGRAPH => Some((Cue::Paragraph, next)),
            '。' | '!' | '?' | ';' => Some((Cue::Sentence, next)),
            '.' => ends_sentence(glyphs, next).then_some((Cue::Sentence, next)),
            ',' => (!glyphs.at(next).is_ascii_digit()).then_some((Cue::Clause, next)),
            _ if is_han(c) => scopes(glyphs, at).or_else(|| phrase(glyphs, at)),
            _ if c.is_ascii_alphanumeric() && !glyphs.before(at).is_ascii_alphanumeric() => {
                scopes(glyphs, at).or_else(|| word(glyphs, at))
            }
            _ => None,
        };
        if let Some((cue, end)) = found {
            let topical = matches!(cue, Cue::Emission | Cue::Topic | Cue::Gas(_) | Cue::Scopes(_))
                || (at..end).any(|place| matches!(glyphs.at(place), '排' | '碳'));
            marks.push(Mark { start: at, end, cue, topical });
            at = end.max(next);
        } else {
            at = next;
        }
    }
    marks
}

fn ends_sentence(glyphs: &Glyphs, after: usize) -> bool {
    let next = glyphs.at(glyphs.skip_blank(after));
    next == '\0' || (matches!(glyphs.at(after), ' ' | '\n') && (next.is_ascii_uppercase() || is_han(next)))
}

fn word(glyphs: &Glyphs, at: usize) -> Option<(Cue, usize)> {
    if let Some((Some(gas), Sure::Yes, end)) = measure::gas(glyphs, at) {
        return Some((Cue::Gas(gas), end));
    }
    CUES.iter().find_map(|(word, cue)| {
        let end = match word.strip_suffix('*') {
            Some(stem) => glyphs.follows(at, stem),
            None => glyphs.word(at, word),
        };
        Some((*cue, end?))
    })
}

fn phrase(glyphs: &Glyphs, at: usize) -> Option<(Cue, usize)> {
    if let Some((Some(gas), Sure::Yes, end)) = measure::gas(glyphs, at) {
        return Some((Cue::Gas(gas), end));
    }
    CUE_PHRASES.iter().find_map(|(phrase, cue)| Some((*cue, glyphs.follows(at, phrase)?)))
}

/// The scopes named at a place: "scopes 1, 2 and 3", "Scope 1 + 2", 范围一、二, 范围1/2/3, 范围1至3.
fn scopes(glyphs: &Glyphs, at: usize) -> Option<(Cue, usize)> {
    let names = ["scopes", "scope", "范围", "范圍", "範圍", "范畴", "範疇"];
    let name = |at: usize| names.iter().find_map(|name| glyphs.follows(at, name));
    let item = |at: usize, is_first: bool| {
        let at = glyphs.skip_blank(at);
        let items =
            [("1", 1), ("2", 2), ("3", 3), ("one", 1), ("two", 2), ("three", 3), ("一", 1), ("二", 2), ("三", 3)];
        let (scope, end) = items.iter().find_map(|(text, scope)| Some((*scope, glyphs.follows(at, text)?)))?;
        let digits_go_on = glyphs.at(end).is_ascii_alphanumeric()
            || (matches!(glyphs.at(end), '.' | ',') && glyphs.at(end.saturating_add(1)).is_ascii_digit())
            || matches!(glyphs.at(end), '万' | '亿' | '萬' | '億' | '千' | '百' | '%');
        // "Scope 3, 2 Mt": the 2 is no scope.
        (!digits_go_on && (is_first || measure::read(glyphs, end).is_none())).then_some((scope, end))
    };
    let (mut last, mut end) = item(name(at)?, true)?;
    let mut found = Scopes::only(last);
    // Three scopes can be named three times over; more is no list of scopes.
    for _ in 0..8 {
        let Some((spans, after)) = joiner(glyphs, end) else {
            break;
        };
        let blank = glyphs.skip_blank(after);
        let Some((scope, after)) = item(name(blank).unwrap_or(blank), false) else {
            break;
        };
        for between in if spans { last..=scope } else { scope..=scope } {
            found = found.with(Scopes::only(between));
        }
        (last, end) = (scope, after);
    }
    Some((Cue::Scopes(found), end))
}

/// What joins two scopes, whether it spans those between, and where it ends.
fn joiner(glyphs: &Glyphs, at: usize) -> Option<(bool, usize)> {
    let mut at = glyphs.skip_blank(at);
    if let Some(after) = glyphs.follows(at, ", and ").or_else(|| glyphs.follows(at, ", or ")) {
        return Some((false, after));
    }
    let lists = [",", "、", "/", "+", "&", "以及", "和", "与", "與", "及", "and", "or"];
    let spans = ["–", "-", "~", "至", "到", "to"];
    if let Some(after) = spans.iter().find_map(|text| glyphs.word(at, text).or_else(|| symbol(glyphs, at, text))) {
        return Some((true, after));
    }
    at = lists.iter().find_map(|text| glyphs.word(at, text).or_else(|| symbol(glyphs, at, text)))?;
    Some((false, at))
}

/// As [`Glyphs::follows`] for marks and Chinese, behind which a digit may stand at once.
fn symbol(glyphs: &Glyphs, at: usize, text: &str) -> Option<usize> {
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) { None } else { glyphs.follows(at, text) }
}
