//! The panels under the widget as a wasm module of their own, which Trunk compiles too: the page's script loads it
//! once a reader gets there, and calls `mountDetails`.

// The exports of `emissions_calculator::embed` are what this program is.
use emissions_calculator as _;

fn main() {}
