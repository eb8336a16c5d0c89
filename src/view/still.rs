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
        let (a, b) = (&self.frame, &other.frame);
        let (now, then) = (&a.report, &b.report);
        let is_same_file =
            || now.entries == then.entries && now.inventory == then.inventory && now.checked == then.checked;
        a.locale == b.locale && is_same_file()
    }
}

/// A body that shows what the file states and nothing of what a reader sets: it is not drawn again while one drags.
/// To compare what it is made from costs far less than to draw it.
#[component]
pub(super) fn Still(props: &StillProps) -> Html {
    (props.body.0)(&props.frame)
}
