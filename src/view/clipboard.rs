//! The clipboard, through the browser's own interface.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Writing, JsValue>;

    /// The promise of it.
    type Writing;
    #[wasm_bindgen(method)]
    fn then(this: &Writing, done: &JsValue, refused: &JsValue);
}

/// The page's address, with the reader's numbers in it.
pub(crate) fn address() -> String {
    gloo::utils::window().location().href().unwrap_or_default()
}

/// Copies a text and says whether that was allowed.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Ok(writing) = write_text(text) else { return done(false) };
    // One of the two is called, once.
    let done = Rc::new(Cell::new(Some(done)));
    let call = |is_copied: bool| {
        let done = done.clone();
        Closure::once_into_js(move |_: JsValue| {
            if let Some(done) = done.take() {
                done(is_copied);
            }
        })
    };
    writing.then(&call(true), &call(false));
}
