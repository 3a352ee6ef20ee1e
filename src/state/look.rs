//! How the app looks, as far as a person can choose.

use super::App;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    pub(super) fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub(super) fn named(name: &str) -> Theme {
        [Theme::Light, Theme::Dark].into_iter().find(|one| one.name() == name).unwrap_or_default()
    }
}

/// The size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// The browser's own.
    #[default]
    Usual,
    /// A good fifth more.
    Large,
    /// Half as much again.
    Largest,
}

impl TextSize {
    pub(super) fn name(self) -> &'static str {
        match self {
            TextSize::Usual => "usual",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        }
    }

    pub(super) fn named(name: &str) -> TextSize {
        [TextSize::Large, TextSize::Largest].into_iter().find(|one| one.name() == name).unwrap_or_default()
    }
}

impl App {
    /// Makes the screen darker than any theme, or no longer. Not remembered.
    pub fn show_dim(self, on: bool) {
        self.host(|host| host.mark("data-dim", if on { "on" } else { "" }));
    }
}
