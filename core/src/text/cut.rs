//! Where a text can be cut without halving what is seen as one sign.

/// Returns a text of at most `most` characters: as it is, or cut before the sign that goes past that, with an ellipsis. The
/// first sign is never cut. `whole` tells where the sign begins that a place is in.
pub fn shorten(text: &str, most: usize, whole: fn(&str, usize) -> usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let mut end = if text.is_ascii() { end } else { whole(text, end) };
    if end == 0 {
        // One sign alone is longer than that.
        let places = text.char_indices().skip(1).map(|(place, _)| place);
        let mut next = places.filter(|place| whole(text, *place) == *place);
        match next.next() {
            Some(place) => end = place,
            None => return text.to_owned(),
        }
    }
    format!("{}…", text.get(..end).unwrap_or_default().trim_end())
}

/// Returns where the sign begins that the byte `at` is in, by rules that need no tables: for where the browser has none. It may
/// take two signs for one, and never halves one with accents, joiners, flags, skin tones or parts of a Korean syllable.
pub fn whole(text: &str, at: usize) -> usize {
    let mut begin = 0;
    let mut before = None;
    let mut flags = 0;
    for (place, sign) in text.char_indices() {
        if place > at {
            break;
        }
        let joined = before.is_some_and(|before| is_joined(before, sign, flags));
        if !joined {
            begin = place;
        }
        flags = if is_flag(sign) { if joined { flags + 1 } else { 1 } } else { 0 };
        before = Some(sign);
    }
    begin
}

/// Whether two signs, one after the other, are seen as one; `flags` of a flag's letters end with the first.
fn is_joined(before: char, sign: char, flags: usize) -> bool {
    match (before, sign) {
        ('\r', '\n') => true,
        (control, _) | (_, control) if control.is_control() => false,
        // What a joiner holds together; a joiner itself goes with what stands before it.
        ('\u{200d}', _) | (_, '\u{200c}' | '\u{200d}') => true,
        (one, other) if is_flag(one) && is_flag(other) => flags % 2 == 1,
        (one, other) => is_mark(other) || is_korean(one, other) || is_conjoining(one, other),
    }
}

fn is_flag(sign: char) -> bool {
    matches!(sign, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Parts of a Korean syllable: a leading one before any, a vowel or a whole syllable before a vowel or a closing one.
fn is_korean(one: char, other: char) -> bool {
    let leads = |sign| matches!(sign, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}');
    let follows = |sign| matches!(sign, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}');
    let syllable = |sign| matches!(sign, '\u{ac00}'..='\u{d7a3}');
    leads(one) && (leads(other) || syllable(other) || follows(other))
        || (syllable(one) || follows(one)) && follows(other)
}

/// A sign of an Indic script that killed its vowel is written together with the next.
fn is_conjoining(one: char, other: char) -> bool {
    let indic = |sign| matches!(sign, '\u{900}'..='\u{dff}');
    indic(one) && indic(other) && (u32::from(one) & 0x7f == 0x4d || one == '\u{dca}')
}

/// Whether a sign changes or stands on the one before it.
fn is_mark(sign: char) -> bool {
    match sign {
        '\u{900}'..='\u{dff}' => {
            // The scripts of India have their vowel signs and marks at the same places of their blocks.
            matches!(u32::from(sign) & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x5e | 0x62 | 0x63 | 0x70..=0x7f)
        }
        _ => MARKS.iter().any(|(from, to)| (*from..=*to).contains(&sign)),
    }
}

/// Marks of other scripts, variants, skin tones and tags.
const MARKS: &[(char, char)] = &[
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{5bf}', '\u{5c7}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{6d6}', '\u{6ed}'),
    ('\u{e31}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{eb1}', '\u{ebc}'),
    ('\u{ec8}', '\u{ece}'),
    ('\u{f18}', '\u{fbc}'),
    ('\u{102b}', '\u{103e}'),
    ('\u{17b4}', '\u{17d3}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{302a}', '\u{302f}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{ff9e}', '\u{ff9f}'),
    ('\u{1f3fb}', '\u{1f3ff}'),
    ('\u{e0020}', '\u{e007f}'),
    ('\u{e0100}', '\u{e01ef}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// Every kind of sign that is made of several.
    const SIGNS: [&str; 20] = [
        "a",
        " ",
        "é",
        "e\u{301}",
        "o\u{302}\u{323}",
        "🇳🇿",
        "🇨🇦",
        "👩🏽‍⚕️",
        "👨‍👩‍👧‍👦",
        "👍🏿",
        "❤️",
        "1️⃣",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "각",
        "\u{1100}\u{1161}\u{11a8}",
        "क्षि",
        "เก็",
        "שָׁ",
        "が",
        "か\u{3099}",
    ];

    fn boundaries(text: &str) -> Vec<usize> {
        text.grapheme_indices(true).map(|(place, _)| place).chain([text.len()]).collect()
    }

    #[test]
    fn a_flag_a_family_and_an_accent_stay_whole() {
        assert_eq!(shorten("ab🇳🇿cd", 3, whole), "ab…");
        assert_eq!(shorten("ab🇳🇿cd", 4, whole), "ab🇳🇿…");
        assert_eq!(shorten("ab👨‍👩‍👧‍👦cd", 5, whole), "ab…");
        assert_eq!(shorten("cafe\u{301}s", 4, whole), "caf…");
        assert_eq!(shorten("cafe\u{301}s", 5, whole), "cafe\u{301}…");
        assert_eq!(shorten("👨‍👩‍👧‍👦cd", 3, whole), "👨‍👩‍👧‍👦…", "the first sign is never cut");
        assert_eq!(shorten("👨‍👩‍👧‍👦", 3, whole), "👨‍👩‍👧‍👦");
        assert_eq!((shorten("one two", 4, whole), shorten("one two", 7, whole)), ("one…".into(), "one two".into()));
        assert_eq!(shorten("", 0, whole), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_sign_is_halved(signs in prop::collection::vec(prop::sample::select(SIGNS.to_vec()), 0..16), most in 1..20usize) {
            let text = signs.concat();
            let short = shorten(&text, most, whole);
            if short != text {
                let kept = short.strip_suffix('…').expect("an ellipsis");
                let end = boundaries(&text).into_iter().find(|end| text[..*end].trim_end() == kept);
                prop_assert!(end.is_some(), "{kept:?} of {text:?}");
                prop_assert!(kept.chars().count() <= most || kept == signs[0] || boundaries(&text)[1] == kept.len());
            }
        }

        #[test]
        fn any_text_at_all_can_be_cut(text in any::<String>(), most in 0..9usize) {
            let short = shorten(&text, most, whole);
            prop_assert!(short == text || text.starts_with(short.trim_end_matches('…')));
        }
    }
}
