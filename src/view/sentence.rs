//! The sentence whose numbers are the controls, and what it says when one of them cannot be read.

use yew::prelude::*;

use super::co2::co2;
use super::{Number, WidgetProps};
use crate::locale::Part;

/// The sentence.
pub fn sentence(props: &WidgetProps) -> Html {
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let locale = &props.frame.locale;
    let parts = locale.sentence_parts(shown).into_iter().map(|part| match part {
        Part::Text(text) => co2(locale, &text),
        Part::Slot(id) => match shown.comparison.assumptions.iter().position(|assumption| assumption.id == id) {
            Some(index) => html! {
                <Number
                    key={format!("{}.{id}", shown.comparison.id)}
                    frame={props.frame.clone()}
                    act={props.act.clone()}
                    {index}
                    fault={props.take_fault.clone()}
                    fault_id="fault"
                />
            },
            None => Html::default(),
        },
    });
    html! {
        <>
            <p class="sentence" part="sentence">{ for parts }</p>
            <p class="fault" id="fault" role="alert">{ props.fault.clone() }</p>
        </>
    }
}
