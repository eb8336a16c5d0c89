//! The widget in reading order, up to its panels.

use std::rc::Rc;

use yew::Html;

use super::tag::tag;
use super::{
    Editing, Frame, Hear, claim_box, comparisons, eyebrow, footer, headline, pictogram, presets, range, sentence,
    sliders,
};
use crate::disclosure::Disclosure;
use crate::msg;
use crate::quantity::Quantity;
use crate::report::{Choices, Report};

/// What the widget is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A disclosure.
    File(Rc<Disclosure>),
    /// An amount given directly.
    Amount(Quantity),
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::File(a), Self::File(b)) => Rc::ptr_eq(a, b),
            (Self::Amount(a), Self::Amount(b)) => a == b,
            _ => false,
        }
    }
}

impl Subject {
    /// What the widget shows under these choices, without what only the panels show.
    #[must_use]
    pub fn brief(&self, choices: &Choices) -> Report {
        match self {
            Self::File(file) => Report::brief(file, choices),
            Self::Amount(amount) => Report::brief_of_amount(amount, choices),
        }
    }

    /// The whole report under these choices.
    #[must_use]
    pub fn report(&self, choices: &Choices) -> Report {
        match self {
            Self::File(file) => Report::of(file, choices),
            Self::Amount(amount) => Report::of_amount(amount, choices),
        }
    }

    /// The disclosure, where there is one.
    #[must_use]
    pub fn file(&self) -> Option<&Disclosure> {
        match self {
            Self::File(file) => Some(file),
            Self::Amount(_) => None,
        }
    }
}

/// How much of the widget is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// Headline, sentence, claim and sources.
    Compact,
    /// The sentence alone.
    Sentence,
}

impl View {
    /// The view of this name; everything for a name that there is not.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "compact" => Self::Compact,
            "sentence" => Self::Sentence,
            _ => Self::Full,
        }
    }
}

/// What [`widget`] is drawn from.
#[derive(Debug)]
pub struct WidgetProps<'a> {
    /// The report and the language.
    pub frame: Frame,
    /// Takes what the reader does.
    pub hear: Hear,
    /// How much is shown.
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    pub note: Option<String>,
    /// What is under way in the sentence's numbers.
    pub editing: &'a Editing,
    /// That it was copied.
    pub notice: Option<String>,
    /// What the one polite live region says: the comparison as a sentence, once the reader pauses.
    pub said: String,
    /// Tells this widget from the one that stood here before.
    pub turn: u32,
}

/// The widget.
pub fn widget(props: &WidgetProps<'_>) -> Html {
    let locale = &props.frame.locale;
    let is_full = props.view == View::Full;
    let has_head = props.view != View::Sentence;
    let mut children = Vec::new();
    if let Some(note) = &props.note {
        children.push(tag!("p", ["class" = "note", "role" = "note"]).text(note.clone()));
    }
    if has_head {
        children.extend(eyebrow(&props.frame));
    }
    children.push(headline(&props.frame));
    children.extend(sentence(props));
    if is_full {
        children.extend(pictogram(&props.frame));
        children.extend(range(&props.frame));
    }
    if has_head {
        children.extend(claim_box(&props.frame));
    }
    if is_full {
        children.extend(sliders(props));
        children.extend(presets(props));
        children.extend(comparisons(props));
    }
    if has_head {
        children.extend(footer(props));
    }
    children.push(tag!("p", ["class" = "spoken", "role" = "status", "aria-live" = "polite"]).text(props.said.clone()));
    let section = tag!(
        "section",
        [
            "class" = "w",
            "lang" = locale.tag().to_owned(),
            "dir" = locale.direction().to_owned(),
            "aria-label" = locale.text(msg!("ui.widget"), &[]),
        ]
    );
    section.key(props.turn.to_string()).with(children)
}
