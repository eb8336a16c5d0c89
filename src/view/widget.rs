//! The widget in reading order, up to its panels.

use std::rc::Rc;

use yew::prelude::*;

use super::footer::Copied;
use super::{
    Action, Frame, claim_box, comparisons, eyebrow, footer, headline, pictogram, presets, range, sentence, sliders,
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
pub struct WidgetProps {
    /// The report and the language.
    pub frame: Frame,
    /// Takes what the reader did.
    pub act: Callback<Action>,
    /// How much is shown.
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    pub note: Option<AttrValue>,
    /// What is expected where something typed cannot be read.
    pub fault: Option<String>,
    /// Takes that.
    pub take_fault: Callback<Option<String>>,
    /// Takes what the reader wants to copy.
    pub copy: Callback<Copied>,
    /// That it was copied.
    pub notice: Option<String>,
    /// What the one polite live region says: the comparison as a sentence, once the reader pauses.
    pub said: String,
}

/// The widget.
pub fn widget(props: &WidgetProps) -> Html {
    let locale = &props.frame.locale;
    let is_full = props.view == View::Full;
    let has_head = props.view != View::Sentence;
    html! {
        <section
            class="w"
            lang={locale.tag().to_owned()}
            dir={locale.direction().to_owned()}
            aria-label={locale.text(msg!("ui.widget"), &[])}
        >
            if let Some(note) = &props.note {
                <p class="note" role="note">{ note.clone() }</p>
            }
            if has_head {
                { eyebrow(&props.frame) }
            }
            { headline(&props.frame) }
            { sentence(props) }
            if is_full {
                { pictogram(&props.frame) }
                { range(&props.frame) }
            }
            if has_head {
                { claim_box(&props.frame) }
            }
            if is_full {
                { sliders(props) }
                { presets(props) }
                { comparisons(props) }
            }
            if has_head {
                { footer(props) }
            }
            <p class="spoken" role="status" aria-live="polite">{ props.said.clone() }</p>
        </section>
    }
}
