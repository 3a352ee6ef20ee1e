use crate::words;
use leptos::prelude::*;
use obverse_core::{
    reflection::{Body, Commitment, Placement},
    sorting::sort_by_key,
    vault::{Condition, HeldDraft, KeepError, Record, RecordId, Rev, Trouble, Turn, Unreadable, Usage, Vault},
};

/// From this share of the room on, the person is told.
const MUCH: f64 = 0.7;

/// How a value begins that was set aside in this tab because the app stopped while reading it: no stored form begins so,
/// and it stands before the value as it is stored.
pub const SET_ASIDE: &str = "aside ";

/// Where what is written goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Into this browser's store.
    Kept,
    /// Into memory, because the person said the device is shared.
    Shared,
    /// Into memory, because the browser lends no store.
    Nowhere,
    /// Into memory, because the journal is locked.
    Locked,
}

/// Something that grew out of a record, with the line to know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grown {
    /// The record.
    pub id: RecordId,
    /// Whether it is a step; else it is an entry.
    pub step: bool,
    /// Its title or opening line.
    pub line: String,
}

/// The journal: the vault, and the news that something in it changed.
#[derive(Clone, Copy)]
pub struct Journal {
    vault: StoredValue<Vault, LocalStorage>,
    changed: RwSignal<u32>,
    pub(super) mode: RwSignal<Mode>,
}

impl Journal {
    /// Over an open vault.
    pub fn new(vault: Vault, mode: Mode) -> Self {
        Journal { vault: StoredValue::new_local(vault), changed: RwSignal::new(0), mode: RwSignal::new(mode) }
    }

    /// Where what is written goes.
    pub fn mode(self) -> Mode {
        self.mode.get()
    }

    /// From now on this vault; gives back the one before.
    pub(super) fn change_vault(self, vault: Vault, mode: Mode) -> Vault {
        let before = self.vault.try_update_value(|present| std::mem::replace(present, vault));
        self.mode.set(mode);
        self.bump();
        before.expect("the journal lives as long as the app")
    }

    /// Asks something of the vault or does something with it. Nobody is told that it changed.
    pub(super) fn with_vault<T>(self, act: impl FnOnce(&mut Vault) -> T) -> T {
        self.vault.try_update_value(act).expect("the journal lives as long as the app")
    }

    /// How the vault was found.
    pub fn condition(self) -> Condition {
        self.changed.track();
        self.vault.with_value(Vault::condition)
    }

    /// Makes sure that the vault can take a record at once. A refusal is told, with words for it, by the save
    /// that follows.
    pub(super) fn prepare(self) {
        let _ = self.vault.try_update_value(Vault::prepare);
    }

    /// A record, deleted ones included.
    pub fn record(self, id: RecordId) -> Option<Record> {
        self.changed.track();
        self.vault.with_value(|vault| vault.record(id).cloned())
    }

    /// Looks through all records there are.
    pub fn look<T>(self, through: impl FnOnce(&mut dyn Iterator<Item = &Record>) -> T) -> T {
        self.changed.track();
        self.vault.with_value(|vault| through(&mut vault.records()))
    }

    /// The newest words of every record there is, in the order in which they were begun.
    pub(super) fn bodies(self) -> Vec<(RecordId, Body)> {
        let all: Vec<(Place, Body)> =
            self.look(|records| records.filter_map(|record| Some((record.begun(), record.body()?.clone()))).collect());
        newest_first(all, |(place, _)| *place).into_iter().rev().map(|((_, id), body)| (id, body)).collect()
    }

    /// Writes a revision; see [`Vault::save`].
    pub fn save(self, id: RecordId, body: &Body, parents: &[Rev]) -> Result<Rev, KeepError> {
        let result = self.write(|vault| vault.save(id, body, parents));
        self.bump();
        result
    }

    /// Writes a draft; see [`Vault::save_draft`].
    pub(super) fn save_draft(self, id: RecordId, draft: &HeldDraft) -> Result<Rev, KeepError> {
        let result = self.write(|vault| vault.save_draft(id, draft));
        self.bump();
        result
    }

    /// Deletes a record for good.
    pub fn delete(self, id: RecordId) -> Result<(), KeepError> {
        let result = self.write(|vault| vault.delete(id));
        self.bump();
        result
    }

    /// Erases everything.
    pub fn erase(self) -> Result<(), KeepError> {
        let result = self.write(Vault::erase);
        self.bump();
        result
    }

    /// Another tab changed this key (`None`: everything).
    pub fn absorb(self, key: Option<&str>) {
        self.vault.update_value(|vault| vault.absorb(key));
        self.bump();
    }

    /// The share of the room that is used, from 0 to 1.
    pub fn share(self) -> f64 {
        let usage = self.usage();
        // Room counts in the millions of units: exact in a float.
        usage.used as f64 / usage.quota.max(1) as f64
    }

    /// Whether so much of the room is used that the person should know.
    pub fn nearly_full(self) -> bool {
        self.share() >= MUCH
    }

    /// How much room is used.
    pub fn usage(self) -> Usage {
        self.changed.track();
        self.vault.with_value(Vault::usage)
    }

    /// What could not be read, kept as it is.
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.changed.track();
        let mut all = self.vault.with_value(|vault| vault.unreadable().to_vec());
        all.retain(|one| one.why != Trouble::Plain);
        all
    }

    /// Whether a record was set aside in this tab. It may be whole, so nothing may be done now that only the records at hand
    /// would outlive: a change of the key.
    pub(super) fn has_set_aside(self) -> bool {
        self.vault.with_value(|vault| vault.unreadable().iter().any(|one| one.raw.starts_with(SET_ASIDE)))
    }

    /// What stands unlocked in a locked journal: where, and its words.
    pub fn strays(self) -> Vec<(String, String)> {
        self.changed.track();
        let strays = self.vault.with_value(Vault::strays);
        strays.into_iter().map(|(key, body)| (key, body.joined())).collect()
    }

    /// Takes such a record in.
    pub fn adopt(self, key: &str) -> Result<(), KeepError> {
        let result = self.write(|vault| vault.adopt(key));
        self.bump();
        result
    }

    /// Everything as it stands in the store.
    pub fn raw(self) -> Vec<(String, String)> {
        self.vault.with_value(Vault::raw)
    }

    /// The placements on a coin, newest first.
    pub fn placements(self, coin: &str) -> Vec<(Record, Placement)> {
        let all: Vec<(Record, Placement)> = self.look(|records| {
            records
                .filter_map(|record| match record.body() {
                    Some(Body::Placement(placement)) if placement.coin == coin => {
                        Some((record.clone(), placement.clone()))
                    }
                    _ => None,
                })
                .collect()
        });
        newest_first(all, |(record, _)| record.begun())
    }

    /// Whether anything was placed on a coin or written about it.
    pub fn looked_at(self, coin: &str) -> bool {
        self.look(|mut records| {
            Iterator::any(&mut records, |record| match record.body() {
                Some(Body::Placement(placement)) => placement.coin == coin,
                Some(Body::Entry(entry)) => entry.coins.iter().any(|one| one == coin),
                _ => false,
            })
        })
    }

    /// The entries and steps that belong to a coin, newest first.
    pub fn grown(self, coin: &str) -> Vec<Grown> {
        self.grown_where(|body| match body {
            Body::Entry(entry) => entry.coins.iter().any(|one| one == coin),
            Body::Commitment(step) => step.coin == coin,
            _ => false,
        })
    }

    /// The entries and steps that grew out of a record, newest first.
    pub fn grown_from(self, id: RecordId) -> Vec<Grown> {
        let id = id.to_string();
        self.grown_where(|body| match body {
            Body::Entry(entry) => entry.grew_from == id,
            Body::Commitment(step) => step.grew_from == id,
            _ => false,
        })
    }

    fn grown_where(self, belongs: impl Fn(&Body) -> bool) -> Vec<Grown> {
        let all = self.look(|records| {
            let grown = records.filter_map(|record| {
                let body = record.body().filter(|body| belongs(body))?;
                let (step, line) = match body {
                    Body::Entry(entry) if entry.title.is_empty() => (false, words::shorten(entry.opening(), 60)),
                    Body::Entry(entry) => (false, entry.title.clone()),
                    Body::Commitment(step) => (true, step.what.clone()),
                    _ => return None,
                };
                Some((record.begun(), Grown { id: record.id, step, line }))
            });
            grown.collect::<Vec<_>>()
        });
        newest_first(all, |(place, _)| *place).into_iter().map(|(_, grown)| grown).collect()
    }

    /// The steps, newest first.
    pub fn commitments(self) -> Vec<(Record, Commitment)> {
        let all = self.look(|records| {
            let steps = records.filter_map(|record| match record.body() {
                Some(Body::Commitment(step)) => Some((record.clone(), step.clone())),
                _ => None,
            });
            steps.collect::<Vec<_>>()
        });
        newest_first(all, |(record, _)| record.begun())
    }

    /// The newest run of an activity.
    pub fn run(self, activity: &str) -> Option<Record> {
        self.look(|records| {
            records
                .filter(|record| matches!(record.body(), Some(Body::Run(run)) if run.activity == activity))
                .max_by_key(|record| record.begun())
                .cloned()
        })
    }

    fn write<T>(self, act: impl FnOnce(&mut Vault) -> Result<T, KeepError>) -> Result<T, KeepError> {
        self.vault.try_update_value(act).unwrap_or(Err(KeepError::Denied))
    }

    pub(super) fn bump(self) {
        self.changed.update(|count| *count = count.wrapping_add(1));
    }
}

/// A record's place in the order in which things were said: [`Record::begun`] or [`Record::said`]. No list is ordered by
/// what the clock showed: it may have been wrong.
pub(crate) type Place = (Turn, RecordId);

/// Puts things in order, newest first.
pub(crate) fn newest_first<T>(mut all: Vec<T>, key: impl Fn(&T) -> Place) -> Vec<T> {
    sort_by_key(&mut all, key);
    all.reverse();
    all
}

#[cfg(test)]
mod tests;
