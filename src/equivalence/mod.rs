//! Equivalences: "N things that emit as much", worked out so that a fact checker can follow every step.
//!
//! [`Comparison::new`] takes a definition of the catalogue (or a disclosure's own), an amount with its range, and a
//! [`Choice`] of preset and values, and gives the count, its ranges, its rounding, the working, which assumption
//! matters most, and, through [`solve`], the value of an assumption at which a stated number would be exact.
//!
//! ```
//! use emissions_calculator::equivalence::{Choice, Comparison};
//! use emissions_calculator::{factors, quantity::Range};
//! let car = factors::find("petrol-car-year").ok_or("not in the catalogue")?;
//! let cut = Range::exactly("37909.87 tCO2e".parse()?);
//! let cars = Comparison::new(car, None, &cut, &Choice::default())?;
//! assert_eq!(cars.rounded.to_string(), "15600");
//! assert!(cars.result.central.value.to_string().starts_with("15562.344"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rounding
//! A headline has as many significant digits as the published presets support
//! ([`digits_supported`](crate::quantity::digits_supported)): three at the most. The ends of a range are rounded at the
//! same place as the headline. The exact value is always given beside it.

mod comparison;
mod compute;
mod scale;
mod sensitivity;
mod stepping;
mod working;

pub use comparison::{ArticleValues, AssumptionState, Choice, Comparison, Pictogram, Provenance, Span};
pub use compute::{count, solve};
pub use scale::{is_off_scale, neighbour};
pub use sensitivity::{Sensitivity, sensitivity};
pub use stepping::LARGE_STEP;
pub use working::{Operation, Role, Step, StepInput, working};
