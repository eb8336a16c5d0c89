use yew::AttrValue;

use crate::equivalence::AssumptionState;
use crate::locale::Locale;
use crate::report::ShownComparison;

/// What the controls of an assumption write, in the reader's language.
pub(crate) struct NumberText {
    /// Its value.
    pub(crate) value: AttrValue,
    /// The greatest and the article's own, either of which may be the widest.
    pub(crate) widest: [AttrValue; 2],
}

impl NumberText {
    pub(crate) fn of(locale: &Locale, shown: &ShownComparison, assumption: &AssumptionState) -> Self {
        let write = |value| AttrValue::from(locale.assumption_value(shown, assumption, value));
        Self { value: write(assumption.value), widest: [assumption.max, assumption.base].map(write) }
    }
}
