//! Packages of npm, each in one pinned version, in a folder of its own under target/.

use super::system;
use crate::{Outcome, place, process};
use std::path::PathBuf;

/// Installs a package at `target/<name>/node_modules/<package>/` if it is not there in that version, and gives that
/// path. None of its scripts runs.
pub(super) fn install(package: &str, version: &str, name: &str, how_long: &str) -> Outcome<PathBuf> {
    let folder = place::root().join("target").join(name);
    let there = folder.join("node_modules").join(package);
    let pinned = format!("\"version\": \"{version}\"");
    if place::read(&there.join("package.json")).is_ok_and(|text| text.contains(&pinned)) {
        return Ok(there);
    }
    if super::is_declined() {
        return Err(format!("{package} {version} is missing in target/{name}, and nothing is to be installed"));
    }
    if process::find("npm").is_none() {
        if !system::can_install() {
            return Err(format!("please install npm, which brings {package}"));
        }
        system::install(&["npm"], "a minute or two")?;
    }
    println!("Installing {package} {version} from npm into target/{name}, {how_long}:");
    let what = format!("{package}@{version}");
    // A package.json of its own keeps npm from looking for one further up.
    place::write(&folder.join("package.json"), "{ \"private\": true }\n")?;
    let folder = folder.to_string_lossy();
    let words = ["install", "--prefix", &folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", &what];
    process::run(&mut process::command("npm", &words))?;
    Ok(there)
}
