//! What was begun and not finished: which of it can be gone on with, and what each is known by.

use super::{App, Record, RecordId, newest_first};
use crate::words;
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Step},
    reflection::{Body, Entry, Run, Stamp},
};

/// The most signs of what was written that something begun is known by.
const FIRST_WORDS: usize = 60;

/// Something that was begun and not finished.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// Its record.
    pub id: RecordId,
    /// The activity it goes along.
    pub activity: String,
    /// When it was last left.
    pub left: Stamp,
    /// What it is.
    pub what: What,
}

/// What was begun.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// An entry: its first words, else the first thing that was chosen; empty if that is not known.
    Writing(String),
    /// Answers: which question of how many comes next, where that is known.
    Answering(Option<(usize, usize)>),
    /// An entry of which there are two versions.
    Versions,
}

impl App {
    /// What can be gone on with, the latest first.
    pub fn begun(self) -> Vec<Begun> {
        self.journal.look(|records| begun(&records.collect::<Vec<_>>(), |id| self.content.activity(id)))
    }

    /// The entry with this id, if it goes along a form: what an address that names both leads to.
    pub fn entry_along(self, form: &str, id: RecordId) -> Option<(Record, Entry)> {
        let record = untrack(|| self.journal.record(id))?;
        let entry = match record.body()? {
            Body::Entry(entry) if entry.form == form => entry.clone(),
            _ => return None,
        };
        Some((record, entry))
    }
}

/// Picks what can be gone on with. Of several runs of an activity that is the newest alone, be it finished: the others
/// cannot be reached any more.
pub(super) fn begun(records: &[&Record], activity: impl Fn(&str) -> Option<Activity>) -> Vec<Begun> {
    let newest = |run: &Run| {
        let same =
            records.iter().filter(|one| matches!(one.body(), Some(Body::Run(other)) if other.activity == run.activity));
        same.max_by_key(|one| one.begun()).map(|one| one.id)
    };
    let found = records.iter().filter_map(|record| {
        let (id, what) = match record.body()? {
            Body::Run(run) if !run.finished() && newest(run) == Some(record.id) => {
                (&run.activity, What::Answering(activity(&run.activity).and_then(|activity| place(run, &activity))))
            }
            Body::Entry(entry) if !entry.at.is_empty() => match record.in_conflict() {
                true => (&entry.form, What::Versions),
                false => (&entry.form, What::Writing(first_words(entry, activity(&entry.form).as_ref()))),
            },
            _ => return None,
        };
        let begun = Begun { id: record.id, activity: id.clone(), left: record.latest().at, what };
        Some((record.said(), begun))
    });
    newest_first(found.collect(), |(said, _)| *said).into_iter().map(|(_, begun)| begun).collect()
}

fn place(run: &Run, activity: &Activity) -> Option<(usize, usize)> {
    let path = run.path(activity);
    let at = path.items.iter().position(|place| activity.items[*place].id == run.at)?;
    Some((at + 1, path.items.len()))
}

fn first_words(entry: &Entry, form: Option<&Activity>) -> String {
    let words = match entry.title.trim() {
        "" => words::shorten(entry.opening(), FIRST_WORDS),
        title => title.to_owned(),
    };
    if !words.is_empty() {
        return words;
    }
    let part = entry.parts.iter().find(|part| !part.chosen.is_empty());
    let chosen =
        part.and_then(|part| match &form?.item(&part.item).filter(|item| item.revision == part.revision)?.step {
            Step::One { options, .. } | Step::Many { options } => {
                options.iter().find(|option| part.chosen.contains(&option.id)).map(|option| option.label.clone())
            }
            _ => None,
        });
    chosen.unwrap_or_default()
}

#[cfg(test)]
mod tests;
