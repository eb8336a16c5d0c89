//! The words of a language, `data/prose/*.toml`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use serde::Deserialize;

use crate::quantity::Unit;
use crate::role::{Certainty, GasName, Role};

type Lists<K> = BTreeMap<K, Vec<String>>;

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    name: String,
    decimal: Option<char>,
    #[serde(default)]
    doubtful: Vec<String>,
    #[serde(default)]
    common: Vec<String>,
    #[serde(default)]
    scales: Lists<String>,
    #[serde(default)]
    numbers: Lists<String>,
    #[serde(default)]
    units: Lists<String>,
    #[serde(default)]
    units_unclear: Lists<String>,
    #[serde(default)]
    units_with_gas: Lists<String>,
    #[serde(default)]
    symbols: Lists<String>,
    #[serde(default)]
    symbols_unclear: Lists<String>,
    #[serde(default)]
    symbols_with_gas: Lists<String>,
    #[serde(default)]
    gases: Lists<GasName>,
    #[serde(default)]
    categories: Lists<String>,
    #[serde(default)]
    words: Lists<Role>,
}

/// Reads every file of `data/prose` and writes it as a constant.
pub fn generate() -> Result<String, String> {
    let mut paths: Vec<_> = fs::read_dir("data/prose")
        .map_err(|e| format!("data/prose: {e}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    let mut out = "pub(super) static LANGUAGES: &[Words] = &[\n".to_owned();
    for path in paths {
        let at = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let text = fs::read_to_string(&path).map_err(|e| at(&e))?;
        let file: File = toml::from_str(&text).map_err(|e| at(&e))?;
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        write_language(&mut out, &tag, &file).map_err(|e| at(&e))?;
    }
    out.push_str("];\n");
    Ok(out)
}

fn write_language(out: &mut String, tag: &str, file: &File) -> Result<(), String> {
    let _ = writeln!(
        out,
        "Words {{ tag: {tag:?}, name: {:?}, decimal: {:?}, doubtful: &{:?}, common: &{:?},",
        file.name, file.decimal, file.doubtful, file.common
    );
    let scales = sorted(&file.scales, |power| {
        power.parse::<u32>().ok().filter(|power| *power <= 14).map(|power| power.to_string())
    })?;
    let numbers =
        sorted(&file.numbers, |number| number.parse::<rust_decimal::Decimal>().ok().map(|_| format!("{number:?}")))?;
    let categories = sorted(&file.categories, |number| {
        number.parse::<u8>().ok().filter(|number| (1..=15).contains(number)).map(|number| number.to_string())
    })?;
    let gases = sorted(&file.gases, |gas| Some(format!("GasName::{gas:?}")))?;
    if let Some((phrase, _)) = pairs(&file.words).find(|(phrase, _)| phrase.trim_matches('*').contains('*')) {
        return Err(format!("{phrase:?} has a * elsewhere than at an end"));
    }
    let mut cues: Vec<_> = pairs(&file.words).filter(|(_, role)| role.is_cue()).collect();
    cues.sort_by_key(|(phrase, _)| {
        let bare = phrase.trim_matches('*');
        (bare.chars().next(), std::cmp::Reverse(bare.chars().count()))
    });
    let cues: String = cues.iter().map(|(phrase, role)| format!("({phrase:?}, Role::{role:?}), ")).collect();
    let roles: String = file.words.iter().map(|(role, phrases)| format!("(Role::{role:?}, &{phrases:?}), ")).collect();
    let units = units([&file.units, &file.units_unclear, &file.units_with_gas])?;
    let symbols = self::units([&file.symbols, &file.symbols_unclear, &file.symbols_with_gas])?;
    let _ = writeln!(
        out,
        "scales: &[{scales}], numbers: &[{numbers}], units: &[{units}], symbols: &[{symbols}], gases: &[{gases}], \
         categories: &[{categories}], cues: &[{cues}], roles: &[{roles}] }},"
    );
    Ok(())
}

fn pairs<K>(lists: &Lists<K>) -> impl Iterator<Item = (&str, &K)> {
    lists.iter().flat_map(|(key, phrases)| phrases.iter().map(move |phrase| (phrase.as_str(), key)))
}

/// The phrases with what they mean, longer ones first.
fn sorted<K: std::fmt::Debug>(lists: &Lists<K>, value: impl Fn(&K) -> Option<String>) -> Result<String, String> {
    let mut all: Vec<_> = pairs(lists).collect();
    all.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.chars().count()));
    let written = all.into_iter().map(|(phrase, key)| {
        let value = value(key).ok_or_else(|| format!("{key:?} is none that words can stand for"))?;
        Ok(format!("({phrase:?}, {value}), "))
    });
    written.collect()
}

fn units(lists: [&Lists<String>; 3]) -> Result<String, String> {
    let certainties = [Certainty::Certain, Certainty::Ambiguous, Certainty::WithGas];
    let mut all: Vec<_> = Vec::new();
    for (list, certainty) in lists.into_iter().zip(certainties) {
        for (phrase, symbol) in pairs(list) {
            let unit: Unit = symbol.parse().map_err(|e| format!("{symbol}: {e}"))?;
            if !unit.is_mass() {
                return Err(format!("{symbol} is no unit of mass"));
            }
            all.push((phrase, symbol, certainty));
        }
    }
    all.sort_by_key(|(phrase, ..)| std::cmp::Reverse(phrase.chars().count()));
    Ok(all
        .iter()
        .map(|(phrase, unit, certainty)| format!("({phrase:?}, {unit:?}, Certainty::{certainty:?}), "))
        .collect())
}
