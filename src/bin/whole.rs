//! The whole program: the first one, and the screens that are seldom needed. `public/whole_loader.js` starts it.
#![forbid(unsafe_code)]

fn main() {
    obverse::app::start(Some(obverse::ui::LATER));
}
