//! Which element has the focus.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, ShadowRoot};

/// Whether this element has the focus of its tree. WebKit matches `:focus` only in the window that is worked in, but keeps
/// the element that keys go to all the same.
pub(super) fn has_focus(element: &Element) -> bool {
    match element.get_root_node().dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element().as_ref() == Some(element),
        None => element.matches(":focus").unwrap_or(false),
    }
}
