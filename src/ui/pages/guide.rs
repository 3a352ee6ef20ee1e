use crate::ui::view::View;

/// For a facilitator.
pub fn guide() -> View {
    super::missing()
}
