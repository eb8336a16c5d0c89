//! What the source states, beside what its own figures give.

use yew::prelude::*;

use super::ContextProps;
use super::ViewContext;
use super::rich_text::{rich, text};
use crate::claim::{CheckedEquivalence, Verdict as Judgement};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::ShownComparison;

/// The claims on the comparison shown, a line each.
#[component]
pub fn Verdict(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let Some(shown) = session.shown() else { return Html::default() };
    let checked = session.analysis().checked.iter().flat_map(|checked| &checked.equivalences);
    let publication = session.analysis().publication.as_ref();
    let source = publication.map_or_else(String::new, |publication| locale.of_file(&publication.source.publisher));
    let here = checked.filter(|claim| claim.equivalence == shown.comparison.id);
    html! { <>{for here.map(|claim| one(locale, shown, claim, &source))}</> }
}

/// A mark that is not colour alone, and the word for it.
const fn mark(verdict: Judgement) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Judgement::Exact | Judgement::Rounded => ("holds", "✓", msg!("verdict.holds")),
        Judgement::RoundedDown | Judgement::RoundedUp | Judgement::Close => ("roughly", "≈", msg!("verdict.roughly")),
        Judgement::Differs => ("differs", "✗", msg!("verdict.differs")),
        Judgement::NotCheckable => ("unchecked", "?", msg!("verdict.unchecked")),
    }
}

fn one(locale: &Locale, shown: &ShownComparison, claim: &CheckedEquivalence, source: &str) -> Html {
    let (class, mark, word) = mark(claim.verdict);
    let mut values = vec![("source", Argument::Text(source.to_owned())), ("stated", Argument::stated(claim.stated))];
    values.extend(claim.rounded.map(|computed| ("computed", Argument::Rounded(computed))));
    let says = match (claim.verdict, claim.approximate) {
        (Judgement::NotCheckable, _) => msg!("verdict.says-unchecked"),
        (Judgement::Exact, _) => msg!("verdict.says-the-same"),
        (_, true) => msg!("verdict.says-about"),
        (_, false) => msg!("verdict.says"),
    };
    let is_own = shown.comparison.preset.as_deref() != Some(&shown.comparison.base_preset);
    // Its room is kept while the numbers are the source's: nothing may move when a reader sets one.
    let yours = locale.text(msg!("verdict.yours"), &[("computed", Argument::Rounded(shown.comparison.rounded))]);
    let class_of_yours = classes!("yours", (!is_own).then_some("invisible"));
    html! {
        <div class={classes!("verdict", class)} part="claim">
            <span key={mark} class="mark" aria-hidden="true">{mark}</span>
            <p>
                <b>{text(locale.text(word, &[]))}</b>
                {text(locale.between_sentences().to_owned())}
                {rich(locale, &locale.text(says, &values))}
                {text(locale.between_sentences().to_owned())}
                <b class={class_of_yours}>{text(yours)}</b>
            </p>
        </div>
    }
}
