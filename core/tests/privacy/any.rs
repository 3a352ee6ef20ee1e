//! For any text at all: no panic, findings in their order, apart, and on the borders of characters.

use super::seen;
use obverse_core::privacy::Kind;
use proptest::{collection::vec, prelude::*, sample::select};

/// Pieces that patterns begin or go on with, so that they are put together in ways nobody thought of.
const PIECES: [&str; 76] = [
    "NHS",
    "number",
    "999 000 0018",
    "9990000018",
    "0",
    "7",
    "12",
    "999",
    "2026",
    " ",
    " ",
    " ",
    "-",
    ".",
    ". ",
    "/",
    "@",
    "://",
    "http",
    "www",
    "com",
    "\n",
    "’",
    "'s",
    "(",
    ")",
    "+",
    "#",
    "%",
    "Dr",
    "Mrs",
    "Smith",
    "J",
    "S",
    "St",
    "Hospital",
    "of",
    "Ward",
    "bed",
    "C",
    "aged",
    "year",
    "old",
    "ninety",
    "four",
    "April",
    "th",
    "born",
    "SW1A",
    "1AA",
    "é",
    "\u{2011}",
    "called",
    "is",
    "registrar",
    ", ",
    "theatre",
    "no",
    "one",
    "beds",
    "and",
    "SR4",
    "Royal",
    "General",
    "mr",
    "pt",
    "postcode",
    "third",
    "child",
    "d",
    "o",
    "b",
    "patient",
    "was",
    "wife",
    "men",
];

fn sound(text: &str) {
    let found = seen(text);
    let mut end = 0;
    for one in &found {
        assert!(text.get(one.range.clone()).is_some_and(|words| !words.is_empty()), "{text:?}: {one:?}");
        if one.kind != Kind::Together {
            assert!(one.range.start >= end, "{text:?}: {found:?}");
            end = one.range.end;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_harms_it(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn nor_do_pieces_of_patterns(pieces in vec(select(&PIECES[..]), 0..40)) {
        sound(&pieces.concat());
    }

    #[test]
    fn nor_do_figures_and_marks(text in "[0-9A-Z ./#+()@:'-]{0,60}") {
        sound(&text);
    }
}

/// Each pattern looks a few words ahead and no further: a long text takes in proportion.
#[test]
fn the_longest_texts_are_read() {
    for piece in ["a", "A.", "1", "1 ", "a@", "www.", "Mary ", "Dr ", "12/", "ninety ", "\u{301}", "Mary's ", "St. "] {
        sound(&piece.repeat(50_000));
    }
}
