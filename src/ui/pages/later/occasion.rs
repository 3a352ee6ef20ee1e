//! What the occasions of the self-check are called.

use crate::words::word;
use obverse_core::reflection::Occasion;

/// The name of an occasion.
pub(super) fn name(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Before => word::compare::before(),
        Occasion::Then => word::compare::then(),
        Occasion::After => word::compare::after(),
        Occasion::Later => word::compare::later(),
    }
}

/// The sign of an occasion in a picture.
pub(super) fn letter(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Before => word::compare::before_sign(),
        Occasion::Then => word::compare::then_sign(),
        Occasion::After => word::compare::after_sign(),
        Occasion::Later => word::compare::later_sign(),
    }
}
