//! The settings: how it looks, what is kept and what can be done with it, whose device it is.

use crate::{
    route::Route,
    state::{App, Guard, Mode, Offline, Record, TextSize, Theme, newest_first},
    ui::components::{Button, Group, Link, LiveText, Page, Radio, RefusalLine, Row, Tick, WhereKept, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// Appearance, what is kept and what can be done with it, whose device it is.
#[component]
pub fn Settings() -> impl IntoView {
    let app = app();
    view! {
        <Page title=word::settings::title()>
            <Look/>
            {language(app)}
            <Store/>
            <Nudging/>
            <Preferences/>
            <Device/>
            <p class="soft">
                <LiveText text=move || hide_note(app)/>
            </p>
            <p>
                <Link class="quiet" to=Route::About label=word::settings::about()/>
            </p>
        </Page>
    }
}

fn hide_note(app: App) -> &'static str {
    if app.guard() == Guard::None { word::settings::hide_note() } else { word::lock::hide_note() }
}

#[component]
fn Look() -> impl IntoView {
    let preferences = app().preferences;
    let themes = [
        (Theme::Auto, word::settings::auto()),
        (Theme::Light, word::settings::light()),
        (Theme::Dark, word::settings::dark()),
    ];
    let sizes = [
        (TextSize::Usual, word::settings::text_usual()),
        (TextSize::Large, word::settings::text_large()),
        (TextSize::Largest, word::settings::text_largest()),
    ];
    let theme = |(theme, name): (Theme, &'static str)| {
        let on = move || preferences.theme() == theme;
        let choose = move |()| preferences.choose_theme(theme);
        view! { <Radio class="side" name="theme" label=name on=on on_choose=choose/> }
    };
    let size = |(size, name): (TextSize, &'static str)| {
        let on = move || preferences.text() == size;
        let choose = move |()| preferences.choose_text(size);
        view! { <Radio class="side" name="text" label=name on=on on_choose=choose/> }
    };
    view! {
        <fieldset class="sides">
            <legend>{word::settings::look()}</legend>
            {themes.into_iter().map(theme).collect_view()}
        </fieldset>
        <fieldset class="sides">
            <legend>{word::settings::text()}</legend>
            {sizes.into_iter().map(size).collect_view()}
        </fieldset>
    }
}

/// The way to the other languages, if there are any: whoever does not read this one finds it by their names.
fn language(app: App) -> Option<impl IntoView> {
    let names: Vec<_> = app.languages().into_iter().map(|one| one.name).collect();
    (names.len() > 1).then(|| {
        view! {
            <ul class="rows">
                <Row to=Route::Language title=word::language::title() text=names.join(" · ")/>
            </ul>
        }
    })
}

#[component]
fn Nudging() -> impl IntoView {
    let preferences = app().preferences;
    let on = RwSignal::new(preferences.nudges());
    let choice = |(yes, name): (bool, &'static str)| {
        let choose = move |()| {
            on.set(yes);
            preferences.choose_nudge(yes);
        };
        view! { <Radio class="side" name="nudge" label=name on=move || on.get() == yes on_choose=choose/> }
    };
    let choices = [(true, word::settings::nudge_on()), (false, word::settings::nudge_off())];
    view! {
        <fieldset class="sides">
            <legend>{word::settings::nudge()}</legend>
            {choices.into_iter().map(choice).collect_view()}
        </fieldset>
        <p class="soft">{word::settings::nudge_note()}</p>
    }
}

/// A preference that is on or off, with a line about it.
#[component]
fn Preference(
    /// Its words.
    label: &'static str,
    /// The line about it.
    note: &'static str,
    /// Whether it is on now.
    on: bool,
    /// Hears whether it was turned on or off.
    #[prop(into)]
    choose: Callback<bool>,
) -> impl IntoView {
    let shown = RwSignal::new(on);
    let change = move |yes| {
        shown.set(yes);
        choose.run(yes);
    };
    view! {
        <Tick class="tick" label=label on=shown on_change=change/>
        <p class="soft">{note}</p>
    }
}

/// What may be checked, shown and done without asking: spelling, which some browsers send words away for; whether one tap on an
/// answer goes on; and whether something written earlier is shown on Today.
#[component]
fn Preferences() -> impl IntoView {
    let all = app().preferences;
    view! {
        <Preference
            label=word::settings::spelling()
            note=word::settings::spelling_note()
            on=all.spelling()
            choose=move |yes| all.choose_spelling(yes)
        />
        <Preference
            label=word::settings::one_tap()
            note=word::settings::one_tap_note()
            on=all.one_tap()
            choose=move |yes| all.choose_one_tap(yes)
        />
        <Preference
            label=word::settings::written_earlier()
            note=word::settings::written_earlier_note()
            on=untrack(|| all.shows_written_earlier()) == Some(true)
            choose=move |yes| all.show_written_earlier(yes)
        />
    }
}

#[component]
fn Store() -> impl IntoView {
    let app = app();
    // How full it is, is not known before the journal is opened; and what is held in memory alone takes no room.
    let room = redrawn(move || (app.journal.mode() == Mode::Kept).then(|| room(app)));
    let lock_now = move || {
        view! { <Button class="quiet" label=word::lock::lock_now() on_press=move |()| app.lock_everywhere()/> }
    };
    let acts = redrawn(move || match app.journal.mode() {
        Mode::Kept | Mode::Locked => to_take_out(app).into_any(),
        // Held in memory alone: what there is goes into one file.
        Mode::Shared | Mode::Nowhere => view! {
            <Button class="quiet" label=word::today::save_copy() on_press=move |()| app.offer(&copy(app))/>
            <p class="soft">{word::export::not_locked()}</p>
        }
        .into_any(),
    });
    view! {
        <Group name=word::settings::store()>
            <p>
                <WhereKept/>
            </p>
            <p class="soft" role="status">
                <LiveText text=move || offline(app)/>
            </p>
            {room}
            {redrawn(move || (app.guard() == Guard::Open).then(lock_now))}
            {acts}
        </Group>
    }
}

/// How full the store is.
fn room(app: App) -> impl IntoView {
    let used = move || {
        let percent = app.percent(app.journal.share());
        if app.journal.nearly_full() { word::settings::used_much(&percent) } else { word::settings::used(&percent) }
    };
    let full = move || {
        let usage = app.journal.usage();
        format!("{}%", usage.used * 100 / usage.quota.max(1))
    };
    view! {
        <div class="room" aria-hidden="true">
            <b style:width=full></b>
        </div>
        <p class="soft">
            <LiveText text=used/>
        </p>
    }
}

/// The ways to what locks, backs up, takes out and erases.
fn to_take_out(app: App) -> impl IntoView {
    let lock = redrawn(move || may_lock(app).then(|| view! { <Row to=Route::Lock title=word::lock::title()/> }));
    view! {
        <ul class="rows">
            {lock}
            <Row to=Route::Backup title=word::backup::title()/>
            <Row to=Route::Export title=word::export::title()/>
            <Row to=Route::Erase title=word::erasing::title()/>
        </ul>
    }
}

/// Whether the app opens without a network here, and why not.
fn offline(app: App) -> &'static str {
    match app.offline.get() {
        Offline::Ready => word::offline::ready(),
        Offline::NotYet => word::offline::not_yet(),
        Offline::NotAllowed => word::offline::not_allowed(),
        Offline::Refused => word::offline::refused(),
    }
}

/// Everything the person wrote, as plain text, newest first.
fn copy(app: App) -> String {
    let all: Vec<_> = app.journal.look(|records| records.cloned().collect());
    let mut text = String::new();
    for record in newest_first(all, Record::begun) {
        // Of two versions, both.
        for body in record.heads.iter().filter_map(|head| head.body.as_ref()) {
            text.push_str(&app.date(record.made));
            for line in body.texts().into_iter().filter(|line| !line.trim().is_empty()) {
                text.push('\n');
                text.push_str(line);
            }
            text.push_str("\n\n");
        }
    }
    text
}

/// Whether there is a lock, or can be one.
fn may_lock(app: App) -> bool {
    app.guard() != Guard::None || app.journal.mode() == Mode::Kept
}

#[component]
fn Device() -> impl IntoView {
    let app = app();
    let refused = RwSignal::new(None);
    let share = move |()| {
        app.share_device();
        app.go(Route::Today);
    };
    let own = move |()| {
        refused.set(app.own_device().err());
        app.focus_heading();
    };
    redrawn(move || match app.journal.mode() {
        Mode::Kept => Some(
            view! {
                <Group name=word::settings::shared()>
                    <p class="soft">{word::settings::shared_on_note()}</p>
                    <Button class="quiet" label=word::settings::shared_on() on_press=share/>
                </Group>
            }
            .into_any(),
        ),
        Mode::Shared => Some(
            view! {
                <Group name=word::settings::shared()>
                    <p class="soft">{word::settings::shared_is_on()}</p>
                    <Button class="quiet" label=word::settings::shared_off() on_press=own/>
                    <RefusalLine refused=refused/>
                </Group>
            }
            .into_any(),
        ),
        // Whose device it is, is not asked now: what is kept, and where, stands above.
        Mode::Nowhere | Mode::Locked => None,
    })
}
