use crate::{
    route::Route,
    state::{App, Guard, Mode, Offline, Record, TextSize, Theme, newest_first},
    ui::{
        parts::{app, button, group, link, page, radio, refusal_line, row, row_with, rows, soft, tick, where_kept},
        view::{View, all, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use std::rc::Rc;

/// Appearance, what is kept and what can be done with it, whose device it is.
pub fn settings() -> View {
    let app = app();
    page(word::settings::title())
        .with(look(app))
        .with(language(app))
        .with(store(app))
        .with(nudging(app))
        .with(spelling(app))
        .with(device(app))
        .with(el("p").class("soft").with(saying(move || hide_note(app))))
        .with(el("p").with(link("quiet", Route::About, word::settings::about())))
        .into()
}

fn hide_note(app: App) -> &'static str {
    if app.guard() == Guard::None { word::settings::hide_note() } else { word::lock::hide_note() }
}

fn look(app: App) -> View {
    let preferences = app.preferences;
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
    let themes = themes.into_iter().map(|(theme, name)| {
        let on = Rc::new(move || preferences.theme() == theme);
        radio("side", "theme", name, on, move || preferences.choose_theme(theme))
    });
    let sizes = sizes.into_iter().map(|(size, name)| {
        let on = Rc::new(move || preferences.text() == size);
        radio("side", "text", name, on, move || preferences.choose_text(size))
    });
    let segments = |name: &str, all: View| -> View {
        el("fieldset").class("sides").with(el("legend").with(name)).with(all).into()
    };
    let (themes, sizes) = (all(themes), all(sizes));
    View::several(vec![segments(word::settings::look(), themes), segments(word::settings::text(), sizes)])
}

/// The way to the other languages, if there are any: whoever does not read this one finds it by their names.
fn language(app: App) -> Option<View> {
    let names: Vec<_> = app.languages().into_iter().map(|one| one.name).collect();
    let row = || row_with(Route::Language, word::language::title(), &names.join(" · "), "");
    (names.len() > 1).then(|| rows(row()))
}

fn nudging(app: App) -> View {
    let on = RwSignal::new(app.preferences.nudges());
    let choice = move |yes: bool, name: &str| {
        radio("side", "nudge", name, Rc::new(move || on.get() == yes), move || {
            on.set(yes);
            app.preferences.choose_nudge(yes);
        })
    };
    let legend = el("legend").with(word::settings::nudge());
    let sides = el("fieldset").class("sides").with(legend);
    let sides = sides.with(choice(true, word::settings::nudge_on())).with(choice(false, word::settings::nudge_off()));
    View::several(vec![sides.into(), soft(word::settings::nudge_note())])
}

/// Whether the browser may check spelling: some send what is typed away to do that.
fn spelling(app: App) -> View {
    let on = RwSignal::new(app.preferences.spelling());
    let check = tick("tick", "checkbox", word::settings::spelling(), Rc::new(move || on.get()), move |yes| {
        on.set(yes);
        app.preferences.choose_spelling(yes);
    });
    View::several(vec![check, soft(word::settings::spelling_note())])
}

fn store(app: App) -> View {
    let used = move || {
        let percent = app.percent(app.journal.share());
        if app.journal.nearly_full() { word::settings::used_much(&percent) } else { word::settings::used(&percent) }
    };
    let full = move || {
        let usage = app.journal.usage();
        usage.used * 100 / usage.quota.max(1)
    };
    group(word::settings::store())
        .with(el("p").with(where_kept()))
        .with(el("p").class("soft").attr("role", "status").with(saying(move || offline(app))))
        .with(maybe(move || {
            // How full it is, is not known before the journal is opened; and what is held in memory alone takes no room.
            (app.journal.mode() == Mode::Kept).then(|| {
                let room = el("div").class("room").attr("aria-hidden", "true").with(el("b").wide(full));
                View::several(vec![room.into(), el("p").class("soft").with(saying(used)).into()])
            })
        }))
        .with(maybe(move || {
            (app.guard() == Guard::Open).then(|| button("quiet", word::lock::lock_now(), move || app.lock_everywhere()))
        }))
        .with(live(move || match app.journal.mode() {
            Mode::Kept | Mode::Locked => rows(View::several(vec![
                maybe(move || may_lock(app).then(|| row(Route::Lock, word::lock::title()))),
                row(Route::Backup, word::backup::title()),
                row(Route::Export, word::export::title()),
                row(Route::Erase, word::erasing::title()),
            ])),
            // Held in memory alone: what there is goes into one file.
            Mode::Shared | Mode::Nowhere => View::several(vec![
                button("quiet", word::today::save_copy(), move || app.offer(&copy(app))),
                soft(word::export::not_locked()),
            ]),
        }))
        .into()
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

fn device(app: App) -> View {
    let refused = RwSignal::new(None);
    let own = move || {
        refused.set(app.own_device().err());
        app.focus_heading();
    };
    let titled = |note, way| group(word::settings::shared()).with(soft(note)).with(way);
    maybe(move || match app.journal.mode() {
        Mode::Kept => {
            let way = button("quiet", word::settings::shared_on(), move || {
                app.share_device();
                app.go(Route::Today);
            });
            Some(titled(word::settings::shared_on_note(), way).into())
        }
        Mode::Shared => {
            let way = button("quiet", word::settings::shared_off(), own);
            Some(titled(word::settings::shared_is_on(), way).with(refusal_line(refused)).into())
        }
        // Whose device it is, is not asked now: what is kept, and where, stands above.
        Mode::Nowhere | Mode::Locked => None,
    })
}
