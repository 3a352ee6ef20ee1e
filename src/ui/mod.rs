//! What is on the screen. Reads and calls [`crate::state`]; knows no browser and no vault.

pub mod drawing;
mod frame;
pub mod pages;
pub mod parts;
pub mod view;

pub use frame::{News, frame, would_show};
pub use pages::{fetch_later, is_new};
pub use view::mount;
