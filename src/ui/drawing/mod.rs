//! Pictures: pure geometry, which a view only prints.

mod coin;
mod icon;
mod square_code;

pub use coin::{CoinPicture, Face, picture, small_coin};
pub use icon::Icon;
pub use square_code::square_code;
mod scale;

pub use coin::{CoinPicture, Face, picture, small_coin};
pub use icon::Icon;
pub use scale::{ScalePicture, on_scale, sign};
