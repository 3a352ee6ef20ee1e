//! The lock: what is on the shelf is sealed, opens with what it was made of, and only where it was put.

use crate::{
    headers::reworded,
    rig::{Rig, convert, entry, lock, opener, texts, unlock, words},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::{
    reflection::Stamp,
    vault::{Condition, DraftOrigin, HeldDraft, Holder, KeepError, RecordId, Trouble, UnlockError, Vault, Why},
};
use std::collections::BTreeSet;

/// A journal of a few records, with edits, a deletion, and 24 hours in between.
fn journal(rig: &Rig) -> (Vault, Vec<RecordId>) {
    let mut vault = rig.open();
    let ids: Vec<RecordId> = (0..5).map(|_| rig.id()).collect();
    for (at, id) in ids.iter().enumerate() {
        let first = vault.save(*id, &entry(&format!("canary {at}, first")), &[]).expect("kept");
        vault.save(*id, &entry(&format!("canary {at}, second")), &[first]).expect("kept");
    }
    vault.delete(ids[4]).expect("deleted");
    (vault, ids)
}

/// Whether a word can be read off the shelf, as it is or out of base64.
fn readable(rig: &Rig, word: &str) -> bool {
    rig.shelf.values().values().any(|value| {
        let body = value.rsplit('.').next().expect("a field");
        let bytes = URL_SAFE_NO_PAD.decode(body).unwrap_or_default();
        value.contains(word) || String::from_utf8_lossy(&bytes).contains(word)
    })
}

#[test]
fn locked_then_opened_it_is_as_it_was_and_nothing_is_readable() {
    let rig = Rig::new(80);
    let (mut vault, _) = journal(&rig);
    let before = texts(&vault);
    assert!(readable(&rig, "canary"));
    lock(&rig, &mut vault, "a passphrase");
    assert!(!readable(&rig, "canary") && !readable(&rig, "entry"));
    assert_eq!(texts(&vault), before, "goes on as it was");
    assert!(vault.unreadable().is_empty());
    let mut again = rig.open();
    assert_eq!(again.condition(), Condition::Locked);
    assert_eq!(again.records().count(), 0);
    assert!(again.unreadable().is_empty());
    assert_eq!(unlock(&mut again, "another"), Err(UnlockError::Wrong));
    assert_eq!(again.condition(), Condition::Locked);
    assert_eq!(unlock(&mut again, "a passphrase"), Ok(()));
    assert_eq!((again.condition(), again.elsewhere()), (Condition::Open, None));
    assert_eq!(texts(&again), before);
    let id = rig.id();
    again.save(id, &entry("canary, written under the lock"), &[]).expect("kept");
    assert!(!readable(&rig, "canary"));
    again.shut();
    assert_eq!((again.condition(), again.records().count()), (Condition::Locked, 0));
    assert_eq!(again.save(id, &entry("more"), &[]), Err(KeepError::Locked));
    assert_eq!(again.delete(id), Err(KeepError::Locked));
    assert_eq!(again.prepare(), Err(KeepError::Locked));
    assert_eq!(unlock(&mut again, "a passphrase"), Ok(()));
    assert_eq!(texts(&again).len(), before.len() + 1);
}

#[test]
fn taken_off_again_it_is_a_journal_as_before() {
    let rig = Rig::new(81);
    let (mut vault, _) = journal(&rig);
    let before = texts(&vault);
    lock(&rig, &mut vault, "one");
    vault.unlock_for_good().expect("begun");
    convert(&mut vault);
    assert!(!vault.has_lock() && readable(&rig, "canary"));
    let again = rig.open();
    assert_eq!((again.condition(), again.has_lock()), (Condition::Open, false));
    assert_eq!(texts(&again), before);
    assert!(rig.shelf.values().values().all(|value| !value.starts_with("1.1.")));
}

#[test]
fn a_changed_passphrase_writes_little_and_the_earlier_one_is_refused() {
    let rig = Rig::new(82);
    let (mut vault, _) = journal(&rig);
    lock(&rig, &mut vault, "one");
    vault.change(&opener(&rig, Holder::Recovery, "code")).expect("added");
    rig.shelf.ops.borrow_mut().clear();
    let mut changed = opener(&rig, Holder::Passphrase, "two");
    // The longest numbers a cost may have.
    changed.cost.kib = 65_536;
    changed.cost.passes = 10;
    vault.change(&changed).expect("changed");
    let written: usize = {
        let ops = rig.shelf.ops.borrow();
        ops.iter().map(|op| op.key.len() + op.value.as_ref().map_or(0, String::len)).sum()
    };
    assert!(written <= 1024, "{written}");
    vault.change(&opener(&rig, Holder::Passphrase, "three")).expect("changed");
    let mut again = rig.open();
    assert_eq!(again.slots().len(), 2);
    for earlier in ["one", "two"] {
        assert_eq!(unlock(&mut again, earlier), Err(UnlockError::Wrong));
    }
    assert_eq!(unlock(&mut again, "three"), Ok(()));
    again.shut();
    assert_eq!(unlock(&mut again, "code"), Ok(()));
    assert_eq!(again.remove_slot(Holder::Passphrase), Err(KeepError::ReadOnly));
    assert_eq!(again.remove_slot(Holder::Recovery), Ok(()));
    again.shut();
    assert_eq!(unlock(&mut again, "code"), Err(UnlockError::Wrong));
}

#[test]
fn a_new_key_seals_everything_anew() {
    let rig = Rig::new(83);
    let (mut vault, _) = journal(&rig);
    let before = texts(&vault);
    lock(&rig, &mut vault, "one");
    let old = rig.shelf.values();
    vault.new_key(&opener(&rig, Holder::Passphrase, "two")).expect("begun");
    assert_eq!(vault.convert(3), Ok(false), "not all at once");
    // In the middle of it the journal is shut and opened.
    let mut vault = rig.open();
    assert_eq!(unlock(&mut vault, "one"), Err(UnlockError::Wrong));
    assert_eq!(unlock(&mut vault, "two"), Ok(()));
    assert_eq!(texts(&vault), before);
    let id = rig.id();
    vault.save(id, &entry("meanwhile"), &[]).expect("kept");
    convert(&mut vault);
    let same = rig.shelf.values().iter().filter(|(key, value)| old.get(*key) == Some(value)).count();
    assert_eq!(same, 1, "the ballast");
    // A record from before, put back, is not one of this key.
    let (key, value) = old.iter().find(|(key, _)| key.starts_with("ob/r/")).expect("a record");
    let mut values = rig.shelf.values();
    values.insert(key.clone(), value.clone());
    rig.shelf.reset(values);
    let mut again = rig.open();
    assert_eq!(unlock(&mut again, "two"), Ok(()));
    assert_eq!(again.unreadable().iter().map(|one| one.why).collect::<Vec<_>>(), [Trouble::Altered]);
}

#[test]
fn values_open_only_under_their_own_name_in_their_own_journal() {
    let (rig, other) = (Rig::new(84), Rig::new(85));
    let (mut vault, ids) = journal(&rig);
    lock(&rig, &mut vault, "one");
    let values = rig.shelf.values();
    let keys: Vec<&String> = values.keys().filter(|key| key.starts_with("ob/r/")).collect();
    for key in &keys {
        for from in keys.iter().filter(|from| from != &key) {
            let mut moved = values.clone();
            moved.insert((*key).clone(), values[*from].clone());
            rig.shelf.reset(moved);
            let mut again = rig.open();
            unlock(&mut again, "one").expect("opens");
            let told: Vec<_> = again.unreadable().iter().map(|one| (one.key.as_str(), one.why)).collect();
            assert_eq!(told, [(key.as_str(), Trouble::Altered)]);
        }
    }
    // The same data key under another journal's name: as if a whole header were copied and its name changed.
    let mut foreign = other.open();
    foreign.save(other.id(), &entry("theirs"), &[]).expect("kept");
    lock(&other, &mut foreign, "one");
    let mut mixed = other.shelf.values();
    mixed.extend(
        values.iter().filter(|(key, _)| key.starts_with("ob/r/")).map(|(key, value)| (key.clone(), value.clone())),
    );
    other.shelf.reset(mixed);
    let mut again = other.open();
    unlock(&mut again, "one").expect("opens");
    assert_eq!(again.records().count(), 1);
    assert_eq!(again.unreadable().len(), keys.len());
    assert!(ids.iter().all(|id| again.record(*id).is_none()));
}

#[test]
fn what_opens_the_lock_is_told_from_the_header_alone() {
    let rig = Rig::new(90);
    let (mut vault, _) = journal(&rig);
    lock(&rig, &mut vault, "one");
    rig.shelf.reads.set(0);
    let mut shut = rig.open();
    assert_eq!((shut.condition(), rig.shelf.reads.replace(0)), (Condition::Locked, 2), "no record is read for nothing");
    let salt = shut.slots()[0].salt;
    rig.shelf.reads.set(0);
    assert_eq!((shut.slots()[0].salt, rig.shelf.reads.get()), (salt, 2), "both copies of the header");
    vault.change(&opener(&rig, Holder::Passphrase, "two")).expect("changed");
    assert_ne!(shut.slots()[0].salt, salt, "changed in another tab");
    rig.shelf.dead.set(true);
    shut.absorb(None);
    assert_eq!(shut.condition(), Condition::Denied);
    rig.shelf.dead.set(false);
    assert_eq!((shut.slots().len(), shut.condition()), (1, Condition::Locked), "the store is lent again");
    assert_eq!(unlock(&mut shut, "two"), Ok(()));
}

#[test]
fn what_stands_unsealed_in_a_locked_journal_is_told_apart_until_it_is_adopted() {
    let rig = Rig::new(86);
    let (mut vault, _) = journal(&rig);
    let plain = rig.shelf.values().into_iter().find(|(key, _)| key.starts_with("ob/r/")).expect("a record");
    lock(&rig, &mut vault, "one");
    let before = texts(&vault);
    let stranger = Rig::new(87);
    let (_, _) = journal(&stranger);
    let injected = stranger.shelf.values().into_iter().find(|(key, _)| key.starts_with("ob/r/")).expect("a record");
    let mut values = rig.shelf.values();
    values.extend([plain.clone(), injected.clone()]);
    rig.shelf.reset(values);
    let mut again = rig.open();
    unlock(&mut again, "one").expect("opens");
    assert_eq!(again.unreadable().len(), 2);
    let strays = again.strays();
    assert!(strays.iter().all(|(_, body)| words(body).starts_with("canary")) && strays.len() == 2);
    assert!(again.unreadable().iter().all(|one| one.why == Trouble::Plain));
    let shown = texts(&again);
    assert!(shown.iter().all(|(id, text)| before.get(id) == Some(text)), "never merged silently");
    again.adopt(&injected.0).expect("sealed");
    assert_eq!((again.unreadable().len(), again.records().count()), (1, shown.len() + 1));
    assert!(rig.shelf.values()[&injected.0].starts_with("1.1."));
    assert_eq!(again.adopt("ob/r/nothing"), Ok(()));
}

#[test]
fn another_tab_stops_when_the_lock_changes_and_is_shut_when_it_was_shut() {
    let rig = Rig::new(88);
    let (mut vault, ids) = journal(&rig);
    let mut other = rig.open();
    lock(&rig, &mut vault, "one");
    other.absorb(Some("ob/h0"));
    assert_eq!(other.elsewhere(), Some(Why::Changed));
    let rev = other.record(ids[0]).expect("still shown").latest().rev;
    assert_eq!(other.save(ids[0], &entry("late"), &[rev]), Err(KeepError::Elsewhere(Why::Changed)));
    let mut shut = rig.open();
    vault.unlock_for_good().expect("begun");
    convert(&mut vault);
    shut.absorb(Some("ob/h1"));
    assert_eq!(shut.condition(), Condition::Open, "the lock is gone, and so it is open");
    assert_eq!(texts(&shut), texts(&vault));
}

#[test]
fn a_header_nobody_vouches_for_only_lets_read() {
    let rig = Rig::new(89);
    let (mut vault, _) = journal(&rig);
    let before = texts(&vault);
    lock(&rig, &mut vault, "one");
    let mut values = rig.shelf.values();
    for key in ["ob/h0", "ob/h1"] {
        // Says that the journal is being sealed, so that what is not sealed would pass.
        let says = reworded(&values[key], "\"locked\"", "\"sealing\"");
        values.insert(key.into(), says);
    }
    rig.shelf.reset(values);
    let mut again = rig.open();
    assert_eq!(unlock(&mut again, "one"), Ok(()));
    for _ in 0..2 {
        assert_eq!((again.condition(), again.elsewhere()), (Condition::Altered, None));
        assert_eq!(texts(&again), before);
        assert_eq!(again.prepare(), Err(KeepError::Altered));
        assert_eq!(again.save(rig.id(), &entry("more"), &[]), Err(KeepError::Altered));
        // Another tab tells of something: that makes no difference.
        again.absorb(None);
    }
}

#[test]
fn a_locked_journal_without_its_header_is_no_new_one() {
    let rig = Rig::new(90);
    let (mut vault, _) = journal(&rig);
    lock(&rig, &mut vault, "one");
    let mut values = rig.shelf.values();
    values.retain(|key, _| !key.starts_with("ob/h"));
    rig.shelf.reset(values);
    let mut again = rig.open();
    assert_eq!(again.condition(), Condition::Damaged);
    assert_eq!(again.prepare(), Err(KeepError::ReadOnly));
    assert_eq!(again.erase(), Ok(()));
    assert!(rig.shelf.values().is_empty());
}

#[test]
fn drafts_are_sealed_too_and_there_is_none_while_it_is_shut() {
    let rig = Rig::new(91);
    let (mut vault, ids) = journal(&rig);
    let (body, at) = (entry("canary"), Stamp::default());
    let held = HeldDraft { body, parents: vec![], next: rig.id().to_string().parse().expect("a name") };
    let plain = vault.encode_draft(ids[0], &held, at).expect("open");
    lock(&rig, &mut vault, "one");
    let sealed = vault.encode_draft(ids[0], &held, at).expect("open");
    assert!(sealed.starts_with("1.1."));
    assert_eq!(vault.decode_draft(ids[0], &sealed), Ok((held.clone(), DraftOrigin::ThisJournal)));
    assert_eq!(vault.decode_draft(ids[1], &sealed), Err(Trouble::Altered), "another record's");
    let told_apart = Ok((held.clone(), DraftOrigin::NotSealed));
    assert_eq!(vault.decode_draft(ids[0], &plain), told_apart, "from just before the lock, or planted");
    vault.shut();
    assert_eq!(vault.decode_draft(ids[0], &plain), told_apart);
    assert_eq!(vault.encode_draft(ids[0], &held, at), None);
    assert_eq!(vault.decode_draft(ids[0], &sealed), Err(Trouble::Sealed));
}

#[test]
fn no_nonce_comes_twice() {
    let rig = Rig::new(92);
    let (mut vault, _) = journal(&rig);
    lock(&rig, &mut vault, "one");
    for at in 0..200 {
        vault.save(rig.id(), &entry(&format!("{at}")), &[]).expect("kept");
    }
    vault.new_key(&opener(&rig, Holder::Passphrase, "two")).expect("begun");
    convert(&mut vault);
    let ops = rig.shelf.ops.borrow();
    let values = ops.iter().filter_map(|op| op.value.as_deref()).filter(|value| value.starts_with("1.1."));
    let nonces: Vec<&str> = values.map(|value| value.split('.').nth(2).expect("a nonce")).collect();
    assert!(nonces.len() > 400);
    assert_eq!(nonces.iter().collect::<BTreeSet<_>>().len(), nonces.len());
}

#[test]
fn without_room_the_lock_is_refused_before_anything_is_changed() {
    // What another app of the origin wrote meanwhile is seen as well, though nobody tells of it.
    for told in [true, false] {
        let rig = Rig::new(93);
        let (mut vault, _) = journal(&rig);
        let before = rig.shelf.values();
        // The vault counts on what browsers give: fill it to there.
        let free = crate::rig::QUOTA - before.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>();
        let mut values = before.clone();
        values.insert("other".into(), "x".repeat(free + 65_000 - "other".len()));
        values.remove("ob/x");
        rig.shelf.reset(values.clone());
        if told {
            vault.absorb(None);
        }
        assert_eq!(vault.lock(&opener(&rig, Holder::Passphrase, "one")), Err(KeepError::Full), "{told}");
        assert_eq!(rig.shelf.values(), values, "{told}");
        assert_eq!(vault.condition(), Condition::Open);
    }
}

#[test]
fn an_open_header_slipped_in_does_not_cost_the_key() {
    for copy in ["ob/h0", "ob/h1"] {
        let rig = Rig::new(94);
        let (mut vault, _) = journal(&rig);
        let before = texts(&vault);
        let open = rig.shelf.values()["ob/h0"].clone();
        lock(&rig, &mut vault, "one");
        let mut values = rig.shelf.values();
        let locked = values["ob/h0"].clone();
        values.insert(copy.into(), reworded(&open, "\"generation\":1", "\"generation\":9"));
        rig.shelf.reset(values);
        vault.save(rig.id(), &entry("goes on"), &[]).expect("kept");
        let mut again = rig.open();
        assert_eq!(again.condition(), Condition::Locked);
        assert_eq!(again.prepare(), Err(KeepError::Locked));
        assert_eq!(unlock(&mut again, "one"), Ok(()));
        assert_eq!(texts(&again).len(), before.len() + 1);
        assert_eq!(again.prepare(), Ok(()));
        assert_eq!(rig.shelf.values()[copy], locked, "healed");
    }
}
