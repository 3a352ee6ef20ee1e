//! The ways in for somebody who has written nothing yet, and those of them that stay.

use crate::{
    route::{BEFORE, Code, Route},
    state::{Content, HAPPENED},
    ui::components::{Link, Row, href},
    words::word,
};
use leptos::prelude::*;

/// The ways in for somebody who has written nothing yet: two minutes, something happened, a course, a look round.
#[component]
pub fn WaysIn(
    /// Where the day's question comes from.
    content: Content,
    /// The day.
    day: i32,
) -> impl IntoView {
    let course = Route::Activity(Code::of(BEFORE));
    let look = content.first_on_path().map(|(first, text)| {
        view! { <Row to=Route::Activity(first) title=word::today::look_round() text=text/> }
    });
    view! {
        {content.prompt(day).map(|(form, prompt)| lead(Code::of(&form.id), prompt))}
        <ul class="rows">
            {happened()}
            <Row to=course title=word::today::course() text=word::today::course_text()/>
            {look}
        </ul>
    }
}

/// The way to a copy of what is held in memory alone.
pub(super) fn copy_first() -> impl IntoView {
    view! {
        " "
        <Link to=Route::Settings label=word::today::save_copy()/>
    }
}

/// The day's question.
pub(super) fn lead(form: Code, prompt: String) -> impl IntoView {
    view! {
        <a class="lead" href=href(Route::Form(form, None))>
            <h2>{word::today::lead()}</h2>
            <p>{prompt}</p>
        </a>
    }
}

/// The way in that is always there.
pub(super) fn happened() -> impl IntoView {
    let to = Route::Form(Code::of(HAPPENED), None);
    view! { <Row to=to title=word::today::happened() text=word::today::happened_text()/> }
}
