//! One number as it is written in prose.

use super::visible_text::{VisibleText, is_han};
use super::words::{DECIMAL_COMMA, DECIMAL_POINT, DECIMAL_POINT_REGIONS, LABELS, LABELS_ZH, SCALES_ATTACHED};
use crate::quantity::{Arithmetic, Decimal, Doubt, SCALES, Separators, power_of_ten, ungroup};

/// How the text writes its numbers.
#[derive(Clone, Copy)]
pub(super) struct NumberStyle {
    /// The separators of the text's language, where that is known.
    separators: Option<Separators>,
    /// Whether the words are English ones, though nothing says so.
    english: bool,
}

impl NumberStyle {
    /// The style of a language, or what the words let one guess.
    pub(super) fn of(language: Option<&str>, text: &VisibleText) -> Self {
        let chinese = (0..text.len()).any(|at| is_han(text.at(at)));
        let english = (0..text.len())
            .filter(|at| !text.before(*at).is_ascii_alphanumeric())
            .any(|at| ["the", "of", "and"].iter().any(|word| text.match_word_at(at, word).is_some()));
        let separators = match language.or(text.language.as_deref()) {
            Some(language) => separators(language),
            None => chinese.then_some(Separators::POINT),
        };
        Self { separators, english }
    }
}

/// The separators of a language, where it is known here.
fn separators(language: &str) -> Option<Separators> {
    let language = language.to_ascii_lowercase().replace('_', "-");
    let base = language.split('-').next().unwrap_or_default();
    if DECIMAL_POINT_REGIONS.contains(&language.as_str()) || DECIMAL_POINT.contains(&base) {
        return Some(Separators::POINT);
    }
    DECIMAL_COMMA.contains(&base).then_some(Separators::COMMA)
}

/// A number that was read.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// Its digits' value, before any "million" or 万.
    pub written: Decimal,
    /// What the words behind the digits multiply it by.
    pub factor: Option<Decimal>,
    /// Where it ends.
    pub end: usize,
    /// Whether it can be read as another number too.
    pub ambiguous: bool,
    /// Whether it is four plain digits, as years are.
    pub like_year: bool,
}

impl Number {
    /// Its value with a factor.
    pub(super) fn times(&self, factor: Option<Decimal>) -> Option<Decimal> {
        Some(self.written.product(factor.unwrap_or(Decimal::ONE))?.normalize())
    }
}

/// Reads the number whose first digit stands at `at`; gives where its digits end, and the number if they make one.
pub(super) fn read(text: &VisibleText, at: usize, style: NumberStyle) -> (usize, Option<Number>) {
    let mut digits = String::new();
    let mut end = at;
    let mut group = 0_usize;
    // "Category 6 344 t": the number of a category, and another one.
    let is_label = LABELS.contains(&text.word_before(at).0.as_str())
        || LABELS_ZH.iter().any(|label| text.ends_with(at, label) || text.ends_with(at.saturating_sub(1), label));
    loop {
        let c = text.at(end);
        let behind = (1..=4).take_while(|ahead| text.at(end.saturating_add(*ahead)).is_ascii_digit()).count();
        let goes_on = match c {
            '0'..='9' => true,
            '.' | ',' => behind > 0,
            // Behind a space or an apostrophe a group must follow: two numbers may stand side by side.
            ' ' | '\'' => behind == 3 && group <= 3 && !digits.contains(['.', ',']) && !(is_label && digits.len() <= 2),
            _ => false,
        };
        if !goes_on {
            break;
        }
        group = if c.is_ascii_digit() { group.saturating_add(1) } else { 0 };
        digits.push(c);
        end = end.saturating_add(1);
    }
    // "58 , 361 . 415": one number or several, and nothing says which.
    let is_spaced = matches!(text.at(end.saturating_add(1)), '.' | ',')
        && text.at(end) == ' '
        && text.at(end.saturating_add(2)) == ' '
        && text.at(end.saturating_add(3)).is_ascii_digit();
    let follows_spaced = at.checked_sub(4).is_some_and(|before| {
        text.at(before).is_ascii_digit()
            && text.before(at) == ' '
            && matches!(text.at(before.saturating_add(2)), '.' | ',')
            && text.at(before.saturating_add(1)) == ' '
    });
    let number = understand(&digits, style).map(|(written, ambiguous)| {
        let ambiguous = ambiguous || is_spaced || follows_spaced;
        let is_grouped = digits.contains([',', '.', ' ', '\'']) || digits.len() > 3;
        let (factor, end) = factor(text, if is_grouped { skip_note(text, end) } else { end });
        let like_year = digits.len() == 4 && digits.starts_with(['1', '2']) && is_plain(&digits);
        Number { written, factor, end, ambiguous, like_year }
    });
    (end, number)
}

/// The place behind a footnote's mark: a raised digit, `[1]`, `*`. None of a power of ten: its base has no groups.
fn skip_note(text: &VisibleText, at: usize) -> usize {
    let digits = |from: usize| (from..from.saturating_add(3)).find(|at| !text.at(*at).is_ascii_digit());
    let behind = at.saturating_add(1);
    match text.at(at) {
        '^' => digits(behind).unwrap_or(at),
        '[' => match digits(behind) {
            Some(end) if end > behind && text.at(end) == ']' => end.saturating_add(1),
            _ => at,
        },
        '*' | '†' | '‡' | '§' => behind,
        _ => at,
    }
}

fn is_plain(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number, and whether it could be another.
fn understand(digits: &str, style: NumberStyle) -> Option<(Decimal, bool)> {
    // "007" is a name.
    if digits.starts_with('0') && !digits.starts_with("0.") && !digits.starts_with("0,") && digits.len() > 1 {
        return None;
    }
    // "20,2211": a group with the digit of a footnote glued to it, or a fraction of four digits.
    let (all_but_one, behind) = (digits.get(..digits.len().saturating_sub(1))?, digits.rsplit_once([',']));
    let takes_comma = style.separators.map_or(style.english, |separators| separators.group == ',');
    if takes_comma
        && behind.is_some_and(|(_, group)| group.len() == 4 && is_plain(group))
        && let Ok(read) = ungroup(all_but_one, Some(Separators::POINT))
        && read.value.scale() == 0
    {
        return Some((read.value, true));
    }
    let read = ungroup(digits, style.separators).ok()?;
    // The same where no language says what a comma is.
    let glued = style.separators.is_none() && behind.is_some_and(|(_, group)| group.len() == 4);
    // In an English text a comma parts groups, though nothing says that it is English.
    let english = style.english && style.separators.is_none() && read.doubt == Some(Doubt::GroupOrFraction);
    Some((read.value, glued || (read.doubt.is_some() && !(english && digits.contains([','])))))
}

/// What "million", `bn` or 万 behind the digits multiply them by, and where that ends.
fn factor(text: &VisibleText, end: usize) -> (Option<Decimal>, usize) {
    for (letters, exponent) in SCALES_ATTACHED {
        if let Some(end) = text.match_word_at(end, letters) {
            return (power_of_ten(*exponent), end);
        }
    }
    let start = if text.at(end) == '-' { end.saturating_add(1) } else { text.skip_blank(end) };
    for (word, exponent) in SCALES {
        // 千克 is a unit, not a thousand grams' number.
        if let Some(after) = text.match_word_at(start, word)
            && !(*word == "千" && matches!(text.at(after), '克' | '米' | '瓦'))
        {
            return (power_of_ten(*exponent), after);
        }
    }
    (None, end)
}
