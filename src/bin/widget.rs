//! What Trunk compiles: the library's browser side. The page's script calls `mount`; nothing happens by itself.

// The exports of `emissions_calculator::embed` are what this program is.
use emissions_calculator as _;

fn main() {}
