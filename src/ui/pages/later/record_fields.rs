//! The fields of a record for an appraisal: each can be changed here, or left out.

use crate::{
    ui::{
        parts::{NoRoom, field, span, tick_of},
        view::{Element, View, all, el, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{
    leave_out,
    record::{Field, told},
    told::Told,
};
use std::rc::Rc;

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
    pub(super) fn fields(self, day: impl FnOnce() -> View) -> View {
        let mut day = Some(day);
        all(self.all.get_value().into_iter().map(|line| {
            let day = day.take_if(|_| line.field == Field::Date).map(|day| day());
            self.line(line, day)
        }))
    }

    fn line(self, line: Line, below: Option<View>) -> View {
        let name = self.name(line.field);
        let on = Rc::new(move || line.goes_in.get());
        let label = View::several(vec![name.into(), span("heard", word::record::goes_in())]);
        let goes_in = tick_of("tick", label, on, move |on| line.goes_in.set(on));
        let entry = maybe(move || line.goes_in.get().then(|| untrack(|| to_write(line, name))));
        el("div")
            .class("record-line")
            .attr("role", "group")
            .attr("aria-label", name)
            .with(goes_in)
            .with(entry)
            .with(below)
            .into()
    }
}

/// A number of minutes is said as such.
fn in_words(field: Field, text: String) -> String {
    match text.trim().parse::<u32>() {
        Ok(minutes) if field == Field::Time => word::record::minutes(f64::from(minutes)),
        _ => text,
    }
}

fn to_write(line: Line, name: &str) -> View {
    let hint = match line.field {
        Field::Title => word::record::name_hint(),
        Field::Time => word::record::time_hint(),
        Field::Impact => word::record::impact_hint(),
        Field::Standard => word::record::standard_hint(),
        _ => "",
    };
    let input = match line.field {
        Field::Kind => kinds(),
        Field::Happened | Field::Learning | Field::Change | Field::Impact => {
            let rows = line.text.with_untracked(|text| rows(text));
            field("textarea", "field record-words").attr("rows", &rows.to_string())
        }
        _ => field("input", "field").attr("type", "text"),
    };
    let input = input.attr("aria-label", name);
    let (held, hear) = (move || line.text.get(), move |text| line.text.set(text));
    let no_room = NoRoom::default();
    let input = match line.field {
        Field::Kind => input.holding(held).on_text("change", hear),
        _ => no_room.watch(input, Box::new(held), Box::new(hear)),
    };
    if hint.is_empty() {
        return View::several(vec![input.into(), no_room.line()]);
    }
    let id = format!("hint-{}", line.field as u8);
    let hint = el("p").class("soft").attr("id", &id).with(hint);
    View::several(vec![hint.into(), input.attr("aria-describedby", &id).into(), no_room.line()])
}

fn kinds() -> Element {
    let kinds = [
        word::record::reflection(),
        word::record::on_event(),
        word::record::on_feedback(),
        word::record::on_learning(),
        word::record::on_teaching(),
        word::record::on_change(),
    ];
    let option = |name: &str| -> View { el("option").attr("value", name).with(name).into() };
    el("select").class("field").attr("autocomplete", "off").with(all(kinds.into_iter().map(option)))
}

/// How many lines a text fills on a phone, where the browser does not fit a field to its text by itself.
fn rows(text: &str) -> usize {
    let lines = text.lines().map(|line| 1 + line.chars().count() / 36).sum::<usize>();
    lines.clamp(2, 9)
}
