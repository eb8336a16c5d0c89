use std::rc::Rc;

use crate::locale::Locale;
use crate::report::Session;

/// What every component is given: the session and the language.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What there is to show.
    pub session: Rc<Session>,
    /// The language to show it in.
    pub locale: Locale,
}

impl PartialEq for Frame {
    fn eq(&self, other: &Self) -> bool {
        (Rc::ptr_eq(&self.session, &other.session) || self.session == other.session) && self.locale == other.locale
    }
}
