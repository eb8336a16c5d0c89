//! The clipboard, through the browser's own interface.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;

}

/// The page's address, with the reader's numbers in it.
pub(crate) fn address() -> String {
    gloo::utils::window().location().href().unwrap_or_default()
}

thread_local! {
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Copies a text and says whether that was allowed.
pub(crate) fn copy(text: &str, done: impl Fn(bool) + 'static) {
    LAST.with(|last| text.clone_into(&mut last.borrow_mut()));
    let Ok(promise) = write_text(text) else { return done(false) };
    let future = wasm_bindgen_futures::JsFuture::from(promise);
    wasm_bindgen_futures::spawn_local(async move { done(future.await.is_ok()) });
}

/// The text that was last to be copied.
pub(crate) fn last() -> String {
    LAST.with(|last| last.borrow().clone())
}
