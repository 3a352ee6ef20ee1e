use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn apart(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

fn found(text: &str, words: &str) -> bool {
    holds(&fold(text, apart), &fold(words, apart))
}

fn marked(text: &str, words: &str) -> String {
    let words: Vec<String> = fold(words, apart).split_whitespace().map(str::to_owned).collect();
    let mut marked = text.to_owned();
    for (begin, end) in places(text, &words, apart).into_iter().rev() {
        marked.insert(end, ']');
        marked.insert(begin, '[');
    }
    marked
}

#[test]
fn a_hit_is_where_it_stands_in_the_text_itself() {
    for (text, words, expected) in [
        ("The Rota, the rota.", "rota", "The [Rota], the [rota]."),
        ("at the cafe\u{301}s", "CAFÉ", "at the [cafe\u{301}]s"),
        ("I didn’t, on\u{2011}call", "on-call didn't", "I [didn’t], [on\u{2011}call]"),
        ("the o\u{fb03}ce", "fic", "the o[\u{fb03}c]e"),
        ("so\u{ad}on a\u{200b}b", "soon ab", "[so\u{ad}on] [a\u{200b}b]"),
        ("\u{fb01}\u{200b}\u{301}rst", "fi", "[\u{fb01}\u{200b}\u{301}]rst"),
        ("e\u{1ab0}b a\u{2764}\u{fe0f}b", "eb \u{2764}", "[e\u{1ab0}b] a[\u{2764}\u{fe0f}]b"),
        ("Он мой друг", "мой", "Он [мой] друг"),
        ("Он мой друг", "мои", "Он мой друг"),
        ("banana", "ana nan", "b[anan]a"),
        ("ab", "b a", "[ab]"),
        ("", "a", ""),
        ("a", "", "a"),
    ] {
        assert_eq!(marked(text, words), expected, "{text}: {words}");
    }
}

proptest! {
    #[test]
    fn what_is_found_is_marked_and_nothing_else(
        text in "[a-cé’ -]{0,12}|[а-вйё ]{0,12}|[a-ce\u{301}\u{1ab0}ﬁﬀ\u{200b}]{0,12}",
        word in "[a-cfi’-]{1,3}|[авйё]{1,2}",
    ) {
        let word = fold(&word, apart).into_owned();
        let found = places(&text, std::slice::from_ref(&word), apart);
        prop_assert_eq!(!found.is_empty(), holds(&fold(&text, apart), &word));
        prop_assert!(found.windows(2).all(|pair| pair[0].1 < pair[1].0));
        for (begin, end) in found {
            prop_assert!(fold(&text[begin..end], apart).contains(&word));
        }
    }
}

#[test]
fn what_looks_alike_is_found() {
    for (text, words) in [
        ("cafe\u{301}", "café"),
        ("café", "cafe\u{301}"),
        ("The Café", "cafe"),
        ("the cafe", "CAFÉ"),
        ("I didn’t", "didn't"),
        ("I didn't", "didn‘t"),
        ("I didn`t", "didn´t"),
        ("she said “no” twice", "\"no\""),
        ("on\u{2011}call", "on-call"),
        ("on-call", "on–call"),
        ("on\u{2010}call at \u{2212}5", "on\u{2012}call"),
        ("at \u{2212}5", "-5"),
        ("hand\u{ad}over", "handover"),
        ("hand\u{200b}over", "hand\u{2060}over"),
        ("hand\u{feff}over", "HAND\u{200d}OVER"),
        ("a ﬁrst oﬃce", "first"),
        ("a ﬁrst oﬃce", "office"),
        ("ＷＡＲＤ ４", "ward 4"),
        ("ward\u{a0}4", "ward 4"),
        ("ward\u{202f}4", "ward\u{3000}4"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "straße"),
        ("Łukasz and Bjørn", "lukasz"),
        ("Łukasz and Bjørn", "bjorn"),
        ("œuvre", "oeuvre"),
        ("Nguyễn", "nguyen"),
        ("Nguyễn", "Nguye\u{302}\u{303}n"),
        ("ΟΔΟΣ", "οδος"),
        ("ΟΔΟΣ μου", "οδός"),
        ("DEVİR", "devir"),
        ("a ❤️ for", "❤"),
        ("wait…", "wait..."),
        ("½ dose, 5 µg", "1/2"),
        ("½ dose, 5 µg", "5 μg"),
        ("각", "\u{1100}\u{1161}\u{11a8}"),
        ("мой", "мои\u{306}"),
        ("ПЁС", "пёс"),
    ] {
        assert!(found(text, words), "{words:?} in {text:?}: {:?} in {:?}", fold(words, apart), fold(text, apart));
    }
}

#[test]
fn what_stands_between_plain_words_is_known_by_its_bytes() {
    assert!(has_plain_words("“It’s—well…” – on\u{2011}call\u{a0}4") && has_plain_words("") && has_plain_words("a`b"));
    for sign in '\u{80}'..='\u{3100}' {
        if has_plain_words(&sign.to_string()) {
            let folded = fold(&sign.to_string(), apart).into_owned();
            assert!(!folded.is_empty() && !folded.contains(char::is_alphanumeric), "U+{:04X}", u32::from(sign));
        }
    }
    assert!(!has_plain_words("café") && !has_plain_words("hand\u{ad}over") && !has_plain_words("a\u{200b}b"));
}

#[test]
fn what_is_not_alike_is_not_found() {
    for (text, words) in [
        ("мой", "мои"),
        ("が", "か"),
        ("handover", "hand over"),
        ("cafe", "cafes"),
        ("on—call", "on-call"),
        ("«no»", "\"no\""),
        ("a:b", "a;b"),
        ("ðe", "de"),
    ] {
        assert!(!found(text, words), "{words:?} in {text:?}");
    }
}

#[test]
fn every_sign_folded_twice_is_as_it_was_and_both_ways_to_fold_agree() {
    for sign in '\0'..=char::MAX {
        let text = sign.to_string();
        let once = fold(&text, apart).into_owned();
        assert_eq!(fold(&once, apart), once, "U+{:04X}", u32::from(sign));
        let decomposed: String = text.nfd().collect();
        assert_eq!(fold(&decomposed, apart), once, "U+{:04X} taken apart", u32::from(sign));
        // What is done without the tables is what they would have said.
        let mut known = String::new();
        if push(&text, &mut known) && looks_like(sign).is_none() && !is_unseen(sign) {
            let mut slow = String::new();
            push(&apart(&text), &mut slow);
            assert_eq!(known, slow, "U+{:04X} without the tables", u32::from(sign));
        }
    }
}

/// Texts of signs that have other forms, with accents and joiners in any order.
fn any_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        prop::char::range(' ', '\u{58f}'),
        prop::char::range('\u{1e00}', '\u{206f}'),
        prop::char::range('\u{3041}', '\u{3096}'),
        prop::char::range('\u{ac00}', '\u{d7a3}'),
        prop::char::range('\u{ff01}', '\u{ff9d}'),
        prop::sample::select(
            "aeEoszn iAßÉéñﬁｗ’`-–\u{a0}\u{ad}\u{200b}\u{301}\u{323}\u{308}й가か゛σΣς".chars().collect::<Vec<_>>()
        ),
    ];
    prop::collection::vec(sign, 0..24).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn folding_settles(text in any_text()) {
        let once = fold(&text, apart).into_owned();
        prop_assert_eq!(fold(&once, apart), once.as_str());
    }

    #[test]
    fn both_ways_to_write_an_accent_are_one(text in any_text()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed, apart), fold(&decomposed, apart));
    }

    #[test]
    fn a_text_holds_itself_whatever_stands_around_it(before in "[ -~]{0,9}", text in any_text(), after in "[ -~]{0,9}") {
        // A word that begins with an accent would change the letter before it.
        prop_assume!(!text.starts_with(|sign: char| apart(&sign.to_string()).starts_with(belongs_to_the_one_before) || is_unseen(sign)));
        let around = format!("{before} {text} {after}");
        prop_assert!(found(&around, &text), "{:?} in {:?}", text, around);
    }

    #[test]
    fn what_cannot_be_seen_changes_nothing(text in "[a-zA-Zéñüй' ]{1,12}", at in any::<prop::sample::Index>(), unseen in prop::sample::select(vec!['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'])) {
        let mut signs: Vec<char> = text.chars().collect();
        signs.insert(at.index(signs.len()), unseen);
        let marked: String = signs.into_iter().collect();
        prop_assert_eq!(fold(&marked, apart), fold(&text, apart));
    }
}
