//! When a value has reached the disk: its key is looked for in the files of the browser's store while the browser runs.

use crate::Profile;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

/// How often it is looked.
const EVERY: Duration = Duration::from_millis(250);

/// A look-out on the disk, in a thread of its own.
pub(super) struct Watch {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    over: AtomicBool,
    keys: Mutex<Vec<(String, Option<SystemTime>)>>,
}

impl Watch {
    /// Begins to look into the profile.
    pub(super) fn over(profile: &Profile) -> Watch {
        let shared = Arc::new(Shared { over: AtomicBool::new(false), keys: Mutex::default() });
        let (inner, data) = (Arc::clone(&shared), profile.data());
        let thread = std::thread::spawn(move || {
            while !inner.over.load(Ordering::SeqCst) {
                std::thread::sleep(EVERY);
                look(&inner, &data);
            }
        });
        Watch { shared, thread: Some(thread) }
    }

    /// From now on looks for this key too.
    pub(super) fn expect(&self, key: &str) {
        self.shared.keys.lock().expect("no look-out panics").push((key.to_owned(), None));
    }

    /// When a key was first seen there.
    pub(super) fn seen(&self, key: &str) -> Option<SystemTime> {
        let keys = self.shared.keys.lock().expect("no look-out panics");
        keys.iter().find(|(name, _)| name == key).and_then(|(_, at)| *at)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn look(shared: &Shared, data: &Path) {
    let wanted: Vec<String> = {
        let keys = shared.keys.lock().expect("no look-out panics");
        keys.iter().filter(|(_, at)| at.is_none()).map(|(key, _)| key.clone()).collect()
    };
    if wanted.is_empty() {
        return;
    }
    let files: Vec<Vec<u8>> = store_files(data).iter().filter_map(|path| fs::read(path).ok()).collect();
    let now = SystemTime::now();
    for key in wanted {
        // The name of the revision, which is random, stands last: a database may cut what keys have in common.
        let tail = &key.as_bytes()[key.len().saturating_sub(24)..];
        if files.iter().any(|bytes| bytes.windows(tail.len()).any(|part| part == tail)) {
            let mut keys = shared.keys.lock().expect("no look-out panics");
            keys.iter_mut().filter(|(name, _)| *name == key).for_each(|(_, at)| *at = Some(now));
        }
    }
}

/// The files that each engine keeps `localStorage` in.
fn store_files(data: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![data.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.to_string_lossy();
            let store =
                name.contains("Local Storage") || name.contains("/ls/data.sqlite") || name.contains("localstorage");
            if store && !name.ends_with("LOCK") {
                files.push(path);
            }
        }
    }
    files
}
