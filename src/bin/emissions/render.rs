//! `emissions render`.

use std::rc::Rc;

use emissions_calculator::disclosure::{Disclosure, Fault, emissions};
use emissions_calculator::locale::{Argument, Locale, best};
use emissions_calculator::msg;
use emissions_calculator::quantity::Decimal;
use emissions_calculator::render;
use emissions_calculator::report::{Analysis, Session};
use emissions_calculator::view::snapshot::{Asked, Subject, snapshot};
use emissions_calculator::view::{HeadingLevel, Layout, Lead};

use super::args::{Begin, Extent, Form, Render};
use super::{Answer, language, read};

pub fn run(asked: &Render) -> Result<Answer, String> {
    if asked.heading.is_some() && !matches!(asked.form, Form::Embed | Form::Snapshot) {
        return Err("--heading is for --as embed and --as snapshot only; leave it out".to_owned());
    }
    if (asked.view.is_some() || asked.lead.is_some()) && asked.form != Form::Snapshot {
        return Err("--view and --lead are for --as snapshot only; leave them out".to_owned());
    }
    let tag = asked.lang.as_deref();
    let (subject, analysis, own) = match (&asked.file, &asked.amount) {
        (Some(path), _) => {
            let text = read(path)?;
            let (analysis, own) = analysis(path, &text, tag.unwrap_or("en"))?;
            (Given::File(text), analysis, own)
        }
        (None, amount) => {
            let amount = amount.clone().unwrap_or_default();
            let english = language(tag.unwrap_or("en"))?;
            let read = emissions(&amount).map_err(|kind| format!("--amount: {}", english.fault_kind(&kind)))?;
            (Given::Amount(amount), Rc::new(Analysis::of_amount(read)), "en".to_owned())
        }
    };
    let locale = language(tag.unwrap_or(&own))?;
    let (equivalence, preset) = (asked.equivalence.as_deref(), asked.preset.as_deref());
    let session = || Session::of_host(analysis.clone(), equivalence, preset);
    Ok(Answer::of(match asked.form {
        Form::Html => render::html(&session(), &locale),
        Form::Embed => render::embed(&session(), &locale, asked.heading),
        Form::Text => render::text(&session(), &locale),
        Form::Svg => render::svg(&session(), &locale),
        Form::Json => render::json(&session()),
        Form::Snapshot => {
            let layout = layout(asked.view.unwrap_or(Extent::Full));
            let lead = asked.lead.map(lead);
            let heading = asked.heading.and_then(|level| HeadingLevel::named(&level.to_string()));
            let subject = match &subject {
                Given::File(text) => Subject::File(text.as_bytes()),
                Given::Amount(amount) => Subject::Amount(amount),
            };
            drawn(subject, &analysis, Asked { locale: &locale, layout, lead, heading, equivalence, preset })?
        }
    }))
}

enum Given {
    File(String),
    Amount(String),
}

/// A file's analysis, and the language that ships and is the nearest to its own.
pub fn analysis(path: &str, text: &str, lang: &str) -> Result<(Rc<Analysis>, String), String> {
    let file = match Disclosure::read(text) {
        Ok(file) => file,
        Err(faults) => return Err(unreadable(path, &faults, &language(lang)?)),
    };
    let own = best(file.lang.as_str()).to_owned();
    Ok((Rc::new(Analysis::of_file(file)), own))
}

pub const fn layout(extent: Extent) -> Layout {
    match extent {
        Extent::Full => Layout::Full,
        Extent::Compact => Layout::Compact,
        Extent::Sentence => Layout::Sentence,
    }
}

const fn lead(begin: Begin) -> Lead {
    match begin {
        Begin::Comparison => Lead::Comparison,
        Begin::Scopes => Lead::Scopes,
    }
}

/// A snapshot as its file has it, in one line.
pub fn drawn(subject: Subject<'_>, analysis: &Rc<Analysis>, asked: Asked<'_>) -> Result<String, String> {
    let snapshot = snapshot(subject, analysis.clone(), asked).map_err(|fault| fault.to_string())?;
    serde_json::to_string(&snapshot).map_err(|fault| format!("the snapshot cannot be written: {fault}"))
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
