//! Pictures: pure geometry, which a view only prints.

mod coin;
mod icon;
mod icon_paths;
mod scale;
mod square_code;

pub use coin::{CoinPicture, emblem, picture, struck};
pub use icon::Icon;
pub use scale::{ScalePicture, on_scale, sign};
pub use square_code::square_code;
