//! What is written into index.html after trunk has: always in its head, where the marker stands.

use super::Asset;
use crate::Outcome;

const MARKER: &str = "<!-- ob:head -->";

/// The page with these lines in place of the marker.
pub(super) fn with_head(page: &str, lines: &[String]) -> Outcome<String> {
    let (before, after) = page.split_once(MARKER).ok_or(format!("public/index.html: `{MARKER}` is missing"))?;
    Ok([before, &lines.join("\n    "), after].concat())
}

/// The page with its style in it, in the place of the link to the sheet, which comes in one answer with the page so. Gives the
/// sheet's file too, which nothing needs any more.
pub(super) fn with_style(page: &str, read: impl Fn(&str) -> Outcome<String>) -> Outcome<(String, String)> {
    let missing = || "index.html: no link to the style sheet".to_owned();
    let (before, rest) = page.split_once("<link rel=\"stylesheet\" href=\"./").ok_or_else(missing)?;
    let (file, rest) = rest.split_once('"').ok_or_else(missing)?;
    let (_, after) = rest.split_once('>').ok_or_else(missing)?;
    Ok(([before, "<style>\n", &read(file)?, "</style>", after].concat(), file.to_owned()))
}

/// The content security policy as an element. Hosts that can should send it as a header too.
pub(super) fn policy(policy: &str) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
}

/// Which version the page is of, for the page and its service worker to speak of.
pub(super) fn version(version: &str) -> String {
    format!(r#"<meta name="ob-version" content="{version}">"#)
}

/// The files of the programs, each with its hash, by which the page knows those of another version: an address and a hash in
/// turn. The worker's program is among them, since the worker says whose it is.
pub(super) fn files(assets: &[Asset]) -> String {
    let of_programs = |asset: &&Asset| {
        let name = asset.path.trim_start_matches("./");
        name.starts_with("obverse-") || name.starts_with("whole") || name == "worker_bg.wasm"
    };
    let all = assets.iter().filter(of_programs).flat_map(|asset| [asset.path.as_str(), asset.integrity.as_str()]);
    format!(r#"<meta name="ob-files" content="{}">"#, all.collect::<Vec<_>>().join(" "))
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
        let linked = r#"<head><link rel="stylesheet" href="./a-1.css" integrity="x"/></head>"#;
        let read = |file: &str| Ok(format!("/* {file} */\n"));
        let page = "<head><style>\n/* a-1.css */\n</style></head>".to_owned();
        assert_eq!(with_style(linked, read), Ok((page, "a-1.css".to_owned())));
        assert!(with_style("<head></head>", read).is_err());
    }

    #[test]
    fn the_files_of_the_programs_stand_with_their_hashes() {
        let asset = |path: &str, integrity: &str| Asset { path: path.to_owned(), integrity: integrity.to_owned() };
        let all = [("./whole.js", "a"), ("./obverse-1_bg.wasm", "b"), ("./worker.js", "c"), ("./icon.svg", "d")];
        let made = files(&all.map(|(path, integrity)| asset(path, integrity)));
        assert_eq!(made, r#"<meta name="ob-files" content="./whole.js a ./obverse-1_bg.wasm b">"#);
    }

    #[test]
    fn only_the_hash_of_the_program_goes() {
        let page =
            r#"<link href="a.js" integrity="1"><link href="a.wasm" integrity="2" as="fetch" type="application/wasm">"#;
        let kept = r#"<link href="a.js" integrity="1"><link href="a.wasm" as="fetch" type="application/wasm">"#;
        assert_eq!(without_vain_hash(page), kept);
    }
}
