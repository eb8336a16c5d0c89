//! Every disclosure file that ships, every faulty one, and what happens to good ones when they are changed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use emissions_calculator::disclosure::{Disclosure, Fault, FaultKind, schema};
use emissions_calculator::factors::formula::FormulaError;
use emissions_calculator::quantity::Decimal;
use serde_json::{Value, json};

/// The JSON files of a folder, by name: those that are to be read, and those that are to be refused.
fn files(folder: &str) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(here).expect("the folder is there").map(|file| file.expect("readable").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "{folder} has no JSON files");
    files.into_iter().partition(|path| !name(path).starts_with("unreadable-"))
}

fn name(path: &std::path::Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("a name")
}

fn readable() -> Vec<(String, String)> {
    let all = files("data/disclosures").0.into_iter().chain(files("tests/goldens/faulty").0);
    all.map(|path| (name(&path).to_owned(), fs::read_to_string(&path).expect("readable"))).collect()
}

fn unreadable() -> Vec<PathBuf> {
    files("tests/goldens/faulty").1
}

fn pointers(faults: &[Fault]) -> Vec<&str> {
    let places: BTreeSet<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
    places.into_iter().collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_example_reads() {
    for (name, text) in readable() {
        if let Err(faults) = Disclosure::read(&text) {
            panic!("{name}: {}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        }
    }
}

#[test]
fn unreadable_files_name_every_place_at_once() {
    let mut wrong = Vec::new();
    for path in unreadable() {
        let faults = Disclosure::read(&fs::read_to_string(&path).expect("readable")).expect_err("unreadable");
        let expected = fs::read_to_string(path.with_extension("expected.txt")).expect("expected.txt beside it");
        let expected: Vec<&str> = expected.lines().collect();
        assert!(expected.is_sorted(), "{}: the expected places are sorted by byte", name(&path));
        if pointers(&faults) != expected {
            wrong.push(format!("{}: {:?}, not {expected:?}", name(&path), pointers(&faults)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn faults_come_by_place_with_list_items_in_their_order() {
    let entries: Vec<Value> =
        (0..12).map(|n| json!({ "id": format!("e{n}"), "kind": "emission", "amount": 5 })).collect();
    let faults = Disclosure::read(&with("/entries", json!(entries))).expect_err("numbers for amounts");
    let places: Vec<&str> =
        faults.iter().map(|fault| fault.at.as_str()).filter(|place| place.starts_with("/entries")).collect();
    let expected: Vec<String> = (0..12).map(|n| format!("/entries/{n}/amount")).collect();
    assert_eq!(places, expected);
}

#[test]
fn the_schema_accepts_every_example() {
    let schema = schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    for (name, text) in readable() {
        let errors: Vec<String> =
            validator.iter_errors(&json(&text)).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
    }
}

#[test]
fn the_schema_is_a_schema() {
    let schema = schema();
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn the_schema_rejects_what_is_wrong_in_structure() {
    let schema = schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    for path in unreadable() {
        let file = json(&fs::read_to_string(&path).expect("readable"));
        assert!(!validator.is_valid(&file), "{}", name(&path));
    }
}

/// An example that uses most of the format.
fn example() -> Value {
    json!({
        "version": 1, "id": "example", "lang": "en", "organisation": { "en": "Example", "zh-CN": "示例" },
        "period": "2021", "base_period": "2019", "note": "A note",
        "source": { "title": "Report", "publisher": "Example", "published": "2022-04-20", "url": "https://example.org" },
        "assurance": { "body": "Assurers", "standard": "ISO 14064-3", "level": "limited" },
        "entries": [
            { "id": "direct", "kind": "emission", "scopes": [1], "amount": "100 tCO2e", "label": "Direct" },
            { "id": "energy", "kind": "emission", "scopes": [2], "method": "market",
              "amount": { "low": "40 tCO2e", "central": "50 tCO2e", "high": "60 tCO2e" } },
            { "id": "travel", "kind": "emission", "scopes": [3], "category": 6, "amount": null, "excluded": "Small" },
            { "id": "cut", "kind": "reduction", "amount": "10 tCO2e", "part_of": "lots", "period": "2020-07/2021-06" },
            { "id": "lots", "kind": "reduction", "amount": "20 tCO2e", "source": { "title": "x", "publisher": "y" } },
            { "id": "credits", "kind": "credit", "amount": "100 tCO2e", "covers": "direct", "programme": "CCER",
              "registry": "x", "vintage": 2020, "credit_type": "avoidance", "retirement": "2022" }
        ],
        "claims": [
            { "type": "equivalence", "entry": "cut", "equivalence": "petrol-car-year", "stated": "15000",
              "approximate": true, "assumptions": { "distance": "12000 km/yr" } },
            { "type": "equivalence", "entry": "cut", "equivalence": "kettles", "stated": "1",
              "assumptions": { "footprint": "0.1 t" } },
            { "type": "carbon-neutral", "scopes": [1, 2], "year": 2021, "note": "x" },
            { "type": "net-zero" }
        ],
        "targets": [{ "organisation": "Example", "type": "reduction", "scopes": [1], "share": "50 %", "base_year": 2019,
            "from": 2021, "by": 2030, "covers": "all" }],
        "equivalences": ["petrol-car-year", {
            "id": "kettles", "label": "kettles", "kind": "emits", "formula": "amount / (2 * footprint)", "counts": "1",
            "gas": "CO2e", "boundary": "life-cycle", "source": { "title": "Kettles", "publisher": "Institute" },
            "assumptions": [{ "id": "footprint", "label": "one kettle", "unit": "kg", "value": "100", "min": "60",
                "max": "240", "step": "5" }] }]
    })
}

/// The example with another value at a place; a field that is not there is added.
fn with(pointer: &str, value: Value) -> String {
    let mut file = example();
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    match file.pointer_mut(parent).expect("a place") {
        Value::Object(fields) => {
            fields.insert(field.to_owned(), value);
        }
        Value::Array(items) => items[field.parse::<usize>().expect("a number")] = value,
        _ => panic!("{parent} holds nothing"),
    }
    file.to_string()
}

#[test]
fn the_example_is_good() {
    let file = example();
    assert_eq!(Disclosure::read(&file.to_string()).map(|_| ()), Ok(()));
    let schema = schema();
    assert!(jsonschema::draft202012::is_valid(&schema, &file));
}

#[test]
fn impossible_values_are_faults_at_their_place() {
    let cases = [
        ("/version", json!(2)),
        ("/id", json!("Not Kebab")),
        ("/lang", json!("e")),
        ("/lang", Value::Null),
        ("/period", json!("2021-13")),
        ("/period", json!("0221")),
        ("/period", json!("2021/2020")),
        ("/source/published", json!("2021-02-29")),
        ("/source/url", json!("javascript:alert(1)")),
        ("/source/title", json!("  ")),
        ("/organisation", json!({})),
        ("/organisation/en", json!("")),
        ("/organisation/e!", json!("x")),
        ("/organisation/zh-cn", json!("a language given twice")),
        ("/entries/0/amount", json!(100)),
        ("/entries/0/amount", json!("100")),
        ("/entries/0/amount", json!("100 t")),
        ("/entries/0/amount", json!("233,000 tCO2e")),
        ("/entries/0/amount", json!("-0 tCO2e")),
        ("/entries/1/amount/low", json!("51 kgCO2")),
        ("/entries/0/scopes", json!([])),
        ("/entries/0/scopes/0", json!(4)),
        ("/entries/0/category", json!(1)),
        ("/entries/0/method", json!("market")),
        ("/entries/0/covers", json!("energy")),
        ("/entries/0/vintage", json!(2020)),
        ("/entries/1/id", json!("direct")),
        ("/entries/2/amount", json!("5 tCO2e")),
        ("/entries/3/part_of", json!("nothing")),
        ("/entries/5/covers", json!("nothing")),
        ("/entries/5/vintage", json!(1492)),
        ("/claims/0/type", json!("better")),
        ("/claims/0/entry", json!("nothing")),
        ("/claims/0/equivalence", json!("blue-whales")),
        ("/claims/0/stated", json!(15000)),
        ("/claims/0/stated", json!("-1")),
        ("/claims/0/assumptions/distance", json!("12000 kg")),
        ("/claims/0/assumptions/distance", json!("0 km/yr")),
        ("/claims/0/assumptions/colour", json!("12000 km/yr")),
        ("/claims/1/assumptions/footprint", json!("5 km")),
        ("/targets/0/share", json!("101 %")),
        ("/targets/0/share", json!("0.5")),
        ("/targets/0/by", json!(2030.5)),
        ("/equivalences/0", json!("blue-whales")),
        ("/equivalences/1/id", json!("petrol-car-year")),
        ("/equivalences/1/formula", json!("amount / footprint / footprint")),
        ("/equivalences/1/formula", json!("amount * footprint")),
        ("/equivalences/1/formula", json!("footprint / amount")),
        ("/equivalences/1/formula", json!("amount / (0 * footprint)")),
        ("/equivalences/1/formula", json!("amount + footprint")),
        ("/equivalences/1/counts", json!("furlong")),
        ("/equivalences/1/assumptions/0/value", json!("500")),
        ("/equivalences/1/assumptions/0/min", json!("500")),
        ("/equivalences/1/assumptions/0/min", json!("0")),
        ("/equivalences/1/assumptions/0/step", json!("0")),
        ("/equivalences/1/assumptions/0/unit", json!("furlong")),
    ];
    let mut wrong = Vec::new();
    for (pointer, value) in cases {
        let found = Disclosure::read(&with(pointer, value.clone())).err().unwrap_or_default();
        if !pointers(&found).contains(&pointer) && !pointers(&found).contains(&pointer.trim_end_matches("/low")) {
            wrong.push(format!("{pointer} = {value}: {:?}", pointers(&found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_what_is_wrong_is_told() {
    let cases = [
        (
            "/equivalences/1/assumptions/0/id",
            json!("7"),
            vec!["/equivalences/1/assumptions/0/id", "/equivalences/1/formula"],
        ),
        ("/equivalences/1/assumptions/0/id", json!("A B"), vec!["/equivalences/1/assumptions/0/id"]),
        ("/equivalences/1/gas", json!("steam"), vec!["/equivalences/1/gas"]),
        ("/entries/0/id", json!("Not Kebab"), vec!["/entries/0/id", "/entries/5/covers"]),
        ("/entries/2/scopes", json!("3"), vec!["/entries/2/scopes"]),
    ];
    for (pointer, value, expected) in cases {
        let found = Disclosure::read(&with(pointer, value.clone())).expect_err("wrong");
        assert_eq!(pointers(&found), expected, "{pointer} = {value}");
    }
}

#[test]
fn a_field_given_twice_is_a_fault() {
    let text = example().to_string();
    for (field, place) in [
        (r#""id":"example""#, "/id"),
        (r#""title":"Report""#, "/source/title"),
        (r#""zh-CN":"示例""#, "/organisation/zh-CN"),
        (r#""distance":"12000 km/yr""#, "/claims/0/assumptions/distance"),
        (r#""stated":"15000""#, "/claims/0/stated"),
        (r#""central":"50 tCO2e""#, "/entries/1/amount/central"),
        (r#""unit":"kg""#, "/equivalences/1/assumptions/0/unit"),
    ] {
        assert!(text.contains(field), "{field}");
        let twice = text.replacen(field, &format!("{field},{field}"), 1);
        let faults = Disclosure::read(&twice).expect_err("given twice");
        assert_eq!(pointers(&faults), [place]);
    }
}

#[test]
fn entries_in_a_circle_are_faults() {
    let entry = |id: &str, whole: &str| json!({ "id": id, "kind": "reduction", "amount": null, "part_of": whole });
    let entries = json!([entry("a", "b"), entry("b", "c"), entry("c", "a")]);
    let mut file = example();
    file["entries"] = entries;
    file["claims"] = json!([]);
    let faults = Disclosure::read(&file.to_string()).expect_err("a circle");
    assert_eq!(pointers(&faults), ["/entries/0/part_of", "/entries/1/part_of", "/entries/2/part_of"]);
}

/// The places of all objects in a value.
fn objects(value: &Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            places.push(at.to_owned());
            for (name, value) in fields {
                objects(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), places);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                objects(value, &format!("{at}/{index}"), places);
            }
        }
        _ => {}
    }
}

#[test]
fn an_unknown_field_anywhere_is_a_fault_at_that_field() {
    let schema = schema();
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let mut files = readable();
    files.push(("the example".to_owned(), example().to_string()));
    for (name, text) in files {
        let file = json(&text);
        let mut places = Vec::new();
        objects(&file, "", &mut places);
        for place in places {
            let mut changed = file.clone();
            let fields = changed.pointer_mut(&place).and_then(Value::as_object_mut).expect("an object");
            fields.insert("un/kno~wn".to_owned(), json!("x"));
            let pointer = format!("{place}/un~1kno~0wn");
            let faults = Disclosure::read(&changed.to_string()).expect_err("an unknown field");
            assert_eq!(pointers(&faults), [pointer.as_str()], "{name}");
            // The names of a claim's assumptions depend on its comparison, which no schema can say.
            assert!(place.ends_with("/assumptions") || !validator.is_valid(&changed), "{name} {place}");
        }
    }
}

#[test]
fn a_missing_required_field_is_a_fault_at_its_object() {
    for pointer in [
        "/version",
        "/id",
        "/lang",
        "/organisation",
        "/period",
        "/source",
        "/entries",
        "/source/title",
        "/entries/0/id",
        "/entries/0/kind",
        "/entries/0/amount",
        "/claims/0/stated",
        "/targets/0/type",
        "/equivalences/1/formula",
        "/equivalences/1/assumptions/0/unit",
        "/entries/1/amount/low",
    ] {
        let mut file = example();
        let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
        file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").remove(field);
        let faults = Disclosure::read(&file.to_string()).expect_err("a missing field");
        let fault = faults.iter().find(|fault| fault.at == parent).unwrap_or_else(|| panic!("{pointer}: {faults:?}"));
        assert!(matches!(fault.kind, FaultKind::MissingField { field: missing } if missing == field), "{fault:?}");
    }
}

#[test]
fn text_that_is_no_json_is_one_fault() {
    for text in ["", "{", "[1,]", "\u{feff}", "{\"a\": 1e999}", "nul"] {
        let faults = Disclosure::read(text).expect_err("no JSON");
        assert_eq!(faults.len(), 1, "{text}");
        assert_eq!(faults[0].at, "", "{text}");
    }
    assert_eq!(Disclosure::read("[]").expect_err("a list")[0].at, "");
    let with_mark = format!("\u{feff}{}", example());
    assert!(Disclosure::read(&with_mark).is_ok(), "a byte order mark is no fault");
    let deep = "[".repeat(100_000);
    assert_eq!(Disclosure::read(&deep).expect_err("too deep").len(), 1);
}

/// The example with these values in its own comparison; `value` of the assumption is 100, in a formula that divides by it.
fn with_own(changes: &[(&str, &str)]) -> String {
    let mut file = example();
    for (field, text) in changes {
        let place = format!("/equivalences/1/{field}");
        let (parent, field) = place.rsplit_once('/').expect("a pointer");
        let fields = file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        fields.insert(field.to_owned(), json!(text));
    }
    file.to_string()
}

/// The faults of the example's own comparison, by place within it.
fn of_own(changes: &[(&str, &str)]) -> Vec<(String, FaultKind)> {
    let faults = Disclosure::read(&with_own(changes)).err().unwrap_or_default();
    let within = |at: String| at.strip_prefix("/equivalences/1/").map_or(at.clone(), str::to_owned);
    faults.into_iter().map(|fault| (within(fault.at), fault.kind)).collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

const VALUE: &str = "assumptions/0/value";
const MIN: &str = "assumptions/0/min";
const MAX: &str = "assumptions/0/max";
const STEP: &str = "assumptions/0/step";
const ID: &str = "assumptions/0/id";

#[test]
fn the_limits_of_an_assumption_hold_on_both_sides() {
    let above =
        |min: &str, max: &str| vec![(MIN.to_owned(), FaultKind::MinAboveMax { min: decimal(min), max: decimal(max) })];
    let outside = |value: &str, min: &str, max: &str| {
        let kind = FaultKind::ValueOutsideRange { value: decimal(value), min: decimal(min), max: decimal(max) };
        vec![(VALUE.to_owned(), kind)]
    };
    assert_eq!(of_own(&[(MIN, "100"), (MAX, "100")]), [], "one value alone");
    assert_eq!(of_own(&[(MIN, "100"), (MAX, "100.0")]), [], "equal, written differently");
    assert_eq!(of_own(&[(MIN, "100.1"), (MAX, "100")]), above("100.1", "100"));
    assert_eq!(of_own(&[(MIN, "101"), (MAX, "100")]), above("101", "100"));
    assert_eq!(of_own(&[(VALUE, "60")]), [], "at the lower limit");
    assert_eq!(of_own(&[(VALUE, "240")]), [], "at the upper limit");
    assert_eq!(of_own(&[(VALUE, "59.9")]), outside("59.9", "60", "240"));
    assert_eq!(of_own(&[(VALUE, "240.1")]), outside("240.1", "60", "240"));
    assert_eq!(of_own(&[(MIN, "500"), (VALUE, "300")]), above("500", "240"), "the range is told, not the value");
}

#[test]
fn a_step_and_a_divisor_are_above_zero() {
    let zero = |field: &str| (field.to_owned(), FaultKind::ZeroDivides);
    assert_eq!(of_own(&[(STEP, "0")]), [(STEP.to_owned(), FaultKind::ZeroStep)]);
    assert_eq!(of_own(&[(STEP, "0.000")]), [(STEP.to_owned(), FaultKind::ZeroStep)]);
    assert_eq!(of_own(&[(STEP, "0.0001")]), []);
    assert_eq!(of_own(&[(MIN, "0")]), [zero(MIN)]);
    assert_eq!(of_own(&[(MIN, "0.0001")]), []);
    assert_eq!(of_own(&[(MIN, "0"), (VALUE, "0")]), [zero(MIN), zero(VALUE)]);
    // A zero that multiplies is a value like any other; beside it, the one that divides is told.
    let mut file: Value = json(&fs::read_to_string("tests/goldens/own-comparison.json").expect("readable"));
    assert_eq!(Disclosure::read(&file.to_string()).map(drop), Ok(()));
    file["equivalences"][0]["assumptions"][0]["value"] = json!("0");
    assert_eq!(Disclosure::read(&file.to_string()).map(drop), Ok(()));
    file["equivalences"][0]["assumptions"][1]["min"] = json!("0");
    let faults = Disclosure::read(&file.to_string()).expect_err("it divides");
    assert_eq!(pointers(&faults), ["/equivalences/0/assumptions/1/min"]);
}

#[test]
fn names_in_a_formula_cannot_be_mistaken() {
    let named = |id: &str| [(ID, id.to_owned()), ("formula", format!("amount / (2 * {id})"))];
    let of = |id: &str| {
        let named = named(id);
        // The claim speaks of the assumption by its first name; that is another matter.
        let mut faults = of_own(&named.each_ref().map(|(field, text)| (*field, text.as_str())));
        faults.retain(|(at, _)| !at.starts_with("/claims"));
        faults
    };
    assert_eq!(of("a7"), []);
    for id in ["7a", "0-1"] {
        assert_eq!(of(id), [(ID.to_owned(), FaultKind::IdBeginsWithDigit { id: id.to_owned() })]);
    }
    let taken = (ID.to_owned(), FaultKind::RepeatedAssumption { id: "amount".to_owned() });
    assert!(of("amount").contains(&taken));
    let mut twice: Value = json(&fs::read_to_string("tests/goldens/own-comparison.json").expect("readable"));
    twice["equivalences"][0]["assumptions"][0]["id"] = json!("footprint");
    let faults = Disclosure::read(&twice.to_string()).expect_err("a name taken twice");
    let kind = FaultKind::RepeatedAssumption { id: "footprint".to_owned() };
    assert!(
        faults.iter().any(|fault| fault.at == "/equivalences/0/assumptions/1/id" && fault.kind == kind),
        "{faults:?}"
    );
}

#[test]
fn the_units_of_a_formula_cancel() {
    assert_eq!(of_own(&[("counts", "1")]), []);
    assert_eq!(of_own(&[("assumptions/0/unit", "t")]), [], "another unit of mass cancels too");
    for (counts, unit) in [("yr", "kg"), ("1", "km"), ("kg", "kg")] {
        let found = of_own(&[("counts", counts), ("assumptions/0/unit", unit)]);
        let units = |(at, kind): &(String, FaultKind)| {
            at == "formula" && matches!(kind, FaultKind::Formula { reason: FormulaError::Units { .. }, .. })
        };
        assert!(found.iter().any(units), "{counts}, {unit}: {found:?}");
    }
}

#[test]
fn a_comparison_is_listed_once_whoever_defines_it() {
    let twice = |pointer: &str, value: Value| Disclosure::read(&with(pointer, value)).expect_err("listed twice");
    let catalogue = example()["equivalences"][0].clone();
    let own = example()["equivalences"][1].clone();
    let faults = twice("/equivalences", json!([catalogue, own, catalogue]));
    let kind = FaultKind::RepeatedComparison { id: "petrol-car-year".to_owned() };
    assert_eq!(faults, [Fault { at: "/equivalences/2".to_owned(), kind }]);
    let faults = twice("/equivalences", json!([own, catalogue, own]));
    let kind = FaultKind::RepeatedComparison { id: "kettles".to_owned() };
    assert_eq!(faults, [Fault { at: "/equivalences/2".to_owned(), kind }]);
}

#[test]
fn a_claim_on_a_comparison_at_fault_is_not_told_twice() {
    let mut file = json(&with_own(&[(MIN, "500")]));
    file["claims"][1]["assumptions"] = json!({ "colour": "5 kg" });
    let faults = Disclosure::read(&file.to_string()).expect_err("min above max");
    assert_eq!(pointers(&faults), ["/equivalences/1/assumptions/0/min"]);
    // With the comparison right, the claim is.
    file["equivalences"][1]["assumptions"][0]["min"] = json!("60");
    let faults = Disclosure::read(&file.to_string()).expect_err("no such assumption");
    assert_eq!(pointers(&faults), ["/claims/1/assumptions/colour"]);
}
