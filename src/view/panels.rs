//! What stands under the widget: panels that a reader opens.

use yew::prelude::*;

use super::{Findings, Layout, Sensitivity, Sources, Targets, ViewContext, Working};
use crate::msg;

/// What the panels are made from.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct PanelsProps {
    /// The session and the language.
    pub context: ViewContext,
    /// How much of the widget is shown.
    #[prop_or_default]
    pub layout: Layout,
}

/// The panels; a sentence has none. What is counted stands higher up, as a strip that opens.
#[component]
pub fn Panels(props: &PanelsProps) -> Html {
    let PanelsProps { context, layout } = props;
    if *layout == Layout::Sentence {
        return Html::default();
    }
    html! {
        <div class="panels" role="group" aria-label={context.locale.text(msg!("ui.panels"), &[])}>
            if *layout == Layout::Full {
                <Working context={context.clone()} />
                <Sensitivity context={context.clone()} />
                <Targets context={context.clone()} />
            }
            <Sources context={context.clone()} />
            <Findings context={context.clone()} />
        </div>
    }
}
