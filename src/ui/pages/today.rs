//! Today.

use super::ways_in::{WaysIn, copy_first, happened, lead};
use crate::{
    route::{Code, Route},
    state::{App, Begun, Condition, Guard, Mode, Offer, Offline, What},
    ui::components::{
        Button, ConfirmDelete, Group, Link, Own, Page, RefusalLine, Refused, Row, WhereKept, app, redrawn,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Commitment;

/// How many things to go on with are shown.
const GO_ON: usize = 2;

/// Today: the day's question and "Something happened"; then the ways in for somebody new, else what to go on with.
#[component]
pub fn Today() -> impl IntoView {
    let app = app();
    let new = Memo::new(move |_| is_new(app));
    let refused = RwSignal::new(None);
    let newer = move || {
        let said = match app.journal.condition() {
            Condition::Newer => word::trouble::newer(),
            Condition::Altered => word::lock::altered(),
            _ => return None,
        };
        Some(view! { <p class="note">{said}</p> })
    };
    let ways = move || match new.get() {
        true => view! { <WaysIn app=app/> }.into_any(),
        false => ways(app, refused).into_any(),
    };
    view! {
        <Page title=word::today::title() place=move || app.long_day()>
            {redrawn(newer)}
            {redrawn(ways)}
            <p class="soft kept-where">
                <WhereKept short=true/>
                {redrawn(move || save_copy(app))}
                {redrawn(move || backup_due(app))}
            </p>
            {redrawn(move || (!new.get()).then(|| needs_network(app)).flatten())}
            {redrawn(move || nearly_full(app))}
            {redrawn(move || stranded(app))}
            {redrawn(move || held(app, refused))}
            <RefusalLine refused=refused/>
            {redrawn(move || offer(app))}
        </Page>
    }
}

/// Whether nothing is there yet, as far as can be seen.
pub fn is_new(app: App) -> bool {
    let open = matches!(app.journal.condition(), Condition::Fresh | Condition::Open);
    open && app.guard() != Guard::Shut && app.journal.look(|records| records.next().is_none())
}

fn ways(app: App, refused: Refused) -> impl IntoView {
    view! {
        {redrawn(move || todays(app))}
        {happened(app)}
        {redrawn(move || going_on(app, refused))}
        <ul class="rows rows-quiet">
            {redrawn(move || lines(app))}
            <Row to=Route::Steps title=word::steps::title() text=word::today::steps_text()/>
        </ul>
    }
}

/// The day's question, which can wait.
fn todays(app: App) -> Option<impl IntoView> {
    let day = app.now().day();
    if app.preferences.rests(day) {
        return None;
    }
    let rest = Callback::new(move |()| {
        app.preferences.rest(day);
        app.focus_heading();
    });
    lead(app, Some(rest))
}

/// What to go on with, under a heading of its own.
fn going_on(app: App, refused: Refused) -> Option<impl IntoView> {
    let mut rows: Vec<AnyView> = Vec::new();
    rows.extend(shut(app));
    rows.extend(next(app, refused));
    rows.extend(due(app));
    (!rows.is_empty()).then(|| {
        view! {
            <Group name=word::today::going_on()>
                <ul class="rows">{rows}</ul>
            </Group>
        }
    })
}

/// What is offered once the first words are kept: the lock, then the home screen where that keeps them longer.
fn offer(app: App) -> Option<impl IntoView> {
    let (text, offer) = match app.offers() {
        [true, _] => (word::today::offer_lock(), Offer::Lock),
        [_, true] => (word::today::offer_home(), Offer::HomeScreen),
        _ => return None,
    };
    let to_lock = || view! { <Link class="quiet" to=Route::Lock label=word::today::offer_lock_yes()/> };
    let no = move |()| app.decline(offer);
    Some(view! {
        <div class="note">
            <p>{text}</p>
            <p class="note-acts">
                {(offer == Offer::Lock).then(to_lock)}
                <Button class="quiet" label=word::today::offer_no() on_press=no/>
            </p>
        </div>
    })
}

/// What to begin or go on with: what was begun, else the next thing on the path; after weeks away, anything.
fn next(app: App, refused: Refused) -> Option<AnyView> {
    let away = app.after_weeks_away();
    let begun = app.begun();
    let rows: Vec<_> = begun.iter().take(GO_ON).filter_map(|one| go_on_row(app, one, refused)).collect();
    if away.is_none() && !rows.is_empty() {
        // What was begun to be answered shows where its activity does.
        let more = begun.iter().skip(GO_ON).any(|one| !matches!(one.what, What::Answering(_)));
        let more = more.then(|| view! { <Row to=Route::Journal title=word::today::more_begun()/> });
        return Some(view! { {rows} {more} }.into_any());
    }
    // What is on the path shows in the journal, which may be shut or not to be written.
    if app.guard() == Guard::Shut || matches!(app.journal.condition(), Condition::Newer | Condition::Altered) {
        return None;
    }
    match away {
        Some(last) => {
            let last = last.map(|(id, line)| {
                view! { <Row own=Own::Text to=Route::Entry(id) title=word::today::last_line() text=line/> }
            });
            let rows = view! {
                <Row to=Route::Reflect title=word::today::anywhere() text=word::today::anywhere_text()/>
                {last}
            };
            Some(rows.into_any())
        }
        None => {
            let next = app.next_on_path();
            next.map(|next| view! { <Row to=next.to title=next.title text=next.text/> }.into_any())
        }
    }
}

/// The way to the person's own lines, once there are any.
fn lines(app: App) -> Option<impl IntoView> {
    let there = app.guard() != Guard::Shut && app.has_lines();
    there.then(|| view! { <Row to=Route::Lines title=word::lines::title() text=word::reflect::lines_text()/> })
}

/// A quiet word about backups, and the way there.
fn backup_due(app: App) -> Option<impl IntoView> {
    app.backup_due().then(|| {
        let said = match app.last_backup() {
            Some(date) => word::backup::since(&date),
            None => word::backup::never().to_owned(),
        };
        view! {
            " "
            <Link to=Route::Backup label=said/>
        }
    })
}

/// Said, once something is written, where the app will not open without a network, with the way to the reason.
fn needs_network(app: App) -> Option<impl IntoView> {
    let not = matches!(app.offline.get(), Offline::NotAllowed | Offline::Refused);
    not.then(|| {
        view! {
            <p class="soft">
                <Link to=Route::Settings label=word::offline::needed()/>
            </p>
        }
    })
}

/// Said from seven tenths of the room on.
fn nearly_full(app: App) -> Option<impl IntoView> {
    let used = || view! { <p class="note">{word::settings::used_much(&app.percent(app.journal.share()))}</p> };
    app.journal.nearly_full().then(used)
}

/// Words that a crash left behind and that could not be kept.
fn stranded(app: App) -> Option<impl IntoView> {
    let words = Some(app.stranded.get()).filter(|words| !words.is_empty())?;
    let copy = move |()| app.offer(&words);
    let let_go = move |()| {
        app.let_go();
        app.focus_heading();
    };
    Some(view! {
        <div class="note">
            <p>{word::keeping::stranded()}</p>
            <p class="note-acts">
                <Button class="quiet" label=word::keeping::save_copy() on_press=copy/>
                <Button class="quiet" label=word::keeping::let_go() on_press=let_go/>
            </p>
        </div>
    })
}

/// What was written while the lock was shut.
fn held(app: App, refused: Refused) -> Option<impl IntoView> {
    let count = Some(app.held()).filter(|count| *count > 0)?;
    // As many as one evening brings forth: exact in a float.
    let ask = word::lock::held(count as f64);
    let keep = move |()| {
        refused.set(app.keep_held().err());
        app.focus_heading();
    };
    let let_go = move |()| {
        app.drop_held();
        app.focus_heading();
    };
    Some(view! {
        <div class="note">
            <p>{ask}</p>
            <p class="note-acts">
                <Button class="quiet" label=word::lock::held_keep() on_press=keep/>
                <Button class="quiet" label=word::lock::held_drop() on_press=let_go/>
            </p>
        </div>
    })
}

/// The way to what opens the lock.
fn shut(app: App) -> Option<AnyView> {
    let row = || view! { <Row to=Route::Journal title=word::lock::unlock() text=word::lock::shut_title()/> }.into_any();
    (app.guard() == Guard::Shut).then(row)
}

fn save_copy(app: App) -> Option<impl IntoView> {
    (!matches!(app.journal.mode(), Mode::Kept | Mode::Locked)).then(copy_first)
}

/// Something begun: the way on, what it is known by, and a way to be rid of it.
fn go_on_row(app: App, one: &Begun, refused: Refused) -> Option<impl IntoView + use<>> {
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
    let delete = move |()| {
        refused.set(app.journal.delete(id).err());
        app.focus_heading();
    };
    Some(view! {
        <Row own=Own::Text to=to title=title text=text note=left>
            <ConfirmDelete on_sure=delete/>
        </Row>
    })
}

/// A row for each step that waits to be looked at again.
fn due(app: App) -> Option<AnyView> {
    let today = app.now().date();
    // One at a time, the longest waiting first: never a pile.
    let due = app.journal.commitments().into_iter().filter(|(_, step)| step.due(today));
    due.min_by_key(|(_, step)| step.look_again).map(|(record, step)| {
        let quoted = word::today::step_quoted(&step_name(&step));
        view! { <Row own=Own::Text to=Route::Step(record.id) title=word::today::step_due() text=quoted/> }.into_any()
    })
}

/// The words a step goes by: the first line of what it says.
pub(super) fn step_name(step: &Commitment) -> String {
    let line = step.what.lines().map(str::trim).find(|line| !line.is_empty());
    line.unwrap_or(word::journal::untitled()).to_owned()
}
