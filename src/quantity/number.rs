//! Numbers as people write them: the digits of several scripts, separators, words of scale. Fields and the reader of
//! prose use the same rules; where these leave a doubt, a field asks again and prose marks what it found.

use super::{Decimal, Error, parse_decimal};

/// The separators that a language writes in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    /// Between whole and fraction: `.` in English, `,` in German.
    pub decimal: char,
    /// Between groups of digits: `,` in English, `.` in German, a thin space in French.
    pub group: char,
}

impl Separators {
    /// As English and Chinese have them.
    pub const POINT: Self = Self { decimal: '.', group: ',' };

    /// As German and Spanish have them.
    pub const COMMA: Self = Self { decimal: ',', group: '.' };
}

/// Why a number may be another than the one that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Its one separator has three digits behind it, and the language does not settle whether they are a group or a
    /// fraction: `1.234` in French, or in any language that is not known. Also `233,000` in German, because nobody
    /// writes three zeros behind a decimal comma.
    GroupOrFraction,
    /// Its one separator can only be a decimal one, but the language has another: `1,5` in English.
    OtherLanguage,
}

/// A number without its separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ungrouped {
    /// The number.
    pub value: Decimal,
    /// Why it may be another; none where it can be read in one way only.
    pub doubt: Option<Doubt>,
}

/// The separators that are read; a typographic apostrophe and the spaces of typography are `'` and a space by then.
const MARKS: [char; 4] = [' ', '\'', ',', '.'];

/// Reads a number of ASCII digits with any of the separators space, apostrophe, comma and point.
///
/// Groups have three digits, or two before the last three with commas between, as in India. Where a number has two
/// kinds of separator, the last one begins the fraction. Where it has one of a kind, `separators` decide, if the
/// language is known, and [`Doubt`] says what they leave open.
///
/// ```
/// use emissions_calculator::quantity::{Doubt, Separators, ungroup};
/// let read = |text| ungroup(text, Some(Separators::POINT)).map(|read| (read.value.to_string(), read.doubt));
/// assert_eq!(read("37,909.87")?, ("37909.87".to_owned(), None));
/// assert_eq!(read("37 909,87")?, ("37909.87".to_owned(), None));
/// assert_eq!(read("12,34,567")?, ("1234567".to_owned(), None));
/// assert_eq!(read("1,5")?, ("1.5".to_owned(), Some(Doubt::OtherLanguage)));
/// assert!(read("1,23,45").is_err());
/// assert_eq!(ungroup("1.234", None)?.doubt, Some(Doubt::GroupOrFraction));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
///
/// # Errors
/// [`Error::AmbiguousNumber`] where the groups are none that people write; else as
/// [`parse_decimal`](super::parse_decimal).
pub fn ungroup(text: &str, separators: Option<Separators>) -> Result<Ungrouped, Error> {
    let (split, doubt) = split(text, separators);
    let (whole, fraction) = split.map_or((text, ""), |at| {
        let (whole, rest) = text.split_at(at);
        (whole, rest.get(1..).unwrap_or_default())
    });
    if !is_grouped(whole) || fraction.contains(MARKS) {
        return Err(Error::AmbiguousNumber);
    }
    let mut digits: String = whole.chars().filter(|c| !MARKS.contains(c)).collect();
    if !fraction.is_empty() {
        digits.push('.');
        digits.push_str(fraction);
    }
    Ok(Ungrouped { value: parse_decimal(&digits)?, doubt })
}

/// Where the separator stands that begins the fraction, if one does, and what is left open.
fn split(text: &str, separators: Option<Separators>) -> (Option<usize>, Option<Doubt>) {
    let Some((last, mark)) = text.char_indices().rfind(|(_, c)| matches!(c, '.' | ',')) else { return (None, None) };
    if text.matches([mark]).count() > 1 {
        return (None, None);
    }
    if text.contains(|c| c != mark && MARKS.contains(&c)) {
        return (Some(last), None);
    }
    let (before, behind) = text.split_at(last);
    let behind = behind.get(1..).unwrap_or_default();
    let is_decimal = separators.is_some_and(|known| plain(known.decimal) == mark);
    if !(behind.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')) {
        let is_other = separators.is_some() && !is_decimal && !behind.is_empty();
        return (Some(last), is_other.then_some(Doubt::OtherLanguage));
    }
    let is_group = separators.is_some_and(|known| plain(known.group) == mark);
    let open = Some(Doubt::GroupOrFraction);
    match separators {
        Some(_) if is_group => (None, None),
        Some(_) if is_decimal => (Some(last), open.filter(|_| behind == "000")),
        Some(_) => (None, open),
        // What most of the world's texts mean by either.
        None => (Some(last).filter(|_| mark == '.'), open),
    }
}

/// Whether this is a whole number, its digits together or in the groups that people write.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(MARKS);
    let first = groups.next().unwrap_or_default();
    let Some(last) = groups.next_back() else { return true };
    let is_one_kind = MARKS.iter().filter(|mark| whole.contains([**mark])).count() == 1;
    let is_by = |size: usize| (1..=size).contains(&first.len()) && groups.clone().all(|group| group.len() == size);
    is_one_kind && !first.starts_with('0') && last.len() == 3 && (is_by(3) || (is_by(2) && whole.contains([','])))
}

/// Powers of ten as words, longer ones before those that they begin with.
#[rustfmt::skip]
pub(crate) const SCALES: &[(&str, u32)] = &[
    ("万亿", 12), ("萬億", 12), ("千亿", 11), ("千億", 11), ("百亿", 10), ("百億", 10), ("十亿", 9), ("十億", 9), ("亿", 8),
    ("億", 8), ("千万", 7), ("千萬", 7), ("百万", 6), ("百萬", 6), ("十万", 5), ("十萬", 5), ("万", 4), ("萬", 4), ("千", 3),
    ("百", 2), ("thousand", 3), ("million", 6), ("mn", 6), ("mln", 6), ("billion", 9), ("bn", 9), ("trillion", 12),
];

/// Ten to this power; none where that is too large.
pub(crate) fn power_of_ten(exponent: u32) -> Option<Decimal> {
    10_i64.checked_pow(exponent).map(Decimal::from)
}

/// Whether it is a digit of a script that numbers are read in here.
pub(crate) fn is_digit(c: char) -> bool {
    plain(c).is_ascii_digit()
}

/// A character of a number in its ASCII form, where it has one: full-width and Arabic digits and separators, the
/// typographic apostrophe.
pub(crate) fn plain(c: char) -> char {
    let digit = |zero: char| {
        let offset = u32::from(c).checked_sub(u32::from(zero))?;
        char::from_digit(Some(offset).filter(|offset| *offset < 10)?, 10)
    };
    match c {
        '٫' => '.',
        '٬' => ',',
        '’' | '‘' => '\'',
        // The full-width forms stand in the order of ASCII.
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => ['٠', '۰'].into_iter().find_map(digit).unwrap_or(c),
    }
}
