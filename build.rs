//! Checks `data/factors/*.toml`, `data/prose/*.toml` and `locales/*.toml` and turns them into constants. A fault stops the build with the
//! file and the remedy.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build script uses a part of what the crate uses")]
#[path = "src/quantity/mod.rs"]
mod quantity;

/// The crate's own types: what a kind, a status or a boundary is called is said there alone.
#[allow(dead_code, unreachable_pub, reason = "as above")]
#[path = "src/factors"]
mod factors {
    mod definition;
    pub mod formula;

    pub use definition::{Assumption, Boundary, Definition, Kind, Note, Preset, Source, Status, Value};
}

#[allow(dead_code, unreachable_pub, reason = "as above")]
#[path = "src/prose/role.rs"]
mod role;

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/locales.rs"]
mod locales;
#[path = "build/notes.rs"]
mod notes;
#[path = "build/prose.rs"]
mod prose;

fn main() {
    let inputs = ["build.rs", "build", "data/factors", "data/prose", "locales", "src/quantity"];
    for path in inputs.into_iter().chain(["src/factors/definition.rs", "src/factors/formula.rs", "src/prose/role.rs"]) {
        println!("cargo:rerun-if-changed={path}");
    }
    println!("cargo:rustc-env=EMISSIONS_SOURCES={:08x}", sources());
    if let Err(fault) = generate(Path::new(&env::var("OUT_DIR").unwrap_or_default())) {
        eprintln!("{fault}");
        std::process::exit(1);
    }
}

fn generate(out: &Path) -> Result<(), String> {
    let (sources, definitions) = catalogue::read()?;
    let locales = locales::generate(out, &definitions)?;
    let words = prose::generate()?;
    for (name, text) in
        [("factors.rs", catalogue::write(&sources, &definitions)), ("locales.rs", locales), ("prose.rs", words)]
    {
        fs::write(out.join(name), text).map_err(|e| format!("{name} could not be written: {e}"))?;
    }
    Ok(())
}

/// A hash (FNV-1a) of all that a drawing of the widget follows from: two builds of the same sources draw the same.
fn sources() -> u32 {
    let mut files = Vec::new();
    for folder in ["src", "locales", "data/factors"] {
        list(Path::new(folder), &mut files);
    }
    files.sort();
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    files.iter().flat_map(|path| fs::read(path).unwrap_or_default()).fold(0x811c_9dc5, fold)
}

/// The files of a folder, but for the programs: they draw nothing.
fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path == Path::new("src/bin") {
            continue;
        }
        println!("cargo:rerun-if-changed={}", path.display());
        if path.is_dir() { list(&path, files) } else { files.push(path) }
    }
}
