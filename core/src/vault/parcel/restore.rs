//! Looking at what a backup would bring, and bringing it in.

use super::{Line, Parcel, Vault, merge::Standing};
use crate::{
    reflection::Body,
    vault::{KeepError, save::Purpose},
};

/// What a backup holds, held against what is here, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Whether the backup was made of this very journal.
    pub own: bool,
    /// Ways through activities in it.
    pub runs: u32,
    /// Placements on coins in it.
    pub placements: u32,
    /// Entries in it.
    pub entries: u32,
    /// Things they mean to do.
    pub commitments: u32,
    /// Records that are deleted in it.
    pub deletions: u32,
    /// Not here yet. This and the next five tell of records with words in them, and add up to these.
    pub new: u32,
    /// Here, and the same.
    pub same: u32,
    /// What is in the file came after what is here.
    pub newer_there: u32,
    /// What is here came after what is in the file.
    pub newer_here: u32,
    /// Changed on both sides: both are kept, as versions. Those deleted in the file and changed here count too.
    pub both: u32,
    /// Deleted here, and not in the file.
    pub deleted_here: u32,
    /// Here as they were when they were deleted in the file: they will be deleted.
    pub to_delete: u32,
}

/// What a restoring did, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Were not here.
    pub added: u32,
    /// Were here as they had been earlier.
    pub updated: u32,
    /// Changed on both sides: both are kept, as versions.
    pub versions: u32,
    /// Were here as in the file, or newer, or deleted in both.
    pub same: u32,
    /// Were deleted in the file, and so now here.
    pub deleted: u32,
    /// Were deleted here, and stay so.
    pub left_deleted: u32,
    /// Were deleted here, and are back.
    pub brought_back: u32,
    /// Lines of the file that could not be read.
    pub unread: u32,
}

/// How far a restoring has come.
#[derive(Default)]
pub struct Restoring {
    bring_back: bool,
    /// Lines for which room has been looked for.
    checked: usize,
    /// How much room is needed for those.
    need: usize,
    /// Lines that are done.
    done: usize,
    so_far: Restored,
}

impl Restoring {
    /// One that has not begun. `bring_back` tells whether records that were deleted here come back.
    pub fn new(bring_back: bool) -> Restoring {
        Restoring { bring_back, ..Restoring::default() }
    }

    /// How many lines of the file are done.
    pub fn done(&self) -> u32 {
        self.done as u32
    }
}

impl Vault {
    /// What restoring would do, without doing anything.
    pub fn preview(&self, parcel: &Parcel) -> Result<Preview, KeepError> {
        if self.is_shut() {
            return Err(KeepError::Locked);
        }
        let own = self.header.as_ref().is_some_and(|header| header.store == parcel.store);
        let mut preview = Preview { own, ..Preview::default() };
        let mut at = 0;
        while at < parcel.lines.len() {
            let lines = parcel.record(at);
            at += lines.len();
            let plan = self.plan(lines, false)?;
            let kind = match plan.body {
                Some(Body::Run(_)) => &mut preview.runs,
                Some(Body::Placement(_)) => &mut preview.placements,
                Some(Body::Entry(_)) => &mut preview.entries,
                Some(Body::Commitment(_)) => &mut preview.commitments,
                None => &mut preview.deletions,
            };
            *kind += 1;
            let standing = match (plan.standing, plan.body) {
                (Standing::Both, _) => &mut preview.both,
                (Standing::NewerThere, None) => &mut preview.to_delete,
                (_, None) => continue,
                (Standing::New, _) => &mut preview.new,
                (Standing::Same, _) => &mut preview.same,
                (Standing::NewerThere, _) => &mut preview.newer_there,
                (Standing::NewerHere, _) => &mut preview.newer_here,
                (Standing::DeletedHere, _) => &mut preview.deleted_here,
            };
            *standing += 1;
        }
        Ok(preview)
    }

    /// Brings in a backup. Goes on from where `restoring` is, looks at or writes about `most` values, and comes back;
    /// `None` if it has to be called again. Nothing that is here is written over. After a failure it can be called
    /// again, and a restoring that was cut off can be begun anew: it ends in the same.
    pub fn restore(
        &mut self,
        parcel: &Parcel,
        restoring: &mut Restoring,
        most: usize,
    ) -> Result<Option<Restored>, KeepError> {
        self.ready()?;
        self.look_at_clock();
        let mut left = most.max(1);
        while restoring.checked < parcel.lines.len() {
            if left == 0 {
                return Ok(None);
            }
            let lines = parcel.record(restoring.checked);
            left = left.saturating_sub(lines.len());
            let need: usize = self.need(lines, restoring.bring_back)?;
            if restoring.need + need > self.usage().quota.saturating_sub(self.usage().used) {
                // Nothing has been written. Room may be made before it is tried again.
                *restoring = Restoring::new(restoring.bring_back);
                return Err(KeepError::Full);
            }
            restoring.need += need;
            restoring.checked += lines.len();
        }
        while restoring.done < parcel.lines.len() {
            if left == 0 {
                return Ok(None);
            }
            let lines = parcel.record(restoring.done);
            left = left.saturating_sub(lines.len());
            self.merge(lines, restoring)?;
            restoring.done += lines.len();
        }
        Ok(Some(Restored { unread: parcel.unread, ..restoring.so_far }))
    }

    /// How much of the shelf a record from a backup will take up.
    fn need(&self, lines: &[Line], bring_back: bool) -> Result<usize, KeepError> {
        let id = lines[0].id;
        let writes = self.plan(lines, bring_back)?.writes;
        let size = |rev, revision| self.key(id, rev).len() + self.encode(id, rev, revision).len();
        Ok(writes.iter().map(|(rev, revision)| size(*rev, revision)).sum())
    }

    /// Brings in one record.
    fn merge(&mut self, lines: &[Line], restoring: &mut Restoring) -> Result<(), KeepError> {
        let id = lines[0].id;
        self.catch_up(id);
        let plan = self.plan(lines, restoring.bring_back)?;
        let count = match (plan.standing, plan.body) {
            (Standing::New, Some(_)) => &mut restoring.so_far.added,
            (Standing::NewerThere, Some(_)) => &mut restoring.so_far.updated,
            (Standing::NewerThere, None) => &mut restoring.so_far.deleted,
            (Standing::Both, _) => &mut restoring.so_far.versions,
            (Standing::DeletedHere, _) if restoring.bring_back => &mut restoring.so_far.brought_back,
            (Standing::DeletedHere, _) => &mut restoring.so_far.left_deleted,
            (Standing::New | Standing::Same | Standing::NewerHere, _) => &mut restoring.so_far.same,
        };
        // All of them are taken in at once: each time the whole record is worked out anew.
        let mut written = Vec::with_capacity(plan.writes.len());
        let mut outcome = Ok(());
        for (rev, revision) in plan.writes {
            outcome = self.put_down(id, rev, &revision, Purpose::Restoring);
            if outcome.is_err() {
                break;
            }
            written.push((rev, revision));
        }
        if !written.is_empty() {
            self.take_up(id, written);
        }
        outcome?;
        // What a deletion leaves over goes last, once all that is to stay stands.
        self.clear(id)?;
        *count += 1;
        Ok(())
    }
}
