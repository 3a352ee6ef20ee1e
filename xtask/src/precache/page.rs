//! What is written into index.html after trunk has: always in its head, where the marker stands.

use crate::Outcome;

const MARKER: &str = "<!-- ob:head -->";
const STYLE: &str = "<!-- ob:style -->";

/// The page with these lines in place of the marker.
pub(super) fn with_head(page: &str, lines: &[String]) -> Outcome<String> {
    let (before, after) = page.split_once(MARKER).ok_or(format!("public/index.html: `{MARKER}` is missing"))?;
    Ok([before, &lines.join("\n    "), after].concat())
}

/// The page with this style where its marker stands.
pub(super) fn with_style(page: &str, style: &str) -> Outcome<String> {
    let (before, after) = page.split_once(STYLE).ok_or(format!("public/index.html: `{STYLE}` is missing"))?;
    Ok([before, "<style>\n", style, "</style>", after].concat())
}

/// The content security policy as an element. Hosts that can should send it as a header too.
pub(super) fn policy(policy: &str) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
}

/// Which version the page is of, for the page and its service worker to speak of.
pub(super) fn version(version: &str) -> String {
    format!(r#"<meta name="ob-version" content="{version}">"#)
}

/// The page without the hash that trunk gives the program's preload: Chromium does not check it there, and says
/// so in the console at each opening.
pub(super) fn without_vain_hash(page: &str) -> String {
    let Some(end) = page.find(" as=\"fetch\" type=\"application/wasm\"") else { return page.to_owned() };
    let Some(start) = page[..end].rfind(" integrity=\"") else { return page.to_owned() };
    [&page[..start], &page[end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_where_the_marker_was() {
        let page = with_head("<head><!-- ob:head --></head>", &["a".to_owned(), "b".to_owned()]);
        assert_eq!(page.as_deref(), Ok("<head>a\n    b</head>"));
        assert!(with_head("<head></head>", &[]).is_err());
        let page = with_style("<head><!-- ob:style --></head>", "a {}\n");
        assert_eq!(page.as_deref(), Ok("<head><style>\na {}\n</style></head>"));
        assert!(with_style("<head></head>", "").is_err());
    }

    #[test]
    fn only_the_hash_of_the_program_goes() {
        let page =
            r#"<link href="a.js" integrity="1"><link href="a.wasm" integrity="2" as="fetch" type="application/wasm">"#;
        let kept = r#"<link href="a.js" integrity="1"><link href="a.wasm" as="fetch" type="application/wasm">"#;
        assert_eq!(without_vain_hash(page), kept);
    }
}
