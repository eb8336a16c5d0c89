//! The catalogue: `data/factors/*.toml` read into the crate's own types, checked, and written as Rust constants.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};
use std::fs;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::factors::formula::{self, Operand, Term};
use crate::factors::{Assumption, Boundary, Definition, Kind, Note, Preset, Source, Status, Value};
use crate::notes;
use crate::quantity::{Decimal, Gas, Unit, parse_decimal};

const FOLDER: &str = "data/factors";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceInFile {
    publisher: String,
    title: String,
    year: u16,
    url: String,
    licence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefinitionInFile {
    id: String,
    order: u8,
    kind: Kind,
    formula: String,
    #[serde(deserialize_with = "unit")]
    counts: Unit,
    gas: Gas,
    boundary: Boundary,
    default: String,
    listed: bool,
    cautions: Vec<String>,
    assumption: Vec<AssumptionInFile>,
    preset: Vec<PresetInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssumptionInFile {
    id: String,
    #[serde(deserialize_with = "unit")]
    unit: Unit,
    #[serde(deserialize_with = "decimal")]
    min: Decimal,
    #[serde(deserialize_with = "decimal")]
    max: Decimal,
    #[serde(deserialize_with = "decimal")]
    step: Decimal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetInFile {
    id: String,
    year: Option<u16>,
    gas: Option<Gas>,
    boundary: Option<Boundary>,
    values: BTreeMap<String, ValueInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueInFile {
    #[serde(deserialize_with = "decimal")]
    value: Decimal,
    source: String,
    status: Status,
    /// By language.
    #[serde(default)]
    note: BTreeMap<String, String>,
}

fn decimal<'de, D: Deserializer<'de>>(file: D) -> Result<Decimal, D::Error> {
    parse_decimal(&String::deserialize(file)?).map_err(D::Error::custom)
}

fn unit<'de, D: Deserializer<'de>>(file: D) -> Result<Unit, D::Error> {
    String::deserialize(file)?.parse().map_err(D::Error::custom)
}

/// The catalogue in its order, or what is wrong and where.
pub(crate) fn read() -> Result<(Vec<Source>, Vec<Definition>), String> {
    let path = format!("{FOLDER}/sources.toml");
    let at = |fault: &dyn Display| format!("{path}: {fault}");
    let text = fs::read_to_string(&path).map_err(|e| at(&e))?;
    let sources = read_sources(&text).map_err(|e| at(&e))?;

    let mut definitions = Vec::new();
    for file in fs::read_dir(FOLDER).map_err(|e| format!("{FOLDER}: {e}"))? {
        let path = file.map_err(|e| format!("{FOLDER}: {e}"))?.path();
        if path.extension().is_none_or(|e| e != "toml") || path.ends_with("sources.toml") {
            continue;
        }
        let at = |fault: &dyn Display| format!("{}: {fault}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| at(&e))?;
        let (order, definition) = read_definition(&text, &sources).map_err(|e| at(&e))?;
        if path.file_stem().is_none_or(|stem| *stem != *definition.id) {
            return Err(at(&format!("the id is {}; name the file after it", definition.id)));
        }
        definitions.push((order, definition));
    }
    definitions.sort_by_key(|(order, _)| *order);
    for (place, (order, definition)) in definitions.iter().enumerate() {
        if usize::from(*order) != place + 1 {
            return Err(format!("{}: order {order} leaves a gap or is given twice", definition.id));
        }
    }
    Ok((sources, definitions.into_iter().map(|(_, definition)| definition).collect()))
}

fn read_sources(text: &str) -> Result<Vec<Source>, String> {
    let sources: BTreeMap<String, SourceInFile> = toml::from_str(text).map_err(|e| e.to_string())?;
    let checked = |(id, s): (String, SourceInFile)| {
        for (name, text) in [("publisher", &s.publisher), ("title", &s.title), ("licence", &s.licence)] {
            if text.trim().is_empty() {
                return Err(format!("[{id}] {name} is empty; a licence nobody states is \"not stated\""));
            }
        }
        if !(1950..=2100).contains(&s.year) {
            return Err(format!("[{id}] the year {} cannot be that of a publication", s.year));
        }
        if !s.url.starts_with("https://") && !s.url.starts_with("http://") {
            return Err(format!("[{id}] url must begin with https:// or http://"));
        }
        Ok(Source {
            id: id.into(),
            publisher: s.publisher.into(),
            title: s.title.into(),
            year: Some(s.year),
            url: s.url.into(),
            licence: s.licence.into(),
        })
    };
    sources.into_iter().map(checked).collect()
}

/// A definition with its place in the catalogue.
fn read_definition(text: &str, sources: &[Source]) -> Result<(u8, Definition), String> {
    let file: DefinitionInFile = toml::from_str(text).map_err(|e| e.to_string())?;
    check_id(&file.id)?;
    if file.kind == Kind::Removes && file.listed {
        return Err("what removes emissions is shown only when asked for; write listed = false".to_owned());
    }
    let assumptions = assumptions(&file.assumption)?;
    let names: Vec<&str> = assumptions.iter().map(|a| &*a.id).collect();
    let units: Vec<Unit> = assumptions.iter().map(|a| a.unit).collect();
    let in_formula = |fault| format!("formula: {fault}");
    let terms = formula::parse(&file.formula, &names).map_err(in_formula)?;
    formula::check_units(&terms, Unit::TONNE, &units, file.counts).map_err(in_formula)?;

    let mut presets = Vec::new();
    let mut seen = BTreeSet::new();
    for preset in &file.preset {
        let at = |fault: String| format!("preset {}: {fault}", preset.id);
        check_id(&preset.id).map_err(at)?;
        if !seen.insert(&preset.id) || preset.id == "article" {
            return Err(at("this id is taken; `article` is made from a disclosure".to_owned()));
        }
        presets.push(Preset {
            id: preset.id.clone().into(),
            year: preset.year,
            gas: preset.gas.unwrap_or(file.gas),
            boundary: preset.boundary.unwrap_or(file.boundary),
            values: values(&preset.values, &assumptions, sources).map_err(at)?.into(),
        });
    }
    let default = presets
        .iter()
        .position(|preset| preset.id == file.default)
        .ok_or_else(|| format!("default {:?} is no preset of this file", file.default))?;
    // The type holds codes that live as long as the program; a build does not live long.
    let cautions: Vec<&'static str> = file.cautions.into_iter().map(|code| &*code.leak()).collect();
    let definition = Definition {
        id: file.id.into(),
        kind: file.kind,
        formula: file.formula.into(),
        terms: terms.into(),
        counts: file.counts,
        assumptions: assumptions.into(),
        presets: presets.into(),
        default,
        listed: file.listed,
        cautions: cautions.into(),
    };
    Ok((file.order, definition))
}

/// Ids are part of formulas, addresses and attributes.
fn check_id(id: &str) -> Result<(), String> {
    let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if fits {
        Ok(())
    } else {
        Err(format!("the id {id:?} must be lower-case letters, digits and hyphens, a letter first"))
    }
}

fn assumptions(files: &[AssumptionInFile]) -> Result<Vec<Assumption>, String> {
    let mut seen = BTreeSet::new();
    let checked = |file: &AssumptionInFile| {
        check_id(&file.id)?;
        if !seen.insert(file.id.clone()) || file.id == "amount" {
            return Err(format!("the assumption id {:?} is taken", file.id));
        }
        let AssumptionInFile { ref id, unit, min, max, step } = *file;
        if min <= Decimal::ZERO || min > max || step <= Decimal::ZERO {
            return Err(format!("assumption {id}: 0 < min ≤ max and 0 < step must hold"));
        }
        Ok(Assumption { id: id.clone().into(), unit, min, max, step })
    };
    files.iter().map(checked).collect()
}

/// The values of a preset, in the order of the assumptions.
fn values(
    files: &BTreeMap<String, ValueInFile>,
    assumptions: &[Assumption],
    sources: &[Source],
) -> Result<Vec<Value>, String> {
    if let Some(extra) = files.keys().find(|key| assumptions.iter().all(|a| a.id != **key)) {
        return Err(format!("{extra:?} is no assumption of this file"));
    }
    let checked = |a: &Assumption| {
        let file = files.get(&*a.id).ok_or_else(|| format!("a value for {:?} is missing", a.id))?;
        if file.value < a.min || file.value > a.max {
            return Err(format!("{} {} is not between {} and {}", a.id, file.value, a.min, a.max));
        }
        let source = sources.iter().find(|source| source.id == file.source);
        let source = source.ok_or_else(|| format!("the source {:?} is not in sources.toml", file.source))?;
        if file.status != Status::Verified && file.note.is_empty() {
            return Err(format!("{}: a number that is not verified needs a note", a.id));
        }
        notes::check(&file.note).map_err(|fault| format!("{}: {fault}", a.id))?;
        let note = file.note.iter().map(|(language, text)| (language.clone().into(), text.clone().into()));
        Ok(Value {
            value: file.value,
            source: Cow::Owned(source.clone()),
            status: file.status,
            note: Note(note.collect()),
        })
    };
    assumptions.iter().map(checked).collect()
}

/// The catalogue as the constants that `src/factors/mod.rs` includes.
pub(crate) fn write(sources: &[Source], definitions: &[Definition]) -> String {
    let mut out = String::new();
    for (index, source) in sources.iter().enumerate() {
        let Source { id, publisher, title, year, url, licence } = source;
        let _ = writeln!(
            out,
            "static SOURCE_{index}: Source = Source {{ id: {}, publisher: {}, title: {}, \
             year: {year:?}, url: {}, licence: {} }};",
            text(id),
            text(publisher),
            text(title),
            text(url),
            text(licence),
        );
    }
    let definitions = list(definitions, |definition| definition_text(definition, sources));
    let _ = writeln!(out, "pub(super) static CATALOGUE: &[Definition] = &[{definitions}];");
    out
}

fn definition_text(definition: &Definition, sources: &[Source]) -> String {
    let Definition { id, kind, formula, terms, counts, assumptions, presets, default, listed, cautions } = definition;
    format!(
        "Definition {{ id: {}, kind: Kind::{kind:?}, formula: {}, terms: Cow::Borrowed(&[{}]), counts: {}, \
         assumptions: Cow::Borrowed(&[{}]), presets: Cow::Borrowed(&[{}]), default: {default}, listed: {listed}, \
         cautions: Cow::Borrowed(&{cautions:?}) }}",
        text(id),
        text(formula),
        list(terms, term_text),
        unit_text(*counts),
        list(assumptions, assumption_text),
        list(presets, |preset| preset_text(preset, sources)),
    )
}

fn term_text(term: &Term) -> String {
    let operand = match term.operand {
        Operand::Amount => "Operand::Amount".to_owned(),
        Operand::Assumption(index) => format!("Operand::Assumption({index})"),
        Operand::Number(number) => format!("Operand::Number({})", decimal_text(number)),
    };
    format!("Term {{ operand: {operand}, inverse: {} }}", term.inverse)
}

fn assumption_text(assumption: &Assumption) -> String {
    let Assumption { id, unit, min, max, step } = assumption;
    format!(
        "Assumption {{ id: {}, unit: {}, min: {}, max: {}, step: {} }}",
        text(id),
        unit_text(*unit),
        decimal_text(*min),
        decimal_text(*max),
        decimal_text(*step)
    )
}

fn preset_text(preset: &Preset, sources: &[Source]) -> String {
    let Preset { id, year, gas, boundary, values } = preset;
    format!(
        "Preset {{ id: {}, year: {year:?}, gas: Gas::{gas:?}, boundary: Boundary::checked({:?}), \
         values: Cow::Borrowed(&[{}]) }}",
        text(id),
        boundary.id(),
        list(values, |value| value_text(value, sources)),
    )
}

fn value_text(value: &Value, sources: &[Source]) -> String {
    let Value { value, source, status, note } = value;
    let source = sources.iter().position(|known| known.id == source.id).unwrap_or_default();
    let note = list(&note.0, |(language, note)| format!("({}, {})", text(language), text(note)));
    format!(
        "Value {{ value: {}, source: Cow::Borrowed(&SOURCE_{source}), status: Status::{status:?}, \
         note: Note(Cow::Borrowed(&[{note}])) }}",
        decimal_text(*value),
    )
}

fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(", ")
}

fn text(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

fn decimal_text(value: Decimal) -> String {
    let parts = value.unpack();
    format!("Decimal::from_parts({}, {}, {}, false, {})", parts.lo, parts.mid, parts.hi, parts.scale)
}

fn unit_text(unit: Unit) -> String {
    let powers: Vec<String> = unit.powers().map(|(index, power)| format!("({index}, {power})")).collect();
    format!("Unit::from_powers(&[{}])", powers.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factors::catalogue;

    const SOURCES: &str = "[who]\npublisher = 'Who'\ntitle = 'What'\nyear = 2020\nurl = 'https://example.org/'\n\
                           licence = 'not stated'\n";
    const GOOD: &str = "id = 'a-thing'\norder = 1\nkind = 'emits'\nformula = 'amount / size'\ncounts = '1'\n\
                        gas = 'CO2'\nboundary = 'tailpipe'\ndefault = 'first'\nlisted = true\ncautions = ['one']\n\
                        [[assumption]]\nid = 'size'\nunit = 't'\nmin = '1'\nmax = '9'\nstep = '0.5'\n\
                        [[preset]]\nid = 'first'\n[preset.values.size]\nvalue = '2.50'\nsource = 'who'\n\
                        status = 'derived'\nnote.en = '5 / 2'\nnote.zh-CN = '5 / 2'\n";

    #[test]
    fn what_is_written_is_what_was_read() {
        assert_eq!(read().unwrap().1, catalogue());
    }

    #[test]
    fn each_fault_names_what_is_wrong() {
        let sources = read_sources(SOURCES).unwrap();
        let with = |from: &str, to: &str| {
            assert!(GOOD.contains(from), "{from}");
            read_definition(&GOOD.replace(from, to), &sources).unwrap_err()
        };
        for (from, to, fault) in [
            ("'a-thing'", "'A thing'", "the id \"A thing\" must be lower-case letters"),
            ("'emits'", "'emit'", "unknown variant `emit`, expected one of `emits`, `avoids`"),
            ("'CO2'", "'CO3'", "unknown variant `CO3`, expected `CO2` or `CO2e`"),
            ("'tailpipe'", "'exhaust'", "unknown boundary `exhaust`, expected one of tailpipe, well-to-tank"),
            ("'derived'", "'stated'", "unknown variant `stated`, expected one of `verified`, `second-hand`"),
            ("unit = 't'", "unit = 'stones'", "line 13"),
            ("'9'", "'nine'", "line 15"),
            ("'9'", "'0.5'", "assumption size: 0 < min ≤ max and 0 < step must hold"),
            ("'0.5'", "'0'", "assumption size: 0 < min ≤ max and 0 < step must hold"),
            ("id = 'size'", "id = 'amount'", "the assumption id \"amount\" is taken"),
            ("amount / size", "amount", "formula: the assumption \"size\""),
            ("counts = '1'", "counts = 'km'", "formula: the units leave"),
            ("default = 'first'", "default = 'second'", "default \"second\" is no preset of this file"),
            ("id = 'first'", "id = 'article'", "preset article: this id is taken"),
            ("2.50", "9.1", "preset first: size 9.1 is not between 1 and 9"),
            ("'who'", "'whom'", "preset first: the source \"whom\" is not in sources.toml"),
            ("values.size", "values.width", "preset first: \"width\" is no assumption of this file"),
            ("note.en = '5 / 2'\nnote.zh-CN = '5 / 2'\n", "", "preset first: size: a number that is not verified"),
            ("note.zh-CN = '5 / 2'", "", "preset first: size: note.zh-CN is missing"),
            ("listed", "lists", "unknown field `lists`"),
        ] {
            let told = with(from, to);
            assert!(told.contains(fault), "{to}: {told}");
        }
        assert!(with("'emits'", "'removes'").contains("write listed = false"));
        let (order, definition) = read_definition(GOOD, &sources).unwrap();
        assert_eq!((order, &*definition.id, definition.default), (1, "a-thing", 0));
    }

    #[test]
    fn a_source_is_complete() {
        let with = |from: &str, to: &str| read_sources(&SOURCES.replace(from, to)).unwrap_err();
        assert!(with("'What'", "' '").contains("[who] title is empty"));
        assert!(with("2020", "202").contains("[who] the year 202 cannot be that of a publication"));
        assert!(with("https:", "ftp:").contains("[who] url must begin with https:// or http://"));
    }
}
