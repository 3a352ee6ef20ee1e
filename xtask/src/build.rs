//! `build`: one dist/ for any static host and any path, the same from the same commit.

use crate::{Outcome, place, process, setup, sizes};
use std::env;
use std::path::{Path, PathBuf};

/// SHA-256 as a loop instead of 64 steps written out: less to download, see docs/performance.md.
const SMALL: &str = "--cfg sha2_backend_soft=\"compact\"";

/// Builds, prints each file's size, and fails if too much is needed before the app is usable.
pub(crate) fn run() -> Outcome {
    setup::to_build()?;
    let mut trunk = process::command("trunk", &["build", "--release"]);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("{SMALL} {}", no_paths()?));
    process::run(trunk.env_remove("OBVERSE_SERVING").env_remove("NO_COLOR"))?;
    sizes::print_and_gate(&place::root().join("dist"))
}

/// Flags that keep this machine's folders out of the program, where messages of panics would carry them: they
/// tell who built it, and the same commit would build to other bytes elsewhere.
fn no_paths() -> Outcome<String> {
    let root = place::root();
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |given| root.join(given));
    let cargo = process::cargo_home().ok_or("neither CARGO_HOME nor HOME is set")?;
    // The last that fits counts, so the narrower folder comes after the wider.
    let folders: [(PathBuf, &str); 3] = [(root, "obverse"), (target, "target"), (cargo, "cargo")];
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
