//! Text or HTML as a reader sees it: tags, scripts and styles gone, entities decoded, each character with its place.

use super::words::{ENTITIES, INLINE_TAGS, SKIPPED_TAGS};

/// Stands where a paragraph, a table cell or another block ends.
pub(super) const PARAGRAPH: char = '\u{2029}';

/// One character that a reader sees.
#[derive(Clone, Copy)]
struct Glyph {
    /// In its plain form: ASCII digits and marks for full-width ones, `2` for `₂`.
    plain: char,
    /// As it is written.
    shown: char,
    /// Where it begins in the input.
    start: usize,
    /// Where it ends in the input.
    end: usize,
}

/// What a reader sees of the input.
pub(super) struct Glyphs {
    glyphs: Vec<Glyph>,
    /// The language that the page says it is in.
    pub language: Option<String>,
}

impl Glyphs {
    /// Reads text or HTML. Every byte is looked at a fixed number of times.
    pub(super) fn read(source: &str) -> Self {
        let mut reader = Reader { source, glyphs: Vec::new(), blank: None, language: None, tags_may_end: true };
        let mut at = 0;
        while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
            let next = match c {
                '<' => reader.tag(at),
                '&' => reader.entity(at),
                _ => None,
            };
            at = next.unwrap_or_else(|| {
                let end = at.saturating_add(c.len_utf8());
                reader.push(c, at, end);
                end
            });
        }
        Self { glyphs: reader.glyphs, language: reader.language }
    }

    pub(super) fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// The plain character at a place; NUL past the end.
    pub(super) fn at(&self, at: usize) -> char {
        self.glyphs.get(at).map_or('\0', |glyph| glyph.plain)
    }

    /// The plain character before a place; NUL before the first.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |before| self.at(before))
    }

    /// Where a phrase that stands at `at` ends. The phrase is lower-case; a space in it is any blank or hyphen.
    pub(super) fn follows(&self, at: usize, phrase: &str) -> Option<usize> {
        self.compare(at, phrase, |found, wanted| {
            found.to_ascii_lowercase() == wanted || (wanted == ' ' && matches!(found, '\n' | '-'))
        })
    }

    /// As [`follows`](Self::follows), letter case and all.
    pub(super) fn follows_exactly(&self, at: usize, phrase: &str) -> Option<usize> {
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

    /// As [`follows`](Self::follows), where no letter or digit of a Latin word comes after.
    pub(super) fn word(&self, at: usize, phrase: &str) -> Option<usize> {
        self.follows(at, phrase).filter(|end| !self.at(*end).is_ascii_alphanumeric())
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

    /// The characters between two places as a reader sees them.
    pub(super) fn shown(&self, start: usize, end: usize) -> String {
        self.glyphs.get(start..end).unwrap_or_default().iter().map(|glyph| glyph.shown).collect()
    }

    /// Where the characters between two places begin and end in the input.
    pub(super) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let last = end.saturating_sub(1);
        (self.glyphs.get(start).map_or(0, |glyph| glyph.start), self.glyphs.get(last).map_or(0, |glyph| glyph.end))
    }
}

struct Reader<'a> {
    source: &'a str,
    glyphs: Vec<Glyph>,
    /// The run of blanks being read, told as its strongest member.
    blank: Option<Glyph>,
    language: Option<String>,
    /// False once no `>` is left, so that a text full of `<` is not searched over and over.
    tags_may_end: bool,
}

impl<'a> Reader<'a> {
    fn push(&mut self, shown: char, start: usize, end: usize) {
        // Soft hyphens, joiners and byte order marks are not seen.
        if matches!(shown, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
            return;
        }
        if shown == PARAGRAPH || shown.is_whitespace() {
            self.push_blank(shown, start, end);
            return;
        }
        if let Some(blank) = self.blank.take() {
            self.glyphs.push(blank);
        }
        self.glyphs.push(Glyph { plain: plain(shown), shown, start, end });
    }

    /// Blanks run together: to a paragraph where a block or an empty line is among them, else to a line end or a space.
    fn push_blank(&mut self, shown: char, start: usize, end: usize) {
        let plain = match shown {
            PARAGRAPH | '\n' => shown,
            _ => ' ',
        };
        let Some(held) = &mut self.blank else {
            self.blank = Some(Glyph { plain, shown: ' ', start, end });
            return;
        };
        held.end = end;
        held.plain = match (held.plain, plain) {
            (PARAGRAPH, _) | (_, PARAGRAPH) | ('\n', '\n') => PARAGRAPH,
            ('\n', _) | (_, '\n') => '\n',
            _ => ' ',
        };
    }

    /// Where the tag, comment or skipped element that begins at `at` ends, if one does.
    fn tag(&mut self, at: usize) -> Option<usize> {
        if !self.tags_may_end {
            return None;
        }
        let rest = self.source.get(at..)?;
        if let Some(comment) = rest.strip_prefix("<!--") {
            // As in a browser, a comment that does not end hides the rest.
            return Some(comment.find("-->").map_or(self.source.len(), |end| at.saturating_add(end).saturating_add(7)));
        }
        let body = rest.strip_prefix('<')?;
        let name = body.trim_start_matches('/');
        if !name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
            return None;
        }
        let Some(length) = tag_length(rest).or_else(|| rest.find('>')) else {
            self.tags_may_end = false;
            return None;
        };
        let end = at.saturating_add(length).saturating_add(1);
        let name_end = name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(name.len());
        let name = name.get(..name_end.min(24)).unwrap_or_default().to_ascii_lowercase();
        let opens = !body.starts_with('/');
        if opens && SKIPPED_TAGS.contains(&name.as_str()) {
            self.push(PARAGRAPH, at, end);
            return Some(end_of_element(self.source, end, &name));
        }
        if name == "html" && opens {
            self.language = language_of(self.source.get(at..end).unwrap_or_default()).map(ToOwned::to_owned);
        }
        match name.as_str() {
            "br" => self.push('\n', at, end),
            // A raised digit is a power or a footnote, never a part of the number before it.
            "sup" if opens => self.push('^', at, end),
            name if INLINE_TAGS.contains(&name) || name.contains('-') => {}
            _ => self.push(PARAGRAPH, at, end),
        }
        Some(end)
    }

    /// Where the entity that begins at `at` ends, if it is one that is known here.
    fn entity(&mut self, at: usize) -> Option<usize> {
        let name = self.source.get(at..)?.strip_prefix('&')?;
        let length = name.bytes().take(10).position(|byte| byte == b';')?;
        let name = name.get(..length)?;
        let c = if let Some(number) = name.strip_prefix('#') {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        } else {
            ENTITIES.iter().find(|(known, _)| *known == name)?.1
        };
        let end = at.saturating_add(length).saturating_add(2);
        self.push(c, at, end);
        Some(end)
    }
}

/// Where the `>` of a tag is, those inside quoted attribute values passed over.
fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where an element whose content is not read ends: at its end tag, which is then read as a tag, or with the input.
fn end_of_element(source: &str, from: usize, name: &str) -> usize {
    let rest = source.get(from..).unwrap_or_default();
    let ends = |at: usize| {
        let tag = rest.get(at.saturating_add(2)..at.saturating_add(2).saturating_add(name.len()));
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let end = rest.match_indices("</").map(|(at, _)| at).find(|at| ends(*at));
    end.map_or(source.len(), |end| from.saturating_add(end))
}

/// The value of the `lang` attribute of a tag.
fn language_of(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once("lang=")?;
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    value.get(..end).filter(|language| !language.is_empty())
}

/// A character in its plain form.
fn plain(c: char) -> char {
    let shifted = |from: char, to: char| {
        let offset = u32::from(c).checked_sub(u32::from(from))?;
        char::from_u32(u32::from(to).checked_add(offset)?)
    };
    let found = match c {
        '\u{ff01}'..='\u{ff5e}' => shifted('\u{ff01}', '!'),
        '٠'..='٩' => shifted('٠', '0'),
        '۰'..='۹' => shifted('۰', '0'),
        '₀'..='₉' => shifted('₀', '0'),
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => Some('^'),
        '‐' | '‑' => Some('-'),
        '‒' | '—' => Some('–'),
        '〜' | '∼' => Some('~'),
        '’' | '‘' => Some('\''),
        _ => None,
    };
    found.unwrap_or(c)
}
