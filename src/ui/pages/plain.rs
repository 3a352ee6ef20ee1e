use crate::{
    state::{Record, newest_first},
    ui::{
        parts::{app, button, page, soft},
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;

/// Every text of the person's as it stands, each record in a block of its own: no date, no name of an activity, no link. The
/// page that stands in for the app when a screen cannot be drawn leads here. `on_raw` offers everything stored as a file.
pub fn plain_words(on_raw: Callback<()>) -> View {
    let app = app();
    let unread = move || (!app.journal.unreadable().is_empty()).then(|| soft(word::plain::unreadable()));
    page(word::plain::title())
        .with(soft(word::plain::text()))
        .with(button("quiet", word::trouble::save_raw(), move || on_raw.run(())))
        .with(maybe(unread))
        .with(live(move || {
            let records: Vec<Record> = app.journal.look(|records| records.cloned().collect());
            all(newest_first(records, Record::begun).iter().flat_map(texts))
        }))
        .into()
}

/// A block for each version of a record that holds words.
fn texts(record: &Record) -> Vec<View> {
    let bodies = record.heads.iter().filter_map(|head| head.body.as_ref());
    let said = bodies.map(|body| body.texts().into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>());
    let words = said.filter(|texts| !texts.is_empty()).map(|texts| texts.join("\n"));
    words.map(|words| el("p").class("quote").attr("translate", "no").with(words.as_str()).into()).collect()
}
