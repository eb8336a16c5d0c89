use crate::quantity::Decimal;

/// What a reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Set an assumption of the comparison shown, in the assumption's unit.
    Set {
        /// The assumption's id.
        assumption: String,
        /// The new value.
        value: Decimal,
    },
    /// Put one assumption back to the article's value.
    Unset {
        /// The assumption's id.
        assumption: String,
    },
    /// Start the comparison shown from another preset.
    Preset(String),
    /// Show another comparison.
    Show(String),
    /// Go back to the article's numbers.
    Reset,
}
