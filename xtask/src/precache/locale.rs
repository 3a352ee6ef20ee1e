//! The files of each locale, under names that carry their hash, and the lines by which the page finds them.

use super::integrity;
use crate::content::FIRST;
use crate::{Outcome, content, place};
use obverse_core::activity::authoring::{Form, flatten_words};
use std::path::Path;

/// The languages that are read from right to left.
const FROM_RIGHT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ur", "yi"];

/// Copies the files and returns the lines for the page's head.
pub(super) fn place_all(folder: &Path) -> Outcome<Vec<String>> {
    let mut lines = Vec::new();
    for name in content::locales()? {
        let named = names(&name, &word(&name, "language.name")?);
        for part in content::PARTS {
            let bytes = place::read_bytes(&place::generated().join(format!("{name}.{part}.json")))?;
            let file = format!("{name}.{part}.{}.json", integrity::short(&bytes, 4));
            place::write(&folder.join(&file), &bytes)?;
            lines.push(line(&name, part, &file, &named));
        }
    }
    Ok(lines)
}

/// A word of a language's interface, such as `language.name`: its name in itself.
pub(super) fn word(locale: &str, name: &str) -> Outcome<String> {
    let file = place::root().join("questionnaires").join(locale).join("ui.toml");
    let (words, _) = flatten_words(&place::read(&file)?, "ui.toml");
    match words.into_iter().find(|word| word.name == name).map(|word| word.form) {
        Some(Form::Plain(text)) => Ok(text),
        _ => Err(format!("{}: `{name}` is missing", file.display())),
    }
}

/// A text as it stands in a page.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the page says of a language: its name and the direction it is read in.
fn names(locale: &str, name: &str) -> String {
    let language = locale.split('-').next().unwrap_or(locale);
    let direction = if FROM_RIGHT.contains(&language) { "rtl" } else { "ltr" };
    let name = escaped(name);
    format!(r#" data-ob-name="{name}" data-ob-dir="{direction}""#)
}

/// The line for one file; that for the interface words names the language too.
fn line(name: &str, part: &str, file: &str, named: &str) -> String {
    let named = if part == "shell" { named } else { "" };
    if part == "shell" && name == FIRST {
        format!(
            r#"<link rel="preload" as="fetch" crossorigin href="./{file}" data-ob-locale="{name}" data-ob-file="shell"{named}>"#
        )
    } else {
        format!(r#"<meta name="ob-{part}" data-ob-locale="{name}" content="./{file}"{named}>"#)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_locale_is_fetched_at_once() {
        assert!(line("en", "shell", "en.shell.0.json", "").starts_with("<link rel=\"preload\""));
        let later = "<meta name=\"ob-shell\" data-ob-locale=\"fr\" content=\"./fr.shell.0.json\" data-ob-name=\"Français\" data-ob-dir=\"ltr\">";
        assert_eq!(line("fr", "shell", "fr.shell.0.json", &names("fr", "Français")), later);
        assert!(!line("fr", "past", "fr.past.0.json", &names("fr", "Français")).contains("data-ob-name"));
    }

    #[test]
    fn a_language_says_from_where_it_is_read() {
        assert!(names("ar", "العربية").ends_with("data-ob-dir=\"rtl\""));
        assert!(names("he-IL", "עברית").ends_with("data-ob-dir=\"rtl\""));
        assert!(names("pt-BR", "A \"b\" & c").contains("=\"A &quot;b&quot; &amp; c\" data-ob-dir=\"ltr\""));
    }

    #[test]
    fn english_says_its_own_name() {
        assert_eq!(word("en", "language.name").as_deref(), Ok("English"));
        assert!(word("en", "language.no_such").is_err());
    }
}
