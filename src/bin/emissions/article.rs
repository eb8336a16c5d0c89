//! `emissions detect` and `emissions draft`.

use emissions_calculator::prose::{self, Figure};

use super::args::{Detect, Draft};
use super::{Answer, read};

pub fn detect(asked: &Detect) -> Result<Answer, String> {
    let reading = prose::read(&read(&asked.article)?, asked.lang.as_deref());
    if asked.json {
        return Answer::json(&reading);
    }
    let unread = reading.language.filter(|language| !language.is_read);
    let unread = unread.map(|language| {
        format!(
            "this text looks {}: only numbers with international units were read, and all are marked",
            language.name
        )
    });
    let mut lines: Vec<String> = unread.into_iter().chain(reading.figures.iter().map(in_words)).collect();
    if reading.figures.is_empty() {
        lines.push("no emission figures found".to_owned());
    }
    Ok(Answer::of(lines.join("\n")))
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
    let further: Vec<String> = [
        figure.period.clone(),
        figure.category.map(|number| format!("category {number}")),
        figure.method.map(|method| format!("{}-based", method.id())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let further = if further.is_empty() { String::new() } else { format!("; {}", further.join(", ")) };
    let doubts: Vec<&str> = figure.doubts.iter().map(|doubt| doubt.id()).collect();
    let doubt = if figure.ambiguous { format!(", ambiguous: check its {}", doubts.join(", ")) } else { String::new() };
    let text: String = figure.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{amount}: {kind}{scopes}{doubt}{further}; \"{text}\" at bytes {} to {}", figure.start, figure.end)
}

pub fn draft(asked: &Draft) -> Result<Answer, String> {
    Ok(Answer::of(prose::draft(&read(&asked.article)?, asked.lang.as_deref())))
}
