//! What Today begins with: its question and "Something happened", and the ways in for somebody who has written nothing yet.

use crate::{
    route::{BEFORE, Code, Route},
    state::{App, FIRST_ANSWERS},
    ui::components::{Button, Group, Link, LiveText, Own, Row},
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
    let look = app.content.first_on_path();
    let look = look.map(|(first, text)| row(Own::None, Route::Activity(first), word::today::look_round(), &text));
    let course = row(Own::None, course, word::today::course(), word::today::course_text());
    let mut rows = vec![course];
    rows.extend(look);
    view! {
        {lead(app, None)}
        {happened(app)}
        <ul class="rows">{rows}</ul>
    }
}

/// The day's question, set large, with the way to write along it, and to another; it can wait where `rest` is given.
pub(super) fn lead(app: App, rest: Option<Callback<()>>) -> Option<AnyView> {
    let (form, _) = app.content.prompt(app.now().day())?;
    let to = Route::Form(Code::of(&form.id), None);
    let question = move || app.content.prompt(app.question_day()).map_or_else(String::new, |(_, question)| question);
    let another = move |()| app.another_question();
    let mut acts = vec![
        view! { <Link class="button" to=to label=word::today::write()/> }.into_any(),
        view! { <Button class="quiet" label=word::today::another() on_press=another/> }.into_any(),
    ];
    let rest = rest.map(|rest| view! { <Button class="quiet small" label=word::today::not_today() on_press=rest/> });
    acts.extend(rest.map(IntoAny::into_any));
    let question = view! {
        <div role="status">
            <h2>
                <LiveText text=question/>
            </h2>
        </div>
    };
    let all = vec![question.into_any(), view! { <div class="lead-acts">{acts}</div> }.into_any()];
    Some(view! { <div class="lead">{all}</div> }.into_any())
}

/// "Something happened": a button for each first answer, always there.
pub(super) fn happened(app: App) -> impl IntoView {
    let chip = |answer: &'static str, label: &'static str| {
        let begin = move |()| app.begin_happened(answer);
        view! { <Button class="chip" label=label on_press=begin/> }.into_any()
    };
    let [to_me, i_saw_it, i_did_it, not_sure] = FIRST_ANSWERS;
    let chips = vec![
        chip(to_me, word::today::to_me()),
        chip(i_saw_it, word::today::i_saw_it()),
        chip(i_did_it, word::today::i_did_it()),
        chip(not_sure, word::today::not_sure()),
    ];
    view! {
        <Group name=word::today::happened()>
            <div class="chips">{chips}</div>
        </Group>
    }
}

/// A row that leads somewhere, with a line under its name unless that is empty.
pub(super) fn row(own: Own, to: Route, title: &str, text: &str) -> AnyView {
    view! { <Row own=own to=to title=title text=text/> }.into_any()
}
