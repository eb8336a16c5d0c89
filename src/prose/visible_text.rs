//! Text or HTML as a reader sees it: blanks run together, each character with its plain form and its place.

use std::ops::Range;

use super::html;
pub(super) use super::html::{CELL, DOWN, PARAGRAPH, ROW, SPAN, TABLE};
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
        // A table that was pasted as text has tabs between its cells; in a page tabs are blanks.
        let has_tabs = source.contains('\t') && !source.contains("</");
        let mut characters = Characters { line_has_tab: has_tabs && has_tab(source, 0), ..Characters::default() };
        let language = html::read(source, &mut |c, place| {
            let c = if has_tabs { characters.of_table(c, &place, source) } else { c };
            characters.push(c, place.clone());
            // As in a page, each cell of a row has its mark, the first one too.
            if has_tabs && c == ROW {
                characters.push(CELL, place);
            }
        });
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

    /// As [`match_at`](Self::match_at); a word of a script with spaces must end where the phrase does.
    pub(super) fn match_word_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let is_word = phrase.ends_with(is_joined);
        self.match_at(at, phrase).filter(|end| !(is_word && is_joined(self.at(*end))))
    }

    /// As [`match_word_at`](Self::match_word_at); a `*` at the phrase's end stands for any ending, which is passed over.
    pub(super) fn phrase_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let Some(stem) = phrase.strip_suffix('*') else { return self.match_word_at(at, phrase) };
        let mut end = self.match_at(at, stem)?;
        while is_joined(self.at(end)) && end.saturating_sub(at) < LONGEST {
            end = end.saturating_add(1);
        }
        Some(end)
    }

    /// As [`phrase_at`](Self::phrase_at); the place must be the beginning of a word, unless the phrase begins with `*`.
    pub(super) fn cue_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let end_of = |phrase: &str| match phrase.strip_suffix('*') {
            Some(stem) => self.match_at(at, stem),
            None => self.match_word_at(at, phrase),
        };
        match phrase.strip_prefix('*') {
            Some(inner) => end_of(inner),
            None => end_of(phrase).filter(|_| self.begins_word(at)),
        }
    }

    /// Whether a word begins here: in a script without spaces anywhere; in Arabic also behind the article and the
    /// prepositions that are written together with their word.
    pub(super) fn begins_word(&self, at: usize) -> bool {
        let (here, before) = (self.at(at), self.before(at));
        if !is_joined(here) || !is_joined(before) {
            return true;
        }
        if !is_arabic(here) {
            return false;
        }
        let mut start = at;
        let mut prefix = String::new();
        while is_arabic(self.before(start)) && prefix.chars().count() < 4 {
            start = start.saturating_sub(1);
            prefix.insert(0, self.at(start));
        }
        const PREFIXES: [&str; 14] =
            ["ال", "و", "ب", "ل", "ف", "وال", "بال", "لل", "فال", "ولل", "وب", "ول", "كال", "وبال"];
        PREFIXES.contains(&prefix.as_str())
    }

    /// Where a phrase begins that ends before a place, one blank left out; in a script with spaces at a word's beginning.
    pub(super) fn phrase_before(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        while matches!(self.before(end), ' ' | '\n') && !phrase.ends_with(' ') {
            end = end.saturating_sub(1);
        }
        let is_stem = phrase.ends_with('*');
        while is_stem && is_joined(self.before(end)) && at.saturating_sub(end) < LONGEST {
            end = end.saturating_sub(1);
        }
        let stem = phrase.trim_end_matches('*');
        if is_stem {
            return self.match_at(end, stem).map(|_| end);
        }
        let start = end.checked_sub(stem.chars().count())?;
        self.match_at(start, stem)?;
        (!stem.starts_with(is_joined) || self.begins_word(start)).then_some(start)
    }

    /// The place after a blank, if one stands here.
    pub(super) fn skip_blank(&self, at: usize) -> usize {
        if matches!(self.at(at), ' ' | '\n') { at.saturating_add(1) } else { at }
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
    /// Whether the line being read has cells.
    line_has_tab: bool,
}

/// Whether the line that begins at a byte has a tab behind other characters.
fn has_tab(source: &str, start: usize) -> bool {
    let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    line.trim().contains('\t')
}

impl Characters {
    /// A tab or a line end of a table in plain text, as the mark that a page's table has there.
    fn of_table(&mut self, c: char, place: &Range<usize>, source: &str) -> char {
        match c {
            '\t' if self.line_has_tab => CELL,
            '\n' => {
                let was_row = self.line_has_tab;
                self.line_has_tab = has_tab(source, place.end);
                match (was_row, self.line_has_tab) {
                    (_, true) => ROW,
                    (true, false) => TABLE,
                    _ => c,
                }
            }
            _ => c,
        }
    }

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
        '〜' | '∼' | '～' => '~',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        _ => quantity::plain(c),
    }
}

/// The longest ending of a word that is passed over.
const LONGEST: usize = 40;

/// Whether it is a letter or digit of a script that writes spaces between words.
pub(super) fn is_joined(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && !matches!(c, '\u{3040}'..='\u{30ff}' | '々')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}')
}

/// Whether a block of text, or the text, ends with this character.
pub(super) fn ends_block(c: char) -> bool {
    matches!(c, '\0' | PARAGRAPH | CELL | ROW | TABLE | SPAN | DOWN)
}

/// Whether it is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
