use rust_decimal::RoundingStrategy;
use serde::Serialize;

use crate::quantity::{Arithmetic, Decimal, round_at, round_up_at};

/// The largest difference that still counts as close: 5 %.
pub const CLOSE: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// The largest difference at which cutting off digits is taken for the reason: 10 %, the most that cutting a number
/// to two digits can take off.
const CUT: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// How a stated number relates to the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The same number.
    Exact,
    /// The computed number, rounded to the nearest at the digits stated.
    Rounded,
    /// The computed number with its further digits cut off.
    RoundedDown,
    /// The computed number, rounded up.
    RoundedUp,
    /// Within 5 %.
    Close,
    /// Further away.
    Differs,
    /// There is nothing to compute it from.
    NotCheckable,
}

impl Verdict {
    /// The verdict as messages name it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rounded => "rounded",
            Self::RoundedDown => "rounded-down",
            Self::RoundedUp => "rounded-up",
            Self::Close => "close",
            Self::Differs => "differs",
            Self::NotCheckable => "not-checkable",
        }
    }
}

/// A stated number beside a computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// How they relate.
    pub verdict: Verdict,
    /// (stated − computed) ÷ computed: −0.036 when the stated number is 3.6 % low.
    pub difference: Decimal,
    /// How many significant digits the stated number has; zeros at its end do not count.
    pub digits: u32,
    /// The computed number rounded to the nearest at that many digits.
    pub nearest: Decimal,
}

/// Compares a stated number with a computed one.
///
/// ```
/// use emissions_calculator::{claim::{Verdict, judge}, quantity::Decimal};
/// let judged = judge(&Decimal::from(15_000), &Decimal::new(1_556_234, 2)).ok_or("zero")?;
/// assert_eq!((judged.verdict, judged.digits), (Verdict::RoundedDown, 2));
/// assert_eq!(judged.nearest, Decimal::from(16_000));
/// # Ok::<(), &str>(())
/// ```
///
/// `None` where the computed number is zero or the arithmetic does not fit.
#[must_use]
pub fn judge(stated: &Decimal, computed: &Decimal) -> Option<Judged> {
    let difference = stated.difference(*computed)?.quotient(*computed)?.normalize();
    let (place, digits) = last_place(stated);
    let nearest = round_at(computed, place);
    let off = difference.abs();
    let verdict = if stated == computed {
        Verdict::Exact
    } else if *stated == nearest {
        Verdict::Rounded
    } else if off <= CUT && *stated == cut(computed, place, RoundingStrategy::ToZero)? {
        Verdict::RoundedDown
    } else if off <= CUT && *stated == cut(computed, place, RoundingStrategy::AwayFromZero)? {
        Verdict::RoundedUp
    } else if off <= CLOSE {
        Verdict::Close
    } else {
        Verdict::Differs
    };
    Some(Judged { verdict, difference, digits, nearest })
}

/// The decimal place of the last digit that is not a zero at the end, and the number of significant digits.
fn last_place(stated: &Decimal) -> (i32, u32) {
    let mut mantissa = stated.mantissa().unsigned_abs();
    let mut place = i32::try_from(stated.scale()).unwrap_or(0).saturating_neg();
    while mantissa != 0 && mantissa.is_multiple_of(10) {
        mantissa = mantissa.checked_div(10).unwrap_or(0);
        place = place.saturating_add(1);
    }
    let digits = mantissa.checked_ilog10().map_or(1, |log| log.saturating_add(1));
    (place, digits)
}

fn cut(computed: &Decimal, place: i32, strategy: RoundingStrategy) -> Option<Decimal> {
    match u32::try_from(place) {
        Ok(up) => round_up_at(computed, up, strategy),
        Err(_) => Some(computed.round_dp_with_strategy(place.unsigned_abs().min(28), strategy).normalize()),
    }
}
