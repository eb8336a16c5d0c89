//! A panic ends the whole wasm instance: Yew's scheduler never runs again. The page's script is told once, so that
//! it can put the static version back in every element.

use std::cell::RefCell;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

thread_local! {
    /// The listener of a mount; any of them tells the script that holds the instance.
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Has a panic reported to `on_event`. The first call also sets the hook.
pub(super) fn listen(on_event: &Function) {
    let is_first = LISTENER.with(|held| held.borrow_mut().replace(on_event.clone()).is_none());
    if is_first {
        // Yew would install its own, which only writes to the console.
        yew::set_custom_panic_hook(Box::new(|info| report(&info.to_string())));
    }
}

fn report(message: &str) {
    let listener = LISTENER.with(|held| held.try_borrow().ok().and_then(|held| held.clone()));
    let Some(listener) = listener else { return };
    let detail = Object::new();
    // Setting a property of a fresh object cannot fail, and a listener's own error must not stop the report.
    let _ = Reflect::set(&detail, &JsValue::from_str("message"), &JsValue::from_str(message));
    let _ = listener.call2(&JsValue::NULL, &JsValue::from_str("emissions-panic"), &detail);
}
