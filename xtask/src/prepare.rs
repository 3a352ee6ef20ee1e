//! What trunk needs before it builds: the content of each locale, and the style sheets as one.

use crate::{Outcome, content, stylesheet};

/// Runs before every build of trunk's.
pub(crate) fn run() -> Outcome {
    stylesheet::write()?;
    content::run()
}
