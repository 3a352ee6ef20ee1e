//! Parts of the program that are fetched when they are needed, a file each in a build: chunks.
//!
//! `cargo xtask build` turns the feature `split` on and cuts the program at each function that `chunk!` wraps. Without it, as
//! under `trunk serve` and in tests, these are plain async functions and everything is in one file.

/// A chunk that could not be fetched, or that belongs to another build. Nothing of it was run, and it can be asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> NotLoaded {
        NotLoaded
    }
}

/// Wraps a function behind which the program is cut: what only it reaches stands in the chunk that is named first. It becomes an
/// async one, which gives [`NotLoaded`] if the chunk does not come.
macro_rules! chunk {
    ($(#[$doc:meta])* $chunk:ident: fn $name:ident($($with:ident: $of:ty),*) -> $gives:ty $does:block) => {
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($chunk, fallible)]
        pub fn $name($($with: $of),*) -> Result<$gives, $crate::chunk::NotLoaded> {
            Ok($does)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        pub async fn $name($($with: $of),*) -> Result<$gives, $crate::chunk::NotLoaded> {
            Ok($does)
        }
    };
}

pub(crate) use chunk;
