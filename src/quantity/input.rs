use rust_decimal::Decimal;

use super::number::{self, SCALES, power_of_ten};
use super::parse::unit_and_gas;
use super::{Arithmetic, Doubt, Error, Quantity, Separators, Unit, ungroup};

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
/// use emissions_calculator::quantity::{Separators, read_input};
/// let km = "km/yr".parse()?;
/// assert_eq!(read_input("１５，０００", Separators::POINT, &km)?.value.to_string(), "15000 km/yr");
/// assert_eq!(read_input("15 000 km", Separators::POINT, &km)?.value.to_string(), "15000 km/yr");
/// assert_eq!(read_input("9,300 mi", Separators::POINT, &km)?.value.to_string(), "14966.8992 km/yr");
/// assert_eq!(read_input("12.000,5", Separators::COMMA, &km)?.value.to_string(), "12000.5 km/yr");
/// assert!(read_input("12 kg", Separators::POINT, &km).is_err());
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
///
/// # Errors
/// Any of [`Error`]; the field keeps its last value and the reader is told what is expected.
pub fn read_input(text: &str, separators: Separators, unit: &Unit) -> Result<Input, Error> {
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
    let mut value = signed(number.trim(), separators)?;
    let words = unit_words(rest);
    let mut rest = words.trim();
    // 千米, 万吨 and "million tonnes" are units, not a number with a unit.
    let scaled = if unit_and_gas(rest).is_ok() {
        None
    } else {
        let after =
            |word: &str| rest.strip_prefix(word).filter(|after| !after.starts_with(|c: char| c.is_ascii_lowercase()));
        SCALES.iter().find_map(|(word, exponent)| Some((after(word)?, power_of_ten(*exponent)?)))
    };
    if let Some((after, factor)) = scaled {
        value = value.product(factor).ok_or(Error::Overflow)?.normalize();
        rest = after.trim();
    }
    let value = in_unit(value, rest, unit)?;
    let written = Some(value.unit).filter(|written| written != unit);
    let value = value.convert(*unit)?.plausible()?;
    Ok(Input { value, written })
}

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

/// One character as its plain ASCII form, where it has one.
fn plain(c: char) -> char {
    match c {
        '。' => '.',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\u{2007}' | '\t' => ' ',
        '−' => '-',
        _ => number::plain(c),
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

/// The number, if it can be read in one way only.
fn signed(text: &str, separators: Separators) -> Result<Decimal, Error> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.contains(['-']) {
        return Err(Error::NotANumber);
    }
    let read = ungroup(digits, Some(separators))?;
    if read.doubt == Some(Doubt::GroupOrFraction) {
        return Err(Error::AmbiguousNumber);
    }
    let mut value = read.value;
    value.set_sign_negative(digits.len() < text.len() && !value.is_zero());
    Ok(value)
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
