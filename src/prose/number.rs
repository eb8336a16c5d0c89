//! One number as it is written in prose.

use super::lexicon::Lexicon;
use super::role::Role;
use super::visible_text::{VisibleText, is_han, is_joined};
use crate::quantity::{Arithmetic, Decimal, Doubt, Separators, power_of_ten, ungroup};

/// A number that was read.
#[derive(Clone, Copy, Debug)]
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

/// Whether a number may begin with this character.
pub(super) fn begins(c: char) -> bool {
    c.is_ascii_digit() || vulgar(c).is_some()
}

/// Reads the number whose first digit stands at `at`; gives where its digits end, and the number if they make one.
pub(super) fn read(text: &VisibleText, at: usize, lexicon: &Lexicon) -> (usize, Option<Number>) {
    if let Some(part) = vulgar(text.at(at)) {
        let (factor, end) = factor(text, at.saturating_add(1), lexicon);
        let number = Number { written: part, factor, end, ambiguous: false, like_year: false };
        return (at.saturating_add(1), Some(number));
    }
    let (digits, end) = digits(text, at, lexicon);
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
    let number = understand(&digits, lexicon).and_then(|(written, ambiguous)| {
        let ambiguous = ambiguous || is_spaced || follows_spaced;
        let is_grouped = digits.contains([',', '.', ' ', '\'']) || digits.len() > 3;
        let (part, after) = fraction(text, end, &digits);
        let written = written.sum(part)?;
        let after = if text.at(after) == '+' { after.saturating_add(1) } else { after };
        // 1000多万
        let more = lexicon.at(Role::AboutAfter, text, after);
        let after = more.filter(|more| lexicon.scale(text, *more, false).is_some()).unwrap_or(after);
        let (factor, end) = factor(text, if is_grouped { skip_note(text, after) } else { after }, lexicon);
        let like_year = digits.len() == 4 && digits.starts_with(['1', '2']) && is_plain(&digits);
        let number = Number { written, factor, end, ambiguous, like_year };
        Some(compound(text, number, lexicon))
    });
    (end, number)
}

/// The digits and separators of a number, and where they end.
fn digits(text: &VisibleText, at: usize, lexicon: &Lexicon) -> (String, usize) {
    let mut digits = String::new();
    let mut end = at;
    let mut group = 0_usize;
    // "Category 6 344 t": the number of a category, and another one.
    let is_label = lexicon.before(Role::Label, text, at).is_some();
    loop {
        let c = text.at(end);
        let behind = (1..=4).take_while(|ahead| text.at(end.saturating_add(*ahead)).is_ascii_digit()).count();
        let goes_on = match c {
            '0'..='9' => true,
            '.' | ',' => behind > 0,
            // Behind a space or an apostrophe a group must follow: two numbers may stand side by side.
            ' ' | '\'' => {
                let is_year = digits.len() == 4;
                behind == 3
                    && group <= 3
                    && !is_year
                    && !digits.contains(['.', ','])
                    && !(is_label && digits.len() <= 2)
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        group = if c.is_ascii_digit() { group.saturating_add(1) } else { 0 };
        digits.push(c);
        end = end.saturating_add(1);
    }
    (digits, end)
}

/// The value of ½ and the like.
fn vulgar(c: char) -> Option<Decimal> {
    let hundredths = match c {
        '½' => 50,
        '¼' => 25,
        '¾' => 75,
        _ => return None,
    };
    Some(Decimal::new(hundredths, 2))
}

/// What stands behind the whole of "1½" and "1 1/2", and where that ends.
fn fraction(text: &VisibleText, end: usize, digits: &str) -> (Decimal, usize) {
    if !is_plain(digits) || digits.len() > 3 {
        return (Decimal::ZERO, end);
    }
    let blank = text.skip_blank(end);
    let next = blank.saturating_add(1);
    if let Some(part) = vulgar(text.at(blank)) {
        return (part, next);
    }
    let place = next.saturating_add(1);
    let written = (text.at(blank), text.at(next), text.at(place));
    let part = match written {
        ('1', '/', '2') => 50,
        ('1', '/', '4') => 25,
        ('3', '/', '4') => 75,
        _ => 0,
    };
    let after = place.saturating_add(1);
    if part == 0 || blank == end || is_joined(text.at(after)) {
        return (Decimal::ZERO, end);
    }
    (Decimal::new(part, 2), after)
}

/// 12億1,200万: the parts of a number, each with its own power of ten.
fn compound(text: &VisibleText, first: Number, lexicon: &Lexicon) -> Number {
    let mut whole = first;
    let mut smallest = first.factor;
    for _ in 0..3 {
        let is_cjk = is_han(text.before(whole.end));
        let Some(last) = smallest.filter(|_| is_cjk && text.at(whole.end).is_ascii_digit()) else { break };
        let (digits, end) = digits(text, whole.end, lexicon);
        let Some((written, ambiguous)) = understand(&digits, lexicon) else { break };
        let (factor, end) = factor(text, end, lexicon);
        if factor.unwrap_or(Decimal::ONE) >= last {
            break;
        }
        let sum = whole.times(whole.factor).zip(written.product(factor.unwrap_or(Decimal::ONE)));
        let Some(written) = sum.and_then(|(whole, part)| whole.sum(part)) else { break };
        whole = Number { written, factor: None, end, ambiguous: whole.ambiguous || ambiguous, ..whole };
        smallest = factor;
    }
    whole
}

/// A number in words that begins at a place: "half a million", 三百万, مليون.
pub(super) fn in_words(text: &VisibleText, at: usize, lexicon: &Lexicon) -> Option<Number> {
    let number = |written, factor, end| Number { written, factor, end, ambiguous: false, like_year: false };
    if is_han(text.at(at)) {
        let (value, end) = han(text, at)?;
        return Some(number(value, None, end));
    }
    if !text.begins_word(at) {
        return None;
    }
    if let Some((value, end)) = lexicon.number(text, at) {
        let mut written: Decimal = value.parse().ok()?;
        let mut end = end;
        // "two and a half million"
        if let Some(after) = text.match_at(end, " and a half") {
            written = written.sum(Decimal::new(5, 1))?;
            end = after;
        }
        let (factor, end) = factor(text, end, lexicon);
        return Some(number(written, factor, end));
    }
    // In Arabic "million tonnes" is one million.
    let is_arabic = matches!(text.at(at), '\u{620}'..='\u{64a}');
    let (power, end) =
        lexicon.scale(text, at, false).filter(|_| is_arabic && !begins(text.before(at.saturating_sub(1))))?;
    Some(number(Decimal::ONE, power_of_ten(power), end))
}

/// A number of Chinese characters: 十五万. One alone is none that matters.
fn han(text: &VisibleText, at: usize) -> Option<(Decimal, usize)> {
    let digit = |c| {
        "零一二三四五六七八九".chars().position(|known| known == c).or(match c {
            '两' | '兩' => Some(2),
            _ => None,
        })
    };
    if is_han(text.before(at)) && (digit(text.before(at)).is_some() || "十百千万亿半数第".contains(text.before(at)))
    {
        return None;
    }
    let (mut all, mut part, mut current) = (0_i64, 0_i64, None);
    let mut end = at;
    if text.at(at) == '半' {
        return None;
    }
    while end.saturating_sub(at) < 16 {
        let c = text.at(end);
        let power = "十百千".chars().position(|known| known == c).and_then(|place| u32::try_from(place).ok());
        let large = match c {
            '万' | '萬' => Some(10_000_i64),
            '亿' | '億' => Some(100_000_000),
            _ => None,
        };
        if let Some(digit) = digit(c) {
            current = i64::try_from(digit).ok();
        } else if let Some(power) = power {
            let tens = 10_i64.checked_pow(power.checked_add(1)?)?;
            part = part.checked_add(current.take().unwrap_or(1).checked_mul(tens)?)?;
        } else if let Some(large) = large.filter(|_| end > at) {
            part = part.checked_add(current.take().unwrap_or(0))?;
            all = all.checked_add(part.checked_mul(large)?)?;
            part = 0;
        } else {
            break;
        }
        end = end.saturating_add(1);
    }
    let value = all.checked_add(part)?.checked_add(current.unwrap_or(0))?;
    (end > at && value > 0).then(|| (Decimal::from(value), end))
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

/// The number of digits and separators, and whether it could be another.
pub(super) fn understand(digits: &str, lexicon: &Lexicon) -> Option<(Decimal, bool)> {
    // "007" is a name.
    if digits.starts_with('0') && !digits.starts_with("0.") && !digits.starts_with("0,") && digits.len() > 1 {
        return None;
    }
    // "20,2211": a group with the digit of a footnote glued to it, or a fraction of four digits.
    let all_but_one = digits.get(..digits.len().saturating_sub(1))?;
    let takes =
        |mark: char| lexicon.separators.map_or(lexicon.english && mark == ',', |separators| separators.group == mark);
    let behind = digits.rsplit_once([',', '.']);
    let mark = behind.and_then(|(before, _)| digits.chars().nth(before.chars().count()));
    if mark.is_some_and(takes)
        && behind.is_some_and(|(_, group)| group.len() == 4 && is_plain(group))
        && let Ok(read) = ungroup(all_but_one, Some(lexicon.separators.unwrap_or(Separators::POINT)))
        && read.value.scale() == 0
    {
        return Some((read.value, true));
    }
    let read = ungroup(digits, lexicon.separators).ok()?;
    let last = digits.rsplit_once([',']);
    // The same where no language says what a comma is.
    let glued = lexicon.separators.is_none() && last.is_some_and(|(_, group)| group.len() == 4);
    // In an English text a comma parts groups, though nothing says that it is English.
    let english = lexicon.english && lexicon.separators.is_none() && read.doubt == Some(Doubt::GroupOrFraction);
    let one_mark = digits.chars().filter(|c| !c.is_ascii_digit()).count() == 1;
    let is_doubtful = one_mark
        && !digits.starts_with('0')
        && lexicon.doubtful.iter().any(|mark| digits.rsplit_once(*mark).is_some_and(|(_, group)| group.len() == 3));
    let is_open = read.doubt.is_some() && !(english && digits.contains([',']));
    Some((read.value, glued || is_doubtful || is_open))
}

/// What "million", `bn` or 万 behind the digits multiply them by, and where that ends.
fn factor(text: &VisibleText, end: usize, lexicon: &Lexicon) -> (Option<Decimal>, usize) {
    if let Some((power, end)) = lexicon.scale(text, end, true) {
        return more(text, power_of_ten(power), end, lexicon);
    }
    let start = if text.at(end) == '-' { end.saturating_add(1) } else { text.skip_blank(end) };
    let short =
        || ["bn", "mn"].iter().zip([9, 6]).find_map(|(word, power)| Some((power, text.match_word_at(start, word)?)));
    match lexicon.scale(text, start, false).or_else(short) {
        // 千克 is a unit, not a thousand grams' number.
        Some((_, after)) if text.before(after) == '千' && matches!(text.at(after), '克' | '米' | '瓦') => {
            (None, end)
        }
        Some((power, after)) => more(text, power_of_ten(power), after, lexicon),
        None => (None, end),
    }
}

/// "5 thousand million", "1 lakh crore": another power behind the first.
fn more(text: &VisibleText, first: Option<Decimal>, end: usize, lexicon: &Lexicon) -> (Option<Decimal>, usize) {
    let start = text.skip_blank(end);
    let second = lexicon.scale(text, start, false).filter(|_| start > end);
    match second.and_then(|(power, after)| Some((first?.product(power_of_ten(power)?)?, after))) {
        Some((factor, after)) => (Some(factor), after),
        None => (first, end),
    }
}
