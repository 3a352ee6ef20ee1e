//! The nudge: words that may tell who somebody is, named beside the text once one pauses. It refuses nothing.

use super::{App, Draft, Timer};
use leptos::prelude::*;
use obverse_core::{
    errand::{Answer, Errand},
    reflection::Body,
};

/// A pause in typing after which a text is looked at, in milliseconds.
const PAUSE: u32 = 1_500;
/// The id of the form behind "Something happened". Nothing is said of what stands there: whoever writes it has something
/// else to bear. A copy for others is looked at in any case.
pub const HAPPENED: &str = "something-happened";

/// What was found in a draft.
#[derive(Clone, Copy)]
pub struct Nudge {
    /// Each may tell by itself.
    words: RwSignal<Vec<String>>,
    /// An age, a place and a condition.
    together: RwSignal<Vec<String>>,
    /// What the person chose to leave as it is.
    left: StoredValue<Vec<String>>,
    /// The pause, and then what the worker was asked.
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Nudge {
    pub(super) fn new() -> Nudge {
        Nudge {
            words: RwSignal::new(Vec::new()),
            together: RwSignal::new(Vec::new()),
            left: StoredValue::new(Vec::new()),
            timer: StoredValue::new_local(None),
        }
    }

    /// The words that may tell by themselves.
    pub fn words(self) -> Vec<String> {
        self.words.get()
    }

    /// The words that may tell together, if there are no others.
    pub fn together(self) -> Vec<String> {
        if self.words.with(Vec::is_empty) { self.together.get() } else { Vec::new() }
    }

    /// Leaves everything found as it is: nothing more is said of these words here.
    pub fn carry_on(self) {
        let found = self.words.get_untracked().into_iter().chain(self.together.get_untracked());
        self.left.update_value(|left| left.extend(found));
        self.put_away();
    }

    /// Says nothing more of what was found, unless it is written again.
    pub fn put_away(self) {
        self.found(Vec::new(), Vec::new());
    }

    fn found(self, words: Vec<String>, together: Vec<String>) {
        self.words.set(words);
        self.together.set(together);
    }

    /// Looks at a draft after a pause.
    pub(super) fn soon(self, app: App, draft: Draft) {
        if !app.preferences.nudges() {
            return;
        }
        let look = move || {
            if let Some(text) = draft.body_if_there().and_then(|body| to_look_at(&body)) {
                let asked = app.look(text, move |words, together| self.take(words, together));
                self.timer.set_value(Some(asked));
            }
        };
        self.timer.set_value(Some(app.after(PAUSE, look)));
    }

    fn take(self, mut words: Vec<String>, mut together: Vec<String>) {
        // The screen may have gone meanwhile.
        let Some(left) = self.left.try_update_value(|left| left.clone()) else { return };
        words.retain(|word| !left.contains(word));
        if together.iter().all(|word| left.contains(word)) {
            together.clear();
        }
        self.found(words, together);
    }
}

/// The texts of a draft, unless nothing should be said of them.
fn to_look_at(body: &Body) -> Option<String> {
    match body {
        Body::Entry(entry) if entry.form == HAPPENED => None,
        body => Some(body.joined()).filter(|text| !text.trim().is_empty()),
    }
}

impl App {
    /// Looks for what may tell who somebody is, and gives back the words: those that may by themselves, and those that
    /// may together: later, unless what is given back is dropped before.
    #[must_use]
    pub fn look(self, text: String, found: impl FnOnce(Vec<String>, Vec<String>) + 'static) -> Timer {
        let told = move |answer| {
            if let Answer::Found { words, together } = answer {
                found(words, together);
            }
        };
        self.host(|host| host.errand(Errand::Look { text }, Box::new(told)))
    }
}
