//! Text or HTML as a reader sees it: blanks run together, each character with its plain form and its place.

use std::ops::Range;

use super::html;
pub(super) use super::html::PARAGRAPH;
use crate::quantity;

/// One character that a reader sees.
#[derive(Clone)]
struct Character {
    /// In its plain form: ASCII digits and marks for full-width ones, `2` for `₂`.
    plain: char,
    /// As it is written.
    shown: char,
    /// Its place in the input.
    place: Range<usize>,
}

/// What a reader sees of the input.
pub(super) struct VisibleText {
    characters: Vec<Character>,
    /// The language that the page says it is in.
    pub language: Option<String>,
}

impl VisibleText {
    /// Reads text or HTML, in time in proportion to its length.
    pub(super) fn read(source: &str) -> Self {
        let mut characters = Characters::default();
        let language = html::read(source, &mut |c, place| characters.push(c, place));
        Self { characters: characters.seen, language }
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// The plain character at a place; NUL past the end.
    pub(super) fn at(&self, at: usize) -> char {
        #[cfg(all(test, not(target_arch = "wasm32")))]
        super::tests::count(1);
        self.characters.get(at).map_or('\0', |found| found.plain)
    }

    /// The plain character before a place; NUL before the first.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |before| self.at(before))
    }

    /// Where a phrase that stands at `at` ends. Letter case does not matter; a space in the phrase is any blank or hyphen.
    pub(super) fn match_at(&self, at: usize, phrase: &str) -> Option<usize> {
        self.compare(at, phrase, |found, wanted| {
            found.eq_ignore_ascii_case(&wanted)
                || (wanted == ' ' && matches!(found, '\n' | '-'))
                || (!found.is_ascii() && !wanted.is_ascii() && found.to_lowercase().eq(wanted.to_lowercase()))
        })
    }

    /// As [`match_at`](Self::match_at), letter case and all.
    pub(super) fn match_exactly_at(&self, at: usize, phrase: &str) -> Option<usize> {
        self.compare(at, phrase, |found, wanted| found == wanted)
    }

    fn compare(&self, at: usize, phrase: &str, same: impl Fn(char, char) -> bool) -> Option<usize> {
        let mut end = at;
        for wanted in phrase.chars() {
            if !same(self.at(end), wanted) {
                return None;
            }
            end = end.saturating_add(1);
        }
        Some(end)
    }

    /// As [`match_at`](Self::match_at); a Latin word must end where the phrase does.
    pub(super) fn match_word_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let is_latin = phrase.ends_with(|c: char| c.is_ascii_alphanumeric());
        self.match_at(at, phrase).filter(|end| !(is_latin && self.at(*end).is_ascii_alphanumeric()))
    }

    /// The place after a blank, if one stands here.
    pub(super) fn skip_blank(&self, at: usize) -> usize {
        if matches!(self.at(at), ' ' | '\n') { at.saturating_add(1) } else { at }
    }

    /// The Latin word (in lower case) that ends before `at`, blanks and hyphens between left out, and where it begins.
    pub(super) fn word_before(&self, at: usize) -> (String, usize) {
        let mut start = at;
        while matches!(self.before(start), ' ' | '\n' | '-') {
            start = start.saturating_sub(1);
        }
        let mut letters = Vec::new();
        while self.before(start).is_ascii_alphabetic() && letters.len() < 24 {
            letters.push(self.before(start).to_ascii_lowercase());
            start = start.saturating_sub(1);
        }
        (letters.into_iter().rev().collect(), start)
    }

    /// Whether a phrase ends right before a place.
    pub(super) fn ends_with(&self, at: usize, phrase: &str) -> bool {
        at.checked_sub(phrase.chars().count()).is_some_and(|start| self.match_at(start, phrase).is_some())
    }

    /// The characters between two places as a reader sees them.
    pub(super) fn shown(&self, start: usize, end: usize) -> String {
        self.characters.get(start..end).unwrap_or_default().iter().map(|found| found.shown).collect()
    }

    /// Where the characters between two places begin and end in the input.
    pub(super) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let last = end.saturating_sub(1);
        (
            self.characters.get(start).map_or(0, |first| first.place.start),
            self.characters.get(last).map_or(0, |last| last.place.end),
        )
    }
}

/// The characters as they are read.
#[derive(Default)]
struct Characters {
    seen: Vec<Character>,
    /// The run of blanks being read, as its strongest member.
    blank: Option<Character>,
}

impl Characters {
    fn push(&mut self, shown: char, place: Range<usize>) {
        // Soft hyphens, joiners and byte order marks are not seen.
        if matches!(shown, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
            return;
        }
        if shown == PARAGRAPH || shown.is_whitespace() {
            self.push_blank(shown, place);
            return;
        }
        self.seen.extend(self.blank.take());
        self.seen.push(Character { plain: plain(shown), shown, place });
    }

    /// Blanks run together: to a paragraph where a block or an empty line is among them, else to a line end or a space.
    fn push_blank(&mut self, shown: char, place: Range<usize>) {
        let plain = match shown {
            PARAGRAPH | '\n' => shown,
            _ => ' ',
        };
        let Some(held) = &mut self.blank else {
            self.blank = Some(Character { plain, shown: ' ', place });
            return;
        };
        held.place.end = place.end;
        held.plain = match (held.plain, plain) {
            (PARAGRAPH, _) | (_, PARAGRAPH) | ('\n', '\n') => PARAGRAPH,
            ('\n', _) | (_, '\n') => '\n',
            _ => ' ',
        };
    }
}

/// A character in its plain form.
fn plain(c: char) -> char {
    let lowered = |zero: char| u32::from(c).checked_sub(u32::from(zero)).and_then(|digit| char::from_digit(digit, 10));
    match c {
        '₀'..='₉' => lowered('₀').unwrap_or(c),
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => '^',
        '‐' | '‑' => '-',
        '‒' | '—' => '–',
        '〜' | '∼' => '~',
        _ => quantity::plain(c),
    }
}

/// Whether it is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
