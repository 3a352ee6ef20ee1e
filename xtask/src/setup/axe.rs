//! axe-core, which checks that a page can be used by everybody. It comes from npm and stays in target/.

use super::npm;
use crate::Outcome;

const VERSION: &str = "4.14.1";

/// Installs it at `target/axe/node_modules/axe-core/` if it is not there in the right version.
pub(crate) fn axe() -> Outcome {
    npm::install("axe-core", VERSION, "axe", "some seconds").map(drop)
}
