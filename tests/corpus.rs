//! The corpus of passages: how many are read right, and that nothing is wrong without a mark.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;

use emissions_calculator::prose::{Change, Figure, read};
use emissions_calculator::quantity::{Decimal, Quantity, parse_decimal};
use serde_json::json;

/// How a passage's figures came out.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// As they should.
    right: usize,
    /// With a mark where none was needed, with a mark and not as they should, or with something left open.
    marked: usize,
    missed: usize,
    /// Without a mark and not as they should, or where there is none.
    wrong: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.marked += other.marked;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }

    fn all(&self) -> usize {
        self.right + self.marked + self.missed + self.wrong
    }

    fn share(&self) -> f64 {
        100.0 * self.right as f64 / self.all().max(1) as f64
    }
}

struct Passage {
    kind: String,
    text: String,
    figures: Vec<String>,
}

fn passages(file: &str) -> Vec<Passage> {
    let path = format!("{}/tests/corpus/{file}.toml", env!("CARGO_MANIFEST_DIR"));
    let read: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap_or_else(|e| panic!("{path}: {e}"));
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let passage = |line: &toml::Value| {
        let [kind, passage, figures] = line.as_array().unwrap().as_slice() else { panic!("{line}") };
        let figures = text(figures);
        let figures =
            figures.split(';').map(str::trim).filter(|figure| !figure.is_empty()).map(str::to_owned).collect();
        Passage { kind: text(kind), text: text(passage), figures }
    };
    read["passages"].as_array().unwrap().iter().map(passage).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Match {
    Same,
    /// The same as far as it was told: a kind, a scope or a year is missing.
    Open,
    Other,
}

/// How far a figure is what the corpus says, marks apart.
fn compare(figure: &Figure, told: &str) -> Match {
    let mut words: Vec<&str> = told.split(' ').collect();
    // "short ton" is one unit.
    let unit = if words.get(1).is_some_and(|word| matches!(*word, "short" | "long")) {
        format!("{} {}", words.remove(1), words.remove(1))
    } else {
        words.remove(1).to_owned()
    };
    let value = words.remove(0);
    let (low, high) = value.split_once("..").unwrap_or((value, value));
    let number = |text: &str| parse_decimal(text).unwrap();
    let of = |value: Decimal| Quantity { value, ..figure.quantity() }.to_string();
    let one: Result<Quantity, _> = format!("1 {unit}").parse();
    let same_unit = one.is_ok_and(|one| (one.unit, one.gas) == (figure.unit, figure.gas));
    let kinds = ["emission", "reduction", "avoided", "removal", "credit"];
    if !same_unit || of(figure.low) != of(number(low)) || of(figure.high) != of(number(high)) {
        return Match::Other;
    }
    let scopes: String = figure.scopes.iter().map(|scope| scope.to_string()).collect();
    let given = |word: &str| match word {
        "?" => Some(word.to_owned()),
        "up" | "down" => figure.change.map(|change| if change == Change::Up { "up" } else { "down" }.to_owned()),
        "market" | "location" => figure.method.map(|method| json!(method).as_str().unwrap().to_owned()),
        kind if kinds.contains(&kind) => figure.kind.map(|kind| kind.id().to_owned()),
        year if year.len() == 4 => figure.period.clone(),
        word if word.starts_with('c') => figure.category.map(|category| format!("c{category}")),
        _ => (!scopes.is_empty()).then(|| format!("s{scopes}")),
    };
    let is_other = |word: &&str| given(word).is_some_and(|given| given != **word);
    match words {
        words if words.iter().any(is_other) => Match::Other,
        words if words.iter().any(|word| given(word).is_none()) => Match::Open,
        _ => Match::Same,
    }
}

fn judge(passage: &Passage, report: &mut Vec<String>) -> Tally {
    let mut tally = Tally::default();
    let mut found = read(&passage.text, None).figures;
    let mut note = |what: &str, told: &str, found: &Vec<Figure>| {
        let found: Vec<String> = found
            .iter()
            .map(|figure| {
                format!(
                    "{} {}..{} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                    figure.text,
                    figure.low,
                    figure.high,
                    figure.unit_text(),
                    figure.kind.map(|kind| kind.id()),
                    figure.change,
                    json!(figure.scopes).to_string(),
                    figure.method,
                    figure.category,
                    figure.period,
                    figure.doubts
                )
            })
            .collect();
        report.push(format!(
            "{what} [{}] {}\n    told  {told}\n    found {}",
            passage.kind,
            passage.text,
            found.join(" | ")
        ));
    };
    let all = found.clone();
    for told in &passage.figures {
        let must_be_marked = told.ends_with('?');
        let of = |found: &[Figure], wanted| found.iter().position(|figure| compare(figure, told) == wanted);
        if let Some(place) = of(&found, Match::Same) {
            let figure = found.remove(place);
            if figure.ambiguous == must_be_marked {
                tally.right += 1;
            } else if figure.ambiguous {
                note("marked", told, &all);
                tally.marked += 1;
            } else {
                note("wrong", told, &all);
                tally.wrong += 1;
            }
        } else if let Some(place) = of(&found, Match::Open) {
            found.remove(place);
            note("open", told, &all);
            tally.marked += 1;
        } else {
            note("missed", told, &all);
            tally.missed += 1;
        }
    }
    for figure in &found {
        // One that came out as another is not missed too.
        tally.missed = tally.missed.saturating_sub(1);
        if figure.ambiguous {
            tally.marked += 1;
            note("marked", "nothing more", &all);
        } else {
            tally.wrong += 1;
            note("wrong", "nothing more", &all);
        }
    }
    if passage.figures.is_empty() && found.is_empty() {
        tally.right += 1;
    }
    tally
}

const LANGUAGES: [&str; 7] = ["en", "zh", "fr", "de", "es", "ja", "ar"];

fn measure(files: &[&str]) -> (Tally, String) {
    let mut report = Vec::new();
    let mut by_kind: BTreeMap<String, Tally> = BTreeMap::new();
    let mut table = "                right  marked  missed  wrong without a mark\n".to_owned();
    let mut all = Tally::default();
    let line = |name: &str, tally: &Tally| {
        format!(
            "{name:<14}{:>7}{:>8}{:>8}{:>7}   {:.1} %\n",
            tally.right,
            tally.marked,
            tally.missed,
            tally.wrong,
            tally.share()
        )
    };
    for file in files {
        let mut own = Tally::default();
        for passage in passages(file) {
            let tally = judge(&passage, &mut report);
            own.add(tally);
            by_kind.entry(passage.kind.clone()).or_default().add(tally);
        }
        table += &line(file, &own);
        all.add(own);
    }
    for (kind, tally) in &by_kind {
        table += &line(kind, tally);
    }
    table += &line("all", &all);
    (all, format!("{}\n{table}", report.join("\n")))
}

#[test]
fn passages_are_read_right_and_never_wrong_without_a_mark() {
    let (all, report) = measure(&LANGUAGES);
    println!("{report}");
    let count: usize = LANGUAGES.iter().map(|file| passages(file).len()).sum();
    assert!(count >= 300, "{count} passages");
    assert_eq!(all.wrong, 0, "{report}");
    assert!(all.share() >= 97.0, "{report}");
}

#[test]
fn tables_are_read_right_and_never_wrong_without_a_mark() {
    let (all, report) = measure(&["tables"]);
    println!("{report}");
    assert!(passages("tables").len() >= 30);
    assert_eq!(all.wrong, 0, "{report}");
    assert!(all.share() >= 97.0, "{report}");
}

#[test]
fn passages_that_nobody_tuned_for() {
    let (all, report) = measure(&["fresh"]);
    println!("{report}");
    assert_eq!(all.wrong, 0, "{report}");
    assert!(all.share() >= 92.0, "{report}");
}
