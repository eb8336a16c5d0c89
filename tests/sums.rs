//! What amounts add up to: the cases of `tests/goldens/sums.toml`, and what holds for any file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fs;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::inventory::{Inventory, ScopeState};
use emissions_calculator::report::{Analysis, HostDefaults, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens/sums.toml");

/// "goods: scope 3 category 1 part = 900 tCO2e" as a file has it. A part is one of the entry before it that is none.
fn entry(line: &str, whole: &mut String) -> Value {
    let (id, rest) = line.split_once(':').expect("a name");
    let (words, amount) = rest.split_once('=').expect("an amount");
    let mut entry = json!({ "id": id, "kind": "emission", "amount": amount.trim() });
    let mut scopes = Vec::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse::<u8>().ok()).expect("a number");
        match word {
            "scope" => scopes.push(number()),
            "category" => entry["category"] = number().into(),
            "location" | "market" => entry["method"] = word.into(),
            "net" => entry["net_of"] = "uptake by forests".into(),
            "part" => entry["part_of"] = whole.as_str().into(),
            _ => panic!("{word}?"),
        }
    }
    if !scopes.is_empty() {
        entry["scopes"] = scopes.into();
    }
    if entry.get("part_of").is_none() {
        id.clone_into(whole);
    }
    if amount.trim() == "none" {
        entry["amount"] = Value::Null;
    }
    entry
}

fn file(entries: &[Value]) -> Disclosure {
    let file = json!({
        "version": 1, "id": "case", "lang": "en", "organisation": "Example Works", "period": "2023",
        "source": { "title": "Annual report (fictional)", "publisher": "Example Works", "published": "2024-03-01" },
        "assurance": { "body": "Example Assurers" },
        "entries": entries,
    });
    Disclosure::read(&file.to_string()).unwrap_or_else(|faults| panic!("{file}: {faults:?}"))
}

fn totals(inventory: &Inventory) -> Vec<String> {
    let total = |total: &emissions_calculator::inventory::Total| {
        format!("{}{}", if total.at_least { "at least " } else { "" }, total.amount)
    };
    inventory.totals.iter().map(total).collect()
}

#[test]
fn amounts_add_up_as_the_cases_say() {
    let cases: toml::Table = fs::read_to_string(CASES).expect("readable").parse().expect("TOML");
    let strings = |case: &toml::Value, key: &str| -> Option<Vec<String>> {
        let list = case.get(key)?.as_array().expect("a list");
        Some(list.iter().map(|item| item.as_str().expect("a text").to_owned()).collect())
    };
    for case in cases["case"].as_array().expect("cases") {
        let name = case["name"].as_str().expect("a name");
        let mut whole = String::new();
        let entries: Vec<Value> =
            strings(case, "entries").expect("entries").iter().map(|line| entry(line, &mut whole)).collect();
        let analysis = Analysis::of_file(file(&entries));
        let inventory = analysis.inventory.clone().expect("an inventory");
        assert_eq!(totals(&inventory), strings(case, "totals").expect("totals"), "{name}");
        for row in strings(case, "rows").unwrap_or_default() {
            let found = inventory.rows.iter().any(|held| {
                let ScopeState::Reported { amount: Some(amount) } = &held.state else { return false };
                let scopes: Vec<String> = held.scopes.iter().map(|scope| format!("scope {scope}")).collect();
                format!("{} = {amount}", scopes.join(" ")) == row
            });
            assert!(found, "{name}: no row {row}: {:?}", inventory.rows);
        }
        let session = Session::new(analysis.into(), HostDefaults::default());
        let found: Vec<(String, String)> =
            session.findings().iter().map(|finding| (finding.code().to_owned(), finding.at.clone())).collect();
        for note in strings(case, "notes").expect("notes") {
            let (code, id) = note.split_once(' ').expect("a code and an entry");
            let place = entries.iter().position(|entry| entry["id"] == id).expect("an entry");
            let at = format!("/entries/{place}/");
            let is_told = found.iter().any(|(held, place)| held == code && place.starts_with(&at));
            assert!(is_told, "{name}: {note} is not among {found:?}");
            // And of no other entry.
            assert_eq!(found.iter().filter(|(held, _)| held == code).count(), 1, "{name}: {note}: {found:?}");
        }
        let sums = ["scope-2-method-not-stated", "category-not-stated", "may-be-same", "net-beside-gross", "parts-"];
        let expected = strings(case, "notes").expect("notes");
        for (code, _) in found.iter().filter(|(code, _)| sums.iter().any(|sum| code.starts_with(sum))) {
            assert!(expected.iter().any(|note| note.starts_with(code.as_str())), "{name}: {code} is told");
        }
    }
}

/// Each change as "scopes method: then -> now", with a mark where only what both state is compared.
fn changes(entries: &[(&str, &str, &str)]) -> (Vec<String>, usize) {
    let mut whole = String::new();
    let entries: Vec<Value> = entries
        .iter()
        .enumerate()
        .map(|(place, (period, words, amount))| {
            let mut held = entry(&format!("e{place}: {words} = {amount}"), &mut whole);
            held["period"] = (*period).into();
            if *amount == "left out" {
                held["amount"] = Value::Null;
                held["excluded"] = "not measured".into();
            }
            held
        })
        .collect();
    let inventory = Inventory::of(&file(&entries));
    let told = inventory.changes.iter().map(|change| {
        let scopes: Vec<String> =
            change.scopes.into_iter().flat_map(|scopes| scopes.iter()).map(|scope| scope.to_string()).collect();
        let method = change.method.map(|method| format!(" {}", method.id())).unwrap_or_default();
        let mark = if change.is_like_for_like { "" } else { " of both" };
        format!("{}{method}: {} -> {}{mark}", scopes.join("+"), change.before, change.now)
    });
    (told.collect(), inventory.not_comparable.len())
}

#[test]
fn change_is_told_for_scopes_1_and_2_and_for_all_given_together_or_apart() {
    let (told, not_comparable) = changes(&[
        ("2023", "scope 1", "10 tCO2e"),
        ("2023", "scope 2 market", "20 tCO2e"),
        ("2023", "scope 3", "70 tCO2e"),
        ("2020", "scope 1 scope 2 market", "40 tCO2e"),
        ("2020", "scope 3", "60 tCO2e"),
    ]);
    let expected =
        ["3: 60 tCO2e -> 70 tCO2e", "1+2 market: 40 tCO2e -> 30 tCO2e", "1+2+3 market: 100 tCO2e -> 100 tCO2e"];
    assert_eq!(told, expected);
    assert_eq!(not_comparable, 1, "the two years do not state the same");
}

#[test]
fn what_one_year_did_not_measure_is_compared_in_neither() {
    let (told, not_comparable) = changes(&[
        ("2023", "scope 3 category 1", "100 tCO2e"),
        ("2023", "scope 3 category 2", "50 tCO2e"),
        ("2020", "scope 3 category 1", "100 tCO2e"),
        ("2020", "scope 3 category 2", "left out"),
    ]);
    assert_eq!(told, ["3: 100 tCO2e -> 100 tCO2e of both"]);
    assert_eq!(not_comparable, 1);
    let (told, not_comparable) = changes(&[
        ("2023", "scope 3 category 1", "100 tCO2e"),
        ("2023", "scope 3 category 2", "left out"),
        ("2020", "scope 3 category 1", "80 tCO2e"),
        ("2020", "scope 3 category 2", "left out"),
    ]);
    assert_eq!(told, ["3: 80 tCO2e -> 100 tCO2e"], "what neither states is no difference");
    assert_eq!(not_comparable, 0);
}

#[test]
fn two_levels_without_scopes_make_no_change() {
    let (told, _) = changes(&[("2023", "", "5828 MtCO2e"), ("2023", "", "6587 MtCO2e"), ("2020", "", "6000 MtCO2e")]);
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn a_claim_against_a_small_number_is_told_that_number() {
    let claim = json!({ "version": 1, "id": "case", "lang": "en", "organisation": "E", "period": "2023",
        "source": { "title": "T", "publisher": "P", "published": "2024-03-01" },
        "entries": [{ "id": "e", "kind": "emission", "amount": "0.15 gCO2" }],
        "claims": [{ "type": "equivalence", "entry": "e", "equivalence": "petrol-car-distance", "stated": "1",
            "assumptions": { "intensity": "0.2 kg/km" } }] });
    let analysis = Analysis::of_file(Disclosure::read(&claim.to_string()).expect("a file"));
    let session = Session::new(analysis.into(), HostDefaults::default());
    let finding = session.findings().into_iter().find(|finding| finding.code() == "claim-differs").expect("it differs");
    let computed = finding.kind.params().into_iter().find(|(name, _)| *name == "computed").expect("a number").1;
    assert_eq!(serde_json::to_value(&computed).expect("JSON"), json!({ "number": "0.00075" }));
}

#[test]
fn a_value_is_refused_far_below_its_range_as_far_above() {
    let car = emissions_calculator::factors::find("petrol-car-year").expect("a comparison");
    let distance = car.assumptions.first().expect("the distance");
    let is_possible = |text: &str| distance.is_possible(text.parse().expect("a number"));
    // 5,000 to 30,000 km.
    assert!(is_possible("0.005") && !is_possible("0.00499"));
    assert!(is_possible("30000000") && !is_possible("30000001"));
}

#[test]
fn what_a_claim_of_neutrality_rests_on_counts_scope_2_once() {
    let mut whole = String::new();
    let lines = ["direct: scope 1 = 10 tCO2e", "bought: scope 2 = 100 tCO2e", "contracts: scope 2 market = 30 tCO2e"];
    let entries: Vec<Value> = lines.iter().map(|line| entry(line, &mut whole)).collect();
    let mut file = file(&entries);
    let claim = json!({ "version": 1, "id": "case", "lang": "en", "organisation": "E", "period": "2023",
        "source": { "title": "T", "publisher": "P", "published": "2024-03-01" }, "entries": entries,
        "claims": [{ "type": "carbon-neutral", "scopes": [1, 2], "year": 2023 }] });
    file.claims = Disclosure::read(&claim.to_string()).expect("a file").claims;
    let checked = Analysis::of_file(file).checked.expect("checked");
    assert_eq!(checked.neutrality[0].gross.map(|gross| gross.to_string()).as_deref(), Some("40 tCO2e"));
}

proptest! {
    /// Each entry's amount is a power of two, so that a sum tells which entries are in it.
    #[test]
    fn no_amount_counts_twice_and_a_whole_total_leaves_nothing_out(kinds in prop::collection::vec((0_u8..12, any::<bool>()), 1..12)) {
        let mut entries = Vec::new();
        for (place, (kind, is_co2)) in kinds.iter().enumerate() {
            let gas = if *is_co2 && *kind == 11 { "tCO2" } else { "tCO2e" };
            let mut entry = json!({ "id": format!("e{place}"), "kind": "emission", "amount": format!("{} {gas}", 1_u64 << place) });
            match kind {
                0 => entry["scopes"] = json!([1]),
                1 => entry["scopes"] = json!([2]),
                2 => { entry["scopes"] = json!([2]); entry["method"] = "location".into(); }
                3 => { entry["scopes"] = json!([2]); entry["method"] = "market".into(); }
                4 => entry["scopes"] = json!([1, 2]),
                5 => entry["scopes"] = json!([3]),
                6 | 7 => { entry["scopes"] = json!([3]); entry["category"] = (kind - 5).into(); }
                8 => entry["scopes"] = json!([1, 2, 3]),
                9 => {}
                10 => entry["net_of"] = "sinks".into(),
                _ => entry["scopes"] = json!([1]),
            }
            entries.push(entry);
        }
        let file = file(&entries);
        let inventory = Inventory::of(&file);
        let all: u64 = (0..entries.len()).map(|place| 1_u64 << place).sum();
        for total in &inventory.totals {
            let sum: u64 = total.amount.central.value.try_into().expect("a whole number");
            prop_assert_eq!(sum & !all, 0, "an amount counts twice: {} of {}", sum, all);
            let has = |place: usize| sum & (1 << place) != 0;
            let scopes = |place: usize| entries[place].get("scopes").map(ToString::to_string).unwrap_or_default();
            let method = |place: usize| entries[place].get("method").and_then(Value::as_str).unwrap_or("");
            for one in (0..entries.len()).filter(|one| has(*one)) {
                for other in (0..entries.len()).filter(|other| *other != one && has(*other)) {
                    let shares = (1..=3).any(|n| scopes(one).contains(&n.to_string()) && scopes(other).contains(&n.to_string()));
                    prop_assert!(!shares || scopes(one) == scopes(other), "{one} and {other} overlap");
                    let is_two = scopes(one) == "[2]" && scopes(other) == "[2]";
                    prop_assert!(!is_two || method(one) == method(other), "two ways to count scope 2 are added");
                }
            }
            // Left out without being told: only the other method's amounts, and what is net of something.
            let named = total.method.map(|method| method.id()).unwrap_or_default();
            let is_alternative = |place: usize| {
                entries[place].get("net_of").is_some() || (!method(place).is_empty() && method(place) != named)
            };
            for place in (0..entries.len()).filter(|place| !has(*place) && !is_alternative(*place)) {
                prop_assert!(total.at_least, "{} is left out of {}", entries[place], total.amount);
            }
        }
    }
}
