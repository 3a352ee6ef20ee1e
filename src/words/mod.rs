//! The words of the interface: a function for each, and the store they take their text from.
//!
//! The functions of [`word`] are made from `questionnaires/en/ui.toml` and `ui-later.toml` when the program is built. The
//! texts come with the shell of a locale, are installed once before anything is drawn, and again when the language
//! changes. Those of `ui-later.toml` come with the activities.

pub mod tag;

use obverse_core::{
    activity::Shell,
    text::{self, Apart},
};
use std::{borrow::Cow, cell::Cell};

/// A function for each word of the interface, in modules by screen.
pub mod word {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// What only the browser knows about a language.
#[derive(Clone, Copy)]
pub struct Plurals {
    /// The plural category of a number (`one`, `other`, ...) in a locale: `Intl.PluralRules`.
    pub category: fn(&str, f64) -> String,
    /// A number as it is written in a locale: `Intl.NumberFormat`.
    pub number: fn(&str, f64) -> String,
    /// A text in small letters: `toLowerCase`.
    pub lower: fn(&str) -> String,
    /// A text taken apart into letters and accents, in small letters: `normalize`.
    pub apart: Apart,
    /// Where what is seen as one sign begins, by a place in it: `Intl.Segmenter`.
    pub whole: fn(&str, usize) -> usize,
}

/// The words offered are not the list this program was built with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The fingerprint of the words offered.
    pub found: String,
}

#[derive(Clone, Copy)]
struct Store {
    locale: &'static str,
    texts: &'static [&'static str],
    later: &'static [&'static str],
    plurals: Plurals,
}

thread_local! {
    static STORE: Cell<Option<Store>> = const { Cell::new(None) };
}

/// Takes the words of a locale into use. They stay in memory for good: a page sees few languages.
pub fn install(shell: &Shell, plurals: Plurals) -> Result<(), Mismatch> {
    if shell.fingerprint != word::FINGERPRINT || shell.words.len() != word::COUNT {
        return Err(Mismatch { found: shell.fingerprint.clone() });
    }
    STORE.set(Some(Store { locale: keep(&shell.locale), texts: keep_all(&shell.words), later: &[], plurals }));
    Ok(())
}

/// Takes all words of another locale into use; whether they were those this program knows.
pub fn replace(shell: &Shell, later: &[String]) -> bool {
    let Some(before) = STORE.get() else { return false };
    let replaced = install(shell, before.plurals).is_ok() && install_later(later);
    if !replaced {
        STORE.set(Some(before));
    }
    replaced
}

/// Takes the words in that come later; whether they were those this program knows.
pub fn install_later(words: &[String]) -> bool {
    if words.len() != word::LATER {
        return false;
    }
    STORE.set(STORE.get().map(|store| Store { later: keep_all(words), ..store }));
    true
}

/// The texts from a place of the list on, as far as that part of it goes; none before they are installed.
fn texts_from(place: usize) -> &'static [&'static str] {
    let Some(store) = STORE.get() else { return &[] };
    let (texts, place) = match place.checked_sub(word::COUNT) {
        Some(later) => (store.later, later),
        None => (store.texts, place),
    };
    texts.get(place..).unwrap_or_default()
}

/// Keeps a text for good.
pub(crate) fn keep(text: &str) -> &'static str {
    Box::leak(text.into())
}

/// Keeps all texts in one allocation.
fn keep_all(texts: &[String]) -> &'static [&'static str] {
    let mut rest = keep(&texts.concat());
    let cut = texts.iter().map(|text| {
        let (first, after) = rest.split_at_checked(text.len()).unwrap_or_default();
        rest = after;
        first
    });
    Box::leak(cut.collect())
}

/// The text at a place of the list; empty before words are installed.
pub fn text(place: usize) -> &'static str {
    texts_from(place).first().copied().unwrap_or_default()
}

/// A text in small letters, by the browser: its tables need not be downloaded.
pub fn lower(text: &str) -> String {
    STORE.get().map_or_else(|| text.to_ascii_lowercase(), |store| (store.plurals.lower)(text))
}

/// Returns a text as the search compares it: what looks alike is alike.
pub fn fold(text: &str) -> Cow<'_, str> {
    text::fold(text, STORE.get().map_or(str::to_ascii_lowercase, |store| store.plurals.apart))
}

/// Returns where folded words stand in a text; see [`text::places`].
pub fn places(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    text::places(text, words, STORE.get().map_or(str::to_ascii_lowercase, |store| store.plurals.apart))
}

/// Returns a text of at most so many characters, with an ellipsis if it had more. What is seen as one sign stays whole.
pub fn shorten(text: &str, most: usize) -> String {
    text::shorten(text, most, STORE.get().map_or(text::whole, |store| store.plurals.whole))
}

/// The plural whose forms start at `place`, for the number `n`, with its other places filled.
pub fn plural(place: usize, n: f64, given: &[(&str, &str)]) -> String {
    let Some(store) = STORE.get() else { return String::new() };
    let forms = texts_from(place);
    let number = (store.plurals.number)(store.locale, n);
    let mut all = vec![("n", number.as_str())];
    all.extend(given);
    fill(choose(forms, &(store.plurals.category)(store.locale, n)), &all)
}

/// The form for a category; that for `other` where the language has none of its own.
fn choose<'w>(forms: &[&'w str], category: &str) -> &'w str {
    let of = |category: &str| {
        let place = word::CATEGORIES.iter().position(|one| *one == category)?;
        forms.get(place).copied().filter(|form| !form.is_empty())
    };
    of(category).or_else(|| of("other")).unwrap_or_default()
}

/// Puts values in the places of a text: `{name}`. A place without a value stays as it is, and braces in
/// a value are no places.
pub fn fill(template: &str, given: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}');
        let value = place.and_then(|(name, after)| {
            let (_, value) = given.iter().find(|(one, _)| *one == name)?;
            Some((*value, after))
        });
        let (value, after) = value.unwrap_or(("{", after));
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLURALS: Plurals = Plurals {
        category: |_, n| if n == 1.0 { "one".into() } else { "many".into() },
        number: |locale, n| format!("{locale}{n}"),
        lower: str::to_lowercase,
        apart: str::to_lowercase,
        whole: text::whole,
    };

    fn shell(text: impl Fn(usize) -> String) -> Shell {
        Shell {
            locale: "en".into(),
            fingerprint: word::FINGERPRINT.into(),
            words: (0..word::COUNT).map(text).collect(),
            activities: vec![],
            coins: vec![],
            path: vec![],
        }
    }

    #[test]
    fn places_are_filled_by_name_and_values_are_left_alone() {
        assert_eq!(fill("{at} of {of}", &[("of", "{at}"), ("at", "3")]), "3 of {at}");
        assert_eq!(fill("{a}{a} {b} {", &[("a", "é")]), "éé {b} {");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_form_the_language_lacks_is_that_for_other() {
        let forms = ["", "", "{n} day", "{n} days", "", ""];
        assert_eq!(choose(&forms, "one"), "{n} day");
        assert_eq!(choose(&forms, "few"), "{n} days");
        assert_eq!(choose(&forms, "no such"), "{n} days");
        assert_eq!(choose(&[], "one"), "");
    }

    #[test]
    fn words_are_replaced_when_the_language_changes() {
        assert_eq!(text(0), "", "before anything is installed");
        install(&shell(|place| format!("a{place}")), PLURALS).expect("our own list");
        assert_eq!((text(0), text(word::COUNT)), ("a0", ""));
        install(&shell(|place| format!("bé{place}")), PLURALS).expect("our own list");
        assert_eq!(text(word::COUNT - 1), format!("bé{}", word::COUNT - 1));
    }

    #[test]
    fn all_words_are_replaced_or_none() {
        assert!(!replace(&shell(|_| "a".into()), &[]), "before anything is installed");
        install(&shell(|_| "a".into()), PLURALS).expect("our own list");
        let later: Vec<String> = (0..word::LATER).map(|_| "later".into()).collect();
        assert!(!replace(&shell(|_| "b".into()), &later[1..]), "of another build");
        assert_eq!(text(0), "a");
        assert!(replace(&shell(|_| "b".into()), &later));
        assert_eq!((text(0), text(word::COUNT)), ("b", "later"));
    }

    #[test]
    fn a_plural_takes_its_number_as_the_language_writes_it() {
        let forms = ["", "", "{n} of {of}", "{n} from {of}", "", ""];
        let list = shell(|place| forms.get(place).copied().unwrap_or("x").into());
        install(&list, PLURALS).expect("our own list");
        assert!(word::COUNT >= forms.len(), "there are words enough to try it on");
        assert_eq!(plural(0, 1.0, &[("of", "5")]), "en1 of 5");
        assert_eq!(plural(0, 2.0, &[("of", "5")]), "en2 from 5");
        assert_eq!(plural(word::COUNT, 2.0, &[]), "");
    }

    #[test]
    fn later_words_go_on_where_the_first_end() {
        install(&shell(|_| "first".into()), PLURALS).expect("our own list");
        let later: Vec<String> = (0..word::LATER).map(|place| format!("later {place}")).collect();
        assert!(!install_later(&later[1..]), "of another build");
        assert_eq!(text(word::COUNT), "");
        assert!(install_later(&later));
        assert_eq!((text(word::COUNT - 1), text(word::COUNT)), ("first", "later 0"));
        assert_eq!(text(word::COUNT + word::LATER), "");
    }

    #[test]
    fn other_words_are_refused() {
        let other = Shell { fingerprint: "0".into(), ..shell(|_| String::new()) };
        assert_eq!(install(&other, PLURALS), Err(Mismatch { found: "0".into() }));
        let short = Shell { words: vec![], ..shell(|_| String::new()) };
        assert!(install(&short, PLURALS).is_err());
    }
}
