//! Scripts without what only people read.

use crate::Outcome;
use minify_js::{Session, TopLevelMode, minify};

/// How a script is loaded.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// As a module: what is in it is its own.
    Module,
    /// As it is: what it declares at the top is for all.
    Script,
}

/// A script as short as it can be written.
pub(super) fn minified(script: &str, kind: Kind) -> Outcome<Vec<u8>> {
    // The one form of an export that the minifier does not know.
    let script = script
        .replace("export { initSync, __wbg_init as default };", "export { initSync };\nexport default __wbg_init;");
    let mut made = Vec::new();
    let level = match kind {
        Kind::Module => TopLevelMode::Module,
        Kind::Script => TopLevelMode::Global,
    };
    minify(&Session::new(), level, script.as_bytes(), &mut made)
        .map_err(|error| format!("the program's script: {error}"))?;
    Ok(made)
}

/// A script written by hand, without notes and indentation. The rest stays: it is written for old browsers, and a
/// minifier writes for new ones.
pub(super) fn without_notes(script: &str) -> String {
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
    fn a_module_is_the_same_to_who_takes_it() {
        let module =
            "function initSync() {}\nasync function __wbg_init() {}\n\nexport { initSync, __wbg_init as default };\n";
        let made = minified(module, Kind::Module).expect("a module");
        let made = String::from_utf8(made).expect("text");
        assert!(made.contains("as initSync}") && made.contains("export default "), "{made}");
    }

    #[test]
    fn what_a_script_declares_for_all_keeps_its_name() {
        let script = "let wasm_bindgen = (function(exports) { let own = 1; return own; })({});\n";
        let made = String::from_utf8(minified(script, Kind::Script).expect("a script")).expect("text");
        assert!(made.contains("wasm_bindgen") && !made.contains("own"), "{made}");
    }
}
