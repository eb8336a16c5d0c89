//! The faults of a file in words: each kind, in each language.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;

use emissions_calculator::disclosure::{Disclosure, Expected, Fault, FaultKind, Found, Reason, emissions};
use emissions_calculator::factors::formula::FormulaError;
use emissions_calculator::locale::{Locale, available};
use emissions_calculator::quantity::{Decimal, Error, Unit};

/// Every kind of fault, with every reason, every value found and everything expected.
fn kinds() -> Vec<FaultKind> {
    let id = || "own-id".to_owned();
    let one = Decimal::ONE;
    let mut kinds = vec![
        FaultKind::NotJson { line: 3, column: 14, is_cut_off: false },
        FaultKind::NotJson { line: 3, column: 14, is_cut_off: true },
        FaultKind::MissingField { field: "amount" },
        FaultKind::UnknownField { known: vec!["id", "label"] },
        FaultKind::RepeatedField,
        FaultKind::RepeatedEntry { id: id() },
        FaultKind::RepeatedComparison { id: id() },
        FaultKind::UnknownEntry { id: id() },
        FaultKind::EndlessParts { whole: id() },
        FaultKind::UnknownComparison { id: id() },
        FaultKind::CategoryOutsideScope3,
        FaultKind::MethodOutsideScope2,
        FaultKind::AmountOfExcluded,
        FaultKind::CreditFieldOnly { field: "vintage" },
        FaultKind::UnknownAssumption { known: vec![id()] },
        FaultKind::UnknownAssumption { known: Vec::new() },
        FaultKind::AssumptionUnit { found: "5 km".parse().unwrap(), expected: Unit::TONNE },
        FaultKind::AssumptionZero,
        FaultKind::IdOfCatalogue { id: id() },
        FaultKind::RepeatedAssumption { id: id() },
        FaultKind::IdBeginsWithDigit { id: id() },
        FaultKind::MinAboveMax { min: Decimal::TEN, max: one },
        FaultKind::ValueOutsideRange { value: Decimal::TEN, min: one, max: one },
        FaultKind::ZeroDivides,
        FaultKind::ZeroStep,
    ];
    for reason in [
        FormulaError::Unexpected(String::new()),
        FormulaError::Unexpected("+ b".to_owned()),
        FormulaError::UnknownName(id()),
        FormulaError::Amount,
        FormulaError::Assumption(id()),
        FormulaError::Units { found: Some(Unit::TONNE), expected: Unit::ONE },
        FormulaError::Units { found: None, expected: Unit::ONE },
        FormulaError::Degenerate,
    ] {
        kinds.push(FaultKind::Formula { formula: Found::Text("amount / b".to_owned(), true), reason });
    }
    let mut unexpected = |found, reason, expected| {
        kinds.push(FaultKind::UnexpectedValue { found, reason, expected });
    };
    let text = || Found::Text("some text".to_owned(), false);
    for expected in [
        Expected::Amount,
        Expected::Quantity,
        Expected::Unit,
        Expected::Decimal,
        Expected::Share,
        Expected::Id,
        Expected::Language,
        Expected::Date,
        Expected::Period,
        Expected::Url,
        Expected::Year,
        Expected::Category,
        Expected::Version,
        Expected::Scopes,
        Expected::Text,
        Expected::String,
        Expected::Bool,
        Expected::List,
        Expected::Object,
        Expected::Record(vec!["id"]),
        Expected::OneOf(vec!["CO2", "CO2e"]),
        Expected::Comparison(vec!["petrol"]),
    ] {
        unexpected(text(), Reason::Form, expected);
    }
    for found in
        [Found::Null, Found::Bool(true), Found::Integer(-7), Found::Fraction, text(), Found::List, Found::Object]
    {
        unexpected(found, Reason::Form, Expected::Unit);
    }
    unexpected(text(), Reason::NotMass(Unit::ONE), Expected::Amount);
    unexpected(text(), Reason::NoGas(Unit::TONNE), Expected::Amount);
    for error in [
        Error::Empty,
        Error::NotANumber,
        Error::AmbiguousNumber,
        Error::UnknownUnit,
        Error::MissingUnit,
        Error::UnitMismatch { found: Unit::ONE, expected: Unit::TONNE },
        Error::GasMix,
        Error::Overflow,
        Error::DivisionByZero,
        Error::Negative,
        Error::TooLarge,
        Error::RangeOrder,
    ] {
        unexpected(text(), Reason::Quantity(error), Expected::Amount);
    }
    kinds
}

#[test]
fn each_fault_is_told_in_each_language() {
    let english = Locale::native("en").unwrap();
    for tag in available() {
        let locale = Locale::native(tag).unwrap();
        let mut told = BTreeSet::new();
        for kind in kinds() {
            let text = locale.fault_kind(&kind);
            assert!(!text.contains(['{', '}']) && !text.contains("fault."), "{tag}: {text}");
            assert!(text.ends_with(['.', '。']), "{tag}: {text}");
            assert!(tag == "en" || text != english.fault_kind(&kind), "{tag}: {text} is English");
            told.insert(text);
        }
        // `DivisionByZero` cannot come from a file; every other one is told in its own words, those found once for two.
        assert!(told.len() >= kinds().len() - 1, "{tag}: {} of {}", told.len(), kinds().len());
    }
}

#[test]
fn each_fault_has_a_code_and_words_for_a_log() {
    let mut codes = BTreeSet::new();
    for kind in kinds() {
        codes.insert(kind.code());
        assert!(!kind.to_string().is_empty(), "{kind:?}");
    }
    assert_eq!(codes.len(), 25, "{codes:?}");
}

#[test]
fn a_fault_says_what_was_found_what_is_expected_and_what_to_do() {
    let english = Locale::native("en").unwrap();
    let words = |text: &str| english.fault_kind(&emissions(text).expect_err(text));
    assert!(
        words("100 t").starts_with("Found: \"100 t\". The gas is missing. Write tCO2e or tCO2. Expected: an amount")
    );
    assert!(words("100 km").contains("km is not a unit of mass. Write tonnes."));
    assert!(words("1,000 tCO2e").contains("It can be read as two different numbers."));
    let chinese = Locale::native("zh-CN").unwrap();
    let zero = Fault { at: "/equivalences/0/assumptions/0/step".to_owned(), kind: FaultKind::ZeroStep };
    assert_eq!(
        chinese.fault_line(&zero),
        "/equivalences/0/assumptions/0/step：步长不能为零。请填写大于零的数，或省略“step”。"
    );
    let whole = Fault { at: String::new(), kind: FaultKind::RepeatedField };
    assert_eq!(english.fault_line(&whole), "This field is given twice. Keep one of them.");
}

/// The sentences for all faulty files, so that a change of words or of what is told is seen.
#[test]
fn the_faulty_files_are_told_in_full() {
    let mut told = String::new();
    for tag in ["en", "de", "ar"] {
        let locale = Locale::native(tag).unwrap();
        for name in ["amounts", "custom", "dates", "fields", "names", "types", "values"] {
            let text = fs::read_to_string(format!("tests/goldens/faulty/unreadable-{name}.json")).unwrap();
            told.push_str(&format!("# {name}, {tag}\n"));
            for fault in Disclosure::read(&text).expect_err("unreadable") {
                told.push_str(&locale.fault_line(&fault));
                told.push('\n');
            }
        }
    }
    insta::assert_snapshot!(told);
}
