//! Packages of the operating system, where they can be installed without asking: Debian and its kin, as root or
//! with a sudo that asks for no password.

use crate::{Outcome, place, process};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

/// Whether [`install`] can work here.
pub(crate) fn can_install() -> bool {
    !super::is_declined() && process::find("apt-get").is_some() && (is_root() || has_sudo())
}

/// Installs packages of Debian's, by name.
pub(crate) fn install(packages: &[&str], how_long: &str) -> Outcome {
    println!("Installing {} with apt-get, {how_long}:", packages.join(", "));
    let started = Instant::now();
    lists()?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)?;
    println!("Installed; it took {} s.", started.elapsed().as_secs());
    Ok(())
}

/// Unpacks one package of Debian's into a folder, without installing it: none of its scripts runs.
pub(crate) fn unpack(package: &str, folder: &Path) -> Outcome {
    if can_install() {
        lists()?;
    }
    // apt-get names the file after its version, so it is put where nothing else is.
    let fetched = folder.join("fetched").join(package);
    std::fs::create_dir_all(&fetched).map_err(|error| format!("{}: {error}", fetched.display()))?;
    process::run(process::command("apt-get", &["download", "-qq", package]).current_dir(&fetched))?;
    for file in place::files(&fetched)?.iter().filter(|file| file.ends_with(".deb")) {
        let file = fetched.join(file);
        process::run(&mut process::command("dpkg-deb", &["-x", &file.to_string_lossy(), &folder.to_string_lossy()]))?;
    }
    Ok(())
}

/// Brings apt's lists up to date, once.
fn lists() -> Outcome {
    static LISTS: OnceLock<Outcome> = OnceLock::new();
    LISTS.get_or_init(|| apt(&["update", "-qq"])).clone()
}

fn apt(words: &[&str]) -> Outcome {
    let mut all = if is_root() { vec![] } else { vec!["sudo", "-n"] };
    all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    all.extend(words);
    process::run(&mut process::command(all[0], &all[1..]))
}

fn is_root() -> bool {
    process::output(&mut process::command("id", &["-u"])).as_deref() == Some("0")
}

fn has_sudo() -> bool {
    process::output(&mut process::command("sudo", &["-n", "true"])).is_some()
}
