use core::fmt;

use super::Unit;

/// Why a quantity could not be read or computed.
///
/// The [`Display`](fmt::Display) text is for developers and the command line; readers see a message of their language.
/// It does not repeat the text that was read: whoever asked has it, and an error without text costs nothing to pass on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// There was nothing to read.
    Empty,
    /// No number where one was expected.
    NotANumber,
    /// Digits are grouped or marked in a way that can be read as two different numbers.
    AmbiguousNumber,
    /// A unit that the table does not have.
    UnknownUnit,
    /// A unit was needed and none was given.
    MissingUnit,
    /// A unit of another dimension than the one needed.
    UnitMismatch {
        /// The unit that was found.
        found: Unit,
        /// The unit that was expected.
        expected: Unit,
    },
    /// CO2 and CO2e met in one sum.
    GasMix,
    /// The number has more digits than an exact decimal can hold (28), or the result is larger than it can hold, or so
    /// small that nothing of it would be left.
    Overflow,
    /// A divisor was zero.
    DivisionByZero,
    /// A value that cannot be below zero was.
    Negative,
    /// More than 10^15 tonnes: over ten thousand times what the world emits in a year.
    TooLarge,
    /// A range whose low is above its central value, or whose central value is above its high.
    RangeOrder,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing was given; write a number and a unit, as in \"12000 km/yr\""),
            Self::NotANumber => {
                f.write_str("this is not a number; write plain digits with a decimal point, as in \"37909.87\"")
            }
            Self::AmbiguousNumber => {
                f.write_str("this can be read as two different numbers; write it without grouping marks")
            }
            Self::UnknownUnit => f.write_str(
                "this unit is not known here; known are g, kg, t, kt, Mt, Gt, lb, short ton, long ton, km, \
                 mi, L, gal, bbl, kWh, MWh, tce, person, yr, h and their quotients, as in \"kg/km\"",
            ),
            Self::MissingUnit => f.write_str("the unit is missing; write it after the number, as in \"12000 km/yr\""),
            Self::UnitMismatch { found, expected } => {
                write!(f, "the unit {found} cannot be converted to {expected}; write the number in {expected}")
            }
            Self::GasMix => f.write_str(
                "CO2 and CO2e are different things and are not added to each other; use figures of one of them",
            ),
            Self::Overflow => f.write_str(
                "the number is too large, too small or too long to compute exactly; write at most 28 digits",
            ),
            Self::DivisionByZero => f.write_str("division by zero; write a number above zero"),
            Self::Negative => f.write_str("the number must not be negative; write 0 or more"),
            Self::TooLarge => f.write_str("more than 10^15 tonnes cannot be meant; check the number and its unit"),
            Self::RangeOrder => f.write_str("a range must have low ≤ central ≤ high"),
        }
    }
}

impl core::error::Error for Error {}
