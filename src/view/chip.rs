use yew::Html;

use super::tag::{On, tag};
use super::{Action, Control, WidgetProps};

/// One of several things to choose from, in a list of them.
pub(super) fn chip(props: &WidgetProps<'_>, action: Action, name: String, is_pressed: bool) -> Html {
    let pressed = if is_pressed { "true" } else { "false" };
    let button = tag!("button", ["type" = "button", "class" = "chip", "aria-pressed" = pressed]);
    let button = button.on(&[On::Click], &Control::Button(action), &props.hear);
    tag!("li", []).with(vec![button.text(name)])
}
