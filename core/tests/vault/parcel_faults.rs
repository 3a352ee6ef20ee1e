//! A shelf that fails, lies or dies at every write and removal of a restoring: nothing that was here is lost, and
//! restoring again ends in the same as if nothing had happened.

use crate::{
    parcel::{edit, fork, parcel, records, restore},
    rig::{Fault, Rig, TROUBLES, entry, lock, open, words},
};
use obverse_core::vault::{Parcel, RecordId, Vault};
use std::collections::BTreeMap;

/// Two journals that went apart in every way, and the backup of one.
fn apart(locked: bool) -> (Rig, Parcel, Vec<RecordId>) {
    let rig = Rig::new(120);
    let mut ours = rig.open();
    let ids: Vec<RecordId> = (0..11).map(|_| rig.id()).collect();
    for id in &ids[..8] {
        edit(&mut ours, *id, "base");
    }
    let other = fork(&rig, 121);
    let mut theirs = other.open();
    edit(&mut theirs, ids[1], "newer there");
    edit(&mut theirs, ids[2], "theirs");
    edit(&mut theirs, ids[3], "theirs, and deleted here");
    theirs.delete(ids[4]).expect("deleted");
    theirs.delete(ids[5]).expect("deleted");
    edit(&mut theirs, ids[5], "after all");
    for version in ["one version", "another"] {
        let upon = theirs.record(ids[6]).expect("there").heads.last().expect("one").rev;
        let parents = if version == "another" { vec![] } else { vec![upon] };
        theirs.save(ids[6], &entry(version), &parents).expect("kept");
    }
    edit(&mut theirs, ids[8], "new");
    for version in ["new, one version", "new, another"] {
        theirs.save(ids[9], &entry(version), &[]).expect("kept");
    }
    edit(&mut theirs, ids[10], "new, and deleted");
    theirs.delete(ids[10]).expect("deleted");
    edit(&mut ours, ids[2], "ours");
    ours.delete(ids[3]).expect("deleted");
    ours.delete(ids[6]).expect("deleted");
    edit(&mut ours, ids[7], "newer here");
    if locked {
        lock(&rig, &mut ours, "one");
    }
    (rig, parcel(&theirs), ids)
}

/// The words of every version of every record.
fn shown(vault: &Vault) -> BTreeMap<RecordId, Vec<String>> {
    let heads = |id| vault.record(id).into_iter().flat_map(|record| &record.heads);
    let texts = |id| heads(id).filter_map(|head| head.body.as_ref()).map(|body| words(body).to_owned()).collect();
    vault.records().map(|record| (record.id, texts(record.id))).collect()
}

#[test]
fn nothing_is_lost_at_any_fault_and_it_can_be_run_again() {
    for (locked, bring_back) in [(false, false), (false, true), (true, true)] {
        let (rig, parcel, ids) = apart(locked);
        let start = rig.shelf.values();
        let mut vault = open(&rig);
        let before = shown(&vault);
        rig.shelf.count.set(0);
        let restored = restore(&mut vault, &parcel, bring_back).expect("nothing fails");
        assert_eq!((restored.added, restored.updated, restored.versions, restored.deleted), (2, 2, 1, 1));
        assert_eq!(restored.left_deleted + restored.brought_back, 2);
        let (writes, whole, texts) = (rig.shelf.count.get(), records(&vault, &ids), shown(&vault));
        assert!(writes >= 10, "{writes}");
        for at in 0..writes {
            for what in TROUBLES {
                let say = format!("locked {locked}, bring back {bring_back}: {what:?} at {at}");
                rig.shelf.reset(start.clone());
                let mut vault = open(&rig);
                rig.shelf.count.set(0);
                rig.shelf.fault.set(Some(Fault { at, what }));
                let outcome = restore(&mut vault, &parcel, bring_back);
                rig.shelf.dead.set(false);
                rig.shelf.fault.set(None);
                let mut again = open(&rig);
                if outcome.is_ok() {
                    assert_eq!(records(&again, &ids), whole, "{say}: said to be done");
                }
                for (id, was) in &before {
                    // It is as it was, or as it is to be, or has both.
                    let (is, end) = (shown(&again).remove(id).unwrap_or_default(), texts.get(id));
                    let as_was = was.iter().all(|text| is.contains(text));
                    let as_will_be = end.into_iter().flatten().all(|text| is.contains(text));
                    assert!(as_was || as_will_be, "{say}: {was:?} became {is:?}");
                }
                restore(&mut again, &parcel, bring_back).unwrap_or_else(|error| panic!("{say}: {error:?}"));
                assert_eq!(records(&again, &ids), whole, "{say}: run again");
                assert_eq!(records(&open(&rig), &ids), whole, "{say}: opened again");
                assert!(open(&rig).unreadable().is_empty(), "{say}");
            }
        }
    }
}
