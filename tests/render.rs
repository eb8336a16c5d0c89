//! What the static forms say of every example, and that nothing in a file can become markup.
//!
//! The snapshots in `tests/snapshots` are the texts as readers get them. After a wanted change:
//! `INSTA_UPDATE=always cargo test --test render`, then read the difference.
#![allow(missing_docs, reason = "a test")]
#![cfg(feature = "cli")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::locale::{self, Locale};
use emissions_calculator::render;
use emissions_calculator::report::{Analysis, HostDefaults, Session};

fn files(folder: &str) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let all = fs::read_dir(here).expect("the folder is there").map(|file| file.expect("readable").path());
    let mut files: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "{folder} has no JSON files");
    files
}

fn name(path: &Path) -> &str {
    path.file_stem().and_then(|name| name.to_str()).expect("a name")
}

fn report(text: &str) -> Session {
    let file = Disclosure::read(text).unwrap_or_else(|faults| panic!("{faults:?}"));
    Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default())
}

fn of(path: &Path) -> Session {
    report(&fs::read_to_string(path).expect("readable"))
}

/// The files with one fault in what they say, which can be read.
fn faulty() -> Vec<PathBuf> {
    files("tests/goldens/faulty").into_iter().filter(|path| !name(path).starts_with("unreadable-")).collect()
}

/// Every form of a report that is markup, by name.
fn marked_up(report: &Session, locale: &Locale) -> [(&'static str, String); 4] {
    [
        ("embed", render::embed(report, locale, None)),
        ("embed with headings", render::embed(report, locale, Some(2))),
        ("html", render::html(report, locale)),
        ("svg", render::svg(report, locale)),
    ]
}

#[test]
fn every_example_reads_as_before() {
    for tag in ["en", "zh-CN"] {
        let language = Locale::native(tag).expect("it ships");
        for path in files("data/disclosures") {
            let report = of(&path);
            insta::assert_snapshot!(format!("{}.{tag}.embed", name(&path)), render::embed(&report, &language, None));
            insta::assert_snapshot!(format!("{}.{tag}.text", name(&path)), render::text(&report, &language));
        }
    }
}

#[test]
fn every_faulty_file_yields_the_finding_that_it_is_named_after() {
    let mut wrong = Vec::new();
    for path in faulty() {
        let codes: Vec<&str> = of(&path).findings().iter().map(|finding| finding.code()).collect();
        if !codes.contains(&name(&path)) {
            wrong.push(format!("{}: {codes:?}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_has_a_faulty_file() {
    // tests/docs.rs holds these keys to the documented codes; no finding can be shown without its words.
    let words = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en.toml")).expect("readable");
    let words: toml::Table = words.parse().expect("TOML");
    let codes: BTreeSet<&str> = words["finding"].as_table().expect("a table").keys().map(String::as_str).collect();
    let paths = faulty();
    let files: BTreeSet<&str> = paths.iter().map(|path| name(path)).collect();
    let missing: Vec<_> = codes.difference(&files).collect();
    assert!(missing.is_empty(), "tests/goldens/faulty has no file for {missing:?}");
    let table = fs::read_to_string("tests/goldens/faulty/README.md").expect("readable");
    let unlisted: Vec<_> = files.iter().filter(|name| !table.contains(&format!("| `{name}.json` | "))).collect();
    assert!(unlisted.is_empty(), "the README beside the faulty files leaves out {unlisted:?}");
}

#[test]
fn every_finding_has_its_words_in_every_language() {
    for tag in locale::available() {
        let language = Locale::native(tag).expect("it ships");
        for path in faulty().into_iter().chain(files("data/disclosures")) {
            for finding in of(&path).findings() {
                let message = language.finding(&finding);
                let has_gap = message.contains('{') || message.contains("finding.");
                assert!(!has_gap, "{tag}, {}: {message}", name(&path));
            }
        }
    }
}

#[test]
fn every_form_is_well_formed_and_says_all() {
    for tag in locale::available() {
        let language = Locale::native(tag).expect("it ships");
        for path in faulty().into_iter().chain(files("data/disclosures")) {
            let report = of(&path);
            for (form, markup) in marked_up(&report, &language) {
                let at = format!("{tag}, {}, {form}", name(&path));
                balanced(&markup, &at);
                assert!(!markup.contains("render.") && !markup.contains("{n}"), "{at}: a message has a gap");
            }
            let text = render::text(&report, &language);
            for finding in report.findings() {
                assert!(text.contains(&language.finding(&finding)), "{tag}, {}: {}", name(&path), finding.code());
            }
            let facts = render::facts(&report, &language);
            assert_eq!(facts.lines().next(), text.lines().next(), "{tag}, {}", name(&path));
            assert!(facts.lines().all(|line| text.contains(line)), "{tag}, {}", name(&path));
            serde_json::from_str::<serde_json::Value>(&render::json(&report)).expect("JSON");
        }
    }
}

/// Every tag that opens closes, in order.
fn balanced(markup: &str, at: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (inside, _) = tag.split_once('>').unwrap_or_else(|| panic!("{at}: a < without its >: {tag:?}"));
        let name = inside.split([' ', '/']).next().unwrap_or_default();
        if let Some(closing) = inside.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closing), "{at}");
        } else if !inside.ends_with('/') && !matches!(name, "!doctype" | "meta") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{at}: {open:?} stay open");
}

#[test]
fn the_fallback_is_small_and_plain() {
    let report = of(Path::new("data/disclosures/ant-group-2021.json"));
    for tag in locale::available() {
        let embed = render::embed(&report, &Locale::native(tag).expect("it ships"), None);
        if matches!(tag, "en" | "zh-CN") {
            assert!(embed.len() < 6 * 1024, "{tag}: {} bytes", embed.len());
        }
        // Letters, not bytes, in the others: Japanese and Arabic ones take two or three, and compress the better.
        assert!(embed.chars().count() < 6 * 1024, "{tag}: {} characters", embed.chars().count());
        for filtered in ["style", "class=", "<script", "<div", "<h"] {
            assert!(!embed.contains(filtered), "{tag}: {filtered}");
        }
    }
}

#[test]
fn the_picture_marks_what_was_worked_out() {
    let report = of(Path::new("data/disclosures/ant-group-2021.json"));
    let picture = render::svg(&report, &Locale::native("en").expect("it ships"));
    for words in
        ["(worked out)</text>", ">46,711.77 t CO₂e</text>", ">not reported</text>", ">15,600 petrol cars</text>"]
    {
        assert!(picture.contains(words), "{words}");
    }
}

const HOSTILE: &str =
    "</title></p><script>alert(1)</script><img src=x onerror=alert(2)>\\\"'&amp;\\u0000\\u001b[31m]]>{n}\\u202e";

/// The example with hostile text in every place that takes text.
fn hostile() -> Session {
    let text = format!(
        r#"{{ "version": 1, "id": "hostile", "lang": "en", "organisation": "{HOSTILE}", "period": "2021",
          "source": {{ "title": "{HOSTILE}", "publisher": "{HOSTILE}", "url": "https://example.org/?a='b'&c=<d>", "note": "{HOSTILE}" }},
          "assurance": {{ "body": "{HOSTILE}" }},
          "entries": [
            {{ "id": "a", "kind": "emission", "scopes": [1], "amount": "5000 tCO2e", "label": "{HOSTILE}", "note": "{HOSTILE}" }},
            {{ "id": "b", "kind": "reduction", "scopes": [1], "amount": "500 tCO2e", "label": "{HOSTILE}" }},
            {{ "id": "c", "kind": "credit", "covers": "a", "programme": "{HOSTILE}", "amount": null, "label": "{HOSTILE}" }},
            {{ "id": "d", "kind": "emission", "scopes": [3], "category": 1, "excluded": "{HOSTILE}", "amount": null }} ],
          "targets": [ {{ "organisation": "{HOSTILE}", "type": "net-zero", "covers": "{HOSTILE}", "by": 2030 }} ],
          "note": "{HOSTILE}" }}"#
    );
    // A quotation mark or a < cannot be in an address; the apostrophes and the ampersand stay.
    report(&text.replace("<d>", "d"))
}

#[test]
fn a_file_s_text_never_becomes_markup() {
    let report = hostile();
    for tag in locale::available() {
        let language = Locale::native(tag).expect("it ships");
        for (form, markup) in marked_up(&report, &language) {
            let at = format!("{tag}, {form}");
            balanced(&markup, &at);
            for bad in ["<script", "<img", "onerror=alert(2)>", "\u{0}", "\u{1b}", "'b'", "]]>"] {
                assert!(!markup.contains(bad), "{at}: {bad:?}");
            }
            assert!(markup.contains("&lt;script&gt;") || form == "svg", "{at}: the text itself is shown");
        }
        let text = render::text(&report, &language);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{0}'), "{tag}: control characters reach a terminal");
    }
}

#[test]
fn only_web_addresses_are_links() {
    for address in
        ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://exa mple.org", "\u{1}https://a.b"]
    {
        // A file with such an address is refused at its place, so no writer ever sees one.
        let text = fs::read_to_string("data/disclosures/ant-group-2021.json").expect("readable");
        let mut file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        file["source"]["url"] = address.into();
        let faults = Disclosure::read(&file.to_string()).expect_err("it is refused");
        assert_eq!(faults.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(), ["/source/url"], "{address:?}");
    }
}

#[test]
fn amounts_alone_and_reports_without_amounts_are_rendered() {
    let language = Locale::native("en").expect("it ships");
    for amount in ["37909.87 tCO2e", "0.000001 gCO2", "1000000000000000 tCO2e", "0 tCO2e"] {
        let analysis = Analysis::of_amount(amount.parse().expect("an amount"));
        let report = Session::new(Rc::new(analysis), HostDefaults::default());
        for (form, markup) in marked_up(&report, &language) {
            balanced(&markup, &format!("{amount}, {form}"));
        }
        assert!(!render::text(&report, &language).is_empty());
    }
    let silent = report(
        r#"{ "version": 1, "id": "s", "lang": "en", "organisation": "S", "period": "2021",
             "source": { "title": "T", "publisher": "P" },
             "entries": [ { "id": "a", "kind": "emission", "amount": null } ] }"#,
    );
    assert!(silent.analysis().compared.is_none());
    for (form, markup) in marked_up(&silent, &language) {
        balanced(&markup, form);
    }
    assert!(render::text(&silent, &language).contains("Not disclosed"));
}
