//! A line of JSON for each try, written as it ends, so that what was found outlives an interruption.

use super::asked::{Asked, Figure};
use crate::Engine;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// Where the lines of a figure go.
pub(super) struct Report {
    file: Mutex<File>,
    engine: String,
    version: String,
}

impl Report {
    /// Goes on with the lines of earlier runs.
    pub(super) fn open(asked: &Asked, figure: Figure, engine: Engine) -> Report {
        fs::create_dir_all(&asked.results).expect("the folder for results can be made");
        let file = File::options().create(true).append(true).open(path(&asked.results, figure, engine));
        let file = Mutex::new(file.expect("the results can be written"));
        Report { file, engine: engine.to_string(), version: version(engine) }
    }

    /// Writes what a try came to.
    pub(super) fn write(&self, mut what: Value) {
        what["engine"] = json!(self.engine);
        what["version"] = json!(self.version);
        what["at"] = json!(now());
        let mut file = self.file.lock().expect("no thread panics while it writes a line");
        writeln!(file, "{what}").expect("the results can be written");
    }
}

/// The lines of a figure so far.
pub(super) fn lines(asked: &Asked, figure: Figure, engine: Engine) -> Vec<Value> {
    let text = fs::read_to_string(path(&asked.results, figure, engine)).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn path(folder: &Path, figure: Figure, engine: Engine) -> PathBuf {
    folder.join(format!("{}-{engine}.jsonl", figure.name()))
}

/// Seconds since 1970.
fn now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// What the browser calls its version.
fn version(engine: Engine) -> String {
    let python = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2 as w; \
                  print('WebKitGTK %d.%d.%d' % (w.get_major_version(), w.get_minor_version(), w.get_micro_version()))";
    let tries: &[&[&str]] = match engine {
        Engine::Chromium => &[&["chromium", "--version"]],
        Engine::Firefox => &[&["firefox-esr", "--version"], &["firefox", "--version"]],
        Engine::WebKit => &[&["/usr/bin/python3", "-c", python]],
    };
    let said = tries.iter().find_map(|words| {
        let output = Command::new(words[0]).args(&words[1..]).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        (!text.is_empty()).then_some(text)
    });
    said.unwrap_or_default()
}
