//! `again.html`: the page as the service worker shows it once it keeps everything. It is index.html, but starts the whole
//! program at once, so that no screen has to load the page anew.

use crate::Outcome;

/// The name of the file.
pub(super) const FILE: &str = "again.html";

/// What starts the whole program in the place of the first one.
const START: &str = concat!(
    r#"<link rel="preload" href="./whole.js" as="script">"#,
    r#"<link rel="preload" href="./whole_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">"#,
    r#"<script src="./whole_loader.js" defer></script>"#,
);

/// The page, from what trunk made of index.html.
pub(super) fn of(page: &str) -> Outcome<String> {
    let start =
        between(page, "<script type=\"module\">", "</script>").ok_or("index.html: nothing starts the program")?;
    let mut page = page.replace(start, START);
    for (head, tail) in [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\" href=\"./obverse-", ">")] {
        let line = between(&page, head, tail).ok_or(format!("index.html: no `{head}`"))?.to_owned();
        page = page.replace(&line, "");
    }
    Ok(page)
}

/// The part of a text from `head` to the next `tail`, both included.
fn between<'t>(text: &'t str, head: &str, tail: &str) -> Option<&'t str> {
    let from = text.find(head)?;
    let end = from + text[from..].find(tail)? + tail.len();
    Some(&text[from..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_starts_the_whole_program_and_asks_for_nothing_of_the_first() {
        let page = concat!(
            "<head><script src=\"a.js\"></script>\n<script type=\"module\">\nimport './obverse-1.js';\n</script>",
            "<link rel=\"modulepreload\" href=\"./obverse-1.js\"><link rel=\"preload\" href=\"./obverse-1_bg.wasm\"></head>",
        );
        let again = of(page).expect("sound");
        assert!(!again.contains("obverse-1") && again.contains("whole_loader.js") && again.contains("a.js"));
        assert!(of("<head></head>").is_err());
    }
}
