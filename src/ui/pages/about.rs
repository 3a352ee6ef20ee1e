use crate::{
    route::Route,
    ui::{
        parts::{heading, page, plain, soft},
        view::{View, el},
    },
    words::word,
};

/// What this is, and its honest limits.
pub fn about() -> View {
    let limits = [
        word::about::limit_local(),
        word::about::limit_legal(),
        word::about::limit_credit(),
        word::about::limit_measure(),
        word::about::limit_loss(),
    ];
    page(word::about::title())
        .back(Route::Settings)
        .with(plain(word::about::what()))
        .with(plain(word::about::model()))
        .with(heading("h2", word::about::limits()))
        .with(limits.into_iter().fold(el("ul").class("limits"), |list, limit| list.with(el("li").with(limit))))
        .with(plain(word::about::reviewed()))
        .with(soft(word::about::free()))
        .with(soft(&word::about::version(env!("CARGO_PKG_VERSION"))))
        .into()
}
