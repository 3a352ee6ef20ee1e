//! Names of languages as they come from outside. A browser may be told any, and its own Intl refuses what is not one.

/// Returns the language a text names, with its script and its region where it tells of them, in a form that every Intl
/// takes: `en-US` for `en_US.UTF-8` and for `en-US@posix`. `None` for what names no language.
pub fn cleaned(text: &str) -> Option<String> {
    let mut parts = text.trim().split(['.', '@']).next()?.split(['-', '_']);
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()) && is_letters(part))?;
    let mut tag = language.to_ascii_lowercase();
    let mut part = parts.next();
    if let Some(script) = part.filter(|part| part.len() == 4 && is_letters(part)) {
        push(&mut tag, script);
        part = parts.next();
    }
    if let Some(region) = part.filter(|part| is_region(part)) {
        push(&mut tag, region);
    }
    Some(tag)
}

/// Returns a language in the form that a person's region gives it, if one of those they want is in it.
pub fn regional(language: &str, mut wanted: impl Iterator<Item = String>) -> Option<String> {
    wanted.find_map(|one| cleaned(&one).filter(|one| one.split('-').next() == Some(language)))
}

fn push(tag: &mut String, part: &str) {
    tag.push('-');
    tag.push_str(part);
}

fn is_letters(part: &str) -> bool {
    part.bytes().all(|sign| sign.is_ascii_alphabetic())
}

fn is_region(part: &str) -> bool {
    part.len() == 2 && is_letters(part) || part.len() == 3 && part.bytes().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_language_is_read_however_it_is_written() {
        for (text, tag) in [
            ("en", "en"),
            ("en-US", "en-US"),
            ("en-US@posix", "en-US"),
            ("en_US.UTF-8", "en-US"),
            ("en-", "en"),
            ("EN-gb", "en-gb"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("sr_RS@latin", "sr-RS"),
            ("es-419", "es-419"),
            ("de-CH-1996-u-co-phonebk", "de-CH"),
            ("en-a-bb-a-cc", "en"),
            ("en--US", "en"),
            (" fr ", "fr"),
            ("gsw", "gsw"),
        ] {
            assert_eq!(cleaned(text).as_deref(), Some(tag), "{text}");
        }
        for none in
            ["", "-", "x", "C", "POSIX", "C.UTF-8", "x-private", "i-klingon", "é", "e\u{301}n", "12", "*", "@", "en\0"]
        {
            assert_eq!(cleaned(none), None, "{none:?}");
        }
    }

    #[test]
    fn the_first_wanted_in_that_language_gives_the_region() {
        let of = |wanted: &[&str]| regional("en", wanted.iter().map(ToString::to_string));
        assert_eq!(of(&["fr-FR", "", "en-US@posix", "en-GB"]).as_deref(), Some("en-US"));
        assert_eq!(of(&["fr", "x", "eng"]), None);
        assert_eq!(of(&[]), None);
    }

    proptest! {
        #[test]
        fn what_comes_out_is_a_tag_whatever_goes_in(text in "[a-zA-Z0-9_.@ é-]{0,20}|\\PC{0,20}") {
            if let Some(tag) = cleaned(&text) {
                // The whole grammar of what may come out: language, script, region.
                let mut parts: Vec<&str> = tag.split('-').collect();
                let language = parts.remove(0);
                prop_assert!((2..=3).contains(&language.len()) && is_letters(language), "{}", tag);
                parts = match parts.as_slice() {
                    [script, rest @ ..] if script.len() == 4 && is_letters(script) => rest.to_vec(),
                    rest => rest.to_vec(),
                };
                prop_assert!(parts.is_empty() || parts.len() == 1 && is_region(parts[0]), "{}", tag);
                prop_assert_eq!(cleaned(&tag), Some(tag));
            }
        }
    }
}
