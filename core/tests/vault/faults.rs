//! A shelf that fails, lies or dies at every write and removal: nothing acknowledged is lost.

use crate::rig::{Fault, Rig, TROUBLES, What, entry, lock, unlock, words};
use obverse_core::vault::{Condition, KeepError, RecordId, ShelfError, Vault};
use std::collections::BTreeMap;

/// What was said to be so, or tried, of each record. `None` stands for deleted.
#[derive(Default)]
struct Story {
    kept: BTreeMap<RecordId, Option<String>>,
    tried: BTreeMap<RecordId, Vec<Option<String>>>,
    steps: usize,
}

impl Story {
    fn save(&mut self, vault: &mut Vault, id: RecordId, text: &str) {
        self.steps += 1;
        let parents: Vec<_> =
            vault.record(id).into_iter().flat_map(|record| &record.heads).map(|head| head.rev).collect();
        let outcome = vault.save(id, &entry(text), &parents);
        self.tell(id, Some(text.to_owned()), outcome.is_ok());
    }

    fn delete(&mut self, vault: &mut Vault, id: RecordId) {
        self.steps += 1;
        let outcome = vault.delete(id);
        self.tell(id, None, outcome.is_ok());
    }

    fn tell(&mut self, id: RecordId, what: Option<String>, done: bool) {
        if done {
            self.kept.insert(id, what);
            self.tried.remove(&id);
        } else {
            self.tried.entry(id).or_default().push(what);
        }
    }

    /// Holds what is there against what was said.
    fn check(&self, vault: &Vault, say: &str) {
        for (id, kept) in &self.kept {
            let tried = self.tried.get(id).map(Vec::as_slice).unwrap_or_default();
            let record = vault.record(*id);
            let there: Vec<Option<&str>> = record
                .map(|record| record.heads.iter().map(|head| head.body.as_ref().map(words)).collect())
                .unwrap_or_default();
            let as_said = there.contains(&kept.as_deref());
            let as_tried = tried.iter().any(|one| there.contains(&one.as_deref()));
            assert!(as_said || as_tried, "{say}: {kept:?} became {there:?}");
            if kept.is_none() && tried.is_empty() {
                assert_eq!(there, [None], "{say}: said to be deleted");
            }
        }
    }
}

/// Before anything is written: a shelf with nothing on it, or a locked journal with nothing in it.
fn begin(seed: u64, locked: bool) -> Rig {
    let rig = Rig::new(seed);
    if locked {
        let mut vault = rig.open();
        vault.prepare().expect("stands");
        lock(&rig, &mut vault, "one");
        rig.shelf.count.set(0);
    }
    rig
}

/// The journal as the person would open it, as far as the shelf lets it be.
fn open(rig: &Rig) -> Vault {
    let mut vault = rig.open();
    if vault.condition() == Condition::Locked {
        let _ = unlock(&mut vault, "one");
    }
    vault
}

/// Some days of use, with every kind of write in them.
fn live(rig: &Rig) -> (Story, Vault) {
    let mut story = Story::default();
    let mut vault = open(rig);
    let ids: Vec<RecordId> = (0..4).map(|_| rig.id()).collect();
    let _ = vault.prepare();
    for (round, id) in ids.iter().enumerate() {
        story.save(&mut vault, *id, &format!("{round}, first"));
        rig.pass(1);
        story.save(&mut vault, *id, &format!("{round}, second"));
        rig.pass(50);
    }
    story.delete(&mut vault, ids[1]);
    story.save(&mut vault, ids[1], "1, after all");
    rig.pass(60 * 30);
    let mut vault = open(rig);
    let _ = vault.prepare();
    story.save(&mut vault, ids[0], "0, third");
    story.save(&mut vault, ids[0], "0, fourth");
    story.delete(&mut vault, ids[2]);
    (story, vault)
}

/// The same view as one who opens the journal now.
fn same(vault: &Vault, again: &Vault, story: &Story, say: &str) {
    for id in story.kept.keys().chain(story.tried.keys()) {
        assert_eq!(vault.record(*id), again.record(*id), "{say}: memory and shelf tell different things");
    }
}

#[test]
fn nothing_acknowledged_is_lost_at_any_fault() {
    torture(false);
}

#[test]
fn nothing_acknowledged_is_lost_at_any_fault_under_a_lock() {
    torture(true);
}

fn torture(locked: bool) {
    let rig = begin(50, locked);
    live(&rig);
    let writes = rig.shelf.count.get();
    assert!(writes >= 18, "{writes}");
    for at in 0..writes {
        for what in TROUBLES {
            let say = format!("{what:?} at {at}, locked {locked}");
            let rig = begin(50, locked);
            rig.shelf.fault.set(Some(Fault { at, what }));
            let (story, vault) = live(&rig);
            let died = rig.shelf.dead.replace(false);
            let used: usize = rig.shelf.values().iter().map(|(key, value)| key.len() + value.len()).sum();
            assert!(died || what == What::Lies || vault.usage().used == used, "{say}: miscounted");
            let mut again = open(&rig);
            assert!(matches!(again.condition(), Condition::Open | Condition::Fresh), "{say}");
            assert!(again.has_lock() == locked && again.unreadable().is_empty(), "{say}");
            story.check(&again, &say);
            if !died {
                story.check(&vault, &say);
                if what != What::Lies {
                    same(&vault, &again, &story, &say);
                }
            }
            assert_eq!(again.prepare(), Ok(()), "{say}");
            story.check(&again, &say);
            assert!(again.save(rig.id(), &entry("goes on"), &[]).is_ok(), "{say}");
        }
    }
}

#[test]
fn a_shelf_that_stays_full_or_denied_loses_nothing() {
    for error in [ShelfError::Full, ShelfError::Denied] {
        let rig = Rig::new(51);
        let (mut story, mut vault) = live(&rig);
        let before: Vec<_> = rig.shelf.values().into_keys().collect();
        match error {
            ShelfError::Full => rig.shelf.quota.set(0),
            ShelfError::Denied => {
                rig.shelf.fault.set(Some(Fault { at: rig.shelf.count.get(), what: What::DiesBefore }))
            }
        }
        let ids: Vec<_> = story.kept.keys().copied().collect();
        for id in ids {
            story.save(&mut vault, id, "more");
        }
        rig.shelf.dead.set(false);
        rig.shelf.quota.set(crate::rig::QUOTA);
        story.check(&rig.open(), "afterwards");
        let gone = before.iter().filter(|key| !rig.shelf.values().contains_key(*key)).count();
        assert!(gone <= 8, "at most the ballast and what may go: {gone}");
    }
}

#[test]
fn what_reads_back_otherwise_is_not_kept() {
    let rig = Rig::new(52);
    let mut vault = rig.open();
    let id = rig.id();
    let first = vault.save(id, &entry("one"), &[]).expect("kept");
    rig.shelf.fault.set(Some(Fault { at: rig.shelf.count.get(), what: What::Lies }));
    assert_eq!(vault.save(id, &entry("two"), &[first]), Err(KeepError::NotKept));
    assert_eq!(vault.record(id).map(|record| record.latest().rev), Some(first));
    assert!(vault.save(id, &entry("two"), &[first]).is_ok());
}
