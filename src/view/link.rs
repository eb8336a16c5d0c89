use yew::prelude::*;

use super::ViewContext;
use super::rich_text::space;
use crate::msg;

/// A text that leads to a source in a tab of its own, so that a reader does not lose the article; the text alone where
/// there is no address, or one that is not of the web.
pub(super) fn link(context: &ViewContext, url: Option<&str>, text: Html) -> Html {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let Some(href) = url.filter(is_web).map(str::to_owned) else { return text };
    let hint = context.locale.text(msg!("panel.new-tab"), &[]);
    html! {
        <a {href} target="_blank" rel="noopener noreferrer">{text}<span class="visually-hidden">{space()}{hint}</span></a>
    }
}
