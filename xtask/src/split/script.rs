//! Scripts as short as they can be written, and the app's as one file.

use crate::Outcome;
use minify_js::{Session, TopLevelMode, minify};

/// The lines by which the bindings name the script that fetches the parts, one for each part: before and after the name that it
/// goes by. And the line by which that script names the bindings.
const TAKES_PARTS: [&str; 2] = ["import * as ", " from \"./__wasm_split.js\"\n"];
const TAKES_MAIN: &str = "import { initSync } from \"./main.js\";\n";
/// The last line of the bindings.
const GIVES: &str = "export { initSync, __wbg_init as default };";
/// How the file of a part is fetched, before and after its name.
const FETCHES: [&str; 2] = ["fetch(new URL(\"./", "\", import.meta.url))"];
/// From where the program would be fetched if nobody said so. Only a module knows of such a place.
const PLACE: &str = "new URL('main_bg.wasm', import.meta.url)";

/// The bindings of the app's program and the script that fetches its parts, which name each other, as one script. It is a plain
/// one: only such a one is taken in with its hash in every browser. `public/start.js` starts it and fetches the parts.
pub(super) fn bundle(bindings: &str, parts: &str) -> Outcome<Vec<u8>> {
    let mut bindings = once(&without(bindings, GIVES)?, PLACE, "undefined")?;
    let mut names = Vec::new();
    while let Some((before, after)) = bindings.split_once(TAKES_PARTS[0]) {
        let (name, after) = after.split_once(TAKES_PARTS[1]).ok_or("the bindings take in something else")?;
        names.push(name.to_owned());
        bindings = [before, after].concat();
    }
    let mut parts = without(parts, TAKES_MAIN)?;
    let mut given = Vec::new();
    while let Some((before, after)) = parts.split_once("export const ") {
        let (name, _) = after.split_once(' ').ok_or("the parts' script: a name is cut off")?;
        given.push(name.to_owned());
        parts = [before, "const ", after].concat();
    }
    while let Some((before, after)) = parts.split_once(FETCHES[0]) {
        let (name, after) = after.split_once(FETCHES[1]).ok_or("the parts' script fetches otherwise")?;
        parts = [before, "window.obversePart(\"", super::named(name), "\")", after].concat();
    }
    if given.is_empty() || names.is_empty() || parts.contains("import.meta") {
        return Err("the parts' script is not as expected".into());
    }
    let given = given.join(", ");
    let given: String = names.iter().map(|name| format!("const {name} = {{ {given} }};\n")).collect();
    let whole = [&parts, &given, &bindings, "\nwindow.obverseBegin(__wbg_init);\n"].concat();
    // What is declared at the top of a module is its own, as within the function that is put around it then.
    let made = shortened(&whole, TopLevelMode::Module)?;
    Ok([b"(function(){'use strict';", &made[..], b"})();\n"].concat())
}

/// The text without a piece that stands there once.
fn without(text: &str, piece: &str) -> Outcome<String> {
    once(text, piece, "")
}

/// The text with one piece in the place of another that stands there once.
fn once(text: &str, from: &str, to: &str) -> Outcome<String> {
    match text.split_once(from) {
        Some((before, after)) if !after.contains(from) => Ok([before, to, after].concat()),
        _ => Err(format!("a script does not say `{}` once", from.trim())),
    }
}

/// A script as short as it can be written, that declares the same names for all.
pub(super) fn minified(script: &str) -> Outcome<Vec<u8>> {
    shortened(script, TopLevelMode::Global)
}

fn shortened(script: &str, level: TopLevelMode) -> Outcome<Vec<u8>> {
    let mut made = Vec::new();
    minify(&Session::new(), level, script.as_bytes(), &mut made)
        .map_err(|error| format!("the program's script: {error}"))?;
    Ok(made)
}

/// A script written by hand, without notes and indentation. The rest stays: it is written for old browsers, and a
/// minifier writes for new ones.
pub(crate) fn without_notes(script: &str) -> String {
    let lines = script.lines().map(|line| line.split_once(" // ").map_or(line, |(code, _)| code).trim());
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_and_lines_stay() {
        assert_eq!(without_notes("// why\nvar a = 1; // one\n\n  b();\n"), "var a = 1;\nb();\n");
    }

    #[test]
    fn two_modules_that_name_each_other_become_one_script() {
        let parts = "import { initSync } from \"./main.js\";\n\
                     export const __wasm_split_load_later = load(() => fetch(new URL(\"./split_later.wasm\", import.meta.url)));\n";
        let bindings = "import * as import1 from \"./__wasm_split.js\"\nlet place = new URL('main_bg.wasm', import.meta.url);\n\
                        export { initSync, __wbg_init as default };";
        let made = bundle(bindings, parts).expect("as the tools write them");
        let made = String::from_utf8(made).expect("text");
        assert!(made.starts_with("(function(){") && made.contains("window.obversePart(`later.wasm`)"), "{made}");
        assert!(made.contains("__wasm_split_load_later") && made.contains("window.obverseBegin("), "{made}");
        assert!(!made.contains("import.meta") && !made.contains("export"), "{made}");
        assert!(bundle(bindings, "").is_err() && bundle("", parts).is_err());
    }

    #[test]
    fn what_a_script_declares_for_all_keeps_its_name() {
        let script = "let wasm_bindgen = (function(exports) { let own = 1; return own; })({});\n";
        let made = String::from_utf8(minified(script).expect("a script")).expect("text");
        assert!(made.contains("wasm_bindgen") && !made.contains("own"), "{made}");
    }
}
