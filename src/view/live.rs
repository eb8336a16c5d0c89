//! One polite live region: it reads the comparison as one sentence, once the reader pauses.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::FrameProps;

/// How long a reader must pause, in milliseconds.
const PAUSE: u32 = 900;

/// The region. It says nothing until something changed.
#[function_component]
pub fn Live(props: &FrameProps) -> Html {
    let said = use_state(String::new);
    let report = &props.frame.report;
    let sentence = match (&report.compared, &report.shown) {
        (Some(compared), Some(shown)) => props.frame.locale.sentence(compared, shown),
        _ => String::new(),
    };
    let first = use_mut_ref(|| sentence.clone());
    {
        let said = said.clone();
        use_effect_with(sentence, move |sentence| {
            let sentence = sentence.clone();
            let is_first = *first.borrow() == sentence && said.is_empty();
            let timer = (!is_first).then(|| Timeout::new(PAUSE, move || said.set(sentence)));
            move || drop(timer)
        });
    }
    html! { <p class="spoken" role="status" aria-live="polite">{ (*said).clone() }</p> }
}
