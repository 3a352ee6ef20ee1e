use crate::rig::{Rig, entry, words};
use obverse_core::vault::{Condition, KeepError, MOST_STORED, stored_len};

#[test]
fn opening_a_fresh_shelf_writes_nothing() {
    let rig = Rig::new(1);
    let mut vault = rig.open();
    assert_eq!(vault.condition(), Condition::Fresh);
    assert!(rig.shelf.values().is_empty());
    assert_eq!(vault.prepare(), Ok(()));
    assert_eq!(vault.condition(), Condition::Open);
    let standing = rig.shelf.values();
    assert_eq!(standing.keys().collect::<Vec<_>>(), ["ob/h0", "ob/h1", "ob/x"]);
    assert_eq!(vault.prepare(), Ok(()));
    assert_eq!(rig.shelf.values(), standing, "a second time changes nothing");
}

#[test]
fn what_is_saved_is_there_at_the_next_opening() {
    let rig = Rig::new(2);
    let mut vault = rig.open();
    let id = rig.id();
    let first = vault.save(id, &entry("“one”"), &[]).expect("kept");
    rig.pass(1);
    let second = vault.save(id, &entry("two"), &[first]).expect("kept");
    let again = rig.open();
    assert_eq!(again.condition(), Condition::Open);
    assert_eq!(again.record(id), vault.record(id));
    let record = again.record(id).expect("there");
    assert_eq!((record.latest().rev, record.made.ms), (second, rig.clock.time.get() - 60_000));
    assert_eq!(again.usage(), vault.usage());
    assert!(rig.shelf.values().values().all(|value| value.is_ascii()));
}

#[test]
fn earlier_revisions_go_in_time_and_two_stay() {
    let rig = Rig::new(3);
    let mut vault = rig.open();
    let id = rig.id();
    let mut parents = vec![];
    let records = |rig: &Rig| rig.shelf.values().keys().filter(|key| key.starts_with("ob/r/")).count();
    for minute in 0..120 {
        parents = vec![vault.save(id, &entry(&minute.to_string()), &parents).expect("kept")];
        rig.pass(1);
        assert!(records(&rig) <= 43, "at minute {minute}: {}", records(&rig));
        assert!(records(&rig) >= 31.min(minute + 1), "nothing younger than half an hour goes");
    }
    rig.pass(60 * 25);
    let mut later = rig.open();
    let before = records(&rig);
    later.prepare().expect("stands");
    assert_eq!(records(&rig), before, "making ready spends no write on it");
    later.save(rig.id(), &entry("another"), &[]).expect("kept");
    assert_eq!(records(&rig), 2 + 1, "the next save of anything does");
    assert_eq!(words(rig.open().record(id).and_then(|record| record.body()).expect("there")), "119");
}

#[test]
fn a_deletion_leaves_no_words() {
    let rig = Rig::new(4);
    let mut vault = rig.open();
    let id = rig.id();
    let first = vault.save(id, &entry("one"), &[]).expect("kept");
    vault.save(id, &entry("two"), &[first]).expect("kept");
    assert_eq!(vault.delete(id), Ok(()));
    assert_eq!(vault.records().count(), 0);
    assert!(vault.record(id).expect("a deletion is remembered").deleted());
    assert_eq!(vault.raw().len(), 4, "headers, ballast, deletion");
    assert_eq!(vault.delete(id), Ok(()), "twice is no error");
    assert_eq!(vault.delete(rig.id()), Ok(()), "nor is what was never there");
    assert_eq!(vault.raw().len(), 4);
}

#[test]
fn too_large_is_said_and_foretold() {
    let rig = Rig::new(5);
    let mut vault = rig.open();
    let id = rig.id();
    let first = vault.save(id, &entry("small"), &[]).expect("kept");
    let second = vault.save(id, &entry("small"), &[first]).expect("kept");
    let left = MOST_STORED - stored_len(&entry(""));
    let most =
        (left * 3 / 4 - 80..left * 3 / 4 + 4).rfind(|length| stored_len(&entry(&"a".repeat(*length))) <= MOST_STORED);
    let most = most.expect("three bytes take four, and a block is 64");
    assert!(most > 36_000, "{most}");
    let third = vault.save(id, &entry(&"a".repeat(most)), &[second]).expect("what is said to fit does");
    let error = vault.save(id, &entry(&"a".repeat(MOST_STORED)), &[third]);
    assert_eq!(error, Err(KeepError::TooLarge { most: MOST_STORED }));
    assert_eq!(vault.record(id).map(|record| record.latest().rev), Some(third), "the last save is kept");
}

#[test]
fn what_gets_long_is_told_of_before_it_is_too_large() {
    for line in ["word ", "naïve “Grüße” ", "слово ", "言葉", "a line, and the next\n"] {
        let of = |lines: usize| entry(&line.repeat(lines));
        let first = (1..MOST_STORED).step_by(40).find(|lines| of(*lines).is_long()).expect("it gets long");
        let share = stored_len(&of(first)) * 100 / MOST_STORED;
        assert!((80..=98).contains(&share), "{line:?} is told of at {share} %");
    }
}

#[test]
fn a_header_with_a_bad_copy_is_healed() {
    for (copy, harm) in [("ob/h0", None), ("ob/h1", None), ("ob/h0", Some("junk")), ("ob/h1", Some("1.0..AAAA"))] {
        let rig = Rig::new(6);
        let id = rig.id();
        rig.open().save(id, &entry("one"), &[]).expect("kept");
        let whole = rig.shelf.values();
        let mut harmed = whole.clone();
        match harm {
            Some(harm) => drop(harmed.insert(copy.into(), harm.into())),
            None => drop(harmed.remove(copy)),
        }
        rig.shelf.reset(harmed);
        let mut vault = rig.open();
        assert_eq!(vault.condition(), Condition::Open);
        assert_eq!(vault.prepare(), Ok(()));
        assert_eq!(rig.shelf.values(), whole);
    }
}

#[test]
fn both_headers_bad_is_no_new_journal() {
    let rig = Rig::new(7);
    let id = rig.id();
    rig.open().save(id, &entry("one"), &[]).expect("kept");
    let mut values = rig.shelf.values();
    values.insert("ob/h0".into(), "junk".into());
    values.insert("ob/h1".into(), "junk".into());
    rig.shelf.reset(values.clone());
    let mut vault = rig.open();
    assert_eq!(vault.condition(), Condition::Damaged);
    assert_eq!(vault.prepare(), Err(KeepError::ReadOnly));
    assert_eq!(vault.save(id, &entry("two"), &[]), Err(KeepError::ReadOnly));
    assert_eq!(vault.delete(id), Err(KeepError::ReadOnly));
    assert_eq!(rig.shelf.values(), values);
    assert_eq!(vault.raw(), values.into_iter().collect::<Vec<_>>());
    assert_eq!(vault.records().count(), 1, "what can be read is shown");
    assert_eq!(vault.erase(), Ok(()));
    assert_eq!(vault.condition(), Condition::Fresh);
}

#[test]
fn a_newer_journal_is_read_only() {
    let rig = Rig::new(8);
    let id = rig.id();
    rig.open().save(id, &entry("one"), &[]).expect("kept");
    let mut values = rig.shelf.values();
    for key in ["ob/h0", "ob/h1"] {
        values.insert(key.into(), "2.0..AAAA".into());
    }
    rig.shelf.reset(values.clone());
    let mut vault = rig.open();
    assert_eq!(vault.condition(), Condition::Newer);
    assert_eq!(vault.records().count(), 1);
    assert_eq!(vault.prepare(), Err(KeepError::ReadOnly));
    assert_eq!(vault.save(id, &entry("two"), &[]), Err(KeepError::ReadOnly));
    assert_eq!(rig.shelf.values(), values);
}

#[test]
fn a_denied_shelf_is_no_panic() {
    let rig = Rig::new(9);
    rig.shelf.dead.set(true);
    let mut vault = rig.open();
    assert_eq!(vault.condition(), Condition::Denied);
    assert_eq!(vault.save(rig.id(), &entry("one"), &[]), Err(KeepError::Denied));
    assert_eq!(vault.erase(), Err(KeepError::Denied));
    assert!(vault.raw().is_empty());
    rig.shelf.dead.set(false);
    assert!(vault.save(rig.id(), &entry("one"), &[]).is_ok(), "allowed meanwhile");
}
