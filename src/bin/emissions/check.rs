//! `emissions check` and `emissions render`.

use std::rc::Rc;

use emissions_calculator::disclosure::{Disclosure, Fault};
use emissions_calculator::locale::{Argument, Locale, best};
use emissions_calculator::quantity::Decimal;
use emissions_calculator::report::{Analysis, CheckAnswer, HostDefaults, Session, Severity};
use emissions_calculator::{msg, render};

use super::args::{Check, Form, Render};
use super::{Answer, language, read};

pub fn check(asked: &Check) -> Result<Answer, String> {
    let locale = language(&asked.lang)?;
    let session = Disclosure::read(&read(&asked.file)?).map(session);
    let answer = CheckAnswer::of(&session, |finding| Some(locale.finding(finding)), |fault| Some(locale.fault(fault)));
    let is_contradicted = answer.findings.iter().any(|finding| finding.severity == Severity::Error);
    let code = if answer.valid { u8::from(is_contradicted) } else { 2 };
    if asked.json {
        return Ok(Answer { code, ..Answer::json(&answer)? });
    }
    let mut text = session.as_ref().map(|session| render::facts(session, &locale) + "\n").unwrap_or_default();
    if !answer.findings.is_empty() {
        text.push_str(&locale.text(msg!("render.heading-findings"), &[]));
        text.push('\n');
    }
    for finding in &answer.findings {
        let message = finding.message.as_deref().unwrap_or_default();
        text.push_str(&format!("  {} {} {}\n    {message}\n", finding.severity.id(), finding.code, finding.at));
    }
    Ok(Answer { text, code })
}

pub fn render(asked: &Render) -> Result<Answer, String> {
    if asked.heading.is_some() && asked.form != Form::Embed {
        return Err("--heading is for --as embed only; leave it out".to_owned());
    }
    let text = read(&asked.file)?;
    let file = match Disclosure::read(&text) {
        Ok(file) => file,
        Err(faults) => return Err(unreadable(&asked.file, &faults, &language(asked.lang.as_deref().unwrap_or("en"))?)),
    };
    let locale = language(asked.lang.as_deref().unwrap_or(best(file.lang.as_str())))?;
    let session = session(file);
    Ok(Answer::of(match asked.form {
        Form::Html => render::html(&session, &locale),
        Form::Embed => render::embed(&session, &locale, asked.heading),
        Form::Text => render::text(&session, &locale),
        Form::Svg => render::svg(&session, &locale),
        Form::Json => render::json(&session),
    }))
}

/// What a file says, before a reader changes anything.
fn session(file: Disclosure) -> Session {
    Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default())
}

/// One line, whatever the number of faults: `check` lists them.
fn unreadable(path: &str, faults: &[Fault], locale: &Locale) -> String {
    let first = faults.first().map(|fault| locale.fault_line(fault)).unwrap_or_default();
    let n = Argument::Number(Decimal::from(faults.len()));
    let command = Argument::Text(format!("`emissions check {path}`"));
    let more = locale.text(msg!("fault.more"), &[("n", n), ("command", command)]);
    let sentences = if faults.len() > 1 { vec![first, more] } else { vec![first] };
    format!("{path}: {}", locale.sentences(&sentences))
}
