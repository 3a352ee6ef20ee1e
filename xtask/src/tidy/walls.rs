//! Who may name whom inside `src/`, which the compiler cannot tell.

use super::{Finding, Source};

/// Checks one file.
pub(super) fn check(source: &Source) -> Vec<Finding> {
    let path = source.path.as_str();
    if !path.starts_with("src/") {
        return vec![];
    }
    let mounts = ["src/main.rs", "src/lib.rs"].contains(&path) || path.starts_with("src/bin/");
    let mut findings = Vec::new();
    for (line, word) in source.words() {
        let why = if path.starts_with("src/ui/") && ["browser", "vault", "seal"].contains(&word) {
            "the interface does not know of it; go through `state`"
        } else if path.starts_with("src/state/") && word == "ui" {
            "state does not know the interface"
        } else if !path.starts_with("src/browser/") && is_web(word) && !(mounts && word.starts_with("wasm_bindgen")) {
            "only src/browser/ touches the browser"
        } else {
            continue;
        };
        findings.push(format!("{path}:{line}: `{word}`: {why}"));
    }
    findings
}

fn is_web(word: &str) -> bool {
    word == "web_sys" || word == "js_sys" || word.starts_with("gloo_") || word.starts_with("wasm_bindgen")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        check(&Source::read(path.to_owned(), text.to_owned())).len()
    }

    #[test]
    fn the_interface_knows_neither_browser_nor_vault() {
        assert_eq!(findings("src/ui/a.rs", "use crate::browser::Clock;\nuse obverse_core::{vault, seal};"), 3);
        assert_eq!(findings("src/ui/a.rs", "use crate::state::Kept; // the vault keeps it"), 0);
        assert_eq!(findings("src/state/a.rs", "use obverse_core::vault;"), 0);
        assert_eq!(findings("src/state/a.rs", "use crate::ui::Page;"), 1);
    }

    #[test]
    fn only_browser_touches_the_browser() {
        assert_eq!(findings("src/state/a.rs", "use leptos::web_sys::Event; use gloo_storage::Storage;"), 2);
        assert_eq!(findings("src/browser/a.rs", "use web_sys::Event;"), 0);
        assert_eq!(findings("src/main.rs", "use wasm_bindgen::prelude::*;"), 0);
        assert_eq!(findings("src/app.rs", "use wasm_bindgen::prelude::*;"), 1);
        assert_eq!(findings("core/src/a.rs", "let seal = 1;"), 0);
    }
}
