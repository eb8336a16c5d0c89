//! `emissions detect` and `emissions draft`.

use emissions_calculator::prose::{self, Figure};
use serde_json::json;

use super::args::{Detect, Draft};
use super::{Answer, read};

pub fn detect(asked: &Detect) -> Result<Answer, String> {
    let figures = prose::detect(&read(&asked.article)?, asked.lang.as_deref());
    if asked.json {
        return Answer::json(&json!({ "figures": figures }));
    }
    if figures.is_empty() {
        return Ok(Answer::of("no emission figures found"));
    }
    Ok(Answer::of(figures.iter().map(in_words).collect::<Vec<_>>().join("\n")))
}

/// A line: the figure as it was read, what it is, where it stands.
fn in_words(figure: &Figure) -> String {
    let amount = if figure.low == figure.high {
        format!("{} {}", figure.value, figure.unit_text())
    } else {
        format!("{} to {} {}", figure.low, figure.high, figure.unit_text())
    };
    let kind = figure.kind.map_or("kind not clear", |kind| kind.id());
    let scopes: Vec<String> = figure.scopes.iter().map(|scope| scope.to_string()).collect();
    let scopes = match scopes.as_slice() {
        [] => String::new(),
        _ => format!(", scopes {}", scopes.join(" ")),
    };
    let doubt = if figure.ambiguous { ", ambiguous: check it" } else { "" };
    let text: String = figure.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{amount}: {kind}{scopes}{doubt}; \"{text}\" at bytes {} to {}", figure.start, figure.end)
}

pub fn draft(asked: &Draft) -> Result<Answer, String> {
    Ok(Answer::of(prose::draft(&read(&asked.article)?, asked.lang.as_deref())))
}
