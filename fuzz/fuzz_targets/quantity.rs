//! Any text as a quantity, a unit, a plain decimal and what a reader typed; two lines are also computed with.
#![no_main]

use emissions_calculator::quantity::{Separators, Quantity, Range, Unit, parse_decimal, read_input};
use libfuzzer_sys::fuzz_target;

const MARKS: [Separators; 4] = [
    Separators::POINT,
    Separators::COMMA,
    Separators { decimal: ',', group: '\u{202f}' },
    Separators { decimal: '٫', group: '٬' },
];
const FIELDS: [&str; 5] = ["km/yr", "kg/km", "t", "1", "kWh/person/yr"];

fuzz_target!(|text: &str| {
    let mut read: Vec<Quantity> = Vec::new();
    for line in text.lines().take(2) {
        let _ = parse_decimal(line);
        if let Ok(unit) = line.parse::<Unit>() {
            let again: Unit = unit.to_string().parse().expect("a unit reads what it writes");
            assert!(again.is_convertible_to(&unit), "{unit} became {again}");
        }
        if let Ok(quantity) = line.parse::<Quantity>() {
            assert!(!quantity.value.is_sign_negative());
            let again: Quantity = quantity.to_string().parse().expect("a quantity reads what it writes");
            assert_eq!(again, quantity);
            read.push(quantity);
        }
    }
    // One field and one language an input, so that an input stays cheap; the length picks them.
    let field = FIELDS[text.len() % FIELDS.len()];
    let unit: Unit = field.parse().expect("a unit of the table");
    if let Ok(input) = read_input(text, MARKS[text.len() % MARKS.len()], &unit) {
        assert_eq!(input.value.unit, unit);
        assert!(!input.value.value.is_sign_negative() || input.value.value.is_zero());
    }
    if let [a, b] = read.as_slice() {
        let _ = (a.plus(b), a.minus(b), a.share_of(b), a.compare(b), a.convert(b.unit));
        if let Ok(range) = Range::new(*a, *b, *b) {
            for result in [range.times(&range), range.per(&range), range.plus(&range)].into_iter().flatten() {
                assert!(result.low.value <= result.central.value && result.central.value <= result.high.value);
            }
        }
        let (a, b) = (Range::exactly(*a), Range::exactly(*b));
        let _ = (a.times(&b), a.per(&b));
    }
});
