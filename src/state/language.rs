use super::App;
use crate::words;
use leptos::prelude::*;
use obverse_core::activity::{Pieces, Shell};

/// A language that the app can be read in.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47, e.g. `fr`.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
}

/// Called with everything authors wrote in a language, if it could be had.
pub type Fetched = Box<dyn FnOnce(Option<(Shell, Pieces)>)>;

/// Fetches a language by its tag.
pub type FetchLanguage = fn(String, Fetched);

impl App {
    /// The languages there are.
    pub fn languages(self) -> Vec<Language> {
        self.ports.with_value(|ports| (ports.languages)())
    }

    /// Takes a language into use, and calls back with whether that was done. Everything stays where it is: what is
    /// being written is kept, and the present screen is drawn anew.
    pub fn speak(self, language: Language, done: impl FnOnce(bool) + 'static) {
        self.flush();
        let tag = language.tag.clone();
        let then = move |fetched: Option<(Shell, Pieces)>| {
            let taken = fetched.filter(|(shell, pieces)| words::replace(shell, &pieces.words));
            let Some((shell, pieces)) = taken else { return done(false) };
            done(true);
            self.preferences.choose_language(&language.tag);
            self.content.replace(shell, pieces);
            self.host(|host| {
                host.mark("lang", &language.tag);
                host.mark("dir", &language.direction);
            });
            self.redraw();
        };
        self.ports.with_value(|ports| (ports.fetch_language)(tag, Box::new(then)));
    }
}
