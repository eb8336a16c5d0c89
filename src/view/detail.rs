//! What the page's script is told: plain values, numbers as decimal strings. An event tells it, and so does a snapshot.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::equivalence::AssumptionState;
use crate::locale::Locale;
use crate::report::{Session, ShownComparison};

/// What stands under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, or a number as one.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// Several of a kind.
    List(Vec<Detail>),
}

/// Values by name, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail(pub Vec<(&'static str, Value)>);

impl Detail {
    fn text(&mut self, name: &'static str, text: impl Into<String>) {
        self.0.push((name, Value::Text(text.into())));
    }

    fn truth(&mut self, name: &'static str, truth: bool) {
        self.0.push((name, Value::Truth(truth)));
    }

    /// What `emissions-ready` and `emissions-change` tell.
    #[must_use]
    pub fn of(session: &Session, locale: &Locale) -> Self {
        let mut detail = Self::default();
        if let Some(compared) = &session.analysis().compared {
            detail.text("amount", compared.amount.central.to_string());
        }
        let Some((compared, shown)) = session.compared() else { return detail };
        let comparison = &shown.comparison;
        detail.text("sentence", locale.sentence(compared, shown));
        detail.text("equivalence", &comparison.id);
        detail.text("value", comparison.result.central.value.to_string());
        detail.text("rounded", comparison.rounded.to_string());
        detail.text("low", comparison.across_presets.low.to_string());
        detail.text("high", comparison.across_presets.high.to_string());
        detail.text("preset", comparison.preset.as_deref().unwrap_or("own"));
        detail.text("fragment", session.permalink());
        detail.truth("changed", comparison.is_changed());
        let assumptions = comparison.assumptions.iter().enumerate();
        let assumptions = assumptions.map(|(index, assumption)| Self::assumption(locale, shown, index, assumption));
        detail.0.push(("assumptions", Value::List(assumptions.collect())));
        detail
    }

    /// The assumption at `index`: its value, its limits, and how the language writes it.
    #[must_use]
    pub fn assumption(locale: &Locale, shown: &ShownComparison, index: usize, assumption: &AssumptionState) -> Self {
        let mut detail = Self::default();
        detail.text("id", &assumption.id);
        detail.text("value", assumption.value.to_string());
        detail.text("unit", assumption.unit.to_string());
        detail.text("article", assumption.base.to_string());
        detail.text("text", locale.assumption_value(shown, assumption, assumption.value));
        detail.text("label", locale.assumption_of(shown, index));
        detail.text("min", assumption.min.to_string());
        detail.text("max", assumption.max.to_string());
        detail.text("step", assumption.step.to_string());
        detail.truth("changed", assumption.changed);
        detail
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::List(list) => serializer.collect_seq(list),
        }
    }
}

impl Serialize for Detail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
