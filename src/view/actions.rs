//! The way back to the article's numbers, a link to these, and the comparison as a sentence.

use yew::prelude::*;

use super::rich_text::text;
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::{Action, Session};

/// What a reader copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The page's address, with the reader's numbers in it.
    Link,
    /// The comparison as a sentence.
    Sentence,
}

/// What became of a wish to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// That it was copied, or that it may not be.
    pub said: String,
    /// What could not be copied, to be copied by hand.
    pub text: Option<String>,
}

/// What the actions are made from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ActionsProps {
    /// The language.
    pub locale: Locale,
    /// Whether the numbers to go back to are the article's.
    pub is_article: bool,
    /// Whether the reader set or chose any numbers.
    pub has_values: bool,
    /// What became of the last wish to copy.
    pub notice: Option<Notice>,
    /// Takes the wish to go back.
    pub act: Callback<Action>,
    /// Takes the wish to copy.
    pub copy: Callback<Copied>,
}

/// The actions on the widget as a whole.
#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let ActionsProps { locale, is_article, has_values, notice, act, copy } = props;
    let back = if *is_article { msg!("ui.reset") } else { msg!("ui.reset-default") };
    let notice = notice.as_ref().map(|notice| match &notice.text {
        Some(text) => format!("{} {text}", notice.said),
        None => notice.said.clone(),
    });
    let words = |key: &str| text(locale.text(key, &[]));
    let link = copy.reform(|_: MouseEvent| Copied::Link);
    let sentence = copy.reform(|_: MouseEvent| Copied::Sentence);
    html! {
        <footer>
            <button
                type="button"
                class="link"
                part="reset"
                // Not disabled in earnest: pressed once, it would drop the focus.
                aria-disabled={(!has_values).then_some("true")}
                onclick={act.reform(|_: MouseEvent| Action::Reset)}
            >
                {words(back)}
            </button>
            <button type="button" class="link" part="share" onclick={link}>{words(msg!("ui.share-link"))}</button>
            <button type="button" class="link" onclick={sentence}>{words(msg!("ui.copy-sentence"))}</button>
            <span class="notice">{for notice.map(text)}</span>
        </footer>
    }
}

/// The comparison as a sentence with its source; a reader's own numbers are told from the article's.
pub(crate) fn copied_sentence(session: &Session, locale: &Locale) -> String {
    let Some((compared, shown)) = session.compared() else { return String::new() };
    let mut sentences = vec![locale.sentence(compared, shown)];
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate().filter(|(_, a)| a.changed) {
        let is_article = shown.comparison.base_preset == "article";
        let key = if is_article { msg!("ui.changed-from") } else { msg!("ui.changed-from-default") };
        let values = [
            ("name", Argument::Text(locale.assumption_of(shown, index))),
            ("value", Argument::Text(locale.assumption_value(shown, assumption, assumption.value))),
            ("base", Argument::Text(locale.assumption_value(shown, assumption, assumption.base))),
        ];
        sentences.push(locale.text(key, &values));
    }
    let mut address = None;
    if let Some(publication) = &session.analysis().publication {
        let source = &publication.source;
        let title = Argument::Text(locale.of_file(&source.title));
        let publisher = Argument::Text(locale.of_file(&source.publisher));
        sentences.push(locale.text(msg!("ui.source-line"), &[("title", title), ("publisher", publisher)]));
        address = source.url.as_ref();
    } else if let Some(preset) = &shown.comparison.preset {
        let preset = Argument::Text(locale.preset(preset));
        sentences.push(locale.text(msg!("ui.preset-line"), &[("preset", preset)]));
    }
    let text = locale.sentences(&sentences);
    // Whatever the language, an address stands apart from the words before it.
    address.map_or_else(|| text.clone(), |address| format!("{text} {address}"))
}
