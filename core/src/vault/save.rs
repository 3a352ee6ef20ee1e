//! Saving, deleting, and clearing away what that replaces.

use super::{
    Condition, HeldDraft, KeepError, RecordId, Rev, ShelfError, Turn, Vault,
    lineage::{self, Link},
    revision::Revision,
    turn::Of,
};
use crate::reflection::{Body, Stamp};

/// The most UTF-16 units a record may take up as stored.
pub const MOST_STORED: usize = 48 * 1024;

/// The most earlier ancestors one revision names.
pub(super) const PAST_MOST: usize = 64;

/// What a revision is written for, which decides what is given up for it on a full shelf.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To keep words: earlier revisions go, then the ballast.
    Saving,
    /// To delete: whatever it takes.
    Deleting,
    /// To bring it in from a backup: nothing, for it stands there too.
    Restoring,
}

impl Vault {
    /// Keeps a new revision written upon `parents` (none for a new record). Returns only once it has been read
    /// back. A record deleted in the meantime is saved only if `parents` names the deletion.
    pub fn save(&mut self, id: RecordId, body: &Body, parents: &[Rev]) -> Result<Rev, KeepError> {
        self.save_as(id, body, parents, None)
    }

    /// Keeps a draft as [`Vault::save`] does, under the name it was held by. If a copy of the tab has saved it under that
    /// name already, what is kept now follows upon that.
    pub fn save_draft(&mut self, id: RecordId, draft: &HeldDraft) -> Result<Rev, KeepError> {
        self.ready()?;
        self.take_in_if_new(id, draft.next);
        if !self.knows(id, draft.next) {
            return self.save_as(id, &draft.body, &draft.parents, Some(draft.next));
        }
        let mut parents = draft.parents.clone();
        parents.push(draft.next);
        self.save(id, &draft.body, &parents)
    }

    /// Whether a revision stands in the journal, or did and others have followed upon it.
    pub fn knows(&self, id: RecordId, rev: Rev) -> bool {
        let links = self.kept.get(&id).into_iter().flat_map(|kept| kept.links.iter());
        links.into_iter().any(|(there, link)| *there == rev || link.named().any(|named| named == rev))
    }

    /// Looks whether another tab has written a revision of which the news has not reached this one.
    fn take_in_if_new(&mut self, id: RecordId, rev: Rev) {
        if !self.knows(id, rev) && matches!(self.books.peek(&self.key(id, rev)), Ok(Some(_))) {
            self.take_in(id, rev);
        }
    }

    fn save_as(&mut self, id: RecordId, body: &Body, parents: &[Rev], name: Option<Rev>) -> Result<Rev, KeepError> {
        self.ready()?;
        self.catch_up(id);
        let kept = self.kept.get(&id);
        let mut heads = kept.into_iter().flat_map(|kept| &kept.record.heads);
        if heads.any(|head| head.body.is_none() && !parents.contains(&head.rev)) {
            return Err(KeepError::DeletedElsewhere);
        }
        let twins = kept.map(|kept| kept.twins.as_slice()).unwrap_or_default();
        let mut all: Vec<Rev> = Vec::new();
        for parent in parents {
            let shown = twins.iter().find(|(_, hidden)| hidden == parent).map_or(*parent, |(shown, _)| *shown);
            let hidden = twins.iter().filter(|twin| twin.0 == shown).map(|twin| twin.1);
            for rev in [*parent, shown].into_iter().chain(hidden) {
                if !all.contains(&rev) {
                    all.push(rev);
                }
            }
        }
        let past = self.past(id, &all);
        let rev = name.unwrap_or_else(|| Rev::random(&*self.entropy));
        self.write(id, rev, all, past, Some(body.clone()), Purpose::Saving)?;
        self.prune_all();
        self.restore_ballast();
        Ok(rev)
    }

    /// Deletes a record: writes a revision without text, and once that is read back removes every earlier one.
    /// A record that is not there is no error.
    pub fn delete(&mut self, id: RecordId) -> Result<(), KeepError> {
        self.ready()?;
        self.catch_up(id);
        let Some(kept) = self.kept.get(&id) else { return Ok(()) };
        if !kept.record.deleted() || kept.record.in_conflict() {
            let heads = lineage::heads(&kept.links);
            // All it ever led back to: it holds no text, so there is room to be thorough.
            let mut past = lineage::ancestors(&kept.links, heads.iter().copied());
            past.retain(|rev| !heads.contains(rev));
            let rev = Rev::random(&*self.entropy);
            self.write(id, rev, heads, past, None, Purpose::Deleting)?;
        }
        let cleared = self.clear(id);
        self.restore_ballast();
        Ok(cleared?)
    }

    /// The ancestors to name beside `parents`: those still there, the newest first.
    fn past(&self, id: RecordId, parents: &[Rev]) -> Vec<Rev> {
        let Some(kept) = self.kept.get(&id) else { return vec![] };
        let before = lineage::ancestors(&kept.links, parents.iter().copied());
        let order = lineage::newest_first(&kept.links).into_iter().map(|(rev, _)| rev);
        order.filter(|rev| before.binary_search(rev).is_ok() && !parents.contains(rev)).take(PAST_MOST).collect()
    }

    /// Makes a revision of now and keeps it.
    fn write(
        &mut self,
        id: RecordId,
        rev: Rev,
        parents: Vec<Rev>,
        past: Vec<Rev>,
        body: Option<Body>,
        purpose: Purpose,
    ) -> Result<(), KeepError> {
        let at = self.clock.now().bounded();
        self.watch.look(at.ms);
        let (made, past) = self.in_turn(id, at, past);
        self.keep(id, rev, Revision { made, at, parents, past, body }, purpose)
    }

    /// When the record was made; and the names of ancestors with the turns among them, where the clock would tell the
    /// order wrong.
    fn in_turn(&self, id: RecordId, at: Stamp, past: Vec<Rev>) -> (Stamp, Vec<Rev>) {
        let all = || self.kept.values().map(|kept| &kept.record);
        let said = Turn::of(at).after(all().map(|record| record.latest().said).max());
        let (made, begun) = match self.kept.get(&id) {
            Some(kept) => (kept.record.made, kept.record.begun),
            None => (at, Turn::of(at).after(all().map(|record| record.begun).max())),
        };
        let turns = [(Of::Revision, said, at), (Of::Record, begun, made)];
        let told = turns.into_iter().filter(|(_, turn, stamp)| *turn != Turn::of(*stamp));
        (made, told.map(|(of, turn, _)| turn.name(of)).chain(past).collect())
    }

    /// Writes a revision where nothing stands yet, reads it back, and takes it in.
    pub(super) fn keep(
        &mut self,
        id: RecordId,
        rev: Rev,
        revision: Revision,
        purpose: Purpose,
    ) -> Result<(), KeepError> {
        self.put_down(id, rev, &revision, purpose)?;
        self.take_up(id, vec![(rev, revision)]);
        Ok(())
    }

    /// Takes in revisions of a record that were written and read back.
    pub(super) fn take_up(&mut self, id: RecordId, written: Vec<(Rev, Revision)>) {
        let mut links = self.kept.get_mut(&id).map(|kept| std::mem::take(&mut kept.links)).unwrap_or_default();
        let mut bodies = Vec::with_capacity(written.len());
        for (rev, revision) in written {
            links.insert(rev, Link::new(&revision, self.watch.elapsed(), false));
            bodies.push((rev, revision.body));
        }
        self.show(id, links, bodies);
    }

    /// Writes a revision where nothing stands yet, and reads it back.
    pub(super) fn put_down(
        &mut self,
        id: RecordId,
        rev: Rev,
        revision: &Revision,
        purpose: Purpose,
    ) -> Result<(), KeepError> {
        let key = self.key(id, rev);
        let value = self.encode(id, rev, revision);
        if value.len() > MOST_STORED && purpose == Purpose::Saving {
            return Err(KeepError::TooLarge { most: MOST_STORED });
        }
        if self.books.peek(&key)?.is_some() {
            // Randomness that repeats itself: better not to keep than to overwrite.
            return Err(KeepError::NotKept);
        }
        match self.books.set(&key, &value) {
            Err(ShelfError::Full) if purpose != Purpose::Restoring => {
                self.make_room(id, &key, &value, purpose == Purpose::Deleting)?;
            }
            other => other?,
        }
        let kept = match self.books.get(&key) {
            Ok(Some(back)) if back == value => self.look_around_after(),
            Ok(_) => Err(KeepError::NotKept),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = kept {
            let _ = self.books.remove(&key);
            self.take_in(id, rev);
            return Err(error);
        }
        Ok(())
    }

    /// Whether the journal is still ours just after a write: another tab may have begun to erase it meanwhile. That
    /// it cannot be looked at is no reason to take back what was read back.
    fn look_around_after(&mut self) -> Result<(), KeepError> {
        match self.look_around() {
            Err(KeepError::Elsewhere(why)) => Err(KeepError::Elsewhere(why)),
            _ => Ok(()),
        }
    }

    /// Writes a value for which there was no room: earlier revisions go first, then the ballast. What was in vain
    /// is undone as far as it can be.
    fn make_room(&mut self, id: RecordId, key: &str, value: &str, deleting: bool) -> Result<(), KeepError> {
        if deleting && self.clear_before(id).is_ok() && self.fits(key, value)? {
            return Ok(());
        }
        if !deleting {
            for id in self.kept.keys().copied().collect::<Vec<_>>() {
                if self.prune(id, true) && self.fits(key, value)? {
                    return Ok(());
                }
            }
        }
        let ballast = self.ballast_key();
        if self.books.get(&ballast)?.is_some() {
            self.books.remove(&ballast)?;
            match self.fits(key, value) {
                Ok(true) => return Ok(()),
                Ok(false) => self.put_ballast(),
                Err(error) => return Err(error),
            }
        }
        if deleting { self.swap(id, key, value) } else { Err(KeepError::Full) }
    }

    /// Tries a write again. An error is any but that there is no room.
    fn fits(&mut self, key: &str, value: &str) -> Result<bool, KeepError> {
        match self.books.set(key, value) {
            Ok(()) => Ok(true),
            Err(ShelfError::Full) => Ok(false),
            Err(ShelfError::Denied) => Err(KeepError::Denied),
        }
    }

    /// The last way to delete on a full shelf: puts the deletion in the place of the largest version.
    fn swap(&mut self, id: RecordId, key: &str, value: &str) -> Result<(), KeepError> {
        let heads = self.kept.get(&id).map(|kept| lineage::heads(&kept.links)).unwrap_or_default();
        let mut largest: Option<(Rev, String)> = None;
        for head in heads {
            if let Some(text) = self.books.get(&self.key(id, head))?
                && largest.as_ref().is_none_or(|(_, other)| other.len() < text.len())
            {
                largest = Some((head, text));
            }
        }
        let Some((head, text)) = largest else { return Err(KeepError::Full) };
        self.remove_both(id, head)?;
        match self.books.set(key, value) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.books.set(&self.key(id, head), &text)?;
                Err(error.into())
            }
        }
    }

    /// If another tab removed a version of this record, looks at the whole record anew: it was replaced or deleted,
    /// and the news has not reached us yet.
    pub(super) fn catch_up(&mut self, id: RecordId) {
        let Some(kept) = self.kept.get(&id) else { return };
        let here = |rev: &Rev| !matches!(self.books.peek(&self.key(id, *rev)), Ok(None));
        if lineage::heads(&kept.links).iter().all(here) {
            return;
        }
        let mut revs: Vec<Rev> = kept.links.keys().copied().collect();
        for key in self.books.keys().unwrap_or_default() {
            if let Some(Ok((of, rev))) = self.named(&key)
                && of == id
            {
                lineage::note(&mut revs, rev);
            }
        }
        for rev in revs {
            self.take_in(id, rev);
        }
    }

    /// Removes the earlier revisions of a record that may go; returns whether any went. What cannot be removed now
    /// goes another time.
    fn prune(&mut self, id: RecordId, tight: bool) -> bool {
        let Some(kept) = self.kept.get(&id).filter(|kept| lineage::may_prune(&kept.links, tight)) else { return false };
        let (now, elapsed) = (self.clock.now().ms, self.watch.elapsed());
        let mut any = false;
        for (rev, witness) in lineage::prunable(&kept.links, now, elapsed, tight) {
            // What stays in its place must be whole on the shelf, not only in memory.
            if matches!(self.read(id, witness), Ok(Some(_))) && self.drop_revision(id, rev).is_ok() {
                any = true;
            }
        }
        any
    }

    /// Prunes all records. After a save and at no other time: Chromium puts what is removed with it on the disk
    /// together with it, and would spend one of its few writes on what is removed alone.
    fn prune_all(&mut self) {
        let ids = self.kept.keys().copied();
        let some: Vec<RecordId> = ids.filter(|id| lineage::may_prune(&self.kept[id].links, false)).collect();
        for id in some {
            self.prune(id, false);
        }
    }

    /// Removes what deletions left over, in all records.
    pub(super) fn clear_left_over(&mut self) {
        if self.condition == Condition::Open {
            for id in self.kept.keys().copied().collect::<Vec<_>>() {
                let _ = self.clear(id);
            }
        }
    }

    /// Removes what a deletion of this record left over.
    pub(super) fn clear(&mut self, id: RecordId) -> Result<(), ShelfError> {
        let Some(kept) = self.kept.get(&id).filter(|kept| kept.links.len() > 1) else { return Ok(()) };
        if !kept.links.values().any(|link| link.deleted) {
            return Ok(());
        }
        let mut outcome = Ok(());
        for rev in lineage::left_over(&kept.links) {
            outcome = outcome.and(self.drop_revision(id, rev));
        }
        outcome
    }

    /// Removes all but the heads of a record that is about to be deleted.
    fn clear_before(&mut self, id: RecordId) -> Result<(), ShelfError> {
        let Some(kept) = self.kept.get(&id) else { return Ok(()) };
        let heads = lineage::heads(&kept.links);
        let earlier: Vec<Rev> = kept.links.keys().copied().filter(|rev| !heads.contains(rev)).collect();
        earlier.into_iter().try_for_each(|rev| self.drop_revision(id, rev))
    }

    /// Removes a revision that is not a head.
    fn drop_revision(&mut self, id: RecordId, rev: Rev) -> Result<(), ShelfError> {
        self.remove_both(id, rev)?;
        if let Some(kept) = self.kept.get_mut(&id) {
            kept.links.remove(&rev);
        }
        Ok(())
    }

    /// Removes a revision wherever it stands.
    fn remove_both(&mut self, id: RecordId, rev: Rev) -> Result<(), ShelfError> {
        let beside = self.key_in(self.folder().other(), &format!("{id}/{rev}"));
        if self.books.size(&beside).is_some() {
            self.books.remove(&beside)?;
        }
        self.books.remove(&self.key(id, rev))
    }
}
