//! The words of `ui-later.toml` come with the activities, after the first screen can be used: so only the screens that
//! wait for them may say them.

use super::{Finding, Source};
use crate::{Outcome, place};
use obverse_core::activity::authoring::flatten_words;
use std::path::Path;

/// Where the screens stand that come later.
const SCREENS: &str = "src/ui/pages/later/";
/// Parts that only those screens show, or that show these words only after one of them.
const PARTS: [&str; 2] = ["src/ui/components/secret.rs", "src/ui/components/work.rs"];

/// Checks all files.
pub(super) fn check(root: &Path, sources: &[Source]) -> Outcome<Vec<Finding>> {
    let file = "questionnaires/en/ui-later.toml";
    let (words, _) = flatten_words(&place::read(&root.join(file))?, file);
    let names: Vec<String> = words.into_iter().map(|word| word.name).collect();
    Ok(sources.iter().flat_map(|source| named_too_early(source, &names)).collect())
}

fn named_too_early(source: &Source, names: &[String]) -> Vec<Finding> {
    let path = source.path.as_str();
    if !path.starts_with("src/") || path.starts_with(SCREENS) || PARTS.contains(&path) {
        return vec![];
    }
    let mut findings = Vec::new();
    for (at, line) in source.code.lines().enumerate() {
        for said in line.split("word::").skip(1) {
            let end = said.find(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != ':');
            let name = said[..end.unwrap_or(said.len())].replace("::", ".");
            if names.contains(&name) {
                findings.push(format!("{path}:{}: `{name}` stands in ui-later.toml: move it to ui.toml", at + 1));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_word_is_said_by_later_screens_alone() {
        let names = ["backup.what".to_owned()];
        let count = |path: &str, text: &str| named_too_early(&Source::read(path.into(), text.into()), &names).len();
        assert_eq!(count("src/ui/pages/today.rs", "fn a() { word::backup::what(); word::backup::title() }"), 1);
        assert_eq!(count("src/ui/pages/later/backup.rs", "fn a() { word::backup::what() }"), 0);
    }
}
