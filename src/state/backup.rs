//! Backups, as the screens see them: making one, opening one, and bringing in what it holds.

use super::{App, Hitch, KeepError, Mode, Work, files::neutral_name};
use leptos::prelude::*;
use obverse_core::{
    errand::{Answer, Errand, Refusal, file},
    reflection::Stamp,
    seal::NONCE,
    vault::{Holder, Parcel, ParcelTrouble, Preview, Restored, Restoring},
};

/// How many values are brought in between two breaths of the page.
const AT_ONCE: usize = 150;
/// So many records changed since the last backup are worth a word.
const MANY: usize = 10;
/// So long without a backup is worth a word, in milliseconds: thirty days.
const LONG: i64 = 30 * DAY;
const DAY: i64 = 86_400_000;

/// A backup that was opened, and what bringing it in would do.
#[derive(Clone, Copy)]
pub struct Opened {
    /// When it was made.
    pub made: Stamp,
    /// How many parts of it cannot be read.
    pub unread: u32,
    /// What it holds, held against what is here.
    pub holds: Preview,
}

/// A backup file that was made and opened again.
#[derive(Clone, Copy)]
pub struct Made {
    /// How many records with words are in it.
    pub records: u32,
    /// How many values could not be read, and are not in it.
    pub unread: u32,
}

/// What is held between two acts on a backup. Every change comes with one of [`Work`], which tells of it.
#[derive(Default)]
pub(super) struct Backing {
    file: String,
    made: Option<Made>,
    opened: Option<Opened>,
    parcel: Option<Parcel>,
    restoring: Restoring,
    restored: Option<Restored>,
}

impl App {
    /// The file that was just made, if one was.
    pub fn made(self) -> Option<Made> {
        self.backing(|backing| backing.made)
    }

    /// The file that was just opened, if one was.
    pub fn opened_file(self) -> Option<Opened> {
        self.backing(|backing| backing.opened)
    }

    /// What was just brought in, if anything was.
    pub fn restored(self) -> Option<Restored> {
        self.backing(|backing| backing.restored)
    }

    /// How far the bringing in has come, in hundredths.
    pub fn restored_share(self) -> usize {
        self.backing(|backing| {
            let of = backing.parcel.as_ref().map_or(0, Parcel::count);
            (backing.restoring.done() * 100 / of.max(1)) as usize
        })
    }

    /// Makes a backup file, opened with a passphrase of its own or with the journal's, which is checked first.
    pub fn make_backup(self, secret: &str, own: bool) {
        if untrack(|| self.busy()) {
            return;
        }
        self.flush();
        let passphrase = secret.to_owned();
        match own {
            true => self.pack(passphrase),
            false => self.with_passphrase(secret, move || self.pack(passphrase)),
        }
    }

    /// Offers the file that was made, as a file to save.
    pub fn save_backup(self) {
        self.offer(&self.backing(|backing| backing.file.clone()));
        self.note_backup();
    }

    /// Whether a file can be handed to another app.
    pub fn can_share(self) -> bool {
        self.host(|host| host.can_share())
    }

    /// Hands the file that was made to another app.
    pub fn share_backup(self) {
        let text = self.backing(|backing| backing.file.clone());
        let shared = Box::new(move || self.note_backup());
        self.host(|host| host.share(&neutral_name(".txt"), &text, shared));
    }

    /// Opens the file chosen in the field with this id, and looks what it holds. Nothing is changed.
    pub fn open_backup(self, field: &str, secret: &str) {
        if untrack(|| self.busy()) {
            return;
        }
        self.forget_backup();
        self.set_work(Work::Stretching);
        self.note_slip(Holder::Passphrase, secret);
        let passphrase = secret.to_owned();
        let read = Box::new(move |text: Result<String, bool>| match text {
            Ok(file) => self.run(Errand::Unpack { passphrase, file }, move |answer| self.unpacked(answer)),
            Err(true) => self.hitch(Hitch::Refusal(Refusal::TooLarge)),
            Err(false) => self.hitch(Hitch::NotRead),
        });
        self.host(|host| host.read_chosen(field, file::MOST_BYTES, read));
    }

    /// Brings in what the opened file holds; with `bring_back`, what was deleted here too.
    pub fn restore(self, bring_back: bool) {
        if untrack(|| self.busy()) {
            return;
        }
        self.flush();
        self.erase_no_more();
        self.backing.update_value(|backing| backing.restoring = Restoring::new(bring_back));
        self.set_work(Work::Going);
        self.host(|host| host.exclusively(Box::new(move || self.go_on_restoring())));
    }

    /// A screen about backups begins: nothing is held from an earlier one.
    pub fn begin_backup(self) {
        self.work_anew();
        if !untrack(|| self.busy()) {
            self.forget_backup();
        }
    }

    /// Lets go of what is held of a backup. A bringing in that goes on stops at its next step.
    pub fn forget_backup(self) {
        self.backing.update_value(|backing| *backing = Backing::default());
    }

    /// Whether it is time for a word about backups: much has changed since the last one, or something has and it was
    /// long ago.
    pub fn backup_due(self) -> bool {
        if !self.preferences.reminds() || self.journal.mode() != Mode::Kept {
            return false;
        }
        let last = self.preferences.backed_up().unwrap_or_default();
        due(last, self.now().ms, self.journal.look(|records| records.map(|record| record.latest().at.ms).collect()))
    }

    /// When the last backup was made, in words.
    pub fn last_backup(self) -> Option<String> {
        let ms = self.preferences.backed_up()?;
        Some(self.date(Stamp { ms, ..self.now() }))
    }

    fn backing<T>(self, read: impl FnOnce(&Backing) -> T) -> T {
        self.locking.work.track();
        self.backing.with_value(read)
    }

    fn note_backup(self) {
        self.preferences.note_backup(self.now().ms);
    }

    fn pack(self, passphrase: String) {
        let packed = match self.journal.with_vault(|vault| vault.pack()) {
            Ok(packed) => packed,
            Err(why) => return self.hitch(Hitch::Keep(why)),
        };
        let made = Made { records: self.journal.look(|records| records.count()) as u32, unread: packed.unread };
        let mut nonce = [0; NONCE];
        self.with_entropy(|entropy| entropy.fill(&mut nonce));
        let errand = Errand::Pack { passphrase, salt: self.salt(), nonce, payload: packed.text, records: packed.count };
        self.run(errand, move |answer| match answer {
            Answer::Packed { file } => {
                self.backing.set_value(Backing { file, made: Some(made), ..Backing::default() });
                self.set_work(Work::Done);
                self.focus_heading();
            }
            Answer::Refused(Refusal::TooLarge) => self.hitch(Hitch::TooMuch),
            Answer::Refused(refusal) => self.hitch(Hitch::Refusal(refusal)),
            _ => self.hitch(Hitch::NotChecked),
        });
    }

    fn unpacked(self, answer: Answer) {
        let payload = match answer {
            Answer::Unpacked { payload, .. } => payload,
            Answer::Refused(refusal) => return self.hitch(Hitch::Refusal(refusal)),
            _ => return self.hitch(Hitch::Failed),
        };
        let parcel = match Parcel::read(&payload) {
            Ok(parcel) => parcel,
            Err(trouble) => return self.hitch(Hitch::Refusal(refusal(trouble))),
        };
        match self.journal.with_vault(|vault| vault.preview(&parcel)) {
            Ok(holds) => {
                let opened = Some(Opened { made: parcel.made, unread: parcel.unread, holds });
                self.backing.set_value(Backing { opened, parcel: Some(parcel), ..Backing::default() });
                self.set_work(Work::Done);
            }
            Err(why) => self.hitch(Hitch::Keep(why)),
        }
    }

    fn go_on_restoring(self) {
        let step = self.backing.try_update_value(|backing| {
            let parcel = backing.parcel.as_ref()?;
            let step = self.journal.with_vault(|vault| vault.restore(parcel, &mut backing.restoring, AT_ONCE));
            Some((step, backing.restoring.done()))
        });
        let hitch = match step.flatten() {
            // The lock was shut meanwhile.
            None => return self.set_work(Work::Idle),
            Some((Ok(None), _)) => {
                self.set_work(Work::Going);
                return self.locking.timer.set_value(Some(self.after(0, move || self.go_on_restoring())));
            }
            Some((Ok(restored), _)) => {
                self.backing.set_value(Backing { restored, ..Backing::default() });
                self.journal.bump();
                self.kept_something();
                self.set_work(Work::Done);
                return self.focus_heading();
            }
            Some((Err(KeepError::Full), 0)) => Hitch::NoRoom,
            Some((Err(why), 0)) => Hitch::Keep(why),
            Some((Err(_), _)) => Hitch::Stopped,
        };
        self.journal.bump();
        self.hitch(hitch);
    }
}

/// What opened, and is no journal all the same.
fn refusal(trouble: ParcelTrouble) -> Refusal {
    match trouble {
        ParcelTrouble::NotOurs => Refusal::Damaged,
        ParcelTrouble::Newer => Refusal::Newer,
        ParcelTrouble::TooLarge => Refusal::TooLarge,
    }
}

/// Whether it is time, with the moment of the last backup (0: never), now, and when each record was last written.
fn due(last: i64, now: i64, written: Vec<i64>) -> bool {
    // A backup that is still to come was made while the clock was ahead: when, nobody knows, and it may be long ago.
    let last = if last > now.saturating_add(DAY) { 0 } else { last };
    let changed: Vec<i64> = written.into_iter().filter(|at| *at > last).collect();
    let since = if last > 0 { Some(last) } else { changed.iter().copied().min() };
    let long = since.is_some_and(|since| now.saturating_sub(since) > LONG);
    !changed.is_empty() && (changed.len() > MANY || long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_long_or_much_and_whatever_the_clock_showed() {
        let now = 1_795_996_800_000;
        for (last, written, is_due) in [
            (0, vec![], false),
            (0, vec![now - DAY], false),
            (0, vec![now - LONG - 1], true),
            (now - DAY, vec![now - LONG - 1; 20], false),
            (now - DAY, vec![now; 11], true),
            (now - LONG - 1, vec![now], true),
            (now - LONG - 1, vec![now - LONG - 2], false),
            // The clock was two years ahead when it was made.
            (now + 700 * DAY, vec![now - LONG - 1, now], true),
            (now + 700 * DAY, vec![now], false),
            (i64::MAX, vec![i64::MIN], false),
            (i64::MIN, vec![i64::MAX], false),
        ] {
            assert_eq!(due(last, now, written.clone()), is_due, "{last} {written:?}");
        }
    }
}
