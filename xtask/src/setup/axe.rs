//! axe-core, which checks that a page can be used by everybody. It comes from npm and stays in target/.

use super::system;
use crate::{Outcome, place, process};

const VERSION: &str = "4.14.1";

/// Installs it at `target/axe/node_modules/axe-core/` if it is not there in the right version.
pub(crate) fn axe() -> Outcome {
    let folder = place::root().join("target/axe");
    let package = folder.join("node_modules/axe-core");
    let pinned = format!("\"version\": \"{VERSION}\"");
    if package.join("axe.min.js").is_file()
        && place::read(&package.join("package.json")).is_ok_and(|text| text.contains(&pinned))
    {
        return Ok(());
    }
    if process::find("npm").is_none() {
        if !system::can_install() {
            return Err("please install npm, which brings axe-core".to_owned());
        }
        system::install(&["npm"], "a minute or two")?;
    }
    println!("Installing axe-core {VERSION} from npm into target/axe, some seconds:");
    let what = format!("axe-core@{VERSION}");
    // A package.json of its own keeps npm from looking for one further up.
    place::write(&folder.join("package.json"), "{ \"private\": true }\n")?;
    let folder = folder.to_string_lossy();
    let words = ["install", "--prefix", &folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", &what];
    process::run(&mut process::command("npm", &words))
}
