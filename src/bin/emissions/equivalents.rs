//! `emissions equivalents`.

use std::rc::Rc;

use emissions_calculator::disclosure::emissions;
use emissions_calculator::factors::Kind;
use emissions_calculator::locale::{Argument, Locale};
use emissions_calculator::render;
use emissions_calculator::report::{Analysis, Choices, EquivalenceAnswer, EquivalentsOptions, Session, equivalents};

use super::args::Equivalents;
use super::{Answer, language};

pub fn run(asked: &Equivalents) -> Result<Answer, String> {
    let options = EquivalentsOptions {
        only: asked.only.clone(),
        presets: asked.presets.iter().cloned().collect(),
        set: asked.set.iter().cloned().collect(),
    };
    let answer = equivalents(&asked.amount, &options)?;
    if asked.json {
        return Answer::json(&answer);
    }
    let locale = language(&asked.lang)?;
    let amount = emissions(&asked.amount).map_err(|reason| reason.to_string())?;
    let mut choices = Choices::default();
    for (id, preset) in &options.presets {
        choices.choose_preset(id, preset)?;
    }
    for (place, value) in &options.set {
        choices.choose_value(place, value)?;
    }
    let analysis = Rc::new(Analysis::of_amount(amount));
    let mut text = locale.argument(&Argument::Quantity(amount)) + "\n";
    // Things of different kinds are never in one list.
    for kind in Kind::ALL {
        let of_kind: Vec<&EquivalenceAnswer> = answer.results.iter().filter(|result| result.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", locale.text(&format!("kind.{}", kind.id()), &[])));
        for result in of_kind {
            text.push_str(&in_words(&locale, &analysis, &choices, result));
        }
    }
    Ok(Answer::of(text))
}

fn in_words(locale: &Locale, analysis: &Rc<Analysis>, choices: &Choices, result: &EquivalenceAnswer) -> String {
    let chosen = Choices { equivalence: Some(result.id.clone()), ..choices.clone() };
    let session = Session::with_choices(analysis.clone(), chosen);
    let Some((sentence, exact)) = render::sentence(&session, locale) else { return String::new() };
    let mut lines = vec![format!("  {}: {sentence}", result.id), format!("    {exact}")];
    if let Some(source) = &result.source {
        let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
        let status = locale.text(&format!("status.{}", source.status.id()), &[]);
        lines.push(format!("    {}: {}{year}; {status}", source.publisher, source.title));
    }
    lines.extend(session.findings().iter().map(|finding| format!("    ! {}", locale.finding(finding))));
    lines.join("\n") + "\n"
}
