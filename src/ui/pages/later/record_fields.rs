//! The fields of a record for an appraisal: each can be changed here, or left out.

use crate::{
    ui::components::{NoRoom, Tick, TwoWays, hands_off, redrawn, two_ways},
    words::word,
};
use leptos::{html, prelude::*};
use obverse_core::reflection::{
    leave_out,
    record::{Field, told},
    told::Told,
};

/// A field: what stands in it, and whether it goes in.
#[derive(Clone, Copy)]
struct Line {
    field: Field,
    text: RwSignal<String>,
    goes_in: RwSignal<bool>,
}

/// The fields of a record. They live as long as the page, and are kept nowhere.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    all: StoredValue<Vec<Line>>,
    /// What happened and what was learnt stand together.
    mixed: bool,
}

impl Lines {
    /// With what there is at first.
    pub(super) fn of(mixed: bool, text: impl Fn(Field) -> String) -> Lines {
        let line = |field| Line { field, text: RwSignal::new(text(field)), goes_in: RwSignal::new(true) };
        Lines { all: StoredValue::new(Field::ALL.map(line).into()), mixed }
    }

    /// Puts a text in a field.
    pub(super) fn put(self, field: Field, text: String) {
        if let Some(line) = self.all.get_value().into_iter().find(|line| line.field == field) {
            line.text.set(text);
        }
    }

    /// Takes words out of every field.
    pub(super) fn leave_out(self, words: &[String]) {
        for line in self.all.get_value() {
            line.text.update(|text| leave_out(text, words));
        }
    }

    /// The record as it goes in; none if there is nothing in it but its date and type.
    pub(super) fn told(self) -> Option<Told> {
        let goes_in = self.all.get_value().into_iter().filter(|line| line.goes_in.get());
        let said = goes_in.map(|line| (line.field, in_words(line.field, line.text.get())));
        let told = told(said.collect(), |field| self.name(field));
        (!told.title.is_empty() || !told.lines.is_empty()).then_some(told)
    }

    fn name(self, field: Field) -> &'static str {
        match field {
            Field::Date => word::record::date(),
            Field::Title => word::record::name(),
            Field::Kind => word::record::kind(),
            Field::Time => word::record::time(),
            Field::Happened if self.mixed => word::record::mixed(),
            Field::Happened => word::record::happened(),
            Field::Learning => word::record::learning(),
            Field::Change => word::record::change(),
            Field::Impact => word::record::impact(),
            Field::Standard => word::record::standard(),
            Field::FollowUp => word::record::follow_up(),
        }
    }

    /// All fields, each with a tick. `day` stands with the date.
    pub(super) fn fields(self, day: AnyView) -> impl IntoView {
        let mut day = Some(day);
        let line = |line: Line| {
            let day = day.take_if(|_| line.field == Field::Date);
            self.line(line, day)
        };
        self.all.get_value().into_iter().map(line).collect_view()
    }

    fn line(self, line: Line, below: Option<AnyView>) -> impl IntoView {
        let name = self.name(line.field);
        let turn = move |on| line.goes_in.set(on);
        let entry = redrawn(move || line.goes_in.get().then(|| untrack(|| to_write(line, name))));
        view! {
            <div class="record-line" role="group" aria-label=name>
                <Tick class="tick" on=line.goes_in on_change=turn>
                    {name}
                    <span class="heard">{word::record::goes_in()}</span>
                </Tick>
                {entry}
                {below}
            </div>
        }
    }
}

/// A number of minutes is said as such.
fn in_words(field: Field, text: String) -> String {
    match text.trim().parse::<u32>() {
        Ok(minutes) if field == Field::Time => word::record::minutes(f64::from(minutes)),
        _ => text,
    }
}

fn to_write(line: Line, name: &'static str) -> impl IntoView {
    let hint = match line.field {
        Field::Title => word::record::name_hint(),
        Field::Time => word::record::time_hint(),
        Field::Impact => word::record::impact_hint(),
        Field::Standard => word::record::standard_hint(),
        _ => "",
    };
    let id = (!hint.is_empty()).then(|| format!("hint-{}", line.field as u8));
    let hint = id.clone().map(|id| view! { <p class="soft" id=id>{hint}</p> });
    let no_room = NoRoom::default();
    let words = no_room.watch(TwoWays::new(line.text.into(), Callback::new(move |text| line.text.set(text))));
    let input = match line.field {
        Field::Kind => kinds(line.text, name).into_any(),
        Field::Happened | Field::Learning | Field::Change | Field::Impact => {
            let rows = line.text.with_untracked(|text| rows(text)).to_string();
            view! {
                <textarea
                    class="field record-words"
                    {..hands_off()}
                    rows=rows
                    aria-label=name
                    aria-describedby=id
                    use:two_ways=words
                ></textarea>
            }
            .into_any()
        }
        _ => view! {
            <input
                class="field"
                {..hands_off()}
                type="text"
                aria-label=name
                aria-describedby=id
                use:two_ways=words
            />
        }
        .into_any(),
    };
    view! {
        {hint}
        {input}
        {no_room.line()}
    }
}

/// The types of a record, of which `chosen` is shown.
fn kinds(chosen: RwSignal<String>, name: &'static str) -> impl IntoView {
    let kinds = [
        word::record::reflection(),
        word::record::on_event(),
        word::record::on_feedback(),
        word::record::on_learning(),
        word::record::on_teaching(),
        word::record::on_change(),
    ];
    let select = NodeRef::<html::Select>::new();
    // Not `prop:value`, which comes before there is an option to choose.
    Effect::new(move |_| {
        if let Some(select) = select.get() {
            select.set_value(&chosen.get());
        }
    });
    view! {
        <select
            node_ref=select
            class="field"
            autocomplete="off"
            aria-label=name
            on:change=move |event| chosen.set(event_target_value(&event))
        >
            {kinds.into_iter().map(|kind| view! { <option value=kind>{kind}</option> }).collect_view()}
        </select>
    }
}

/// How many lines a text fills on a phone, where the browser does not fit a field to its text by itself.
fn rows(text: &str) -> usize {
    let lines = text.lines().map(|line| 1 + line.chars().count() / 36).sum::<usize>();
    lines.clamp(2, 9)
}
