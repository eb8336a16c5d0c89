use yew::prelude::*;

use super::ViewContext;
use super::details::{Body, Details, PanelProps};
use super::rich_text::{message, rich, space, text};
use crate::claim::Standard;
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::quantity::Decimal;
use crate::report::{Finding, Severity};

/// What the checker noticed, in plain sentences, the gravest first.
#[component]
pub fn Findings(props: &PanelProps) -> Html {
    let PanelProps { context } = props;
    if context.session.findings().is_empty() {
        return Html::default();
    }
    let title = context.locale.text(msg!("panel.findings"), &[]);
    let n = Argument::Number(Decimal::from(context.session.findings().len()));
    let aside = text(context.locale.text(msg!("panel.findings-note"), &[("n", n)]));
    html! { <Details context={context.clone()} {title} {aside} body={Body(body)} /> }
}

fn body(context: &ViewContext) -> Html {
    html! { <>{for [Severity::Error, Severity::Warning, Severity::Notice].into_iter().map(|severity| group(context, severity))}</> }
}

fn group(context: &ViewContext, severity: Severity) -> Html {
    let ViewContext { session, locale, .. } = context;
    let mut findings = session.findings();
    findings.retain(|finding| finding.severity() == severity);
    if findings.is_empty() {
        return Html::default();
    }
    let tag = context.heading.below().tag();
    html! {
        <section class={classes!("findings", severity.id())}>
            <@{tag}>{message(locale, &format!("severity.{}", severity.id()), &[])}</@>
            <ul>{for findings.iter().map(|finding| html! { <li>{sentence(locale, finding)}</li> })}</ul>
        </section>
    }
}

/// A finding and the standard that it rests on.
fn sentence(locale: &Locale, finding: &Finding) -> Html {
    let standard = finding.standard().and_then(Standard::find);
    html! {
        <>
            {rich(locale, &locale.finding(finding))}
            if let Some(standard) = standard {
                {space()}<cite key={standard.title} lang="en" dir="ltr">{standard.title}</cite>
            }
        </>
    }
}
