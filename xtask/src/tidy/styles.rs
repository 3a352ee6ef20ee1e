//! The rules of style/: every sheet in one declared layer, and no left or right, so that the page can be read
//! from either side.
//!
//! What cannot be said with start and end is multiplied by `--toward`: 1 where lines run from the left, -1 where they
//! run from the right. Pictures, the layer `drawing`, do not turn with the language.

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
        findings.extend(one_sided(sheet));
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

/// Properties whose four values go round the box by the clock, and so name left and right by their place.
const ROUND: [&str; 8] =
    ["margin", "padding", "inset", "border-width", "border-style", "border-color", "scroll-margin", "scroll-padding"];

/// What moves, turns or places something by left and right.
const SIDEWAYS: [&str; 7] =
    ["translateX(", "translate(", "translate3d(", "scaleX(", "skewX(", "rotate(", "background-position"];

/// Every declaration that sees to one side without saying so.
fn one_sided((path, text): &Sheet) -> Vec<Finding> {
    let drawn = stylesheet::layer_of(text).as_deref() == Some("drawing");
    let mut findings = Vec::new();
    for (line, name, value) in declarations(&lines_without_comments(text)) {
        let values: Vec<&str> = apart(&value);
        let uneven = ROUND.contains(&name.as_str()) && values.len() == 4 && values[1] != values[3];
        let corners = name == "border-radius" && values.iter().any(|one| *one != values[0]);
        if uneven || corners {
            findings.push(format!("style/{path}:{line}: `{name}: {value}`: use its -inline and start-end forms"));
        }
        let said = format!("{name}: {value}");
        let moved = SIDEWAYS.iter().find(|what| said.contains(*what));
        if let Some(what) = moved.filter(|_| !drawn && !value.contains("var(--toward)")) {
            findings.push(format!("style/{path}:{line}: `{what}` has a side: multiply by var(--toward)"));
        }
    }
    findings
}

/// The declarations of a sheet: the line each begins on, its name and its value.
fn declarations(text: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| matches!(sign, '{' | '}' | ';')) {
        let part = &text[from..at];
        if sign != '{'
            && let Some((name, value)) = part.split_once(':')
        {
            let start = from + part.len() - part.trim_start().len();
            let line = text[..start].matches('\n').count() + 1;
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push((line, name.trim().to_owned(), value));
        }
        from = at + 1;
    }
    found
}

/// The values of a list, those in brackets as one.
fn apart(value: &str) -> Vec<&str> {
    let mut depth = 0;
    let cut = move |sign: char| {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0 && sign == ' '
    };
    value.split(cut).collect()
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
    fn every_name_with_a_side_is_found() {
        for rule in [
            "margin-left: 0",
            "border-top-left-radius: 1px",
            "text-align: right",
            "float: left",
            "clear: right",
            "background: linear-gradient(to right, red, blue)",
            "padding-right: 1rem",
            "right: 0",
        ] {
            assert_eq!(physical(&sheet(&format!("@layer a {{ b {{ {rule} }} }}"))).len(), 1, "{rule}");
        }
    }

    #[test]
    fn a_side_that_is_not_named_is_found() {
        for (rule, count) in [
            ("margin: 0 1px 0 2px", 1),
            ("margin: 0 1px 2px", 0),
            ("margin: 0 calc(1px + 2px) 0 calc(1px + 2px)", 0),
            ("inset: 0 auto 0 0", 1),
            ("border-width: 0 0 0 3px", 1),
            ("border-radius: 0 12px 12px 0", 1),
            ("border-radius: 12px", 0),
            ("transform: translateX(1px)", 1),
            ("transform: translateY(1px)", 0),
            ("transform: rotate(4deg)", 1),
            ("background-position:\n    calc(100% - 2px) 0", 1),
            ("background-position: calc(50% + var(--toward) * 50%) 0", 0),
        ] {
            let found = one_sided(&sheet(&format!("@layer a {{\n  b {{\n    {rule};\n  }}\n}}")));
            assert_eq!(found.len(), count, "{rule}: {found:?}");
            assert!(found.iter().all(|one| one.starts_with("style/a.css:3: ")), "{found:?}");
        }
        assert!(one_sided(&sheet("@layer drawing { a { transform: translate(1px, 2px) } }")).is_empty());
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
