//! The catalogue: every equivalence this project ships, with its formula, assumptions, presets, and the source of
//! each number.
//!
//! The data is `data/factors/*.toml`. The build script checks it (units cancel to one thing, sources are complete,
//! every preset is within the limits, ids are unique) and turns it into constants; nothing is read at run time.
//!
//! ```
//! use emissions_calculator::factors;
//! let car = factors::find("petrol-car-year").ok_or("not in the catalogue")?;
//! assert_eq!(car.formula, "amount / (distance * intensity)");
//! let preset = car.default_preset().ok_or("no preset")?;
//! assert_eq!(preset.values[0].source.publisher, "Guangming Online (光明网)");
//! # Ok::<(), &str>(())
//! ```

mod definition;
pub mod formula;

pub use definition::{Assumption, Boundary, Definition, Kind, Note, Preset, Source, Status, Value};

mod table {
    use std::borrow::Cow;

    use super::formula::{Operand, Term};
    use super::{Assumption, Boundary, Definition, Kind, Note, Preset, Source, Status, Value};
    use crate::quantity::{Decimal, Gas, Unit};

    include!(concat!(env!("OUT_DIR"), "/factors.rs"));
}

/// Every equivalence of the catalogue, in its order.
#[must_use]
pub fn catalogue() -> &'static [Definition] {
    table::CATALOGUE
}

/// The equivalence of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Definition> {
    catalogue().iter().find(|definition| definition.id == id)
}
