//! The words and punctuation of a text that say something of the figures near them, found in one pass.

use super::lexicon::{Lexicon, any_at, any_of};
use super::role::{Certainty, Role};
use super::unit;
use super::visible_text::{CELL, DOWN, PARAGRAPH, ROW, SPAN, TABLE, VisibleText, is_han, is_joined};
use crate::disclosure::Scopes;
use crate::quantity::Gas;

/// What a word or a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    Says(Role),
    Scopes(Scopes),
    /// A category of scope 3.
    Category(u8),
    Gas(Gas),
    Year(u16),
    Clause,
    Sentence,
    Paragraph,
}

impl Cue {
    pub(super) fn is_strong(self) -> bool {
        use Role::{Allowance, Avoided, Credit, Increase, Reduction, Removal};
        matches!(self, Self::Says(Reduction | Avoided | Removal | Credit | Increase | Allowance))
    }

    pub(super) fn is_change(self) -> bool {
        matches!(self, Self::Says(Role::Reduction | Role::Increase))
    }

    /// Whether it names a sort of amount that rises and falls, other than emissions.
    pub(super) fn is_subject(self) -> bool {
        matches!(self, Self::Says(Role::Avoided | Role::Removal | Role::Credit | Role::Allowance))
    }

    pub(super) fn is_emission(self) -> bool {
        matches!(self, Self::Says(Role::Emission | Role::Emitted))
    }

    pub(super) fn ends_clause(self) -> bool {
        matches!(self, Self::Clause | Self::Says(Role::Clause | Role::Parts))
    }

    pub(super) fn ends_sentence(self) -> bool {
        matches!(self, Self::Sentence | Self::Paragraph)
    }
}

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
pub(super) fn cues(text: &VisibleText, lexicon: &Lexicon) -> Vec<CueMatch> {
    let mut cues = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let c = text.at(at);
        let next = at.saturating_add(1);
        let found = match c {
            PARAGRAPH | CELL | ROW | TABLE | SPAN | DOWN => Some((Cue::Paragraph, next)),
            '。' | '!' | '?' | ';' => Some((Cue::Sentence, next)),
            '.' => ends_sentence(text, next).then_some((Cue::Sentence, next)),
            ',' => (!text.at(next).is_ascii_digit()).then_some((Cue::Clause, next)),
            '、' => None,
            _ if c.is_ascii_digit() => year(text, at),
            _ if c.is_alphabetic() => word(text, at, lexicon),
            _ => None,
        };
        if let Some((cue, end)) = found {
            let topical = matches!(cue, Cue::Says(Role::Emission | Role::Topic) | Cue::Gas(_) | Cue::Scopes(_))
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
    let begins = next.is_uppercase() || is_han(next) || matches!(next, '\u{620}'..='\u{64a}' | '\u{3040}'..='\u{30ff}');
    // "Mio. Tonnen" and "z. B." end no sentence.
    let start = after.saturating_sub(2);
    let is_short = ["mio", "mrd", "tsd", "ca", "z", "éq", "eq", "no", "nr", "approx", "u.s"]
        .iter()
        .any(|word| text.phrase_before(after.saturating_sub(1), word).is_some())
        && text.at(start).is_alphabetic();
    next == '\0' || (matches!(text.at(after), ' ' | '\n') && begins && !is_short)
}

/// A year that stands alone.
fn year(text: &VisibleText, at: usize) -> Option<(Cue, usize)> {
    let mut year = 0_u16;
    let mut end = at;
    while end.saturating_sub(at) < 4 {
        let digit = text.at(end).to_digit(10).and_then(|digit| u16::try_from(digit).ok())?;
        year = year.checked_mul(10)?.checked_add(digit)?;
        end = end.saturating_add(1);
    }
    let (before, after) = (text.before(at), text.at(end));
    let goes_on = matches!(after, '.' | ',') && text.at(end.saturating_add(1)).is_ascii_digit();
    let is_part = matches!(before, '.' | ',') && at.checked_sub(2).is_some_and(|at| text.at(at).is_ascii_digit());
    let glued = is_part || is_joined(before) || is_joined(after) || matches!(before, '$' | '€' | '£' | '¥' | '\'');
    let is_year =
        (1950..2101).contains(&year) && !goes_on && !glued && !matches!(after, '万' | '亿' | '億' | '%' | '萬');
    is_year.then_some((Cue::Year(year), end))
}

/// What the word at a place says.
pub(super) fn word(text: &VisibleText, at: usize, lexicon: &Lexicon) -> Option<(Cue, usize)> {
    let begins = text.begins_word(at);
    if begins && let Some(found) = scopes(text, at).or_else(|| category(text, at, lexicon)) {
        return Some(found);
    }
    // "Less than 5 t" is no cut.
    let about = lexicon.at(Role::About, text, at);
    let cue = lexicon.cue(text, at).filter(|(_, end)| about.is_none_or(|about| about <= *end));
    let gas = if begins { unit::gas(text, at) } else { None };
    match (gas, cue) {
        (Some((Some(gas), Certainty::Certain, end)), cue) if cue.is_none_or(|(_, other)| end >= other) => {
            Some((Cue::Gas(gas), end))
        }
        (_, cue) => cue.map(|(role, end)| (Cue::Says(role), end)),
    }
}

/// A category of scope 3 by its name, or by "category" and its number.
fn category(text: &VisibleText, at: usize, lexicon: &Lexicon) -> Option<(Cue, usize)> {
    if let Some((number, end)) = lexicon.category(text, at) {
        return Some((Cue::Category(number), end));
    }
    const NAMES: [&str; 10] = [
        "category",
        "categories",
        "kategorie",
        "catégorie",
        "categoría",
        "类别",
        "類別",
        "カテゴリー",
        "カテゴリ",
        "الفئة",
    ];
    let after = NAMES.iter().find_map(|name| text.match_at(at, name))?;
    let start = text.skip_blank(after);
    let mut end = start;
    let mut number = 0_u8;
    while end.saturating_sub(start) < 2
        && let Some(digit) = text.at(end).to_digit(10)
    {
        number = number.checked_mul(10)?.checked_add(u8::try_from(digit).ok()?)?;
        end = end.saturating_add(1);
    }
    let goes_on = is_joined(text.at(end))
        || (matches!(text.at(end), '.' | ',') && text.at(end.saturating_add(1)).is_ascii_digit());
    ((1..=15).contains(&number) && !goes_on).then_some((Cue::Category(number), end))
}

/// The scopes named at a place: "scopes 1, 2 and 3", "Scope 1 + 2", 范围一、二, 范围1/2/3, 范围1至3.
fn scopes(text: &VisibleText, at: usize) -> Option<(Cue, usize)> {
    let name = |at: usize| any_of(Role::Scope).filter_map(|name| text.match_at(at, name)).max();
    let item = |at: usize, is_first: bool| {
        let at = text.skip_blank(at);
        let items = [
            ("1", 1),
            ("2", 2),
            ("3", 3),
            ("one", 1),
            ("two", 2),
            ("three", 3),
            ("一", 1),
            ("二", 2),
            ("三", 3),
            ("الأول", 1),
            ("الثاني", 2),
            ("الثالث", 3),
            ("uno", 1),
            ("dos", 2),
            ("tres", 3),
            ("eins", 1),
            ("zwei", 2),
            ("drei", 3),
        ];
        let (scope, end) = items.iter().find_map(|(name, scope)| Some((*scope, text.match_at(at, name)?)))?;
        let digits_go_on = is_joined(text.at(end))
            || (matches!(text.at(end), '.' | ',') && text.at(end.saturating_add(1)).is_ascii_digit())
            || matches!(text.at(end), '万' | '亿' | '萬' | '億' | '千' | '百' | '%');
        // "Scope 3, 2 Mt": the 2 is no scope.
        let unit = text.skip_blank(end);
        let is_amount =
            unit::unit(text, unit).is_some() || (unit == end && text.at(end) == ' ' && unit::unit(text, end).is_some());
        (!digits_go_on && (is_first || !is_amount)).then_some((scope, end))
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
    let span = any_at(Role::Span, text, at).filter(|end| !is_joined(text.at(*end)) || text.at(*end).is_ascii_digit());
    // Arabic writes "and" together with the number.
    let list = any_at(Role::List, text, at).or_else(|| text.match_at(at, "و"));
    match (span, list) {
        (Some(span), list) if list.is_none_or(|list| list <= span) => Some((true, span)),
        (_, list) => Some((false, list?)),
    }
}
