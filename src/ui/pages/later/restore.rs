//! Opening a backup: what it holds; and then bringing that in.

use crate::{
    route::Route,
    state::{App, Guard, Mode, Opened, Restored},
    ui::components::{Button, Group, Link, Page, Tick, Unlocking, WorkLine, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// The id of the field that the file is chosen in.
const FIELD: &str = "file";

/// Opening a backup: what it holds; and then bringing that in.
#[component]
pub fn Restore() -> impl IntoView {
    let app = app();
    app.begin_backup();
    let done = Memo::new(move |_| app.restored().is_some());
    redrawn(move || match done.get() {
        true => untrack(|| app.restored().map(|restored| view! { <BroughtIn restored=restored/> }).into_any()),
        false => untrack(|| view! { <OpenBackup/> }.into_any()),
    })
}

#[component]
fn OpenBackup() -> impl IntoView {
    let app = app();
    let opened = Memo::new(move |_| app.opened_file().is_some());
    let chosen = RwSignal::new(false);
    let open = move |secret: String| app.open_backup(FIELD, &secret);
    let holds = redrawn(move || opened.get().then(|| untrack(|| app.opened_file().map(|opened| holds(app, opened)))));
    let working = move || if opened.get() { word::backup::restoring() } else { word::backup::opening() };
    view! {
        <Page title=word::backup::open_title() back=Route::Backup>
            <p>{word::backup::open_text()}</p>
            <Unlocking
                label=word::backup::file_passphrase()
                class="button"
                button=word::backup::open()
                ready=chosen
                on_send=open
            >
                <label class="words">
                    <span class="words-label">{word::backup::choose()}</span>
                    <input
                        type="file"
                        id=FIELD
                        class="field"
                        on:change=move |event| chosen.set(!event_target_value(&event).is_empty())
                    />
                </label>
            </Unlocking>
            {holds}
            <WorkLine working=working/>
        </Page>
    }
}

/// What the opened file holds, and what bringing it in would do.
fn holds(app: App, opened: Opened) -> impl IntoView {
    let holds = opened.holds;
    let inside = counts(&[
        (holds.entries, word::backup::entries),
        (holds.placements, word::backup::placements),
        (holds.runs, word::backup::runs),
        (holds.commitments, word::backup::steps),
        (opened.unread, word::backup::unread),
    ]);
    let made = word::backup::made(&app.date(opened.made));
    let would = holds.new + holds.newer_there + holds.both + holds.to_delete + holds.deleted_here;
    let then = match would {
        0 => view! { <p>{word::backup::nothing_new()}</p> }.into_any(),
        _ => would_do(app, opened).into_any(),
    };
    view! {
        <div role="status">
            <p>{word::backup::opened()}</p>
            {inside}
            <p class="soft">{made}</p>
        </div>
        {then}
    }
}

fn would_do(app: App, opened: Opened) -> impl IntoView {
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
    let turn = move |on| back.set(on);
    let bring = (holds.deleted_here > 0)
        .then(|| view! { <Tick class="tick" label=word::backup::bring_back() on=back on_change=turn/> });
    let kept = match (app.guard(), app.journal.mode()) {
        (Guard::Open, _) => word::backup::restore_locked(),
        (_, Mode::Kept) => word::backup::restore_plain(),
        _ => word::keeping::memory(),
    };
    let start = move |()| app.restore(back.get_untracked());
    let width = move || format!("{}%", app.restored_share());
    // A line that grows.
    let along = move || {
        view! {
            <div class="room" aria-hidden="true">
                <b style:width=width></b>
            </div>
        }
    };
    view! {
        <Group name=word::backup::preview()>
            {lines} {bring} <p>{word::backup::restore_text()}</p> <p class="soft">{kept}</p>
            <Button class="button" label=word::backup::start() on_press=start/>
            {redrawn(move || going.get().then(along))}
        </Group>
    }
}

/// It is done.
#[component]
fn BroughtIn(restored: Restored) -> impl IntoView {
    let app = app();
    let count = restored.added + restored.updated + restored.versions + restored.brought_back;
    let done = match count {
        0 => word::backup::nothing_new().to_owned(),
        _ => word::backup::restored(count.into()),
    };
    let close = (app.journal.mode() == Mode::Kept).then(|| view! { <p class="note">{word::backup::close_once()}</p> });
    view! {
        <Page title=word::backup::open_title() back=Route::Settings>
            <p>{done}</p>
            {counts(&[(restored.deleted, word::backup::went), (restored.unread, word::backup::unread)])}
            {close}
            <p class="soft">{word::backup::again()}</p>
            <Link class="button" to=Route::Journal label=word::entry::to_journal()/>
        </Page>
    }
}

/// A number, in words.
type Counted = fn(f64) -> String;

/// A line for each number that is not nought.
fn counts(of: &[(u32, Counted)]) -> impl IntoView + use<> {
    let lines = of.iter().filter(|(count, _)| *count > 0).map(|(count, say)| say((*count).into()));
    view! { <ul class="counts">{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
}
