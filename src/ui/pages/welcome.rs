use crate::signals::*;
use crate::{
    route::Route,
    state::Erased,
    ui::{
        parts::{button, erased_words, para, plain, soft, span},
        view::{Element, View, el},
    },
    words::word,
};

/// What the first-use screen leads to.
#[derive(Clone, Copy)]
pub struct Ways {
    /// The device is one's own.
    pub enter: Callback<()>,
    /// Goes to a screen.
    pub go: Callback<Route>,
    /// The device is one that others use too: from now on nothing is kept.
    pub share: Callback<()>,
}

/// The first-use screen: what this is, where words are kept, and whose device it is. Shown once, and never in
/// the way of an address that leads somewhere else. `erased` tells that everything was, just before.
pub fn welcome(ways: Ways, erased: Option<Erased>) -> View {
    let told = beginning(erased).with(plain(word::welcome::kept())).with(para("note", word::welcome::limits()));
    let mine = [word::welcome::mine(), word::welcome::mine_text()];
    let locked = [word::welcome::locked(), word::welcome::locked_text()];
    let shared = [word::welcome::shared(), word::welcome::shared_text()];
    let foot = el("section")
        .class("foot welcome-foot")
        .attr("aria-labelledby", "whose")
        .with(el("h2").attr("id", "whose").with(word::welcome::who()))
        .with(device("button two-lines", mine, move || ways.enter.run(())))
        .with(
            el("div")
                .class("welcome-others")
                .with(device("button plain two-lines", locked, move || {
                    ways.enter.run(());
                    ways.go.run(Route::Lock);
                }))
                .with(device("button plain two-lines", shared, move || ways.share.run(()))),
        )
        .with(soft(word::welcome::shared_note()));
    el("main").attr("id", "main").class("main").with(told).with(foot).into()
}

/// The same where the browser lends no store: nothing will be kept, so there is nothing to choose.
pub fn welcome_nowhere(enter: Callback<()>, erased: Option<Erased>) -> View {
    let told = beginning(erased).with(para("note", word::today::kept_nowhere()));
    let open = button("button", word::hidden::open(), move || enter.run(()));
    let foot = el("div").class("foot welcome-foot").with(open);
    el("main").attr("id", "main").class("main").with(told).with(foot).into()
}

/// What this is, which both begin with.
fn beginning(erased: Option<Erased>) -> Element {
    el("div")
        .class("page welcome")
        .with(para("wordmark", word::app::name()))
        .with(el("h1").attr("id", "heading").attr("tabindex", "-1").with(word::welcome::title()))
        .with(erased.map(|erased| para("note", erased_words(erased))))
        .with(plain(word::welcome::what()))
}

/// A button with a line under its name.
fn device(class: &str, [name, under]: [&str; 2], press: impl Fn() + 'static) -> View {
    let button = el("button").attr("type", "button").class(class).on_press(press);
    button.with(el("span").with(name)).with(span("under", under)).into()
}
