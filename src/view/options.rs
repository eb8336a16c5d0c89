use std::fmt;
use std::rc::Rc;

use yew::Callback;

use crate::locale::Locale;
use crate::report::{Action, Session};

/// How much of the widget is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Everything.
    #[default]
    Full,
    /// Byline, sentence, verdict, actions and the panels of sources and findings.
    Compact,
    /// The sentence alone.
    Sentence,
}

impl Layout {
    /// Its name, as the element's attribute has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Compact => "compact",
            Self::Sentence => "sentence",
        }
    }

    /// The layout of this name; everything for a name that there is not.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "compact" => Self::Compact,
            "sentence" => Self::Sentence,
            _ => Self::Full,
        }
    }
}

/// What the widget begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The sentence that compares.
    Comparison,
    /// What is counted.
    Scopes,
}

impl Lead {
    /// Its name, as the element's attribute has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comparison => "comparison",
            Self::Scopes => "scopes",
        }
    }

    /// The lead of this name; none for a name that there is not.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "comparison" => Some(Self::Comparison),
            "scopes" => Some(Self::Scopes),
            _ => None,
        }
    }
}

/// The level of the panels' headings, from 2 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(3)
    }
}

impl fmt::Display for HeadingLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl HeadingLevel {
    /// The level of this name; none for what is not a number from 2 to 6.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok().filter(|level| (2..=6).contains(level)).map(Self)
    }

    /// The level of the headings under one of this level.
    #[must_use]
    pub fn below(self) -> Self {
        Self(self.0.saturating_add(1).min(6))
    }

    /// The element of this level.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self.0 {
            2 => "h2",
            4 => "h4",
            5 => "h5",
            6 => "h6",
            _ => "h3",
        }
    }
}

/// What is shown, and who is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MountOptions {
    /// What the widget is about, with the choices to begin with.
    pub session: Rc<Session>,
    /// The language.
    pub locale: Locale,
    /// How much is shown.
    pub layout: Layout,
    /// What the widget begins with; by what the file claims where the host does not say.
    pub lead: Option<Lead>,
    /// The level of the panels' headings.
    pub heading: HeadingLevel,
    /// What the reader should be told about the link that the page was opened with.
    pub note: Option<String>,
    /// Whether the choices to begin with come with that link.
    pub is_linked: bool,
    /// Takes the session after each change, and first when it is drawn.
    pub changed: Callback<Rc<Session>>,
    /// Gives a way to act from outside, when the widget is made.
    pub remote: Callback<Callback<Action>>,
}
