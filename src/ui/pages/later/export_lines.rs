//! What a person wrote, in the words of the screens they wrote it on.

use super::{
    super::{entry::heading, today::step_name},
    commitments::how_words,
};
use crate::{
    state::{App, Record, Sheet, Sort, answered, is_code, newest_first},
    ui::parts::{settings_line, stand_words},
    words::word,
};
use obverse_core::{
    activity::{Item, Step},
    reflection::{Answer, Body, Placement, told::Told},
};

/// Everything of the kinds that `goes_in` says, newest first; two versions are both there.
pub(super) fn gather(app: App, goes_in: impl Fn(Sort) -> bool) -> Vec<Told> {
    let all: Vec<Record> = app.journal.look(|records| records.cloned().collect());
    let mut told = Vec::new();
    for record in newest_first(all, Record::begun) {
        for body in record.heads.iter().filter_map(|head| head.body.as_ref()) {
            let sort = Sort::of(body);
            if goes_in(sort) {
                let (title, lines) = in_words(app, body);
                let kind = sort_names()[sort as usize].to_owned();
                told.push(Told { date: record.made.iso(), kind, title, lines });
            }
        }
    }
    told
}

/// Questions, which may be empty, and what was said to each.
type Lines = Vec<(String, String)>;

/// The title and the lines of one thing a person wrote.
pub(super) fn in_words(app: App, body: &Body) -> (String, Lines) {
    let mut lines = Lines::new();
    let title = match body {
        Body::Placement(placement) => {
            place(placement, &mut lines);
            app.content.coin_line(&placement.coin).map_or_else(|| placement.coin.clone(), |coin| coin.name)
        }
        Body::Run(run) => {
            let activity = app.content.activity(&run.activity);
            for given in &run.given {
                let item = activity.as_ref().and_then(|activity| activity.item(&given.item));
                say(body, item, &given.answer, &given.note, &mut lines);
            }
            match app.content.line(&run.activity) {
                Some(line) => line.title,
                None if is_code(run) => word::hand_in::code().to_owned(),
                None => run.activity.clone(),
            }
        }
        Body::Entry(entry) => {
            let activity = app.content.activity(&entry.form);
            for part in &entry.parts {
                let item = activity.as_ref().and_then(|activity| activity.item(&part.item));
                say(body, item, &Answer::Many(part.chosen.clone()), &part.text, &mut lines);
            }
            heading(app, entry)
        }
        Body::Commitment(step) => {
            let said = super::commitment::lines_of(step);
            lines.extend(said.into_iter().map(|(ask, text)| (ask.to_owned(), text)));
            for look in &step.looks {
                let how = look.how.map(how_words).unwrap_or_default();
                lines.push((app.date(look.at), [how, look.words.trim()].join("\n").trim().to_owned()));
            }
            step_name(step)
        }
    };
    (title, lines)
}

/// What was said at one item. Where the item is not there any more, options go by their ids.
fn say(body: &Body, item: Option<&Item>, answer: &Answer, note: &str, lines: &mut Lines) {
    let said = item.map(|item| body.said(item)).unwrap_or_default();
    let mut all = match (item, answer) {
        (_, Answer::RatherNotSay) => vec![word::runner::rather_not_said().to_owned()],
        (Some(item), _) => answered(&item.step, &said.answer),
        (None, Answer::One(id)) => vec![id.clone()],
        (None, Answer::Many(ids)) => ids.clone(),
        (None, _) => Vec::new(),
    };
    if let (Some(Step::One { tick: Some(label), .. }), true) = (item.map(|item| &item.step), said.new_to_me) {
        all.push(label.clone());
    }
    if !note.trim().is_empty() {
        all.push(note.trim().to_owned());
    }
    if !all.is_empty() {
        lines.push((item.map(|item| item.ask.clone()).unwrap_or_default(), all.join("\n")));
    }
}

fn place(placement: &Placement, lines: &mut Lines) {
    if let Some(stand) = placement.stand {
        lines.push((word::place::ask().to_owned(), stand_words(stand).to_owned()));
    }
    for setting in &placement.settings {
        lines.push((word::place::settings().to_owned(), settings_line(setting)));
    }
    if !placement.note.trim().is_empty() {
        lines.push((word::place::note().to_owned(), placement.note.trim().to_owned()));
    }
}

/// In the order of [`Sort::ALL`].
pub(super) fn sort_names() -> [&'static str; 4] {
    [word::export::entries(), word::export::placements(), word::export::answers(), word::steps::title()]
}
