//! Any part of the last twenty writes and removals of the last half hour may be missing after a crash.

use crate::rig::{MINUTE, Op, Rig, entry, lock};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::{
    seal::{Key, stretch},
    vault::{Condition, KeySlot, RecordId, Rev, Vault},
};
use std::collections::{BTreeMap, BTreeSet};

/// Together over 100,000 different crashes.
const HISTORIES: u64 = 560;
/// Over 20,000 more, of journals that are locked.
const LOCKED_HISTORIES: u64 = 120;
const SUBSETS: usize = 700;

/// What truly happened to a record, by revision.
type Truth = BTreeMap<RecordId, BTreeMap<Rev, True>>;

struct True {
    time: i64,
    deletion: bool,
    /// Itself and all it was written upon, at any distance.
    upon: BTreeSet<Rev>,
}

/// What must hold for a record after a crash.
struct Expected {
    /// Must be a head, or a head must have been written upon it.
    must: Vec<Rev>,
    /// Must not be a head: it was replaced or deleted over half an hour ago.
    never: BTreeSet<Rev>,
}

fn expect(all: &BTreeMap<Rev, True>, settled: i64) -> Expected {
    let old: Vec<_> = all.iter().filter(|(_, one)| one.time <= settled).collect();
    let mut must = vec![];
    let mut never = BTreeSet::new();
    for (rev, one) in &old {
        let replaced = old.iter().any(|(other, over)| other != rev && over.upon.contains(rev));
        let deleted = all.values().any(|over| over.deletion && over.upon.contains(rev));
        if !replaced && (one.deletion || !deleted) {
            must.push(**rev);
        }
        // A deletion that was itself lost may have left any part of what it removed.
        let undone = all.values().any(|over| over.deletion && over.time > settled && over.upon.contains(rev));
        if replaced && !undone {
            never.insert(**rev);
        }
    }
    Expected { must, never }
}

/// The versions a tab shows.
fn heads(vault: &Vault, id: RecordId) -> Vec<Rev> {
    vault.record(id).map(|record| record.heads.iter().map(|head| head.rev).collect()).unwrap_or_default()
}

/// What opens a journal.
type Opens = Option<(KeySlot, Key)>;

/// Locks a journal with nothing in it, long enough ago that all of that is on the disk.
fn locked(rig: &Rig) -> Opens {
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    lock(rig, &mut vault, "one");
    rig.pass(60);
    let slot = vault.slots().remove(0);
    let key = stretch("one", &slot.salt, slot.cost).expect("cheap");
    Some((slot, key))
}

fn open(rig: &Rig, opens: &Opens) -> Vault {
    let mut vault = rig.open();
    if let Some((slot, key)) = opens {
        vault.unlock(slot, key).expect("opens");
    }
    vault
}

/// Some weeks, days or minutes of use in one or two tabs, with a clock that is sometimes behind.
fn history(seed: u64, lock: bool) -> (Rig, Opens) {
    let rig = Rig::new(seed);
    // No room for the ballast: it says nothing here and takes long to copy.
    rig.shelf.quota.set(60_000);
    let opens = if lock { locked(&rig) } else { None };
    let ids: Vec<RecordId> = (0..1 + rig.dice.below(3)).map(|_| rig.id()).collect();
    let mut tabs = [open(&rig, &opens), open(&rig, &opens)];
    let steps = 4 + rig.dice.below(30);
    let mut settings = 2;
    for step in 0..steps {
        rig.pass(*rig.dice.pick(&[0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 8, 31, 60, 1_500]));
        if settings > 0 && rig.dice.below(8) == 0 {
            settings -= 1;
            rig.clock.wrong.set(if rig.clock.wrong.get() == 0 { -*rig.dice.pick(&[5, 50, 700]) * MINUTE } else { 0 });
        }
        let turn = rig.dice.below(4) / 3;
        if rig.dice.below(6) == 0 {
            tabs[turn] = open(&rig, &opens);
            let _ = tabs[turn].prepare();
        }
        // Sometimes the other tab has not heard yet.
        if rig.dice.below(3) > 0 {
            tabs[turn].absorb(None);
        }
        let id = *rig.dice.pick(&ids);
        let tab = &mut tabs[turn];
        if rig.dice.below(7) == 0 {
            let _ = tab.delete(id);
        } else {
            let mut parents = heads(tab, id);
            parents.truncate(if rig.dice.below(9) == 0 { 1 } else { 9 });
            let _ = tab.save(id, &entry(&format!("{step} of {seed}")), &parents);
        }
    }
    (rig, opens)
}

/// What a written value says.
fn said(ops: &[Op], key: &str, value: &str, opens: &Opens) -> serde_json::Value {
    if opens.is_none() {
        let body = URL_SAFE_NO_PAD.decode(&value["1.0..".len()..]).expect("base64");
        return serde_json::from_slice(&body[8..]).expect("JSON");
    }
    // Alone in its journal, as that gives it out for a backup.
    let rig = Rig::new(1);
    let mut values = BTreeMap::from([(key.to_owned(), value.to_owned())]);
    let headers = ops.iter().filter(|op| op.key.starts_with("ob/h"));
    values.extend(headers.map(|op| (op.key.clone(), op.value.clone().expect("none is removed"))));
    rig.shelf.reset(values);
    let text = open(&rig, opens).pack().expect("open").text;
    let (_, said) = text.lines().nth(1).and_then(|line| line.split_once(' ')).expect("one record");
    serde_json::from_str(said).expect("JSON")
}

/// Reads off the tape what was written; nothing fails here, so all of it was acknowledged.
fn truth(ops: &[Op], opens: &Opens) -> Truth {
    let mut truth = Truth::new();
    for op in ops {
        let (Some(name), Some(value)) = (op.key.strip_prefix("ob/r/"), &op.value) else { continue };
        let (id, rev) = name.split_once('/').expect("a record's key");
        let stored = said(ops, &op.key, value, opens);
        let parents = URL_SAFE_NO_PAD.decode(stored["p"].as_str().unwrap_or_default()).expect("base64");
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let rev: Rev = rev.parse().expect("a revision");
        let all: &mut BTreeMap<Rev, True> = truth.entry(id.parse().expect("a record")).or_default();
        let mut upon = BTreeSet::from([rev]);
        for parent in parents.chunks(16).map(|rev| hex(rev).parse::<Rev>().expect("a revision")) {
            upon.extend(&all[&parent].upon);
        }
        all.insert(rev, True { time: op.time, deletion: stored["d"].is_null(), upon });
    }
    truth
}

fn replay(values: &mut BTreeMap<String, String>, ops: &[Op], missing: u64) {
    for (_, op) in ops.iter().enumerate().filter(|(place, _)| missing >> place & 1 == 0) {
        match &op.value {
            Some(value) => values.insert(op.key.clone(), value.clone()),
            None => values.remove(&op.key),
        };
    }
}

#[test]
fn any_part_of_the_latest_writes_may_be_missing() {
    assert!(crash(0..HISTORIES / 2, false) >= 50_000);
}

#[test]
fn any_part_of_the_latest_writes_may_be_missing_again() {
    assert!(crash(HISTORIES / 2..HISTORIES, false) >= 50_000);
}

#[test]
fn any_part_of_the_latest_writes_under_a_lock_may_be_missing() {
    assert!(crash(HISTORIES..HISTORIES + LOCKED_HISTORIES, true) >= 20_000);
}

/// How many different crashes were lived through.
fn crash(histories: std::ops::Range<u64>, lock: bool) -> usize {
    let mut different = 0;
    for seed in histories {
        let (rig, opens) = history(seed, lock);
        rig.pass(*rig.dice.pick(&[0, 0, 5, 20]));
        rig.clock.wrong.set(0);
        let settled = rig.clock.time.get() - 30 * MINUTE;
        let ops = rig.shelf.ops.take();
        let truth = truth(&ops, &opens);
        let expected: Vec<_> = truth.iter().map(|(id, all)| (id, all, expect(all, settled))).collect();
        let (before, latest) = ops.split_at(ops.len().saturating_sub(20));
        let mut base = BTreeMap::new();
        for op in before.chunks(1) {
            replay(&mut base, op, 0);
        }
        // What is older than half an hour is on the disk.
        let candidates = latest.iter().enumerate().filter(|(_, op)| op.time > settled);
        let candidates: u64 = candidates.map(|(place, _)| 1 << place).sum();
        let mut seen = BTreeSet::new();
        for subset in 0..SUBSETS {
            // All, each alone, all but one, and then at random.
            let missing = candidates
                & match subset {
                    0 => u64::MAX,
                    1..=20 => 1 << (subset - 1),
                    21..=40 => !(1 << (subset - 21)),
                    _ => rig.dice.next(),
                };
            if !seen.insert(missing) {
                continue;
            }
            let mut values = base.clone();
            replay(&mut values, latest, missing);
            rig.shelf.reset(values);
            let vault = open(&rig, &opens);
            let say = || format!("history {seed}, missing {missing:020b}");
            assert!(matches!(vault.condition(), Condition::Open | Condition::Fresh), "{}", say());
            assert!(vault.unreadable().is_empty(), "{}", say());
            for (id, all, Expected { must, never }) in &expected {
                let there = heads(&vault, **id);
                for rev in must {
                    // Of two deletions one is shown.
                    let twin = |head: &Rev| all[rev].deletion && all[head].deletion;
                    let kept = there.iter().any(|head| twin(head) || all[head].upon.contains(rev));
                    assert!(kept, "{}: lost {rev} of {id}", say());
                }
                for head in there {
                    assert!(!never.contains(&head), "{}: brought back {head} of {id}", say());
                }
            }
        }
        different += seen.len();
    }
    println!("{different} different crashes");
    different
}
