use yew::prelude::*;

use super::Frame;
use super::co2::{co2, say};
use super::details::{Body, Details, PanelProps};
use crate::claim::Standard;
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::Decimal;
use crate::report::{Finding, Severity};

/// What the checker noticed, in plain sentences, the gravest first.
#[component]
pub fn Findings(props: &PanelProps) -> Html {
    let PanelProps { frame, open } = props;
    if frame.session.findings().is_empty() {
        return Html::default();
    }
    let title = frame.locale.text(msg!("panel.findings"), &[]);
    let n = Argument::Number(Decimal::from(frame.session.findings().len()));
    let note = frame.locale.text(msg!("panel.findings-note"), &[("n", n)]);
    html! { <Details frame={frame.clone()} {open} {title} {note} body={Body(body)} /> }
}

fn body(frame: &Frame) -> Html {
    html! { <>{for [Severity::Error, Severity::Warning, Severity::Notice].into_iter().map(|severity| group(frame, severity))}</> }
}

fn group(frame: &Frame, severity: Severity) -> Html {
    let Frame { session, locale } = frame;
    let mut findings = session.findings();
    findings.retain(|finding| finding.severity == severity);
    if findings.is_empty() {
        return Html::default();
    }
    html! {
        <section class={classes!("findings", severity.id())}>
            <h4>{say(locale, &format!("severity.{}", severity.id()), &[])}</h4>
            <ul>{for findings.iter().map(|finding| html! { <li>{sentence(locale, finding)}</li> })}</ul>
        </section>
    }
}

/// A finding and the standard that it rests on.
fn sentence(locale: &Locale, finding: &Finding) -> Html {
    let standard = finding.standard.and_then(Standard::find);
    html! {
        <>
            {co2(locale, &locale.finding(finding))}
            if let Some(standard) = standard {
                {" "}<cite lang="en" dir="ltr">{standard.title}</cite>
            }
        </>
    }
}
