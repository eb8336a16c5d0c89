use rust_decimal::RoundingStrategy;

use super::{Arithmetic, Decimal};

/// The most significant digits that a headline has.
const MOST_DIGITS: u32 = 3;

/// How many significant digits a result has that may be anything from `low` to `high`: three while `high` is less than
/// √10 ≈ 3.16 times `low`, two while it is less than ten times, and one beyond.
#[must_use]
pub fn digits_supported(low: &Decimal, high: &Decimal) -> u32 {
    // (high / low)² against 10, without a root: both sides are exact or the ratio is far from the limit.
    let Some(ratio) = high.quotient(*low) else { return 1 };
    if ratio >= Decimal::TEN {
        return 1;
    }
    match ratio.product(ratio) {
        Some(square) if square < Decimal::TEN => MOST_DIGITS,
        _ => 2,
    }
}

/// `value` rounded to `digits` significant digits, halves away from zero.
///
/// ```
/// use emissions_calculator::{quantity::{Decimal, round_to_digits}};
/// assert_eq!(round_to_digits(&Decimal::new(124_498_752, 4), 3).to_string(), "12400");
/// ```
#[must_use]
pub fn round_to_digits(value: &Decimal, digits: u32) -> Decimal {
    round_at(value, place(value, digits))
}

/// The exponent of the last significant digit when `value` is rounded to `digits` digits: 2 for 15,600.
pub(crate) fn place(value: &Decimal, digits: u32) -> i32 {
    if value.is_zero() {
        return 0;
    }
    let mantissa = value.mantissa().unsigned_abs();
    let exponent = i32::try_from(mantissa.checked_ilog10().unwrap_or(0)).unwrap_or(0);
    let scale = i32::try_from(value.scale()).unwrap_or(0);
    let digits = i32::try_from(digits).unwrap_or(3);
    exponent.saturating_sub(scale).saturating_sub(digits.saturating_sub(1))
}

/// `value` rounded at the decimal place `place` (2: to hundreds; −1: to tenths), halves away from zero.
#[must_use]
pub fn round_at(value: &Decimal, place: i32) -> Decimal {
    let strategy = RoundingStrategy::MidpointAwayFromZero;
    match u32::try_from(place) {
        Ok(0) | Err(_) => value.round_dp_with_strategy(place.unsigned_abs().min(28), strategy).normalize(),
        Ok(up) => round_up_at(value, up, strategy).unwrap_or(*value),
    }
}

/// As [`round_at`] for a place above the point, with any strategy.
pub(crate) fn round_up_at(value: &Decimal, up: u32, strategy: RoundingStrategy) -> Option<Decimal> {
    let unit = Decimal::TEN.checked_powu_exact(up)?;
    let units = value.quotient(unit)?.round_dp_with_strategy(0, strategy);
    Some(units.product(unit)?.normalize())
}

/// Powers of ten without rust_decimal's `maths` feature, which costs size in the wasm.
trait Power {
    fn checked_powu_exact(self, exponent: u32) -> Option<Decimal>;
}

impl Power for Decimal {
    fn checked_powu_exact(self, exponent: u32) -> Option<Decimal> {
        (0..exponent).try_fold(Decimal::ONE, |product, _| product.product(self))
    }
}
