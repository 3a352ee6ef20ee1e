use crate::{
    state::Erased,
    ui::{
        parts::{button, erased_words, para, plain, soft},
        view::{Element, View, el},
    },
    words::word,
};
use leptos::prelude::*;

/// What the first-use screen leads to.
#[derive(Clone, Copy)]
pub struct Ways {
    /// The device is one's own.
    pub enter: Callback<()>,
    /// The same, and the lock comes first.
    pub lock: Callback<()>,
    /// The device is one that others use too: from now on nothing is kept.
    pub share: Callback<()>,
}

/// The first-use screen: what this is, where words are kept, and whose device it is. Shown once, before anything else,
/// whatever address one comes by: `opens` names the screen that comes next, if it is another than Today. `erased` tells
/// that everything was, just before.
pub fn welcome(ways: Ways, opens: Option<String>, erased: Option<Erased>) -> View {
    let Ways { enter, lock, share } = ways;
    let told = beginning(opens, erased).with(plain(word::welcome::kept())).with(para("note", word::welcome::limits()));
    let foot = el("section")
        .class("foot welcome-foot")
        .attr("aria-labelledby", "whose")
        .with(el("h2").attr("id", "whose").with(word::welcome::who()))
        .with(button("button", word::welcome::mine(), move || enter.run(())))
        .with(
            el("div")
                .class("welcome-others")
                .with(button("button plain", word::welcome::locked(), move || lock.run(())))
                .with(button("button plain", word::welcome::shared(), move || share.run(()))),
        )
        .with(soft(word::welcome::shared_note()));
    el("main").attr("id", "main").class("main").with(told).with(foot).into()
}

/// The same where the browser lends no store: nothing will be kept, so there is nothing to choose.
pub fn welcome_nowhere(enter: Callback<()>, opens: Option<String>, erased: Option<Erased>) -> View {
    let told = beginning(opens, erased).with(para("note", word::today::kept_nowhere()));
    let open = button("button", word::hidden::open(), move || enter.run(()));
    let foot = el("div").class("foot welcome-foot").with(open);
    el("main").attr("id", "main").class("main").with(told).with(foot).into()
}

/// What this is, which both begin with.
fn beginning(opens: Option<String>, erased: Option<Erased>) -> Element {
    el("div")
        .class("page welcome")
        .with(para("wordmark", word::app::name()))
        .with(el("h1").attr("id", "heading").attr("tabindex", "-1").with(word::welcome::title()))
        .with(erased.map(|erased| para("note", erased_words(erased))))
        .with(opens.map(|name| para("welcome-opens", &word::welcome::opens(&name))))
        .with(plain(word::welcome::what()))
}
