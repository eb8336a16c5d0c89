use yew::prelude::*;

use super::ViewContext;
use super::rich_text::message;
use crate::msg;

/// The numbers of a chart, to be read line by line: shut beside it, one step away.
pub fn table(context: &ViewContext, caption: &'static str, heads: &[&'static str], rows: Html) -> Html {
    let say = |key| message(&context.locale, key, &[]);
    html! {
        <details class="table">
            <summary>{say(msg!("ui.show-table"))}</summary>
            <table>
                <caption>{say(caption)}</caption>
                <thead><tr>{for heads.iter().map(|head| html! { <th scope="col">{say(head)}</th> })}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
