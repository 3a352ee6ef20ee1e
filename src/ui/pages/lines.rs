use crate::ui::view::View;

/// The person's own lines.
pub fn lines() -> View {
    super::missing()
}
