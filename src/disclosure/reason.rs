//! Why a text of a file is not what it should be.

use core::fmt;

use crate::quantity::{Error, Unit};

/// Why a text is not what it should be. Put into words only for whoever asks: what a page loads first does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// It does not fit, and what was expected says all.
    Unfit,
    /// Its number or its unit cannot be read.
    Number(Error),
    /// It is below zero.
    BelowZero,
    /// Its unit is not one of mass.
    NoMass(Unit),
    /// Its unit, without the gas.
    NoGas(Unit),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit => f.write_str("it does not fit"),
            Self::Number(error) => error.fmt(f),
            Self::BelowZero => f.write_str("below zero"),
            Self::NoMass(unit) => write!(f, "{unit} is no unit of mass; write tonnes, as in \"37909.87 tCO2e\""),
            Self::NoGas(unit) => write!(f, "the gas is missing; write {unit}CO2e or {unit}CO2"),
        }
    }
}
