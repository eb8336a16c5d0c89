//! How keys and drags move an assumption: on the grid of its step, within its plausible range.

use rust_decimal::RoundingStrategy;

use super::AssumptionState;
use crate::factors::Assumption;
use crate::quantity::{Arithmetic, Decimal, Unit};

/// The pixels of a drag that cross the whole plausible range, where the range has no more steps than that.
const DRAG: i64 = 400;

/// How many small steps a large one has.
pub const LARGE_STEP: i64 = 10;

/// How many times above its plausible range a value may lie and still be meant.
const MAX_OVER_PLAUSIBLE: Decimal = Decimal::ONE_THOUSAND;

/// How many times below its plausible range a value may lie and still be meant: whoever types 15000 begins with a 1.
const MAX_UNDER_PLAUSIBLE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Whether a value in this unit can be meant: a share is no more than the whole, and what lies a thousand times above or
/// a million times below what is plausible is a slip of the hand.
fn is_possible(unit: Unit, [min, max]: [Decimal; 2], value: Decimal) -> bool {
    let is_share = unit == Unit::ONE && max == Decimal::ONE;
    let highest = if is_share { Some(max) } else { max.product(MAX_OVER_PLAUSIBLE) };
    let lowest = min.quotient(MAX_UNDER_PLAUSIBLE);
    highest.is_none_or(|highest| value <= highest) && lowest.is_none_or(|lowest| value >= lowest)
}

impl Assumption {
    /// Whether the value can be meant; the rule is that of [`AssumptionState::is_possible`].
    #[must_use]
    pub fn is_possible(&self, value: Decimal) -> bool {
        is_possible(self.unit, [self.min, self.max], value)
    }
}

impl AssumptionState {
    /// Whether the value can be meant: a share is no more than the whole, and what lies a thousand times above or a
    /// million times below what is plausible is a slip of the hand.
    #[must_use]
    pub fn is_possible(&self, value: Decimal) -> bool {
        is_possible(self.unit, [self.min, self.max], value)
    }

    /// The value `steps` steps from `from` (downwards where negative): the next multiples of the step, kept within
    /// the plausible range. A value outside the range moves to its nearer end first.
    ///
    /// ```
    /// use emissions_calculator::equivalence::{Choice, Comparison};
    /// use emissions_calculator::{factors, quantity::{Decimal, Range}};
    /// let car = factors::find("petrol-car-year").ok_or("not in the catalogue")?;
    /// let cars = Comparison::new(car, None, &Range::exactly("1 tCO2e".parse()?), &Choice::default())?;
    /// let distance = &cars.assumptions[0];
    /// assert_eq!(distance.stepped(distance.value, 6), Decimal::from(15_000));
    /// assert_eq!(distance.stepped(distance.value, 1_000), distance.max);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn stepped(&self, from: Decimal, steps: i64) -> Decimal {
        let moved = || {
            let at = from.quotient(self.step)?;
            let strategy =
                if steps < 0 { RoundingStrategy::ToPositiveInfinity } else { RoundingStrategy::ToNegativeInfinity };
            let on_grid = at.round_dp_with_strategy(0, strategy);
            on_grid.sum(Decimal::from(steps))?.product(self.step)
        };
        // Not `clamp`, which panics where a range is turned round.
        moved().unwrap_or(from).min(self.max).max(self.min).normalize()
    }

    /// The value where a drag of `pixels` from `from` has come to.
    #[must_use]
    pub fn dragged(&self, from: Decimal, pixels: i64) -> Decimal {
        let steps = || {
            let all = self.max.difference(self.min)?.quotient(self.step)?;
            let all = i64::try_from(all.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity)).ok()?;
            // At least two pixels a step, so that a finger can stop on each.
            let width = DRAG.max(all.checked_mul(2)?).min(all.checked_mul(12)?);
            pixels.checked_mul(all)?.checked_div(width)
        };
        match steps() {
            Some(0) | None => from,
            Some(steps) => self.stepped(from, steps),
        }
    }
}
