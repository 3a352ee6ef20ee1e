//! What is on the screen. Reads and calls [`crate::state`]; knows no browser and no vault.

pub mod components;
pub mod drawing;
mod frame;
pub mod pages;

pub use frame::{Frame, News, would_show};
pub use pages::{fetch_later, go_on, is_new};
