//! How the page starts a program: `public/start.js` goes into the page itself, and trunk's own start into a form that
//! waits for what that script chose.

use super::worker::filled;
use crate::Outcome;

/// The page as trunk made it, with what `start.js` is to know, and that script's own text in the place of its file.
/// Gives the file's name too, which nothing needs any more.
pub(super) fn within(page: &str, read: impl Fn(&str) -> Outcome<String>) -> Outcome<(String, String)> {
    let element = between(page, "<script src=\"./start-", "</script>")?;
    let file = between(element, "start-", ".js")?;
    let module = between(page, "<script type=\"module\">", "</script>")?;
    let script = between(module, "./obverse-", ".js")?;
    let program = between(module, "./obverse-", "_bg.wasm")?;
    let program = program.rsplit_once('\'').map_or(program, |(_, last)| last);
    let text = filled(&read(file)?, "door", &format!("['{script}','{program}']"));
    let text = text.ok_or("public/start.js: `/*ob:door*/ [] /*ob*/` is missing")?;
    let mut made = page
        .replace(element, &format!("<script>\n{text}</script>"))
        .replace(module, &format!("<script type=\"module\">\n{}</script>", at_the_door(script)));
    for (head, tail) in [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\" href=\"./obverse-", ">")] {
        let line = between(&made, head, tail)?.to_owned();
        made = made.replace(&line, "");
    }
    Ok((made, file.to_owned()))
}

/// Starts the first program, where it was chosen, and once the words that stand in the page were on the screen: twelve looks
/// at that, 25 ms apart, since a page that is not shown paints nothing.
fn at_the_door(script: &str) -> String {
    [
        "if (document.documentElement.dataset.program === 'door') {\n",
        &format!("const door = await import('{script}');\n"),
        "for (let looks = 12; looks && !performance.getEntriesByName('first-contentful-paint').length; looks -= 1)\n",
        "await new Promise((then) => setTimeout(then, 25));\n",
        // `start.js` has asked for the program, with its hash.
        "door.default({ module_or_path: window.obverseDoor });\n}\n",
    ]
    .concat()
}

/// The part of a text from `head` to the next `tail`, both included.
fn between<'t>(text: &'t str, head: &str, tail: &str) -> Outcome<&'t str> {
    let found = text.find(head).and_then(|from| Some(&text[from..from + text[from..].find(tail)? + tail.len()]));
    found.ok_or(format!("index.html: no `{head}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        "<head><script src=\"./start-1a.js\" integrity=\"x\"></script>\n<script type=\"module\">\n",
        "import init, * as bindings from './obverse-1.js';\n",
        "const wasm = await init({ module_or_path: './obverse-1_bg.wasm' });\n</script>",
        "<link rel=\"modulepreload\" href=\"./obverse-1.js\"><link rel=\"preload\" href=\"./obverse-1_bg.wasm\"></head>",
    );

    #[test]
    fn the_page_knows_the_door_and_starts_it_only_if_chosen() {
        let read = |file: &str| Ok(format!("files({file}, /*ob:door*/ [] /*ob*/);\n"));
        let (page, file) = within(PAGE, read).expect("sound");
        assert_eq!(file, "start-1a.js");
        assert!(
            page.contains("<script>\nfiles(start-1a.js, ['./obverse-1.js','./obverse-1_bg.wasm']);\n</script>"),
            "{page}"
        );
        assert!(page.contains("=== 'door') {\nconst door = await import('./obverse-1.js');\n"), "{page}");
        assert!(page.contains("\ndoor.default({ module_or_path: window.obverseDoor });\n}"), "{page}");
        assert!(!page.contains("preload"), "{page}");
    }

    #[test]
    fn a_page_that_starts_nothing_is_refused() {
        assert!(within("<head></head>", |_| Ok(String::new())).is_err());
    }
}
