use crate::{
    route::Route,
    state::{App, Guard, Mode, Opened, Restored},
    ui::{
        parts::{app, button, group, link, page, para, plain, soft, span, tick, unlocking, work_line},
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use std::rc::Rc;

/// The id of the field that the file is chosen in.
const FIELD: &str = "file";

/// Opening a backup: what it holds; and then bringing that in.
pub fn restore() -> View {
    let app = app();
    app.begin_backup();
    let done = Memo::new(move |_| app.restored().is_some());
    live(move || match done.get() {
        true => untrack(|| app.restored().map_or_else(View::nothing, |restored| brought_in(app, restored))),
        false => untrack(|| open(app)),
    })
}

fn open(app: App) -> View {
    let opened = Memo::new(move |_| app.opened_file().is_some());
    let chosen = RwSignal::new(false);
    let field = el("input")
        .attr("type", "file")
        .attr("id", FIELD)
        .class("field")
        .on_text("change", move |name| chosen.set(!name.is_empty()));
    let field = el("label").class("words").with(span("words-label", word::backup::choose())).with(field);
    let form = unlocking(
        field.into(),
        word::backup::file_passphrase(),
        ["button", word::backup::open()],
        Box::new(move || chosen.get()),
        Box::new(move |secret| app.open_backup(FIELD, secret)),
    );
    let holds = move || opened.get().then(|| untrack(|| app.opened_file().map(|opened| holds(app, opened)))).flatten();
    let working = move || if opened.get() { word::backup::restoring() } else { word::backup::opening() };
    page(word::backup::open_title())
        .back(Route::Backup)
        .with(plain(word::backup::open_text()))
        .with(form)
        .with(maybe(holds))
        .with(work_line(working, || ""))
        .into()
}

/// What the opened file holds, and what bringing it in would do.
fn holds(app: App, opened: Opened) -> View {
    let holds = opened.holds;
    let inside = counts(&[
        (holds.entries, word::backup::entries),
        (holds.placements, word::backup::placements),
        (holds.runs, word::backup::runs),
        (holds.commitments, word::backup::steps),
        (opened.unread, word::backup::unread),
    ]);
    let made = soft(&word::backup::made(&app.date(opened.made)));
    let would = holds.new + holds.newer_there + holds.both + holds.to_delete + holds.deleted_here;
    let then = if would > 0 { would_do(app, opened) } else { plain(word::backup::nothing_new()) };
    let inside = el("div").attr("role", "status").with(plain(word::backup::opened())).with(inside).with(made);
    View::several(vec![inside.into(), then])
}

fn would_do(app: App, opened: Opened) -> View {
    let holds = opened.holds;
    let back = RwSignal::new(false);
    let going = Memo::new(move |_| app.busy());
    let lines = counts(&[
        (holds.new, word::backup::new_here),
        (holds.newer_there, word::backup::newer_there),
        (holds.newer_here, word::backup::newer_here),
        (holds.same, word::backup::same),
        (holds.both, word::backup::both),
        (holds.to_delete, word::backup::to_delete),
        (holds.deleted_here, word::backup::deleted),
    ]);
    let bring = (holds.deleted_here > 0).then(|| {
        tick("tick", "checkbox", word::backup::bring_back(), Rc::new(move || back.get()), move |on| back.set(on))
    });
    let kept = match (app.guard(), app.journal.mode()) {
        (Guard::Open, _) => word::backup::restore_locked(),
        (_, Mode::Kept) => word::backup::restore_plain(),
        _ => word::keeping::memory(),
    };
    group(word::backup::preview())
        .with(lines)
        .with(bring)
        .with(plain(word::backup::restore_text()))
        .with(soft(kept))
        .with(button("button", word::backup::start(), move || app.restore(back.get_untracked())))
        .with(maybe(move || going.get().then(|| along(app))))
        .into()
}

/// A line that grows.
fn along(app: App) -> View {
    let line = el("b").wide(move || app.restored_share());
    el("div").class("room").attr("aria-hidden", "true").with(line).into()
}

/// It is done.
fn brought_in(app: App, restored: Restored) -> View {
    let count = restored.added + restored.updated + restored.versions + restored.brought_back;
    let done = match count {
        0 => plain(word::backup::nothing_new()),
        _ => plain(&word::backup::restored(count.into())),
    };
    let close = (app.journal.mode() == Mode::Kept).then(|| para("note", word::backup::close_once()));
    page(word::backup::open_title())
        .back(Route::Settings)
        .with(done)
        .with(counts(&[(restored.deleted, word::backup::went), (restored.unread, word::backup::unread)]))
        .with(close)
        .with(soft(word::backup::again()))
        .with(link("button", Route::Journal, word::entry::to_journal()))
        .into()
}

/// A number, in words.
type Counted = fn(f64) -> String;

/// A line for each number that is not nought.
fn counts(of: &[(u32, Counted)]) -> View {
    let lines = of.iter().filter(|(count, _)| *count > 0);
    el("ul").class("counts").with(all(lines.map(|(count, say)| el("li").with(say((*count).into())).into()))).into()
}
