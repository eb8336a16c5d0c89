//! The languages: read, compared with English and with the catalogue, written as constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use serde::Serialize;
use toml::{Table, Value};

use crate::factors::Definition;

const REFERENCE: &str = "en";
/// Every plural form of CLDR.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What may be empty: a scale that the language does not count in, a unit that it does not speak of.
const OPTIONAL: [&str; 4] = ["number.scale-", "unit.", "unit-short.", "ui.sentence-gap"];

#[derive(Serialize)]
#[serde(untagged)]
enum Message {
    Text(String),
    Plural(BTreeMap<String, String>),
}

impl Message {
    fn forms(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Text(text) => vec![("other", text)],
            Self::Plural(forms) => forms.iter().map(|(form, text)| (form.as_str(), text.as_str())).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    fn placeholders(&self) -> Result<BTreeSet<String>, String> {
        let mut all = BTreeSet::new();
        for (_, text) in self.forms() {
            all.extend(placeholders(text)?);
        }
        Ok(all)
    }
}

type Messages = BTreeMap<String, Message>;

/// Writes each language's JSON to `out`. Gives the text of the constants, or what is wrong and where.
pub(crate) fn generate(out_dir: &Path, catalogue: &[Definition]) -> Result<String, String> {
    let mut languages = BTreeMap::new();
    for path in toml_files("locales")? {
        let name = path.display().to_string();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut messages = Messages::new();
        flatten("", read(&path)?, &mut messages).map_err(|fault| format!("{name}: {fault}"))?;
        languages.insert(tag, (name, messages));
    }
    let (name, reference) =
        languages.get(REFERENCE).ok_or("locales/en.toml is missing; the others are compared with it")?;
    check_catalogue(reference, catalogue).map_err(|fault| format!("{name}: {fault}"))?;
    for (tag, (name, messages)) in &languages {
        check_language(tag, messages, reference).map_err(|fault| format!("{name}: {fault}"))?;
    }

    let mut out = String::from("pub(crate) static KEYS: &[&str] = &[\n");
    for key in reference.keys() {
        let _ = writeln!(out, "{key:?},");
    }
    out.push_str("];\n#[cfg(feature = \"cli\")]\npub(crate) static LOCALES: &[(&str, &str)] = &[\n");
    for (tag, (_, messages)) in &languages {
        let file = format!("locale-{tag}.json");
        let json = serde_json::to_string(messages).map_err(|e| format!("{file}: {e}"))?;
        fs::write(out_dir.join(&file), json).map_err(|e| format!("{file}: {e}"))?;
        let _ = writeln!(out, "({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),");
    }
    out.push_str("];\n");
    Ok(out)
}

fn toml_files(folder: &str) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).map_err(|e| format!("{folder}: {e}"))? {
        let path = file.map_err(|e| format!("{folder}: {e}"))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Table, String> {
    let fault = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    fs::read_to_string(path).map_err(|e| fault(&e))?.parse().map_err(|e: toml::de::Error| fault(&e))
}

/// A table whose keys are all plural forms is a message; any other is a part of the keys' path.
fn flatten(prefix: &str, table: Table, out: &mut Messages) -> Result<(), String> {
    for (name, value) in table {
        let key = if prefix.is_empty() { name } else { format!("{prefix}.{name}") };
        match value {
            Value::String(text) => {
                out.insert(key, Message::Text(text));
            }
            Value::Table(table) if table.keys().all(|k| FORMS.contains(&k.as_str())) => {
                let mut forms = BTreeMap::new();
                for (form, text) in table {
                    let Value::String(text) = text else { return Err(format!("{key}.{form} must be a string")) };
                    forms.insert(form, text);
                }
                out.insert(key, Message::Plural(forms));
            }
            Value::Table(table) => flatten(&key, table, out)?,
            _ => return Err(format!("{key} must be a string or a table of plural forms")),
        }
    }
    Ok(())
}

fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let inside = rest[open..].strip_prefix('{').ok_or_else(|| format!("a }} without its {{ in {text:?}"))?;
        let close = inside.find('}').ok_or_else(|| format!("a {{ without its }} in {text:?}"))?;
        let name = &inside[..close];
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            return Err(format!("{{{name}}} is no placeholder: lower-case letters and hyphens only"));
        }
        found.insert(name.to_owned());
        rest = &inside[close + 1..];
    }
    Ok(found)
}

fn listed<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    names.into_iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}

fn check_language(tag: &str, messages: &Messages, reference: &Messages) -> Result<(), String> {
    if let Some(key) = reference.keys().find(|key| !messages.contains_key(*key)) {
        return Err(format!("{key} is missing; locales/en.toml has it"));
    }
    if let Some(key) = messages.keys().find(|key| !reference.contains_key(*key)) {
        return Err(format!("{key} is not in locales/en.toml; remove it, or add it there first"));
    }
    let plural_forms = plural_forms(tag)?;
    for (key, message) in messages {
        check_message(&plural_forms, key, message, &reference[key]).map_err(|fault| format!("{key}: {fault}"))?;
    }
    match messages.get("direction") {
        Some(Message::Text(text)) if text == "ltr" || text == "rtl" => Ok(()),
        _ => Err("direction must be \"ltr\" or \"rtl\"".to_owned()),
    }
}

fn check_message(
    plural_forms: &BTreeSet<&str>,
    key: &str,
    message: &Message,
    reference: &Message,
) -> Result<(), String> {
    let optional = OPTIONAL.iter().any(|prefix| key.starts_with(prefix));
    if message.is_empty() {
        return if optional { Ok(()) } else { Err("is empty".to_owned()) };
    }
    let mut wanted = reference.placeholders()?;
    if optional && reference.is_empty() {
        wanted.insert("n".to_owned());
    }
    for (form, text) in message.forms() {
        let found = placeholders(text)?;
        if let Some(extra) = found.difference(&wanted).next() {
            return Err(format!("{{{extra}}} is unknown here; known are {}", listed(&wanted)));
        }
        // "one car", "no cars": every form but the general one may do without the number.
        let missing: Vec<_> = wanted.difference(&found).filter(|name| form == "other" || *name != "n").collect();
        if !missing.is_empty() {
            return Err(format!("{} is missing in the form {form:?}", listed(missing)));
        }
    }
    if let Message::Plural(forms) = message {
        if let Some(form) = plural_forms.iter().find(|form| !forms.contains_key(**form)) {
            return Err(format!("the plural form {form:?} is missing; this language has it"));
        }
        if let Some(form) = forms.keys().find(|form| !plural_forms.contains(form.as_str())) {
            return Err(format!("this language has no plural form {form:?}; remove it"));
        }
    }
    Ok(())
}

/// The plural forms that a language has (CLDR, cardinal).
fn plural_forms(tag: &str) -> Result<BTreeSet<&'static str>, String> {
    let locale: Locale = tag.parse().map_err(|_| format!("{tag} is no language tag"))?;
    let rules = PluralRules::try_new_cardinal(locale.into()).map_err(|e| format!("{tag}: {e}"))?;
    let forms = rules.categories().map(|category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    });
    Ok(forms.collect())
}

/// Everything in the catalogue that a reader sees must have its words.
fn check_catalogue(messages: &Messages, catalogue: &[Definition]) -> Result<(), String> {
    for definition in catalogue {
        let id = &definition.id;
        let need = |key: String| {
            messages.get(&key).ok_or_else(|| format!("{key} is missing; data/factors/{id}.toml needs it"))
        };
        for part in ["name", "things"] {
            need(format!("equivalence.{id}.{part}"))?;
        }
        let sentence = need(format!("equivalence.{id}.sentence"))?.placeholders()?;
        let mut adjustable = BTreeSet::new();
        for assumption in definition.assumptions.iter() {
            need(format!("equivalence.{id}.assumption.{}", assumption.id))?;
            if assumption.is_adjustable() {
                adjustable.insert(assumption.id.to_string());
            }
        }
        if let Some(name) = adjustable.difference(&sentence).next() {
            return Err(format!("equivalence.{id}.sentence: {{{name}}} is missing; a reader may change it"));
        }
        if let Some(name) = sentence.difference(&adjustable).find(|name| *name != "gas") {
            return Err(format!("equivalence.{id}.sentence: {{{name}}} is no assumption that a reader may change"));
        }
        for caution in definition.cautions.iter() {
            need(format!("caution.{caution}"))?;
        }
        for preset in definition.presets.iter() {
            need(format!("preset.{}", preset.id))?;
            need(format!("boundary.{}", preset.boundary.id()))?;
            for value in preset.values.iter() {
                need(format!("status.{}", value.status.id()))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factors::catalogue;

    fn messages(text: &str) -> Messages {
        let mut out = Messages::new();
        flatten("", text.parse().unwrap(), &mut out).unwrap();
        out
    }

    /// The fault of a language whose file is `text`, against a small English.
    fn fault(tag: &str, text: &str) -> String {
        let english = "direction = 'ltr'\n[a]\nb = '{x} of {y}'\nzero = 'none'\n[number]\nscale-4 = ''\n\
                       [unit]\nkm = { one = '{n} kilometre', other = '{n} kilometres' }";
        check_language(tag, &messages(text), &messages(english)).unwrap_err()
    }

    const GOOD: &str = "direction = 'ltr'\n[a]\nb = '{y}, {x}'\nzero = 'rien'\n[number]\nscale-4 = '{n}'\n\
                        [unit]\nkm = { one = 'un km', many = '{n} de km', other = '{n} km' }";

    #[test]
    fn what_ships_is_complete() {
        assert!(generate(&std::env::temp_dir(), catalogue()).is_ok_and(|text| text.contains("KEYS")));
    }

    #[test]
    fn each_fault_names_the_key_and_what_is_wrong() {
        let with = |from: &str, to: &str| fault("fr", &GOOD.replace(from, to));
        assert!(with("zero = 'rien'\n", "").starts_with("a.zero is missing"));
        assert!(with("zero", "c = 'd'\nzero").starts_with("a.c is not in locales/en.toml"));
        assert!(with("{y}, {x}", "{y}").starts_with("a.b: {x} is missing"));
        assert!(with("{y}, {x}", "{y}, {x}, {z}").starts_with("a.b: {z} is unknown"));
        assert!(with("{y}, {x}", "{y}, {x").starts_with("a.b: a { without its }"));
        assert!(with("{y}, {x}", "").starts_with("a.b: is empty"));
        assert!(with("many = '{n} de km', ", "").starts_with("unit.km: the plural form \"many\" is missing"));
        assert!(
            with("one = ", "two = '{n} km', one = ").starts_with("unit.km: this language has no plural form \"two\"")
        );
        assert!(with("other = '{n} km'", "other = 'km'").starts_with("unit.km: {n} is missing"));
        assert!(with("'ltr'", "'up'").starts_with("direction must be"));
        assert!(check_language("fr", &messages(GOOD), &messages(GOOD)).is_ok());
    }

    #[test]
    fn text_becomes_json() {
        let json = |text: &str| serde_json::to_string(&messages(text)).unwrap();
        assert_eq!(json("a = '\"\\'\nb = { other = 'x' }"), r#"{"a":"\"\\","b":{"other":"x"}}"#);
    }
}
