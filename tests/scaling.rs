//! Work grows with what is read, not with its square. Counted, not timed: how busy the machine is changes nothing.
//!
//! Allocations and the bytes they ask for are counted everywhere. They show what is copied again and again, and not what
//! is only looked at again: that takes the processor's instructions, counted by valgrind where it is installed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::env;
use std::process::Command;
use std::rc::Rc;
use std::thread;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::prose::draft;
use emissions_calculator::report::{Analysis, Session};

#[path = "../benches/generated/mod.rs"]
mod generated;

use generated::{Shape, disclosure};

/// Four times the input may cost so many times as much: a sort costs a little more than four. What grows with the square
/// costs up to sixteen.
const MOST: u64 = 5;

/// Names a piece of work to the process that valgrind runs.
const WORK: &str = "EMISSIONS_COUNTED_WORK";

/// Texts of which each part would be read again for every character before it, if any were.
const HARD: [&str; 25] = [
    "<a ",
    "<a '",
    "<a \"'>",
    "&am",
    "<!-",
    "</script",
    "1-",
    "1,",
    "1 ",
    "5 t CO2 ",
    "1 to ",
    "scope 1, ",
    "- ",
    "吨1",
    "1\u{a0}234 ",
    "<td>5",
    "<tr><td rowspan=40 colspan=40>5 t CO2",
    "1\t2\n",
    "scope 1 t CO2e\t5\n",
    "from 5 to ",
    "一千万",
    "so viel wie 5 ",
    "Tencent carbon neutral 2030 ",
    "of which 5 t CO2 ",
    "صفر 5 طن ",
];

#[derive(Clone, Copy, Debug)]
enum Work {
    /// Reads a file of this shape and works out everything of it.
    Report(Shape),
    /// Drafts a file from a text that repeats this piece of [`HARD`].
    Detect(usize),
}

impl Work {
    fn all() -> impl Iterator<Item = Self> {
        Shape::ALL.into_iter().map(Self::Report).chain((0..HARD.len()).map(Self::Detect))
    }

    /// The size of the small input.
    fn size(self) -> usize {
        match self {
            Self::Report(_) => 500,
            Self::Detect(_) => 1_000,
        }
    }

    /// Makes an input of this size and gives the work to be done on it.
    fn prepared(self, size: usize) -> impl FnOnce() {
        let text = match self {
            Self::Report(shape) => disclosure(shape, size),
            Self::Detect(piece) => HARD[piece].repeat(size / HARD[piece].len()),
        };
        move || match self {
            Self::Report(_) => {
                let file = Disclosure::read(&text).unwrap_or_else(|faults| panic!("{:?}", faults.first()));
                let session = Session::new(Rc::new(Analysis::of_file(file)), Default::default());
                assert!(!session.findings().is_empty());
            }
            Self::Detect(_) => drop(draft(&text, None)),
        }
    }
}

#[test]
fn memory_grows_in_proportion() {
    for work in Work::all() {
        let measured = |size| allocation_counter::measure(work.prepared(size));
        let (small, large) = (measured(work.size()), measured(4 * work.size()));
        for (what, small, large) in
            [("allocations", small.count_total, large.count_total), ("bytes", small.bytes_total, large.bytes_total)]
        {
            assert!(large <= MOST * small, "{work:?}: {small} {what}, {large} for four times the input");
        }
    }
}

#[test]
fn instructions_grow_in_proportion() {
    if instructions(0, 1).is_none() {
        eprintln!("skipped: valgrind is not installed, or does not run here");
        return;
    }
    let works: Vec<(usize, Work)> = Work::all().enumerate().collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for share in works.chunks(works.len().div_ceil(cores)) {
            scope.spawn(move || {
                for (index, work) in share {
                    let counted = |size| instructions(*index, size).expect("as before");
                    let (small, large) = (counted(work.size()), counted(4 * work.size()));
                    assert!(large <= MOST * small, "{work:?}: {small} instructions, {large} for four times the input");
                }
            });
        }
    });
}

/// The instructions of a process that does this work alone; none where there is no valgrind.
fn instructions(index: usize, size: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().ok()?)
        .args(["--exact", "the_work_that_is_counted", "--ignored", "--test-threads=1"])
        .env(WORK, format!("{index} {size}"))
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&output.stderr);
    let counted = told.lines().find_map(|line| line.split_once("Collected : "))?.1.trim().parse().ok();
    assert!(output.status.success(), "{told}");
    counted
}

#[test]
#[ignore = "a part of instructions_grow_in_proportion"]
fn the_work_that_is_counted() {
    let Ok(asked) = env::var(WORK) else { return };
    let (index, size) = asked.split_once(' ').expect("which work, and how much");
    let (index, size) = (index.parse().expect("a number"), size.parse().expect("a number"));
    Work::all().nth(index).expect("there is such work").prepared(size)();
}
