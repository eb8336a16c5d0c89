//! What the article states, beside what was computed.

use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::{all, tag};
use crate::claim::{CheckedEquivalence, Verdict};
use crate::locale::Argument;
use crate::msg;
use crate::report::ShownComparison;

/// The claims on the comparison shown.
pub fn claim_box(frame: &Frame) -> Html {
    let mut claims = Vec::new();
    if let (Some(shown), Some(checked)) = (frame.session.shown(), &frame.session.analysis().checked) {
        for claim in &checked.equivalences {
            if claim.equivalence == shown.comparison.id {
                claims.push(one(frame, shown, claim));
            }
        }
    }
    all(claims)
}

fn one(frame: &Frame, shown: &ShownComparison, claim: &CheckedEquivalence) -> Html {
    let locale = &frame.locale;
    let stated = locale.argument(&Argument::stated(claim.stated));
    let key = if claim.approximate { msg!("ui.article-says-about") } else { msg!("ui.article-says") };
    let is_own = shown.comparison.preset.as_deref() != Some(&shown.comparison.base_preset);
    let solution = claim.solutions.first().filter(|_| claim.verdict != Verdict::Exact);
    let solution = solution.map(|solution| locale.solution(Some(shown), claim, solution)).unwrap_or_default();
    let values =
        [("computed", Argument::Rounded(shown.comparison.rounded)), ("stated", Argument::stated(claim.stated))];
    let yours = locale.text(msg!("claim.yours"), &values);
    // One takes the other's room, so that nothing jumps: where the claim would be exact, or what a reader has.
    let either = vec![
        tag!("span", ["class" = is_own.then_some("away")]).with(vec![co2(locale, &solution)]),
        tag!("span", ["class" = if is_own { "yours" } else { "away" }]).text(yours),
    ];
    let says = vec![co2(locale, &locale.claim(claim)), tag!("span", ["class" = "either"]).with(either)];
    tag!("div", ["class" = "claim", "part" = "claim"])
        .with(vec![tag!("b", []).text(locale.filled(key, &stated)), tag!("span", []).with(says)])
}
