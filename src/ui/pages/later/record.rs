//! An entry on paper: as it stands, or as a record for an appraisal.

use super::{
    commitments::how_words,
    entry::{EntryPage, Gone},
    export_lines::entry_in_words,
    record_fields::Lines,
    sheets::{Sheets, SheetsShown, WaysOut},
};
use crate::{
    route::Route,
    state::{App, Record, RecordId},
    ui::components::{Link, Options, Page, Radio, Tick, app, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{
    Body, Commitment, Entry, Part,
    record::{Field, gather},
    told::Told,
};

/// An entry on paper, or a record for an appraisal out of it. Nothing that is written here is kept.
#[component]
pub(super) fn RecordPage(
    /// The entry.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    let record = untrack(|| app.journal.record(id));
    match record.as_ref().and_then(|record| Some((record, record.body()?))) {
        // Which of two versions it is to be is for the person to say first.
        Some((record, Body::Entry(_))) if record.in_conflict() => view! { <EntryPage id=id/> }.into_any(),
        Some((record, Body::Entry(entry))) => whole(app, record, entry).into_any(),
        _ => view! { <Gone/> }.into_any(),
    }
}

fn whole(app: App, record: &Record, entry: &Entry) -> impl IntoView + use<> {
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
    let turn = move |on| {
        day.set(on);
        lines.put(Field::Date, date(on));
    };
    let day = move || view! { <Tick class="tick" label=word::hand_in::day() on=day on_change=turn/> }.into_any();
    let choose = redrawn(move || match as_entry.get() {
        true => day(),
        false => view! {
            <details class="more">
                <summary>{word::record::choose()}</summary>
                <p class="soft">{word::record::choose_text()}</p>
                {untrack(|| lines.fields(day()))}
            </details>
        }
        .into_any(),
    });
    let ways_out = redrawn(move || {
        let leave_out = (!as_entry.get()).then(|| Callback::new(move |words: Vec<String>| lines.leave_out(&words)));
        untrack(|| view! { <WaysOut sheets=sheets leave_out=leave_out/> })
    });
    view! {
        <Page title=word::entry::record() back=Route::Entry(record.id) place=word::journal::title()>
            {which(as_entry)} {choose} <SheetsShown sheets=sheets/> {ways_out}
            <p>
                <Link class="quiet" to=Route::Print label=word::printing::title()/>
            </p>
        </Page>
    }
}

fn which(as_entry: RwSignal<bool>) -> impl IntoView {
    let choice = move |yes: bool, name: &'static str| {
        let (on, choose) = (move || as_entry.get() == yes, move |()| as_entry.set(yes));
        view! { <Radio class="choice small" name="which" label=name on=on on_choose=choose/> }
    };
    view! {
        <Options>
            {choice(false, word::record::record())}
            {choice(true, word::record::entry())}
        </Options>
    }
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
