//! The whole program. `public/whole_loader.js` starts it.
#![forbid(unsafe_code)]

fn main() {
    obverse::app::start();
}
