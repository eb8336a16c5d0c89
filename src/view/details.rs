use yew::prelude::*;

use super::Frame;
use super::co2::co2;
use super::paper::use_paper;

/// What every panel is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PanelProps {
    /// The report and the language.
    pub frame: Frame,
    /// Whether the panel is open at first.
    #[prop_or_default]
    pub open: bool,
}

/// What a panel shows once it is open. A panel's body never changes, so two are always equal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body(pub(super) fn(&Frame) -> Html);

impl PartialEq for Body {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DetailsProps {
    pub(super) frame: Frame,
    pub(super) open: bool,
    pub(super) title: AttrValue,
    /// What the panel holds, in a few words beside the title.
    pub(super) note: AttrValue,
    /// The name by which a host's style sheet finds it.
    #[prop_or_default]
    pub(super) part: Option<AttrValue>,
    pub(super) body: Body,
}

/// A title that opens and closes what is under it. The body is drawn while it is open only, so that a closed panel
/// costs nothing while a reader drags, and on paper, where nothing can be opened.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let open = use_state(|| props.open);
    let printing = use_paper();
    let is_open = *open || printing;
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            // Printing opens every panel; that is not the reader's doing.
            if !printing {
                open.set(event.target_unchecked_into::<web_sys::Element>().has_attribute("open"));
            }
        })
    };
    let locale = &props.frame.locale;
    html! {
        <details class="panel" part={props.part.clone()} open={is_open} {ontoggle}>
            <summary><h3>{co2(locale, &props.title)}</h3>{" "}<span class="aside">{co2(locale, &props.note)}</span></summary>
            if is_open { <div class="body">{(props.body.0)(&props.frame)}</div> }
        </details>
    }
}
