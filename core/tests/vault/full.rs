//! A full shelf: it says so, keeps the last save, and can still be freed.

use crate::rig::{QUOTA, Rig, entry, words};
use obverse_core::vault::{KeepError, RecordId, Rev, Shelf, Vault};

/// Takes most of the room for something that is not ours.
fn crowd(rig: &Rig) {
    rig.shelf.set("other", &"-".repeat(QUOTA - 300_000)).expect("room");
}

/// Saves new records until one does not fit.
fn fill(rig: &Rig, vault: &mut Vault, length: usize) -> Vec<(RecordId, Rev)> {
    let mut all = vec![];
    loop {
        let id = rig.id();
        match vault.save(id, &entry(&"a".repeat(length)), &[]) {
            Ok(rev) => all.push((id, rev)),
            Err(error) => {
                assert_eq!(error, KeepError::Full);
                assert!(vault.record(id).is_none());
                return all;
            }
        }
    }
}

#[test]
fn says_so_keeps_the_last_save_and_can_be_freed() {
    let rig = Rig::new(30);
    crowd(&rig);
    let mut vault = rig.open();
    let first = rig.id();
    let old = vault.save(first, &entry("first"), &[]).expect("kept");
    fill(&rig, &mut vault, 36_000);
    let all = fill(&rig, &mut vault, 1);
    assert!(vault.usage().used > QUOTA - 300, "full to the brim: {:?}", vault.usage());
    assert_eq!(vault.usage(), rig.open().usage());
    assert_eq!(vault.save(first, &entry(&"b".repeat(3_000)), &[old]), Err(KeepError::Full));
    assert_eq!(words(vault.record(first).and_then(|record| record.body()).expect("there")), "first");
    assert_eq!(rig.open().record(first), vault.record(first));
    let ids: Vec<RecordId> = vault.records().map(|record| record.id).collect();
    for (place, id) in ids.iter().enumerate() {
        assert_eq!(vault.delete(*id), Ok(()), "deletion {place} of {}, {} of them tiny", ids.len(), all.len());
        assert_eq!(vault.records().count(), ids.len() - place - 1);
    }
    assert!(rig.shelf.values().contains_key("ob/x"), "the ballast is back");
    assert_eq!(rig.open().records().count(), 0);
}

#[test]
fn the_ballast_takes_the_save_in_hand() {
    let rig = Rig::new(31);
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    rig.shelf.quota.set(vault.usage().used + 100);
    let id = rig.id();
    let first = vault.save(id, &entry("words in hand"), &[]).expect("kept");
    assert!(!rig.shelf.values().contains_key("ob/x"));
    assert_eq!(vault.save(id, &entry(&"a".repeat(36_000)), &[first]).map(drop), Ok(()));
    assert_eq!(vault.save(rig.id(), &entry(&"a".repeat(36_000)), &[]), Err(KeepError::Full));
    assert_eq!(vault.delete(id), Ok(()));
}

#[test]
fn a_save_that_does_not_fit_gives_the_ballast_back() {
    let rig = Rig::new(32);
    crowd(&rig);
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    fill(&rig, &mut vault, 30_000);
    let before = rig.shelf.values();
    assert_eq!(vault.save(rig.id(), &entry(&"a".repeat(36_000)), &[]), Err(KeepError::Full));
    assert_eq!(rig.shelf.values(), before);
}

#[test]
fn earlier_revisions_go_first() {
    let rig = Rig::new(33);
    let mut vault = rig.open();
    let id = rig.id();
    let mut parents = vec![];
    for _ in 0..2 {
        parents = vec![vault.save(id, &entry(&"a".repeat(10_000)), &parents).expect("kept")];
    }
    rig.pass(60 * 24);
    let mut vault = rig.open();
    rig.shelf.quota.set(vault.usage().used);
    vault.save(rig.id(), &entry("new"), &[]).expect("kept");
    assert!(rig.shelf.values().contains_key("ob/x"), "the ballast was not needed");
    assert_eq!(vault.record(id).map(|record| record.latest().rev), parents.first().copied());
    assert_eq!(rig.shelf.values().keys().filter(|key| key.starts_with("ob/r/")).count(), 2);
}
