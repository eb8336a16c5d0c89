//! `emissions check`.

use std::rc::Rc;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::report::{Analysis, CheckAnswer, HostDefaults, Session, Severity};
use emissions_calculator::{msg, render};

use super::args::Check;
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

/// What a file says, before a reader changes anything.
fn session(file: Disclosure) -> Session {
    Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default())
}
