//! The first program: everything but the screens that are seldom needed, so that it is there soon.

fn main() {
    obverse::app::start(None);
}
