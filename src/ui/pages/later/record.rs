//! An entry on paper: as it stands, or as a record for an appraisal.

use super::{
    super::entry::{entry as versions, gone},
    commitments::how_words,
    export_lines::entry_in_words,
    record_fields::Lines,
    sheets::{LeaveOut, Sheets},
};
use crate::{
    route::Route,
    state::{App, Record, RecordId},
    ui::{
        parts::{app, link, page, radio, soft, tick},
        view::{View, el, live},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{
    Body, Commitment, Entry, Part,
    record::{Field, gather},
    told::Told,
};
use std::rc::Rc;

/// An entry on paper, or a record for an appraisal out of it. Nothing that is written here is kept.
pub(super) fn record(id: RecordId) -> View {
    let app = app();
    let record = untrack(|| app.journal.record(id));
    match record.as_ref().and_then(|record| Some((record, record.body()?))) {
        // Which of two versions it is to be is for the person to say first.
        Some((record, Body::Entry(_))) if record.in_conflict() => versions(id),
        Some((record, Body::Entry(entry))) => whole(app, record, entry),
        _ => gone(),
    }
}

fn whole(app: App, record: &Record, entry: &Entry) -> View {
    let made = record.made;
    let date = move |day: bool| if day { app.date(made) } else { app.month(made) };
    let lines = prefilled(app, record, entry, date(false));
    let as_entry = RwSignal::new(false);
    let day = RwSignal::new(false);
    let plain = StoredValue::new(entry_in_words(app, entry));
    let sheets = Sheets::of(app, move || match as_entry.get() {
        true => vec![Told { date: date(day.get()), ..plain.get_value() }],
        false => lines.told().into_iter().collect(),
    });
    let day = move || {
        tick("tick", "checkbox", word::hand_in::day(), Rc::new(move || day.get()), move |on| {
            day.set(on);
            lines.put(Field::Date, date(on));
        })
    };
    let id = record.id;
    page(word::entry::record())
        .back(Route::Entry(id))
        .place(word::journal::title())
        .with(which(as_entry))
        .with(live(move || match as_entry.get() {
            true => day(),
            false => el("details")
                .class("more")
                .with(el("summary").with(word::record::choose()))
                .with(soft(word::record::choose_text()))
                .with(untrack(|| lines.fields(day)))
                .into(),
        }))
        .with(sheets.shown())
        .with(live(move || {
            let leave_out = (!as_entry.get()).then(|| -> LeaveOut { Rc::new(move |words| lines.leave_out(words)) });
            untrack(|| sheets.ways_out(leave_out))
        }))
        .with(el("p").with(link("quiet", Route::Print, word::printing::title())))
        .into()
}

fn which(as_entry: RwSignal<bool>) -> View {
    let choice = |yes: bool, name: &str| {
        radio("choice small", "which", name, Rc::new(move || as_entry.get() == yes), move || as_entry.set(yes))
    };
    el("fieldset")
        .class("choices")
        .attr("aria-labelledby", "heading")
        .with(choice(false, word::record::record()))
        .with(choice(true, word::record::entry()))
        .into()
}

/// What there is for a record: out of the entry, and the steps that grew from it.
fn prefilled(app: App, record: &Record, entry: &Entry, date: String) -> Lines {
    let id = record.id.to_string();
    let steps = untrack(|| app.journal.commitments()).into_iter().rev();
    let steps: Vec<Commitment> = steps.map(|(_, step)| step).filter(|step| step.grew_from == id).collect();
    let form = untrack(|| app.content.wordings(&entry.form));
    let asked = |part: &Part| form.at(&part.item, part.revision);
    let gathered = gather(entry, form.now.as_ref(), asked, &steps, how_words);
    let kind = if gathered.mixed { word::record::reflection() } else { word::record::on_event() };
    let follow_up = gathered.follow_up.map(|day| app.month_of(day)).unwrap_or_default();
    Lines::of(gathered.mixed, |field| match field {
        Field::Date => date.clone(),
        Field::Title => entry.title.trim().to_owned(),
        Field::Kind => kind.to_owned(),
        Field::Happened => gathered.happened.clone(),
        Field::Learning => gathered.learning.clone(),
        Field::Change => gathered.change.clone(),
        Field::Impact => gathered.impact.clone(),
        Field::FollowUp => follow_up.clone(),
        Field::Time | Field::Standard => String::new(),
    })
}
