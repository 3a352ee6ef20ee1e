//! dist/: the page at its root with what must stand there, and everything else of a build in one folder that is named by its
//! version. So no two versions are ever mixed, and a browser may keep that folder for ever.
//!
//! `serve` has trunk put together a dist/ of its own, with everything at its root and nothing cut or hashed.

mod first;
mod headers;
mod integrity;
mod locale;
mod page;
mod policy;
mod sums;
mod worker;

use crate::split::without_notes;
use crate::{Outcome, place};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

/// Scripts of the page's own that stand in the folder of a version.
const SCRIPTS: [&str; 2] = ["presses.js", "rescue.js"];
/// What a page names without a version, since others than the app's page ask for it too.
const AT_ROOT: [&str; 2] = ["manifest.webmanifest", "icon.svg"];
const ICONS: &str = "icons";

/// A file of the app as the service worker fetches it.
struct Asset {
    /// Relative to the page, such as `./icons/icon.svg`; the page itself is `./`.
    path: String,
    /// As in an `integrity` attribute.
    integrity: String,
}

/// Writes dist/ with the files of these programs.
pub(crate) fn write(programs: &BTreeMap<String, Vec<u8>>) -> Outcome {
    let dist = place::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    let public = place::root().join("public");
    let mut files = programs.clone();
    for script in SCRIPTS {
        files.insert(script.to_owned(), without_notes(&place::read(&public.join(script))?).into_bytes());
    }
    files.insert(
        "worker_loader.js".to_owned(),
        worker::loader(&place::read(&public.join("worker_loader.js"))?, &files)?,
    );
    files.extend(locale::files()?);
    let mut at_root = BTreeMap::new();
    let icons = place::files(&public.join(ICONS))?.into_iter().map(|file| format!("{ICONS}/{file}"));
    for file in AT_ROOT.map(str::to_owned).into_iter().chain(icons) {
        at_root.insert(file.clone(), place::read_bytes(&public.join(file))?);
    }
    let page = page::Page::read()?;
    let build = integrity::version(page.text(), files.iter().chain(&at_root));
    let asset = |path: String, bytes: &[u8]| Asset { path, integrity: integrity::of(bytes) };
    let of_build: Vec<Asset> = files.iter().map(|(name, bytes)| asset(format!("./{build}/{name}"), bytes)).collect();
    let (page, policy) = page.of(&build, &of_build)?;
    for (name, bytes) in &files {
        place::write(&dist.join(&build).join(name), bytes)?;
    }
    for (name, bytes) in &at_root {
        place::write(&dist.join(name), bytes)?;
    }
    place::write(&dist.join("index.html"), &page)?;
    let mut assets = vec![asset("./".to_owned(), page.as_bytes())];
    assets.extend(of_build);
    assets.extend(at_root.iter().map(|(name, bytes)| asset(format!("./{name}"), bytes)));
    worker::write(&dist, &build, &assets)?;
    headers::write(&dist, &policy, &build)?;
    sums::write(&dist)
}

/// Puts what the page needs into trunk's folder. Run by trunk, after it has built.
pub(crate) fn serving() -> Outcome {
    let folder =
        env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("precache is run by trunk, after a build")?;
    for (name, bytes) in locale::files()? {
        place::write(&folder.join(name), bytes)?;
    }
    let index = folder.join("index.html");
    let text = page::with_head(&place::read(&index)?, &locale::lines("./")?)?;
    place::write(&index, text)?;
    worker::write_serving(&folder)
}
