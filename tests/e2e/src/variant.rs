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
        Variant::copy().first(script)
    }

    /// The same, with a page that runs `script` before anything else.
    pub fn first(self, script: &str) -> Self {
        self.write("before.js", script);
        self.change("index.html", "<title>", "<script src=\"./before.js\"></script><title>");
        self
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

    pub(crate) fn copy() -> Self {
        let name = format!("obverse-variant-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        copy_all(&crate::dist(), &folder);
        Variant { folder }
    }

    /// The name of a file of a locale, which carries its hash.
    pub fn named(&self, locale: &str, part: &str) -> String {
        let files = fs::read_dir(&self.folder).expect("the copy can be read").flatten();
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.find(|name| name.starts_with(&format!("{locale}.{part}."))).expect("a file of the locale")
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("the copy can be written to");
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).expect("a file of the built app")
    }

    pub(crate) fn change(&self, file: &str, from: &str, to: &str) {
        let before = self.read(file);
        assert!(before.contains(from), "{file} has no {from}");
        self.write(file, &before.replacen(from, to, 1));
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
