use serde::{Deserialize, Serialize};

/// What an amount of emissions counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gas {
    /// Carbon dioxide alone.
    CO2,
    /// All greenhouse gases, as the amount of carbon dioxide with the same warming over a hundred years.
    CO2e,
}

impl Gas {
    /// Both.
    pub const ALL: [Self; 2] = [Self::CO2, Self::CO2e];

    /// The gas as it is written behind a unit: `CO2` or `CO2e`.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::CO2 => "CO2",
            Self::CO2e => "CO2e",
        }
    }
}

/// The ways to write the gas behind a unit, longer ones before those that they begin or end with. A lowered ₂ counts as
/// a 2.
pub(crate) const GASES: &[(&str, Gas)] = &[
    ("二氧化碳当量", Gas::CO2e),
    ("CO2当量", Gas::CO2e),
    ("CO2-eq", Gas::CO2e),
    ("CO2eq", Gas::CO2e),
    ("CO2-e", Gas::CO2e),
    ("CO2e", Gas::CO2e),
    ("二氧化碳", Gas::CO2),
    ("CO2", Gas::CO2),
];

/// The text before the gas that stands at its end, and the gas.
pub(super) fn split_gas(text: &str) -> Option<(&str, Gas)> {
    GASES.iter().find_map(|(name, gas)| {
        let mut rest = text.chars();
        let is_there = name.chars().rev().all(|wanted| match rest.next_back() {
            Some('₂') => wanted == '2',
            found => found == Some(wanted),
        });
        is_there.then_some((rest.as_str(), *gas))
    })
}
