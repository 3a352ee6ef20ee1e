//! Scripts without what only people read.

use crate::Outcome;
use minify_js::{Session, TopLevelMode, minify};

/// A module as short as it can be written.
pub(super) fn minified(module: &str) -> Outcome<Vec<u8>> {
    // The one form of an export that the minifier does not know.
    let module = module
        .replace("export { initSync, __wbg_init as default };", "export { initSync };\nexport default __wbg_init;");
    let mut made = Vec::new();
    minify(&Session::new(), TopLevelMode::Module, module.as_bytes(), &mut made)
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
        let made = minified(module).expect("a module");
        let made = String::from_utf8(made).expect("text");
        assert!(made.contains("as initSync}") && made.contains("export default "), "{made}");
    }
}
