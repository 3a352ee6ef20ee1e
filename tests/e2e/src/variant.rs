//! A copy of the built app with something changed, to try what the app does then. Gone when dropped.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder with a changed copy of the built app.
pub struct Variant {
    folder: PathBuf,
}

impl Variant {
    /// The app whose page runs `script` before anything else.
    pub fn running(script: &str) -> Self {
        let variant = Variant::copy();
        fs::write(variant.folder.join("before.js"), script).expect("the copy can be written to");
        variant.change("index.html", "<title>", "<script src=\"./before.js\"></script><title>");
        variant
    }

    /// The app as another version: its service worker names itself `version`.
    pub fn called(version: &str) -> Self {
        let variant = Variant::copy();
        let worker = variant.read("sw.js");
        let at = worker.find("const VERSION = ").expect("the service worker has a version");
        let end = at + worker[at..].find(';').expect("a statement ends");
        variant.change("sw.js", &worker[at..end], &format!("const VERSION = '{version}'"));
        variant
    }

    /// The app with one text in a file in the place of another that stands there. Its service worker does not install.
    pub fn changed(file: &str, from: &str, to: &str) -> Self {
        let variant = Variant::copy();
        variant.change(file, from, to);
        variant
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn copy() -> Self {
        let name = format!("obverse-variant-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        copy_all(&crate::dist(), &folder);
        Variant { folder }
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).expect("a file of the built app")
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let before = self.read(file);
        assert!(before.contains(from), "{file} has no {from}");
        fs::write(self.folder.join(file), before.replacen(from, to, 1)).expect("the copy can be written to");
    }
}

impl Drop for Variant {
    fn drop(&mut self) {
        // A folder that stays behind among the temporary ones does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).expect("the built app").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
