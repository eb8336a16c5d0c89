//! `emissions factors`.

use emissions_calculator::factors::{self, Definition, Preset, Value};
use emissions_calculator::locale::{Argument, Locale};
use emissions_calculator::quantity::Quantity;
use serde_json::json;

use super::args::Factors;
use super::{Answer, language};

pub fn run(asked: &Factors) -> Result<Answer, String> {
    let chosen: Vec<&Definition> = match &asked.id {
        None => factors::catalogue().iter().collect(),
        Some(id) => vec![factors::find(id).ok_or_else(|| {
            let ids: Vec<&str> = factors::catalogue().iter().map(|definition| definition.id.as_ref()).collect();
            format!("there is no equivalence \"{id}\"; there are {}", ids.join(", "))
        })?],
    };
    if asked.json {
        return Answer::json(&chosen.into_iter().map(as_json).collect::<Vec<_>>());
    }
    let locale = language(&asked.lang)?;
    Ok(Answer::of(chosen.into_iter().map(|definition| in_words(&locale, definition)).collect::<Vec<_>>().join("\n")))
}

fn in_words(locale: &Locale, definition: &Definition) -> String {
    let kind = locale.text(&format!("kind.{}", definition.kind.id()), &[]);
    let name = locale.equivalence(&definition.id, None);
    let mut text = format!("{}: {name}\n  {kind}: {}\n", definition.id, definition.formula);
    for (index, preset) in definition.presets.iter().enumerate() {
        let mark = if index == definition.default { " *" } else { "" };
        let boundary = locale.text(&format!("boundary.{}", preset.boundary.id()), &[]);
        let year = preset.year.map(|year| format!(", {year}")).unwrap_or_default();
        let gas = locale.gas(preset.gas);
        text.push_str(&format!("  {}{mark}: {}{year}; {gas}; {boundary}\n", preset.id, locale.preset(&preset.id)));
        for (assumption, value) in definition.assumptions.iter().zip(preset.values.iter()) {
            let label = locale.assumption(&definition.id, &assumption.id, None);
            let shown = locale.argument(&Argument::Short(Quantity::new(value.value, assumption.unit)));
            text.push_str(&format!("    {label}: {shown}\n      {}\n", source(locale, value)));
            let note = value.note.in_language(locale.tag());
            if !note.is_empty() {
                text.push_str(&format!("      {note}\n"));
            }
        }
    }
    definition.cautions.iter().for_each(|code| text.push_str(&format!("  ! {}\n", locale.caution(code))));
    text
}

/// Publisher, title, year, how it was checked, licence, address.
fn source(locale: &Locale, value: &Value) -> String {
    let source = &value.source;
    let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
    let status = locale.text(&format!("status.{}", value.status.id()), &[]);
    format!("{}: {}{year} [{status}] ({}) <{}>", source.publisher, source.title, source.licence, source.url)
}

fn as_json(definition: &Definition) -> serde_json::Value {
    let assumptions: Vec<_> = definition
        .assumptions
        .iter()
        .map(|a| json!({ "id": a.id, "unit": a.unit, "min": a.min, "max": a.max, "step": a.step }))
        .collect();
    let value = |(value, assumption): (&Value, &factors::Assumption)| {
        json!({
            "assumption": assumption.id,
            "value": value.value,
            "unit": assumption.unit,
            "source": value.source,
            "status": value.status,
            "note": value.note,
        })
    };
    let preset = |preset: &Preset| {
        let values: Vec<_> = preset.values.iter().zip(definition.assumptions.iter()).map(value).collect();
        json!({
            "id": preset.id,
            "year": preset.year,
            "gas": preset.gas,
            "boundary": preset.boundary,
            "values": values,
        })
    };
    json!({
        "id": definition.id,
        "kind": definition.kind,
        "formula": definition.formula,
        "counts": definition.counts,
        "listed": definition.listed,
        "default": definition.default_preset().map(|preset| &preset.id),
        "cautions": definition.cautions,
        "assumptions": assumptions,
        "presets": definition.presets.iter().map(preset).collect::<Vec<_>>(),
    })
}
