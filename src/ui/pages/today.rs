//! Today.

use super::ways_in::{WaysIn, happened, lead, row};
use crate::{
    route::{Code, Route},
    state::{App, Begun, Condition, Guard, Mode, Offer, Offline, What},
    ui::components::{
        Button, ConfirmDelete, Group, Link, Own, Page, RefusalLine, Refused, Row, app, href, kept_where, redrawn,
    },
    ui::drawing::Icon,
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
        Some(note(said.to_owned(), Vec::new()))
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
                {redrawn(move || where_kept(app))}
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
        {redrawn(move || written_earlier(app))}
        {happened(app)}
        {redrawn(move || going_on(app, refused))}
        <ul class="rows rows-quiet">
            {redrawn(move || lines(app))}
            {row(Own::None, Route::Steps, word::steps::title(), word::today::steps_text())}
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

/// Something the person wrote earlier, or whether that is wished for.
fn written_earlier(app: App) -> Option<AnyView> {
    let choose = move |on: bool| {
        Callback::new(move |()| {
            app.preferences.show_written_earlier(on);
            app.focus_heading();
        })
    };
    if app.asks_for_written_earlier() {
        let acts = vec![act(word::today::earlier_yes(), choose(true)), act(word::today::earlier_no(), choose(false))];
        return Some(note(word::today::earlier_ask().to_owned(), acts));
    }
    let written = app.written_earlier()?;
    let to = href(Route::Entry(written.id));
    let said = view! {
        <figure class="earlier">
            <figcaption class="soft">{word::today::you_wrote(&app.date(written.made))}</figcaption>
            <blockquote>
                <a href=to translate="no">
                    {written.line}
                </a>
            </blockquote>
            <Button class="quiet small" label=word::today::earlier_stop() on_press=choose(false)/>
        </figure>
    };
    Some(said.into_any())
}

/// What to go on with, under a heading of its own.
fn going_on(app: App, refused: Refused) -> Option<AnyView> {
    let mut rows = Vec::new();
    if app.guard() == Guard::Shut {
        rows.push(row(Own::None, Route::Journal, word::lock::unlock(), word::lock::shut_title()));
    }
    next(app, refused, &mut rows);
    rows.extend(due(app));
    let rows = (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> })?;
    Some(match app.after_weeks_away() {
        // There is nothing that one would have to go on with.
        Some(_) => rows.into_any(),
        None => view! { <Group name=word::today::going_on()>{rows}</Group> }.into_any(),
    })
}

/// What is offered once the first words are kept: the lock, then the home screen where that keeps them longer.
fn offer(app: App) -> Option<AnyView> {
    let (text, offer) = match app.offers() {
        [true, _] => (word::today::offer_lock(), Offer::Lock),
        [_, true] => (word::today::offer_home(), Offer::HomeScreen),
        _ => return None,
    };
    let mut acts = Vec::new();
    if offer == Offer::Lock {
        let to_lock = view! { <Link class="quiet" to=Route::Lock label=word::today::offer_lock_yes()/> };
        acts.push(to_lock.into_any());
    }
    acts.push(act(word::today::offer_no(), Callback::new(move |()| app.decline(offer))));
    Some(note(text.to_owned(), acts))
}

/// A note, with what can be done about it.
fn note(text: String, acts: Vec<AnyView>) -> AnyView {
    let mut all = vec![view! { <p>{text}</p> }.into_any()];
    if !acts.is_empty() {
        all.push(view! { <p class="note-acts">{acts}</p> }.into_any());
    }
    view! { <div class="note">{all}</div> }.into_any()
}

/// Something that can be done about a note.
fn act(label: &'static str, does: Callback<()>) -> AnyView {
    view! { <Button class="quiet" label=label on_press=does/> }.into_any()
}

/// What to begin or go on with: what was begun, else the next thing on the path; after weeks away, anything.
fn next(app: App, refused: Refused, rows: &mut Vec<AnyView>) {
    let away = app.after_weeks_away();
    let begun = app.begun();
    if away.is_none() {
        rows.extend(begun.iter().take(GO_ON).filter_map(|one| go_on_row(app, one, refused)));
        if !rows.is_empty() {
            // What was begun to be answered shows where its activity does.
            if begun.iter().skip(GO_ON).any(|one| !matches!(one.what, What::Answering(_))) {
                rows.push(row(Own::None, Route::Journal, word::today::more_begun(), ""));
            }
            return;
        }
    }
    // What is on the path shows in the journal, which may be shut or not to be written.
    if app.guard() == Guard::Shut || matches!(app.journal.condition(), Condition::Newer | Condition::Altered) {
        return;
    }
    match away {
        Some(last) => {
            rows.push(row(Own::None, Route::Reflect, word::today::anywhere(), word::today::anywhere_text()));
            rows.extend(last.map(|(id, line)| row(Own::Text, Route::Entry(id), word::today::last_line(), &line)));
        }
        None => rows.extend(app.next_on_path().map(|next| row(Own::None, next.to, &next.title, &next.text))),
    }
}

/// The way to the person's own lines, once there are any.
fn lines(app: App) -> Option<AnyView> {
    let there = app.guard() != Guard::Shut && app.has_lines();
    there.then(|| row(Own::None, Route::Lines, word::lines::title(), word::reflect::lines_text()))
}

/// Where words are saved, and what there is to do about it, in one line behind an icon.
fn where_kept(app: App) -> Vec<AnyView> {
    let mode = app.journal.mode();
    let (icon, said) = match (mode, app.guard()) {
        (Mode::Kept, Guard::Open) => (Icon::Locked, word::lock::kept_short()),
        (Mode::Kept, _) => (Icon::Unlocked, word::today::kept_short()),
        _ => (Icon::Device, kept_where(app)),
    };
    let mut line = vec![icon.draw(), view! { <span>{said}</span> }.into_any()];
    let mut more =
        |to: Route, label: String| line.extend([" ".into_any(), view! { <Link to=to label=label/> }.into_any()]);
    if !matches!(mode, Mode::Kept | Mode::Locked) {
        more(Route::Settings, word::today::save_copy().to_owned());
    }
    if app.backup_due() {
        let since = app.last_backup().map(|date| word::backup::since(&date));
        more(Route::Backup, since.unwrap_or_else(|| word::backup::never().to_owned()));
    }
    line
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
fn nearly_full(app: App) -> Option<AnyView> {
    let used = || note(word::settings::used_much(&app.percent(app.journal.share())), Vec::new());
    app.journal.nearly_full().then(used)
}

/// Words that a crash left behind and that could not be kept.
fn stranded(app: App) -> Option<AnyView> {
    let words = Some(app.stranded.get()).filter(|words| !words.is_empty())?;
    let let_go = move |()| {
        app.let_go();
        app.focus_heading();
    };
    let copy = act(word::keeping::save_copy(), Callback::new(move |()| app.offer(&words)));
    Some(note(word::keeping::stranded().to_owned(), vec![copy, act(word::keeping::let_go(), Callback::new(let_go))]))
}

/// What was written while the lock was shut.
fn held(app: App, refused: Refused) -> Option<AnyView> {
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
    Some(note(
        ask,
        vec![act(word::lock::held_keep(), Callback::new(keep)), act(word::lock::held_drop(), Callback::new(let_go))],
    ))
}

/// Something begun: the way on, what it is known by, and a way to be rid of it.
fn go_on_row(app: App, one: &Begun, refused: Refused) -> Option<AnyView> {
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
    let row = view! {
        <Row own=Own::Text to=to title=title text=text note=left>
            <ConfirmDelete on_sure=delete/>
        </Row>
    };
    Some(row.into_any())
}

/// A row for each step that waits to be looked at again.
fn due(app: App) -> Option<AnyView> {
    let today = app.now().date();
    // One at a time, the longest waiting first: never a pile.
    let due = app.journal.commitments().into_iter().filter(|(_, step)| step.due(today));
    due.min_by_key(|(_, step)| step.look_again).map(|(record, step)| {
        let quoted = word::today::step_quoted(&step_name(&step));
        row(Own::Text, Route::Step(record.id), word::today::step_due(), &quoted)
    })
}

/// The words a step goes by: the first line of what it says.
pub(super) fn step_name(step: &Commitment) -> String {
    let line = step.what.lines().map(str::trim).find(|line| !line.is_empty());
    line.unwrap_or(word::journal::untitled()).to_owned()
}
