use super::ways_in::{copy_first, happened, lead, ways_in};
use crate::{
    route::{Code, Route},
    state::{App, Begun, Condition, Guard, Mode, Offer, Offline, What},
    ui::{
        parts::{
            Own, Refused, app, button, confirm, link, own_row, own_row_above, page, para, plain, refusal_line,
            row_with, rows, way, where_kept,
        },
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Commitment;

/// How many things to go on with are shown.
const GO_ON: usize = 2;

/// Today: four ways in for somebody new; then one lead, one door, what to go on with.
pub fn today() -> View {
    let app = app();
    let new = Memo::new(move |_| is_new(app));
    let refused = RwSignal::new(None);
    let newer = move || match app.journal.condition() {
        Condition::Newer => Some(para("note", word::trouble::newer())),
        Condition::Altered => Some(para("note", word::lock::altered())),
        _ => None,
    };
    page(word::today::title())
        .with(maybe(newer))
        .with(live(move || match new.get() {
            true => ways_in(app.content, app.now().day()),
            false => ways(app, refused),
        }))
        .with(el("p").class("soft kept-where").with(where_kept()).with(maybe(move || save_copy(app))))
        .with(maybe(move || (!new.get()).then(|| needs_network(app)).flatten()))
        .with(maybe(move || backup_due(app)))
        .with(maybe(move || nearly_full(app)))
        .with(maybe(move || stranded(app)))
        .with(maybe(move || held(app, refused)))
        .with(refusal_line(refused))
        .with(maybe(move || offer(app)))
        .into()
}

/// Whether nothing is there yet, as far as can be seen.
pub fn is_new(app: App) -> bool {
    let open = matches!(app.journal.condition(), Condition::Fresh | Condition::Open);
    open && app.guard() != Guard::Shut && app.journal.look(|records| records.next().is_none())
}

fn ways(app: App, refused: Refused) -> View {
    let steps = row_with(Route::Steps, word::steps::title(), word::today::steps_text(), "");
    View::several(vec![
        maybe(move || todays(app)),
        rows(View::several(vec![
            maybe(move || shut(app)),
            happened(),
            live(move || next(app, refused)),
            live(move || due(app)),
            maybe(move || lines(app)),
            steps,
        ])),
    ])
}

/// The day's question, which can wait.
fn todays(app: App) -> Option<View> {
    let day = app.now().day();
    if app.preferences.rests(day) {
        return None;
    }
    let (form, prompt) = app.content.prompt(day)?;
    let rest = move || {
        app.preferences.rest(day);
        app.focus_heading();
    };
    let rest = el("p").class("lead-rest").with(button("quiet small", word::today::not_today(), rest));
    Some(View::several(vec![lead(Code::of(&form.id), &prompt).into(), rest.into()]))
}

/// What is offered once the first words are kept: the lock, then the home screen where that keeps them longer.
fn offer(app: App) -> Option<View> {
    let [to_lock, to_home] = app.offers();
    let no = move |offer| button("quiet", word::today::offer_no(), move || app.decline(offer));
    let (text, acts) = if to_lock {
        let lock = link("quiet", Route::Lock, word::today::offer_lock_yes());
        (word::today::offer_lock(), View::several(vec![lock, no(Offer::Lock)]))
    } else if to_home {
        (word::today::offer_home(), no(Offer::HomeScreen))
    } else {
        return None;
    };
    Some(el("div").class("note").with(plain(text)).with(el("p").class("note-acts").with(acts)).into())
}

/// What to begin or go on with: what was begun, else the next thing on the path; after weeks away, anything.
fn next(app: App, refused: Refused) -> View {
    let away = app.after_weeks_away();
    let begun = app.begun();
    let mut rows: Vec<View> = begun.iter().take(GO_ON).filter_map(|one| go_on_row(app, one, refused)).collect();
    if away.is_none() && !rows.is_empty() {
        // What was begun to be answered shows where its activity does.
        let more = begun.iter().skip(GO_ON).any(|one| !matches!(one.what, What::Answering(_)));
        rows.extend(more.then(|| row_with(Route::Journal, word::today::more_begun(), "", "")));
        return View::several(rows);
    }
    // What is on the path shows in the journal, which may be shut or not to be written.
    if app.guard() == Guard::Shut || matches!(app.journal.condition(), Condition::Newer | Condition::Altered) {
        return View::nothing();
    }
    match away {
        Some(last) => {
            let anywhere = row_with(Route::Reflect, word::today::anywhere(), word::today::anywhere_text(), "");
            let last = last.map(|(id, line)| own_row(Own::Text, Route::Entry(id), word::today::last_line(), &line, ""));
            View::several(vec![anywhere, last.into()])
        }
        None => app.next_on_path().map(|next| row_with(next.to, &next.title, &next.text, "")).into(),
    }
}

/// The way to the person's own lines, once there are any.
fn lines(app: App) -> Option<View> {
    let there = app.guard() != Guard::Shut && app.has_lines();
    there.then(|| row_with(Route::Lines, word::lines::title(), word::reflect::lines_text(), ""))
}

/// A quiet word about backups, and the way there.
fn backup_due(app: App) -> Option<View> {
    app.backup_due().then(|| {
        let said = match app.last_backup() {
            Some(date) => word::backup::since(&date),
            None => word::backup::never().to_owned(),
        };
        el("p").class("soft").with(way(Route::Backup).with(said)).into()
    })
}

/// Said, once something is written, where the app will not open without a network, with the way to the reason.
fn needs_network(app: App) -> Option<View> {
    let not = matches!(app.offline.get(), Offline::NotAllowed | Offline::Refused);
    not.then(|| el("p").class("soft").with(way(Route::Settings).with(word::offline::needed())).into())
}

/// Said from seven tenths of the room on.
fn nearly_full(app: App) -> Option<View> {
    let used = || para("note", &word::settings::used_much(&app.percent(app.journal.share())));
    app.journal.nearly_full().then(used)
}

/// Words that a crash left behind and that could not be kept.
fn stranded(app: App) -> Option<View> {
    let words = Some(app.stranded.get()).filter(|words| !words.is_empty())?;
    let copy = button("quiet", word::keeping::save_copy(), move || app.offer(&words));
    let let_go = button("quiet", word::keeping::let_go(), move || {
        app.let_go();
        app.focus_heading();
    });
    let acts = el("p").class("note-acts").with(copy).with(let_go);
    Some(el("div").class("note").with(plain(word::keeping::stranded())).with(acts).into())
}

/// What was written while the lock was shut.
fn held(app: App, refused: Refused) -> Option<View> {
    let count = Some(app.held()).filter(|count| *count > 0)?;
    // As many as one evening brings forth: exact in a float.
    let ask = plain(&word::lock::held(count as f64));
    let keep = button("quiet", word::lock::held_keep(), move || {
        refused.set(app.keep_held().err());
        app.focus_heading();
    });
    let let_go = button("quiet", word::lock::held_drop(), move || {
        app.drop_held();
        app.focus_heading();
    });
    let acts = el("p").class("note-acts").with(keep).with(let_go);
    Some(el("div").class("note").with(ask).with(acts).into())
}

/// The way to what opens the lock.
fn shut(app: App) -> Option<View> {
    (app.guard() == Guard::Shut).then(|| row_with(Route::Journal, word::lock::unlock(), word::lock::shut_title(), ""))
}

fn save_copy(app: App) -> Option<View> {
    (!matches!(app.journal.mode(), Mode::Kept | Mode::Locked)).then(copy_first)
}

/// Something begun: the way on, what it is known by, and a way to be rid of it.
fn go_on_row(app: App, one: &Begun, refused: Refused) -> Option<View> {
    let id = one.id;
    let code = Code::of(&one.activity);
    let left = word::today::left(&app.date(one.left));
    let (to, text) = match &one.what {
        What::Answering(Some((at, of))) => {
            (Route::Activity(code), word::today::place(&at.to_string(), &of.to_string()))
        }
        What::Answering(None) => (Route::Activity(code), String::new()),
        What::Versions => (Route::Entry(id), word::journal::two_versions().to_owned()),
        What::Writing(words) => (Route::Form(code, Some(id)), words.clone()),
    };
    let title = app.content.line(&one.activity)?.title;
    let ask = [word::entry::delete(), word::entry::delete_ask(), word::entry::delete_sure(), word::entry::cancel()];
    let delete = confirm(ask, move || {
        refused.set(app.journal.delete(id).err());
        app.focus_heading();
    });
    Some(own_row_above(Own::Text, to, &word::today::go_on(&title), &text, &left, delete))
}

/// A row for each step that waits to be looked at again.
fn due(app: App) -> View {
    let today = app.now().date();
    // One at a time, the longest waiting first: never a pile.
    let due = app.journal.commitments().into_iter().filter(|(_, step)| step.due(today));
    let due = due.min_by_key(|(_, step)| step.look_again).into_iter();
    all(due.map(|(record, step)| {
        let quoted = word::today::step_quoted(&step_name(&step));
        own_row(Own::Text, Route::Step(record.id), word::today::step_due(), &quoted, "")
    }))
}

/// The words a step goes by: the first line of what it says.
pub(super) fn step_name(step: &Commitment) -> String {
    let line = step.what.lines().map(str::trim).find(|line| !line.is_empty());
    line.unwrap_or(word::journal::untitled()).to_owned()
}
