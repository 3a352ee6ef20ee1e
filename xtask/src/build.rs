//! `build`: one dist/ for any static host and any path, the same from the same commit.
//!
//! cargo makes the programs, [`split`] cuts the app's into parts that are fetched when they are needed,
//! [`dist`] puts all files together. Trunk is for `serve` alone: it knows of no parts.

use crate::{Outcome, dist, place, prepare, process, setup, sizes, split};
use std::env;
use std::path::{Path, PathBuf};

/// SHA-256 as a loop instead of 64 steps written out: less to download, see docs/performance.md.
const SMALL: &str = "--cfg sha2_backend_soft=\"compact\" --cfg erase_components";
/// What the splitter needs to know of the program: from where each address in it comes.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Builds, prints each file's size, and fails if too much is needed before the app is usable.
pub(crate) fn run() -> Outcome {
    setup::to_build()?;
    prepare::run()?;
    let programs = target_folder().join("wasm32-unknown-unknown/release");
    cargo("obverse", &["--", RELOCATIONS])?;
    cargo("worker", &[])?;
    let files = split::run(&programs)?;
    dist::write(&files)?;
    sizes::print_and_gate(&place::root().join("dist"))
}

/// Compiles one program. The feature is on for both, so that the library is compiled once.
fn cargo(program: &str, more: &[&str]) -> Outcome {
    let words = ["rustc", "--release", "--locked", "--target", "wasm32-unknown-unknown", "--package", "obverse"];
    let words = [&words[..], &["--features", "split", "--bin", program], more].concat();
    let mut cargo = process::command("cargo", &words);
    process::run(cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("{SMALL} {}", no_paths()?)))
}

/// Where cargo puts what it makes.
fn target_folder() -> PathBuf {
    let root = place::root();
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |given| root.join(given))
}

/// Flags that keep this machine's folders out of the program, where messages of panics would carry them: they
/// tell who built it, and the same commit would build to other bytes elsewhere.
fn no_paths() -> Outcome<String> {
    let cargo = process::cargo_home().ok_or("neither CARGO_HOME nor HOME is set")?;
    // The last that fits counts, so the narrower folder comes after the wider.
    let folders: [(PathBuf, &str); 3] = [(place::root(), "obverse"), (target_folder(), "target"), (cargo, "cargo")];
    for (folder, _) in &folders {
        if folder.to_string_lossy().contains(char::is_whitespace) {
            return Err(format!(
                "a folder on the way has a blank in its name, which rustc's flags cannot carry: {}",
                folder.display()
            ));
        }
    }
    Ok(folders.map(|(folder, name)| remap(&folder, name)).join(" "))
}

fn remap(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}=/{name}", folder.display())
}
