use crate::{
    route::Route,
    ui::{
        parts::{app, para, plain, soft, span},
        view::{View, el},
    },
    words::word,
};

/// The first-use screen: what this is, where words are kept, and whose device it is. Shown once, and never in
/// the way of an address that leads somewhere else.
pub fn welcome() -> View {
    let app = app();
    let told = el("div")
        .class("page welcome")
        .with(para("wordmark", word::app::name()))
        .with(el("h1").attr("id", "heading").attr("tabindex", "-1").with(word::welcome::title()))
        .with(app.erased.get_untracked().then(|| para("note", word::settings::erased())))
        .with(plain(word::welcome::what()))
        .with(plain(word::welcome::kept()))
        .with(para("note", word::welcome::limits()));
    let mine = [word::welcome::mine(), word::welcome::mine_text()];
    let locked = [word::welcome::locked(), word::welcome::locked_text()];
    let shared = [word::welcome::shared(), word::welcome::shared_text()];
    let foot = el("section")
        .class("foot welcome-foot")
        .attr("aria-labelledby", "whose")
        .with(el("h2").attr("id", "whose").with(word::welcome::who()))
        .with(device("button two-lines", mine, move || app.enter()))
        .with(device("button plain two-lines", locked, move || {
            app.enter();
            app.go(Route::Lock);
        }))
        .with(device("button plain two-lines", shared, move || app.go(Route::Shared)))
        .with(soft(word::welcome::shared_note()));
    el("main").attr("id", "main").class("main").with(told).with(foot).into()
}

/// A button with a line under its name.
fn device(class: &str, [name, under]: [&str; 2], press: impl Fn() + 'static) -> View {
    let button = el("button").attr("type", "button").class(class).on_press(press);
    button.with(el("span").with(name)).with(span("under", under)).into()
}
