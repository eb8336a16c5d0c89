//! Disclosures of any size, made in code: the benches and `tests/scaling.rs` read them.

use std::fmt::Write as _;

/// What the entries of a generated file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A group of many sites: of 20 entries 14 are emissions of all scopes, four are a cut and its parts, one is an
    /// avoided amount, one is the base year.
    Sites,
    /// One cut with all other entries as its parts.
    Parts,
    /// Nothing but emissions whose amount is not disclosed: the most findings.
    Silent,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 3] = [Self::Sites, Self::Parts, Self::Silent];
}

/// A disclosure file of so many entries, with one claim.
pub fn disclosure(shape: Shape, entries: usize) -> String {
    let mut text = String::from(
        r#"{ "version": 1, "id": "generated", "lang": "en", "organisation": "Example Works", "period": "2024",
  "base_period": "2019", "source": { "title": "Annual report", "publisher": "Example Works", "published": "2025-03-01" },
  "entries": ["#,
    );
    for index in 0..entries {
        let fields = match shape {
            Shape::Sites => site(index),
            Shape::Parts if index == 0 => {
                r#""kind": "reduction", "scopes": [1, 2, 3], "amount": "90000000 tCO2e""#.to_owned()
            }
            Shape::Parts => {
                format!(r#""kind": "reduction", "scopes": [1], "part_of": "e0", "amount": "{} tCO2e""#, amount(index))
            }
            Shape::Silent => format!(r#""kind": "emission", "scopes": [{}], "amount": null"#, index % 3 + 1),
        };
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma}\n    {{ \"id\": \"e{index}\", {fields} }}");
    }
    text.push_str(
        r#"
  ],
  "claims": [ { "type": "equivalence", "entry": "e0", "equivalence": "petrol-car-year", "stated": "15000",
    "assumptions": { "distance": "12000 km/yr", "intensity": "0.203 kg/km" } } ] }"#,
    );
    text
}

fn site(index: usize) -> String {
    let amount = amount(index);
    // The cut that begins this group of twenty.
    let cut = index - index % 20 + 14;
    match index % 20 {
        0..=3 => format!(r#""kind": "emission", "scopes": [1], "amount": "{amount} tCO2e""#),
        4 | 5 => format!(r#""kind": "emission", "scopes": [2], "method": "location", "amount": "{amount} tCO2e""#),
        6 | 7 => format!(r#""kind": "emission", "scopes": [2], "method": "market", "amount": "{amount} tCO2e""#),
        8..=13 => {
            let category = index % 15 + 1;
            format!(r#""kind": "emission", "scopes": [3], "category": {category}, "amount": "{amount} tCO2e""#)
        }
        14 => r#""kind": "reduction", "scopes": [1], "amount": "9000 tCO2e""#.to_owned(),
        15..=17 => format!(r#""kind": "reduction", "scopes": [1], "part_of": "e{cut}", "amount": "{amount} tCO2e""#),
        18 => format!(r#""kind": "avoided", "scopes": [2], "amount": "{amount} tCO2e""#),
        _ => format!(r#""kind": "emission", "scopes": [1], "period": "2019", "amount": "{amount} tCO2e""#),
    }
}

/// Between 100 and 1,000 tonnes, with two decimals, different from entry to entry.
fn amount(index: usize) -> String {
    let cents = 10_000 + index * 7_919 % 90_000;
    format!("{}.{:02}", cents / 100, cents % 100)
}
