//! Packages of the operating system, where they can be installed without asking: Debian and its kin, as root or
//! with a sudo that asks for no password.

use crate::{Outcome, process};
use std::sync::OnceLock;
use std::time::Instant;

/// Whether [`install`] can work here.
pub(crate) fn can_install() -> bool {
    process::find("apt-get").is_some() && (is_root() || has_sudo())
}

/// Installs packages of Debian's, by name.
pub(crate) fn install(packages: &[&str], how_long: &str) -> Outcome {
    static LISTS: OnceLock<Outcome> = OnceLock::new();
    println!("Installing {} with apt-get, {how_long}:", packages.join(", "));
    let started = Instant::now();
    LISTS.get_or_init(|| apt(&["update", "-qq"])).clone()?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)?;
    println!("Installed; it took {} s.", started.elapsed().as_secs());
    Ok(())
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
