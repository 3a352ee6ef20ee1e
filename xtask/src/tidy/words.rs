//! Words for people stand in the `ui.toml` of a locale, never in Rust. Told by their look: a capital and
//! two words, or text between two tags. And no inline styles, which the page's policy forbids.

use super::{Finding, Source};

/// Checks one file.
pub(super) fn check(source: &Source) -> Vec<Finding> {
    let path = source.path.as_str();
    if !path.starts_with("src/") {
        return vec![];
    }
    let mut findings = Vec::new();
    if ["src/ui/", "src/state/"].iter().any(|folder| path.starts_with(folder)) || path == "src/app.rs" {
        for literal in &source.strings {
            if is_sentence(&literal.text) || (follows_tag(&source.code[..literal.at]) && has_letter(&literal.text)) {
                findings
                    .push(format!("{path}:{}: words for people belong in ui.toml: {:?}", literal.line, literal.text));
            }
        }
        findings.extend(bare_text(source));
    }
    for (at, line) in source.code.lines().enumerate() {
        if line.contains(" style=\"") || line.trim_start().starts_with("style=") {
            findings.push(format!("{path}:{}: no `style=`: use a class, or `style:name=`", at + 1));
        }
    }
    findings
}

/// Whether it begins like a sentence: a capital, small letters, a blank, a small letter.
fn is_sentence(text: &str) -> bool {
    let Some((first, rest)) = text.trim_start().split_once(' ') else { return false };
    let mut letters = first.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && first.len() > 1;
    capital && letters.all(char::is_lowercase) && rest.starts_with(char::is_lowercase)
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Whether code ends in a tag's `>`, not in `=>` or `->`.
fn follows_tag(code: &str) -> bool {
    let code = code.trim_end();
    code.ends_with('>') && !code.ends_with("=>") && !code.ends_with("->")
}

/// Text without quotes between a tag and a closing tag.
fn bare_text(source: &Source) -> Vec<Finding> {
    let code = source.code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut findings = Vec::new();
    for (close, _) in code.match_indices("</") {
        let Some(open) = code[..close].rfind('>') else { continue };
        let text = code[open + 1..close].trim();
        if has_letter(text) && !text.contains(['{', '}', '(', ')', ';', '<']) {
            findings.push(format!(
                "{}:{}: words for people belong in ui.toml: {text}",
                source.path,
                source.line_of(close)
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> usize {
        check(&Source::read("src/ui/a.rs".to_owned(), text.to_owned())).len()
    }

    #[test]
    fn sentences_and_texts_are_found() {
        assert_eq!(findings("view! { <p>\"Kept\"</p> }"), 1);
        assert_eq!(findings("view! { <p>Kept here</p> }"), 1);
        assert_eq!(findings("let a = \"Nothing is sent\";"), 1);
        assert_eq!(findings("view! { <p style=\"color: red\">{words.kept}</p> }"), 1);
    }

    #[test]
    fn whoever_could_show_words_is_looked_at() {
        for (path, count) in [("src/ui/a.rs", 1), ("src/state/a.rs", 1), ("src/app.rs", 1), ("src/browser/a.rs", 0)] {
            let text = "fn a() -> &'static str { \"Nothing is sent\" }".to_owned();
            assert_eq!(check(&Source::read(path.to_owned(), text)).len(), count, "{path}");
        }
    }

    #[test]
    fn names_and_attributes_are_not() {
        assert_eq!(findings("view! { <p class=\"lead Wide\" style:width=\"1px\">{words.kept}\" · \"</p> }"), 0);
        assert_eq!(findings("match a { B => \"c\", _ => \"Arrow Left\" }"), 0);
        assert_eq!(findings("fn a() -> Vec<String> { vec![] }"), 0);
    }
}
