//! The page of a build, made of public/index.html: what trunk would read there is put in its place.

use super::{Asset, first, locale, policy, worker};
use crate::split::without_notes;
use crate::{Outcome, place};

const MARKER: &str = "<!-- ob:head -->";
/// How the page names what trunk is to do.
const TRUNK: &str = " data-trunk ";
const START: &str = "<script data-trunk src=\"start.js\"></script>";
const STYLE: &str = "<link data-trunk rel=\"css\" href=\"../target/content/obverse.css\">";

/// The page, but for what depends on the version.
pub(super) struct Page {
    text: String,
    start: String,
}

impl Page {
    /// Reads the page, with its style and the screens for somebody new.
    pub(super) fn read() -> Outcome<Page> {
        let public = place::root().join("public");
        let style = place::read(&place::generated().join("obverse.css"))?;
        let text = put(&place::read(&public.join("index.html"))?, STYLE, &format!("<style>\n{style}</style>"))?;
        let text = first::within(&without_files(&text))?;
        let script = |name: &str| Ok::<_, String>(without_notes(&place::read(&public.join(name))?));
        let start = script("start.js")? + &script("first.js")?;
        Ok(Page { text, start })
    }

    /// What the version is made of, beside all other files.
    pub(super) fn text(&self) -> [&str; 2] {
        [&self.text, &self.start]
    }

    /// The page of a version, which names its files and their hashes, and its content security policy.
    pub(super) fn of(&self, build: &str, assets: &[Asset]) -> Outcome<(String, String)> {
        let start = worker::filled(&self.start, "build", &format!("'./{build}/'"));
        let start = start.ok_or("public/start.js: `/*ob:build*/ '' /*ob*/` is missing")?;
        let text = put(&self.text, START, &format!("<script>\n{start}</script>"))?;
        let text = with_scripts(&text, build, assets)?;
        let policy = policy::of(&text);
        let mut head = vec![policy_line(&policy), version(build), files(build, assets)];
        head.extend(locale::lines(&format!("./{build}/"))?);
        Ok((with_head(&text, &head)?, policy))
    }
}

/// The page with these lines in place of the marker.
pub(super) fn with_head(page: &str, lines: &[String]) -> Outcome<String> {
    put(page, MARKER, &lines.join("\n    "))
}

fn put(page: &str, from: &str, to: &str) -> Outcome<String> {
    let (before, after) = page.split_once(from).ok_or(format!("public/index.html: `{from}` is missing"))?;
    Ok([before, to, after].concat())
}

/// The page without the lines that only tell trunk to copy or compile.
fn without_files(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !(line.contains(TRUNK) && line.contains("<link"))).collect()
}

/// The page with each script that is left for trunk in the folder of the version, and with its hash.
fn with_scripts(page: &str, build: &str, assets: &[Asset]) -> Outcome<String> {
    let mut text = page.to_owned();
    while let Some((before, after)) = text.split_once("<script data-trunk src=\"") {
        let (file, after) = after.split_once('"').ok_or("public/index.html: a script has no end")?;
        let path = format!("./{build}/{file}");
        let asset = assets.iter().find(|asset| asset.path == path).ok_or(format!("{path} is missing"))?;
        text = format!("{before}<script src=\"{path}\" integrity=\"{}\"{after}", asset.integrity);
    }
    Ok(text)
}

/// The content security policy as an element. Hosts that can should send it as a header too.
fn policy_line(policy: &str) -> String {
    format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#)
}

/// Which version the page is of, for the page and its service worker to speak of. Its files stand in a folder of that name.
fn version(version: &str) -> String {
    format!(r#"<meta name="ob-version" content="{version}">"#)
}

/// The files that the page fetches, each with its hash, by which it knows those of another version: an address and a hash in turn.
/// The worker's program is among them, since the worker says whose it is. Scripts that stand in the page have theirs there.
fn files(build: &str, assets: &[Asset]) -> String {
    let fetched = |asset: &&Asset| {
        let name = asset.path.strip_prefix(&format!("./{build}/")).unwrap_or_default();
        ["obverse.js", "worker_loader.js"].contains(&name) || name.ends_with(".wasm") || name.ends_with(".json")
    };
    let all = assets.iter().filter(fetched).flat_map(|asset| [asset.path.as_str(), asset.integrity.as_str()]);
    format!(r#"<meta name="ob-files" content="{}">"#, all.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::integrity;
    use super::*;

    fn assets() -> Vec<Asset> {
        let asset = |path: &str, integrity: &str| Asset { path: path.to_owned(), integrity: integrity.to_owned() };
        let all = [("./1/obverse.js", "a"), ("./1/later.wasm", "b"), ("./1/rescue.js", "c"), ("./icon.svg", "d")];
        all.map(|(path, integrity)| asset(path, integrity)).into()
    }

    #[test]
    fn lines_stand_where_the_marker_was() {
        let page = with_head("<head><!-- ob:head --></head>", &["a".to_owned(), "b".to_owned()]);
        assert_eq!(page.as_deref(), Ok("<head>a\n    b</head>"));
        assert!(with_head("<head></head>", &[]).is_err());
    }

    #[test]
    fn what_is_for_trunk_goes_and_scripts_get_their_hash() {
        let page = "<a>\n<link data-trunk rel=\"copy-file\" href=\"b\">\n<script data-trunk src=\"rescue.js\" defer></script>\n";
        let page = with_scripts(&without_files(page), "1", &assets());
        let made = "<a>\n<script src=\"./1/rescue.js\" integrity=\"c\" defer></script>\n";
        assert_eq!(page.as_deref(), Ok(made));
        assert!(with_scripts("<script data-trunk src=\"none.js\">", "1", &assets()).is_err());
    }

    #[test]
    fn the_files_that_are_fetched_stand_with_their_hashes() {
        assert_eq!(files("1", &assets()), r#"<meta name="ob-files" content="./1/obverse.js a ./1/later.wasm b">"#);
    }

    #[test]
    fn the_page_is_of_its_version_and_names_nothing_of_trunk() {
        crate::stylesheet::write().expect("style/ is sound");
        crate::content::run().expect("questionnaires/ is sound");
        let page = Page::read().expect("it has all that it names");
        let rescue = |name: &str| Asset { path: format!("./2/{name}"), integrity: integrity::of(b"") };
        let (text, policy) = page.of("2", &["presses.js", "rescue.js"].map(rescue)).expect("it has all that it names");
        assert!(!text.contains("data-trunk") && !text.contains("/*ob:"), "{text}");
        assert!(text.contains("var BUILD = './2/';") && text.contains("<template id=\"ob-today\""));
        assert!(text.contains("A quiet place") && policy.contains("'sha256-"));
    }
}
