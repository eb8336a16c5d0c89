use yew::prelude::*;

use super::rich_text::rich;
use super::{ContextProps, ViewContext};
use crate::disclosure::{AmountOf, Basis};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::{ComparedAmount, Publication};

/// What the amount is of, for when, how firm it is, in whose words.
#[component]
pub fn Byline(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let analysis = session.analysis();
    let Some(publication) = &analysis.publication else { return Html::default() };
    let mut parts = subject(locale, publication, analysis.compared.as_ref());
    // Who speaks of themselves need not be named twice.
    if publication.source.publisher != publication.organisation {
        let publisher = Argument::Text(locale.of_file(&publication.source.publisher));
        parts.push(locale.text(msg!("ui.as-reported"), &[("publisher", publisher)]));
    }
    html! { <p class="byline">{rich(locale, &parts.join(" · "))}</p> }
}

/// "Ant Group", "2021"; "One iPhone X", "Apple, 2017"; "Beijing 2022", "estimate made beforehand".
fn subject(locale: &Locale, publication: &Publication, compared: Option<&ComparedAmount>) -> Vec<String> {
    let organisation = locale.of_file(&publication.organisation);
    let period = locale.argument(&Argument::Period(publication.period));
    let of = compared.and_then(|compared| compared.of);
    let basis = compared.and_then(|compared| compared.basis).filter(|basis| *basis != Basis::Measured);
    let basis = basis.map(|basis| locale.text(&format!("basis.{}", basis.id()), &[]));
    let label = compared.and_then(|compared| compared.label.as_ref()).map(|label| locale.of_file(label));
    let mut parts = match (of, label) {
        (Some(AmountOf::Product | AmountOf::Person), Some(label)) => {
            let comma = locale.text(msg!("sources.comma"), &[]);
            vec![label, format!("{organisation}{comma}{period}")]
        }
        // An event's name says when it is, and how firm the amount is says more.
        (Some(AmountOf::Event), _) if basis.is_some() => vec![organisation],
        _ => vec![organisation, period],
    };
    parts.extend(basis);
    parts
}
