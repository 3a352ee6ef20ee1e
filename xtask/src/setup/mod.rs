//! Finds what the verbs need and installs what is missing, each in one pinned version, said aloud.

mod axe;
mod engine;
mod lighthouse;
mod nginx;
mod npm;
mod system;

pub(crate) use axe::axe;
pub(crate) use engine::{Engine, engines};
pub(crate) use lighthouse::lighthouse;
pub(crate) use nginx::nginx;

use crate::{Outcome, place, process};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Whether the person at the terminal wants nothing installed.
static DECLINED: AtomicBool = AtomicBool::new(false);

/// From now on nothing is installed: what is missing is an error that says what to install, or is left out, aloud.
pub(crate) fn decline_installing() {
    DECLINED.store(true, Ordering::Relaxed);
}

fn is_declined() -> bool {
    DECLINED.load(Ordering::Relaxed)
}

const TRUNK: &str = "0.21.14";
const CARGO_FUZZ: &str = "0.13.2";
const GECKODRIVER: &str = "0.37.1";
const TARGET: &str = "wasm32-unknown-unknown";

/// What it takes to serve the app: what it takes to build it, and trunk.
pub(crate) fn to_serve() -> Outcome {
    to_build()?;
    tool("trunk", "trunk", TRUNK, "about 6 minutes on two cores")
}

/// What it takes to check the app without building it.
pub(crate) fn to_check() -> Outcome {
    wasm_target()
}

/// What it takes to build the app: the wasm target, and the wasm-bindgen CLI that matches Cargo.lock.
pub(crate) fn to_build() -> Outcome {
    wasm_target()?;
    let bindgen = locked_version("wasm-bindgen")?;
    tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen, "about 2 minutes on two cores")
}

/// What it takes to fuzz: cargo-fuzz, and a C++ compiler, with which cargo builds libFuzzer.
pub(crate) fn to_fuzz() -> Outcome {
    if process::find("c++").is_none() {
        if !system::can_install() {
            return Err("fuzzing needs a C++ compiler called c++ (Debian: g++)".into());
        }
        system::install(&["g++"], "about a minute")?;
    }
    tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, "about 2 minutes on two cores")
}

/// The standard library for WebAssembly. With rustup, rust-toolchain.toml has seen to it already.
fn wasm_target() -> Outcome {
    let folder = process::output(&mut process::command("rustc", &["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if is_declined() {
        return Err(format!("the target {TARGET} is missing: rustup target add {TARGET}"));
    }
    println!("The target {TARGET} is missing: adding it, some seconds.");
    process::run(&mut process::command("rustup", &["target", "add", TARGET]))
}

/// A program that `cargo install` provides; what is on the search path in the right version is used.
fn tool(program: &str, package: &str, version: &str, how_long: &str) -> Outcome {
    let found = process::output(&mut process::command(program, &["--version"]));
    if found.as_deref().is_some_and(|text| says(text, version)) {
        return Ok(());
    }
    let had = found.and_then(|text| text.lines().next().map(|line| format!("found: {line}")));
    println!("{program} {version} is needed ({}).", had.as_deref().unwrap_or("none is installed"));
    if is_declined() {
        return Err(format!("please install it: cargo install --locked --force --version {version} {package}"));
    }
    println!("Installing it once with cargo, {how_long}:");
    let started = Instant::now();
    process::run(&mut process::command("cargo", &["install", "--locked", "--force", "--version", version, package]))?;
    println!("{program} {version} is installed; it took {} s.", started.elapsed().as_secs());
    Ok(())
}

/// Whether this runs where nobody reads what is left out.
fn on_build_server() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}

/// Whether what a program says of itself names exactly that version.
fn says(text: &str, version: &str) -> bool {
    text.split_whitespace().any(|word| word == version)
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = place::read(&place::root().join("Cargo.lock"))?;
    version_in(&lock, package).ok_or(format!("Cargo.lock does not name {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_counts_only_if_it_is_exact() {
        assert!(says("trunk 0.21.14", "0.21.14"));
        assert!(says("geckodriver 0.37.1 ( 2026-01-01)\n\nThe source", "0.37.1"));
        assert!(!says("trunk 0.21.140", "0.21.14"));
    }

    #[test]
    fn the_lock_names_versions() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("1.0.0"));
        assert_eq!(version_in(lock, "c"), None);
    }
}
