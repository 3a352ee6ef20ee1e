//! The first screen for somebody new, as plain HTML in the page itself: it can be read and answered before any program is there.
//! `public/start.js` keeps the answer on the page, and the program takes it up.

use super::locale;
use crate::Outcome;
use crate::content::FIRST;

const MARKER: &str = "<!-- ob:first -->";

/// The page with these words where its marker stands. `style/opening.css` shows them.
pub(super) fn within(page: &str) -> Outcome<String> {
    let (before, after) = page.split_once(MARKER).ok_or(format!("public/index.html: `{MARKER}` is missing"))?;
    Ok([before, &screen(|name| locale::word(FIRST, name))?, after].concat())
}

/// What `src/ui/pages/welcome.rs` draws: the same elements at the same places, which a journey looks at
/// (`tests/e2e/tests/welcome.rs`).
fn screen(word: impl Fn(&str) -> Outcome<String>) -> Outcome<String> {
    let said = |tag: &str, name: &str| {
        let name_of_tag = tag.split(' ').next().unwrap_or(tag);
        Ok::<_, String>(format!("<{tag}>{}</{name_of_tag}>", locale::escaped(&word(name)?)))
    };
    let answer = |class: &str, answer: &str, name: &str| {
        said(&format!("button type=\"button\" class=\"{class}\" data-ob-answer=\"{answer}\""), name)
    };
    let told = [
        said("p class=\"wordmark\"", "app.name")?,
        said("h1 id=\"heading\" tabindex=\"-1\"", "welcome.title")?,
        said("p", "welcome.what")?,
        said("p", "welcome.kept")?,
        said("p class=\"note\"", "welcome.limits")?,
    ];
    let foot = [
        said("h2 id=\"whose\"", "welcome.who")?,
        answer("button", "mine", "welcome.mine")?,
        "<div class=\"welcome-others\">".to_owned(),
        answer("button plain", "lock", "welcome.locked")?,
        answer("button plain", "shared", "welcome.shared")?,
        "</div>".to_owned(),
        said("p class=\"soft\"", "welcome.shared_note")?,
        said("p class=\"soft\" role=\"status\" data-ob=\"answered\" hidden", "app.loading")?,
    ];
    Ok(format!(
        "<div class=\"frame frame-doing frame-first\" lang=\"{FIRST}\" dir=\"ltr\"><div class=\"screen\">\
         <main id=\"main\" class=\"main\"><div class=\"page welcome\">{}</div>\
         <section class=\"foot welcome-foot\" aria-labelledby=\"whose\">{}</section></main></div></div>",
        told.concat(),
        foot.concat()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_page_as_text() {
        let made = screen(|name| Ok(format!("<{name}>"))).expect("every word is there");
        assert!(made.contains(">&lt;welcome.title&gt;</h1><p>&lt;welcome.what&gt;</p>"), "{made}");
        assert!(made.contains("data-ob-answer=\"mine\">&lt;welcome.mine&gt;</button>"), "{made}");
        assert!(made.contains("<p class=\"wordmark\">&lt;app.name&gt;</p>"), "{made}");
        assert!(within("<body></body>").is_err());
        assert!(within("<!-- ob:first -->").expect("English has them").contains("A quiet place"));
    }
}
