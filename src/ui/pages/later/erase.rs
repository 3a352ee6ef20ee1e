use crate::{
    route::Route,
    state::{App, Mode, Sort},
    ui::{
        parts::{app, confirm, erasing, group, page, plain, refusal_line, soft, work_line},
        view::{View, maybe},
    },
    words::word,
};
use leptos::prelude::*;

/// Erasing: one kind, everything, or the app as well.
pub fn erase() -> View {
    let app = app();
    app.work_anew();
    page(word::erasing::title())
        .back(Route::Settings)
        .with(maybe(move || kinds(app)))
        .with(work_line(word::app::loading, word::erasing::kind_done))
        .with(erasing(|| ()))
        .with(soft(word::erasing::goes_on()))
        .with(forget(app))
        .with(
            group(word::erasing::cannot())
                .with(soft(word::erasing::cannot_disk()))
                .with(soft(word::erasing::cannot_copies())),
        )
        .into()
}

/// Each kind that there is something of.
fn kinds(app: App) -> Option<View> {
    let names =
        [word::erasing::entries(), word::erasing::placements(), word::erasing::answers(), word::erasing::steps()];
    let kinds = Sort::ALL.into_iter().zip(names).filter_map(|(sort, name)| {
        let count = app.all_of(sort).len();
        // As many as a shelf has room for: exact in a float.
        let sure = word::erasing::kind_sure(count as f64);
        let words = [name, word::entry::delete_ask(), &sure, word::settings::cancel()];
        (count > 0).then(|| {
            confirm(words, move || {
                app.erase_all_of(sort);
                app.focus_heading();
            })
        })
    });
    let kinds: Vec<View> = kinds.collect();
    let shown = !kinds.is_empty() && app.journal.mode() != Mode::Locked;
    shown.then(|| group(word::erasing::kind()).with(soft(word::erasing::kind_text())).with(View::several(kinds)).into())
}

fn forget(app: App) -> View {
    let refused = RwSignal::new(None);
    let words =
        [word::erasing::forget(), word::erasing::forget_text(), word::erasing::forget_sure(), word::settings::cancel()];
    group(word::erasing::forget())
        .with(soft(word::erasing::forget_text()))
        .with(confirm(words, move || app.forget_device(move |outcome| refused.set(outcome.err()))))
        .with(refusal_line(refused))
        .into()
}

/// The last page: all is erased, and the app is off this browser.
pub fn forgotten() -> View {
    page(word::erasing::forget())
        .with(plain(word::erasing::forget_done()))
        .with(soft(word::erasing::forget_note()))
        .with(soft(word::erasing::cannot_disk()))
        .into()
}
