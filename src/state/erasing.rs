//! Erasing: one kind of records, a few at a time; everything; the app as well.

use super::{App, Hitch, KeepError, Mode, RecordId, Work, held};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// How many records are erased between two breaths of the page.
const AT_ONCE: usize = 50;

/// A kind of records, as people tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Entries of the journal.
    Entries,
    /// Placements on coins.
    Placements,
    /// Answers to activities.
    Answers,
    /// Steps: what a person means to do.
    Steps,
}

impl Sort {
    /// All there are.
    pub const ALL: [Sort; 4] = [Sort::Entries, Sort::Placements, Sort::Answers, Sort::Steps];

    /// What it is called among the preferences.
    pub(super) fn name(self) -> &'static str {
        match self {
            Sort::Entries => "entries",
            Sort::Placements => "placements",
            Sort::Answers => "answers",
            Sort::Steps => "steps",
        }
    }

    pub(super) fn named(name: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|one| one.name() == name)
    }

    /// The kind of a record.
    pub fn of(body: &Body) -> Sort {
        match body {
            Body::Entry(_) => Sort::Entries,
            Body::Placement(_) => Sort::Placements,
            Body::Run(_) => Sort::Answers,
            Body::Commitment(_) => Sort::Steps,
        }
    }
}

/// That everything was erased, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// Should the browser end before its store is on the disk, the next opening erases what comes back.
    ForGood,
    /// Should the browser end before its store is on the disk, everything comes back: it has to be closed once.
    UnlessKilled,
}

impl App {
    /// Erases everything the person wrote and chose, and calls back, later, with whether that was done.
    pub fn erase(self, done: impl FnOnce(Result<(), KeepError>) + 'static) {
        let shut =
            self.locking.shut.with_value(|shut| shut.as_ref().and_then(|vault| vault.journal_id().map(String::from)));
        let open = || self.journal.with_vault(|vault| vault.journal_id().map(String::from));
        let Some(id) = shut.or_else(open) else {
            // Records whose header cannot be read have no name by which they could be told from others.
            let how = if self.journal.raw().is_empty() { Erased::ForGood } else { Erased::UnlessKilled };
            return done(self.erase_now(how));
        };
        self.host(|host| {
            let marked = move |marked| {
                done(self.erase_now(if marked { Erased::ForGood } else { Erased::UnlessKilled }));
            };
            host.mark_erased(&id, Box::new(marked));
        });
    }

    fn erase_now(self, how: Erased) -> Result<(), KeepError> {
        for draft in self.drafts() {
            draft.drop_changes();
        }
        self.drop_held();
        if let Some(vault) = self.take_shut() {
            // Erasing needs no passphrase.
            self.keep_session();
            drop(self.journal.change_vault(vault, Mode::Kept));
        }
        held::forget(self);
        self.forget_backup();
        self.tell_erasing();
        self.forget_lists();
        if let Err(why) = self.journal.erase() {
            // As the store now is, shut perhaps.
            self.reopen();
            return Err(why);
        }
        self.see_lock();
        self.preferences.forget();
        self.stranded.set(String::new());
        self.new_places();
        self.erased.set(Some(how));
        self.mind_leaving();
        Ok(())
    }

    /// Erases everything, and takes the app itself off the browser.
    pub fn forget_device(self, done: impl FnOnce(Result<(), KeepError>) + 'static) {
        if self.journal.mode.get_untracked() == Mode::Shared {
            // What was kept before is in the store that lasts.
            self.reopen();
        }
        self.erase(move |outcome| {
            if outcome.is_ok() {
                self.host(|host| host.forget_app(Box::new(move || self.forgotten.set(true))));
            }
            done(outcome);
        });
    }

    /// The names of all records of a kind.
    pub fn all_of(self, sort: Sort) -> Vec<RecordId> {
        self.all_until(sort, i64::MAX)
    }

    /// The same, of those that were last written at a moment or before, in milliseconds since 1970.
    fn all_until(self, sort: Sort, moment: i64) -> Vec<RecordId> {
        self.journal.look(|records| {
            let of_sort = records.filter(|record| {
                record.latest().at.ms <= moment && record.body().is_some_and(|body| Sort::of(body) == sort)
            });
            of_sort.map(|record| record.id).collect()
        })
    }

    /// Erases all records of a kind for good. Cut off, it goes on when the journal is next opened.
    pub fn erase_all_of(self, sort: Sort) {
        if untrack(|| self.busy()) {
            return;
        }
        self.flush();
        let all = self.all_of(sort);
        let last = self.journal.look(|records| records.map(|record| record.latest().at.ms).max());
        self.preferences.note_erasing(Some((sort, last.unwrap_or_default())));
        self.erase_these(all);
    }

    /// What comes in from now on stays, though it may be older than an erasing that was cut off.
    pub(super) fn erase_no_more(self) {
        if self.preferences.erasing().is_some() {
            self.preferences.note_erasing(None);
        }
    }

    /// Takes a value that stood in the store without a lock into the locked journal.
    pub fn adopt(self, key: &str) -> Result<(), KeepError> {
        self.erase_no_more();
        self.journal.adopt(key)
    }

    /// Goes on erasing a kind, where that was cut off. What was written since stays.
    pub(super) fn go_on_erasing(self) {
        if let Some((sort, moment)) = self.preferences.erasing()
            && untrack(|| !self.busy())
        {
            self.erase_these(untrack(|| self.all_until(sort, moment)));
        }
    }

    fn erase_these(self, mut ids: Vec<RecordId>) {
        if self.journal.mode.get_untracked() == Mode::Locked {
            return self.set_work(Work::Idle);
        }
        for _ in 0..AT_ONCE {
            let erased = ids.pop().map(|id| self.journal.with_vault(|vault| vault.delete(id)));
            let outcome = match erased {
                Some(Ok(())) => continue,
                Some(Err(why)) => Work::Refused(Hitch::Keep(why)),
                None => Work::Done,
            };
            // Refused aloud, it is asked for anew, or not.
            self.preferences.note_erasing(None);
            self.journal.bump();
            return self.set_work(outcome);
        }
        self.set_work(Work::Going);
        self.locking.timer.set_value(Some(self.after(0, move || self.erase_these(ids))));
    }
}
