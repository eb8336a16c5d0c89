//! The languages as readers meet them: numbers, plurals, units, dates, and that no message is missing anywhere.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use std::fs;
use std::path::Path;
use std::rc::Rc;

use emissions_calculator::factors::{self, Boundary, Kind, Status, catalogue};
use emissions_calculator::locale::{Argument, Cldr, Locale, Messages, Numbers, Part, Plural, available, json};
use emissions_calculator::quantity::{Decimal, Separators, parse_decimal};

/// The checks that the build makes of `locales/*.toml`, with their own tests.
#[path = "../build/locales.rs"]
mod checks;

/// Every finding, with the placeholders that the checker fills.
const FINDINGS: [(&str, &[&str]); 30] = [
    ("amount-not-disclosed", &["entry"]),
    ("scope-not-reported", &["scopes"]),
    ("remainder-not-itemised", &["entry", "total", "itemised", "remainder", "share"]),
    ("parts-exceed-total", &["entry", "total", "parts", "excess"]),
    ("avoided-cannot-be-inside-total", &["entry", "whole", "total", "parts", "excess"]),
    ("scope-2-method-not-stated", &["entry"]),
    ("co2-only-comparator", &["equivalence"]),
    ("boundary-mismatch", &["equivalence", "boundary", "scopes"]),
    ("claim-rounded-down", &["stated", "computed", "digits", "difference", "nearest"]),
    ("claim-rounded-up", &["stated", "computed", "digits", "difference", "nearest"]),
    ("claim-differs", &["stated", "computed", "difference"]),
    ("claim-not-checkable", &["stated"]),
    ("credits-not-quantified", &["entry"]),
    ("neutral-covers-some-scopes-only", &["scopes", "missing"]),
    ("kind-mix", &["entry", "whole"]),
    ("kinds-in-one-list", &[]),
    ("assumption-outside-range", &["equivalence", "assumption", "value", "min", "max"]),
    ("equivalence-off-scale", &["equivalence", "value"]),
    ("equivalence-off-scale-try", &["equivalence", "value", "suggestion"]),
    ("gas-mix", &["entry"]),
    ("category-not-reported", &["categories"]),
    ("net-zero-needs-scope-3", &[]),
    ("net-zero-cut-not-stated", &[]),
    ("credits-not-removals", &["entry"]),
    ("credits-retirement-not-stated", &["entry"]),
    ("neutral-reductions-first", &[]),
    ("period-not-comparable", &["from", "to"]),
    ("assurance-not-stated", &[]),
    ("scopes-overlap", &["entry"]),
    ("neutral-gross-not-disclosed", &["scopes"]),
];

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

fn locale(tag: &str) -> Locale {
    Locale::native(tag).unwrap()
}

fn quantity(text: &str) -> Argument {
    Argument::Quantity(text.parse().unwrap())
}

fn short(text: &str) -> Argument {
    Argument::Short(text.parse().unwrap())
}

/// Spaces that do not break, as the plain ones that a test can show.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    for (tag, expected) in [
        ("en-GB", "37,909.87"),
        ("zh-CN", "37,909.87"),
        ("de", "37.909,87"),
        ("fr", "37 909,87"),
        ("ar", "37,909.87"),
        ("ar-EG", "٣٧٬٩٠٩٫٨٧"),
    ] {
        let numbers = Cldr::new(tag).unwrap();
        assert_eq!(plain(&numbers.number(&decimal("37909.87"), 0, 2, true)), expected, "{tag}");
    }
    let german = Cldr::new("de").unwrap();
    assert_eq!(german.number(&decimal("2021"), 0, 0, false), "2021");
    assert_eq!(german.number(&decimal("0.125"), 0, 2, true), "0,13", "halves go away from zero, as in print");
    assert_eq!(german.number(&decimal("3"), 2, 2, true), "3,00");
    assert_eq!(german.number(&decimal("-1668.60"), 2, 2, true), "-1.668,60");
    assert_eq!(german.number(&decimal("0"), 0, 2, true), "0");
}

#[test]
fn marks_are_those_that_stand_in_numbers() {
    let separators = |tag| Cldr::new(tag).unwrap().separators();
    assert_eq!(separators("en-GB"), Separators::POINT);
    assert_eq!(separators("zh-CN"), Separators::POINT);
    assert_eq!(separators("de"), Separators::COMMA);
    assert_eq!(separators("es"), Separators::COMMA);
    assert_eq!(separators("fr"), Separators { decimal: ',', group: '\u{202f}' });
    assert_eq!(separators("ar-EG"), Separators { decimal: '٫', group: '٬' });
}

#[test]
fn plurals_follow_the_language() {
    let plural = |tag, number| Cldr::new(tag).unwrap().plural(&decimal(number));
    assert_eq!(plural("en-GB", "1"), Plural::One);
    assert_eq!(plural("en-GB", "1.0"), Plural::Other, "1.0 is spoken as a plural");
    assert_eq!(plural("zh-CN", "1"), Plural::Other);
    assert_eq!(plural("fr", "0.5"), Plural::One);
    assert_eq!(plural("fr", "1000000"), Plural::Many);
    let arabic = ["0", "1", "2", "3", "11", "100"].map(|number| plural("ar", number));
    assert_eq!(arabic, [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many, Plural::Other]);
}

#[test]
fn large_numbers_are_put_in_the_words_of_the_language() {
    let cases = [
        ("15600", "15,600", "1.56万"),
        ("9300", "9,300", "9,300"),
        ("999000", "999,000", "99.9万"),
        ("1560000", "1.56 million", "156万"),
        ("150000000", "150 million", "1.5亿"),
        ("38600000000", "38.6 billion", "386亿"),
        ("2000000000000", "2 trillion", "2万亿"),
        ("15600.000", "15,600", "1.56万"),
        ("0.031", "0.031", "0.031"),
    ];
    for (number, english, chinese) in cases {
        let rounded = Argument::Rounded(decimal(number));
        assert_eq!(locale("en").argument(&rounded), english);
        assert_eq!(locale("zh-CN").argument(&rounded), chinese);
    }
}

#[test]
fn a_word_of_scale_is_counted_by_itself() {
    // Keys in order, as the build writes them.
    let words = r#"{"number.scale-4":"","number.scale-6":{"one":"{n} million","many":"{n} millions","other":"{n} millions"},
        "things":{"one":"voiture","many":"de voitures","other":"voitures"}}"#;
    let french = Locale::new(Messages::read("fr", words).unwrap(), Rc::new(Cldr::new("fr").unwrap()));
    let cars = |number| {
        let n = || Argument::Rounded(decimal(number));
        plain(&format!("{} {}", french.argument(&n()), french.text("things", &[("n", n())])))
    };
    assert_eq!(cars("1"), "1 voiture");
    assert_eq!(cars("15600"), "15 600 voitures");
    assert_eq!(cars("1500000"), "1,5 million de voitures");
    assert_eq!(cars("15000000"), "15 millions de voitures");
}

#[test]
fn quantities_are_put_in_words_and_in_symbols() {
    let (english, chinese) = (locale("en"), locale("zh-CN"));
    let cases = [
        (quantity("37909.87 tCO2e"), "37,909.87 tonnes of CO₂e", "37,909.87吨二氧化碳当量"),
        (quantity("1 tCO2"), "1 tonne of CO₂", "1吨二氧化碳"),
        (quantity("1668.60 tCO2e"), "1,668.60 tonnes of CO₂e", "1,668.60吨二氧化碳当量"),
        (quantity("3.79 万吨CO2e"), "37,900 tonnes of CO₂e", "3.79万吨二氧化碳当量"),
        (quantity("0.203 kg/km"), "0.203 kilograms per kilometre", "每公里0.203千克"),
        (quantity("8.658 t/person/yr"), "8.658 tonnes per person per year", "每年每人8.658吨"),
        (short("12000 km"), "12,000 km", "12,000公里"),
        (short("0.203 kg/km"), "0.203 kg/km", "0.203千克/公里"),
        (short("37909.87 tCO2e"), "37,909.87 t CO₂e", "37,909.87吨CO₂e"),
        (short("1223 t/s"), "1,223 t/s", "1,223吨/秒"),
        (short("2.62"), "2.62", "2.62"),
    ];
    for (argument, in_english, in_chinese) in cases {
        assert_eq!(english.argument(&argument), in_english);
        assert_eq!(chinese.argument(&argument), in_chinese);
    }
}

#[test]
fn numbers_longer_than_anyone_wrote_keep_five_digits() {
    let english = locale("en");
    let number = |text| english.argument(&Argument::Number(decimal(text)));
    assert_eq!(number("15562.344006568144499"), "15,562");
    assert_eq!(number("12449.8341"), "12,449.8341", "four decimals may have been written");
    assert_eq!(number("1234567.89012345"), "1,234,568");
    assert_eq!(number("0.00012345678"), "0.00012346");
    assert_eq!(english.argument(&Argument::Percent(decimal("0.17540999"))), "17.5%");
    assert_eq!(english.argument(&Argument::Percent(decimal("1"))), "100%");
}

#[test]
fn lists_dates_and_years() {
    let list = Argument::List(["Ant Group", "Tencent", "Baidu"].map(str::to_owned).to_vec());
    assert_eq!(locale("en").argument(&list), "Ant Group, Tencent and Baidu");
    assert_eq!(locale("zh-CN").argument(&list), "Ant Group、Tencent和Baidu");
    assert_eq!(locale("en").argument(&Argument::Year(2021)), "2021");

    let date = |tag, month, day| Cldr::new(tag).unwrap().date(2022, month, day);
    assert_eq!(date("en-GB", Some(4), Some(20)), "20 April 2022");
    assert_eq!(date("en-GB", Some(4), None), "April 2022");
    assert_eq!(date("en-GB", None, None), "2022");
    assert_eq!(date("zh-CN", Some(4), Some(20)), "2022年4月20日");
    assert_eq!(date("zh-CN", None, None), "2022年");
    assert_eq!(date("de", Some(4), Some(20)), "20. April 2022");
}

#[test]
fn dates_of_a_disclosure() {
    let text = r#"{ "version": 1, "id": "x", "lang": "en", "organisation": "X", "period": "2020-07/2021-06",
        "source": { "title": "T", "publisher": "P", "published": "2022-04-20" },
        "entries": [{ "id": "a", "kind": "emission", "amount": "5 tCO2e" }] }"#;
    let disclosure = emissions_calculator::disclosure::Disclosure::read(text).unwrap();
    let period = Argument::Period(disclosure.period);
    assert_eq!(locale("en").argument(&period), "July 2020 to June 2021");
    assert_eq!(locale("zh-CN").argument(&period), "2020年7月至2021年6月");
    let published = Argument::Date(disclosure.source.published.unwrap());
    assert_eq!(locale("en").argument(&published), "20 April 2022");
}

#[test]
fn a_missing_message_is_its_key_and_a_missing_value_its_placeholder() {
    let english = locale("en");
    assert_eq!(english.text("finding.not-a-code", &[]), "finding.not-a-code");
    assert_eq!(english.text("preset", &[]), "preset");
    assert_eq!(english.text("headline.plain", &[]), "{amount} is about");
    assert!(Messages::read("en", "[]").is_err());
    assert!(Messages::read("en", r#"{"a":1}"#).is_err());
    let odd = Messages::read("en", r#"{"a":"{ b } {c","d":{}}"#).unwrap();
    let odd = Locale::new(odd, Rc::new(Cldr::new("en").unwrap()));
    assert_eq!(odd.text("a", &[]), "{ b } {c");
    assert_eq!(odd.text("d", &[]), "d");
}

#[test]
fn a_sentence_comes_in_pieces_with_a_slot_for_each_control() {
    let text = |text: &str| Part::Text(text.to_owned());
    let slot = |name: &str| Part::Slot(name.to_owned());
    let gas = [("gas", Argument::Text("CO₂".to_owned()))];
    assert_eq!(
        locale("en").parts("equivalence.petrol-car-year.sentence", &gas),
        [
            text("driven for a year, if each covers "),
            slot("distance"),
            text(" a year and emits "),
            slot("intensity"),
            text(" of CO₂ per kilometre."),
        ]
    );
}

#[test]
fn every_finding_has_a_sentence_and_uses_all_it_is_given() {
    for tag in available() {
        let locale = locale(tag);
        for (code, names) in FINDINGS {
            let values: Vec<_> = names.iter().map(|name| (*name, Argument::Text(format!("<{name}>")))).collect();
            let sentence = locale.text(&format!("finding.{code}"), &values);
            assert!(sentence.ends_with(['.', '。']), "{tag} {code}: {sentence}");
            assert!(!sentence.contains('{'), "{tag} {code}: {sentence}");
            for name in names {
                assert!(sentence.contains(&format!("<{name}>")), "{tag} {code} leaves out {name}: {sentence}");
            }
        }
    }
}

#[test]
fn everything_that_a_definition_can_say_has_words() {
    for tag in available() {
        let locale = locale(tag);
        let mut keys: Vec<String> = Vec::new();
        keys.extend(Boundary::ALL.map(|boundary| format!("boundary.{}", boundary.id())));
        let statuses = [Status::Verified, Status::SecondHand, Status::Derived, Status::Unverified, Status::Stated];
        keys.extend(statuses.map(|status| format!("status.{}", status.id())));
        keys.extend(Kind::ALL.map(|kind| format!("kind.{}", kind.id())));
        keys.extend((1..=15).map(|category| format!("category.{category}")));
        keys.extend(["article", "own"].map(|preset| format!("preset.{preset}")));
        for definition in catalogue() {
            keys.push(format!("equivalence.{}.name", definition.id));
        }
        for key in keys {
            assert!(locale.has(&key), "{tag}: {key}");
        }
    }
}

#[test]
fn every_message_is_shown_somewhere() {
    let mut code = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.is_dir() {
                true => folders.push(entry),
                false => code.push_str(&fs::read_to_string(entry).unwrap()),
            }
        }
    }
    let is_made = |key: &str| {
        // Keys made of data: `format!("boundary.{}", …)`, and those of numbers and units, which are built piece by piece.
        let groups = key.match_indices('.').map(|(at, _)| &key[..=at]);
        groups.clone().any(|group| code.contains(&format!("\"{group}{{")))
            || ["number.scale-", "unit.", "unit-short.", "unit-below.", "unit-below-short."]
                .iter()
                .any(|group| key.starts_with(group))
    };
    // The script of the figures in the article's own sentences reads this one.
    let by_script = ["ui.your-figure"];
    let words: serde_json::Map<_, _> = serde_json::from_str(json("en").unwrap()).unwrap();
    let keys = words.keys().filter(|key| key.contains('.'));
    let dead: Vec<&String> = keys
        .filter(|key| !code.contains(&format!("\"{key}\"")) && !is_made(key) && !by_script.contains(&key.as_str()))
        .collect();
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn nothing_says_that_plants_cancel_an_emission() {
    let forbidden: [(&str, &[&str]); 7] = [
        ("en", &["offset", "cancel", "neutral", "make up for", "compensat"]),
        ("zh-CN", &["抵消", "抵销", "中和", "补偿"]),
        ("fr", &["compens", "annul", "neutralis"]),
        ("es", &["compens", "anul", "neutraliz"]),
        ("de", &["ausgleich", "ausgegl", "kompensier", "neutral"]),
        ("ja", &["相殺", "帳消し", "打ち消", "埋め合わせ"]),
        ("ar", &["يلغي", "تلغي", "يعوّض", "تعوّض", "تعويض", "يحيّد", "تحييد"]),
    ];
    let mut seen = 0;
    for tag in available() {
        // A language that is added brings its words here when somebody knows them.
        let Some((_, forbidden)) = forbidden.iter().find(|(language, _)| *language == tag) else { continue };
        let words: serde_json::Map<_, _> = serde_json::from_str(json(tag).unwrap()).unwrap();
        for id in ["equivalence.forest-year", "equivalence.tree-seedlings-10-years", "headline.removes"] {
            for (key, message) in words.iter().filter(|(key, _)| key.starts_with(id)) {
                let text = message.to_string().to_lowercase();
                assert!(!forbidden.iter().any(|word| text.contains(word)), "{tag}: {key}: {text}");
                seen += 1;
            }
        }
    }
    assert!(seen > 7 * 6, "{seen} messages");
}
