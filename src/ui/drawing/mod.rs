//! Pictures: pure geometry, which a view only prints.

mod coin;
mod icon;

pub use coin::{CoinPicture, Face, picture, small_coin};
pub use icon::Icon;
