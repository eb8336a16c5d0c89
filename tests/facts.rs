//! The facts that the first real input must bring out, all derived from its data file.
#![cfg(not(target_arch = "wasm32"))]

use std::rc::Rc;

use emissions_calculator::claim::Verdict;
use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::quantity::Decimal;
use emissions_calculator::report::{Analysis, Choices, Report, Session};

fn ant_group(choices: Choices) -> Report {
    let text = include_str!("../data/disclosures/ant-group-2021.json");
    let file = Disclosure::read(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    Session::with_choices(Rc::new(Analysis::of_file(file)), choices).report()
}

#[test]
fn the_stated_cut_is_15_562_cars() {
    let report = ant_group(Choices::default());
    let shown = report.shown.unwrap();
    assert_eq!(shown.working[0].result.to_string(), "2436 kg/yr", "12,000 km × 0.203 kg/km");
    assert!(shown.shown.comparison.result.central.value.to_string().starts_with("15562.344006568"));
    assert_eq!(shown.shown.comparison.rounded.to_string(), "15600");
    assert_eq!(shown.shown.comparison.preset.as_deref(), Some("article"));
    // 8,837 under the US preset, 19,559 under the UK's.
    assert_eq!(shown.shown.comparison.across_presets.low_rounded.to_string(), "8800");
    assert_eq!(shown.shown.comparison.across_presets.high_rounded.to_string(), "19600");
}

#[test]
fn about_15_000_is_that_number_cut_down_to_two_digits() {
    let report = ant_group(Choices::default());
    let claim = &report.checked.unwrap().equivalences[0];
    assert_eq!(claim.verdict, Verdict::RoundedDown);
    let judged = claim.judged.unwrap();
    assert_eq!(judged.digits, 2);
    assert_eq!(judged.nearest.to_string(), "16000");
    // 3.6 % lower.
    assert_eq!((judged.difference * Decimal::ONE_HUNDRED).round_dp(1).to_string(), "-3.6");
    assert_eq!(claim.solutions[0].assumption, "distance");
    assert_eq!(claim.solutions[0].rounded.to_string(), "12450");
}

#[test]
fn the_parts_leave_a_remainder_and_cannot_hold_what_was_avoided() {
    let inventory = ant_group(Choices::default()).inventory.unwrap();
    let cut = &inventory.wholes[0];
    assert_eq!(cut.itemised.to_string(), "31260.08 tCO2e");
    assert_eq!(cut.remainder.to_string(), "6649.79 tCO2e");
    assert_eq!((cut.remainder_share * Decimal::ONE_HUNDRED).round_dp(1).to_string(), "17.5");
    assert_eq!(inventory.outside[0].excess.to_string(), "15233.84 tCO2e");
    assert_eq!(inventory.measures[0].before.to_string(), "46711.77 tCO2e");
    assert_eq!(inventory.measures[0].emitted.to_string(), "23159.54 tCO2e");
}

#[test]
fn neutrality_covers_two_scopes_and_rests_on_credits_without_a_number() {
    let report = ant_group(Choices::default());
    let codes: Vec<&str> = report.findings.iter().map(|finding| finding.code()).collect();
    for code in [
        "neutral-covers-some-scopes-only",
        "credits-not-quantified",
        "scope-not-reported",
        "amount-not-disclosed",
        "remainder-not-itemised",
        "avoided-cannot-be-inside-total",
        "claim-rounded-down",
        "co2-only-comparator",
        "scope-2-method-not-stated",
    ] {
        assert!(codes.contains(&code), "{code} is missing from {codes:?}");
    }
    let total = &report.inventory.unwrap().totals[0];
    assert!(total.at_least);
    assert_eq!(total.amount.central.to_string(), "23159.54 tCO2e");
}

#[test]
fn fifteen_thousand_kilometres_give_12_400_cars() {
    let mut choices = Choices::default();
    choices.set("petrol-car-year", "distance", Decimal::from(15_000));
    let shown = ant_group(choices).shown.unwrap();
    assert!(shown.shown.comparison.result.central.value.to_string().starts_with("12449.87"));
    assert_eq!(shown.shown.comparison.rounded.to_string(), "12400");
    assert!(shown.shown.comparison.is_changed());
    assert_eq!(shown.shown.comparison.base_rounded.to_string(), "15600");
}
