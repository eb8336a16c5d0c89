//! The working of a comparison in words: its steps, and what each number in them is.

use super::{Argument, Locale};
use crate::equivalence::{Operation, Role, Step, StepInput};
use crate::msg;
use crate::quantity::{Decimal, Quantity};
use crate::report::ShownComparison;

/// What stands between the numbers of a step.
#[must_use]
pub const fn sign(operation: Operation) -> &'static str {
    match operation {
        Operation::Multiply => " × ",
        Operation::Divide => " ÷ ",
        Operation::Convert => "",
    }
}

impl Locale {
    /// A step of the working: "12,000 km/yr × 0.203 kg/km = 2,436 kg/yr".
    #[must_use]
    pub fn step(&self, step: &Step) -> String {
        let short = |quantity: &Quantity| self.argument(&Argument::Short(*quantity));
        let inputs: Vec<String> = step.inputs.iter().map(|input: &StepInput| short(&input.quantity)).collect();
        format!("{} = {}", inputs.join(sign(step.operation)), short(&step.result))
    }

    /// The whole working as lines of text, to be copied.
    #[must_use]
    pub fn working(&self, shown: &ShownComparison, steps: &[Step]) -> String {
        let mut lines = Vec::new();
        for step in steps {
            let names: Vec<String> = step.inputs.iter().map(|input| self.role(shown, &input.role)).collect();
            lines.push(names.join(sign(step.operation)));
            lines.push(self.step(step));
        }
        lines.push(self.exactly(shown));
        lines.join("\n")
    }

    /// What a number in the working is: the amount, an assumption's name, an earlier step.
    #[must_use]
    pub fn role(&self, shown: &ShownComparison, role: &Role) -> String {
        match role {
            Role::Amount => self.text(msg!("working.amount"), &[]),
            Role::Number => self.text(msg!("working.number"), &[]),
            Role::Step(index) => {
                let n = Argument::Number(Decimal::from(index.saturating_add(1)));
                self.text(msg!("working.step"), &[("n", n)])
            }
            Role::Assumption(id) => {
                let index = shown.comparison.assumptions.iter().position(|a| a.id == *id).unwrap_or(usize::MAX);
                self.assumption(&shown.comparison.id, id, shown.assumption_labels.get(index))
            }
        }
    }
}
