//! sw.js: the hand-written service worker with this version's name and list of files filled in.

use super::{Asset, integrity};
use crate::{Outcome, place};
use std::collections::BTreeMap;
use std::path::Path;

/// For a build: all files are kept, and served from there first.
pub(super) fn write(folder: &Path, version: &str, assets: &[Asset]) -> Outcome {
    let rows = assets.iter().map(|asset| format!("\n  [\"{}\", \"{}\"],", asset.path, asset.integrity));
    let list = format!("[{}\n]", rows.collect::<String>());
    fill(folder, &[("serving", "false"), ("version", &format!("\"{version}\"")), ("assets", &list)])
}

/// The worker's loader with the hashes of the files that it is to load, and no others.
pub(super) fn loader(text: &str, files: &BTreeMap<String, Vec<u8>>) -> Outcome<Vec<u8>> {
    let hash = |file: &str| Ok::<_, String>(integrity::of(files.get(file).ok_or(format!("{file} is missing"))?));
    let hashes = format!("['{}', '{}']", hash("worker.js")?, hash("worker_bg.wasm")?);
    let text = filled(text, "worker", &hashes);
    Ok(text.ok_or("public/worker_loader.js: `/*ob:worker*/ ... /*ob*/` is missing")?.into_bytes())
}

/// Under `serve`: just as it is, so that it stays the same from one rebuild to the next.
pub(super) fn write_serving(folder: &Path) -> Outcome {
    fill(folder, &[])
}

fn fill(folder: &Path, values: &[(&str, &str)]) -> Outcome {
    let mut text = place::read(&place::root().join("public/sw.js"))?;
    for (name, value) in values {
        text = filled(&text, name, value).ok_or(format!("public/sw.js: `/*ob:{name}*/ ... /*ob*/` is missing"))?;
    }
    place::write(&folder.join("sw.js"), text)
}

/// The text with `value` in place of what stands between `/*ob:name*/` and `/*ob*/`.
pub(super) fn filled(text: &str, name: &str, value: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("/*ob:{name}*/ "))?;
    let (_, after) = rest.split_once(" /*ob*/")?;
    Some([before, value, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_takes_the_place_of_the_one_for_serving() {
        let text = "const A = /*ob:a*/ true /*ob*/; // why\nconst B = /*ob:b*/ [] /*ob*/;";
        let text = filled(text, "b", "[1]").and_then(|text| filled(&text, "a", "false"));
        assert_eq!(text.as_deref(), Some("const A = false; // why\nconst B = [1];"));
        assert_eq!(filled("const A = true;", "a", "false"), None);
    }
}
