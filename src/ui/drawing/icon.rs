use super::icon_paths::{COINS, JOURNAL, REFLECT, SETTINGS, TODAY};
use crate::ui::view::{View, shape};

/// A small line drawing. Always beside a word, so hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A house, for Today.
    Today,
    /// A page with a turned corner, for what there is to reflect on.
    Reflect,
    /// A coin, for the coins.
    Coins,
    /// A bound book, for the journal.
    Journal,
    /// Sliders, for the settings.
    Settings,
}

impl Icon {
    /// Draws it.
    pub fn draw(self) -> View {
        let paths = match self {
            Icon::Today => TODAY,
            Icon::Reflect => REFLECT,
            Icon::Coins => COINS,
            Icon::Journal => JOURNAL,
            Icon::Settings => SETTINGS,
        };
        let icon = shape("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
        paths.iter().fold(icon, |icon, path| icon.with(shape("path").attr("d", path))).into()
    }
}
