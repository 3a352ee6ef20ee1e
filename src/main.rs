//! Mounts the app.

fn main() {
    obverse::app::start();
}
