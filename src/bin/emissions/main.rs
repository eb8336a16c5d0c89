//! The command line `emissions`: the same arithmetic as the widget's, for newsrooms, scripts and continuous checks.
// Not `forbid`: clap's derives allow all lints inside what they write.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod args;
mod article;
mod check;
mod equivalents;
mod factors;
mod publish;
mod render;

use std::fs;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use emissions_calculator::disclosure::schema;
use emissions_calculator::locale::{self, Locale};
use serde::Serialize;

use args::{Arguments, Command};

/// What a command gives: the text for standard output and the exit code.
struct Answer {
    text: String,
    code: u8,
}

impl Answer {
    fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: 0 }
    }

    /// Indented JSON. `Decimal` writes itself as a string, so no number loses a digit.
    fn json(value: &impl Serialize) -> Result<Self, String> {
        serde_json::to_string_pretty(value)
            .map(Self::of)
            .map_err(|fault| format!("the answer cannot be written: {fault}"))
    }
}

fn main() -> ExitCode {
    let answer = match Arguments::parse().command {
        Command::Equivalents(asked) => equivalents::run(&asked),
        Command::Check(asked) => check::check(&asked),
        Command::Render(asked) => render::run(&asked),
        Command::Publish(asked) => publish::run(&asked),
        Command::Factors(asked) => factors::run(&asked),
        Command::Schema => Answer::json(&schema()),
        Command::Locale { tag } => words(&tag),
        Command::Detect(asked) => article::detect(&asked),
        Command::Draft(asked) => article::draft(&asked),
    };
    match answer.and_then(|answer| write(&answer)) {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            eprintln!("emissions: {fault}");
            ExitCode::from(2)
        }
    }
}

/// Writes an answer. A reader that has seen enough (`| head`) is no fault.
fn write(answer: &Answer) -> Result<u8, String> {
    let mut out = io::stdout().lock();
    let text = answer.text.trim_end_matches('\n');
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {fault}")),
        _ => Ok(answer.code),
    }
}

/// The text of a file, or of standard input for `-`.
fn read(path: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    if path == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map_err(|fault| format!("standard input: {fault}"))?;
    } else {
        bytes =
            fs::read(path).map_err(|fault| format!("{path}: {fault}; give a file's path, or - for standard input"))?;
    }
    String::from_utf8(bytes).map_err(|_| format!("{path}: the text is not UTF-8; convert it first, as with iconv"))
}

/// The language of a tag; a language that does not ship is said, not replaced.
fn language(tag: &str) -> Result<Locale, String> {
    let base = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let best = locale::best(tag);
    let found = if base(best) == base(tag) { Locale::native(best) } else { None };
    found.ok_or_else(|| format!("there is no language \"{tag}\"; --lang takes {}", languages()))
}

fn languages() -> String {
    locale::available().collect::<Vec<_>>().join(", ")
}

/// A language's words, as the widget fetches them.
fn words(tag: &str) -> Result<Answer, String> {
    let json = locale::json(tag);
    json.map(Answer::of).ok_or_else(|| format!("there is no language \"{tag}\"; there are {}", languages()))
}
