//! The person's own lines.

use crate::{
    route::{Code, Route},
    state::{App, MY_LINE, OwnLine},
    ui::components::{Link, Page, app, awaiting, redrawn},
    words::word,
};
use leptos::prelude::*;

/// The person's own lines, to be read at a bedside: large, newest first, each with the way to where it stands.
#[component]
pub fn Lines() -> impl IntoView {
    let app = app();
    awaiting(move || {
        let new = Route::Form(Code::of(MY_LINE), None);
        view! {
            <Page
                title=word::lines::title()
                back=Route::Reflect
                place=word::reflect::title()
                foot=move || view! { <Link class="button" to=new label=word::lines::new()/> }
            >
                {redrawn(move || listed(app))}
            </Page>
        }
    })
}

fn listed(app: App) -> AnyView {
    let lines = app.lines();
    if lines.is_empty() {
        return view! {
            <div class="empty">
                <p class="empty-lead">{word::lines::empty()}</p>
                <p class="soft">{word::lines::empty_text()}</p>
            </div>
        }
        .into_any();
    }
    own(app, lines).into_any()
}

/// Words of the person's own, each with the way to where it stands.
pub(super) fn own(app: App, lines: Vec<OwnLine>) -> impl IntoView {
    view! { <ul class="own-lines">{lines.into_iter().map(|line| one(app, line)).collect_view()}</ul> }
}

fn one(app: App, line: OwnLine) -> impl IntoView {
    let to = line.entry.map_or_else(|| Route::Activity(Code::of(&line.piece)), Route::Entry);
    let title = app.content.line(&line.piece).map_or_else(String::new, |piece| piece.title);
    view! {
        <li class="own-line">
            <p class="own-words" translate="no">
                {line.text}
            </p>
            <Link class="quiet small" to=to label=word::lines::from(&title)/>
        </li>
    }
}
