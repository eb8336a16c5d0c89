use std::rc::Rc;

use crate::locale::Locale;
use crate::report::Report;

/// What every component is given: the report and the language. Two are equal when they are the same two, so that a
/// component whose frame has not changed is not drawn again.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What there is to show.
    pub report: Rc<Report>,
    /// The language to show it in.
    pub locale: Locale,
}

impl PartialEq for Frame {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report) && self.locale == other.locale
    }
}
