//! The documents say what the program does: every finding, every field, every language, and the output of every
//! command that stands in a document.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(missing_docs, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use emissions_calculator::claim::STANDARDS;
use emissions_calculator::disclosure::{Disclosure, schema};
use emissions_calculator::report::{Analysis, HostDefaults, Session};
use serde_json::Value;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(here(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(here(folder)).expect("the folder is there").map(|file| file.expect("readable").path());
    all.filter(|path| path.extension().is_some_and(|end| end == extension)).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned()
}

/// The table of findings: severity and standard by code.
fn documented() -> BTreeMap<String, (String, String)> {
    let text = text("docs/accounting.md");
    let table = text.split("## Findings").nth(1).and_then(|rest| rest.split("### The standards").next());
    let mut rows = BTreeMap::new();
    for line in table.expect("the chapter is there").lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if let [code, severity, _, standard] = cells[..]
            && let Some(code) = code.strip_prefix('`').and_then(|code| code.strip_suffix('`'))
        {
            assert!(
                rows.insert(code.to_owned(), (severity.to_owned(), standard.to_owned())).is_none(),
                "{code} stands twice"
            );
        }
    }
    rows
}

#[test]
fn every_finding_is_documented_and_no_other() {
    let documented: BTreeSet<String> = documented().into_keys().collect();
    let words: toml::Table = text("locales/en.toml").parse().expect("TOML");
    let worded: BTreeSet<String> = words["finding"].as_table().expect("a table").keys().cloned().collect();
    assert_eq!(documented, worded, "docs/accounting.md beside [finding] of locales/en.toml");
    // That each of them is raised, the faulty files of `tests/render.rs` show.
    for path in files("tests/goldens/faulty", "json") {
        let name = stem(&path);
        assert!(name.starts_with("unreadable-") || documented.contains(&name), "{name} is not in docs/accounting.md");
    }
}

#[test]
fn findings_are_as_grave_as_documented_and_name_the_documented_standard() {
    let documented = documented();
    for path in files("tests/goldens/faulty", "json").into_iter().chain(files("data/disclosures", "json")) {
        let Ok(file) = Disclosure::read(&fs::read_to_string(&path).expect("readable")) else { continue };
        for finding in Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default()).findings() {
            let (severity, standard) = &documented[finding.code()];
            assert_eq!(finding.severity().id(), severity, "{} in {}", finding.code(), stem(&path));
            match finding.standard() {
                Some(id) => assert!(standard.contains(&format!("`{id}`")), "{} rests on {id}", finding.code()),
                None => assert!(standard.is_empty(), "{} rests on no standard", finding.code()),
            }
        }
    }
    let text = text("docs/accounting.md");
    for standard in STANDARDS {
        assert!(text.contains(&format!("| `{}` |", standard.id)), "{}", standard.id);
        assert!(text.contains(standard.url), "{}", standard.url);
    }
}

#[test]
fn every_field_of_a_disclosure_is_documented() {
    fn fields(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                map.values().for_each(|value| fields(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| fields(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    fields(&schema(), &mut found);
    let text = text("docs/disclosures.md");
    let missing: Vec<&String> = found
        .iter()
        .filter(|name| !text.contains(&format!("`{name}`")) && !text.contains(&format!("\"{name}\"")))
        .collect();
    assert!(found.contains("retirement") && missing.is_empty(), "docs/disclosures.md leaves out {missing:?}");
}

#[test]
fn the_example_in_the_guide_reads() {
    let text = text("docs/disclosures.md");
    let example = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    Disclosure::read(example).unwrap_or_else(|faults| panic!("{faults:?}"));
}

#[test]
fn every_language_that_is_named_ships() {
    // And not the other way round: adding a language is one file.
    let ships: BTreeSet<String> = files("locales", "toml").iter().map(|path| stem(path)).collect();
    let readme = text("README.md");
    let table = readme.split("## Languages").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("the chapter");
    let named: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(named.len() >= 7, "{named:?}");
    for tag in named {
        assert!(ships.contains(tag), "README.md names {tag}, which does not ship");
    }
}

/// Splits at spaces, but not between quotation marks.
fn words(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    pieces
        .flat_map(|(index, piece)| match index % 2 {
            0 => piece.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![piece.to_owned()],
        })
        .collect()
}

/// Whether `lines` are `expected`, where a line `…` stands for any number of lines.
fn matches(expected: &[&str], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((&"…", rest)) => (0..=lines.len()).any(|skipped| matches(rest, &lines[skipped..])),
        Some((first, rest)) => lines.split_first().is_some_and(|(line, lines)| first == line && matches(rest, lines)),
    }
}

#[test]
fn commands_in_the_documents_print_what_stands_below_them() {
    let mut run = 0;
    for path in std::iter::once(here("README.md")).chain(files("docs", "md")) {
        let text = fs::read_to_string(&path).expect("readable");
        for block in text.split("```console\n").skip(1) {
            let block = block.split("```").next().expect("a block");
            for example in block.trim_end().split("$ emissions ").skip(1) {
                let mut lines = example.trim_end().lines();
                let command = lines.next().expect("a command");
                let output = Command::new(env!("CARGO_BIN_EXE_emissions"))
                    .args(words(command))
                    .current_dir(env!("CARGO_MANIFEST_DIR"))
                    .output()
                    .expect("runs");
                let printed = String::from_utf8(output.stdout).expect("UTF-8");
                let expected: Vec<&str> = lines.collect();
                let found: Vec<&str> = printed.trim_end().lines().collect();
                assert!(matches(&expected, &found), "{}: emissions {command} prints\n{printed}", path.display());
                run += 1;
            }
        }
    }
    assert!(run >= 4, "README.md and docs/disclosures.md have examples");
}
