//! The cost of a report grows with the number of entries, not with its square.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::rc::Rc;
use std::time::{Duration, Instant};

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::report::Analysis;

#[path = "../benches/generated/mod.rs"]
mod generated;

use generated::{Shape, disclosure};

/// Ten times the entries may cost twenty times as much, which leaves room for memory that no longer fits the cache and
/// for a busy machine. What grows with the square costs a hundred times as much.
const MOST: u32 = 20;

/// The quickest of several runs of each, taken in turns: whatever else the machine does only makes a run slower.
fn quickest(mut small: impl FnMut(), mut large: impl FnMut()) -> (Duration, Duration) {
    let time = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        best.0 = best.0.min(time(&mut small));
        best.1 = best.1.min(time(&mut large));
    }
    best
}

fn read(text: &str) -> Disclosure {
    Disclosure::read(text).unwrap_or_else(|faults| panic!("{:?}", faults.first()))
}

#[test]
fn reading_costs_in_proportion_to_the_entries() {
    for shape in Shape::ALL {
        let (small, large) = (disclosure(shape, 1_000), disclosure(shape, 10_000));
        let (small, large) = quickest(|| drop(read(&small)), || drop(read(&large)));
        assert!(large < small * MOST, "{shape:?}: 1,000 entries read in {small:?}, 10,000 in {large:?}");
    }
}

#[test]
fn a_report_costs_in_proportion_to_the_entries() {
    for shape in Shape::ALL {
        let (small, large) = (read(&disclosure(shape, 1_000)), read(&disclosure(shape, 10_000)));
        let (small, large) = (Rc::new(small), Rc::new(large));
        let report = |file: &Rc<Disclosure>| assert!(Analysis::of_file(file.clone()).inventory.is_some());
        let (small, large) = quickest(|| report(&small), || report(&large));
        assert!(large < small * MOST, "{shape:?}: the report on 1,000 entries took {small:?}, on 10,000 {large:?}");
    }
}
