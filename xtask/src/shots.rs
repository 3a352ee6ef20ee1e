//! `shots`: pictures of every screen, for someone to look at. The work is done by the program of that name in
//! `tests/e2e`, on the build in dist/.

use crate::setup::{self, Engine};
use crate::{Outcome, torture};

/// Passes the words on, Chromium made ready.
pub(crate) fn run(words: &[&str]) -> Outcome {
    setup::engines(&[Engine::Chromium])?;
    torture::on_the_build("shots", words)
}
