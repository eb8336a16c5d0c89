//! The clipboard, through the browser's own interface.

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

/// Copies a text and says whether that was allowed.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let promise = write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        let is_copied = match promise {
            Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        done(is_copied);
    });
}
