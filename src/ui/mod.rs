//! What is on the screen. Reads and calls [`crate::state`]; knows no browser and no vault.

mod door;
pub mod drawing;
mod frame;
pub mod pages;
pub mod parts;
pub mod view;

pub use door::{Door, door};
pub use frame::{News, frame};
pub use view::mount;
