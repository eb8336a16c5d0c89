//! The formulas of equivalences: products and quotients of `amount`, assumptions and plain numbers.
//!
//! The build script compiles this file too, so that the catalogue's formulas are read by the code that reads those
//! of a disclosure.

use core::fmt;

use crate::quantity::{Decimal, Unit, parse_decimal};

/// What a term stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The amount of emissions that is compared.
    Amount,
    /// The assumption of this index in its equivalence.
    Assumption(usize),
    /// A plain number, such as the 2 of a return flight.
    Number(Decimal),
}

/// One factor of the product: an operand above (`inverse` false) or below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it stands for.
    pub operand: Operand,
    /// Whether it divides.
    pub inverse: bool,
}

/// Why a formula is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormulaError {
    /// A sign or name that does not belong there, with what follows it; empty where the formula ends too early.
    Unexpected(String),
    /// A name that is neither `amount` nor an assumption of this equivalence.
    UnknownName(String),
    /// `amount` must stand exactly once, above the line.
    Amount,
    /// Every assumption must stand exactly once; the one that does not.
    Assumption(String),
    /// The units leave something other than one thing.
    Units {
        /// The unit that the formula leaves; none where it has too many different ones.
        found: Option<Unit>,
        /// The unit that `counts` names.
        expected: Unit,
    },
    /// A constant of zero, or parentheses nested deeper than any equivalence needs.
    Degenerate,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected(found) => {
                match found.as_str() {
                    "" => f.write_str("found the end")?,
                    found => write!(f, "found \"{found}\"")?,
                }
                f.write_str(
                    " where a formula such as \"amount / (distance * intensity)\" has a name, a number, *, / or a \
                     parenthesis",
                )
            }
            Self::UnknownName(name) => write!(f, "\"{name}\" is neither `amount` nor an assumption given here"),
            Self::Amount => f.write_str("`amount` must stand exactly once, above the line"),
            Self::Assumption(id) => write!(f, "the assumption \"{id}\" must stand exactly once in the formula"),
            Self::Units { found: Some(found), expected } => {
                write!(f, "the units leave {found} where one thing counts {expected}")
            }
            Self::Units { found: None, .. } => f.write_str("it has too many different units"),
            Self::Degenerate => f.write_str("a constant is zero, or the parentheses are nested too deeply"),
        }
    }
}

impl core::error::Error for FormulaError {}

const MAX_DEPTH: u8 = 8;

struct Reader<'a> {
    rest: &'a str,
    names: &'a [&'a str],
    terms: Vec<Term>,
}

/// Reads a formula over the assumptions named.
///
/// # Errors
/// Any [`FormulaError`] but [`Units`](FormulaError::Units).
pub fn parse(text: &str, names: &[&str]) -> Result<Vec<Term>, FormulaError> {
    let mut reader = Reader { rest: text, names, terms: Vec::new() };
    reader.product(false, 0)?;
    if !reader.rest.trim_start().is_empty() {
        return Err(reader.unexpected());
    }
    let terms = reader.terms;
    let amounts: Vec<&Term> = terms.iter().filter(|t| t.operand == Operand::Amount).collect();
    if !matches!(amounts.as_slice(), [one] if !one.inverse) {
        return Err(FormulaError::Amount);
    }
    for (index, name) in names.iter().enumerate() {
        if terms.iter().filter(|t| t.operand == Operand::Assumption(index)).count() != 1 {
            return Err(FormulaError::Assumption((*name).to_owned()));
        }
    }
    Ok(terms)
}

/// Checks that the units of the terms leave one thing.
///
/// # Errors
/// [`FormulaError::Units`].
pub fn check_units(terms: &[Term], amount: Unit, assumptions: &[Unit], counts: Unit) -> Result<(), FormulaError> {
    let mismatch = |found| FormulaError::Units { found, expected: counts };
    let mut unit = Unit::ONE;
    for term in terms {
        let factor = match term.operand {
            Operand::Amount => amount,
            Operand::Assumption(index) => assumptions.get(index).copied().unwrap_or(Unit::ONE),
            Operand::Number(_) => Unit::ONE,
        };
        let next = if term.inverse { unit.per(&factor) } else { unit.times(&factor) };
        unit = next.map_err(|_| mismatch(None))?;
    }
    if unit.is_convertible_to(&counts) { Ok(()) } else { Err(mismatch(Some(unit))) }
}

impl Reader<'_> {
    fn unexpected(&self) -> FormulaError {
        FormulaError::Unexpected(self.rest.trim_start().chars().take(20).collect())
    }

    fn take(&mut self, sign: char) -> bool {
        match self.rest.trim_start().strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn product(&mut self, inverse: bool, depth: u8) -> Result<(), FormulaError> {
        if depth > MAX_DEPTH {
            return Err(FormulaError::Degenerate);
        }
        self.factor(inverse, depth)?;
        loop {
            if self.take('*') || self.take('×') {
                self.factor(inverse, depth)?;
            } else if self.take('/') || self.take('÷') {
                self.factor(!inverse, depth)?;
            } else {
                return Ok(());
            }
        }
    }

    fn factor(&mut self, inverse: bool, depth: u8) -> Result<(), FormulaError> {
        if self.take('(') {
            self.product(inverse, depth.saturating_add(1))?;
            return if self.take(')') { Ok(()) } else { Err(self.unexpected()) };
        }
        let text = self.rest.trim_start();
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let (word, rest) = text.split_at(text.find(|c: char| !is_word(c)).unwrap_or(text.len()));
        if word.is_empty() {
            return Err(self.unexpected());
        }
        let operand = if word == "amount" {
            Operand::Amount
        } else if let Some(index) = self.names.iter().position(|name| *name == word) {
            Operand::Assumption(index)
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let number = parse_decimal(word).map_err(|_| self.unexpected())?;
            if number.is_zero() {
                return Err(FormulaError::Degenerate);
            }
            Operand::Number(number)
        } else {
            return Err(FormulaError::UnknownName(word.chars().take(40).collect()));
        };
        self.rest = rest;
        self.terms.push(Term { operand, inverse });
        Ok(())
    }
}
