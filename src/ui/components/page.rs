//! The frame of a screen, and what it shows until its words are there.

use super::{Button, href, redrawn};
use crate::{
    route::Route,
    state::{App, GroupState, Loading},
    ui::drawing::Icon,
    words::word,
};
use leptos::{children::ViewFnOnce, prelude::*, text_prop::TextProp};
use obverse_core::activity::PieceGroup;

/// Returns the running app.
pub fn app() -> App {
    expect_context()
}

/// What "Hide screen" does.
#[derive(Clone, Copy)]
pub struct Hide(pub Callback<()>);

/// A screen: a bar with the way back and "Hide screen", one heading, what it is about, and the buttons in the thumb's reach.
#[component]
pub fn Page(
    /// The heading, which may change.
    #[prop(into)]
    title: TextProp,
    /// Whether the heading is out of the person's own words, which no translator of pages may send away.
    #[prop(optional)]
    own: bool,
    /// Where one is, in small letters beside the way back; the heading of a tab becomes as small beside it.
    #[prop(optional, into)]
    place: Option<TextProp>,
    /// The way back; a tab has none.
    #[prop(optional)]
    back: Option<Route>,
    /// How far along one is, in hundredths: a thin line under the bar.
    #[prop(optional_no_strip)]
    along: Option<Signal<usize>>,
    /// What stands in the thumb's reach.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// What the screen is about.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let Hide(hide) = expect_context();
    // The property, not a text node: a page translator may have put another in its place.
    let text = move || title.get().to_string();
    let heading = match own {
        true => view! {
            <h1 id="heading" tabindex="-1">
                <span translate="no" prop:textContent=text></span>
            </h1>
        }
        .into_any(),
        false => view! { <h1 id="heading" tabindex="-1" prop:textContent=text></h1> }.into_any(),
    };
    let place =
        place.map(|place| view! { <span class="bar-place" prop:textContent=move || place.get().to_string()></span> });
    // A tab has no way back, so its heading stands in the bar.
    let (bar, below) = match back {
        None => (heading, None),
        Some(back) => {
            let bar = view! {
                <a class="bar-back" href=href(back) aria-label=word::app::back()>
                    <span aria-hidden="true">"‹"</span>
                </a>
            };
            (bar.into_any(), Some(heading))
        }
    };
    let along = along.map(|along| {
        let width = move || format!("{}%", along.get());
        view! {
            <div class="along" aria-hidden="true">
                <b style:width=width></b>
            </div>
        }
    });
    view! {
        <main id="main" class="main">
            <div class="bar">
                {bar}
                {place}
                <button type="button" class="bar-hide" on:click=move |_| hide.run(())>
                    {Icon::Hide.draw()}
                    <span class="heard">{word::app::hide()}</span>
                </button>
            </div>
            <div class="page">{along} {below} {children.map(|children| children())}</div>
            {foot.map(|foot| view! { <div class="foot">{foot.run()}</div> })}
        </main>
    }
}

/// Draws what needs all pieces, once they are there; says so if they cannot be had. Only then is there a heading to go to.
pub fn awaiting<V: IntoView + 'static>(then: impl Fn() -> V + 'static) -> AnyView {
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
pub fn awaiting_all<V: IntoView + 'static>(then: impl Fn() -> V + 'static) -> AnyView {
    let app = app();
    let state = move || match (pieces_there(app), app.content.group(PieceGroup::Past)) {
        (GroupState::There, GroupState::Coming) => GroupState::Coming,
        (pieces, _) => pieces,
    };
    waiting(state, move || app.fetch_again(), then)
}

/// Draws what needs a group of pieces alone, once it is there; says so if it cannot be had.
pub fn awaiting_group<V: IntoView + 'static>(group: PieceGroup, then: impl Fn() -> V + 'static) -> AnyView {
    let app = app();
    waiting(move || app.content.group(group), move || app.fetch_again(), then)
}

/// Draws a part of a page that need not wait for it: nothing until the group of pieces is there, and then once. What arrives later
/// does not draw it anew under a finger.
pub fn once_there<V: IntoView + 'static>(group: PieceGroup, then: impl Fn() -> V + 'static) -> AnyView {
    let content = app().content;
    let there = Memo::new(move |_| content.group(group) == GroupState::There);
    redrawn(move || there.get().then(|| untrack(&then)))
}

/// Draws a page once `state` says that what it needs is there; before that, that it is on its way, or that it could not be had,
/// with a button that tries it `again`.
pub fn waiting<V: IntoView + 'static>(
    state: impl Fn() -> GroupState + Send + Sync + 'static,
    again: impl Fn() + Send + Sync + 'static,
    then: impl Fn() -> V + 'static,
) -> AnyView {
    fn one(state: Memo<GroupState>, again: Callback<()>, then: Box<dyn Fn() -> AnyView>) -> AnyView {
        let app = app();
        let waited = StoredValue::new(false);
        redrawn(move || match state.get() {
            GroupState::There => {
                if waited.get_value() {
                    app.focus_heading();
                }
                untrack(&then)
            }
            GroupState::Coming => {
                waited.set_value(true);
                view! { <Page title=word::app::loading()/> }.into_any()
            }
            GroupState::Failed => view! {
                <Page title=word::runner::failed() back=Route::Today>
                    <p>{word::runner::loading_failed()}</p>
                    <Button class="button plain" label=word::runner::try_again() on_press=again/>
                </Page>
            }
            .into_any(),
        })
    }
    one(Memo::new(move |_| state()), Callback::new(move |()| again()), Box::new(move || then().into_any()))
}
