//! The first paint for somebody new: the words of the first screen stand in the page itself, in the same elements and
//! at the same place as the program draws them a moment later, and can be read before it is there.

use super::locale;
use crate::Outcome;
use crate::content::FIRST;

const MARKER: &str = "<!-- ob:first -->";

/// The page with these words where its marker stands. `style/opening.css` shows them.
pub(super) fn within(page: &str) -> Outcome<String> {
    let (before, after) = page.split_once(MARKER).ok_or(format!("public/index.html: `{MARKER}` is missing"))?;
    Ok([before, &screen(|name| locale::word(FIRST, name))?, after].concat())
}

/// What `src/ui/pages/welcome.rs` draws over its buttons.
fn screen(word: impl Fn(&str) -> Outcome<String>) -> Outcome<String> {
    let lines = [
        ("p class=\"wordmark\"", "app.name"),
        ("h1", "welcome.title"),
        ("p", "welcome.what"),
        ("p", "welcome.kept"),
        ("p class=\"note\"", "welcome.limits"),
    ];
    let mut made = format!(
        "<div class=\"frame frame-doing frame-first\" lang=\"{FIRST}\" dir=\"ltr\">\
         <div class=\"screen\"><main class=\"main\"><div class=\"page welcome\">"
    );
    for (tag, name) in lines {
        let name_of_tag = tag.split(' ').next().unwrap_or(tag);
        made += &format!("<{tag}>{}</{name_of_tag}>", locale::escaped(&word(name)?));
    }
    Ok(made + "</div></main></div></div>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_page_as_text() {
        let made = screen(|name| Ok(format!("<{name}>"))).expect("every word is there");
        assert!(made.contains("<h1>&lt;welcome.title&gt;</h1><p>&lt;welcome.what&gt;</p>"), "{made}");
        assert!(made.contains("<p class=\"wordmark\">&lt;app.name&gt;</p>"), "{made}");
        assert!(within("<body></body>").is_err());
        assert!(within("<!-- ob:first -->").expect("English has them").contains("A quiet place"));
    }
}
