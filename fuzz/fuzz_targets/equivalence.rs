//! A custom equivalence: the amount, the formula and what it counts on a line each, then an assumption a line as
//! `unit value min max`, named a, b, c and so on. One that is accepted is computed.
#![no_main]

use emissions_calculator::disclosure::{Disclosure, EquivalenceChoice};
use emissions_calculator::equivalence::{Choice, Comparison, solve};
use emissions_calculator::quantity::{Decimal, Quantity, Range};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let (Some(amount), Some(formula), Some(counts)) = (lines.next(), lines.next(), lines.next()) else { return };
    let assumptions: Vec<_> = lines
        .take(8)
        .zip('a'..)
        .map(|(line, id)| {
            let part: Vec<&str> = line.split(' ').collect();
            let part = |index: usize| part.get(index).copied().unwrap_or_default();
            json!({ "id": id, "label": "x", "unit": part(0), "value": part(1), "min": part(2), "max": part(3) })
        })
        .collect();
    let source = json!({ "title": "x", "publisher": "x" });
    let file = json!({
        "version": 1, "id": "x", "lang": "en", "organisation": "x", "period": "2024", "source": source, "entries": [],
        "equivalences": [{ "id": "x", "label": "x", "kind": "emits", "formula": formula, "counts": counts, "gas": "CO2e",
            "boundary": "life-cycle", "assumptions": assumptions, "source": source }],
    });
    let disclosure = match Disclosure::read(&file.to_string()) {
        Ok(disclosure) => disclosure,
        Err(faults) => {
            assert!(faults.iter().all(|fault| fault.at.starts_with("/equivalences/0/")), "{faults:?}");
            return;
        }
    };
    let Some(EquivalenceChoice::Custom(custom)) = disclosure.equivalences.first() else { return };
    let Ok(amount) = amount.parse::<Quantity>() else { return };
    if !amount.unit.is_mass() {
        return;
    }
    let Ok(found) = Comparison::new(&custom.definition, None, &Range::exactly(amount), &Choice::default()) else { return };
    assert!(!found.result.central.value.is_sign_negative() || found.result.central.value.is_zero());
    assert!(found.across_limits.low <= found.result.central.value, "{found:?}");
    assert!(found.result.central.value <= found.across_limits.high, "{found:?}");
    let values: Vec<Decimal> = found.assumptions.iter().map(|assumption| assumption.value).collect();
    for index in 0..values.len() {
        let _ = solve(&custom.definition, index, &amount, &values, &Decimal::ONE_THOUSAND);
    }
});
