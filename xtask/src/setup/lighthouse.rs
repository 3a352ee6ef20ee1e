//! Lighthouse, Google's check of a page in Chromium. It comes from npm and stays in target/; the browser is the one that
//! is installed, and none is downloaded.

use super::npm;
use crate::Outcome;
use std::path::PathBuf;

const VERSION: &str = "12.8.2";

/// Installs it if it is not there in the right version, and gives the script that Node runs.
pub(crate) fn lighthouse() -> Outcome<PathBuf> {
    Ok(npm::install("lighthouse", VERSION, "lighthouse", "about a minute")?.join("cli/index.js"))
}
