//! A disclosure file changed at random places, and every control of what is shown of it. The property in `tests/sessions.rs`
//! and the fuzz target `session` both run this.

use std::rc::Rc;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::equivalence::AssumptionState;
use emissions_calculator::quantity::Decimal;
use emissions_calculator::report::{Action, Analysis, HostDefaults, Session};
use serde_json::{Value, json};

/// Where to change a file and how: two places and what to do with them.
pub type Change = (u16, u16, u8);

const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "2",
    "60",
    "100",
    "100.1",
    "240",
    "0.5",
    "0.0000001",
    "0.0000000000000000000000000001",
    "15000",
    "1000000000000",
    "79228162514264337593543950335",
    "7.9228162514264337593543950335",
];
const AMOUNTS: [&str; 7] =
    ["0 tCO2e", "1 tCO2e", "37909.87 tCO2", "1000000000000000 tCO2e", "0.0000000001 gCO2e", "3 MtCO2e", "60 kgCO2e"];
const UNITS: [&str; 9] = ["1", "kg", "t", "yr", "km", "kg/km", "km/yr", "kWh", "person"];
const WORDS: [&str; 12] = [
    "emission",
    "reduction",
    "avoided",
    "removal",
    "credit",
    "emits",
    "removes",
    "avoids",
    "benchmark",
    "physical",
    "carbon-neutral",
    "net-zero",
];

/// The JSON pointers of all values below the root.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut add = |name: String, value: &Value| {
        let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        found.push(at.clone());
        places(value, &at, found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| add(name.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| add(index.to_string(), value)),
        _ => {}
    }
}

/// A value that a field of this name could have, so that many a changed file still reads.
fn likely(field: &str, choice: usize) -> Value {
    let pick = |all: &[&str]| json!(all[choice % all.len()]);
    match field {
        "value" | "min" | "max" | "step" | "stated" => pick(&NUMBERS),
        "amount" if choice.is_multiple_of(4) => Value::Null,
        "amount" if choice % 4 == 1 => json!({ "low": "0 tCO2e", "central": "1 tCO2e", "high": "1000000 tCO2e" }),
        "amount" | "low" | "central" | "high" => pick(&AMOUNTS),
        "unit" | "counts" => pick(&UNITS),
        "kind" | "type" => pick(&WORDS),
        "gas" => pick(&["CO2", "CO2e"]),
        "scopes" => json!((1..=3).filter(|scope| (choice >> scope) & 1 == 1).collect::<Vec<_>>()),
        "category" => json!(choice % 17),
        "by" | "from" | "year" | "vintage" | "base_year" => json!(1749 + choice % 453),
        "share" => pick(&["0 %", "50 %", "100 %"]),
        _ => [json!(null), json!("x"), json!([]), json!({}), json!(7)][choice % 5].clone(),
    }
}

/// Changes a value, drops one, repeats one elsewhere, or swaps two.
pub fn change(file: &mut Value, (place, other, how): Change) {
    let mut all = Vec::new();
    places(file, "", &mut all);
    // The numbers of comparisons and claims are few among many texts: half of the changes go there.
    let inner: Vec<&String> =
        all.iter().filter(|at| at.starts_with("/equivalences") || at.starts_with("/claims")).collect();
    let at = match inner.len() {
        _ if all.is_empty() => return,
        0 => &all[usize::from(place) % all.len()],
        _ if how & 1 == 0 => &all[usize::from(place) % all.len()],
        count => inner[usize::from(place) % count],
    };
    let (parent, field) = at.rsplit_once('/').unwrap_or_default();
    let alike: Vec<&String> = all.iter().filter(|held| held.rsplit('/').next() == Some(field)).collect();
    let second = match how & 2 {
        0 => alike[usize::from(other) % alike.len()],
        _ => &all[usize::from(other) % all.len()],
    };
    let value = |file: &Value, at: &str| file.pointer(at).cloned().unwrap_or_default();
    match (how >> 2) % 5 {
        0 | 1 => set(file, at, likely(field, usize::from(other))),
        2 => match file.pointer_mut(parent) {
            Some(Value::Object(fields)) => drop(fields.remove(field)),
            Some(Value::Array(items)) => drop(items.pop()),
            _ => {}
        },
        3 => {
            let held = value(file, at);
            match file.pointer_mut(parent) {
                Some(Value::Array(items)) => items.push(held),
                _ => set(file, second, held),
            }
        }
        _ => {
            let (one, two) = (value(file, at), value(file, second));
            set(file, at, two);
            set(file, second, one);
        }
    }
}

fn set(file: &mut Value, at: &str, value: Value) {
    if let Some(place) = file.pointer_mut(at) {
        *place = value;
    }
}

/// Takes every control of what a file shows. Gives how many comparisons were shown.
pub fn take_every_control(file: Disclosure) -> usize {
    let analysis = Rc::new(Analysis::of_file(file));
    let start = Session::new(analysis, HostDefaults::default());
    let _ = start.report();
    let mut shown = 0;
    for offer in start.offers() {
        let session = start.apply(&Action::Show(offer.id.clone()));
        let session = session.as_ref().unwrap_or(&start);
        check(session);
        shown += 1;
        // Those behind "more" have the catalogue's numbers, whatever the file says.
        if offer.is_first || start.first() == Some(&offer.id) {
            take_controls(session);
        }
    }
    shown
}

fn take_controls(session: &Session) {
    let Some(shown) = session.shown() else { return };
    check_link(session);
    for preset in &shown.comparison.presets {
        after(session, Action::Preset(preset.clone()), true);
    }
    for assumption in &shown.comparison.assumptions {
        for value in [assumption.min, assumption.max] {
            after(session, set_to(assumption, value), true);
        }
        for value in places_of_hand(assumption) {
            assert!(value >= assumption.min && value <= assumption.max, "{value} of {assumption:?}");
            after(session, set_to(assumption, value), false);
        }
        let moved = after(session, set_to(assumption, assumption.stepped(assumption.value, 1)), false);
        after(moved.as_ref().unwrap_or(session), Action::Unset { assumption: assumption.id.clone() }, false);
        let back = after(moved.as_ref().unwrap_or(session), Action::Reset, false);
        if let (Some(back), true) = (back, session.permalink().is_empty()) {
            assert_eq!(back.shown(), session.shown(), "reset leads back");
        }
    }
}

fn set_to(assumption: &AssumptionState, value: Decimal) -> Action {
    Action::Set { assumption: assumption.id.clone(), value }
}

/// Where keys and drags lead, from the value, from beside the range and from its ends.
fn places_of_hand(assumption: &AssumptionState) -> Vec<Decimal> {
    let mut values = Vec::new();
    for steps in [i64::MIN, -10, -1, 0, 1, 10, i64::MAX] {
        for from in [assumption.base, assumption.min, assumption.max, Decimal::ZERO, Decimal::MAX] {
            values.push(assumption.stepped(from, steps));
        }
        // A drag that moves nothing stays where it began, which may be beside the range.
        values.push(assumption.dragged(assumption.value.max(assumption.min).min(assumption.max), steps));
    }
    values.sort();
    values.dedup();
    values
}

/// The session after an action, checked; none where the action changes nothing.
fn after(session: &Session, action: Action, with_link: bool) -> Option<Session> {
    let next = session.apply(&action)?;
    check(&next);
    if with_link {
        check_link(&next);
    }
    Some(next)
}

fn check(session: &Session) {
    let Some(shown) = session.shown() else { return };
    let found = &shown.comparison;
    let result = &found.result;
    assert!(!result.low.value.is_sign_negative() || result.low.value.is_zero(), "{found:?}");
    assert!(result.low.value <= result.central.value && result.central.value <= result.high.value, "{found:?}");
    assert!(found.across_presets.low <= found.across_presets.high, "{found:?}");
    assert!(found.across_limits.low <= found.across_limits.high, "{found:?}");
    for one in session.sensitivity() {
        assert!(one.low <= one.high, "{one:?}");
    }
    let _ = (session.working(), session.findings());
}

/// A link brings back what it was made from.
fn check_link(session: &Session) {
    let link = session.permalink();
    if link.is_empty() {
        return;
    }
    let again = Session::from_permalink(session.analysis().clone(), HostDefaults::default(), &link);
    let again = again.unwrap_or_else(|error| panic!("{link}: {error}"));
    assert!(again == *session, "{link} gives {:?}", again.choices());
    assert_eq!(again.shown(), session.shown(), "{link}");
}
