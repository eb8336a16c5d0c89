//! Checks `data/factors/*.toml` and turns it into constants. A fault stops the build with the file and the remedy.

use std::path::Path;
use std::{env, fs};

#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build script uses a part of what the crate uses")]
#[path = "src/quantity/mod.rs"]
mod quantity;

#[allow(dead_code, unreachable_pub, reason = "as above")]
#[path = "src/factors/formula.rs"]
mod formula;

#[path = "build/factors.rs"]
mod factors;
#[path = "build/locales.rs"]
mod locales;
#[path = "build/notes.rs"]
mod notes;

fn main() {
    for path in ["build.rs", "build", "data/factors", "locales", "src/quantity", "src/factors/formula.rs"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let out = env::var("OUT_DIR").unwrap_or_default();
    let made = [("factors.rs", factors::generate()), ("locales.rs", locales::generate(Path::new(&out)))];
    for (name, made) in made {
        let text = match made {
            Ok(text) => text,
            Err(fault) => {
                eprintln!("{fault}");
                std::process::exit(1);
            }
        };
        if let Err(fault) = fs::write(Path::new(&out).join(name), text) {
            eprintln!("{name} could not be written: {fault}");
            std::process::exit(1);
        }
    }
}
