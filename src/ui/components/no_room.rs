//! What of a text that was put in a field had no room there: a browser leaves it away without a word.

use super::{TwoWays, redrawn};
use crate::words::{shorten, word};
use leptos::prelude::*;

/// The most UTF-16 units that a field takes: more than one record can hold, and no more than a browser lays out at each key
/// without delay. From 31,000 on the page says that it gets long.
const MOST: usize = 40_000;
/// So many characters show where the rest begins.
const SHOWN: usize = 60;

/// What had no room in a field, for as long as it has none.
#[derive(Clone, Copy)]
pub struct NoRoom(RwSignal<Option<Rest>>);

/// How the rest of a text begins, empty where that is a single key; and what has to be made room for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rest {
    begins: String,
    units: usize,
}

impl Rest {
    /// What is said next, where `before` is said now: a key that has no room takes the place of nothing.
    fn after(before: Option<Rest>, text: &str) -> Option<Rest> {
        if text.is_empty() {
            return before.or(Some(Rest { begins: String::new(), units: 1 }));
        }
        let begins: String = text.trim_start().chars().take(SHOWN * 4).collect();
        Some(Rest { begins: shorten(&begins, SHOWN), units: text.encode_utf16().count() })
    }

    /// Whether a field in which this stands has room for it by now; for one that never has, once it is half empty.
    fn has_room(&self, text: &str) -> bool {
        text.encode_utf16().count() + self.units.min(MOST / 2) <= MOST
    }
}

impl Default for NoRoom {
    fn default() -> NoRoom {
        NoRoom(RwSignal::new(None))
    }
}

impl NoRoom {
    /// Has a field for words take no more than can be saved.
    pub fn watch(self, two_ways: TwoWays) -> TwoWays {
        let hear = move |text: String| {
            if self.0.with_untracked(|rest| rest.as_ref().is_some_and(|rest| rest.has_room(&text))) {
                self.0.set(None);
            }
        };
        let left_out = move |rest: String| self.0.update(|said| *said = Rest::after(said.take(), &rest));
        two_ways.heard_by(hear).at_most(MOST, Callback::new(left_out))
    }

    /// Says under the field what had no room.
    pub fn line(self) -> impl IntoView {
        let said = move || {
            let rest = self.0.get()?;
            let words = if rest.begins.is_empty() {
                word::keeping::no_room().to_owned()
            } else {
                word::keeping::left_out(&rest.begins)
            };
            Some(view! {
                <p class="soft" translate="no">
                    {words}
                </p>
            })
        };
        view! { <div role="status">{redrawn(said)}</div> }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_is_said_until_there_is_room_for_it() {
        let pasted = Rest::after(None, " and then she said that it was late");
        let Some(rest) = &pasted else { panic!("it is said") };
        assert_eq!((rest.begins.as_str(), rest.units), ("and then she said that it was late", 35));
        assert_eq!(Rest::after(pasted.clone(), ""), pasted, "a key after it changes nothing");
        assert!(!rest.has_room(&"a".repeat(MOST - 34)) && rest.has_room(&"a".repeat(MOST - 35)));
        let Some(key) = Rest::after(None, "") else { panic!("it is said") };
        assert!(key.begins.is_empty() && !key.has_room(&"a".repeat(MOST)) && key.has_room(&"a".repeat(MOST - 1)));
        // More than a field ever takes.
        let Some(book) = Rest::after(None, &"word ".repeat(200_000)) else { panic!("it is said") };
        assert!(book.begins.len() < 2 * SHOWN && !book.has_room(&"a".repeat(MOST)) && book.has_room(""));
    }
}
