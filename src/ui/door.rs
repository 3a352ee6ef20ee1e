use super::{
    frame::{Window, cover, tabs},
    pages::{self, Ways},
    parts::{Hide, page, soft},
    view::{View, live},
};
use crate::signals::*;
use crate::{route::Route, state::Content, words::word};

/// What the door shows, and what it can do.
#[derive(Clone, Copy)]
pub struct Door {
    /// What authors wrote: the catalogue.
    pub content: Content,
    /// Today, counted from the beginning of the common era.
    pub day: i32,
    /// The first screen was answered.
    pub entered: RwSignal<bool>,
    /// The device is one that others use too.
    pub shared: RwSignal<bool>,
    /// Everything is covered.
    pub hidden: RwSignal<bool>,
    /// Another screen was asked for, which the whole program has.
    pub asked: RwSignal<bool>,
    /// The device is one's own.
    pub enter: Callback<()>,
    /// The device is one that others use too.
    pub share: Callback<()>,
    /// The device is one's own, and the lock comes first.
    pub lock: Callback<()>,
    /// Covers everything (`true`), or shows it again.
    pub hide: Callback<bool>,
    /// Puts the focus on the heading.
    pub to_heading: Callback<()>,
}

/// The first screen, and Today with its four doors: drawn by the same functions as in the whole program, which takes its
/// place as soon as it is there.
pub fn door(door: Door) -> View {
    provide_context(Hide(Callback::new(move |()| door.hide.run(true))));
    let here = RwSignal::new(Route::Today);
    let shown = move || match (door.asked.get(), door.entered.get()) {
        (true, _) => page(word::app::loading()).into(),
        (_, false) => pages::welcome(Ways { enter: door.enter, lock: door.lock, share: door.share }, None, None),
        (_, true) => {
            let kept = match door.shared.get() {
                true => pages::kept_shared(),
                false => soft(word::today::kept()),
            };
            page(word::today::title()).with(pages::doors(door.content, door.day)).with(kept).into()
        }
    };
    live(move || {
        if door.hidden.get() {
            return cover(move || door.hide.run(false), View::nothing());
        }
        let welcoming = move || !door.entered.get() && !door.asked.get();
        let window = Window { doing: Callback::new(move |()| welcoming()), to_heading: door.to_heading };
        window.around(live(shown), move || (!welcoming()).then(|| tabs(here)))
    })
}
