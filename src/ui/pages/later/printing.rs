//! Some entries on paper, one after another.

use super::{export_lines::entry_in_words, sheets::Sheets};
use crate::{
    route::Route,
    state::{App, EntryLine, Month, Query, RecordId},
    ui::{
        parts::{app, button, page, para, plain, tick, tick_of},
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, told::Told};
use std::rc::Rc;

/// So many months are drawn at first, and so many more each time earlier ones are asked for.
const MONTHS: usize = 12;

/// Entries to choose from, by month, and those that are chosen as they will be printed.
pub(super) fn printing() -> View {
    let app = app();
    let months = untrack(|| Query::default().run(app)).months;
    let shown = page(word::printing::title()).back(Route::Journal).place(word::journal::title());
    if months.is_empty() {
        let lead = para("empty-lead", word::journal::empty());
        return shown.with(el("div").class("empty").with(lead)).into();
    }
    let chosen = RwSignal::new(Vec::new());
    let day = RwSignal::new(false);
    let most = RwSignal::new(MONTHS);
    let some = months.len();
    let months = StoredValue::new(months);
    let sheets = Sheets::of(app, move || told(app, months, &chosen.get(), day.get()));
    let any = Memo::new(move |_| !chosen.with(Vec::is_empty));
    let more = move || button("button plain", word::journal::earlier(), move || most.update(|most| *most += MONTHS));
    shown
        .with(plain(word::printing::what()))
        .with(live(move || {
            months.with_value(|months| all(months.iter().take(most.get()).map(|month| of_month(app, chosen, month))))
        }))
        .with(maybe(move || (most.get() < some).then(more)))
        .with(tick("tick", "checkbox", word::hand_in::day(), Rc::new(move || day.get()), move |on| day.set(on)))
        .with(maybe(move || any.get().then(|| untrack(|| View::several(vec![sheets.shown(), sheets.ways_out(None)])))))
        .into()
}

type Chosen = RwSignal<Vec<RecordId>>;

fn of_month(app: App, chosen: Chosen, month: &Month) -> View {
    let name = app.month(month.stamp);
    let ids = month.entries.clone();
    let whole = (ids.len() > 1).then(|| {
        button("quiet", &word::printing::all_of(&name), move || {
            let ids = ids.clone();
            chosen.update(|chosen| {
                chosen.retain(|id| !ids.contains(id));
                chosen.extend(ids);
            });
        })
    });
    let legend = el("legend").with(name.as_str());
    let lines = untrack(|| month.entries.iter().filter_map(|id| app.entry_line(*id)).collect::<Vec<_>>());
    let entries = lines.iter().map(|entry| line(chosen, entry));
    el("fieldset").class("choices").with(legend).with(all(entries)).with(whole).into()
}

fn line(chosen: Chosen, entry: &EntryLine) -> View {
    let id = entry.id;
    let title = match entry.title.as_str() {
        "" => word::journal::untitled(),
        title => title,
    };
    let opening = Some(entry.opening.as_str()).filter(|opening| !opening.is_empty() && *opening != title);
    let picked = |class: &str, words: &str, own: bool| -> View {
        let words = el("span").class(class).with(words);
        if own { words.own().into() } else { words.into() }
    };
    let opening = opening.map(|line| picked("pick-text", line, true));
    let words = View::several(vec![picked("pick-title", title, entry.titled), opening.into()]);
    let on = Rc::new(move || chosen.with(|chosen| chosen.contains(&id)));
    tick_of("choice small", words, on, move |on| {
        chosen.update(|chosen| {
            chosen.retain(|one| *one != id);
            if on {
                chosen.push(id);
            }
        });
    })
}

/// The chosen entries in the order of the list; of two versions, both.
fn told(app: App, months: StoredValue<Vec<Month>>, chosen: &[RecordId], day: bool) -> Vec<Told> {
    let in_order: Vec<RecordId> = months.with_value(|months| {
        let all = months.iter().flat_map(|month| month.entries.iter().copied());
        all.filter(|id| chosen.contains(id)).collect()
    });
    let mut told = Vec::new();
    for record in in_order.into_iter().filter_map(|id| app.journal.record(id)) {
        let date = if day { app.date(record.made) } else { app.month(record.made) };
        for body in record.heads.iter().filter_map(|head| head.body.as_ref()) {
            if let Body::Entry(entry) = body {
                told.push(Told { date: date.clone(), ..entry_in_words(app, entry) });
            }
        }
    }
    told
}
