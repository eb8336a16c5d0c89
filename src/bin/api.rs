//! The sums alone as a wasm module: `equivalents` and `check` for a newsroom's own scripts.

// The exports of `emissions_calculator::api` are what this program is.
use emissions_calculator as _;

fn main() {}
