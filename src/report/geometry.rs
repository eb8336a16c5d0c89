//! What pictures are drawn from: shares and places, so that a view has only to write them down.

use super::{Bar, Session};
use crate::claim::CheckedTarget;
use crate::disclosure::Scopes;
use crate::equivalence::{Comparison, Operation, Sensitivity, Step};
use crate::inventory::{Inventory, ScopeRow, ScopeState};
use crate::quantity::{Arithmetic, Decimal, Quantity, Range, UNITS, Unit, round_at, round_to_digits};

/// A share as the attributes of SVG take it: `62.5%` for 0.625.
///
/// ```
/// use emissions_calculator::{quantity::Decimal, report::percent};
/// assert_eq!(percent(&Decimal::new(625, 3)), "62.5%");
/// ```
#[must_use]
pub fn percent(share: &Decimal) -> String {
    // A share has few digits, so the product always fits.
    format!("{}%", share.product(Decimal::ONE_HUNDRED).unwrap_or(*share).normalize())
}

/// A number converted from another unit, to five digits: 17,569 km for 10,917 mi. One with fewer is left as it is.
#[must_use]
pub fn legible(quantity: &Quantity) -> Quantity {
    Quantity { value: round_to_digits(&quantity.value, 5), ..*quantity }
}

/// The place of a share that is counted from the other end: 0.3 for 0.7. Time runs from right to left where text does.
#[must_use]
pub fn from_far_end(share: &Decimal) -> Decimal {
    Decimal::ONE.difference(*share).unwrap_or(*share)
}

/// A number to four digits, or to the whole where it has more before the point.
fn at_most_whole(value: &Decimal) -> Decimal {
    if *value >= Decimal::ONE_THOUSAND { round_at(value, 0) } else { round_to_digits(value, 4) }
}

/// How far one assumption alone moves the result, as shares of the highest result of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The lowest result.
    pub start: Decimal,
    /// From the lowest to the highest.
    pub length: Decimal,
    /// The lowest result itself, to four digits or to the whole.
    pub low: Decimal,
    /// The highest.
    pub high: Decimal,
}

/// What [`Reach`] draws of a comparison: one for each of these sensitivities, and the place of the result as it stands.
#[must_use]
pub fn reaches(comparison: &Comparison, sensitivity: &[Sensitivity]) -> (Vec<Reach>, Decimal) {
    let now = comparison.result.central.value;
    let highest = sensitivity.iter().map(|s| s.high).fold(now, Decimal::max);
    let share = |value: Decimal| value.quotient(highest).unwrap_or_default().round_dp(4);
    let reach = |s: &Sensitivity| Reach {
        start: share(s.low),
        length: share(s.high.difference(s.low).unwrap_or_default()),
        low: at_most_whole(&s.low),
        high: at_most_whole(&s.high),
    };
    (sensitivity.iter().map(reach).collect(), share(now))
}

/// What a mark on the line of published results stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RangeRole {
    /// What a preset gives.
    Preset {
        /// Its id.
        id: String,
        /// Whether it is the least or the most of all.
        is_end: bool,
    },
    /// What the source states.
    Source,
    /// The result as it stands.
    Shown,
}

/// A mark on the line of published results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeMark {
    /// What it stands for.
    pub role: RangeRole,
    /// The count, rounded as the headline is.
    pub value: Decimal,
    /// From the least (0) to the most (1).
    pub place: Decimal,
}

impl Session {
    /// The published results as marks on a line, the one shown last; none where there are no two of them. The ends of the
    /// line do not follow the reader's numbers: a result beyond them is at the nearer end.
    #[must_use]
    pub fn range_marks(&self) -> Option<Vec<RangeMark>> {
        let comparison = &self.shown()?.comparison;
        let checked = self.analysis().checked.iter().flat_map(|checked| &checked.equivalences);
        let stated = checked.filter(|claim| claim.equivalence == comparison.id).map(|claim| claim.stated);
        let stated: Vec<Decimal> = stated.collect();
        let all = || comparison.preset_results.iter().chain(&stated).copied();
        let (low, high) = (all().min()?, all().max()?);
        let span = high.difference(low).filter(|span| !span.is_zero())?;
        let place = |value: Decimal| {
            let share = value.difference(low).and_then(|above| above.quotient(span)).unwrap_or_default();
            share.max(Decimal::ZERO).min(Decimal::ONE).round_dp(4)
        };
        let digits = comparison.published_digits();
        let rounded = |value: &Decimal| round_to_digits(value, digits);
        let (least, most) = (&comparison.across_presets.low_preset, &comparison.across_presets.high_preset);
        // The article's own numbers are the source's mark, not a preset of somebody's.
        let presets = comparison.presets.iter().zip(&comparison.preset_results).filter(|(id, _)| *id != "article");
        let mut marks: Vec<RangeMark> = presets
            .map(|(id, result)| RangeMark {
                role: RangeRole::Preset {
                    id: id.clone(),
                    is_end: [least, most].into_iter().any(|end| end.as_ref() == Some(id)),
                },
                value: rounded(result),
                place: place(*result),
            })
            .collect();
        if marks.len() < 2 {
            return None;
        }
        marks.extend(stated.into_iter().map(|value| RangeMark { role: RangeRole::Source, value, place: place(value) }));
        let now = comparison.result.central.value;
        marks.push(RangeMark { role: RangeRole::Shown, value: comparison.rounded, place: place(now) });
        Some(marks)
    }
}

/// A part of the strip that shows which scopes are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripPart {
    /// The scopes.
    pub scopes: Scopes,
    /// Where it begins, as a share of the strip.
    pub start: Decimal,
    /// How long it is, as a share of the strip.
    pub length: Decimal,
    /// Whether any emissions are reported for them.
    pub is_reported: bool,
}

/// How much of the strip a scope takes that is not reported, since nobody knows how much it should.
const UNKNOWN: Decimal = Decimal::from_parts(28, 0, 0, false, 2);

impl StripPart {
    /// Whether a few letters have room in it.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.length >= Decimal::new(8, 2)
    }

    /// Where its middle is, as a share of the strip.
    #[must_use]
    pub fn middle(&self) -> Decimal {
        self.length.quotient(Decimal::TWO).and_then(|half| half.sum(self.start)).unwrap_or(self.start)
    }

    /// Where it ends, as a share of the strip.
    #[must_use]
    pub fn end(&self) -> Decimal {
        self.start.sum(self.length).unwrap_or(Decimal::ONE)
    }
}

/// The strip of an inventory: the reported scopes to scale among themselves (scope 2 by contracts where both ways to count
/// are given, as in the total), those that are not reported beside them.
#[must_use]
pub fn strip(inventory: &Inventory) -> Vec<StripPart> {
    let kg = |range: &Range| range.central.convert("kg".parse().ok()?).ok().map(|quantity| quantity.value);
    let amount = |row: &ScopeRow| match &row.state {
        ScopeState::NotReported => None,
        ScopeState::AtLeast { amount } => kg(amount),
        ScopeState::Reported { amount } => {
            let by_method = row.market.as_ref().or(row.location.as_ref());
            Some(amount.as_ref().or(by_method).and_then(kg).unwrap_or_default())
        }
    };
    let rows: Vec<(Scopes, Option<Decimal>)> = inventory.rows.iter().map(|row| (row.scopes, amount(row))).collect();
    let missing = Decimal::from(rows.iter().filter(|(_, amount)| amount.is_none()).count());
    let all = rows.iter().filter_map(|(_, amount)| *amount).try_fold(Decimal::ZERO, Arithmetic::sum);
    let all = all.unwrap_or_default();
    let unknown = if all.is_zero() { Decimal::ONE.quotient(missing).unwrap_or_default() } else { UNKNOWN };
    let known = missing.product(unknown).and_then(|taken| Decimal::ONE.difference(taken)).unwrap_or_default();
    let mut start = Decimal::ZERO;
    let part = |(scopes, amount): (Scopes, Option<Decimal>)| {
        let length = match amount {
            Some(amount) => amount.quotient(all).and_then(|share| share.product(known)).unwrap_or_default(),
            None => unknown,
        };
        let part =
            StripPart { scopes, start: start.round_dp(4), length: length.round_dp(4), is_reported: amount.is_some() };
        start = start.sum(length).unwrap_or(start);
        part
    };
    rows.into_iter().map(part).collect()
}

/// The targets of one year, at their place on the time line; none for those without a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The year.
    pub year: Option<u16>,
    /// From the first year (0) to the last (1).
    pub place: Option<Decimal>,
    /// The targets.
    pub targets: &'a [CheckedTarget],
}

/// The targets by year, in order; those without a date last.
#[must_use]
pub fn moments(targets: &[CheckedTarget]) -> Vec<Moment<'_>> {
    let year = |target: &CheckedTarget| target.by.or(target.from).map(|year| year.0);
    let moment = |targets: &'_ [CheckedTarget]| targets.first().map(|first| (year(first), first.place));
    targets
        .chunk_by(|a, b| year(a) == year(b))
        .filter_map(|targets| moment(targets).map(|(year, place)| Moment { year, place, targets }))
        .collect()
}

/// One unit of a number in the working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPart {
    /// Its symbol, as files have it.
    pub symbol: &'static str,
    /// Whether it stands below the line.
    pub below: bool,
    /// Whether another of the same step cancels it.
    pub cancels: bool,
}

/// The units of each input of a step, those that cancel each other marked.
#[must_use]
pub fn cancelled(step: &Step) -> Vec<Vec<UnitPart>> {
    let divides = step.operation == Operation::Divide;
    let mut inputs: Vec<Vec<UnitPart>> = step.inputs.iter().map(|input| parts(&input.quantity.unit)).collect();
    if step.operation == Operation::Convert {
        return inputs;
    }
    // What divides stands below the line with what it has above.
    let is_under = |index: usize, part: &UnitPart| part.below != (divides && index > 0);
    let mut places: Vec<(usize, usize, &'static str, bool)> = Vec::new();
    for (index, input) in inputs.iter().enumerate() {
        places.extend(input.iter().enumerate().map(|(at, part)| (index, at, part.symbol, is_under(index, part))));
    }
    let (under, over): (Vec<_>, Vec<_>) = places.into_iter().partition(|(.., under)| *under);
    let mut open: Vec<Option<(usize, usize, &str, bool)>> = over.into_iter().map(Some).collect();
    for (index, at, symbol, _) in under {
        let Some(partner) = open.iter_mut().find(|held| held.is_some_and(|(.., other, _)| other == symbol)) else {
            continue;
        };
        if let Some((other, other_at, ..)) = partner.take() {
            for (index, at) in [(index, at), (other, other_at)] {
                if let Some(part) = inputs.get_mut(index).and_then(|input| input.get_mut(at)) {
                    part.cancels = true;
                }
            }
        }
    }
    inputs
}

/// The parts of a unit, those above the line first; a square is two of one.
#[must_use]
pub fn parts(unit: &Unit) -> Vec<UnitPart> {
    let mut parts = Vec::new();
    for below in [false, true] {
        for (index, power) in unit.powers().filter(|(_, power)| power.is_negative() == below) {
            if let Some(definition) = UNITS.get(usize::from(index)) {
                let part = UnitPart { symbol: definition.symbol, below, cancels: false };
                parts.extend((0..power.unsigned_abs()).map(|_| part));
            }
        }
    }
    parts
}

impl Bar {
    /// The bar's beginning and length as the attributes of SVG take them; none where its length is not known.
    #[must_use]
    pub fn extent(&self) -> Option<(String, String)> {
        self.length.as_ref().map(|length| (percent(&self.start), percent(length)))
    }

    /// Where the bar ends, for one that stands for at least so much; none for another.
    #[must_use]
    pub fn open_end(&self) -> Option<String> {
        let length = self.length.filter(|_| matches!(self.role, super::BarRole::Emitted { at_least: true, .. }))?;
        Some(percent(&self.start.sum(length)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equivalence::{Choice, Role, StepInput, sensitivity, working};
    use crate::factors;

    fn car() -> (Comparison, Vec<Step>, Vec<Sensitivity>) {
        let definition = factors::find("petrol-car-year").unwrap();
        let amount: Quantity = "37909.87 tCO2e".parse().unwrap();
        let car = Comparison::new(definition, None, &Range::exactly(amount), &Choice::default()).unwrap();
        let values = car.values();
        let steps = working(definition, &amount, &values).unwrap();
        let ranked = sensitivity(definition, &amount, &values);
        (car, steps, ranked)
    }

    #[test]
    fn every_unit_that_cancels_has_its_partner() {
        let (_, working, _) = car();
        for step in &working {
            let marked = cancelled(step).concat().iter().filter(|part| part.cancels).count();
            assert_eq!(marked % 2, 0, "{step:?}");
        }
        let product = working.iter().find(|step| step.operation == Operation::Multiply).unwrap();
        let units = cancelled(product).concat();
        let struck: Vec<&str> = units.iter().filter(|part| part.cancels).map(|part| part.symbol).collect();
        assert_eq!(struck, ["km", "km"]);
    }

    #[test]
    fn a_unit_cancels_once_only() {
        let input = |text: &str| StepInput { role: Role::Number, quantity: text.parse().unwrap() };
        let step = Step {
            operation: Operation::Divide,
            inputs: vec![input("6 m2"), input("2 m2")],
            result: "3".parse().unwrap(),
        };
        assert!(cancelled(&step).concat().iter().all(|part| part.cancels));
    }

    #[test]
    fn no_reach_leaves_the_picture() {
        let (car, _, ranked) = car();
        let (reaches, now) = reaches(&car, &ranked);
        assert!(!reaches.is_empty() && now <= Decimal::ONE);
        for reach in reaches {
            assert!(reach.start <= now && reach.start + reach.length <= Decimal::new(10001, 4));
        }
    }
}
