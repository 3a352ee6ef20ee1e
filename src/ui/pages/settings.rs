use crate::{
    route::Route,
    state::{App, Mode, TextSize, Theme, newest_first},
    ui::parts::{Page, WhereKept, WordsField, app, button, link, live, maybe, refusal, soft},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// From this share of the room on, the person is told.
const MUCH: f64 = 0.7;

/// Appearance, what is kept, whose device it is, erasing.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <Page title=word::settings::title().to_owned()>
            <Look />
            <Store />
            <Device />
            <Erase />
            {soft(word::settings::hide_note())}
            <p>
                {link("quiet", Route::About, word::settings::about())}
            </p>
        </Page>
    }
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
    view! {
        <fieldset class="sides">
            <legend>{word::settings::look()}</legend>
            {themes
                .map(|(theme, name)| {
                    let on = move || preferences.theme() == theme;
                    segment("theme", name, on, move || preferences.choose_theme(theme))
                })
                .collect_view()}
        </fieldset>
        <fieldset class="sides">
            <legend>{word::settings::text()}</legend>
            {sizes
                .map(|(size, name)| {
                    let on = move || preferences.text() == size;
                    segment("text", name, on, move || preferences.choose_text(size))
                })
                .collect_view()}
        </fieldset>
    }
}

fn segment(
    group: &'static str,
    name: &'static str,
    on: impl Fn() -> bool + Copy + Send + 'static,
    choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="side" class:on=on>
            <input type="radio" name=group autocomplete="off" prop:checked=on on:change=move |_| choose() />
            <span>{name}</span>
        </label>
    }
}

#[component]
fn Store() -> impl IntoView {
    let app = app();
    let share = Memo::new(move |_| {
        let usage = app.journal.usage();
        // Room counts in the hundred thousands: exact in a float.
        usage.used as f64 / usage.quota.max(1) as f64
    });
    let persisted = app.persisted;
    view! {
        <section class="group">
            <h2 class="group-name">{word::settings::store()}</h2>
            <p>
                <WhereKept />
            </p>
            <div class="room" aria-hidden="true">
                <b style:width=move || format!("{}%", app.journal.usage().used * 100 / app.journal.usage().quota.max(1))></b>
            </div>
            <p class="soft">
                {move || {
                    let percent = app.percent(share.get());
                    if share.get() >= MUCH { word::settings::used_much(&percent) } else { word::settings::used(&percent) }
                }}
            </p>
            {maybe(move || {
                (app.journal.mode() == Mode::Kept)
                    .then(|| {
                        let promised = persisted.get() == Some(true);
                        let ask = (!promised)
                            .then(|| button("quiet", word::settings::persist_ask(), move || app.ask_to_persist()));
                        view! {
                            <p class="soft" role="status">
                                {if promised { word::settings::persist_yes() } else { word::settings::persist_no() }}
                            </p>
                            {ask}
                            {soft(if app.standalone() { word::settings::home_screen() } else { word::settings::tab() })}
                        }
                            .into_any()
                    })
            })}
            {button("quiet", word::settings::save_copy(), move || app.offer(&copy(app)))}
            {soft(word::settings::save_copy_note())}
        </section>
    }
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

#[component]
fn Device() -> impl IntoView {
    let app = app();
    let refused = RwSignal::new(None);
    view! {
        <section class="group">
            <h2 class="group-name">{word::settings::shared()}</h2>
            {live(move || match app.journal.mode() {
                Mode::Kept => {
                    view! {
                        {soft(word::settings::shared_on_note())}
                        {button("quiet", word::settings::shared_on(), move || app.share_device())}
                    }
                        .into_any()
                }
                Mode::Shared => {
                    view! {
                        {soft(word::settings::shared_is_on())}
                        {button("quiet", word::settings::shared_off(), move || {
                            refused.set(app.own_device().err());
                        })}
                    }
                        .into_any()
                }
                Mode::Nowhere => soft(word::today::kept_nowhere()),
            })}
            <p role="alert">{move || refused.get().map(refusal)}</p>
        </section>
    }
}

/// Erasing everything takes a second act: typing a word.
#[component]
fn Erase() -> impl IntoView {
    let app = app();
    let asked = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None);
    let ready = move || typed.with(|typed| typed.trim().to_lowercase() == word::settings::erase_word());
    let erase = move || {
        refused.set(app.erase().err());
        asked.set(false);
        typed.set(String::new());
    };
    view! {
        <section class="group">
            <h2 class="group-name">{word::settings::erase()}</h2>
            {soft(word::settings::erase_note())}
            {live(move || {
                if asked.get() {
                    view! {
                        <p>{word::settings::erase_ask(word::settings::erase_word())}</p>
                        <WordsField
                            label=word::settings::erase_field()
                            line=true
                            text=typed
                            on_input=Callback::new(move |text| typed.set(text))
                        />
                        <button type="button" class="button grave" disabled=move || !ready() on:click=move |_| erase()>
                            {word::settings::erase_sure()}
                        </button>
                        {button("quiet", word::settings::cancel(), move || asked.set(false))}
                    }
                        .into_any()
                } else {
                    button("quiet", word::settings::erase(), move || asked.set(true))
                }
            })}
            <p role="status">
                {move || refused.get().map(refusal).or_else(|| app.erased.get().then(word::settings::erased))}
            </p>
        </section>
    }
}
