//! The words and punctuation of a text that say something of the figures near them, found in one pass.

use super::unit;
use super::visible_text::{PARAGRAPH, VisibleText, is_han};
use super::words::{CUE_PHRASES, CUES, Certainty, Cue};
use crate::disclosure::Scopes;

/// A cue and its place.
#[derive(Clone, Copy)]
pub(super) struct CueMatch {
    pub start: usize,
    pub end: usize,
    pub kind: Cue,
    /// Whether the words themselves speak of emissions: 减排 does, "saved" does not.
    pub topical: bool,
}

/// Every cue of the text, in order.
pub(super) fn cues(text: &VisibleText) -> Vec<CueMatch> {
    let mut cues = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let c = text.at(at);
        let next = at.saturating_add(1);
        let found = match c {
            PARAGRAPH => Some((Cue::Paragraph, next)),
            '。' | '!' | '?' | ';' => Some((Cue::Sentence, next)),
            '.' => ends_sentence(text, next).then_some((Cue::Sentence, next)),
            ',' => (!text.at(next).is_ascii_digit()).then_some((Cue::Clause, next)),
            _ if is_han(c) => scopes(text, at).or_else(|| phrase(text, at)),
            _ if c.is_ascii_alphanumeric() && !text.before(at).is_ascii_alphanumeric() => {
                scopes(text, at).or_else(|| word(text, at))
            }
            _ => None,
        };
        if let Some((cue, end)) = found {
            let topical = matches!(cue, Cue::Emission | Cue::Topic | Cue::Gas(_) | Cue::Scopes(_))
                || (at..end).any(|place| matches!(text.at(place), '排' | '碳'));
            cues.push(CueMatch { start: at, end, kind: cue, topical });
            at = end.max(next);
        } else {
            at = next;
        }
    }
    cues
}

fn ends_sentence(text: &VisibleText, after: usize) -> bool {
    let next = text.at(text.skip_blank(after));
    next == '\0' || (matches!(text.at(after), ' ' | '\n') && (next.is_ascii_uppercase() || is_han(next)))
}

/// What the Latin word at a place says.
pub(super) fn word(text: &VisibleText, at: usize) -> Option<(Cue, usize)> {
    if let Some((Some(gas), Certainty::Certain, end)) = unit::gas(text, at) {
        return Some((Cue::Gas(gas), end));
    }
    CUES.iter().find_map(|(word, cue)| {
        let end = match word.strip_suffix('*') {
            Some(stem) => text.match_at(at, stem),
            None => text.match_word_at(at, word),
        };
        Some((*cue, end?))
    })
}

fn phrase(text: &VisibleText, at: usize) -> Option<(Cue, usize)> {
    if let Some((Some(gas), Certainty::Certain, end)) = unit::gas(text, at) {
        return Some((Cue::Gas(gas), end));
    }
    CUE_PHRASES.iter().find_map(|(phrase, cue)| Some((*cue, text.match_at(at, phrase)?)))
}

/// The scopes named at a place: "scopes 1, 2 and 3", "Scope 1 + 2", 范围一、二, 范围1/2/3, 范围1至3.
fn scopes(text: &VisibleText, at: usize) -> Option<(Cue, usize)> {
    let names = ["scopes", "scope", "范围", "范圍", "範圍", "范畴", "範疇"];
    let name = |at: usize| names.iter().find_map(|name| text.match_at(at, name));
    let item = |at: usize, is_first: bool| {
        let at = text.skip_blank(at);
        let items =
            [("1", 1), ("2", 2), ("3", 3), ("one", 1), ("two", 2), ("three", 3), ("一", 1), ("二", 2), ("三", 3)];
        let (scope, end) = items.iter().find_map(|(name, scope)| Some((*scope, text.match_at(at, name)?)))?;
        let digits_go_on = text.at(end).is_ascii_alphanumeric()
            || (matches!(text.at(end), '.' | ',') && text.at(end.saturating_add(1)).is_ascii_digit())
            || matches!(text.at(end), '万' | '亿' | '萬' | '億' | '千' | '百' | '%');
        // "Scope 3, 2 Mt": the 2 is no scope.
        (!digits_go_on && (is_first || unit::read(text, end).is_none())).then_some((scope, end))
    };
    let (mut last, mut end) = item(name(at)?, true)?;
    let mut found = Scopes::only(last);
    // Three scopes can be named three times over; more is no list of scopes.
    for _ in 0..8 {
        let Some((spans, after)) = joiner(text, end) else {
            break;
        };
        let blank = text.skip_blank(after);
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
fn joiner(text: &VisibleText, at: usize) -> Option<(bool, usize)> {
    let at = text.skip_blank(at);
    if let Some(after) = text.match_at(at, ", and ").or_else(|| text.match_at(at, ", or ")) {
        return Some((false, after));
    }
    let lists = [",", "、", "/", "+", "&", "以及", "和", "与", "與", "及", "and", "or"];
    let spans = ["–", "-", "~", "至", "到", "to"];
    let find = |words: &[&str]| words.iter().find_map(|word| text.match_word_at(at, word));
    find(&spans).map(|after| (true, after)).or_else(|| Some((false, find(&lists)?)))
}
