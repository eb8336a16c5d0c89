//! Whatever file is accepted, every control of what is shown of it works.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use emissions_calculator::disclosure::Disclosure;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

#[path = "common/controls.rs"]
mod controls;

/// Files to change: the examples, and one whose comparison is its own.
fn files() -> Vec<Value> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = here.join("data/disclosures");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder is there").map(|file| file.expect("readable").path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        serde_json::from_str(&fs::read_to_string(path).expect("readable")).expect("JSON of an example")
    };
    let mut files: Vec<Value> =
        paths.iter().filter(|path| path.extension().is_some_and(|e| e == "json")).map(read).collect();
    assert!(files.len() >= 10, "the examples are there");
    files.push(read(&here.join("tests/goldens/own-comparison.json")));
    files
}

#[test]
fn every_control_of_the_examples_works() {
    for file in files() {
        let disclosure = Disclosure::read(&file.to_string()).expect("an example reads");
        controls::take_every_control(disclosure);
    }
}

#[test]
fn what_is_accepted_can_be_played_with() {
    let files = files();
    let mut accepted = 0_u32;
    let mut shown = 0;
    // Seeded, so that how many are accepted is known; the fuzz target `session` looks further.
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let changes = prop::collection::vec((any::<u16>(), any::<u16>(), any::<u8>()), 1..5);
    let strategy = (0..files.len() * 2, changes);
    for _ in 0..CASES {
        let (index, changes) = strategy.new_tree(&mut runner).expect("a case").current();
        // Half of the cases change the comparison of the file's own.
        let mut file = files.get(index).unwrap_or(&files[files.len() - 1]).clone();
        for one in &changes {
            controls::change(&mut file, *one);
        }
        if let Ok(disclosure) = Disclosure::read(&file.to_string()) {
            accepted += 1;
            let played = catch_unwind(AssertUnwindSafe(|| controls::take_every_control(disclosure)));
            shown += played.unwrap_or_else(|_| panic!("{changes:?} give {file}"));
        }
    }
    assert!(accepted * 8 >= CASES, "only {accepted} of {CASES} changed files are accepted");
    assert!(shown > 0, "something is shown");
}

/// How many files are changed.
const CASES: u32 = 300;
