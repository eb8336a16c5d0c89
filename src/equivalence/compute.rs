use crate::factors::Definition;
use crate::factors::formula::{Operand, Term};
use crate::quantity::{Arithmetic, Decimal, Error, Quantity};

/// What a term stands for, as a quantity.
pub(super) fn operand(
    definition: &Definition,
    term: &Term,
    amount: &Quantity,
    values: &[Decimal],
) -> Result<Quantity, Error> {
    match term.operand {
        Operand::Amount => Ok(*amount),
        Operand::Number(number) => Ok(Quantity::number(number)),
        Operand::Assumption(index) => {
            let value = values.get(index).ok_or(Error::Empty)?;
            let assumption = definition.assumptions.get(index).ok_or(Error::Empty)?;
            Ok(Quantity::new(*value, assumption.unit))
        }
    }
}

/// The products above and below the line.
pub(super) fn sides(
    definition: &Definition,
    amount: &Quantity,
    values: &[Decimal],
) -> Result<(Quantity, Quantity), Error> {
    let mut above = Quantity::number(Decimal::ONE);
    let mut below = above;
    for term in definition.terms.iter() {
        let factor = operand(definition, term, amount, values)?;
        let side = if term.inverse { &mut below } else { &mut above };
        *side = side.times(&factor)?;
    }
    Ok((above, below))
}

/// How many things emit as much as `amount`, in the definition's unit of one thing.
///
/// `values` are in the order and the units of the definition's assumptions. Products are exact; there is one
/// division.
///
/// # Errors
/// [`Error::DivisionByZero`] for an assumption of zero below the line, [`Error::Overflow`].
pub fn count(definition: &Definition, amount: &Quantity, values: &[Decimal]) -> Result<Quantity, Error> {
    let (above, below) = sides(definition, amount, values)?;
    if below.value.is_zero() {
        return Err(Error::DivisionByZero);
    }
    // In the unit that leaves exactly one thing once the units below cancel.
    let above = above.convert(definition.counts.times(&below.unit)?)?;
    let counted = above.per(&below)?;
    Ok(Quantity::new(counted.value, definition.counts))
}

/// The value that assumption `index` must have for the count to be `target`, the other values as they are.
///
/// ```
/// use emissions_calculator::{equivalence::solve, factors, quantity::Decimal};
/// let car = factors::find("petrol-car-year").ok_or("not in the catalogue")?;
/// let values = [Decimal::from(12_000), Decimal::new(203, 3)];
/// let distance = solve(car, 0, &"37909.87 tCO2e".parse()?, &values, &Decimal::from(15_000))?;
/// assert_eq!(distance.round().to_string(), "12450");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Error::DivisionByZero`] for a target of zero, [`Error::Overflow`], [`Error::Empty`] where there is no such
/// assumption.
pub fn solve(
    definition: &Definition,
    index: usize,
    amount: &Quantity,
    values: &[Decimal],
    target: &Decimal,
) -> Result<Decimal, Error> {
    let term = definition.terms.iter().find(|term| term.operand == Operand::Assumption(index)).ok_or(Error::Empty)?;
    let value = values.get(index).ok_or(Error::Empty)?;
    let now = count(definition, amount, values)?.value;
    // A formula is a product of powers of one: the count goes up, or down, in proportion.
    let (over, under) = if term.inverse { (now, *target) } else { (*target, now) };
    let scaled = value.product(over).ok_or(Error::Overflow)?;
    if under.is_zero() {
        return Err(Error::DivisionByZero);
    }
    Ok(scaled.quotient(under).ok_or(Error::Overflow)?.normalize())
}
