use yew::prelude::*;

use super::ViewContext;
use super::rich_text::{space, text};
use crate::msg;

/// A text that leads to a source in a tab of its own, so that a reader does not lose the article; the text alone where
/// there is no address, or one that is not of the web.
pub(super) fn link(context: &ViewContext, url: Option<&str>, content: Html) -> Html {
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let Some(href) = url.filter(is_web).map(str::to_owned) else { return content };
    let hint = context.locale.text(msg!("panel.new-tab"), &[]);
    html! {
        <a {href} target="_blank" rel="noopener noreferrer">{content}<span class="visually-hidden">{space()}{text(hint)}</span></a>
    }
}
