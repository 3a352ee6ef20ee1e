//! Makes the scripts and the program smaller than the tools leave them: short names between the two, and nothing in
//! a script that only people read. Each file changed gets a name and a hash of its own.

mod names;
mod script;

use super::integrity;
use crate::{Outcome, place};
use script::Kind;
use std::fs;
use std::path::Path;

/// The programs whose files keep their names, since a script of ours names them.
const NAMED: [&str; 2] = ["whole", "worker"];

/// The page, once all programs and what it names have been made smaller.
pub(super) fn all(folder: &Path, page: &str) -> Outcome<String> {
    let mut page = page.to_owned();
    for path in place::files(folder)? {
        if let Some(stem) = path.strip_suffix("_bg.wasm").filter(|stem| page.contains(&format!("./{stem}.js"))) {
            page = program(folder, stem, &page)?;
        } else if path.ends_with(".js") && page.contains(&format!("<script src=\"./{path}\"")) {
            let text = script::without_notes(&place::read(&folder.join(&path))?);
            let (stem, _) = path.rsplit_once('-').ok_or(format!("{path}: its name has no hash"))?;
            let name = format!("{stem}-{}.js", integrity::short(text.as_bytes(), 8));
            page = moved(folder, &path, &name, text.as_bytes(), &page)?;
        }
    }
    for stem in NAMED {
        let (glue, wasm) = (folder.join(format!("{stem}.js")), folder.join(format!("{stem}_bg.wasm")));
        let (program, text) = names::shorten(&place::read_bytes(&wasm)?, &place::read(&glue)?)?;
        place::write(&wasm, program)?;
        place::write(&glue, script::minified(&text, Kind::Script)?)?;
    }
    Ok(page)
}

fn program(folder: &Path, stem: &str, page: &str) -> Outcome<String> {
    let (glue, wasm) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    let (program, text) = names::shorten(&place::read_bytes(&folder.join(&wasm))?, &place::read(&folder.join(&glue))?)?;
    let text = script::minified(&text, Kind::Module)?;
    let (name, _) = stem.rsplit_once('-').ok_or(format!("{stem}: its name has no hash"))?;
    let fresh = format!("{name}-{}", integrity::short(&[&program, &text[..]].concat(), 8));
    let page = moved(folder, &wasm, &format!("{fresh}_bg.wasm"), &program, page)?;
    moved(folder, &glue, &format!("{fresh}.js"), &text, &page)
}

/// Writes a file under its new name, and returns the page that names it so, with its hash.
fn moved(folder: &Path, from: &str, to: &str, bytes: &[u8], page: &str) -> Outcome<String> {
    fs::remove_file(folder.join(from)).map_err(|error| format!("{from}: {error}"))?;
    place::write(&folder.join(to), bytes)?;
    Ok(with_hash(&page.replace(from, to), to, &integrity::of(bytes)))
}

/// The page with this hash in each element that names the file and has one.
fn with_hash(page: &str, file: &str, hash: &str) -> String {
    let elements = page.split_inclusive('>').map(|element| {
        let parts = element.split_once(" integrity=\"").filter(|(before, _)| before.contains(file));
        match parts.and_then(|(before, rest)| Some((before, rest.split_once('"')?.1))) {
            Some((before, after)) => format!("{before} integrity=\"{hash}\"{after}"),
            None => element.to_owned(),
        }
    });
    elements.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_file_as_it_is_now() {
        let page = r#"<script src="./a.js" integrity="1"></script><link href="b.css" integrity="2">"#;
        let expected = r#"<script src="./a.js" integrity="3"></script><link href="b.css" integrity="2">"#;
        assert_eq!(with_hash(page, "a.js", "3"), expected);
    }
}
