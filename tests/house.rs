//! What the compiler cannot hold: views work nothing out, and no file grows without end.
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

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
fn views_work_nothing_out() {
    // What they read is a session; the widget's state alone takes the next one from it.
    for file in files(&src().join("view")) {
        let code = code(&file);
        // A unit test of a view makes its own.
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for call in
            ["Comparison::new", "Inventory::of", "claim::check", "equivalence::count", "Session::new", "Analysis::of"]
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
