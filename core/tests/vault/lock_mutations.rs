//! The same harm done to a locked journal; and what cannot be noticed, with a lock or without.

use crate::{
    mutations::{KINDS, MUTATIONS, check, fill, mutate},
    rig::{Rig, entry, lock, opener, unlock, words},
};
use obverse_core::{
    seal::{Key, stretch},
    vault::{Condition, Holder, KeySlot, RecordId, Trouble, Vault},
};
use std::collections::BTreeMap;

/// A locked journal, all of it written under the lock, with what opens it.
fn journal(rig: &Rig) -> (BTreeMap<String, String>, KeySlot, Key) {
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    lock(rig, &mut vault, "one");
    fill(rig, &mut vault);
    let slot = vault.slots().remove(0);
    let key = stretch("one", &slot.salt, slot.cost).expect("cheap");
    let mut values = rig.shelf.values();
    values.remove("ob/x");
    (values, slot, key)
}

fn opened(rig: &Rig, slot: &KeySlot, key: &Key) -> Vault {
    let mut vault = rig.open();
    assert_eq!((vault.condition(), vault.unreadable().len(), vault.records().count()), (Condition::Locked, 0, 0));
    vault.unlock(slot, key).expect("opens");
    assert_eq!((vault.condition(), vault.elsewhere()), (Condition::Open, None));
    vault
}

#[test]
fn an_altered_record_is_reported_and_the_others_are_unharmed() {
    let rig = Rig::new(130);
    let (whole, slot, key) = journal(&rig);
    // Foreign in two ways: sealed by another journal, and not sealed at all.
    let (sealed, ..) = journal(&Rig::new(131));
    let other = Rig::new(132);
    fill(&other, &mut other.open());
    let plain = other.shelf.values();
    rig.shelf.reset(whole.clone());
    let before = opened(&rig, &slot, &key);
    let mut kinds = [0; KINDS + 1];
    for turn in 0..MUTATIONS {
        let mut values = whole.clone();
        let foreign = if turn % 2 == 0 { &sealed } else { &plain };
        // Whole records of another journal under their own names pass without a lock, and do not with one.
        let (kind, touched) = if turn % (KINDS + 1) == 0 {
            let keys: Vec<&String> = foreign.keys().filter(|key| key.starts_with("ob/r/")).collect();
            let name = (*rig.dice.pick(&keys)).clone();
            values.insert(name.clone(), foreign[&name].clone());
            (KINDS, vec![name])
        } else {
            mutate(&rig, &mut values, foreign)
        };
        kinds[kind] += 1;
        rig.shelf.reset(values.clone());
        let vault = opened(&rig, &slot, &key);
        check(&rig, &before, &vault, &whole, &touched);
        assert_eq!(rig.shelf.values(), values, "{touched:?}: what cannot be read is not touched");
    }
    assert!(kinds.iter().all(|count| *count > MUTATIONS / KINDS / 2), "{kinds:?}");
}

#[test]
fn what_is_foreign_is_told_for_what_it_is() {
    let rig = Rig::new(133);
    let (whole, slot, key) = journal(&rig);
    let (sealed, ..) = journal(&Rig::new(134));
    let other = Rig::new(135);
    fill(&other, &mut other.open());
    for (foreign, why) in [(sealed, Trouble::Altered), (other.shelf.values(), Trouble::Plain)] {
        let mut values = whole.clone();
        values.extend(foreign.into_iter().filter(|(key, _)| key.starts_with("ob/r/")));
        rig.shelf.reset(values);
        let vault = opened(&rig, &slot, &key);
        assert!(vault.unreadable().len() > 3 && vault.unreadable().iter().all(|one| one.why == why));
    }
}

/// What a shelf as it was earlier, or a part of it, looks like: the journal has nothing to hold it against. A value is
/// tied to its name and its journal, not to a moment.
#[test]
fn what_is_taken_back_cannot_be_noticed() {
    for locked in [false, true] {
        let rig = Rig::new(136);
        let mut vault = rig.open();
        vault.prepare().expect("stands");
        if locked {
            lock(&rig, &mut vault, "one");
        }
        let id = rig.id();
        let first = vault.save(id, &entry("first"), &[]).expect("kept");
        let earlier = rig.shelf.values();
        let second = vault.save(id, &entry("second"), &[first]).expect("kept");
        let (edited, key) = (rig.shelf.values(), format!("ob/r/{id}/{second}"));
        vault.delete(id).expect("deleted");
        let deleted = rig.shelf.values();
        let seen = |values: &BTreeMap<String, String>| shown(&rig, values, locked, id);

        assert_eq!(seen(&earlier).as_deref(), Some("first"), "all of it as it was earlier");
        let mut without = edited.clone();
        without.remove(&key);
        assert_eq!(seen(&without).as_deref(), Some("first"), "without the newest revision");
        assert_eq!(seen(&edited).as_deref(), Some("second"), "without the deletion");

        // As long as a later revision stands, an earlier one that is played again changes nothing.
        let mut replayed = edited.clone();
        replayed.extend(earlier.clone());
        assert_eq!(seen(&replayed).as_deref(), Some("second"));
        let mut replayed = deleted.clone();
        replayed.extend(edited.iter().map(|(key, value)| (key.clone(), value.clone())));
        assert_eq!(seen(&replayed), None, "nor does one that was deleted");
        assert_eq!(rig.shelf.values(), deleted, "and it is removed once more");
    }
}

/// A lock does not stop one who has a copy from before a change of passphrase.
#[test]
fn an_earlier_header_opens_with_the_earlier_passphrase() {
    let rig = Rig::new(137);
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    lock(&rig, &mut vault, "one");
    vault.save(rig.id(), &entry("words"), &[]).expect("kept");
    let earlier = rig.shelf.values();
    vault.change(&opener(&rig, Holder::Passphrase, "two")).expect("changed");
    let mut values = rig.shelf.values();
    for key in ["ob/h0", "ob/h1"] {
        values.insert(key.into(), earlier[key].clone());
    }
    rig.shelf.reset(values);
    let mut again = rig.open();
    assert_eq!(unlock(&mut again, "one"), Ok(()));
    assert_eq!((again.condition(), again.records().count()), (Condition::Open, 1));
}

/// The words of a record on such a shelf, where nothing is told to be wrong.
fn shown(rig: &Rig, values: &BTreeMap<String, String>, locked: bool, id: RecordId) -> Option<String> {
    rig.shelf.reset(values.clone());
    let mut vault = rig.open();
    if locked {
        unlock(&mut vault, "one").expect("opens");
    }
    assert_eq!((vault.condition(), vault.unreadable().len()), (Condition::Open, 0));
    vault.record(id).and_then(|record| record.body()).map(|body| words(body).to_owned())
}
