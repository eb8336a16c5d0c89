//! The layers hold: what is pure knows nothing of the web and cannot panic, and no file grows without end.
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers that build natively, without a browser.
const PURE: [&str; 10] =
    ["quantity", "factors", "equivalence", "disclosure", "inventory", "claim", "report", "prose", "locale", "render"];

/// What a pure layer forbids itself.
const FORBIDDEN: [&str; 5] = [
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::arithmetic_side_effects",
];

/// The crates of the web.
const WEB: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "yew"];

/// Files stay near 300 lines; this is where near ends.
const MOST_LINES: usize = 400;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path()) {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("readable")
}

/// The code without its comments.
fn code(path: &Path) -> String {
    text(path).lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_pure_layer_forbids_what_could_panic() {
    for layer in PURE {
        let root = code(&src().join(layer).join("mod.rs"));
        let header = root.split("forbid(").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_default();
        for lint in FORBIDDEN {
            assert!(header.contains(lint), "src/{layer}/mod.rs does not forbid {lint}");
        }
    }
}

#[test]
fn no_pure_layer_knows_the_web() {
    for layer in PURE {
        for file in files(&src().join(layer)) {
            let code = code(&file);
            for name in WEB {
                assert!(!code.contains(&format!("{name}::")), "{} uses {name}", file.display());
            }
        }
    }
}

#[test]
fn every_layer_says_what_it_is() {
    for entry in fs::read_dir(src()).expect("the folder is there").map(|entry| entry.expect("readable").path()) {
        if entry.is_dir() && !entry.ends_with("bin") {
            let root = text(&entry.join("mod.rs"));
            assert!(root.starts_with("//! "), "{} has no module docs", entry.display());
        }
    }
}

#[test]
fn views_work_nothing_out() {
    // What they read is a session; the widget's state alone takes the next one from it.
    for file in files(&src().join("view")) {
        let code = code(&file);
        // A unit test of a view makes its own.
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for call in
            ["Comparison::new", "Inventory::of", "claim::check", "equivalence::count", "Session::", "Analysis::"]
        {
            assert!(!code.contains(call), "{} calls {call}", file.display());
        }
    }
}

#[test]
fn files_stay_readable() {
    for file in files(&src()) {
        let lines = text(&file).lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", file.display());
    }
}

#[test]
fn a_file_of_the_view_holds_one_component() {
    for file in files(&src().join("view")) {
        let code = code(&file);
        let components = code.matches("#[component").count() + code.matches("impl Component for").count();
        let code = code.replace("#[component]\npub fn ", "");
        let functions = code.lines().filter(|line| line.starts_with("pub fn ") && line.ends_with("-> Html {")).count();
        assert!(functions + components <= 1, "{} holds {}", file.display(), functions + components);
    }
}
