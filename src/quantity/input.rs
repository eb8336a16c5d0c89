use rust_decimal::Decimal;

use super::parse::unit_and_gas;
use super::{Arithmetic, Error, Quantity, Unit, parse_decimal};

/// The marks that a language writes in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Between whole and fraction: `.` in English, `,` in German.
    pub decimal: char,
    /// Between groups of digits: `,` in English, `.` in German, a thin space in French.
    pub group: char,
}

impl Marks {
    /// As English and Chinese have them.
    pub const POINT: Self = Self { decimal: '.', group: ',' };
}

/// What a reader typed or pasted, understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The value in the unit that was asked for.
    pub value: Quantity,
    /// The unit that the reader wrote, where it was another.
    pub written: Option<Unit>,
}

/// Reads what a reader typed or pasted into a field whose unit is `unit`.
///
/// Full-width and Arabic digits, the grouping and decimal marks of the reader's language and, where they can mean
/// one thing only, those of others; 万, 亿 and million; a unit, which is converted; words such as "a year". A gas that
/// is written (`203 g CO2/km`) is kept in the value.
///
/// What can be read as two numbers is refused rather than guessed: `12.000` where the language writes neither mark as
/// a point, and `233,000` where the comma is a decimal mark, because nobody writes three zeros behind one.
///
/// ```
/// use emissions_calculator::quantity::{Marks, read_input};
/// let km = "km/yr".parse()?;
/// assert_eq!(read_input("１５，０００", Marks::POINT, &km)?.value.to_string(), "15000 km/yr");
/// assert_eq!(read_input("15 000 km", Marks::POINT, &km)?.value.to_string(), "15000 km/yr");
/// assert_eq!(read_input("9,300 mi", Marks::POINT, &km)?.value.to_string(), "14966.8992 km/yr");
/// assert_eq!(read_input("12.000,5", Marks { decimal: ',', group: '.' }, &km)?.value.to_string(), "12000.5 km/yr");
/// assert!(read_input("12 kg", Marks::POINT, &km).is_err());
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
///
/// # Errors
/// Any of [`Error`]; the field keeps its last value and the reader is told what is expected.
pub fn read_input(text: &str, marks: Marks, unit: &Unit) -> Result<Input, Error> {
    // Marks that only say which way text runs come along with what is pasted.
    let is_seen = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().filter(is_seen).map(plain).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let end = number_end(text);
    let (number, rest) = text.split_at(end);
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(Error::NotANumber);
    }
    let mut value = parse_decimal(&unmark(number.trim(), marks)?)?;
    let words = unit_words(rest);
    let mut rest = words.trim();
    // 千米, 万吨 and "million tonnes" are units, not a number with a unit.
    let scaled = if unit_and_gas(rest).is_ok() {
        None
    } else {
        let after =
            |word: &str| rest.strip_prefix(word).filter(|after| !after.starts_with(|c: char| c.is_ascii_lowercase()));
        SCALES.iter().find_map(|(word, factor)| Some((after(word)?, *factor)))
    };
    if let Some((after, factor)) = scaled {
        value = value.product(Decimal::from(factor)).ok_or(Error::Overflow)?.normalize();
        rest = after.trim();
    }
    let value = in_unit(value, rest, unit)?;
    let written = Some(value.unit).filter(|written| written != unit);
    let value = value.convert(*unit)?.plausible()?;
    Ok(Input { value, written })
}

/// Words for large numbers, longer ones before those that they begin with.
const SCALES: &[(&str, i64)] = &[
    ("万亿", 1_000_000_000_000),
    ("萬億", 1_000_000_000_000),
    ("亿", 100_000_000),
    ("億", 100_000_000),
    ("百万", 1_000_000),
    ("百萬", 1_000_000),
    ("万", 10_000),
    ("萬", 10_000),
    ("千", 1_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// The unit with its words as signs: `km/yr` for "km a year".
fn unit_words(text: &str) -> String {
    let mut units = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // The last word is a unit, whatever it is: "a" is a year.
        let divides = matches!(word, "per" | "a" | "an") && words.peek().is_some();
        if !divides && !units.is_empty() && !units.ends_with('/') {
            units.push(' ');
        }
        units.extend(if divides { "/" } else { word }.chars().map(|c| if c == '每' { '/' } else { c }));
    }
    units
}

/// Whether it is a digit of a script that numbers are read in here.
pub(crate) fn is_digit(c: char) -> bool {
    plain(c).is_ascii_digit()
}

/// One character as its plain ASCII form, where it has one.
fn plain(c: char) -> char {
    let digit = |zero: char| {
        let offset = u32::from(c).checked_sub(u32::from(zero))?;
        char::from_digit(Some(offset).filter(|o| *o < 10)?, 10)
    };
    match c {
        '٫' | '。' => '.',
        '٬' => ',',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\u{2007}' | '\t' => ' ',
        '’' => '\'',
        '−' => '-',
        // The full-width forms stand in the order of ASCII.
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => ['٠', '۰'].into_iter().find_map(digit).unwrap_or(c),
    }
}

/// Where the number ends: digits and marks, and spaces or apostrophes that a digit follows.
fn number_end(text: &str) -> usize {
    let mut end = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next_is_digit = rest.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let belongs = c.is_ascii_digit()
            || (matches!(c, '-' | '.' | ',') && (next_is_digit || at > 0))
            || (matches!(c, ' ' | '\'') && next_is_digit);
        if !belongs {
            break;
        }
        end = at.saturating_add(c.len_utf8());
    }
    end
}

/// The number with a plain decimal point and no grouping.
fn unmark(number: &str, marks: Marks) -> Result<String, Error> {
    let ambiguous = || Error::AmbiguousNumber;
    let (whole, fraction) = match decimal_mark(number, marks)? {
        Some(at) => {
            let (whole, fraction) = number.split_at(at);
            (whole, fraction.get(1..).unwrap_or_default())
        }
        None => (number, ""),
    };
    if fraction.contains(|c: char| !c.is_ascii_digit()) {
        return Err(ambiguous());
    }
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let groups: Vec<&str> = digits.split([' ', '\'', ',', '.']).collect();
    // Arrays of one: for a bare char std brings its search for whole texts, 1.7 kB of wasm.
    let kinds = [' ', '\'', ',', '.'].iter().filter(|mark| digits.contains([**mark])).count();
    let sizes_fit = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            let by = |size: usize| (1..=size).contains(&first.len()) && middle.iter().all(|g| g.len() == size);
            // Indian grouping has twos before the last three.
            last.len() == 3 && !first.starts_with('0') && (by(3) || (by(2) && digits.contains([','])))
        }
        [] => false,
    };
    if kinds > 1 || !sizes_fit {
        return Err(ambiguous());
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Ok(format!("{sign}{}{point}{fraction}", groups.into_iter().collect::<String>()))
}

/// Where the mark stands that parts whole from fraction, if one does.
fn decimal_mark(number: &str, marks: Marks) -> Result<Option<usize>, Error> {
    let Some((last, mark)) = number.char_indices().rfind(|(_, c)| matches!(c, '.' | ',')) else { return Ok(None) };
    if number.matches(mark).count() > 1 {
        return Ok(None);
    }
    let other_mark_before = number.contains([if mark == '.' { ',' } else { '.' }]);
    let spaced = number.contains([' ', '\'']);
    if other_mark_before || spaced {
        return Ok(Some(last));
    }
    let (before, after) = number.split_at(last);
    let before = before.trim_start_matches('-');
    let after = after.get(1..).unwrap_or_default();
    let looks_grouped = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if !looks_grouped {
        return Ok(Some(last));
    }
    if mark == plain(marks.decimal) && after != "000" {
        Ok(Some(last))
    } else if mark == plain(marks.group) {
        Ok(None)
    } else {
        Err(Error::AmbiguousNumber)
    }
}

/// The value with the unit that was written, or with the field's own where none was.
fn in_unit(value: Decimal, written: &str, unit: &Unit) -> Result<Quantity, Error> {
    if written.is_empty() {
        return Ok(Quantity::new(value, *unit));
    }
    let (read, gas) = unit_and_gas(written)?;
    let in_unit = |unit: Unit| Ok(Quantity { value, unit, gas });
    if read.is_convertible_to(unit) {
        return in_unit(read);
    }
    // "9,300 mi" in a field of km/yr, "203 g" in one of kg/km: what stands below the line is the field's. "12000 a
    // year": what stands above it is.
    let (above, below) = unit.split();
    if read.is_convertible_to(&above) {
        return in_unit(read.per(&below)?);
    }
    if written.starts_with('/') && above.times(&read)?.is_convertible_to(unit) {
        return in_unit(above.times(&read)?);
    }
    Err(Error::UnitMismatch { found: read, expected: *unit })
}
