//! The languages: read, compared with English and with the catalogue, written as constants.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

const REFERENCE: &str = "en";
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The plural categories (CLDR, cardinal) of the languages that ship. Another language needs `other` and may have any.
const PLURALS: [(&str, &[&str]); 7] = [
    ("en", &["one", "other"]),
    ("de", &["one", "other"]),
    ("fr", &["one", "many", "other"]),
    ("es", &["one", "many", "other"]),
    ("zh-CN", &["other"]),
    ("ja", &["other"]),
    ("ar", &FORMS),
];

/// What may be empty: a scale that the language does not count in, a unit that it does not speak of.
const OPTIONAL: [&str; 4] = ["number.scale-", "unit.", "unit-short.", "ui.sentence-gap"];

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
pub(crate) fn generate(out_dir: &Path) -> Result<String, String> {
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
    check_catalogue(reference).map_err(|fault| format!("{name}: {fault}"))?;
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
        fs::write(out_dir.join(&file), json(messages)).map_err(|e| format!("{file}: {e}"))?;
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
    for (key, message) in messages {
        check_message(tag, key, message, &reference[key]).map_err(|fault| format!("{key}: {fault}"))?;
    }
    match messages.get("direction") {
        Some(Message::Text(text)) if text == "ltr" || text == "rtl" => Ok(()),
        _ => Err("direction must be \"ltr\" or \"rtl\"".to_owned()),
    }
}

fn check_message(tag: &str, key: &str, message: &Message, reference: &Message) -> Result<(), String> {
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
        let needed = PLURALS.iter().find(|(language, _)| *language == tag).map(|(_, needed)| *needed);
        if let Some(form) = needed.unwrap_or(&["other"]).iter().find(|form| !forms.contains_key(**form)) {
            return Err(format!("the plural form {form:?} is missing; {tag} needs it"));
        }
        if let Some(form) = forms.keys().find(|form| needed.is_some_and(|n| !n.contains(&form.as_str()))) {
            return Err(format!("{tag} has no plural form {form:?}; remove it"));
        }
    }
    Ok(())
}

/// Everything in `data/factors` that a reader sees must have its words.
fn check_catalogue(messages: &Messages) -> Result<(), String> {
    let need = |key: String, file: &Path| {
        let missing = || format!("{key} is missing; {} needs it", file.display());
        messages.get(&key).ok_or_else(missing)
    };
    for path in toml_files("data/factors")? {
        if path.ends_with("sources.toml") {
            continue;
        }
        let file = read(&path)?;
        let text = |table: &Table, key: &str| table.get(key).and_then(Value::as_str).map(str::to_owned);
        let tables = |table: &Table, key: &str| -> Vec<Table> {
            let items = table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
            items.into_iter().filter_map(|item| item.try_into().ok()).collect()
        };
        let id = text(&file, "id").unwrap_or_default();
        for part in ["name", "things"] {
            need(format!("equivalence.{id}.{part}"), &path)?;
        }
        let sentence = need(format!("equivalence.{id}.sentence"), &path)?.placeholders()?;
        let mut adjustable = BTreeSet::new();
        for assumption in tables(&file, "assumption") {
            let name = text(&assumption, "id").unwrap_or_default();
            need(format!("equivalence.{id}.assumption.{name}"), &path)?;
            if assumption.get("min") != assumption.get("max") {
                adjustable.insert(name);
            }
        }
        if let Some(name) = adjustable.difference(&sentence).next() {
            return Err(format!("equivalence.{id}.sentence: {{{name}}} is missing; a reader may change it"));
        }
        if let Some(name) = sentence.difference(&adjustable).find(|name| *name != "gas") {
            return Err(format!("equivalence.{id}.sentence: {{{name}}} is no assumption that a reader may change"));
        }
        for caution in file.get("cautions").and_then(Value::as_array).into_iter().flatten() {
            need(format!("caution.{}", caution.as_str().unwrap_or_default()), &path)?;
        }
        for table in tables(&file, "preset").iter().chain([&file]) {
            if let Some(boundary) = text(table, "boundary") {
                need(format!("boundary.{boundary}"), &path)?;
            }
        }
        for preset in tables(&file, "preset") {
            need(format!("preset.{}", text(&preset, "id").unwrap_or_default()), &path)?;
            for (_, value) in preset.get("values").and_then(Value::as_table).into_iter().flatten() {
                let status = value.get("status").and_then(Value::as_str).unwrap_or_default();
                need(format!("status.{status}"), &path)?;
            }
        }
    }
    Ok(())
}

/// Compact JSON: a flat object from key to text or to texts by plural form.
fn json(messages: &Messages) -> String {
    let object = |fields: Vec<String>| format!("{{{}}}", fields.join(","));
    object(
        messages
            .iter()
            .map(|(key, message)| {
                let value = match message {
                    Message::Text(text) => quoted(text),
                    Message::Plural(forms) => {
                        object(forms.iter().map(|(form, text)| format!("{}:{}", quoted(form), quoted(text))).collect())
                    }
                };
                format!("{}:{value}", quoted(key))
            })
            .collect(),
    )
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(generate(&std::env::temp_dir()).is_ok_and(|text| text.contains("KEYS")));
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
        assert!(with("one = ", "two = '{n} km', one = ").starts_with("unit.km: fr has no plural form \"two\""));
        assert!(with("other = '{n} km'", "other = 'km'").starts_with("unit.km: {n} is missing"));
        assert!(with("'ltr'", "'up'").starts_with("direction must be"));
        assert!(check_language("fr", &messages(GOOD), &messages(GOOD)).is_ok());
    }

    #[test]
    fn text_becomes_json() {
        assert_eq!(json(&messages("a = '\"\\'\nb = { other = 'x' }")), r#"{"a":"\"\\","b":{"other":"x"}}"#);
    }
}
