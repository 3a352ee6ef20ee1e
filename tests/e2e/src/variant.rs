//! A copy of the built app with something changed, to try what the app does then. Gone when dropped.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use obverse_core::seal::digest;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

const HOLD_BACK: &str = "
const fetchNow = window.fetch;
const gate = new Promise((go) => { window.obverseGo = go; });
window.fetch = (file, ...how) =>
  String(file).endsWith('/FILE') ? gate.then(() => fetchNow(file, ...how)) : fetchNow(file, ...how);";

const DROPPED: &str = "
const fetchNow = window.fetch;
window.obverseDropped = 0;
window.fetch = (file, ...how) => {
  if (window.obverseLine || !String(file).endsWith('/FILE')) return fetchNow(file, ...how);
  window.obverseDropped += 1;
  return Promise.reject(new TypeError('the line dropped'));
};";

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

    /// The app with a file of its program that comes only once `obverseGo()` is called.
    pub fn holding_back(file: &str) -> Self {
        Variant::running(&HOLD_BACK.replace("FILE", file))
    }

    /// The app with a file of its program that does not come, as on a line that drops, until `obverseLine = true`.
    pub fn dropping(file: &str) -> Self {
        Variant::running(&DROPPED.replace("FILE", file))
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

    /// The app with a file that is not the one its page was built with, as after half an update or behind a proxy that
    /// changes files. What the file does is the same.
    pub fn mixed(file: &str) -> Self {
        Variant::copy().and_mixed(file)
    }

    /// The same, with one more such file.
    pub fn and_mixed(self, file: &str) -> Self {
        let path = self.at(file);
        let mut bytes = fs::read(&path).expect("a file of the built app");
        // Notes for people: a section of its own in a program, a comment in a script.
        bytes.extend_from_slice(if file.ends_with(".wasm") { &[0, 1, 0] } else { b"\n// another build\n" });
        fs::write(path, bytes).expect("the copy can be written to");
        self
    }

    /// The same with one text in a file in the place of another.
    pub fn and_changed(self, file: &str, from: &str, to: &str) -> Self {
        self.change(file, from, to);
        self
    }

    /// Where a file of the app stands: at the root, or in the folder of the version.
    pub fn at(&self, file: &str) -> PathBuf {
        let of_build = self.folder.join(crate::build_folder(&self.folder)).join(file);
        if of_build.exists() { of_build } else { self.folder.join(file) }
    }

    /// The app as a version of its own, `version`, whose service worker knows its page as it is now.
    pub fn released(self, version: &str) -> Self {
        let worker = self.read("sw.js");
        let at = worker.find("const VERSION = ").expect("the service worker has a version");
        let before = &worker[at + "const VERSION = ".len()..at + worker[at..].find(';').expect("a statement ends")];
        let named = |name: &str| format!("<meta name=\"ob-version\" content=\"{name}\">");
        let page = self.read("index.html").replace(&named(before.trim_matches('"')), &named(version));
        let row = |worker: &str| {
            worker[worker.find("[\"./\", ").expect("the page is listed")..].split(']').next().map(str::to_owned)
        };
        let listed = row(&worker).expect("a row ends");
        let worker = worker.replacen(before, &format!("\"{version}\""), 1);
        self.write("index.html", &page);
        self.write("sw.js", &worker.replace(&listed, &format!("[\"./\", \"{}\"", hash(page.as_bytes()))));
        self
    }

    /// The same with one more file, for another page to stand beside it.
    pub fn and_file(self, file: &str, text: &str) -> Self {
        self.write(file, text);
        self
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

    /// Writes a file. Its hash stands where the page and the worker's loader look for it.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.at(file);
        let before = fs::read(&path).map(|bytes| hash(&bytes));
        fs::write(path, text).expect("the copy can be written to");
        let Ok(before) = before else { return };
        for knows in ["worker_loader.js", "index.html"] {
            let page = self.read(knows);
            if file != knows && page.contains(&before) {
                self.write(knows, &page.replace(&before, &hash(text.as_bytes())));
            }
        }
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.at(file)).expect("a file of the built app")
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

/// A file's hash, as an `integrity` attribute has it.
fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(digest(bytes)))
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
