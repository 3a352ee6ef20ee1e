//! A copy of the built app with something changed, to try what the app does then. Gone when dropped.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use obverse_core::seal::digest;
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

    /// The app with a file that is not the one its page was built with, as after half an update or behind a proxy that
    /// changes files. What the file does is the same.
    pub fn mixed(file: &str) -> Self {
        Variant::copy().and_mixed(file)
    }

    /// The same, with one more such file.
    pub fn and_mixed(self, file: &str) -> Self {
        let path = self.folder.join(file);
        let mut bytes = fs::read(&path).expect("a file of the built app");
        // Notes for people: a section of its own in a program, a comment in a script.
        bytes.extend_from_slice(if file.ends_with(".wasm") { &[0, 1, 0] } else { b"\n// another build\n" });
        fs::write(path, bytes).expect("the copy can be written to");
        self
    }

    /// The same with one text in a script that has a hash in its name (`rescue`) in the place of another.
    pub fn and_script(self, name: &str, from: &str, to: &str) -> Self {
        let file = self.script(name);
        self.change(&file, from, to);
        self
    }

    /// The file of a script that has a hash in its name.
    pub fn script(&self, name: &str) -> String {
        let files = fs::read_dir(&self.folder).expect("the copy can be read").flatten();
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.find(|file| file.starts_with(&format!("{name}-"))).expect("a script of the built app")
    }

    /// The app as a version of its own, `version`, whose service worker knows its page as it is now.
    pub fn released(self, version: &str) -> Self {
        let worker = self.read("sw.js");
        let at = worker.find("const VERSION = ").expect("the service worker has a version");
        let before = &worker[at + "const VERSION = ".len()..at + worker[at..].find(';').expect("a statement ends")];
        let page = self.read("index.html").replace(before.trim_matches('"'), version);
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

    /// The name of a file of a locale, which carries its hash.
    pub fn named(&self, locale: &str, part: &str) -> String {
        let files = fs::read_dir(&self.folder).expect("the copy can be read").flatten();
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        names.find(|name| name.starts_with(&format!("{locale}.{part}."))).expect("a file of the locale")
    }

    /// Writes a file. Its hash stands where the page and the worker's loader look for it.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let before = fs::read(self.folder.join(file)).map(|bytes| hash(&bytes));
        fs::write(self.folder.join(file), text).expect("the copy can be written to");
        let Ok(before) = before else { return };
        for knows in ["worker_loader.js", "index.html"] {
            let page = self.read(knows);
            if file != knows && page.contains(&before) {
                self.write(knows, &page.replace(&before, &hash(text.as_bytes())));
            }
        }
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
