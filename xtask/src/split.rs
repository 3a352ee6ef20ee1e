//! The programs as a browser loads them: the app's cut into parts, each with the script that goes with it.

mod script;

pub(crate) use script::without_notes;

use crate::{Outcome, place, process};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The script that the splitter writes, which fetches the parts.
const LINK: &str = "./__wasm_split.js";

/// The part of the program that holds the app; see src/chunk.rs.
const APP: &str = "app";

/// What was made.
pub(crate) struct Made {
    /// Files by the names that they have in a build.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Which files each part of the program needs, beside the first that runs.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
}

impl Made {
    /// The files of the program that the app needs beside the first.
    pub(crate) fn of_app(&self) -> Outcome<&[String]> {
        self.parts.get(APP).map(Vec::as_slice).ok_or_else(|| format!("the program has no part that is called {APP}"))
    }
}

/// Cuts and binds the programs that stand in this folder.
pub(crate) fn run(programs: &Path) -> Outcome<Made> {
    let work = place::root().join("target/split");
    // What an earlier build left must not get into this one.
    let _ = std::fs::remove_dir_all(&work);
    let parts = cut(&place::read_bytes(&programs.join("obverse.wasm"))?, &work)?;
    bind(&work.join("main.wasm"), &work, &["--target", "web", "--keep-lld-exports", "--out-name", "main"])?;
    bind(&programs.join("worker.wasm"), &work, &["--target", "no-modules", "--out-name", "worker"])?;
    let read = |name: &str| place::read(&work.join(name));
    let mut files = BTreeMap::new();
    files.insert("obverse.js".to_owned(), script::bundle(&read("main.js")?, &read("__wasm_split.js")?)?);
    files.insert("worker.js".to_owned(), script::minified(&read("worker.js")?)?);
    let mut program = |name: String, file: &str| {
        files.insert(name, place::read_bytes(&work.join(file))?);
        Ok::<_, String>(())
    };
    program("obverse.wasm".to_owned(), "main_bg.wasm")?;
    program("worker_bg.wasm".to_owned(), "worker_bg.wasm")?;
    for file in parts.values().flatten() {
        program(named(file), file)?;
    }
    let parts = parts.into_iter().map(|(part, files)| (part, files.iter().map(|file| named(file)).collect())).collect();
    Ok(Made { files, parts })
}

/// The name of a part's file in a build.
fn named(file: &str) -> String {
    file.trim_start_matches("split_").to_owned()
}

/// Cuts the app's program, and returns which files each part needs.
fn cut(program: &[u8], work: &Path) -> Outcome<BTreeMap<String, Vec<String>>> {
    let main: PathBuf = work.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = "./main.js";
    let split = transform(options).map_err(|error| format!("splitting the program: {error:?}"))?;
    let with_end = |files: Vec<String>| files.into_iter().map(|file| format!("{file}.wasm")).collect();
    Ok(split.prefetch_map.into_iter().map(|(part, files)| (part, with_end(files))).collect())
}

fn bind(program: &Path, to: &Path, words: &[&str]) -> Outcome {
    let mut bind = process::command("wasm-bindgen", words);
    process::run(bind.arg("--no-typescript").arg("--remove-producers-section").arg("--out-dir").arg(to).arg(program))
}
