//! What the article states, beside what was computed.

use yew::prelude::*;

use super::Frame;
use super::co2::co2;
use crate::claim::CheckedEquivalence;
use crate::locale::Argument;
use crate::msg;

/// The claims on the comparison shown.
pub fn claim_box(frame: &Frame) -> Html {
    let report = &frame.report;
    let (Some(shown), Some(checked)) = (&report.shown, &report.checked) else { return Html::default() };
    let claims = checked.equivalences.iter().filter(|claim| claim.equivalence == shown.comparison.id);
    html! { <>{ for claims.map(|claim| one(frame, claim)) }</> }
}

fn one(frame: &Frame, claim: &CheckedEquivalence) -> Html {
    let report = &frame.report;
    let locale = &frame.locale;
    let stated = locale.argument(&Argument::Number(claim.stated));
    let key = if claim.approximate { msg!("ui.article-says-about") } else { msg!("ui.article-says") };
    let solution = claim.solutions.first().filter(|_| claim.verdict != crate::claim::Verdict::Exact);
    let changed = report.shown.as_ref().filter(|shown| shown.comparison.preset.as_deref() != Some("article"));
    let yours = changed.map(|shown| {
        let computed = ("computed", Argument::Rounded(shown.comparison.rounded));
        locale.text(msg!("claim.yours"), &[computed, ("stated", Argument::Number(claim.stated))])
    });
    html! {
        <div class="claim" part="claim">
            <b>{ locale.filled(key, &stated) }</b>
            <span>
                { co2(locale, &locale.claim(claim)) }
                if let Some(solution) = solution {
                    { " " }
                    { co2(locale, &locale.solution(report, claim, solution)) }
                }
                if let Some(yours) = yours {
                    { " " }
                    <span class="yours">{ yours }</span>
                }
            </span>
        </div>
    }
}
