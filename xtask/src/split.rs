//! The programs as a browser loads them: the app's cut into parts, each with the script that goes with it.

mod script;

pub(crate) use script::without_notes;

use crate::{Outcome, place, process};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The script that the splitter writes, which fetches the parts.
const LINK: &str = "./__wasm_split.js";

/// Cuts and binds the programs that stand in this folder. Returns their files by the names that they have in a build.
pub(crate) fn run(programs: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
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
    let mut program = |name: &str, file: &str| {
        files.insert(name.to_owned(), place::read_bytes(&work.join(file))?);
        Ok::<_, String>(())
    };
    program("obverse.wasm", "main_bg.wasm")?;
    program("worker_bg.wasm", "worker_bg.wasm")?;
    for file in parts {
        program(named(&file), &file)?;
    }
    Ok(files)
}

/// The name of a part's file in a build.
fn named(file: &str) -> &str {
    file.trim_start_matches("split_")
}

/// Cuts the app's program, and returns the files of its other parts.
fn cut(program: &[u8], work: &Path) -> Outcome<BTreeSet<String>> {
    let main: PathBuf = work.join("main.wasm");
    let mut options = Options::new(program);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = "./main.js";
    let split = transform(options).map_err(|error| format!("splitting the program: {error:?}"))?;
    Ok(split.prefetch_map.into_values().flatten().map(|file| format!("{file}.wasm")).collect())
}

fn bind(program: &Path, to: &Path, words: &[&str]) -> Outcome {
    let mut bind = process::command("wasm-bindgen", words);
    process::run(bind.arg("--no-typescript").arg("--remove-producers-section").arg("--out-dir").arg(to).arg(program))
}
