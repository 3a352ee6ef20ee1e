//! Drives three real browsers (Chromium, Firefox, WebKitGTK) over WebDriver against a built `dist/` folder.
//!
//! A journey is a file in `tests/` that serves the app with [`Site::of_app`] and walks through it with a [`Page`],
//! once in each of the engines that [`each_engine`] hands it:
//!
//! ```no_run
//! e2e::each_engine(|engine| {
//!     let site = e2e::Site::of_app();
//!     let page = e2e::Page::open_new(engine, &site, &e2e::Looks::phone());
//!     page.click("Coins");
//!     page.wait_h1("Coins");
//! });
//! ```
//!
//! `OBVERSE_DIST` names the built folder (else `dist/` beside the workspace's Cargo.toml) and `OBVERSE_ENGINES` the
//! engines (else all three). An engine that is not installed is a failure. Every check panics with a message that says
//! what was on the page instead.
//!
//! With `OBVERSE_LATE=1` a page in Chromium hears of another fragment, a fetched file, a granted lock and the worker's
//! word 0.3 s late. A new journey is run so once: if it uses anything before waiting for it, it fails then each time.
//!
//! The map: `server` serves, `process` starts and ends processes, `wire` speaks WebDriver, `engine` knows what differs
//! between browsers, `variant` changes a copy of the app, `pseudo` gives it a language that nobody speaks, `nginx` puts it up as docs/hosting.md says, `looks` and
//! `profile` say how one is started, `page`, `finding`, `typing`, `tabs` and `acts` are what a journey uses, `dice` and `filled` are for journals made here, `places`
//! names every screen, `quiet`, `own_words`, `axe`, `sideways`, `clipped`, `seen`, `told` and `console` are the checks that any page can be put to. `torture` finds out
//! what survives when a browser is killed, in figures; `shots` takes pictures of every screen for someone to look at.

#![forbid(unsafe_code)]

mod acts;
mod axe;
mod clipped;
mod console;
mod dice;
mod engine;
mod filled;
mod finding;
mod looks;
mod nginx;
mod noted;
mod own_words;
mod page;
mod places;
mod process;
mod profile;
mod pseudo;
mod quiet;
mod seen;
mod server;
pub mod shots;
mod sideways;
mod tabs;
mod told;
pub mod torture;
mod typing;
mod variant;
mod wire;

pub use dice::Dice;
pub use engine::{Engine, each_engine, first_engine};
pub use filled::{Filled, LAST};
pub use looks::Looks;
pub use nginx::{Nginx, block, sh};
pub use noted::left_out;
pub use own_words::OwnWords;
pub use page::Page;
pub use places::{ALL_PIECES, places};
pub use profile::{Find, Profile};
pub use pseudo::{PSEUDO, pseudo};
pub use server::{Rewrite, Site};
pub use typing::Key;
pub use variant::Variant;

/// The built app: `OBVERSE_DIST`, else the workspace's `dist/`.
pub fn dist() -> std::path::PathBuf {
    let dist = std::env::var_os("OBVERSE_DIST").map_or_else(|| workspace().join("dist"), std::path::PathBuf::from);
    assert!(
        dist.join("index.html").is_file(),
        "there is no built app in {}: run `cargo xtask build` or set OBVERSE_DIST",
        dist.display()
    );
    dist
}

/// The folder of the version in a built app, which holds all but what stands at its root: twelve hex digits.
pub fn build_folder(dist: &std::path::Path) -> String {
    let is_version = |name: &String| name.len() == 12 && name.bytes().all(|sign| sign.is_ascii_hexdigit());
    let names = std::fs::read_dir(dist).expect("a built app").flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.find(is_version).expect("a build has a folder named by its version")
}

/// The workspace's folder, where `dist/` and `target/` are.
pub(crate) fn workspace() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
