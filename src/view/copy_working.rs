use yew::prelude::*;

use super::ContextProps;
use super::ViewContext;
use super::clipboard;
use super::rich_text::{self, space};
use crate::msg;

/// Copies the steps as text; where the browser does not allow that, they can be selected as they stand.
#[component]
pub(super) fn CopyWorking(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let notice = use_state(String::new);
    let text = session.shown().map_or_else(String::new, |shown| locale.working(shown, &session.working()));
    {
        // What was copied is not what stands there any more.
        let notice = notice.setter();
        use_effect_with(text.clone(), move |_| notice.set(String::new()));
    }
    let say = |key: &str| locale.text(key, &[]);
    let (done, refused) = (say(msg!("ui.copied")), say(msg!("ui.copy-by-hand")));
    let onclick = {
        let notice = notice.setter();
        move |_| {
            let (notice, done, refused) = (notice.clone(), done.clone(), format!("{refused} {text}"));
            clipboard::copy(&text, move |is_copied| notice.set(if is_copied { done } else { refused }));
        }
    };
    html! {
        <p class="copy">
            // Part of the button's name, which is read again when it changes: one region speaks, and it is not here.
            <button key={say(msg!("ui.copy-working"))} id="copy-working" type="button" class="link" aria-labelledby="copy-working copied-working" {onclick}>
                {say(msg!("ui.copy-working"))}
            </button>{space()}
            <span id="copied-working" class="notice">{rich_text::text((*notice).clone())}</span>
        </p>
    }
}
