//! The rules of style/: every sheet in one declared layer, and no left or right, so that the page can be read
//! from either side.

use super::Finding;
use crate::stylesheet::{self, Sheet};
use crate::{Outcome, place};
use std::path::Path;

/// Checks style/ and the pages of public/.
pub(super) fn check(root: &Path) -> Outcome<Vec<Finding>> {
    let sheets = stylesheet::read(&root.join("style"))?;
    let layers = stylesheet::layers(&sheets)?;
    let mut findings = Vec::new();
    for sheet in &sheets {
        findings.extend(physical(sheet));
        if sheet.0 != "layers.css" {
            findings.extend(outside(sheet, &layers));
        }
    }
    let page = place::read(&root.join("public/index.html"))?;
    if page.contains(" style=") {
        findings.push("public/index.html: no `style=`: the page's policy forbids it".to_owned());
    }
    Ok(findings)
}

/// Every `left` or `right`, alone or as a part of a name.
fn physical((path, text): &Sheet) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in lines_without_comments(text).lines().enumerate() {
        let mut words = line.split(|sign: char| !sign.is_alphanumeric());
        if let Some(word) = words.find(|word| ["left", "right"].contains(word)) {
            findings.push(format!("style/{path}:{}: `{word}`: use start and end (inline, logical)", at + 1));
        }
    }
    findings
}

/// A sheet is one block of one declared layer, and nothing beside it.
fn outside((path, text): &Sheet, layers: &[String]) -> Option<Finding> {
    let Some(layer) = stylesheet::layer_of(text) else {
        return Some(format!("style/{path}:1: must open with `@layer <name> {{`"));
    };
    if !layers.contains(&layer) {
        return Some(format!("style/{path}:1: the layer {layer} is not in style/layers.css"));
    }
    let text = stylesheet::without_comments(text);
    let mut depth = 0;
    for (at, sign) in text.trim_end().char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 && at + 1 < text.trim_end().len() {
            return Some(format!("style/{path}: something stands outside of `@layer {layer}`"));
        }
    }
    None
}

/// The text with comments taken out but their lines kept, so that lines can be told.
fn lines_without_comments(text: &str) -> String {
    let mut kept = String::new();
    for (at, part) in text.split("/*").enumerate() {
        let (comment, code) = if at == 0 { ("", part) } else { part.split_once("*/").unwrap_or((part, "")) };
        kept.extend(comment.chars().filter(|sign| *sign == '\n'));
        kept.push_str(code);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        ("a.css".to_owned(), text.to_owned())
    }

    #[test]
    fn left_and_right_are_found_with_their_line() {
        let found = physical(&sheet("/* left\n */\na { margin-left: 0 }\nb { inset-inline-start: 0; --bright: 1 }"));
        assert_eq!(found, ["style/a.css:3: `left`: use start and end (inline, logical)"]);
    }

    #[test]
    fn a_sheet_is_one_layer() {
        let layers = ["tokens".to_owned()];
        assert_eq!(outside(&sheet("/* a */\n@layer tokens {\n a { b: c }\n}\n"), &layers), None);
        assert!(outside(&sheet("@layer tokens { }\na { }"), &layers).is_some());
        assert!(outside(&sheet("@layer other { }"), &layers).is_some());
        assert!(outside(&sheet("a { }"), &layers).is_some());
    }
}
