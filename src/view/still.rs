use std::rc::Rc;

use yew::prelude::*;

use super::Frame;
use super::details::Body;

#[derive(Clone, Properties)]
pub(super) struct StillProps {
    pub(super) frame: Frame,
    pub(super) body: Body,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.frame, &other.frame);
        Rc::ptr_eq(one.session.analysis(), other.session.analysis()) && one.locale == other.locale
    }
}

/// A body that shows what follows from the file alone: it is not drawn again while a reader sets a number.
#[component]
pub(super) fn Still(props: &StillProps) -> Html {
    (props.body.0)(&props.frame)
}
