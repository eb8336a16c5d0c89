//! What the article states, beside what was computed.

use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::{tag, words};
use crate::claim::{CheckedEquivalence, Verdict};
use crate::locale::Argument;
use crate::msg;
use crate::report::Shown;

/// The claims on the comparison shown.
pub fn claim_box(frame: &Frame) -> Vec<Html> {
    let mut claims = Vec::new();
    if let (Some(shown), Some(checked)) = (&frame.report.shown, &frame.report.checked) {
        for claim in &checked.equivalences {
            if claim.equivalence == shown.comparison.id {
                claims.push(one(frame, shown, claim));
            }
        }
    }
    claims
}

fn one(frame: &Frame, shown: &Shown, claim: &CheckedEquivalence) -> Html {
    let locale = &frame.locale;
    let stated = locale.argument(&Argument::Number(claim.stated));
    let key = if claim.approximate { msg!("ui.article-says-about") } else { msg!("ui.article-says") };
    let mut sentences = vec![locale.claim(claim)];
    if claim.verdict != Verdict::Exact
        && let Some(solution) = claim.solutions.first()
    {
        sentences.push(locale.solution(&frame.report, claim, solution));
    }
    let mut says = vec![co2(locale, &locale.sentences(&sentences))];
    if shown.comparison.preset.as_deref() != Some(&shown.comparison.base_preset) {
        let values =
            [("computed", Argument::Rounded(shown.comparison.rounded)), ("stated", Argument::Number(claim.stated))];
        says.push(words(locale.between_sentences().to_owned()));
        says.push(tag!("span", ["class" = "yours"]).text(locale.text(msg!("claim.yours"), &values)));
    }
    tag!("div", ["class" = "claim", "part" = "claim"])
        .with(vec![tag!("b", []).text(locale.filled(key, &stated)), tag!("span", []).with(says)])
}
