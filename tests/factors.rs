//! The catalogue as it is compiled, and `tests/goldens/equivalences.toml` run through it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use emissions_calculator::equivalence::{Choice, Comparison};
use emissions_calculator::factors::{self, Boundary, Definition, Kind, Status, catalogue, find, formula};
use emissions_calculator::quantity::{self, Decimal, Quantity, Range, Unit};
use rust_decimal::RoundingStrategy;
use toml::{Table, Value};

/// What the build makes of `data/factors`, with its own tests.
#[allow(dead_code, reason = "the build alone writes the constants")]
#[path = "../build/catalogue.rs"]
mod build;
#[path = "../build/notes.rs"]
mod notes;

const IDS: [&str; 16] = [
    "petrol-car-year",
    "petrol-car-distance",
    "person-year",
    "home-electricity-year",
    "electricity",
    "petrol",
    "standard-coal",
    "return-flight",
    "coal-unit-hours",
    "world-seconds",
    "oil-barrels",
    "rail-distance",
    "gas-volume",
    "arctic-sea-ice",
    "forest-year",
    "tree-seedlings-10-years",
];

#[test]
fn sixteen_in_order() {
    let ids: Vec<&str> = catalogue().iter().map(|definition| definition.id.as_ref()).collect();
    assert_eq!(ids, IDS);
    for id in IDS {
        assert_eq!(find(id).map(|definition| definition.id.as_ref()), Some(id));
    }
    assert!(find("blue-whales").is_none());
}

#[test]
fn every_preset_is_within_the_limits() {
    for definition in catalogue() {
        assert!(definition.default_preset().is_some(), "{}", definition.id);
        let ids: BTreeSet<&str> = definition.presets.iter().map(|preset| preset.id.as_ref()).collect();
        assert_eq!(ids.len(), definition.presets.len(), "{}: a preset twice", definition.id);
        for preset in definition.presets.iter() {
            let place = format!("{} {}", definition.id, preset.id);
            assert_eq!(preset.values.len(), definition.assumptions.len(), "{place}");
            assert_eq!(Boundary::find(preset.boundary.id()), Some(preset.boundary), "{place}");
            assert_ne!(preset.id, "article", "{place}: the name of a disclosure's own values");
            for (value, assumption) in preset.values.iter().zip(definition.assumptions.iter()) {
                assert!(assumption.min > Decimal::ZERO && assumption.step > Decimal::ZERO, "{place} {}", assumption.id);
                assert!(value.value >= assumption.min && value.value <= assumption.max, "{place} {}", assumption.id);
            }
        }
    }
}

#[test]
fn every_number_has_a_complete_source() {
    for definition in catalogue() {
        for (preset, value) in values(definition) {
            let (source, place) = (&value.source, format!("{} {preset}", definition.id));
            for (name, text) in [
                ("id", &source.id),
                ("publisher", &source.publisher),
                ("title", &source.title),
                ("url", &source.url),
                ("licence", &source.licence),
            ] {
                assert!(!text.trim().is_empty(), "{place}: the source has no {name}");
            }
            assert!(source.url.starts_with("http://") || source.url.starts_with("https://"), "{place}");
            assert!(source.year.is_some_and(|year| (1980..2100).contains(&year)), "{place}: {:?}", source.year);
            assert_ne!(value.status, Status::Stated, "{place}: the status of a disclosure's own values");
        }
    }
}

fn values(definition: &Definition) -> impl Iterator<Item = (&str, &emissions_calculator::factors::Value)> {
    definition.presets.iter().flat_map(|preset| preset.values.iter().map(|value| (preset.id.as_ref(), value)))
}

#[test]
fn what_is_not_verified_says_why() {
    let mut second_hand = 0;
    for definition in catalogue() {
        for (preset, value) in values(definition).filter(|(_, value)| value.status != Status::Verified) {
            for tag in ["en", "zh-CN"] {
                let held = value.note.0.iter().any(|(language, text)| language == tag && !text.trim().is_empty());
                assert!(held, "{} {preset}: {:?} without a note in {tag}", definition.id, value.status);
            }
            second_hand += usize::from(value.status == Status::SecondHand);
        }
    }
    assert!(second_hand > 0, "the article's own assumptions are second-hand");
    let article = find("petrol-car-year").and_then(Definition::default_preset).expect("in the catalogue");
    assert!(article.values.iter().all(|value| value.status == Status::SecondHand));
}

#[test]
fn the_units_of_every_formula_cancel() {
    let tonne: Unit = "t".parse().expect("a unit");
    for definition in catalogue() {
        let names: Vec<&str> = definition.assumptions.iter().map(|assumption| assumption.id.as_ref()).collect();
        let units: Vec<Unit> = definition.assumptions.iter().map(|assumption| assumption.unit).collect();
        let terms = formula::parse(&definition.formula, &names).expect("a formula");
        assert_eq!(terms.as_slice(), definition.terms.as_ref(), "{}", definition.id);
        formula::check_units(&terms, tonne, &units, definition.counts).expect("cancels");
    }
}

#[test]
fn what_removes_is_off_by_default() {
    for definition in catalogue() {
        assert_eq!(definition.listed, definition.kind != Kind::Removes, "{}", definition.id);
    }
    let seedling = find("tree-seedlings-10-years").and_then(Definition::default_preset).expect("in the catalogue");
    assert_eq!(seedling.values[0].value.normalize(), Decimal::new(6, 2), "a seedling's whole ten years");
}

/// One case of the goldens, or what is wrong with it.
fn run(case: &Table) -> Result<(), String> {
    let text = |key: &str| case.get(key).and_then(Value::as_str).ok_or(format!("no {key}"));
    let amount: Quantity = text("amount")?.parse().map_err(|fault| format!("amount: {fault}"))?;
    let definition = find(text("equivalence")?).ok_or("no such equivalence")?;
    let mut choice =
        Choice { preset: case.get("preset").and_then(Value::as_str).map(str::to_owned), ..Choice::default() };
    for (id, value) in case.get("set").and_then(Value::as_table).into_iter().flatten() {
        let index = definition.assumption(id).ok_or(format!("no assumption {id}"))?;
        let unit = definition.assumptions[index].unit;
        let written: Quantity =
            value.as_str().ok_or("set must be text")?.parse().map_err(|fault| format!("{fault}"))?;
        // "A value in `set` without a unit is a plain number": in the assumption's own unit.
        let value =
            if written.unit == Unit::ONE { written } else { written.convert(unit).map_err(|f| f.to_string())? };
        choice.set.push((id.clone(), value.value));
    }
    let digits = case.get("digits").and_then(Value::as_integer).ok_or("no digits")?;
    let found =
        Comparison::new(definition, None, &Range::exactly(amount), &choice).map_err(|fault| fault.to_string())?;
    let rounded = round_half_up(found.result.central.value, digits)?;
    let expect: Decimal = text("expect")?.parse().map_err(|_| "expect is no number")?;
    if rounded != expect.normalize() {
        return Err(format!("{} ({rounded}), not {expect}", found.result.central.value));
    }
    let inside =
        found.across_limits.low <= found.result.central.value && found.result.central.value <= found.across_limits.high;
    // Values set by hand may lie outside the plausible ones.
    if !inside && choice.set.is_empty() {
        return Err("outside the range over its assumptions' limits".to_owned());
    }
    Ok(())
}

/// Rounds to `digits` decimals, or to tens, hundreds … where that is below zero.
fn round_half_up(value: Decimal, digits: i64) -> Result<Decimal, String> {
    let shift = Decimal::from(10_i64.pow(u32::try_from(digits.min(0).abs()).map_err(|fault| fault.to_string())?));
    let places = u32::try_from(digits.max(0)).map_err(|fault| fault.to_string())?;
    let rounded = (value / shift).round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    Ok((rounded * shift).normalize())
}

#[test]
fn published_figures_are_reproduced() {
    let file: Table = include_str!("goldens/equivalences.toml").parse().expect("the goldens are TOML");
    let cases = file["case"].as_array().expect("cases");
    let mut wrong = String::new();
    let mut covered = BTreeSet::new();
    for case in cases {
        let case = case.as_table().expect("a table");
        if let Err(fault) = run(case) {
            let _ = writeln!(wrong, "{}: {fault}", case["name"]);
        }
        covered.insert(case["equivalence"].as_str().expect("a text").to_owned());
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(covered.len(), IDS.len(), "an equivalence without a case");
}

/// The values as they were first published, one a line: comparison, preset, assumption, value.
const FIRST_RELEASE: &str = include_str!("goldens/factors-first-release.txt");

#[test]
fn every_value_that_moved_has_its_line_in_the_changelog() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/factors/CHANGELOG.md");
    let changelog = std::fs::read_to_string(path).expect("readable");
    let rows: Vec<&str> = changelog.split("## First release").next().expect("the moves").lines().collect();
    let mut moved = 0;
    for definition in catalogue() {
        for preset in definition.presets.iter() {
            for (assumption, value) in definition.assumptions.iter().zip(preset.values.iter()) {
                let value = value.value.to_string();
                if FIRST_RELEASE.contains(&format!("\n{} {} {} {value}\n", definition.id, preset.id, assumption.id)) {
                    continue;
                }
                moved += 1;
                let named = |row: &&&str| {
                    row.split('|').nth(1).is_some_and(|what| what.contains(definition.id.as_ref()))
                        && row.contains(&format!("`{}`", preset.id))
                        && row.replace(',', "").contains(&value)
                };
                let name = format!("{} {} {}", definition.id, preset.id, assumption.id);
                assert!(rows.iter().any(|row| named(&row)), "{name} is {value}: no line of the changelog says so");
            }
        }
    }
    assert!(moved > 10, "{moved}");
}
