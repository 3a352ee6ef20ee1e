//! One stored value or key altered in any way: no panic, the others unharmed, the altered one reported.

use crate::rig::{Rig, entry};
use obverse_core::vault::{Condition, RecordId, Trouble, Vault};
use std::collections::BTreeMap;

pub(crate) const MUTATIONS: usize = 10_000;

/// How many kinds of harm there are.
pub(crate) const KINDS: usize = 10;

/// A small journal: records with one revision, with two, and a deletion.
fn journal(rig: &Rig) -> BTreeMap<String, String> {
    let mut vault = rig.open();
    fill(rig, &mut vault);
    let mut values = rig.shelf.values();
    values.remove("ob/x");
    values
}

pub(crate) fn fill(rig: &Rig, vault: &mut Vault) {
    let ids: Vec<RecordId> = (0..4).map(|_| rig.id()).collect();
    for id in &ids {
        vault.save(*id, &entry(&format!("of {id}")), &[]).expect("kept");
        rig.pass(1);
    }
    let parents = [vault.record(ids[0]).expect("there").latest().rev];
    vault.save(ids[0], &entry("second"), &parents).expect("kept");
    vault.delete(ids[1]).expect("deleted");
}

/// Alters a key or value, or puts something foreign there; returns the kind of harm, and the keys that are no longer as
/// they were.
pub(crate) fn mutate(
    rig: &Rig,
    values: &mut BTreeMap<String, String>,
    foreign: &BTreeMap<String, String>,
) -> (usize, Vec<String>) {
    let records = |values: &BTreeMap<String, String>| -> Vec<String> {
        values.keys().filter(|key| key.starts_with("ob/r/")).cloned().collect()
    };
    let keys = records(values);
    let key = rig.dice.pick(&keys).clone();
    let mut bytes = values[&key].clone().into_bytes();
    let place = rig.dice.below(bytes.len());
    let kind = rig.dice.below(KINDS);
    match kind {
        0 | 1 => bytes[place] ^= 1 << rig.dice.below(7),
        2 => bytes.truncate(place),
        3 => bytes.insert(place, b'A'),
        4 => drop(bytes.remove(place)),
        5 => {
            // Two values change places.
            let other = rig.dice.pick(&keys).clone();
            let value = values.insert(other.clone(), values[&key].clone()).expect("there");
            values.insert(key.clone(), value);
            return (kind, vec![key, other]);
        }
        6 => {
            // A value is played again under a key of its own: another revision, another record, another spelling.
            let (id, rev) = key["ob/r/".len()..].split_once('/').expect("a record's key");
            let new = match rig.dice.below(3) {
                0 => format!("ob/r/{id}/{}", rig.id()),
                1 => format!("ob/r/{}/{rev}", rig.id()),
                _ => format!("ob/r/{id}/{}", rev.to_uppercase()),
            };
            values.insert(new.clone(), values[&key].clone());
            return (kind, vec![new]);
        }
        7 => {
            // A key is altered.
            let mut name = key.clone().into_bytes();
            let place = "ob/r/".len() + rig.dice.below(name.len() - "ob/r/".len());
            name[place] ^= 1 << rig.dice.below(7);
            let value = values.remove(&key).expect("there");
            let name = String::from_utf8(name).expect("ASCII");
            values.insert(name.clone(), value);
            return (kind, vec![key, name]);
        }
        8 => {
            // What another journal holds stands in the place of ours.
            let from = records(foreign);
            bytes = foreign[rig.dice.pick(&from)].clone().into_bytes();
        }
        _ => {
            // A key that is none of ours: one among the records is told, another is no business of the journal.
            let name = match rig.dice.below(3) {
                0 => format!("ob/r/{}", rig.id()),
                1 => format!("ob/{}", rig.id()),
                _ => format!("of/r/{}/{}", rig.id(), rig.id()),
            };
            values.insert(name.clone(), values[&key].clone());
            return (kind, vec![name]);
        }
    }
    values.insert(key.clone(), String::from_utf8(bytes).expect("ASCII"));
    (kind, vec![key])
}

/// That exactly what was altered is told, that the other records are as before, and that nothing is written.
pub(crate) fn check(rig: &Rig, before: &Vault, after: &Vault, whole: &BTreeMap<String, String>, touched: &[String]) {
    let values = rig.shelf.values();
    let named = |id: &RecordId| touched.iter().any(|key| key.contains(&id.to_string()));
    let ids = whole.keys().filter_map(|key| key.strip_prefix("ob/r/")?.split('/').next()?.parse::<RecordId>().ok());
    for id in ids.filter(|id| !named(id)) {
        assert_eq!(after.record(id), before.record(id), "{touched:?}");
    }
    let known = |id: &RecordId| whole.keys().any(|key| key.contains(&id.to_string()));
    assert!(after.records().all(|record| known(&record.id)), "{touched:?}: no record comes of it");
    let altered = values.iter().filter(|(key, value)| key.starts_with("ob/r/") && whole.get(*key) != Some(value));
    let altered: Vec<_> = altered.filter(|(key, _)| !whole.contains_key(*key) || touched.contains(key)).collect();
    let reported: Vec<_> = after.unreadable().iter().map(|one| (&one.key, &one.raw)).collect();
    assert_eq!(reported, altered, "{touched:?}");
}

#[test]
fn an_altered_record_is_reported_and_the_others_are_unharmed() {
    let rig = Rig::new(60);
    let whole = journal(&rig);
    let foreign = journal(&Rig::new(63));
    rig.shelf.reset(whole.clone());
    let before = rig.open();
    let mut kinds = [0; KINDS];
    for _ in 0..MUTATIONS {
        let mut values = whole.clone();
        let (kind, touched) = mutate(&rig, &mut values, &foreign);
        kinds[kind] += 1;
        rig.shelf.reset(values.clone());
        let vault = rig.open();
        assert_eq!(vault.condition(), Condition::Open, "{touched:?}");
        check(&rig, &before, &vault, &whole, &touched);
        assert_eq!(rig.shelf.values(), values, "{touched:?}: what cannot be read is not touched");
    }
    assert!(kinds.iter().all(|count| *count > MUTATIONS / KINDS / 2), "{kinds:?}");
}

#[test]
fn no_header_is_trusted_that_was_altered() {
    let rig = Rig::new(61);
    let whole = journal(&rig);
    for place in 0..whole["ob/h0"].len() {
        for bit in 0..7 {
            let mut values = whole.clone();
            let mut bytes = whole["ob/h0"].clone().into_bytes();
            bytes[place] ^= 1 << bit;
            values.insert("ob/h0".into(), String::from_utf8(bytes).expect("ASCII"));
            rig.shelf.reset(values.clone());
            let mut vault = rig.open();
            assert_eq!(vault.records().count(), 3);
            assert_eq!((vault.condition(), vault.prepare()), (Condition::Open, Ok(())));
            assert_eq!(rig.shelf.values()["ob/h0"], whole["ob/h0"], "healed");
        }
    }
}

#[test]
fn what_a_later_version_wrote_is_told_from_what_is_broken() {
    let rig = Rig::new(62);
    let mut values = journal(&rig);
    let key = |rig: &Rig| format!("ob/r/{}/{}", rig.id(), rig.id());
    let (later, sealed, broken) = (key(&rig), key(&rig), key(&rig));
    values.insert(later.clone(), "2.0..AAAA".into());
    values.insert(sealed.clone(), "1.1.AAAA.AAAA".into());
    values.insert(broken.clone(), "hello".into());
    values.insert("ob/r/hello".into(), "hello".into());
    rig.shelf.reset(values);
    let vault = rig.open();
    let why = |key: &str| vault.unreadable().iter().find(|one| one.key == key).map(|one| one.why);
    assert_eq!(why(&later), Some(Trouble::Newer));
    assert_eq!(why(&sealed), Some(Trouble::Sealed));
    assert_eq!(why(&broken), Some(Trouble::Altered));
    assert_eq!(why("ob/r/hello"), Some(Trouble::Misnamed));
    assert_eq!(vault.records().count(), 3);
}
