//! Backups: what is packed comes back whole, into any journal, and nothing that is there is lost by it.

use crate::rig::{QUOTA, Rig, entry, lock, unlock, words};
use obverse_core::{
    reflection::{Body, Placement, Run},
    vault::{
        Condition, KeepError, Packed, Parcel, ParcelTrouble, Preview, Record, RecordId, Restored, Restoring, Rev, Vault,
    },
};
use std::collections::BTreeMap;

/// What is packed, read again.
pub(crate) fn parcel(vault: &Vault) -> Parcel {
    let Packed { text, count, .. } = vault.pack().expect("packed");
    let parcel = Parcel::read(&text).expect("readable");
    assert_eq!((parcel.count(), parcel.unread), (count, 0));
    parcel
}

/// Restores, a little at a time.
pub(crate) fn restore(vault: &mut Vault, parcel: &Parcel, bring_back: bool) -> Result<Restored, KeepError> {
    let mut restoring = Restoring::new(bring_back);
    loop {
        if let Some(restored) = vault.restore(parcel, &mut restoring, 3)? {
            assert_eq!(restoring.done(), parcel.count());
            return Ok(restored);
        }
    }
}

/// Every record, deleted or not, as it stands.
pub(crate) fn records(vault: &Vault, ids: &[RecordId]) -> BTreeMap<RecordId, Record> {
    ids.iter().filter_map(|id| Some((*id, vault.record(*id)?.clone()))).collect()
}

/// Another device with the same journal on it.
pub(crate) fn fork(rig: &Rig, seed: u64) -> Rig {
    let other = Rig::new(seed);
    other.clock.time.set(rig.clock.time.get());
    other.shelf.reset(rig.shelf.values());
    other
}

/// Writes upon every version.
pub(crate) fn edit(vault: &mut Vault, id: RecordId, text: &str) -> Rev {
    let heads: Vec<Rev> = vault.record(id).into_iter().flat_map(|record| &record.heads).map(|head| head.rev).collect();
    vault.save(id, &entry(text), &heads).expect("kept")
}

/// Words of all versions.
pub(crate) fn said(vault: &Vault, id: RecordId) -> Vec<Option<&str>> {
    let mut said: Vec<_> = vault
        .record(id)
        .into_iter()
        .flat_map(|record| &record.heads)
        .map(|head| head.body.as_ref().map(words))
        .collect();
    said.sort_unstable();
    said
}

/// Records of every kind, edits, a conflict, a deletion, one that was written upon its deletion.
pub(crate) fn journal(rig: &Rig) -> (Vault, Vec<RecordId>) {
    let mut vault = rig.open();
    let ids: Vec<RecordId> = (0..7).map(|_| rig.id()).collect();
    for (at, id) in ids.iter().enumerate() {
        edit(&mut vault, *id, &format!("{at}, “first”\nwith a line"));
        rig.pass(1);
    }
    let first = edit(&mut vault, ids[0], "second");
    edit(&mut vault, ids[1], "one");
    vault.save(ids[0], &entry("a version"), &[first]).expect("kept");
    vault.save(ids[0], &entry("and another"), &[first]).expect("kept");
    vault.delete(ids[2]).expect("deleted");
    vault.delete(ids[3]).expect("deleted");
    edit(&mut vault, ids[3], "after all");
    vault.save(ids[5], &Body::Run(Run { activity: "a".into(), ..run() }), &heads(&vault, ids[5])).expect("kept");
    vault
        .save(ids[6], &Body::Placement(Placement { coin: "c".into(), ..placement() }), &heads(&vault, ids[6]))
        .expect("kept");
    (vault, ids)
}

fn heads(vault: &Vault, id: RecordId) -> Vec<Rev> {
    vault.record(id).expect("there").heads.iter().map(|head| head.rev).collect()
}

fn run() -> Run {
    Run {
        activity: String::new(),
        revision: 1,
        begun: Default::default(),
        given: vec![],
        at: String::new(),
        grew: vec![],
    }
}

fn placement() -> Placement {
    Placement { coin: String::new(), revision: 1, stand: None, settings: vec![], note: String::new() }
}

#[test]
fn into_an_empty_journal_it_comes_back_whole_locked_or_not() {
    for (from_locked, to_locked) in [(false, false), (false, true), (true, false), (true, true)] {
        let (rig, other) = (Rig::new(100), Rig::new(101));
        let (mut vault, ids) = journal(&rig);
        if from_locked {
            lock(&rig, &mut vault, "one");
        }
        let parcel = parcel(&vault);
        let mut fresh = other.open();
        if to_locked {
            fresh.prepare().expect("stands");
            lock(&other, &mut fresh, "two");
        }
        let preview = fresh.preview(&parcel).expect("looked at");
        let expected = Preview { runs: 1, placements: 1, entries: 4, deletions: 1, new: 6, ..Preview::default() };
        assert_eq!(preview, expected);
        let restored = restore(&mut fresh, &parcel, false).expect("restored");
        assert_eq!(restored, Restored { added: 6, same: 1, ..Restored::default() });
        assert_eq!(records(&fresh, &ids), records(&vault, &ids));
        let mut again = other.open();
        if to_locked {
            assert_eq!(again.condition(), Condition::Locked);
            assert!(matches!(again.pack(), Err(KeepError::Locked)));
            assert_eq!(again.preview(&parcel), Err(KeepError::Locked));
            assert_eq!(restore(&mut again, &parcel, false), Err(KeepError::Locked));
            unlock(&mut again, "two").expect("opens");
            assert!(other.shelf.values().iter().all(|(key, value)| !key.contains("/r/") || value.starts_with("1.1.")));
        }
        assert_eq!(records(&again, &ids), records(&vault, &ids));
        assert!(again.unreadable().is_empty());
        // From there into a third, which is as the first.
        let third = Rig::new(102);
        let mut last = third.open();
        restore(&mut last, &crate::parcel::parcel(&again), false).expect("restored");
        assert_eq!(records(&last, &ids), records(&vault, &ids));
    }
}

#[test]
fn what_is_here_already_is_not_written_again() {
    let rig = Rig::new(103);
    let (mut vault, _) = journal(&rig);
    let own = parcel(&vault);
    let before = rig.shelf.values();
    for bring_back in [false, true] {
        let restored = restore(&mut vault, &own, bring_back).expect("restored");
        assert_eq!(restored, Restored { same: 7, ..Restored::default() });
        assert_eq!(rig.shelf.values(), before);
    }
    assert_eq!(vault.preview(&own).map(|preview| (preview.own, preview.same)), Ok((true, 6)));
    let other = Rig::new(104);
    let mut fresh = other.open();
    restore(&mut fresh, &own, false).expect("restored");
    let before = other.shelf.values();
    restore(&mut fresh, &own, false).expect("restored");
    assert_eq!(other.shelf.values(), before);
}

#[test]
fn each_side_may_be_newer_or_both() {
    let rig = Rig::new(105);
    let mut vault = rig.open();
    let ids: Vec<RecordId> = (0..7).map(|_| rig.id()).collect();
    let [same, here, there, both, deleted_here, deleted_there, deleted_and_changed] = ids[..] else { panic!("seven") };
    for id in &ids {
        edit(&mut vault, *id, "base");
    }
    let other = fork(&rig, 106);
    let mut theirs = other.open();
    // Their clock is years behind, which does not matter.
    other.clock.wrong.set(-100_000_000_000);
    for (id, text) in [(there, "there"), (there, "there, later"), (both, "theirs"), (deleted_here, "changed there")] {
        edit(&mut theirs, id, text);
    }
    theirs.delete(deleted_there).expect("deleted");
    theirs.delete(deleted_and_changed).expect("deleted");
    for (id, text) in [(here, "here"), (both, "ours"), (deleted_and_changed, "changed here")] {
        edit(&mut vault, id, text);
    }
    vault.delete(deleted_here).expect("deleted");
    let parcel = parcel(&theirs);
    let preview = Preview {
        own: true,
        entries: 5,
        deletions: 2,
        same: 1,
        newer_here: 1,
        newer_there: 1,
        both: 2,
        deleted_here: 1,
        to_delete: 1,
        ..Preview::default()
    };
    assert_eq!(vault.preview(&parcel), Ok(preview));
    let restored = restore(&mut vault, &parcel, false);
    let expected = Restored { updated: 1, versions: 2, same: 2, deleted: 1, left_deleted: 1, ..Restored::default() };
    assert_eq!(restored, Ok(expected));
    let again = rig.open();
    for vault in [&vault, &again] {
        assert_eq!(said(vault, same), [Some("base")]);
        assert_eq!(said(vault, here), [Some("here")]);
        assert_eq!(said(vault, there), [Some("there, later")]);
        assert_eq!(said(vault, both), [Some("ours"), Some("theirs")]);
        assert_eq!(said(vault, deleted_here), [None]);
        assert_eq!(said(vault, deleted_there), [None]);
        assert_eq!(said(vault, deleted_and_changed), [None, Some("changed here")]);
    }
    let left = rig.shelf.values().keys().filter(|key| key.contains(&deleted_there.to_string())).count();
    assert_eq!(left, 1, "no words stay after a deletion");
    let restored = restore(&mut vault, &parcel, true).expect("restored");
    assert_eq!((restored.brought_back, restored.same), (1, 6));
    assert_eq!(said(&vault, deleted_here), [Some("changed there")]);
    let before = rig.shelf.values();
    restore(&mut vault, &parcel, true).expect("restored");
    assert_eq!(rig.shelf.values(), before, "once is enough");
    // Deleted again, it can be brought back again.
    vault.delete(deleted_here).expect("deleted");
    assert_eq!(restore(&mut vault, &parcel, false).map(|restored| restored.left_deleted), Ok(1));
    assert_eq!(restore(&mut vault, &parcel, true).map(|restored| restored.brought_back), Ok(1));
    assert_eq!(said(&rig.open(), deleted_here), [Some("changed there")]);
}

#[test]
fn what_was_replaced_and_cleared_away_does_not_come_back() {
    let rig = Rig::new(107);
    let mut vault = rig.open();
    let id = rig.id();
    edit(&mut vault, id, "one");
    let old = parcel(&vault);
    for text in ["two", "three", "four"] {
        edit(&mut vault, id, text);
        rig.pass(1);
    }
    rig.pass(60 * 25);
    let mut vault = rig.open();
    edit(&mut vault, rig.id(), "another");
    assert_eq!(rig.shelf.values().keys().filter(|key| key.contains("/r/")).count(), 2 + 1, "two stay");
    assert_eq!(vault.preview(&old).map(|preview| preview.newer_here), Ok(1));
    assert_eq!(restore(&mut vault, &old, true).map(|restored| restored.same), Ok(1));
    assert_eq!(said(&vault, id), [Some("four")]);
    // The other way round: what is between comes along, so that the old one here is known to be replaced.
    let other = Rig::new(108);
    let mut behind = other.open();
    restore(&mut behind, &old, false).expect("restored");
    assert_eq!(restore(&mut behind, &parcel(&vault), false).map(|restored| restored.updated), Ok(1));
    assert_eq!(said(&behind, id), [Some("four")]);
}

#[test]
fn two_texts_of_one_name_are_both_kept() {
    let (rig, other) = (Rig::new(110), Rig::new(111));
    let mut vault = rig.open();
    let id = rig.id();
    edit(&mut vault, id, "ours");
    let text = vault.pack().expect("packed").text.replace("ours", "theirs");
    let theirs = Parcel::read(&text).expect("readable");
    let mut foreign = other.open();
    restore(&mut foreign, &theirs, false).expect("restored");
    edit(&mut foreign, id, "theirs, later");
    for parcel in [&theirs, &parcel(&foreign)] {
        let ours = fork(&rig, 112);
        let mut vault = ours.open();
        assert_eq!(restore(&mut vault, parcel, false).map(|restored| restored.versions), Ok(1));
        let before = ours.shelf.values();
        assert_eq!(restore(&mut vault, parcel, false).map(|restored| restored.same), Ok(1));
        assert_eq!(ours.shelf.values(), before);
        let last = said(&vault, id).pop().flatten().map(str::to_owned);
        assert_eq!(said(&vault, id), [Some("ours"), last.as_deref()]);
        assert!(last.is_some_and(|last| last.starts_with("theirs")));
    }
}

#[test]
fn without_room_it_says_so_and_loses_nothing() {
    let rig = Rig::new(113);
    let mut vault = rig.open();
    for _ in 0..20 {
        edit(&mut vault, rig.id(), &"a".repeat(20_000));
    }
    let parcel = parcel(&vault);
    let other = Rig::new(114);
    let mut small = other.open();
    let id = other.id();
    edit(&mut small, id, "here");
    let mut values = other.shelf.values();
    values.insert("other".into(), "-".repeat(QUOTA - 300_000));
    other.shelf.reset(values.clone());
    small.absorb(None);
    assert_eq!(restore(&mut small, &parcel, false), Err(KeepError::Full));
    assert_eq!(other.shelf.values(), values, "before anything is written");
    // Less room than browsers promise: it fails in the middle, and goes on once there is room.
    values.remove("other");
    other.shelf.reset(values.clone());
    other.shelf.quota.set(300_000);
    let mut small = other.open();
    let mut restoring = Restoring::new(false);
    let outcome = (0..100).find_map(|_| small.restore(&parcel, &mut restoring, 2).transpose());
    assert_eq!(outcome, Some(Err(KeepError::Full)));
    assert!(values.iter().all(|(key, value)| other.shelf.values().get(key) == Some(value)), "the ballast too");
    let begun = small.records().count();
    assert!(begun > 1 && begun < 21);
    other.shelf.quota.set(QUOTA);
    let outcome = (0..100).find_map(|_| small.restore(&parcel, &mut restoring, 2).transpose());
    assert_eq!(outcome.map(|outcome| outcome.map(|restored| restored.added)), Some(Ok(20)));
    assert_eq!(other.open().records().count(), 21);
}

/// Made once, and read for ever.
const GOLDEN: &str = concat!(
    r#"{"parcel":1,"made":1782907200000,"offset":60,"store":"0123456789abcdef0123456789abcdef"}"#,
    "\n",
    r#"00000000000000000000000000000001/00000000000000000000000000000002 {"m":[1782907200000,60],"a":[1782907200000,60],"d":{"entry":{"p":[{"t":"“words”"}]}}}"#,
    "\n",
    r#"00000000000000000000000000000003/00000000000000000000000000000004 {"m":[1,0],"a":[2,0],"p":"AAAAAAAAAAAAAAAAAAAABQ"}"#,
    "\n",
);

#[test]
fn the_first_format_is_read_for_ever() {
    let golden = Parcel::read(GOLDEN).expect("readable");
    assert_eq!((golden.count(), golden.unread, golden.made.ms), (2, 0, crate::rig::NOON));
    let rig = Rig::new(115);
    let mut vault = rig.open();
    restore(&mut vault, &golden, false).expect("restored");
    assert_eq!(said(&vault, "00000000000000000000000000000001".parse().expect("an id")), [Some("“words”")]);
    assert_eq!(said(&vault, "00000000000000000000000000000003".parse().expect("an id")), [None]);
    let packed = vault.pack().expect("packed").text;
    assert_eq!(packed.split_once('\n').map(|it| it.1), GOLDEN.split_once('\n').map(|it| it.1));
}

#[test]
fn what_is_no_parcel_is_told_apart() {
    let trouble = |text: &str| Parcel::read(text).err();
    let line = GOLDEN.lines().nth(1).expect("a line");
    let head = GOLDEN.lines().next().expect("a line");
    assert_eq!(trouble(""), Some(ParcelTrouble::NotOurs));
    assert_eq!(trouble("hello\nyou\n"), Some(ParcelTrouble::NotOurs));
    assert_eq!(trouble(line), Some(ParcelTrouble::NotOurs));
    assert_eq!(trouble(&GOLDEN.replace(":1,", ":0,")), Some(ParcelTrouble::NotOurs));
    assert_eq!(trouble(&GOLDEN.replace("\"parcel\":1", "\"parcel\":2")), Some(ParcelTrouble::Newer));
    assert_eq!(trouble("{\"parcel\":2,\"anything\":[]}\n"), Some(ParcelTrouble::Newer));
    assert_eq!(trouble(&GOLDEN.replace("\"store\"", "\"more\":1,\"store\"")), Some(ParcelTrouble::Newer));
    assert_eq!(trouble(&" ".repeat(QUOTA * 2 + 1)), Some(ParcelTrouble::TooLarge));
    assert_eq!(trouble(&format!("{head}\n{}", "\n".repeat(50_001))), Some(ParcelTrouble::TooLarge));
    let counts = |text: &str| Parcel::read(text).map(|parcel| (parcel.count(), parcel.unread));
    assert_eq!(counts(&format!("{head}\n")), Ok((0, 0)));
    assert_eq!(counts(&format!("{GOLDEN}\n")), Ok((2, 1)), "an empty line");
    assert_eq!(counts(&format!("{head}\n{line}\n{line}\n")), Ok((1, 1)), "twice");
    assert_eq!(counts(&GOLDEN.replace("\"a\":[1782", "\"z\":1,\"a\":[1782")), Ok((1, 1)), "of a later version");
    assert_eq!(counts(&GOLDEN[..GOLDEN.len() - 9]), Ok((1, 1)), "cut off");
    let long = GOLDEN.replace("“words”", &"a".repeat(50_000));
    assert_eq!(counts(&long), Ok((1, 1)), "longer than a record may be");
    let many: String = (0..1_100).map(|rev| line.replace("0002 ", &format!("{rev:04} ")) + "\n").collect();
    assert_eq!(counts(&format!("{head}\n{many}")), Ok((1_024, 76)), "more than a record comes to");
}
