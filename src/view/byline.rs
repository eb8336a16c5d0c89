use yew::prelude::*;

use super::rich_text::text;
use super::{ContextProps, ViewContext};
use crate::locale::Argument;
use crate::msg;

/// Whose emissions are counted, for when, in whose words.
#[component]
pub fn Byline(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let Some(publication) = &session.analysis().publication else { return Html::default() };
    let source = &publication.source;
    let mut parts =
        vec![locale.of_file(&publication.organisation), locale.argument(&Argument::Period(publication.period))];
    // Who speaks of themselves need not be named twice.
    if source.publisher != publication.organisation {
        let publisher = Argument::Text(locale.of_file(&source.publisher));
        parts.push(locale.text(msg!("ui.as-reported"), &[("publisher", publisher)]));
    }
    html! { <p class="byline">{text(parts.join(" · "))}</p> }
}
