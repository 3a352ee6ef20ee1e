//! A browser's profile folder, and what can be found in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder that a browser keeps everything in; it outlives the browser and is deleted when dropped.
#[derive(Debug)]
pub struct Profile {
    root: PathBuf,
}

/// A place where words were found in a profile.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Find {
    /// The file, relative to the profile.
    pub file: String,
    /// How the words were written there: "UTF-8", "UTF-16", "base64", "base64 in UTF-16" or "file name".
    pub form: &'static str,
}

impl Profile {
    /// Makes an empty profile.
    pub fn fresh() -> Self {
        let name = format!("obverse-e2e-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let root = std::env::temp_dir().join(name);
        for part in ["data", "downloads"] {
            fs::create_dir_all(root.join(part)).expect("the temporary folder can be written");
        }
        Self { root }
    }

    /// The folder the browser writes to.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The folder that downloads go to.
    pub fn downloads(&self) -> PathBuf {
        self.root.join("downloads")
    }

    /// Where the words occur in the profile: as UTF-8, as UTF-16LE, inside base64 of UTF-8 (as records are kept), or in
    /// a file's name. Only plain occurrences are seen: use an unusual word, and close the browser before.
    pub fn grep(&self, words: &str) -> Vec<Find> {
        let needles = forms(words);
        let data = self.data();
        let mut finds = Vec::new();
        for path in files_under(&data) {
            let file =
                path.strip_prefix(&data).expect("a path found in a folder is under it").to_string_lossy().into_owned();
            let bytes = fs::read(&path).unwrap_or_default();
            if file.contains(words) {
                finds.push(Find { file: file.clone(), form: "file name" });
            }
            for (form, needle) in &needles {
                let find = Find { file: file.clone(), form };
                if contains(&bytes, needle) && !finds.contains(&find) {
                    finds.push(find);
                }
            }
        }
        finds.sort();
        finds
    }

    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A browser may still be writing its last words while it goes.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.root).is_ok() || !self.root.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}

/// The byte strings that give the words away.
fn forms(words: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut forms = vec![("UTF-8", words.as_bytes().to_vec()), ("UTF-16", wide(words))];
    for lead in 0..3 {
        let mut bytes = vec![0_u8; lead];
        bytes.extend(words.as_bytes());
        let whole = STANDARD_NO_PAD.encode(&bytes);
        // Characters that mix in the bytes before or after are left out.
        let from = (lead * 8).div_ceil(6);
        let to = bytes.len() * 8 / 6;
        forms.push(("base64", whole.as_bytes()[from..to].to_vec()));
        forms.push(("base64 in UTF-16", wide(&whole[from..to])));
    }
    forms
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else { return false };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        from += at + 1;
        if bytes[from..].starts_with(rest) {
            return true;
        }
    }
    false
}

/// The files that have been downloaded to their end.
pub(crate) fn whole_files(downloads: &Path) -> Vec<PathBuf> {
    let files = files_under(downloads);
    let ends = |path: &PathBuf, end| path.to_string_lossy().ends_with(end);
    if files.iter().any(|path| ends(path, ".crdownload") || ends(path, ".part") || ends(path, ".wkdownload")) {
        return Vec::new();
    }
    files.into_iter().filter(|path| std::fs::metadata(path).is_ok_and(|about| about.len() > 0)).collect()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(files_under(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_form_and_nowhere_else() {
        let profile = Profile::fresh();
        let word = "quincunx-lantern";
        for (name, bytes) in [
            ("plain", word.as_bytes().to_vec()),
            ("wide", word.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            ("zero", STANDARD_NO_PAD.encode(format!("{word} and on")).into_bytes()),
            ("one", STANDARD_NO_PAD.encode(format!("a{word} and on")).into_bytes()),
            ("two", STANDARD_NO_PAD.encode(format!("ab{word}")).into_bytes()),
            ("other", b"quincunx and lantern".to_vec()),
        ] {
            fs::write(profile.data().join(name), bytes).expect("a fresh folder can be written");
        }
        let finds = profile.grep(word);
        let said: Vec<String> = finds.iter().map(|find| format!("{} {}", find.file, find.form)).collect();
        assert_eq!(said, ["one base64", "plain UTF-8", "two base64", "wide UTF-16", "zero base64"]);
    }
}
