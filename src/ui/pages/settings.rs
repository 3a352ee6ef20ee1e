use crate::signals::*;
use crate::{
    route::Route,
    state::{App, Guard, Mode, TextSize, Theme, newest_first},
    ui::{
        parts::{app, button, erasing, group, link, page, radio, refusal_line, soft, where_kept},
        view::{View, all, el, live, maybe, saying},
    },
    words::word,
};
use obverse_core::reflection::Body;
use std::rc::Rc;

/// Appearance, what is kept, whose device it is, erasing.
pub fn settings() -> View {
    let app = app();
    page(word::settings::title())
        .with(look(app))
        .with(store(app))
        .with(maybe(move || lock(app)))
        .with(device(app))
        .with(erasing(|| ()))
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

/// The way to the lock, or to what opens it.
fn lock(app: App) -> Option<View> {
    let way = link("quiet", Route::Lock, word::lock::title());
    let said = match (app.journal.mode(), app.guard()) {
        (_, Guard::Open) => word::lock::kept_locked(),
        (_, Guard::Shut) => word::lock::shut_title(),
        (Mode::Kept, Guard::None) => word::lock::offer_what(),
        _ => return None,
    };
    Some(group(word::lock::title()).with(soft(said)).with(way).into())
}

fn store(app: App) -> View {
    let used = saying(move || {
        let percent = app.percent(app.journal.share());
        if app.journal.nearly_full() { word::settings::used_much(&percent) } else { word::settings::used(&percent) }
    });
    let full = move || {
        let usage = app.journal.usage();
        usage.used * 100 / usage.quota.max(1)
    };
    group(word::settings::store())
        .with(el("p").with(where_kept()))
        .with(el("div").class("room").attr("aria-hidden", "true").with(el("b").wide(full)))
        .with(el("p").class("soft").with(used))
        .with(maybe(move || (app.journal.mode() == Mode::Kept).then(|| promise(app))))
        .with(button("quiet", word::settings::save_copy(), move || app.offer(&copy(app))))
        .with(soft(word::settings::save_copy_note()))
        .into()
}

/// Whether the browser promised to keep the store.
fn promise(app: App) -> View {
    let promised = app.persisted.get() == Some(true);
    let said = if promised { word::settings::persist_yes() } else { word::settings::persist_no() };
    let ask = (!promised).then(|| button("quiet", word::settings::persist_ask(), move || app.ask_to_persist()));
    View::several(vec![
        el("p").class("soft").attr("role", "status").with(said).into(),
        ask.into(),
        soft(if app.standalone() { word::settings::home_screen() } else { word::settings::tab() }),
    ])
}

/// Everything the person wrote, as plain text, newest first.
fn copy(app: App) -> String {
    let all: Vec<_> = app.journal.look(|records| records.cloned().collect());
    let mut text = format!("{}\n{}\n", word::copy::heading(), word::copy::made(&app.date(app.now())));
    for record in newest_first(all, |record| (record.made, record.id)) {
        let Some(body) = record.body() else { continue };
        let name = match body {
            Body::Entry(entry) => app.content.line(&entry.form).map(|line| line.title),
            Body::Run(run) => app.content.line(&run.activity).map(|line| line.title),
            Body::Placement(placement) => app.content.coin_line(&placement.coin).map(|line| line.name),
        };
        text.push_str(&format!("\n{} · {}\n", app.date(record.made), name.unwrap_or_default()));
        for line in body.texts().into_iter().filter(|line| !line.trim().is_empty()) {
            text.push_str(line.trim());
            text.push('\n');
        }
    }
    text
}

fn device(app: App) -> View {
    let refused = RwSignal::new(None);
    let own = move || refused.set(app.own_device().err());
    let whose = live(move || match app.journal.mode() {
        Mode::Kept => View::several(vec![
            soft(word::settings::shared_on_note()),
            button("quiet", word::settings::shared_on(), move || app.share_device()),
        ]),
        Mode::Shared => View::several(vec![
            soft(word::settings::shared_is_on()),
            button("quiet", word::settings::shared_off(), own),
        ]),
        Mode::Nowhere => soft(word::today::kept_nowhere()),
        Mode::Locked => soft(word::lock::memory()),
    });
    group(word::settings::shared()).with(whose).with(refusal_line(refused)).into()
}
