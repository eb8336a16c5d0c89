//! Runs `tests/goldens/quantities.toml`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fmt::Write as _;

use emissions_calculator::quantity::{Decimal, Error, Quantity, Range, Separators, Unit, read_input};
use toml::{Table, Value};

fn cases(list: &str) -> Vec<Table> {
    let file: Table = include_str!("goldens/quantities.toml").parse().expect("the goldens are TOML");
    let cases = file[list].as_array().expect("a list").clone();
    assert!(!cases.is_empty());
    cases.into_iter().map(|case| case.as_table().expect("a table").clone()).collect()
}

fn text<'a>(case: &'a Table, key: &str) -> &'a str {
    case.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("{case:?} has no text {key}"))
}

fn mark(case: &Table, key: &str, otherwise: char) -> char {
    case.get(key).and_then(Value::as_str).and_then(|mark| mark.chars().next()).unwrap_or(otherwise)
}

fn read_in_field(case: &Table, typed: &str) -> Result<Quantity, Error> {
    let separators = Separators { decimal: mark(case, "decimal", '.'), group: mark(case, "group", ',') };
    let field: Unit = text(case, "field").parse().expect("a known unit");
    let input = read_input(typed, separators, &field)?;
    assert_eq!(input.value.unit, field, "{typed}");
    Ok(input.value)
}

/// The error's name, as the goldens write it.
fn name(error: &Error) -> String {
    format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// Runs every case before failing, so that one run shows all that is wrong.
fn each(list: &str, run: impl Fn(&Table) -> Result<(), String>) {
    let mut wrong = String::new();
    for case in cases(list) {
        if let Err(fault) = run(&case) {
            let _ = writeln!(wrong, "{fault}\n    in {case}");
        }
    }
    assert!(wrong.is_empty(), "[[{list}]]\n{wrong}");
}

fn expect(found: Result<String, Error>, expected: &str) -> Result<(), String> {
    match found {
        Ok(found) if found == expected => Ok(()),
        Ok(found) => Err(format!("{found}, not {expected}")),
        Err(error) => Err(format!("{}: {error}", name(&error))),
    }
}

#[test]
fn files_are_read_strictly() {
    each("strict", |case| {
        let quantity = text(case, "text").parse::<Quantity>();
        expect(quantity.map(|quantity| quantity.to_string()), text(case, "is"))
    });
}

#[test]
fn conversions_are_exact() {
    each("convert", |case| {
        assert!(!text(case, "source").is_empty());
        let to: Unit = text(case, "to").parse().map_err(|fault| format!("{fault}"))?;
        let converted = text(case, "text").parse::<Quantity>().and_then(|quantity| quantity.convert(to));
        let digits = case.get("digits").and_then(Value::as_integer).and_then(|digits| u32::try_from(digits).ok());
        let value = converted.map(|converted| match digits {
            Some(digits) => converted.value.round_dp(digits),
            None => converted.value,
        });
        expect(value.map(|value| value.to_string()), text(case, "is"))
    });
}

#[test]
fn readers_are_understood() {
    each("reader", |case| {
        expect(read_in_field(case, text(case, "typed")).map(|value| value.to_string()), text(case, "is"))
    });
}

#[test]
fn the_rest_is_refused_by_name() {
    each("refused", |case| {
        let typed = text(case, "text");
        let read = if case.contains_key("field") { read_in_field(case, typed) } else { typed.parse() };
        match read {
            Ok(read) => Err(format!("read as {read}")),
            Err(error) if name(&error) == text(case, "error") => Ok(()),
            Err(error) => Err(format!("{}: {error}", name(&error))),
        }
    });
}

#[test]
fn computing_keeps_units_and_gases() {
    each("compute", |case| {
        let sum = case["sum"].as_array().expect("three parts");
        let part = |index: usize| sum[index].as_str().expect("a text");
        let read = |index: usize| part(index).parse::<Quantity>().expect("a quantity");
        let (a, b) = (read(0), read(2));
        let found = match part(1) {
            "+" => a.plus(&b),
            "-" => a.minus(&b),
            "*" => a.times(&b),
            "/" => a.per(&b),
            "share" => a.share_of(&b).map(Quantity::number),
            sign => return Err(format!("{sign} is no sign")),
        };
        match (found, case.get("error").and_then(Value::as_str)) {
            (Err(error), Some(expected)) if name(&error) == expected => Ok(()),
            (found, None) => expect(found.map(|found| found.to_string()), text(case, "is")),
            (found, Some(expected)) => Err(format!("{found:?}, not {expected}")),
        }
    });
}

#[test]
fn every_error_says_what_to_do() {
    let errors = [
        Error::Empty,
        Error::NotANumber,
        Error::AmbiguousNumber,
        Error::UnknownUnit,
        Error::MissingUnit,
        Error::UnitMismatch { found: Unit::ONE, expected: Unit::ONE },
        Error::GasMix,
        Error::Overflow,
        Error::DivisionByZero,
        Error::Negative,
        Error::TooLarge,
        Error::RangeOrder,
    ];
    for error in errors {
        let said = error.to_string();
        let remedy = ["write", "known are", "use", "check", "must have"].iter().any(|word| said.contains(word));
        assert!(remedy, "{said}");
    }
}

#[test]
fn messages_quote_no_more_than_forty_characters() {
    let long = "吨".repeat(10_000);
    for text in [long.clone(), format!("5 {long}"), format!("1,000{}", "0".repeat(10_000))] {
        let said = text.parse::<Quantity>().expect_err("refused").to_string();
        assert!(said.chars().count() < 300, "{said}");
    }
}

#[test]
fn ranges_keep_their_order() {
    let range = |low: &str, central: &str, high: &str| {
        let read = |text: &str| text.parse::<Quantity>().expect("a quantity");
        Range::new(read(low), read(central), read(high))
    };
    let distance = range("10000 km/yr", "12000 km/yr", "15000 km/yr").expect("in order");
    let intensity = range("163 g/km", "0.203 kg/km", "0.244 kg/km").expect("in one unit");
    let product = distance.times(&intensity).expect("fits");
    assert_eq!(product.to_string(), "1630 kg/yr to 3660 kg/yr, central 2436 kg/yr");
    let quotient = range("1 t", "1 t", "1 t").expect("exact").per(&product).expect("fits");
    assert!(quotient.low.value < quotient.central.value && quotient.central.value < quotient.high.value);
    assert_eq!(range("2 t", "1 t", "3 t"), Err(Error::RangeOrder));
    assert_eq!(range("1 t", "2 t", "1.5 t"), Err(Error::RangeOrder));
    assert_eq!(range("1 tCO2", "2 tCO2e", "3 tCO2e"), Err(Error::GasMix));
    assert!(matches!(range("1 km", "2 t", "3 t"), Err(Error::UnitMismatch { .. })));
    let minus = Quantity::new(Decimal::NEGATIVE_ONE, Unit::ONE);
    assert_eq!(Range::new(minus, minus, Quantity::number(Decimal::ONE)), Err(Error::Negative));
    let from_zero = range("0 km", "1 km", "2 km").expect("in order");
    assert_eq!(product.per(&from_zero), Err(Error::DivisionByZero));
}

#[test]
fn powers_that_nothing_has_are_refused() {
    let volume: Unit = "m3".parse().unwrap();
    let power = |count: usize| (0..count).try_fold(Unit::ONE, |unit, _| unit.times(&volume));
    let large = power(42).unwrap();
    assert!(large.is_convertible_to(&large));
    // The forty-third power of a volume is the 129th of a length.
    let larger = power(43).unwrap();
    assert!(!larger.is_convertible_to(&larger) && !larger.is_convertible_to(&volume));
    assert_eq!(Quantity::new(Decimal::ONE, larger).convert(volume), Err(Error::Overflow));
    assert_eq!(power(128), Err(Error::Overflow));
}
