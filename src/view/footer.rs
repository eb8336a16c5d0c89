//! The way back to the article's numbers, a link to these, and the comparison as a sentence.

use yew::Html;

use super::tag::{On, tag};
use super::{Action, Control, WidgetProps};
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
pub fn footer(props: &WidgetProps<'_>) -> Html {
    let locale = &props.frame.locale;
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let comparison = &shown.comparison;
    let is_changed = comparison.is_changed() || comparison.preset.as_deref() != Some(&comparison.base_preset);
    let is_articles = comparison.base_preset == "article";
    let back = if is_articles { msg!("ui.reset") } else { msg!("ui.reset-default") };
    let button = |part: Option<&'static str>, is_disabled: bool, control: Control, text: &str| {
        // Not disabled in earnest: pressed once, it would drop the focus.
        let disabled = is_disabled.then_some("true");
        let button = tag!("button", ["type" = "button", "class" = "link", "part" = part, "aria-disabled" = disabled]);
        button.on(&[On::Click], &control, &props.hear).text(locale.text(text, &[]))
    };
    tag!("footer", []).with(vec![
        button(Some("reset"), !is_changed, Control::Button(Action::Reset), back),
        button(Some("share"), false, Control::Copy(Copied::Link), msg!("ui.share-link")),
        button(None, false, Control::Copy(Copied::Sentence), msg!("ui.copy-sentence")),
        tag!("span", ["class" = "notice"]).text(props.notice.clone().unwrap_or_default()),
    ])
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
