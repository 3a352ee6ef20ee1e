//! The parts of the program that are fetched when they are needed, a file each in a build: a chunk.
//!
//! `cargo xtask build` turns the feature `split` on and cuts the program at the functions below. Without it, as under
//! `trunk serve` and in tests, they are plain async functions and everything is in one file.

use crate::{app, route::Route, ui};

/// A chunk that could not be fetched, or that belongs to another build. Nothing of it was run, and it can be asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> NotLoaded {
        NotLoaded
    }
}

/// Draws a screen by its address.
pub type Screens = fn(Route) -> ui::view::View;

/// A function behind which the program is cut: what only it reaches stands in the chunk that it names.
macro_rules! chunks {
    ($($(#[$doc:meta])* $chunk:ident: fn $name:ident($($with:ident: $of:ty),*) -> $gives:ty $does:block)*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($chunk, fallible)]
        pub fn $name($($with: $of),*) -> Result<$gives, NotLoaded> {
            Ok($does)
        }

        $(#[$doc])*
        /// # Errors
        ///
        /// Never, without the feature `split`.
        #[cfg(not(feature = "split"))]
        pub async fn $name($($with: $of),*) -> Result<$gives, NotLoaded> {
            Ok($does)
        }
    )*};
}

chunks! {
    /// Opens the journal and goes on from the first screen, if that was drawn.
    app: fn open_app(opening: app::Opening) -> () {
        app::open(opening);
    }

    /// Returns what draws the screens one comes to later: settings of the lock, backups, steps, cards and so on.
    later: fn later_screens() -> Screens {
        ui::pages::later as Screens
    }
}
