//! What stands under the widget: panels that a reader opens.

use yew::prelude::*;

use super::{Counted, Findings, Frame, Sensitivity, Sources, Targets, View, Working};
use crate::msg;

/// What the panels are made from.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct PanelsProps {
    /// The session and the language.
    pub frame: Frame,
    /// How much of the widget is shown.
    #[prop_or_default]
    pub view: View,
}

/// The panels; a sentence has none.
#[component]
pub fn Panels(props: &PanelsProps) -> Html {
    let PanelsProps { frame, view } = props;
    if *view == View::Sentence {
        return Html::default();
    }
    let locale = &frame.locale;
    html! {
        <section
            class="w panels"
            lang={locale.tag().to_owned()}
            dir={locale.direction().to_owned()}
            aria-label={locale.text(msg!("ui.panels"), &[])}
        >
            if *view == View::Full {
                <Counted frame={frame.clone()} />
                <Working frame={frame.clone()} />
                <Sensitivity frame={frame.clone()} />
                <Targets frame={frame.clone()} />
            }
            <Sources frame={frame.clone()} />
            <Findings frame={frame.clone()} />
        </section>
    }
}
