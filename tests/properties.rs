//! What must hold for every input, tried on many.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use emissions_calculator::disclosure::{Date, Disclosure, emissions, schema};
use emissions_calculator::equivalence::{Choice, Comparison, count, solve};
use emissions_calculator::factors::{Definition, catalogue, formula};
use emissions_calculator::quantity::{
    Decimal, Gas, Quantity, Range, Separators, UNITS, Ungrouped, Unit, parse_decimal, read_input, ungroup,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A decimal that an article could have: 0 to 10^12, at most six decimals.
fn decimal() -> impl Strategy<Value = Decimal> {
    (0_i64..=1_000_000_000_000_000_000, 0_u32..=6, 0_u32..=12)
        .prop_map(|(digits, scale, smaller)| Decimal::new(digits / 10_i64.pow(smaller), scale).normalize())
}

fn positive() -> impl Strategy<Value = Decimal> {
    decimal().prop_filter("above zero", |value| !value.is_zero())
}

fn unit_of_table() -> impl Strategy<Value = Unit> {
    (0..UNITS.len()).prop_map(|index| UNITS[index].symbol.parse().expect("its own symbol"))
}

/// Products and quotients of up to four units.
fn unit() -> impl Strategy<Value = Unit> {
    prop::collection::vec((unit_of_table(), any::<bool>()), 1..4).prop_map(|parts| {
        parts.into_iter().fold(Unit::ONE, |unit, (part, above)| {
            if above { unit.times(&part) } else { unit.per(&part) }.expect("four units fit")
        })
    })
}

fn masses() -> impl Strategy<Value = Unit> {
    unit_of_table().prop_filter("a mass", Unit::is_mass)
}

/// Days from the first of March of the year 0 to the first of a month; month 13 is the next January.
fn civil_days(year: u16, month: u8) -> i64 {
    let months = i64::from(year) * 12 + i64::from(month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5
}

fn date() -> impl Strategy<Value = Date> {
    let month = prop::option::of((1_u8..=12, prop::option::of(1_u8..=28)));
    (1995_u16..2005, month).prop_map(|(year, month)| {
        Date::new(year, month.map(|(month, _)| month), month.and_then(|(_, day)| day)).expect("a date")
    })
}

fn separators() -> impl Strategy<Value = Separators> {
    prop::sample::select(vec![
        Separators::POINT,
        Separators::COMMA,
        Separators { decimal: ',', group: '\u{202f}' },
        Separators { decimal: ',', group: '\u{a0}' },
        Separators { decimal: '.', group: '’' },
        Separators { decimal: '٫', group: '٬' },
    ])
}

/// As a language writes it: grouped by threes, with its separators.
fn written(value: Decimal, separators: Separators, grouped: bool) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(separators.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(separators.decimal);
        out.push_str(fraction);
    }
    out
}

/// Bits of numbers and units, put together at random: nearer to the grammar than any text.
fn bits() -> impl Strategy<Value = String> {
    let bit = prop::sample::select(vec![
        "1",
        "0",
        "23",
        "000",
        ".",
        ",",
        "'",
        " ",
        "-",
        "−",
        "\u{a0}",
        "/",
        "/yr",
        "t",
        "kg",
        "km",
        "CO2",
        "CO2e",
        "CO₂",
        "万",
        "亿",
        "千",
        "吨",
        "千瓦时",
        "million",
        " a ",
        "year",
        "%",
        "short ton",
        "e",
        "１",
        "，",
        "(",
        ")",
        "*",
        "amount",
        "distance",
        "2",
        "×",
        "÷",
        "99999999999999999999999999999",
        "0.0000000000000000000000000001",
    ]);
    prop_oneof![prop::collection::vec(bit, 0..12).prop_map(|bits| bits.concat()), any::<String>()]
}

static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let read = |folder: &str| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = fs::read_dir(folder).expect("there").map(|file| file.expect("readable").path());
        files
            .filter(|path| path.extension().is_some_and(|e| e == "json"))
            .map(|path| fs::read_to_string(path).expect("text"))
            .collect::<Vec<_>>()
    };
    [read("data/disclosures"), read("tests/goldens/faulty")].concat()
});

/// Every place of a value.
fn places(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| places(value, format!("{at}/{name}"), all)),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, value)| places(value, format!("{at}/{n}"), all)),
        _ => {}
    }
    all.push(at);
}

/// A real file with some values replaced by others that stand nearby in such files.
fn mutated() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3_i64..20).prop_map(Value::from),
        bits().prop_map(Value::from),
        prop::sample::select(vec![
            "cut",
            "direct",
            "credit",
            "emission",
            "2021",
            "petrol-car-year",
            "5 tCO2e",
            "0 tCO2"
        ])
        .prop_map(Value::from),
        Just(json!({})),
        Just(json!([])),
        Just(json!([1, 2, 3])),
        Just(json!({ "low": "1 tCO2e", "central": "2 tCO2e", "high": "3 tCO2e" })),
    ];
    let file = (0..FILES.len()).prop_map(|index| serde_json::from_str::<Value>(&FILES[index]).expect("JSON"));
    (file, prop::collection::vec((any::<prop::sample::Index>(), value), 1..5)).prop_map(|(mut file, changes)| {
        for (index, value) in changes {
            let mut all = Vec::new();
            places(&file, String::new(), &mut all);
            if let Some(place) = file.pointer_mut(index.get(&all).as_str()) {
                *place = value;
            }
        }
        file.to_string()
    })
}

fn check_faults(text: &str) -> Result<(), TestCaseError> {
    static SCHEMA: LazyLock<jsonschema::Validator> =
        LazyLock::new(|| jsonschema::draft202012::new(&schema()).expect("a schema"));
    match Disclosure::read(text) {
        Ok(_) => {
            let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("it was read");
            prop_assert!(SCHEMA.is_valid(&value), "read, but not valid by the schema: {}", text);
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.at.is_empty() || fault.at.starts_with('/'), "{}", fault);
            }
        }
    }
    Ok(())
}

/// The amount and values of a case of the catalogue.
fn comparison() -> impl Strategy<Value = (&'static Definition, Quantity, Vec<Decimal>)> {
    let amount = (1_i64..=1_000_000_000_000, 0_u32..4).prop_map(|(digits, scale)| {
        let unit = "t".parse().expect("a unit");
        Quantity { value: Decimal::new(digits, scale), unit, gas: Some(Gas::CO2e) }
    });
    let definition = prop::sample::select(catalogue().iter().collect::<Vec<_>>());
    (definition, amount, prop::collection::vec(0_i64..=1000, 8)).prop_map(|(definition, amount, parts)| {
        let value = |(a, part): (&emissions_calculator::factors::Assumption, &i64)| {
            a.min + (a.max - a.min) * Decimal::new(*part, 3)
        };
        let values = definition.assumptions.iter().zip(&parts).map(value).collect();
        (definition, amount, values)
    })
}

/// Equal but for the last digits that a division rounds.
fn close(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() <= b.abs() * Decimal::new(1, 18)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_unit_reads_what_it_writes(unit in unit()) {
        let again: Unit = unit.to_string().parse().map_err(|fault| TestCaseError::fail(format!("{unit}: {fault}")))?;
        prop_assert!(again.is_convertible_to(&unit));
        prop_assert_eq!(again.to_string(), unit.to_string());
    }

    #[test]
    fn a_quantity_reads_what_it_writes(value in decimal(), unit in unit()) {
        let quantity = Quantity::new(value, unit);
        if quantity.plausible().is_ok() {
            prop_assert_eq!(quantity.to_string().parse::<Quantity>().map(|read| read.to_string()), Ok(quantity.to_string()));
        }
    }

    #[test]
    fn a_decimal_is_read_as_rust_decimal_reads_it(text in "-?[0-9]{0,31}(\\.[0-9]{0,31})?") {
        match (parse_decimal(&text), Decimal::from_str_exact(&text)) {
            (Ok(ours), Ok(theirs)) => {
                prop_assert_eq!(ours, theirs);
                prop_assert_eq!(ours.scale(), theirs.scale());
            }
            (Ok(ours), Err(fault)) => prop_assert!(false, "{} is read as {}: {}", text, ours, fault),
            // A point with nothing behind it is no part of a number here.
            (Err(fault), Ok(_)) => prop_assert!(text.ends_with('.'), "{}: {}", text, fault),
            (Err(_), Err(_)) => {}
        }
    }

    #[test]
    fn conversion_comes_back(value in positive(), from in unit_of_table(), to in unit_of_table()) {
        let quantity = Quantity::new(value, from);
        if from.is_convertible_to(&to) {
            if let Ok(converted) = quantity.convert(to) {
                let back = converted.convert(from).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
                // A result of few digits is exact only to its last one.
                if converted.value.mantissa().unsigned_abs() > 1_000_000_000_000_000_000 || back.value == value {
                    prop_assert!(close(back.value, value), "{} {} {}", quantity, converted, back);
                }
            }
        } else {
            prop_assert!(quantity.convert(to).is_err());
        }
    }

    #[test]
    fn what_a_language_writes_is_what_it_reads(value in decimal(), separators in separators(), grouped in any::<bool>()) {
        let field: Unit = "km/yr".parse().expect("a unit");
        let text = written(value, separators, grouped);
        let read = read_input(&text, separators, &field);
        prop_assert_eq!(read.as_ref().map(|input| input.value.value.normalize()), Ok(value), "{}", text);
        prop_assert_eq!(read.map(|input| input.written), Ok(None));
    }

    #[test]
    fn a_number_with_both_separators_is_the_same_in_every_language(
        value in positive(), marks in prop::sample::select(vec![(',', '.'), ('.', ','), (' ', ','), ('\'', '.'), (' ', '.')]),
        language in prop::option::of(separators()),
    ) {
        let text = written(value, Separators { group: marks.0, decimal: marks.1 }, true);
        prop_assume!(text.contains(marks.0) && text.contains(marks.1));
        prop_assert_eq!(ungroup(&text, language), Ok(Ungrouped { value, doubt: None }));
    }

    #[test]
    fn what_is_sure_without_a_language_is_so_in_every_one(text in "[0-9]{0,4}([.,' ][0-9]{0,4}){0,3}", language in separators()) {
        if let Ok(Ungrouped { value, doubt: None }) = ungroup(&text, None) {
            prop_assert_eq!(ungroup(&text, Some(language)).map(|read| read.value), Ok(value), "{}", text);
        }
    }

    #[test]
    fn groups_are_threes_or_indian(groups in prop::collection::vec("[0-9]{1,4}", 2..5), mark in prop::sample::select(vec![' ', '\'', ','])) {
        let text = groups.join(&mark.to_string());
        let size = |of: &[String], size: usize| of.iter().all(|group| group.len() == size);
        let (first, last) = (&groups[0], &groups[groups.len() - 1]);
        let middle = &groups[1..groups.len() - 1];
        let fits = last.len() == 3 && !first.starts_with('0') && first.len() <= 3
            && (size(middle, 3) || (mark == ',' && first.len() <= 2 && size(middle, 2)));
        // With one comma alone the last group may be a fraction.
        prop_assume!(mark != ',' || groups.len() > 2);
        match ungroup(&text, Some(Separators::POINT)) {
            Ok(read) => {
                prop_assert!(fits, "{} was read", text);
                prop_assert_eq!(read.value, parse_decimal(&groups.concat()).unwrap());
            }
            Err(_) => prop_assert!(!fits, "{} was refused", text),
        }
    }

    #[test]
    fn dates_are_those_of_the_calendar(year in 1_700_u16..2_300, month in prop::option::of(0_u8..15), day in prop::option::of(0_u8..35)) {
        let date = Date::new(year, month, day);
        // How many days a month has is told by the first of the next one, counted in days since the epoch.
        let days = month.map_or(0, |month| civil_days(year, month + 1) - civil_days(year, month));
        let is_date = (1750..=2200).contains(&year)
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| month.is_some() && day >= 1 && i64::from(day) <= days);
        prop_assert_eq!(date.is_some(), is_date);
        if let Some(date) = date {
            let text = date.to_string();
            prop_assert_eq!(text.len(), [4, 7, 10][usize::from(month.is_some()) + usize::from(day.is_some())]);
            prop_assert_eq!(serde_json::to_value(date).unwrap(), Value::from(text));
            prop_assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
        }
    }

    #[test]
    fn a_period_ends_after_it_begins(from in date(), to in date()) {
        let mut file: Value = serde_json::from_str(include_str!("../data/disclosures/ant-group-2021.json")).unwrap();
        let text = format!("{from}/{to}");
        file["period"] = Value::from(text.as_str());
        let (one, other) = (from.to_string(), to.to_string());
        prop_assert_eq!(from.cmp(&to), one.cmp(&other));
        match Disclosure::read(&file.to_string()) {
            Ok(read) => {
                prop_assert!(one.len() == other.len() && one <= other, "{} was read", text);
                prop_assert_eq!((read.period.from(), read.period.to()), (&from, Some(&to)));
                prop_assert_eq!(read.period.to_string(), text.as_str());
                prop_assert_eq!(serde_json::to_value(read.period).unwrap(), Value::from(text));
            }
            Err(faults) => {
                prop_assert!(one.len() != other.len() || one > other, "{} was refused", text);
                prop_assert!(faults.iter().any(|fault| fault.at == "/period"));
            }
        }
    }

    #[test]
    fn grouping_is_never_a_decimal_mark(groups in prop::collection::vec(0_u16..1000, 1..4), first in 1_u16..1000, separators in separators()) {
        // "233,000" must be 233,000 or refused; never 233.
        let field: Unit = "t".parse().expect("a unit");
        for mark in [',', '.', ' ', '\'', '\u{202f}'] {
            let rest: String = groups.iter().map(|group| format!("{mark}{group:03}")).collect();
            let digits: String = groups.iter().map(|group| format!("{group:03}")).collect();
            let whole: Decimal = format!("{first}{digits}").parse().expect("a number");
            if let Ok(input) = read_input(&format!("{first}{rest} tonnes"), separators, &field) {
                let is_point = groups.len() == 1 && (mark == separators.decimal || (separators.decimal == '٫' && mark == '.'));
                prop_assert!(input.value.value == whole || (is_point && groups != [0]), "{} {:?}", input.value, separators);
            }
            if mark != '.' || groups.len() > 1 {
                let strict = format!("{first}{rest} tonnes").parse::<Quantity>();
                prop_assert!(strict.is_err());
            }
        }
    }

    #[test]
    fn sums_and_differences_undo_each_other(a in decimal(), b in decimal(), unit in masses(), gas in any::<bool>()) {
        let gas = if gas { Gas::CO2 } else { Gas::CO2e };
        let (a, b) = (Quantity { value: a, unit, gas: Some(gas) }, Quantity { value: b, unit, gas: Some(gas) });
        let sum = a.plus(&b).expect("fits");
        prop_assert_eq!(sum.minus(&b).expect("fits").value, a.value);
        let other = Quantity { gas: Some(if gas == Gas::CO2 { Gas::CO2e } else { Gas::CO2 }), ..b };
        prop_assert!(a.plus(&other).is_err() && a.minus(&other).is_err() && a.share_of(&other).is_err());
        prop_assert_eq!(a.compare(&other), None);
    }

    #[test]
    fn a_range_contains_its_central_value(mut a in [decimal(), decimal(), decimal()], mut b in [positive(), positive(), positive()]) {
        a.sort();
        b.sort();
        let range = |[low, central, high]: [Decimal; 3]| {
            Range::new(Quantity::number(low), Quantity::number(central), Quantity::number(high)).expect("in order")
        };
        let (a, b) = (range(a), range(b));
        for result in [a.times(&b), a.per(&b), a.plus(&b)].into_iter().flatten() {
            prop_assert!(result.low.value <= result.central.value && result.central.value <= result.high.value);
        }
    }

    #[test]
    fn a_count_contains_its_central_value((definition, amount, values) in comparison()) {
        let set = definition.assumptions.iter().map(|a| a.id.to_string()).zip(values).collect();
        let choice = Choice { set, ..Choice::default() };
        let found = Comparison::new(definition, None, &Range::exactly(amount), &choice).expect("computes");
        let central = found.result.central.value;
        prop_assert!(found.result.low.value <= central && central <= found.result.high.value);
        prop_assert!(found.across_limits.low <= central && central <= found.across_limits.high, "{} {}", definition.id, central);
        prop_assert!(found.across_presets.low <= found.across_presets.high);
        prop_assert!(found.digits <= 3);
    }

    #[test]
    fn solving_for_an_assumption_reaches_the_target(
        (definition, amount, values) in comparison(), index in any::<prop::sample::Index>(), target in 1_i64..1_000_000,
    ) {
        let index = index.index(values.len());
        let target = Decimal::from(target);
        if let Ok(solved) = solve(definition, index, &amount, &values, &target) {
            let mut values = values;
            values[index] = solved;
            // A solution of few digits cannot be exact.
            if solved.mantissa().unsigned_abs() > 1_000_000_000_000_000_000_000 {
                let reached = count(definition, &amount, &values).expect("computes").value;
                prop_assert!(close(reached, target), "{} {} {}", definition.id, reached, target);
            }
        }
    }

    #[test]
    fn parts_and_remainder_sum_to_the_total(total in 1_u64..10_000_000, parts in prop::collection::vec(0_u64..3_000_000, 1..6)) {
        // Hundredths of a tonne, as articles give them.
        let amount = |hundredths: u64| format!("{}.{:02} tCO2e", hundredths / 100, hundredths % 100);
        let entry = |(index, part): (usize, &u64)| {
            json!({ "id": format!("part-{index}"), "kind": "reduction", "part_of": "whole", "amount": amount(*part) })
        };
        let mut entries = vec![json!({ "id": "whole", "kind": "reduction", "amount": amount(total) })];
        entries.extend(parts.iter().enumerate().map(entry));
        let file = json!({
            "version": 1, "id": "x", "lang": "en", "organisation": "X", "period": "2023",
            "source": { "title": "X", "publisher": "X" }, "entries": entries,
        });
        let file = Disclosure::read(&file.to_string()).unwrap();
        let inventory = emissions_calculator::inventory::Inventory::of(&file);
        let whole = &inventory.wholes[0];
        prop_assert_eq!(whole.itemised.plus(&whole.remainder).unwrap().value, whole.total.value);
        prop_assert_eq!(whole.itemised.value, Decimal::from(parts.iter().sum::<u64>()) / Decimal::ONE_HUNDRED);
    }

    #[test]
    fn twice_the_amount_is_twice_the_count((definition, amount, values) in comparison()) {
        let once = count(definition, &amount, &values).expect("computes").value;
        let twice = Quantity { value: amount.value * Decimal::TWO, ..amount };
        let twice = count(definition, &twice, &values).expect("computes").value;
        prop_assert!(twice > once && close(twice, once * Decimal::TWO));
    }

    #[test]
    fn the_count_moves_one_way_with_each_assumption((definition, amount, values) in comparison()) {
        let once = count(definition, &amount, &values).expect("computes").value;
        for (index, value) in values.iter().enumerate() {
            let mut more = values.clone();
            more[index] = value * Decimal::new(11, 1);
            let moved = count(definition, &amount, &more).expect("computes").value;
            let is_it = |term: &&formula::Term| term.operand == formula::Operand::Assumption(index);
            let divides = definition.terms.iter().find(is_it).expect("stands in the formula").inverse;
            prop_assert!(if divides { moved < once } else { moved > once }, "{} {}", definition.id, index);
        }
    }

    #[test]
    fn no_text_panics(text in bits(), separators in separators(), field in unit()) {
        let _ = (parse_decimal(&text), text.parse::<Unit>(), text.parse::<Quantity>(), emissions(&text));
        if let Ok(input) = read_input(&text, separators, &field) {
            prop_assert_eq!(input.value.unit, field);
            prop_assert!(!input.value.value.is_sign_negative() || input.value.value.is_zero());
        }
        let _ = formula::parse(&text, &["distance", "x"]);
        let _ = Disclosure::read(&text);
    }

    #[test]
    fn arithmetic_never_panics(a in any::<[u32; 3]>(), b in any::<[u32; 3]>(), scales in [0_u32..=28, 0..=28], units in [unit(), unit()]) {
        let make = |[lo, mid, hi]: [u32; 3], scale, unit| Quantity::new(Decimal::from_parts(lo, mid, hi, false, scale), unit);
        let (a, b) = (make(a, scales[0], units[0]), make(b, scales[1], units[1]));
        let _ = (a.plus(&b), a.minus(&b), a.share_of(&b), a.compare(&b), a.convert(b.unit), a.plausible());
        for result in [a.times(&b), a.per(&b)].into_iter().flatten() {
            prop_assert_eq!(result.value.is_zero(), a.value.is_zero() || (b.value.is_zero()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_read_or_say_where(text in mutated()) {
        check_faults(&text)?;
    }

    #[test]
    fn files_with_other_bytes_read_or_say_why(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3), 1..6),
    ) {
        let mut bytes = file.get(&FILES).clone().into_bytes();
        for (index, byte, change) in changes {
            let at = index.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => {
                    bytes.remove(at);
                }
            }
        }
        check_faults(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn a_line_written_twice_is_never_overlooked(file in any::<prop::sample::Index>(), index in any::<prop::sample::Index>()) {
        let text = file.get(&FILES);
        let lines: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with('"')).collect();
        let line = index.get(&lines).trim().trim_end_matches(',');
        // Only whole fields of one line can be repeated as they stand.
        if line.ends_with(['"', '}', ']']) && serde_json::from_str::<Value>(&format!("{{{line}}}")).is_ok() {
            let twice = text.replacen(line, &format!("{line}, {line}"), 1);
            if serde_json::from_str::<Value>(&twice).is_ok() {
                prop_assert!(Disclosure::read(&twice).is_err(), "{}", line);
            }
        }
    }
}
