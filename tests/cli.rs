//! The command line as scripts use it: its JSON, its exit codes, its sentences.
#![allow(missing_docs, reason = "a test")]
#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use emissions_calculator::factors;
use emissions_calculator::quantity::Decimal;
use serde_json::Value;

const ANT: &str = "data/disclosures/ant-group-2021.json";

fn run(arguments: &[&str]) -> Output {
    fed(arguments, "")
}

/// Runs the program with this text on its standard input.
fn fed(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_emissions"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A program that reads no input may have ended before this is written.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn fault(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// What a command prints as JSON, with its exit code.
fn json(arguments: &[&str]) -> (Value, Option<i32>) {
    let output = run(arguments);
    let value = serde_json::from_slice(&output.stdout);
    (value.unwrap_or_else(|wrong| panic!("{arguments:?}: {wrong}: {}", fault(&output))), output.status.code())
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap_or_else(|| panic!("{value} is no decimal string")).parse().expect("a decimal")
}

#[test]
fn equivalents_have_the_shape_that_is_promised() {
    let (answer, code) = json(&["equivalents", "37909.87 tCO2e", "--json"]);
    assert_eq!(code, Some(0));
    assert_eq!(answer["amount"], serde_json::json!({ "value": "37909.87", "unit": "tCO2e" }));
    let results = answer["results"].as_array().expect("a list");
    let ids: Vec<&str> = results.iter().filter_map(|result| result["id"].as_str()).collect();
    let listed: Vec<&str> = factors::catalogue().iter().filter(|d| d.listed).map(|d| d.id.as_ref()).collect();
    assert_eq!(ids, listed, "those that are listed, in the catalogue's order");
    for result in results {
        let id = &result["id"];
        for number in ["value", "low", "high", "rounded"] {
            decimal(&result[number]);
        }
        assert!(decimal(&result["low"]) <= decimal(&result["value"]), "{id}");
        assert!(decimal(&result["value"]) <= decimal(&result["high"]), "{id}");
        for name in ["kind", "gas", "boundary", "preset"] {
            assert!(result[name].is_string(), "{id}: {name}");
        }
        for assumption in result["assumptions"].as_array().expect("a list") {
            assert!(assumption["id"].is_string() && assumption["unit"].is_string(), "{id}");
            for number in ["value", "min", "max"] {
                decimal(&assumption[number]);
            }
        }
        assert!(!result["working"].as_array().expect("a list").is_empty(), "{id}");
        for name in ["publisher", "title", "url", "status"] {
            assert!(result["source"][name].as_str().is_some_and(|text| !text.is_empty()), "{id}: source {name}");
        }
        assert!(result["source"]["year"].is_u64(), "{id}");
    }
}

/// The public JSON, whole: a field that goes, comes or is renamed shows here. After a wanted change:
/// `INSTA_UPDATE=always cargo test --all-features --test cli`, then read the difference.
#[test]
fn the_public_json_is_what_it_was() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let file = "data/disclosures/ant-group-2021.json";
    settings.bind(|| {
        for (name, arguments) in [
            ("equivalents", &["equivalents", "37909.87 tCO2e", "--only", "petrol-car-year", "--json"][..]),
            ("check", &["check", file, "--json"]),
            ("render", &["render", file, "--as", "json"]),
            ("detect", &["detect", "tests/goldens/article.txt", "--json"]),
            ("factors", &["factors", "person-year", "--json"]),
            ("schema", &["schema"]),
        ] {
            let (answer, _) = json(arguments);
            let text = serde_json::to_string_pretty(&answer).expect("JSON");
            insta::assert_snapshot!(format!("json__{name}"), text);
        }
    });
}

#[test]
fn a_value_has_ten_digits_or_is_exact() {
    let (answer, _) = json(&["equivalents", "37909.87 tCO2e", "--only", "petrol-car-year", "--json"]);
    let value = answer["results"][0]["value"].as_str().expect("a string").to_owned();
    assert!(value.starts_with("15562.34400"), "{value}");
    assert!(value.chars().filter(char::is_ascii_digit).count() >= 10, "{value}");
    assert_eq!(answer["results"][0]["rounded"], "15600");
}

#[test]
fn presets_and_values_are_taken() {
    let cars = |extra: &[&str]| {
        let arguments = [&["equivalents", "37909.87 tCO2e", "--only", "petrol-car-year", "--json"], extra].concat();
        json(&arguments).0["results"][0].clone()
    };
    let further = cars(&["--set", "petrol-car-year.distance=15000 km/yr"]);
    assert!(further["value"].as_str().is_some_and(|value| value.starts_with("12449.8752052545")), "{further}");
    assert_eq!(further["preset"], Value::Null);
    // The same value in another unit.
    assert_eq!(cars(&["--set", "petrol-car-year.distance=15000000 m/yr"])["value"], further["value"]);
    let british = cars(&["--preset", "petrol-car-year=uk"]);
    assert_eq!((&british["preset"], &british["gas"]), (&"uk".into(), &"CO2e".into()));
    let both = cars(&["--preset", "petrol-car-year=uk", "--set", "petrol-car-year.distance=15000 km/yr"]);
    assert!(decimal(&both["value"]) < decimal(&british["value"]));
}

#[test]
fn several_comparisons_come_in_the_order_asked_for() {
    let asked = ["equivalents", "1000 tCO2e", "--only", "petrol", "--only", "forest-year", "--json"];
    let (answer, _) = json(&asked);
    let ids: Vec<&Value> = answer["results"].as_array().expect("a list").iter().map(|result| &result["id"]).collect();
    assert_eq!(ids, ["petrol", "forest-year"]);
}

#[test]
fn the_text_keeps_kinds_apart_and_says_second_hand() {
    let told = text(&run(&["equivalents", "37909.87 tCO2e"]));
    assert!(told.contains("15,600 petrol cars driven for a year"), "{told}");
    assert!(told.contains("Before rounding: 15,562.3 petrol cars."), "{told}");
    assert!(told.contains("Things that emit as much") && told.contains("quoted by others"), "{told}");
    let chinese = text(&run(&["equivalents", "37909.87 tCO2e", "--only", "petrol-car-year", "--lang", "zh"]));
    assert!(chinese.contains("1.56万辆汽油车"), "{chinese}");
}

/// Every fact of the example that a fact checker looks for.
const FACTS: &[&str] = &[
    "12,000 km/yr × 0.203 kg/km = 2,436 kg/yr",
    "37,909,870 kg CO₂e ÷ 2,436 kg/yr = 15,562.3 petrol cars",
    "The source says 15,000. That is 15,562.3 truncated to 2 significant digits, 3.6% too low; rounded, it is 16,000.",
    "12,450 km/yr",
    "31,260.08 tonnes of CO₂e",
    "6,649.79 tonnes of CO₂e (17.5%)",
    "53,143.71 tonnes of CO₂e, 15,233.84 tonnes of CO₂e too much",
    "Scopes 1 and 2 without the measures (worked out here, not stated)  46,711.77 tonnes of CO₂e",
    "“Carbon neutral” covers scopes 1 and 2 only.",
    "It rests on credits whose number is not given.",
    "No emissions are reported for scope 3",
    "at least 23,159.54 tonnes of CO₂e",
];

#[test]
fn check_prints_every_fact_of_the_example() {
    let output = run(&["check", ANT]);
    let told = text(&output);
    for fact in FACTS {
        assert!(told.contains(fact), "{fact:?} is missing in:\n{told}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn check_exits_by_what_it_found() {
    let faulty = |name: &str| format!("tests/goldens/faulty/{name}.json");
    for (file, code, valid) in [
        (ANT.to_owned(), 0, true),
        (faulty("claim-differs"), 1, true),
        (faulty("parts-exceed-total"), 1, true),
        (faulty("unreadable-amounts"), 2, false),
        (faulty("unreadable-types"), 2, false),
    ] {
        assert_eq!(run(&["check", &file]).status.code(), Some(code), "{file}");
        let (answer, same) = json(&["check", &file, "--json"]);
        assert_eq!(same, Some(code), "{file}");
        assert_eq!(answer["valid"], valid, "{file}");
        assert_eq!(answer["report"].is_object(), valid, "{file}");
        let findings = answer["findings"].as_array().expect("a list");
        assert!(!findings.is_empty(), "{file}");
        for finding in findings {
            for name in ["code", "severity", "at", "message"] {
                assert!(finding[name].is_string(), "{file}: {name}");
            }
            assert_eq!(finding["code"] == "unreadable", !valid, "{file}");
        }
    }
}

#[test]
fn check_speaks_the_language_asked_for() {
    let (english, _) = json(&["check", ANT, "--json"]);
    let (chinese, _) = json(&["check", ANT, "--json", "--lang", "zh-CN"]);
    assert_eq!(english["report"], chinese["report"], "the report has no language");
    assert!(english["findings"][0]["message"].as_str().is_some_and(|text| text.contains("truncated to")));
    assert!(chinese["findings"][0]["message"].as_str().is_some_and(|text| text.contains("舍去尾数")));
}

#[test]
fn standard_input_is_a_file_too() {
    let file = std::fs::read_to_string(ANT).expect("the example is there");
    assert_eq!(text(&fed(&["check", "-"], &file)), text(&run(&["check", ANT])));
    let broken = fed(&["check", "-", "--json"], "{");
    assert_eq!(broken.status.code(), Some(2));
    assert!(text(&broken).contains("unreadable"));
}

#[test]
fn every_form_is_rendered() {
    for (form, begins) in
        [("html", "<!doctype html>"), ("embed", "<p>"), ("text", "Ant Group, 2021"), ("svg", "<svg"), ("json", "{")]
    {
        let output = run(&["render", ANT, "--as", form, "--lang", "en"]);
        assert_eq!(output.status.code(), Some(0), "{form}: {}", fault(&output));
        assert!(text(&output).starts_with(begins), "{form}");
    }
    let own_language = text(&run(&["render", ANT, "--as", "text"]));
    assert!(own_language.starts_with("蚂蚁集团"), "without --lang the file's own language");
    assert!(text(&run(&["render", ANT, "--as", "embed", "--heading", "3"])).contains("<h3>"));
}

#[test]
fn factors_have_their_sources() {
    let (answer, _) = json(&["factors", "--json"]);
    let all = answer.as_array().expect("a list");
    assert_eq!(all.len(), factors::catalogue().len());
    for definition in all {
        for preset in definition["presets"].as_array().expect("a list") {
            for value in preset["values"].as_array().expect("a list") {
                decimal(&value["value"]);
                assert!(value["source"]["publisher"].is_string() && value["status"].is_string());
            }
        }
    }
    let one = text(&run(&["factors", "petrol-car-year"]));
    assert!(one.contains("[quoted by others, not seen at the publisher]"), "{one}");
    assert!(one.contains("0.16152 kg/km") && one.contains("Open Government Licence"), "{one}");
}

#[test]
fn the_schema_and_the_languages_are_the_library_s() {
    let (schema, _) = json(&["schema"]);
    assert_eq!(schema, emissions_calculator::disclosure::schema());
    let words = text(&run(&["locale", "zh-CN"]));
    assert_eq!(Some(words.trim_end()), emissions_calculator::locale::json("zh-CN"));
}

#[test]
fn figures_are_found_and_drafted() {
    let article = "<p lang=\"en\">In 2021 the firm cut 37,909.87 tCO2e across scopes 1, 2 and 3.</p>";
    let found: Value = serde_json::from_slice(&fed(&["detect", "-", "--json"], article).stdout).expect("JSON");
    let figure = &found["figures"][0];
    assert_eq!((&figure["value"], &figure["unit"]), (&"37909.87".into(), &"tCO2e".into()));
    assert_eq!(figure["scopes"], serde_json::json!([1, 2, 3]));
    assert!(text(&fed(&["detect", "-"], article)).starts_with("37909.87 tCO2e: reduction, scopes 1 2 3;"));
    assert_eq!(text(&fed(&["detect", "-"], "Nothing here.")).trim(), "no emission figures found");
    let draft = text(&fed(&["draft", "-"], article));
    assert_eq!(fed(&["check", "-"], &draft).status.code(), Some(0), "a draft can be read:\n{draft}");
}

/// Each command that cannot be done, and what its one line must say so that it can be mended.
const FAULTS: &[(&[&str], &str)] = &[
    (&["equivalents", "37909.87"], "unit is missing"),
    (&["equivalents", "5 km"], "write tonnes"),
    (&["equivalents", "5 t"], "tCO2e or tCO2"),
    (&["equivalents", "5 tCO2e", "--only", "horses"], "petrol-car-year"),
    (&["equivalents", "5 tCO2e", "--preset", "petrol-car-year=mars"], "it has china"),
    (&["equivalents", "5 tCO2e", "--set", "petrol-car-year.colour=3 km"], "it has distance, intensity"),
    (&["equivalents", "5 tCO2e", "--set", "petrol-car-year.distance=0 km/yr"], "above zero"),
    (&["equivalents", "5 tCO2e", "--set", "petrol-car-year.distance=3 kg"], "petrol-car-year.distance"),
    (&["equivalents", "5 tCO2e", "--lang", "tlh"], "--lang takes"),
    (&["check", "no-such-file.json"], "or - for standard input"),
    (&["render", "no-such-file.json", "--as", "html"], "or - for standard input"),
    (&["render", "tests/goldens/faulty/unreadable-amounts.json", "--as", "html"], "`emissions check"),
    (&["factors", "horses"], "petrol-car-year"),
    (&["locale", "tlh"], "zh-CN"),
];

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    for (arguments, remedy) in FAULTS {
        let output = run(arguments);
        let said = fault(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(said.trim_end().lines().count(), 1, "{arguments:?}: {said}");
        assert!(said.starts_with("emissions: ") && said.contains(remedy), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_snapshot_names_what_it_is_of_and_what_made_it() {
    let (snapshot, code) = json(&["render", ANT, "--as", "snapshot", "--lang", "zh-CN", "--view", "compact"]);
    assert_eq!(code, Some(0));
    assert_eq!((&snapshot["v"], &snapshot["lang"], &snapshot["view"]), (&1.into(), &"zh-CN".into(), &"compact".into()));
    assert!(snapshot["by"].as_str().is_some_and(|by| by.starts_with(concat!(env!("CARGO_PKG_VERSION"), "-"))));
    let bytes = std::fs::read(ANT).expect("readable");
    let length = format!("-{}", bytes.len());
    assert!(snapshot["hash"].as_str().is_some_and(|hash| hash.ends_with(&length)), "{}", snapshot["hash"]);
    assert_eq!(snapshot["detail"]["rounded"], "15600");
    assert_eq!(snapshot["detail"]["assumptions"][0]["text"], "12,000公里");
    assert!(snapshot["words"]["loading"].as_str().is_some_and(|words| !words.is_empty()));
    assert!(snapshot["tree"].as_array().is_some_and(|tree| !tree.is_empty()));

    let (amount, _) =
        json(&["render", "--amount", "37909.87 tCO2e", "--as", "snapshot", "--equivalence", "person-year"]);
    assert_eq!((&amount["amount"], &amount["equivalence"]), (&"37909.87 tCO2e".into(), &"person-year".into()));
    assert!(amount.get("hash").is_none());
    assert_eq!(amount["detail"]["equivalence"], "person-year");
}

#[test]
fn what_is_for_a_snapshot_only_is_said_to_be() {
    for arguments in [["--view", "compact"], ["--lead", "scopes"]] {
        let output = run(&["render", ANT, "--as", "html", arguments[0], arguments[1]]);
        assert_eq!(output.status.code(), Some(2));
        assert!(fault(&output).contains("--as snapshot only"), "{}", fault(&output));
    }
}

#[test]
fn publishing_writes_all_that_a_host_needs_and_says_so() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
    let _ = std::fs::remove_dir_all(&folder);
    let to = folder.to_str().expect("a path");
    let output = run(&["publish", ANT, "--to", to, "--url", "https://example.org/co2", "--lang", "en", "--lang", "ar"]);
    assert_eq!(output.status.code(), Some(0), "{}", fault(&output));
    assert!(text(&output).starts_with("ant-group-2021: the disclosure, 2 snapshots"), "{}", text(&output));
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("it was made")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    let ends = [
        "ar.embed.html",
        "ar.html",
        "ar.snapshot.json",
        "ar.svg",
        "ar.txt",
        "en.embed.html",
        "en.html",
        "en.snapshot.json",
        "en.svg",
        "en.txt",
        "html",
        "json",
        "oembed.json",
    ];
    assert_eq!(names, ends.map(|end| format!("ant-group-2021.{end}")));
    let read = |end: &str| std::fs::read_to_string(folder.join(format!("ant-group-2021.{end}"))).expect("readable");
    assert_eq!(read("json"), std::fs::read_to_string(ANT).expect("readable"));
    let oembed: Value = serde_json::from_str(&read("oembed.json")).expect("JSON");
    assert_eq!(oembed["type"], "rich");
    assert!(
        oembed["html"].as_str().is_some_and(|html| {
            html.contains("src=\"https://example.org/co2/frame.html#src=ant-group-2021.json\"")
        })
    );
    assert!(read("html").contains("href=\"https://example.org/co2/ant-group-2021.oembed.json\""));
    let wrong = run(&["publish", "Cargo.toml", "--to", to]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(fault(&wrong).contains(".json"));
}
