//! The detector against its goldens, and what holds for every text.
#![cfg(not(target_arch = "wasm32"))]

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::prose::{Figure, detect, draft};
use emissions_calculator::quantity::{Quantity, parse_decimal};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The places are in the input, and the numbers read back.
fn check(text: &str, figure: &Figure) {
    let written = text.get(figure.start..figure.end).expect("places on character boundaries");
    assert!(!written.is_empty() && !figure.text.is_empty(), "{figure:?}");
    let json = serde_json::to_value(figure).unwrap();
    for field in ["value", "low", "high"] {
        parse_decimal(json[field].as_str().unwrap()).unwrap();
    }
    assert!(figure.low <= figure.value && figure.value <= figure.high, "{figure:?}");
    let unit = json["unit"].as_str().unwrap();
    let one: Quantity = format!("1 {unit}").parse().unwrap();
    assert_eq!((one.unit, one.gas), (figure.unit, figure.gas));
}

fn goldens(file: &str) -> usize {
    let path = format!("{}/tests/goldens/prose/{file}", env!("CARGO_MANIFEST_DIR"));
    let read: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
    let cases = read["case"].as_array().unwrap();
    let mut wrong = Vec::new();
    for case in cases {
        let (name, text) = (case["name"].as_str().unwrap(), case["text"].as_str().unwrap());
        let found = detect(text, case.get("language").and_then(toml::Value::as_str));
        let asked = case["figures"].as_array().unwrap();
        let told: Vec<Value> = found
            .iter()
            .enumerate()
            .map(|(index, figure)| {
                check(text, figure);
                let mut json = serde_json::to_value(figure).unwrap();
                if !text.contains(['<', '&']) {
                    assert_eq!(&text[figure.start..figure.end], figure.text, "{name}");
                }
                let fields = json.as_object_mut().unwrap();
                fields.remove("start");
                fields.remove("end");
                // What came later is looked at where a case says it.
                fields.retain(|field, _| {
                    !LATER.contains(&field.as_str()) || asked.get(index).is_some_and(|asked| asked.get(field).is_some())
                });
                json
            })
            .collect();
        let expected: Vec<Value> = asked.iter().map(expected).collect();
        if told != expected {
            let (told, expected) = (Value::from(told), Value::from(expected));
            wrong.push(format!("{name}\n  {text}\n  found    {told}\n  expected {expected}"));
        }
        Disclosure::read(&draft(text, None)).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
    }
    assert!(wrong.is_empty(), "{} of {} in {file}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    cases.len()
}

/// What a case may leave open.
const LATER: [&str; 5] = ["change", "method", "category", "period", "doubts"];

/// A golden's figure with what it may leave out.
fn expected(figure: &toml::Value) -> Value {
    let known = ["text", "value", "unit", "low", "high", "scopes", "kind", "ambiguous"];
    let fields = figure.as_table().unwrap();
    assert!(fields.keys().all(|key| known.contains(&key.as_str()) || LATER.contains(&key.as_str())), "{figure}");
    let text = |key: &str| figure.get(key).and_then(toml::Value::as_str);
    let scopes: Vec<i64> = figure
        .get("scopes")
        .and_then(toml::Value::as_array)
        .map_or(Vec::new(), |scopes| scopes.iter().filter_map(toml::Value::as_integer).collect());
    let mut json = json!({
        "text": text("text"), "value": text("value"), "unit": text("unit"),
        "low": text("low").or(text("value")), "high": text("high").or(text("value")),
        "scopes": scopes, "kind": text("kind"),
        "ambiguous": figure.get("ambiguous").and_then(toml::Value::as_bool).unwrap_or(false),
    });
    for field in LATER {
        if let Some(value) = figure.get(field) {
            json[field] = serde_json::to_value(value).unwrap();
        }
    }
    json
}

#[test]
fn english() {
    assert!(goldens("en.toml") >= 30);
}

#[test]
fn chinese() {
    assert!(goldens("zh.toml") >= 15);
}

#[test]
fn traps() {
    assert!(goldens("traps.toml") >= 20);
}

#[test]
fn pages() {
    assert!(goldens("html.toml") >= 20);
}

#[test]
fn faults_found_on_public_texts() {
    assert!(goldens("faults.toml") >= 23);
}

#[test]
fn a_draft_holds_what_was_found_and_says_what_is_left() {
    let text = "<title>Plant cuts emissions</title><p>In 2021 scope 1 and 2 emissions were 23,159.54 tCO2e. \
                It saved about 500 tonnes. Experts expect 3–5 Mt CO2e.</p>";
    let written = draft(text, Some("en"));
    let json: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(json["period"], "2021");
    assert_eq!(json["source"]["title"], "Plant cuts emissions");
    assert_eq!(json["entries"][0]["amount"], "23159.54 tCO2e");
    assert_eq!(json["entries"][0]["scopes"], json!([1, 2]));
    assert_eq!(json["entries"][1]["kind"], "reduction");
    assert_eq!(json["entries"][1]["amount"], Value::Null);
    assert!(json["entries"][1]["note"].as_str().unwrap().contains("500 tCO2 or tCO2e"));
    assert_eq!(json["entries"][2]["amount"], json!({ "low": "3 MtCO2e", "central": "4 MtCO2e", "high": "5 MtCO2e" }));
    assert!(json["note"].as_str().unwrap().contains("(1) write id, organisation"));
    assert!(Disclosure::read(&written).is_ok());
    assert!(Disclosure::read(&draft("", None)).is_ok());
}

/// The entries of a file by what they are, labels, notes and names left out; a part with the amount of its whole.
fn told(file: &Value) -> Vec<String> {
    let entries = file["entries"].as_array().unwrap();
    let amount = |entry: &Value| {
        let quantity = entry["amount"].as_str().map(|amount| amount.parse::<Quantity>().unwrap());
        quantity.map(|amount| Quantity { value: amount.value.normalize(), ..amount }.to_string()).unwrap_or_default()
    };
    let of = |id: &Value| entries.iter().find(|entry| entry["id"] == *id).map(amount).unwrap_or_default();
    let mut told: Vec<String> = entries
        .iter()
        .map(|entry| {
            let (whole, covered) = (of(&entry["part_of"]), of(&entry["covers"]));
            format!(
                "{} {} {} of {whole} covers {covered} {}",
                entry["kind"],
                entry["scopes"],
                amount(entry),
                entry["programme"]
            )
        })
        .collect();
    told.sort();
    told
}

#[test]
fn a_story_in_chinese_and_in_english_drafts_the_shipped_file() {
    let shipped = read_file("data/disclosures/ant-group-2021.json");
    let shipped: Value = serde_json::from_str(&shipped).unwrap();
    for language in ["zh", "en"] {
        let written = draft(&read_file(&format!("tests/goldens/story-{language}.md")), None);
        let json: Value = serde_json::from_str(&written).unwrap();
        assert!(Disclosure::read(&written).is_ok(), "{written}");
        let tag = if language == "zh" { "zh-CN" } else { "en" };
        let in_language = |text: &Value| text.get(tag).cloned().unwrap_or_else(|| text.clone());
        assert_eq!(json["organisation"], shipped["organisation"][tag]);
        assert_eq!(json["period"], shipped["period"]);
        for field in ["title", "publisher", "published", "url"] {
            assert_eq!(json["source"][field], in_language(&shipped["source"][field]), "{field}");
        }
        let body = json["assurance"]["body"].as_str().unwrap();
        assert!(shipped["assurance"]["body"][tag].as_str().unwrap().starts_with(body), "{body}");
        assert_eq!(told(&json), told(&shipped), "{written}");
        let claims = json["claims"].as_array().unwrap();
        let mut claim = shipped["claims"][0].clone();
        claim["entry"] = claims[0]["entry"].clone();
        assert_eq!(claims[0], claim);
        let compared = json["entries"].as_array().unwrap().iter().find(|entry| entry["id"] == claims[0]["entry"]);
        assert_eq!(compared.unwrap()["amount"], "37909.87 tCO2e");
        assert_eq!(claims[1], shipped["claims"][1]);
        // Two things of the file stand in no words of the story: since when its own neutrality, and what Tencent's covers.
        let targets = shipped["targets"].as_array().unwrap().iter().filter(|target| target["by"].is_number());
        let targets: Vec<Value> = targets
            .map(|target| {
                let mut target = target.clone();
                target["organisation"] = target["organisation"][tag].clone();
                target.as_object_mut().unwrap().remove("covers");
                target
            })
            .collect();
        assert_eq!(json["targets"], Value::from(targets));
    }
}

fn read_file(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Texts made of the pieces that matter, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "1",
            "23",
            "456",
            "0",
            ".",
            ",",
            " ",
            "\n",
            "-",
            "–",
            "−",
            "±",
            "万",
            "亿",
            "吨",
            "t",
            "Mt",
            "kg",
            "tCO2e",
            "CO2",
            "₂",
            "million ",
            "tonnes ",
            "tons ",
            "of ",
            "to ",
            "and ",
            "between ",
            "from ",
            "scope ",
            "范围",
            "一",
            "、",
            "减排",
            "emissions ",
            "cut ",
            "二氧化碳当量",
            "至",
            "<b>",
            "</b>",
            "<p>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&nbsp;",
            "&#8322;",
            "&#x110000;",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "per ",
            "/",
            "$",
            "(",
            ")",
            "３",
            "，",
            "\u{ad}",
            "\u{feff}",
            "a ",
            "。",
        ])
        .prop_map(ToOwned::to_owned),
        "\\PC{0,3}",
        "[0-9.,]{1,12}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in prop_oneof![pieces(), any::<String>()], language in prop::option::of("[a-z]{0,3}(-[A-Z]{2})?")) {
        let found = detect(&text, language.as_deref());
        let mut end = 0;
        for figure in &found {
            check(&text, figure);
            prop_assert!(figure.start >= end, "figures overlap: {found:?}");
            end = figure.end;
        }
        let draft = draft(&text, language.as_deref());
        prop_assert!(Disclosure::read(&draft).is_ok(), "{:?}\n{draft}", Disclosure::read(&draft));
    }

    #[test]
    fn a_written_amount_is_found_again(units in 0_u64..1_000_000_000_000, cents in 0_u32..100) {
        let digits = units.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let text = format!("It cut {grouped}.{cents:02} tCO2e.");
        let found = detect(&text, Some("en"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, parse_decimal(&format!("{digits}.{cents:02}")).unwrap());
        let full_width: String = text.chars().map(|c| match c {
            '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')).unwrap(),
            _ => c,
        }).collect();
        prop_assert_eq!(detect(&full_width, Some("en"))[0].value, found[0].value);
    }
}

#[test]
fn a_date_that_no_calendar_has_is_left_out_of_a_draft() {
    for (written, read) in [
        ("2022-04-20", Some("2022-04-20")),
        ("2022-04-20T08:00:00+08:00", Some("2022-04-20")),
        ("2022", Some("2022")),
        ("2022-13-45", None),
        ("20 April", None),
    ] {
        let file = draft(&format!("---\ntitle: A\ndate: {written}\n---\nIt emitted 5 t CO2e."), Some("en"));
        assert!(Disclosure::read(&file).is_ok(), "{written}: {file}");
        let json: Value = serde_json::from_str(&file).unwrap();
        assert_eq!(json["source"]["published"].as_str(), read, "{written}");
    }
}
