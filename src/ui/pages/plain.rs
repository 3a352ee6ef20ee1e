//! Every text of the person's as it stands.

use crate::{
    state::{Record, newest_first},
    ui::components::{Button, Page, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// Every text of the person's as it stands, each record in a block of its own: no date, no name of an activity, no link. The
/// page that stands in for the app when a screen cannot be drawn leads here.
#[component]
pub fn PlainWords(
    /// Offers everything stored as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let unread = move || {
        let any = !app.journal.unreadable().is_empty();
        any.then(|| view! { <p class="soft">{word::plain::unreadable()}</p> })
    };
    let words = move || {
        let records: Vec<Record> = app.journal.look(|records| records.cloned().collect());
        let texts = newest_first(records, Record::begun).iter().flat_map(texts).collect::<Vec<_>>();
        let block = |words| view! { <p class="quote" translate="no">{words}</p> };
        texts.into_iter().map(block).collect_view()
    };
    view! {
        <Page title=word::plain::title()>
            <p class="soft">{word::plain::text()}</p>
            <Button class="quiet" label=word::trouble::save_raw() on_press=on_raw/>
            {redrawn(unread)}
            {redrawn(words)}
        </Page>
    }
}

/// Returns the words of each version of a record that holds any.
fn texts(record: &Record) -> Vec<String> {
    let bodies = record.heads.iter().filter_map(|head| head.body.as_ref());
    let said = bodies.map(|body| body.texts().into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>());
    said.filter(|texts| !texts.is_empty()).map(|texts| texts.join("\n")).collect()
}
