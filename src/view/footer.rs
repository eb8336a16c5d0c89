//! The way back to the article's numbers, a link to these, and the comparison as a sentence.

use yew::Html;

use super::tag::{On, tag};
use super::{Action, Control, WidgetProps};
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::Session;

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

/// The footer.
pub fn footer(props: &WidgetProps<'_>) -> Html {
    let locale = &props.frame.locale;
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let is_articles = shown.comparison.base_preset == "article";
    let back = if is_articles { msg!("ui.reset") } else { msg!("ui.reset-default") };
    let button = |part: Option<&'static str>, is_disabled: bool, control: Control, text: &str| {
        // Not disabled in earnest: pressed once, it would drop the focus.
        let disabled = is_disabled.then_some("true");
        let button = tag!("button", ["type" = "button", "class" = "link", "part" = part, "aria-disabled" = disabled]);
        button.on(&[On::Click], &control, &props.hear).text(locale.text(text, &[]))
    };
    let notice = props.notice.as_ref().map_or_else(String::new, |notice| match &notice.text {
        Some(text) => format!("{} {text}", notice.said),
        None => notice.said.clone(),
    });
    tag!("footer", []).with(vec![
        button(Some("reset"), !props.has_values, Control::Button(Action::Reset), back),
        button(Some("share"), false, Control::Copy(Copied::Link), msg!("ui.share-link")),
        button(None, false, Control::Copy(Copied::Sentence), msg!("ui.copy-sentence")),
        tag!("span", ["class" = "notice"]).text(notice),
    ])
}

/// The comparison as a sentence with its source; a reader's own numbers are told from the article's.
pub(crate) fn copied_sentence(session: &Session, locale: &Locale) -> String {
    let (Some(compared), Some(shown)) = (&session.analysis().compared, session.shown()) else { return String::new() };
    let mut sentences = vec![locale.sentence(compared, shown)];
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate().filter(|(_, a)| a.changed) {
        let is_articles = shown.comparison.base_preset == "article";
        let key = if is_articles { msg!("ui.changed-from") } else { msg!("ui.changed-from-default") };
        let values = [
            ("name", Argument::Text(locale.assumption_of(shown, index))),
            ("value", Argument::Text(locale.assumption_value(shown, assumption, assumption.value))),
            ("base", Argument::Text(locale.assumption_value(shown, assumption, assumption.base))),
        ];
        sentences.push(locale.text(key, &values));
    }
    let mut address = None;
    if let Some(subject) = &session.analysis().publication {
        let source = &subject.source;
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
