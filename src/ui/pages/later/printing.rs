//! Some entries on paper, one after another.

use super::{
    export_lines::entry_in_words,
    sheets::{Print, Sheets, SheetsShown, WaysOut},
};
use crate::{
    route::Route,
    state::{App, JournalLine, Marked, Month, Query, RecordId, Sort},
    ui::components::{Button, Page, Tick, app, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, told::Told};

/// So many months are drawn at first, and so many more each time earlier ones are asked for.
const MONTHS: usize = 12;

/// Entries to choose from, by month, and those that are chosen as they will be printed. The button that prints stays in view.
#[component]
pub(super) fn Printing() -> impl IntoView {
    let app = app();
    let entries = Query { sort: Some(Sort::Entries), ..Query::default() };
    let months = untrack(|| entries.run(app)).months;
    if months.is_empty() {
        return view! {
            <Page title=word::printing::title() back=Route::Journal place=word::journal::title()>
                <div class="empty">
                    <p class="empty-lead">{word::journal::empty()}</p>
                </div>
            </Page>
        }
        .into_any();
    }
    let months = StoredValue::new(months);
    let chosen = RwSignal::new(Vec::new());
    let day = RwSignal::new(false);
    let sheets = Sheets::of(app, move || told(app, months, &chosen.get(), day.get()));
    let count = move || match chosen.with(Vec::len) {
        0 => word::printing::none().to_owned(),
        // Counts in the thousands: exact in a float.
        count => word::printing::chosen(count as f64),
    };
    view! {
        <Page
            title=word::printing::title()
            back=Route::Journal
            place=word::journal::title()
            foot=move || view! { <Print sheets=sheets chosen=count/> }
        >
            <EntriesToPrint months=months chosen=chosen day=day sheets=sheets/>
        </Page>
    }
    .into_any()
}

#[component]
fn EntriesToPrint(
    months: StoredValue<Vec<Month>>,
    chosen: Chosen,
    day: RwSignal<bool>,
    sheets: Sheets,
) -> impl IntoView {
    let app = app();
    let most = RwSignal::new(MONTHS);
    let some = months.with_value(Vec::len);
    let any = Memo::new(move |_| !chosen.with(Vec::is_empty));
    let shown = redrawn(move || {
        months.with_value(|months| {
            let months = months.iter().take(most.get());
            months.map(|month| of_month(app, chosen, month)).collect_view()
        })
    });
    let earlier = move |()| most.update(|most| *most += MONTHS);
    let more = move || view! { <Button class="button plain" label=word::journal::earlier() on_press=earlier/> };
    let out = move || {
        view! {
            <SheetsShown sheets=sheets/>
            <WaysOut sheets=sheets leave_out=None in_bar=true/>
        }
    };
    view! {
        <p>{word::printing::what()}</p>
        <p class="soft">{word::record::not_locked()}</p>
        {shown}
        {redrawn(move || (most.get() < some).then(more))}
        <Tick class="tick" label=word::hand_in::day() on=day on_change=move |on| day.set(on)/>
        {redrawn(move || any.get().then(|| untrack(out)))}
    }
}

type Chosen = RwSignal<Vec<RecordId>>;

fn of_month(app: App, chosen: Chosen, month: &Month) -> impl IntoView + use<> {
    let name = app.month(month.stamp);
    let ids = month.records.clone();
    let all_of = word::printing::all_of(&name);
    let whole = (ids.len() > 1).then(|| {
        let all = move |()| {
            let ids = ids.clone();
            chosen.update(|chosen| {
                chosen.retain(|id| !ids.contains(id));
                chosen.extend(ids);
            });
        };
        view! { <Button class="quiet" label=all_of on_press=all/> }
    });
    let line = |id: &RecordId| Some((*id, app.journal_line(*id, &[])?));
    let lines = untrack(|| month.records.iter().filter_map(line).collect::<Vec<_>>());
    view! {
        <fieldset class="choices">
            <legend>{name}</legend>
            {lines.into_iter().map(|(id, line)| entry(app, chosen, id, line)).collect_view()}
            {whole}
        </fieldset>
    }
}

fn entry(app: App, chosen: Chosen, id: RecordId, line: JournalLine) -> impl IntoView {
    let text = |pieces: Marked| pieces.into_iter().map(|(text, _)| text).collect::<String>();
    let title = text(line.title);
    let title = if title.is_empty() { word::journal::untitled().to_owned() } else { title };
    let day = app.weekday(line.made).join(" ");
    let opening = [day, text(line.excerpt)].join(" · ");
    let opening = view! {
        <span class="pick-text" translate="no">
            {opening.trim_end_matches(" · ").to_owned()}
        </span>
    };
    let on = move || chosen.with(|chosen| chosen.contains(&id));
    let pick = move |on| {
        chosen.update(|chosen| {
            chosen.retain(|one| *one != id);
            if on {
                chosen.push(id);
            }
        });
    };
    view! {
        <Tick class="choice small" on=on on_change=pick>
            <span class="pick-title" translate=line.own.then_some("no")>
                {title}
            </span>
            {opening}
        </Tick>
    }
}

/// The chosen entries in the order of the list; of two versions, both.
fn told(app: App, months: StoredValue<Vec<Month>>, chosen: &[RecordId], day: bool) -> Vec<Told> {
    let in_order: Vec<RecordId> = months.with_value(|months| {
        let all = months.iter().flat_map(|month| month.records.iter().copied());
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
