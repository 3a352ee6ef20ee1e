//! One style sheet out of style/: `layers.css` first, then each file in the order of its layer.

use crate::{Outcome, place};
use std::path::Path;

/// Writes `target/content/obverse.css`, which `public/index.html` links and a built page has in it.
pub(crate) fn write() -> Outcome {
    let sheets = read(&place::root().join("style"))?;
    place::write(&place::generated().join("obverse.css"), join(&sheets)?)
}

/// A style sheet: its path under style/ and its text.
pub(crate) type Sheet = (String, String);

/// All style sheets, by path.
pub(crate) fn read(folder: &Path) -> Outcome<Vec<Sheet>> {
    let paths = place::files(folder)?.into_iter().filter(|path| path.ends_with(".css"));
    paths.map(|path| Ok((path.clone(), place::read(&folder.join(&path))?))).collect()
}

/// The names that `layers.css` declares, in order.
pub(crate) fn layers(sheets: &[Sheet]) -> Outcome<Vec<String>> {
    let (_, text) = sheets.iter().find(|(path, _)| path == "layers.css").ok_or("style/layers.css is missing")?;
    let text = without_comments(text);
    let names = text.split_once("@layer").and_then(|(_, rest)| rest.split_once(';')).map(|(names, _)| names);
    let names = names.ok_or("style/layers.css: expected `@layer first, second;`")?;
    Ok(names.split(',').map(|name| name.trim().to_owned()).collect())
}

/// The layer a style sheet is in: that of the block it opens with.
pub(crate) fn layer_of(text: &str) -> Option<String> {
    let text = without_comments(text);
    let (name, _) = text.trim_start().strip_prefix("@layer")?.split_once('{')?;
    Some(name.trim().to_owned())
}

/// Joins the sheets in the order of their layers, and in a layer by path.
fn join(sheets: &[Sheet]) -> Outcome<String> {
    let layers = layers(sheets)?;
    let mut parts = Vec::new();
    for (path, text) in sheets {
        let place = if path == "layers.css" {
            0
        } else {
            let layer = layer_of(text).ok_or(format!("style/{path}: must open with `@layer <name> {{`"))?;
            let at = layers.iter().position(|name| *name == layer);
            1 + at.ok_or(format!("style/{path}: its layer {layer} is not in style/layers.css"))?
        };
        parts.push((place, path, without_comments(text)));
    }
    parts.sort();
    Ok(parts.iter().map(|(_, _, text)| tight(text)).collect())
}

/// The text without comments; strings are left as they are.
pub(crate) fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let length = if let Some(comment) = from.strip_prefix("/*") {
            comment.find("*/").map_or(from.len(), |end| end + 4)
        } else if from.starts_with('/') {
            1
        } else {
            from[1..].find(&from[..1]).map_or(from.len(), |end| end + 2)
        };
        if !from.starts_with("/*") {
            kept.push_str(&from[..length]);
        }
        rest = &from[length..];
    }
    kept + rest
}

/// Without indentation and blank lines: what a reader of the source needs and a browser does not.
fn tight(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(path: &str, text: &str) -> Sheet {
        (path.to_owned(), text.to_owned())
    }

    #[test]
    fn sheets_stand_in_the_order_of_their_layers() {
        let sheets = [
            sheet("a.css", "/* late */ @layer pages {\n  a { color: red }\n}\n"),
            sheet("layers.css", "/* order */ @layer tokens,\n pages;"),
            sheet("ui/b.css", "@layer tokens { b { content: '/* kept */' } }"),
        ];
        let joined = join(&sheets).expect("all are in a layer");
        assert_eq!(
            joined,
            "@layer tokens,\npages;\n@layer tokens { b { content: '/* kept */' } }\n@layer pages {\na { color: red }\n}\n"
        );
    }

    #[test]
    fn a_sheet_outside_the_layers_is_an_error() {
        let declared = sheet("layers.css", "@layer tokens;");
        assert!(join(&[declared.clone(), sheet("a.css", "a { color: red }")]).is_err());
        assert!(join(&[declared, sheet("a.css", "@layer other { }")]).is_err());
    }
}
