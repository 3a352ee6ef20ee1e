//! Journals that went apart at random, merged both ways; and parcels altered at random.

use crate::{
    parcel::{fork, parcel, records, restore},
    rig::{Rig, entry, lock},
};
use obverse_core::vault::{Packed, Parcel, RecordId, Restoring, Rev, Vault};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What each revision was written upon, itself and all before it.
type Truth = BTreeMap<Rev, BTreeSet<Rev>>;

fn heads(vault: &Vault, id: RecordId) -> BTreeSet<Rev> {
    vault.record(id).into_iter().flat_map(|record| &record.heads).map(|head| head.rev).collect()
}

/// Some time of use; `away` lets so much time go by that earlier revisions are cleared away.
fn live(rig: &Rig, vault: &mut Vault, ids: &[RecordId], truth: &mut Truth, steps: usize, away: bool) {
    for step in 0..steps {
        let id = *rig.dice.pick(ids);
        let mut parents: Vec<Rev> = heads(vault, id).into_iter().collect();
        let before = heads(vault, id);
        match rig.dice.below(6) {
            0 => vault.delete(id).expect("deleted"),
            1 if parents.len() > 1 => parents.truncate(1),
            2 => {
                // As if in another tab that does not know of the latest.
                let known: Vec<Rev> = truth.keys().copied().filter(|rev| heads(vault, id).contains(rev)).collect();
                parents = known;
            }
            _ => {}
        }
        if heads(vault, id) == before {
            let _ = vault.save(id, &entry(&format!("{step} {}", rig.dice.next())), &parents);
        } else {
            parents = before.into_iter().collect();
        }
        for head in heads(vault, id) {
            if !truth.contains_key(&head) {
                let mut upon = BTreeSet::from([head]);
                parents.iter().for_each(|parent| upon.extend(truth.get(parent).into_iter().flatten()));
                truth.insert(head, upon);
            }
        }
        rig.pass(1);
        if away && rig.dice.below(5) == 0 {
            rig.pass(60 * 30);
            *vault = rig.open();
            vault.prepare().expect("stands");
        }
    }
}

/// Each takes in the other's backup, until that changes nothing.
fn exchange(rigs: [&Rig; 2], vaults: &mut [Vault; 2]) -> Result<usize, TestCaseError> {
    for round in 0..6 {
        let before = rigs.map(|rig| rig.shelf.values());
        let parcels = [parcel(&vaults[0]), parcel(&vaults[1])];
        restore(&mut vaults[0], &parcels[1], true).expect("restored");
        restore(&mut vaults[1], &parcels[0], true).expect("restored");
        if rigs.map(|rig| rig.shelf.values()) == before {
            return Ok(round);
        }
    }
    Err(TestCaseError::fail("goes on and on"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merged_both_ways_they_come_to_the_same(seed in any::<u64>(), away in any::<bool>(), steps in 0..25_usize) {
        let rig = Rig::new(seed);
        let ids: Vec<RecordId> = (0..3).map(|_| rig.id()).collect();
        let mut truth = Truth::new();
        let mut ours = rig.open();
        live(&rig, &mut ours, &ids, &mut truth, 5, false);
        let other = fork(&rig, !seed);
        let mut theirs = other.open();
        live(&rig, &mut ours, &ids, &mut truth, steps, away);
        live(&other, &mut theirs, &ids, &mut truth, 25 - steps, away);
        if seed % 2 == 0 {
            lock(&rig, &mut ours, "one");
        }

        // One way, by what truly was written upon what.
        let copy = fork(&rig, 7);
        let mut merged = if seed % 2 == 0 { None } else { Some(copy.open()) };
        if let Some(merged) = merged.as_mut() {
            restore(merged, &parcel(&theirs), false).expect("restored");
            for id in &ids {
                let (one, two, both) = (heads(&ours, *id), heads(&theirs, *id), heads(merged, *id));
                let gone = ours.record(*id).is_some_and(|record| record.deleted());
                for rev in one.iter().chain(two.iter().filter(|_| !gone)) {
                    let deleted = |rev: &Rev| {
                        let mut all = [&ours, &theirs, merged].map(|vault| vault.record(*id)).into_iter().flatten();
                        all.any(|record| record.heads.iter().any(|head| head.rev == *rev && head.body.is_none()))
                    };
                    let kept = both.iter().any(|head| truth[head].contains(rev) || deleted(head) && deleted(rev));
                    prop_assert!(kept, "lost {rev} of {id}");
                }
                for head in both.iter().filter(|_| !away) {
                    let replaced = both.iter().any(|other| other != head && truth[other].contains(head));
                    prop_assert!(!replaced, "brought back {head} of {id}");
                }
            }
        }

        let mut vaults = [ours, theirs];
        exchange([&rig, &other], &mut vaults)?;
        for id in &ids {
            // When it was made may differ: here one name stands for two records that were begun apart.
            let heads = |vault: &Vault| vault.record(*id).map(|record| record.heads.clone());
            prop_assert_eq!(heads(&vaults[0]), heads(&vaults[1]));
        }
        // And a third, from either.
        let third = Rig::new(seed ^ 5);
        let mut fresh = third.open();
        restore(&mut fresh, &parcel(&vaults[1]), false).expect("restored");
        for id in &ids {
            let heads = |vault: &Vault| vault.record(*id).map(|record| record.heads.clone());
            prop_assert_eq!(heads(&fresh), heads(&vaults[1]));
        }
    }

    #[test]
    fn no_text_harms(text in "(\\{\"parcel\":1,\"made\":0,\"offset\":0,\"store\":\"\"\\}\n)?(.*\n?){0,5}") {
        let _ = Parcel::read(&text);
    }
}

#[test]
fn no_altered_parcel_harms() {
    let rig = Rig::new(130);
    let mut vault = rig.open();
    let ids: Vec<RecordId> = (0..4).map(|_| rig.id()).collect();
    live(&rig, &mut vault, &ids, &mut Truth::new(), 20, false);
    let Packed { text, .. } = vault.pack().expect("packed");
    let start = rig.shelf.values();
    let before = records(&vault, &ids);
    let mut read = 0;
    for turn in 0..5_000 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..1 + rig.dice.below(3) {
            let (place, other) = (rig.dice.below(bytes.len()), rig.dice.below(bytes.len()));
            match rig.dice.below(6) {
                0 => bytes[place] ^= 1 << rig.dice.below(7),
                1 => bytes[place] = *rig.dice.pick(b"\"\\{}[]:,\n /0af"),
                2 => bytes.truncate(place.max(1)),
                3 => drop(bytes.remove(place)),
                4 => bytes.insert(place, *rig.dice.pick(b"\"{}[],\n 0")),
                _ => {
                    // A name takes another's place.
                    let length = 16.min(bytes.len() - place.max(other));
                    let part = bytes[place..place + length].to_vec();
                    bytes[other..other + length].copy_from_slice(&part);
                }
            }
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let Ok(parcel) = Parcel::read(&text) else { continue };
        read += 1;
        rig.shelf.reset(start.clone());
        let mut vault = rig.open();
        vault.preview(&parcel).expect("looked at");
        let mut restoring = Restoring::new(turn % 2 == 0);
        while vault.restore(&parcel, &mut restoring, 5).expect("restored").is_none() {}
        let after = rig.shelf.values();
        let gone: Vec<_> = start.keys().filter(|key| !after.contains_key(*key)).collect();
        let deleted = |key: &str| ids.iter().any(|id| key.contains(&id.to_string()) && before.contains_key(id));
        assert!(gone.iter().all(|key| deleted(key)), "{turn}: {gone:?}");
        assert!(start.iter().all(|(key, value)| after.get(key).is_none_or(|now| now == value)), "{turn}: written over");
        let again = rig.open();
        assert!(again.unreadable().is_empty(), "{turn}");
        for id in &ids {
            assert_eq!(again.record(*id), vault.record(*id), "{turn}");
        }
        restore(&mut vault, &parcel, turn % 2 == 0).expect("restored");
        assert_eq!(rig.shelf.values(), after, "{turn}: once is enough");
    }
    assert!(read > 3_000, "{read}");
}
