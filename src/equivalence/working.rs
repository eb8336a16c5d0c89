use serde::Serialize;

use super::compute::operand;
use crate::factors::Definition;
use crate::factors::formula::Operand;
use crate::quantity::{Decimal, Error, Quantity};

/// What a number in the working is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The amount of emissions compared.
    Amount,
    /// The assumption of this id.
    Assumption(String),
    /// A number of the formula.
    Number,
    /// The result of an earlier step (counted from 0).
    Step(usize),
}

/// One number that goes into a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepInput {
    /// What it is.
    pub role: Role,
    /// The number, with its unit.
    pub quantity: Quantity,
}

/// What a step does with its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Multiplies all.
    Multiply,
    /// Divides the first by the second.
    Divide,
    /// Gives the first in another unit.
    Convert,
}

/// A step of the working. Steps refer to earlier ones, so they form a tree with the last at its root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What is done.
    pub operation: Operation,
    /// With what.
    pub inputs: Vec<StepInput>,
    /// What comes out; units that cancelled are gone.
    pub result: Quantity,
}

/// The steps from the amount and the values (in the definition's order and units) to the count.
///
/// # Errors
/// As [`count`](super::count).
pub fn working(definition: &Definition, amount: &Quantity, values: &[Decimal]) -> Result<Vec<Step>, Error> {
    let mut steps: Vec<Step> = Vec::new();
    let gather = |inverse: bool| -> Result<Vec<StepInput>, Error> {
        let terms = definition.terms.iter().filter(|term| term.inverse == inverse);
        terms
            .map(|term| {
                Ok(StepInput {
                    role: role(definition, term.operand),
                    quantity: operand(definition, term, amount, values)?,
                })
            })
            .collect()
    };
    let above = product(&mut steps, gather(false)?)?;
    let below = product(&mut steps, gather(true)?)?;
    let target = match &below {
        Some(below) => definition.counts.times(&below.quantity.unit)?,
        None => definition.counts,
    };
    let Some(mut above) = above else { return Err(Error::Empty) };
    if above.quantity.unit != target {
        let result = above.quantity.convert(target)?;
        above = push(&mut steps, Operation::Convert, vec![above], result);
    }
    if let Some(below) = below {
        let result = above.quantity.per(&below.quantity)?;
        push(&mut steps, Operation::Divide, vec![above, below], Quantity::new(result.value, definition.counts));
    }
    Ok(steps)
}

fn role(definition: &Definition, operand: Operand) -> Role {
    match operand {
        Operand::Amount => Role::Amount,
        Operand::Number(_) => Role::Number,
        Operand::Assumption(index) => {
            Role::Assumption(definition.assumptions.get(index).map_or(String::new(), |a| a.id.to_string()))
        }
    }
}

/// One input for all of them: itself where there is one, a multiplication where there are more.
fn product(steps: &mut Vec<Step>, mut inputs: Vec<StepInput>) -> Result<Option<StepInput>, Error> {
    if inputs.len() < 2 {
        return Ok(inputs.pop());
    }
    let one = Quantity::number(Decimal::ONE);
    let result = inputs.iter().try_fold(one, |product, input| product.times(&input.quantity))?;
    Ok(Some(push(steps, Operation::Multiply, inputs, result)))
}

fn push(steps: &mut Vec<Step>, operation: Operation, inputs: Vec<StepInput>, result: Quantity) -> StepInput {
    let input = StepInput { role: Role::Step(steps.len()), quantity: result };
    steps.push(Step { operation, inputs, result });
    input
}
