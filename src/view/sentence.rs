//! The sentence whose numbers are the controls, and what it says when one of them cannot be read.

use yew::prelude::*;

use super::co2::co2;
use super::{Action, Frame, Number};
use crate::locale::Part;

/// The properties of components that take what a reader does.
#[derive(Properties, PartialEq)]
pub struct ActProps {
    /// The report and the language.
    pub frame: Frame,
    /// Takes what the reader did.
    pub act: Callback<Action>,
}

/// The sentence.
#[function_component]
pub fn Sentence(props: &ActProps) -> Html {
    let fault = use_state(|| None::<String>);
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let take_fault = {
        let fault = fault.clone();
        Callback::from(move |found| fault.set(found))
    };
    let locale = &props.frame.locale;
    let parts = locale.sentence_parts(shown).into_iter().map(|part| match part {
        Part::Text(text) => html! { { co2(locale, &text) } },
        Part::Slot(id) => {
            let place = shown.comparison.assumptions.iter().position(|assumption| assumption.id == id);
            match place {
                Some(index) => html! {
                    <Number
                        key={format!("{}.{id}", shown.comparison.id)}
                        frame={props.frame.clone()}
                        act={props.act.clone()}
                        {index}
                        fault={take_fault.clone()}
                        fault_id="fault"
                    />
                },
                None => Html::default(),
            }
        }
    });
    html! {
        <>
            <p class="sentence" part="sentence">{ for parts }</p>
            <p class="fault" id="fault" role="alert">{ fault.as_deref().unwrap_or_default() }</p>
        </>
    }
}
