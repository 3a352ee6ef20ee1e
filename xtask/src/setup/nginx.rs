//! nginx, which a test puts a build on as docs/hosting.md says. Debian's package is unpacked into target/ and not
//! installed: that would start a server on this machine, now and whenever it starts.

use super::system;
use crate::{Outcome, place, process};
use std::path::Path;

/// The packages that have the program, by release of Debian and its kin.
const PACKAGES: [&str; 2] = ["nginx", "nginx-light"];

/// Unpacks it into `target/nginx/` if there is none, and tells whether it is there. A missing one fails on a build
/// server; else what needs it is left out, aloud.
pub(crate) fn nginx() -> Outcome<bool> {
    match provide() {
        Ok(()) => Ok(true),
        Err(problem) if super::on_build_server() => Err(problem),
        Err(problem) => {
            println!("Left out: {problem}");
            Ok(false)
        }
    }
}

fn provide() -> Outcome {
    let folder = place::root().join("target/nginx");
    let unpacked = folder.join("usr/sbin/nginx");
    // Debian keeps it off the path of those who are not root.
    let installed = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].iter().any(|file| Path::new(file).is_file());
    if installed || process::find("nginx").is_some() || unpacked.is_file() {
        return Ok(());
    }
    let missing = "hosting: please install nginx (Debian: nginx)";
    if super::is_declined() || process::find("apt-get").is_none() || process::find("dpkg-deb").is_none() {
        return Err(missing.to_owned());
    }
    println!("Unpacking Debian's nginx into target/nginx, some seconds; it is not installed:");
    for package in PACKAGES {
        if system::unpack(package, &folder).is_ok() && unpacked.is_file() {
            break;
        }
    }
    let runs = process::output(&mut process::command(&unpacked.to_string_lossy(), &["-v"])).is_some();
    if runs { Ok(()) } else { Err(missing.to_owned()) }
}
