//! What Today begins with: its question and "Something happened", and the ways in for somebody who has written nothing yet.

use crate::{
    route::{BEFORE, Code, Route},
    state::{App, FIRST_ANSWERS},
    ui::components::{Button, Group, Link, LiveText, Row},
    words::word,
};
use leptos::prelude::*;

/// The ways in for somebody who has written nothing yet: the day's question, something happened, a course, a look round.
#[component]
pub fn WaysIn(
    /// The running app.
    app: App,
) -> impl IntoView {
    let course = Route::Activity(Code::of(BEFORE));
    let look = app.content.first_on_path().map(|(first, text)| {
        view! { <Row to=Route::Activity(first) title=word::today::look_round() text=text/> }
    });
    view! {
        {lead(app, None)}
        {happened(app)}
        <ul class="rows">
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

/// The day's question, set large, with the way to write along it, and to another; it can wait where `rest` is given.
pub(super) fn lead(app: App, rest: Option<Callback<()>>) -> Option<impl IntoView> {
    let (form, _) = app.content.prompt(app.now().day())?;
    let question = move || app.content.prompt(app.question_day()).map_or_else(String::new, |(_, question)| question);
    let rest = rest.map(|rest| view! { <Button class="quiet small" label=word::today::not_today() on_press=rest/> });
    Some(view! {
        <div class="lead">
            <h2 aria-live="polite">
                <LiveText text=question/>
            </h2>
            <div class="lead-acts">
                <Link class="button" to=Route::Form(Code::of(&form.id), None) label=word::today::write()/>
                <Button class="quiet" label=word::today::another() on_press=move |()| app.another_question()/>
                {rest}
            </div>
        </div>
    })
}

/// "Something happened": a button for each first answer, always there.
pub(super) fn happened(app: App) -> impl IntoView {
    let chip = |answer: usize, label: &'static str| {
        let begin = move |()| app.begin_happened(FIRST_ANSWERS[answer]);
        view! { <Button class="chip" label=label on_press=begin/> }.into_any()
    };
    let chips = vec![
        chip(0, word::today::to_me()),
        chip(1, word::today::i_saw_it()),
        chip(2, word::today::i_did_it()),
        chip(3, word::today::not_sure()),
    ];
    view! {
        <Group name=word::today::happened()>
            <div class="chips">{chips}</div>
        </Group>
    }
}
