use crate::{
    route::{Code, Route},
    state::{App, MY_LINE, OwnLine},
    ui::{
        parts::{app, awaiting, link, page, para, soft},
        view::{View, all, el, maybe},
    },
    words::word,
};

/// The person's own lines, to be read at a bedside: large, newest first, each with the way to where it stands.
pub fn lines() -> View {
    let app = app();
    awaiting(move || {
        page(word::lines::title())
            .back(Route::Reflect)
            .place(word::reflect::title())
            .foot(link("button", Route::Form(Code::of(MY_LINE), None), word::lines::new()))
            .with(maybe(move || Some(listed(app))))
            .into()
    })
}

fn listed(app: App) -> View {
    let lines = app.lines();
    if lines.is_empty() {
        let lead = para("empty-lead", word::lines::empty());
        return el("div").class("empty").with(lead).with(soft(word::lines::empty_text())).into();
    }
    own(app, &lines)
}

/// Words of the person's own, each with the way to where it stands.
pub(super) fn own(app: App, lines: &[OwnLine]) -> View {
    el("ul").class("own-lines").with(all(lines.iter().map(|line| one(app, line)))).into()
}

fn one(app: App, line: &OwnLine) -> View {
    let to = line.entry.map_or_else(|| Route::Activity(Code::of(&line.piece)), Route::Entry);
    let title = app.content.line(&line.piece).map_or_else(String::new, |piece| piece.title);
    el("li")
        .class("own-line")
        .with(el("p").class("own-words").own().with(line.text.as_str()))
        .with(link("quiet small", to, &word::lines::from(&title)))
        .into()
}
