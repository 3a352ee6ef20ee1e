//! Pictures: pure geometry, which a view only prints.

mod coin;
mod icon;

pub use coin::{CoinPicture, Face, SmallCoin, picture};
pub use icon::Icon;
