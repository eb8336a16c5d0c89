//! Exact decimals with units.
//!
//! Everything that is a number with a unit in this project is a [`Quantity`]: a [`Decimal`] (never a float), a
//! [`Unit`] built from a fixed table of exact definitions, and, for emissions, the [`Gas`] it counts. CO2 and CO2e
//! are different things: adding or subtracting across them is an error, never a silent conversion.
//!
//! ```
//! use emissions_calculator::quantity::{Quantity, Unit};
//!
//! let distance: Quantity = "12000 km/yr".parse()?;
//! let intensity: Quantity = "0.203 kg/km".parse()?;
//! let a_year = distance.times(&intensity)?;
//! assert_eq!(a_year.to_string(), "2436 kg/yr");
//! assert_eq!(a_year.convert("t/yr".parse::<Unit>()?)?.to_string(), "2.436 t/yr");
//! # Ok::<(), emissions_calculator::quantity::Error>(())
//! ```
//!
//! No operation here panics: overflow, division by zero and mismatched units are [`Error`]s with a name.

mod arithmetic;
mod error;
mod gas;
mod input;
mod number;
mod parse;
mod range;
mod rounding;
mod unit;
mod value;

pub(crate) use arithmetic::Arithmetic;
pub use error::Error;
pub use gas::Gas;
pub use input::{Input, read_input};
pub use number::{Doubt, Separators, Ungrouped, ungroup};
pub(crate) use number::{is_digit, plain, power_of_ten};
pub use parse::parse_decimal;
pub use range::Range;
pub use rounding::{digits_supported, round_at, round_to_digits};
pub(crate) use rounding::{place, round_up_at};
pub use rust_decimal::Decimal;
pub use unit::{UNITS, Unit, UnitDefinition};
pub use value::{MAX_TONNES, Quantity};
