//! A part of the widget that can be left as it was drawn.

use yew::Html;
use yew::virtual_dom::{Key, VComp};

use super::{Content, Stateful, StatefulProps};

/// The part that `draw` makes, or as it was drawn last where that is to stay: neither drawn nor compared with the page
/// while a number elsewhere is on the move. `key` tells it from its neighbours.
pub(super) fn held(stays: bool, key: Option<String>, draw: impl FnOnce() -> Html) -> Html {
    let part = if stays { None } else { Some(draw()) };
    let props = StatefulProps { content: Content::Part(part) };
    VComp::new::<Stateful>(std::rc::Rc::new(props), key.map(Key::from)).into()
}
