//! The catalogue: read, checked, written as Rust constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use serde::Deserialize;

use crate::formula::{self, Operand};
use crate::notes;
use crate::quantity::{Decimal, Unit, parse_decimal};

const KINDS: [(&str, &str); 5] = [
    ("emits", "Emits"),
    ("avoids", "Avoids"),
    ("removes", "Removes"),
    ("benchmark", "Benchmark"),
    ("physical", "Physical"),
];
const STATUSES: [(&str, &str); 4] =
    [("verified", "Verified"), ("second-hand", "SecondHand"), ("derived", "Derived"), ("unverified", "Unverified")];
const BOUNDARIES: [&str; 15] = [
    "tailpipe",
    "well-to-tank",
    "well-to-wheel",
    "combustion",
    "generation",
    "delivered",
    "life-cycle",
    "territorial",
    "operation",
    "tank-to-wake",
    "tank-to-wake-with-rf",
    "well-to-wake",
    "well-to-wake-with-rf",
    "uptake",
    "not-applicable",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    publisher: String,
    title: String,
    year: u16,
    url: String,
    licence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Definition {
    id: String,
    order: u8,
    kind: String,
    formula: String,
    counts: String,
    gas: String,
    boundary: String,
    default: String,
    listed: bool,
    cautions: Vec<String>,
    assumption: Vec<Assumption>,
    preset: Vec<Preset>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assumption {
    id: String,
    unit: String,
    min: String,
    max: String,
    step: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    id: String,
    year: Option<u16>,
    gas: Option<String>,
    boundary: Option<String>,
    values: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    value: String,
    source: String,
    status: String,
    /// By language.
    #[serde(default)]
    note: BTreeMap<String, String>,
}

type Sources = BTreeMap<String, Source>;

/// The text of the constants, or what is wrong and where.
pub(crate) fn generate() -> Result<String, String> {
    let read = |path: &str| fs::read_to_string(path).map_err(|e| format!("{path}: {e}"));
    let sources_path = "data/factors/sources.toml";
    let sources: Sources = toml::from_str(&read(sources_path)?).map_err(|e| format!("{sources_path}: {e}"))?;
    check_sources(&sources).map_err(|fault| format!("{sources_path}: {fault}"))?;

    let mut definitions = Vec::new();
    let files = fs::read_dir("data/factors").map_err(|e| format!("data/factors: {e}"))?;
    for file in files {
        let path = file.map_err(|e| e.to_string())?.path();
        let name = path.display().to_string();
        if path.extension().is_none_or(|e| e != "toml") || name == sources_path {
            continue;
        }
        let definition: Definition = toml::from_str(&read(&name)?).map_err(|e| format!("{name}: {e}"))?;
        let text = write_definition(&definition, &sources).map_err(|fault| format!("{name}: {fault}"))?;
        if path.file_stem().is_none_or(|stem| *stem != *definition.id) {
            return Err(format!("{name}: the id is {}; name the file after it", definition.id));
        }
        definitions.push((definition, text));
    }
    definitions.sort_by_key(|(definition, _)| definition.order);
    for (place, (definition, _)) in definitions.iter().enumerate() {
        if usize::from(definition.order) != place + 1 {
            return Err(format!("{}: order {} leaves a gap or is given twice", definition.id, definition.order));
        }
    }

    let mut out = String::new();
    write_sources(&mut out, &sources);
    out.push_str("pub(super) static CATALOGUE: &[Definition] = &[\n");
    for (_, text) in &definitions {
        out.push_str(text);
    }
    out.push_str("];\n");
    Ok(out)
}

fn check_sources(sources: &Sources) -> Result<(), String> {
    for (id, source) in sources {
        for (name, text) in [("publisher", &source.publisher), ("title", &source.title), ("licence", &source.licence)] {
            if text.trim().is_empty() {
                return Err(format!("[{id}] {name} is empty; a licence nobody states is \"not stated\""));
            }
        }
        if !(1950..=2100).contains(&source.year) {
            return Err(format!("[{id}] the year {} cannot be that of a publication", source.year));
        }
        if !source.url.starts_with("https://") && !source.url.starts_with("http://") {
            return Err(format!("[{id}] url must begin with https:// or http://"));
        }
    }
    Ok(())
}

fn write_sources(out: &mut String, sources: &Sources) {
    for (index, (id, s)) in sources.iter().enumerate() {
        let _ = writeln!(
            out,
            "static SOURCE_{index}: Source = Source {{ id: Cow::Borrowed({id:?}), publisher: Cow::Borrowed({:?}), title: Cow::Borrowed({:?}), \
             year: Some({}), url: Cow::Borrowed({:?}), licence: Cow::Borrowed({:?}) }};",
            s.publisher, s.title, s.year, s.url, s.licence
        );
    }
}

/// Ids stand in formulas, addresses and attributes.
fn check_id(id: &str) -> Result<(), String> {
    let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if fits {
        Ok(())
    } else {
        Err(format!("the id {id:?} must be lower-case letters, digits and hyphens, a letter first"))
    }
}

fn one_of(what: &str, found: &str, table: &[(&str, &'static str)]) -> Result<&'static str, String> {
    table.iter().find(|(id, _)| *id == found).map(|(_, name)| *name).ok_or_else(|| {
        let known: Vec<&str> = table.iter().map(|(id, _)| *id).collect();
        format!("{what} {found:?} is none of {}", known.join(", "))
    })
}

fn gas(found: &str) -> Result<&'static str, String> {
    one_of("gas", found, &[("CO2", "CO2"), ("CO2e", "CO2e")])
}

fn boundary(found: &str) -> Result<&str, String> {
    if BOUNDARIES.contains(&found) {
        return Ok(found);
    }
    Err(format!("boundary {found:?} is none of {}", BOUNDARIES.join(", ")))
}

fn decimal(what: &str, text: &str) -> Result<Decimal, String> {
    parse_decimal(text).map_err(|fault| format!("{what}: {fault}"))
}

fn unit(what: &str, text: &str) -> Result<Unit, String> {
    text.parse().map_err(|fault| format!("{what}: {fault}"))
}

fn decimal_text(value: Decimal) -> String {
    let parts = value.unpack();
    format!("Decimal::from_parts({}, {}, {}, false, {})", parts.lo, parts.mid, parts.hi, parts.scale)
}

fn unit_text(unit: Unit) -> String {
    let powers: Vec<String> = unit.powers().map(|(index, power)| format!("({index}, {power})")).collect();
    format!("Unit::from_powers(&[{}])", powers.join(", "))
}

fn write_definition(d: &Definition, sources: &Sources) -> Result<String, String> {
    check_id(&d.id)?;
    let kind = one_of("kind", &d.kind, &KINDS)?;
    if d.kind == "removes" && d.listed {
        return Err("what removes emissions is shown only when asked for; write listed = false".to_owned());
    }
    let counts = unit("counts", &d.counts)?;
    let (names, units, assumptions) = write_assumptions(&d.assumption)?;
    let terms = formula::parse(&d.formula, &names).map_err(|fault| format!("formula: {fault}"))?;
    formula::check_units(&terms, unit("amount", "t")?, &units, counts).map_err(|fault| format!("formula: {fault}"))?;
    let terms: Vec<String> = terms
        .iter()
        .map(|term| {
            let operand = match term.operand {
                Operand::Amount => "Operand::Amount".to_owned(),
                Operand::Assumption(index) => format!("Operand::Assumption({index})"),
                Operand::Number(number) => format!("Operand::Number({})", decimal_text(number)),
            };
            format!("Term {{ operand: {operand}, inverse: {} }}", term.inverse)
        })
        .collect();
    let presets = write_presets(d, sources)?;
    let default = d
        .preset
        .iter()
        .position(|preset| preset.id == d.default)
        .ok_or_else(|| format!("default {:?} is no preset of this file", d.default))?;
    Ok(format!(
        "Definition {{ id: Cow::Borrowed({:?}), kind: Kind::{kind}, formula: Cow::Borrowed({:?}), \
         terms: Cow::Borrowed(&[{}]), counts: {}, assumptions: Cow::Borrowed(&[{assumptions}]), \
         presets: Cow::Borrowed(&[{presets}]), default: {default}, listed: {}, cautions: Cow::Borrowed(&{:?}) }},\n",
        d.id,
        d.formula,
        terms.join(", "),
        unit_text(counts),
        d.listed,
        d.cautions,
    ))
}

fn write_assumptions(assumptions: &[Assumption]) -> Result<(Vec<&str>, Vec<Unit>, String), String> {
    let (mut names, mut units, mut out) = (Vec::new(), Vec::new(), String::new());
    let mut seen = BTreeSet::new();
    for a in assumptions {
        check_id(&a.id)?;
        if !seen.insert(&a.id) || a.id == "amount" {
            return Err(format!("the assumption id {:?} is taken", a.id));
        }
        let read = unit(&a.id, &a.unit)?;
        let (min, max, step) = (decimal(&a.id, &a.min)?, decimal(&a.id, &a.max)?, decimal(&a.id, &a.step)?);
        if min <= Decimal::ZERO || min > max || step <= Decimal::ZERO {
            return Err(format!("assumption {}: 0 < min ≤ max and 0 < step must hold", a.id));
        }
        names.push(a.id.as_str());
        units.push(read);
        let _ = write!(
            out,
            "Assumption {{ id: Cow::Borrowed({:?}), unit: {}, min: {}, max: {}, step: {} }},",
            a.id,
            unit_text(read),
            decimal_text(min),
            decimal_text(max),
            decimal_text(step)
        );
    }
    Ok((names, units, out))
}

fn write_presets(d: &Definition, sources: &Sources) -> Result<String, String> {
    let mut out = String::new();
    let mut seen = BTreeSet::new();
    for preset in &d.preset {
        let at = |fault: String| format!("preset {}: {fault}", preset.id);
        check_id(&preset.id).map_err(at)?;
        if !seen.insert(&preset.id) || preset.id == "article" {
            return Err(at("this id is taken; `article` is made from a disclosure".to_owned()));
        }
        if let Some(extra) = preset.values.keys().find(|key| d.assumption.iter().all(|a| a.id != **key)) {
            return Err(at(format!("{extra:?} is no assumption of this file")));
        }
        let mut values = String::new();
        for a in &d.assumption {
            let v = preset.values.get(&a.id).ok_or_else(|| at(format!("a value for {:?} is missing", a.id)))?;
            let value = decimal(&a.id, &v.value).map_err(at)?;
            if value < decimal(&a.id, &a.min)? || value > decimal(&a.id, &a.max)? {
                return Err(at(format!("{} {} is not between {} and {}", a.id, v.value, a.min, a.max)));
            }
            let source = sources
                .keys()
                .position(|id| *id == v.source)
                .ok_or_else(|| at(format!("the source {:?} is not in sources.toml", v.source)))?;
            let status = one_of("status", &v.status, &STATUSES).map_err(at)?;
            if status != "Verified" && v.note.is_empty() {
                return Err(at(format!("{}: a number that is not verified needs a note", a.id)));
            }
            notes::check(&v.note).map_err(|fault| at(format!("{}: {fault}", a.id)))?;
            let note: Vec<_> = v.note.iter().map(|(language, text)| format!("{language:?}: {text:?}")).collect();
            let _ = write!(
                values,
                "Value {{ value: {}, source: Cow::Borrowed(&SOURCE_{source}), status: Status::{status}, \
                 note: note!({}) }},",
                decimal_text(value),
                note.join(", ")
            );
        }
        let gas = gas(preset.gas.as_ref().unwrap_or(&d.gas)).map_err(at)?;
        let boundary = boundary(preset.boundary.as_ref().unwrap_or(&d.boundary)).map_err(at)?;
        let _ = write!(
            out,
            "Preset {{ id: Cow::Borrowed({:?}), year: {:?}, gas: Gas::{gas}, boundary: Boundary::checked({boundary:?}), \
             values: Cow::Borrowed(&[{values}]) }},",
            preset.id, preset.year
        );
    }
    Ok(out)
}
