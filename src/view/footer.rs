//! The way back to the article's numbers, a link to these, and the comparison as a sentence.

use yew::prelude::*;

use super::{Action, WidgetProps};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::Report;

/// What a reader copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The page's address, with the reader's numbers in it.
    Link,
    /// The comparison as a sentence.
    Sentence,
}

/// The footer.
pub fn footer(props: &WidgetProps) -> Html {
    let locale = &props.frame.locale;
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let is_changed =
        shown.comparison.is_changed() || shown.comparison.preset.as_deref() != Some(&shown.comparison.base_preset);
    let is_articles = shown.comparison.base_preset == "article";
    let back = if is_articles { msg!("ui.reset") } else { msg!("ui.reset-default") };
    let copy = |what: Copied| props.copy.reform(move |_: MouseEvent| what);
    html! {
        <footer>
            <button
                type="button"
                class="link"
                part="reset"
                disabled={!is_changed}
                onclick={props.act.reform(|_: MouseEvent| Action::Reset)}
            >
                { locale.text(back, &[]) }
            </button>
            <button type="button" class="link" part="share" onclick={copy(Copied::Link)}>
                { locale.text(msg!("ui.share-link"), &[]) }
            </button>
            <button type="button" class="link" onclick={copy(Copied::Sentence)}>
                { locale.text(msg!("ui.copy-sentence"), &[]) }
            </button>
            <span class="notice" role="status">{ props.notice.clone() }</span>
        </footer>
    }
}

/// The comparison as a sentence with its source; a reader's own numbers are told from the article's.
pub(crate) fn copied_sentence(report: &Report, locale: &Locale) -> String {
    let (Some(compared), Some(shown)) = (&report.compared, &report.shown) else { return String::new() };
    let mut text = locale.sentence(compared, shown);
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate().filter(|(_, a)| a.changed) {
        let is_articles = shown.comparison.base_preset == "article";
        let key = if is_articles { msg!("ui.changed-from") } else { msg!("ui.changed-from-default") };
        let values = [
            ("name", Argument::Text(locale.assumption_of(shown, index))),
            ("value", Argument::Text(locale.assumption_value(shown, assumption, assumption.value))),
            ("base", Argument::Text(locale.assumption_value(shown, assumption, assumption.base))),
        ];
        text = format!("{text} {}", locale.text(key, &values));
    }
    if let Some(subject) = &report.subject {
        let source = &subject.source;
        let title = Argument::Text(locale.of_file(&source.title));
        let publisher = Argument::Text(locale.of_file(&source.publisher));
        text = format!("{text} {}", locale.text(msg!("ui.source-line"), &[("title", title), ("publisher", publisher)]));
        if let Some(url) = &source.url {
            text = format!("{text} {url}");
        }
    }
    text
}
