use std::rc::Rc;

use yew::Properties;

use super::HeadingLevel;
use crate::locale::Locale;
use crate::report::Session;

/// What a part of the widget is drawn from: a session and a language.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewContext {
    /// What there is to show.
    pub session: Rc<Session>,
    /// The language to show it in.
    pub locale: Locale,
    /// The level of the panels' headings.
    pub heading: HeadingLevel,
}

/// The properties of components that only show.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ContextProps {
    /// The session and the language.
    pub context: ViewContext,
}
