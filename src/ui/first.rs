//! The window for somebody new, until the app draws it: the first screen, and Today with its four ways in. Both are drawn by
//! the functions that the app draws them with.

use super::{
    frame::{Window, cover, tabs},
    pages::{self, Ways},
    parts::{Hide, page, soft},
    view::{View, live},
};
use crate::signals::*;
use crate::{route::Route, state::Content, words::word};
use std::rc::Rc;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The first screen.
    Welcome,
    /// Today, on a device of one's own.
    Today,
    /// Today, on a device that others use too.
    Shared,
    /// That the app is on its way.
    Loading,
    /// Whatever the app draws.
    App,
}

/// What the first screen is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The device is one's own.
    Mine,
    /// The same, and the lock comes first.
    Lock,
    /// The device is one that others use too: nothing is to be kept on it.
    Shared,
}

/// What is shown to somebody new, and what they can do.
#[derive(Clone)]
pub struct First {
    /// What authors wrote: the catalogue.
    pub content: Content,
    /// Today, counted from the beginning of the common era.
    pub day: i32,
    /// What is shown.
    pub stage: RwSignal<Stage>,
    /// Whether the screen is covered by "Hide screen".
    pub hidden: RwSignal<bool>,
    /// Takes the answer to the first screen.
    pub answer: Callback<Answer>,
    /// Covers everything (`true`), or shows it again.
    pub hide: Callback<bool>,
    /// Puts the focus on the heading.
    pub to_heading: Callback<()>,
    /// Draws the app's window, once it is there.
    pub app: Rc<dyn Fn() -> View>,
}

/// Draws the window for somebody new, and the app's own in its place once the stage says so.
pub fn first(first: First) -> View {
    let First { content, day, stage, hidden, answer, hide, to_heading, app } = first;
    provide_context(Hide(Callback::new(move |()| hide.run(true))));
    let here = RwSignal::new(Route::Today);
    let own = Memo::new(move || stage.get() != Stage::App);
    let covered = Memo::new(move || hidden.get());
    let shown = move || match stage.get() {
        Stage::App => View::nothing(),
        Stage::Loading => page(word::app::loading()).into(),
        Stage::Welcome => {
            let say = move |said| Callback::new(move |()| answer.run(said));
            let ways = Ways { enter: say(Answer::Mine), lock: say(Answer::Lock), share: say(Answer::Shared) };
            pages::welcome(ways, None, None)
        }
        Stage::Today | Stage::Shared => {
            let kept = match stage.get_untracked() {
                Stage::Shared => pages::kept_shared(),
                _ => soft(word::today::kept()),
            };
            page(word::today::title()).with(pages::ways_in(content, day)).with(kept).into()
        }
    };
    live(move || {
        if !own.get() {
            return untrack(|| app());
        }
        if covered.get() {
            return cover(move || hide.run(false), View::nothing());
        }
        let welcoming = move || stage.get() == Stage::Welcome;
        let window = Window { doing: Callback::new(move |()| welcoming()), to_heading };
        window.around(live(shown), move || (!welcoming()).then(|| tabs(here)))
    })
}
