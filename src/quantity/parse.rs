use rust_decimal::Decimal;

use super::gas::split_gas;
use super::{Error, Gas, Quantity, Unit};

/// Reads a plain decimal: digits with at most one point, no grouping, no exponent.
///
/// ```
/// use emissions_calculator::quantity::{Decimal, Error, parse_decimal};
/// assert_eq!(parse_decimal("37909.87")?, Decimal::new(3_790_987, 2));
/// assert!(matches!(parse_decimal("37,909.87"), Err(Error::AmbiguousNumber)));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`], [`Error::NotANumber`], [`Error::AmbiguousNumber`] for grouping marks, [`Error::Overflow`] for
/// more than 28 digits.
pub fn parse_decimal(text: &str) -> Result<Decimal, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let has_digit = digits.chars().any(|c| c.is_ascii_digit());
    if has_digit && digits.contains([',', '\'', '_', ' ', '\u{a0}', '\u{202f}']) {
        return Err(Error::AmbiguousNumber);
    }
    // A point with nothing behind it ends a sentence; it is no part of a number in a file.
    if !has_digit || digits.ends_with('.') {
        return Err(Error::NotANumber);
    }
    // Digit by digit: rust_decimal's own reader, quicker and for many more forms, is 2.7 kB of wasm. What it reads
    // exactly is read to the same here, which a property holds.
    let mut mantissa = 0_u128;
    let mut scale = None;
    let mut is_whole = true;
    for c in digits.chars() {
        match (c.to_digit(10), &mut scale) {
            (Some(digit), places) => {
                // No more than 96 bits before: this fits.
                mantissa = mantissa.wrapping_mul(10).wrapping_add(u128::from(digit));
                is_whole &= mantissa < MANTISSA;
                mantissa = mantissa.min(MANTISSA);
                if let Some(places) = places {
                    *places = u32::saturating_add(*places, 1);
                }
            }
            (None, None) if c == '.' => scale = Some(0),
            (None, _) => return Err(Error::NotANumber),
        }
    }
    let mantissa = i128::try_from(mantissa).ok().filter(|_| is_whole).ok_or(Error::Overflow)?;
    let mantissa = if text.starts_with('-') { mantissa.wrapping_neg() } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, scale.unwrap_or(0)).map_err(|_| Error::Overflow)
}

/// The first whole number that has no room in a decimal.
const MANTISSA: u128 = 1 << 96;

/// Reads a unit with the gas it counts, if it says one: `tCO2e`, `kg CO2/km`, `万吨二氧化碳当量`.
pub(super) fn unit_and_gas(text: &str) -> Result<(Unit, Option<Gas>), Error> {
    let (first, rest) = text.split_at(text.find('/').unwrap_or(text.len()));
    let first = first.trim();
    let Some((mass, gas)) = split_gas(first) else {
        return Ok((text.parse()?, None));
    };
    let mass = mass.trim_end();
    let mass = mass.strip_suffix(" of").unwrap_or(mass);
    let above: Unit = mass.parse()?;
    if !above.is_mass() {
        return Err(Error::UnknownUnit);
    }
    let unit = if rest.is_empty() { above } else { format!("{mass}{rest}").parse::<Unit>()? };
    Ok((unit, Some(gas).filter(|_| unit.has_mass())))
}

pub(super) fn quantity(text: &str) -> Result<Quantity, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ',' | '\'' | '_');
    let end = text.find(|c: char| !is_number(c)).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    if number.is_empty() {
        return Err(Error::NotANumber);
    }
    let unit = unit.trim();
    // "1 200 t": a space inside the number.
    if unit.starts_with(|c: char| c.is_ascii_digit()) && !unit.starts_with("1/") {
        return Err(Error::AmbiguousNumber);
    }
    let value = parse_decimal(number)?;
    if number.starts_with('-') {
        return Err(Error::Negative);
    }
    let (unit, gas) = unit_and_gas(unit)?;
    Quantity { value, unit, gas }.plausible()
}
