use crate::{
    route::{BEFORE, Code, Route},
    state::{Content, HAPPENED},
    ui::{
        parts::{heading, plain, row_with, rows, way},
        view::{Element, View},
    },
    words::word,
};

/// The ways in for somebody who has written nothing yet: two minutes, something happened, a course, a look round.
pub fn ways_in(content: Content, day: i32) -> View {
    let lead = content.prompt(day).map(|(form, prompt)| lead(Code::of(&form.id), &prompt));
    let look = content
        .first_on_path()
        .map(|(first, text)| row_with(Route::Activity(first), word::today::look_round(), &text, ""));
    let ways = vec![
        happened(),
        row_with(Route::Activity(Code::of(BEFORE)), word::today::course(), word::today::course_text(), ""),
        look.into(),
    ];
    View::several(vec![lead.into(), rows(View::several(ways))])
}

/// The way to a copy of what is held in memory alone.
pub(super) fn copy_first() -> View {
    View::several(vec![" ".into(), way(Route::Settings).with(word::today::save_copy()).into()])
}

/// The day's question.
pub(super) fn lead(form: Code, prompt: &str) -> Element {
    way(Route::Form(form, None)).class("lead").with(heading("h2", word::today::lead())).with(plain(prompt))
}

/// The way in that is always there.
pub(super) fn happened() -> View {
    row_with(Route::Form(Code::of(HAPPENED), None), word::today::happened(), word::today::happened_text(), "")
}
