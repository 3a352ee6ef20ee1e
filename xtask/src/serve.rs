//! `serve`: the app on this machine, with live reload.

use crate::{Outcome, process, setup};

/// Serves until stopped. The page has no content security policy here, since trunk writes its live-reload
/// script as it serves, and the service worker asks the network first.
pub(crate) fn run() -> Outcome {
    setup::to_serve()?;
    println!("Obverse will be at http://localhost:8080 once it is built. The first build takes some minutes.");
    let mut trunk = process::command("trunk", &["serve", "--dist", "target/serve"]);
    process::run(trunk.env_remove("NO_COLOR"))
}
