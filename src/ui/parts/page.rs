use super::{button, plain, way};
use crate::{
    route::Route,
    state::{App, GroupState, Loading},
    ui::view::{Element, View, el, live, maybe},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::PieceGroup;
use std::rc::Rc;

/// The running app.
pub fn app() -> App {
    expect_context()
}

/// What "Hide screen" does.
#[derive(Clone, Copy)]
pub struct Hide(pub Callback<()>);

/// A screen while it is put together: a bar with the way back and "Hide screen", one heading, what it is about,
/// and the buttons in the thumb's reach.
pub struct Page(Box<Parts>);

struct Parts {
    title: View,
    place: View,
    back: Option<Route>,
    along: View,
    foot: Option<Element>,
    inside: Vec<View>,
}

/// A screen with this heading.
pub fn page(title: impl Into<View>) -> Page {
    fn one(title: View) -> Page {
        let (place, along) = (View::nothing(), View::nothing());
        Page(Box::new(Parts { title, place, back: None, along, foot: None, inside: Vec::new() }))
    }
    one(title.into())
}

impl Page {
    /// Says where one is, in small letters beside the way back.
    pub fn place(mut self, place: impl Into<View>) -> Page {
        self.0.place = el("span").class("bar-place").with(place).into();
        self
    }

    /// With a way back; a tab has none.
    pub fn back(mut self, to: Route) -> Page {
        self.0.back = Some(to);
        self
    }

    /// Shows how far along one is, in hundredths: a thin line under the bar.
    pub fn along(mut self, hundredths: impl Fn() -> usize + 'static) -> Page {
        let line = el("div").class("along").attr("aria-hidden", "true").with(el("b").wide(hundredths));
        self.0.along = line.into();
        self
    }

    /// With something in the thumb's reach, after what is there.
    pub fn foot(mut self, inside: impl Into<View>) -> Page {
        let foot = self.0.foot.take().unwrap_or_else(|| el("div").class("foot"));
        self.0.foot = Some(foot.with(inside));
        self
    }

    /// With something in it, after what is there.
    pub fn with(mut self, inside: impl Into<View>) -> Page {
        self.0.inside.push(inside.into());
        self
    }
}

impl From<Page> for View {
    fn from(page: Page) -> View {
        let page = *page.0;
        let Hide(hide) = expect_context();
        let heading = el("h1").attr("id", "heading").attr("tabindex", "-1").with(page.title);
        let bar = el("div").class("bar");
        // A tab has no way back, so its heading stands in the bar.
        let (bar, below) = match page.back {
            None => (bar.with(heading), View::nothing()),
            Some(back) => {
                let sign = el("span").attr("aria-hidden", "true").with("‹");
                let back = way(back).class("bar-back").attr("aria-label", word::app::back()).with(sign);
                (bar.with(back).with(page.place), heading.into())
            }
        };
        let bar = bar.with(button("bar-hide", word::app::hide(), move || hide.run(())));
        let inside = el("div").class("page").with(page.along).with(below).with(View::several(page.inside));
        el("main").attr("id", "main").class("main").with(bar).with(inside).with(page.foot).into()
    }
}

/// Draws what needs all pieces, once they are there; says so if they cannot be had. Only then is there a heading to go to.
pub fn awaiting(then: impl Fn() -> View + 'static) -> View {
    let app = app();
    waiting(move || pieces_there(app), move || app.fetch_again(), then)
}

fn pieces_there(app: App) -> GroupState {
    match app.content.loading() {
        Loading::There(_) => GroupState::There,
        Loading::Coming => GroupState::Coming,
        Loading::Failed => GroupState::Failed,
    }
}

/// Draws what needs all pieces, and earlier wordings too unless they cannot be had: then it says where words are missing.
pub fn awaiting_all(then: impl Fn() -> View + 'static) -> View {
    let app = app();
    let state = move || match (pieces_there(app), app.content.group(PieceGroup::Past)) {
        (GroupState::There, GroupState::Coming) => GroupState::Coming,
        (pieces, _) => pieces,
    };
    waiting(state, move || app.fetch_again(), then)
}

/// Draws what needs a group of pieces alone, once it is there; says so if it cannot be had.
pub fn awaiting_group(group: PieceGroup, then: impl Fn() -> View + 'static) -> View {
    let app = app();
    waiting(move || app.content.group(group), move || app.fetch_again(), then)
}

/// Draws a part of a page that need not wait for it: nothing until the group of pieces is there, and then once. What arrives later
/// does not draw it anew under a finger.
pub fn once_there(group: PieceGroup, then: impl Fn() -> View + 'static) -> View {
    let content = app().content;
    let there = Memo::new(move |_| content.group(group) == GroupState::There);
    maybe(move || there.get().then(|| untrack(&then)))
}

/// Draws a page once `state` says that what it needs is there; before that, that it is on its way, or that it could not be had,
/// with a button that tries it `again`.
pub fn waiting(
    state: impl Fn() -> GroupState + Send + Sync + 'static,
    again: impl Fn() + 'static,
    then: impl Fn() -> View + 'static,
) -> View {
    fn one(state: Memo<GroupState>, again: Rc<dyn Fn()>, then: Box<dyn Fn() -> View>) -> View {
        let app = app();
        let waited = StoredValue::new(false);
        live(move || match state.get() {
            GroupState::There => {
                if waited.get_value() {
                    app.focus_heading();
                }
                untrack(&then)
            }
            GroupState::Coming => {
                waited.set_value(true);
                page(word::app::loading()).into()
            }
            GroupState::Failed => {
                let again = again.clone();
                page(word::runner::failed())
                    .back(Route::Today)
                    .with(plain(word::runner::loading_failed()))
                    .with(button("button plain", word::runner::try_again(), move || again()))
                    .into()
            }
        })
    }
    one(Memo::new(move |_| state()), Rc::new(again), Box::new(then))
}
