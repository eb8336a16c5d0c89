//! Memory of the wasm modules: std's allocator takes 2,000 bytes (brotli) more of what a reader downloads.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static TALC: WasmDynamicTalc = new_wasm_dynamic_allocator();
