use crate::ui::view::{View, shape};

/// A small line drawing. Always beside a word, so hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A house.
    Today,
    /// A page with a turned corner.
    Reflect,
    /// A coin.
    Coins,
    /// A bound book.
    Journal,
    /// Sliders.
    Settings,
}

impl Icon {
    /// Draws it.
    pub fn draw(self) -> View {
        let paths: &[&str] = match self {
            Icon::Today => &["M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"],
            Icon::Reflect => &["M5 5h14v10H9l-4 4z", "M9 9h6M9 12h4"],
            Icon::Coins => &["M4 9a8 4 0 0 0 16 0a8 4 0 0 0-16 0z", "M4 9v5c0 2.2 3.6 4 8 4s8-1.8 8-4V9"],
            Icon::Journal => &["M6 4h11a1 1 0 0 1 1 1v15H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1z", "M9 8h6M9 12h6"],
            Icon::Settings => &[
                "M4 7h10M18 7h2M4 17h2M10 17h10",
                "M14 7a2 2 0 0 0 4 0a2 2 0 0 0-4 0z",
                "M6 17a2 2 0 0 0 4 0a2 2 0 0 0-4 0z",
            ],
        };
        let icon = shape("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
        paths.iter().fold(icon, |icon, path| icon.with(shape("path").attr("d", path))).into()
    }
}
