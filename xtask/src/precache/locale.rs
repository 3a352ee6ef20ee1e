//! The files of each locale, under names that carry their hash, and the lines by which the page finds them.

use super::integrity;
use crate::{Outcome, content, place};
use std::path::Path;

/// The locale of the page itself: its interface words are fetched beside the app.
const FIRST: &str = "en";

/// Copies the files and returns the lines for the page's head.
pub(super) fn place_all(folder: &Path) -> Outcome<Vec<String>> {
    let mut lines = Vec::new();
    for name in content::locales()? {
        for part in content::PARTS {
            let bytes = place::read_bytes(&place::generated().join(format!("{name}.{part}.json")))?;
            let file = format!("{name}.{part}.{}.json", integrity::short(&bytes, 4));
            place::write(&folder.join(&file), &bytes)?;
            lines.push(line(&name, part, &file));
        }
    }
    Ok(lines)
}

fn line(name: &str, part: &str, file: &str) -> String {
    if part == "shell" && name == FIRST {
        format!(
            r#"<link rel="preload" as="fetch" crossorigin href="./{file}" data-ob-locale="{name}" data-ob-file="shell">"#
        )
    } else {
        format!(r#"<meta name="ob-{part}" data-ob-locale="{name}" content="./{file}">"#)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_locale_is_fetched_at_once() {
        assert!(line("en", "shell", "en.shell.0.json").starts_with("<link rel=\"preload\""));
        let later = "<meta name=\"ob-shell\" data-ob-locale=\"fr\" content=\"./fr.shell.0.json\">";
        assert_eq!(line("fr", "shell", "fr.shell.0.json"), later);
    }
}
