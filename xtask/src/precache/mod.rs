//! `precache`: trunk's last step. Puts the files of each locale beside the app, and writes what depends on all
//! files: the page's list of them, the content security policy, the service worker, the host's headers and the list of
//! hashes.
//!
//! Scripts and the programs are made smaller, see [`slim`], and [`start`] has the page choose between them; trunk's other
//! files keep their names and bytes, since the page names their hashes.

mod first;
mod headers;
mod integrity;
mod locale;
mod page;
mod policy;
mod slim;
mod start;
mod sums;
mod worker;

use crate::{Outcome, place};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the app as the service worker fetches it.
struct Asset {
    /// Relative to the page, such as `./icons/icon.svg`; the page itself is `./`.
    path: String,
    /// As in an `integrity` attribute.
    integrity: String,
}

/// Runs in trunk's staging folder.
pub(crate) fn run() -> Outcome {
    let folder =
        env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("precache is run by trunk, after a build")?;
    let serving = env::var_os("OBVERSE_SERVING").is_some();
    let index = folder.join("index.html");
    let text = page::without_vain_hash(&place::read(&index)?);
    let lines = locale::place_all(&folder)?;
    if serving {
        place::write(&index, page::with_head(&text, &lines)?)?;
        return worker::write_serving(&folder);
    }
    let text = slim::all(&folder, &text)?;
    let read = |file: &str| place::read(&folder.join(file));
    let (text, started) = start::within(&text, read)?;
    let (text, sheet) = page::with_style(&text, read)?;
    for file in [started, sheet] {
        fs::remove_file(folder.join(&file)).map_err(|error| format!("{file}: {error}"))?;
    }
    let text = first::within(&text)?;
    worker::write_loader(&folder)?;
    let policy = policy::of(&text);
    let mut assets = assets(&folder)?;
    // The page names the version, so the version is of the page before that and of everything else.
    let version = integrity::version(&text, &assets);
    let mut head = vec![page::policy(&policy), page::version(&version), page::files(&assets)];
    head.extend(lines);
    let text = page::with_head(&text, &head)?;
    assets.insert(0, Asset { path: "./".to_owned(), integrity: integrity::of(text.as_bytes()) });
    place::write(&index, text)?;
    worker::write(&folder, &version, &assets)?;
    headers::write(&folder, &policy, &assets)?;
    sums::write(&folder)
}

/// Every file but the page itself, the service worker, and what is for the host.
fn assets(folder: &Path) -> Outcome<Vec<Asset>> {
    let apart = ["index.html", "sw.js", "_headers", sums::FILE];
    let paths = place::files(folder)?.into_iter().filter(|path| !apart.contains(&path.as_str()));
    paths
        .map(|path| {
            let integrity = integrity::of(&place::read_bytes(&folder.join(&path))?);
            Ok(Asset { path: format!("./{path}"), integrity })
        })
        .collect()
}
