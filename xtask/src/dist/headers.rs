//! `_headers`: what a host should send, in the form that several static hosts read by themselves.

use crate::{Outcome, place};
use std::path::Path;

/// Fills `public/_headers` in: the policy, and the folder whose files never change.
pub(super) fn write(folder: &Path, policy: &str, build: &str) -> Outcome {
    let template = place::read(&place::root().join("public/_headers"))?;
    place::write(&folder.join("_headers"), template.replace("{policy}", policy).replace("{build}", build))
}
