//! The icons of the navigation, of what hides the screen, and of where words are kept.

use super::icon_paths::{COINS, DEVICE, HIDE, JOURNAL, REFLECT, SETTINGS, TODAY, UNLOCKED};
use leptos::prelude::*;

/// Paths of a shut padlock, for what is locked.
const LOCKED: &[&str] = &["M5 11h14v9H5z", "M8 11V8a4 4 0 0 1 8 0v3"];

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
    /// An eye that is crossed out, for what hides the screen.
    Hide,
    /// A shut padlock, for what is locked.
    Locked,
    /// An open padlock, for what is not locked.
    Unlocked,
    /// A phone, for what this tab alone holds.
    Device,
}

impl Icon {
    /// Draws it.
    pub fn draw(self) -> AnyView {
        let paths = match self {
            Icon::Today => TODAY,
            Icon::Reflect => REFLECT,
            Icon::Coins => COINS,
            Icon::Journal => JOURNAL,
            Icon::Settings => SETTINGS,
            Icon::Hide => HIDE,
            Icon::Locked => LOCKED,
            Icon::Unlocked => UNLOCKED,
            Icon::Device => DEVICE,
        };
        let paths = paths.iter().map(|path| view! { <path d=*path/> }).collect_view();
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                {paths}
            </svg>
        }
        .into_any()
    }
}
