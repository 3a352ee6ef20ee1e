//! Any part of the last twenty writes and removals of the last half hour may be missing after a crash.

use crate::rig::{MINUTE, Op, Rig, entry};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::vault::{Condition, RecordId, Rev, Vault};
use std::collections::{BTreeMap, BTreeSet};

/// Together over 100,000 different crashes.
const HISTORIES: u64 = 560;
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

/// Some weeks, days or minutes of use in one or two tabs, with a clock that is sometimes behind.
fn history(seed: u64) -> Rig {
    let rig = Rig::new(seed);
    // No room for the ballast: it says nothing here and takes long to copy.
    rig.shelf.quota.set(60_000);
    let ids: Vec<RecordId> = (0..1 + rig.dice.below(3)).map(|_| rig.id()).collect();
    let mut tabs = [rig.open(), rig.open()];
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
            tabs[turn] = rig.open();
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
    rig
}

/// Reads off the tape what was written; nothing fails here, so all of it was acknowledged.
fn truth(ops: &[Op]) -> Truth {
    let mut truth = Truth::new();
    for op in ops {
        let (Some(name), Some(value)) = (op.key.strip_prefix("ob/r/"), &op.value) else { continue };
        let (id, rev) = name.split_once('/').expect("a record's key");
        let body = URL_SAFE_NO_PAD.decode(&value["1.0..".len()..]).expect("base64");
        let stored: serde_json::Value = serde_json::from_slice(&body[8..]).expect("JSON");
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
    crash(0..HISTORIES / 2);
}

#[test]
fn any_part_of_the_latest_writes_may_be_missing_again() {
    crash(HISTORIES / 2..HISTORIES);
}

fn crash(histories: std::ops::Range<u64>) {
    let mut different = 0;
    for seed in histories {
        let rig = history(seed);
        rig.pass(*rig.dice.pick(&[0, 0, 5, 20]));
        rig.clock.wrong.set(0);
        let settled = rig.clock.time.get() - 30 * MINUTE;
        let ops = rig.shelf.ops.take();
        let truth = truth(&ops);
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
            let vault = rig.open();
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
    assert!(different >= 50_000, "only {different} different crashes");
}
