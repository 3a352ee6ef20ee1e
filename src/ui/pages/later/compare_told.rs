//! What was said to a question of the self-check, told in words.

use super::occasion::name;
use crate::{
    state::{App, Asked, Told},
    ui::{
        parts::{own_para, plain, soft, span},
        view::{View, all, el},
    },
    words::word,
};

/// A small table: when, and what was said. Its style breaks its rows where letters are large, and a browser may then
/// take it for no table: so it says what it is.
pub(super) fn told(app: App, asked: &Asked) -> View {
    let part = |tag: &str, role: &str| el(tag).attr("role", role);
    let column = |name: &str| part("th", "columnheader").attr("scope", "col").with(name);
    let head = part("tr", "row").with(column(word::compare::when())).with(column(word::compare::answer()));
    let line = |told: &Told| {
        let when =
            part("th", "rowheader").attr("scope", "row").with(occasion(told)).with(span("soft", &app.date(told.at)));
        part("tr", "row").with(when).with(part("td", "cell").with(said(told))).into()
    };
    part("table", "table")
        .class("told")
        .attr("aria-label", &asked.ask)
        .with(part("thead", "rowgroup").class("heard").with(head))
        .with(part("tbody", "rowgroup").with(all(asked.told.iter().map(line))))
        .into()
}

/// The person's own words, beside each other where there is room.
pub(super) fn parts_of(app: App, asked: &Asked) -> View {
    let one = |told: &Told| {
        let when = el("h3").with(occasion(told)).with(span("soft", &app.date(told.at)));
        el("article").with(when).with(said(told)).into()
    };
    el("div").class("beside").with(all(asked.told.iter().map(one))).into()
}

fn occasion(told: &Told) -> View {
    let name = name(told.occasion);
    match told.earlier {
        true => span("told-when", &word::compare::earlier(name)),
        false => span("told-when", name),
    }
}

fn said(told: &Told) -> View {
    let asked = told.other_words && !told.ask.is_empty();
    View::several(vec![
        asked.then(|| soft(&word::runner::was(&told.ask))).into(),
        all(told.answers.iter().map(|answer| plain(answer))),
        told.rather_not.then(|| plain(word::runner::rather_not_said())).into(),
        (!told.note.is_empty()).then(|| own_para("quote", &told.note)).into(),
        told.other_words.then(|| soft(word::compare::other_words())).into(),
    ])
}
