use crate::{route::Code, ui::view::View};

/// The cards, and one of them.
pub fn cards() -> View {
    super::missing()
}

/// The cards, and one of them.
pub fn card(_code: Code) -> View {
    super::missing()
}
