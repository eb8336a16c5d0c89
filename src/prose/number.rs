//! One number as it is written in prose.

use super::glyphs::Glyphs;
use super::words::{DECIMAL_COMMA, DECIMAL_POINT_REGIONS, MULTIPLIERS, MULTIPLIERS_ATTACHED, MULTIPLIERS_ZH};
use crate::quantity::{Arithmetic, Decimal, parse_decimal};

/// How the text writes its numbers.
#[derive(Clone, Copy)]
pub(super) struct Habits {
    /// The decimal mark of the text's language, where that is known.
    decimal: Option<char>,
    /// Whether the words are English ones, though nothing says so.
    english: bool,
}

impl Habits {
    /// The habits of a language, or what the words let one guess.
    pub(super) fn of(language: Option<&str>, glyphs: &Glyphs) -> Self {
        let chinese = (0..glyphs.len()).any(|at| is_han(glyphs.at(at)));
        let english = (0..glyphs.len())
            .filter(|at| !glyphs.before(*at).is_ascii_alphanumeric())
            .any(|at| ["the", "of", "and"].iter().any(|word| glyphs.word(at, word).is_some()));
        let decimal = match language.or(glyphs.language.as_deref()) {
            Some(language) => decimal_mark(language),
            None => chinese.then_some('.'),
        };
        Self { decimal, english }
    }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// The decimal mark of a language, where it has one and is known here.
fn decimal_mark(language: &str) -> Option<char> {
    let language = language.to_ascii_lowercase().replace('_', "-");
    let base = language.split('-').next().unwrap_or_default();
    if DECIMAL_POINT_REGIONS.contains(&language.as_str()) || ["en", "zh", "ja", "ko", "th", "he", "hi"].contains(&base)
    {
        return Some('.');
    }
    DECIMAL_COMMA.contains(&base).then_some(',')
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
pub(super) fn read(glyphs: &Glyphs, at: usize, habits: Habits) -> (usize, Option<Number>) {
    let mut end = at;
    let mut groups: Vec<String> = Vec::new();
    let mut marks: Vec<char> = Vec::new();
    loop {
        let mut group = String::new();
        while glyphs.at(end).is_ascii_digit() {
            group.push(glyphs.at(end));
            end = end.saturating_add(1);
        }
        let length = group.len();
        groups.push(group);
        let mark = glyphs.at(end);
        let digits_after = (1..=4).take_while(|ahead| glyphs.at(end.saturating_add(*ahead)).is_ascii_digit()).count();
        let goes_on = match mark {
            '.' | ',' => digits_after > 0,
            ' ' | '\'' => digits_after == 3 && length <= 3 && !marks.iter().any(|held| matches!(held, '.' | ',')),
            _ => false,
        };
        if !goes_on {
            break;
        }
        marks.push(mark);
        end = end.saturating_add(1);
    }
    let number = understand(&groups, &marks, habits).and_then(|(text, ambiguous)| {
        let written = parse_decimal(&text).ok()?;
        let (factor, end) = factor(glyphs, end);
        let like_year = marks.is_empty() && text.len() == 4 && text.starts_with(['1', '2']);
        Some(Number { written, factor, end, ambiguous, like_year })
    });
    (end, number)
}

/// The digits as a plain decimal, and whether they could be another.
fn understand(groups: &[String], marks: &[char], habits: Habits) -> Option<(String, bool)> {
    let (last, whole) = groups.split_last()?;
    let Some((mark, earlier)) = marks.split_last() else {
        let is_plain = last.len() == 1 || !last.starts_with('0');
        return (is_plain && last.len() <= 28).then(|| (last.clone(), false));
    };
    let can_part = matches!(mark, '.' | ',') && !earlier.contains(mark);
    let first = whole.first()?;
    let can_group = last.len() == 3 && first.len() <= 3 && !first.starts_with('0');
    let (parts, ambiguous) = match (can_part, earlier.is_empty(), can_group) {
        (false, ..) => (false, false),
        // Two kinds of mark: the last one parts whole from fraction.
        (true, false, _) => (true, false),
        (true, true, true) => match habits.decimal {
            Some(decimal) => (*mark == decimal, false),
            None => (*mark == '.', *mark == '.' || !habits.english),
        },
        (true, true, false) => (true, habits.decimal.is_some_and(|decimal| *mark != decimal)),
    };
    let (whole, fraction, grouping) = if parts { (whole, last.as_str(), earlier) } else { (groups, "", marks) };
    let same_mark = grouping.windows(2).all(|pair| pair.first() == pair.last());
    if !same_mark || !is_grouped(whole) {
        return None;
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Some((format!("{}{point}{fraction}", whole.concat()), ambiguous))
}

/// Whether these are the groups of one whole number: threes, or twos before the last three as in India.
fn is_grouped(groups: &[String]) -> bool {
    match groups {
        [one] => one.len() == 1 || !one.starts_with('0'),
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && last.len() == 3
                && (middle.iter().all(|g| g.len() == 3) || (first.len() <= 2 && middle.iter().all(|g| g.len() == 2)))
        }
        [] => false,
    }
}

/// What "million", `bn` or 万 behind the digits multiply them by, and where that ends.
fn factor(glyphs: &Glyphs, end: usize) -> (Option<Decimal>, usize) {
    let power = |exponent: u32| 10_i64.checked_pow(exponent).map(Decimal::from);
    for (word, exponent) in MULTIPLIERS_ATTACHED {
        if let Some(end) = glyphs.word(end, word) {
            return (power(*exponent), end);
        }
    }
    let start = if glyphs.at(end) == '-' { end.saturating_add(1) } else { glyphs.skip_blank(end) };
    for (word, exponent) in MULTIPLIERS {
        if let Some(end) = glyphs.word(start, word) {
            return (power(*exponent), end);
        }
    }
    for (sign, exponent) in MULTIPLIERS_ZH {
        // 千克 is a unit, not a thousand grams' number.
        if let Some(after) = glyphs.follows(start, sign)
            && !(*sign == "千" && matches!(glyphs.at(after), '克' | '米' | '瓦'))
        {
            return (power(*exponent), after);
        }
    }
    (None, end)
}
