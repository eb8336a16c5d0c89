//! The whole widget, in reading order.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Action, ClaimBox, Comparisons, Counted, Eyebrow, Findings, Footer, Frame, Headline, Live, Pictogram,
    Presets, Range, Sensitivity, Sentence, Sliders, Sources, Targets, Working,
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
    /// The report under these choices.
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

/// The properties of [`Widget`].
#[derive(Properties, PartialEq)]
pub struct WidgetProps {
    /// The report and the language.
    pub frame: Frame,
    /// Takes what the reader did.
    pub act: Callback<Action>,
    /// How much is shown.
    #[prop_or_default]
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    #[prop_or_default]
    pub note: Option<AttrValue>,
}

/// The widget.
#[function_component]
pub fn Widget(props: &WidgetProps) -> Html {
    let frame = || props.frame.clone();
    let act = || props.act.clone();
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
                <Eyebrow frame={frame()} />
            }
            <Headline frame={frame()} />
            <Sentence frame={frame()} act={act()} />
            if is_full {
                <Pictogram frame={frame()} />
                <Range frame={frame()} />
            }
            if has_head {
                <ClaimBox frame={frame()} />
            }
            if is_full {
                <Sliders frame={frame()} act={act()} />
                <Presets frame={frame()} act={act()} />
                <Comparisons frame={frame()} act={act()} />
                <Counted frame={frame()} />
                <Working frame={frame()} />
                <Sensitivity frame={frame()} />
                <Targets frame={frame()} />
            }
            if has_head {
                <Sources frame={frame()} />
                <Findings frame={frame()} />
                <Footer frame={frame()} act={act()} />
            }
            <Live frame={frame()} />
        </section>
    }
}
