//! The files of each locale, and the lines by which the page finds them.

use crate::{Outcome, content, place};
use obverse_core::activity::authoring::{Form, flatten_words};
use std::collections::BTreeMap;

/// The languages that are read from right to left.
const FROM_RIGHT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ur", "yi"];

/// The files of every locale, by their names in a build.
pub(super) fn files() -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for name in content::locales()? {
        for part in content::parts() {
            let file = format!("{name}.{part}.json");
            files.insert(file.clone(), place::read_bytes(&place::generated().join(&file))?);
        }
    }
    Ok(files)
}

/// The lines for the page's head, one for each language: where its words are. Its other files stand beside them.
pub(super) fn lines(folder: &str) -> Outcome<Vec<String>> {
    let mut lines = Vec::new();
    for name in content::locales()? {
        let named = names(&name, &word(&name, "language.name")?);
        lines.push(line(&name, folder, &named));
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

/// The line for one language: its name, its direction, and the file with its words.
fn line(name: &str, folder: &str, named: &str) -> String {
    format!(r#"<meta name="ob-shell" data-ob-locale="{name}" content="{folder}{name}.shell.json"{named}>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_the_interface_words_names_the_language() {
        let shell = "<meta name=\"ob-shell\" data-ob-locale=\"fr\" content=\"./1/fr.shell.json\" data-ob-name=\"Français\" data-ob-dir=\"ltr\">";
        assert_eq!(line("fr", "./1/", &names("fr", "Français")), shell);
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
