//! A full shelf and a lock: whatever is tried with the last units of room, it is done or it says that it is not.

use crate::rig::{QUOTA, Rig, entry, lock, open, opener, texts};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::vault::{Holder, KeepError, RecordId, Vault};
use std::collections::BTreeMap;

const TRIES: usize = 1_000;

/// One byte a letter, two, and four.
const SIGNS: [&str; 3] = ["a", "é", "🙂"];

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Act {
    Save,
    Edit,
    Delete,
    LockOn,
    TakeOff,
}

const ACTS: [Act; 5] = [Act::Save, Act::Edit, Act::Delete, Act::LockOn, Act::TakeOff];

type Texts = BTreeMap<RecordId, String>;

/// A few records, with an edit.
fn journal(rig: &Rig, sign: &str, locked: bool) -> BTreeMap<String, String> {
    let mut vault = rig.open();
    let ids: Vec<RecordId> = (0..6).map(|_| rig.id()).collect();
    for (at, id) in ids.iter().enumerate() {
        vault.save(*id, &entry(&sign.repeat(1 + at * 90)), &[]).expect("kept");
    }
    let first = vault.record(ids[2]).expect("there").latest().rev;
    vault.save(ids[2], &entry(&sign.repeat(200)), &[first]).expect("kept");
    if locked {
        lock(rig, &mut vault, "one");
    }
    rig.shelf.values()
}

/// Does something; what the person would then believe to be there, and whether all of it was said to be done.
fn act(rig: &Rig, vault: &mut Vault, what: Act, sign: &str) -> (Texts, Result<(), KeepError>) {
    let before = texts(vault);
    let mut after = before.clone();
    let text = sign.repeat(rig.dice.below(900));
    let ids: Vec<RecordId> = before.keys().copied().collect();
    let id = *rig.dice.pick(&ids);
    let outcome = match what {
        Act::Save => {
            let id = rig.id();
            after.insert(id, text.clone());
            vault.save(id, &entry(&text), &[]).map(drop)
        }
        Act::Edit => {
            let parents = [vault.record(id).expect("there").latest().rev];
            after.insert(id, text.clone());
            vault.save(id, &entry(&text), &parents).map(drop)
        }
        Act::Delete => {
            after.remove(&id);
            vault.delete(id)
        }
        Act::LockOn => vault.lock(&opener(rig, Holder::Passphrase, "one")).and_then(|()| finish(vault)),
        Act::TakeOff => vault.unlock_for_good().and_then(|()| finish(vault)),
    };
    (if outcome.is_ok() { after } else { before }, outcome)
}

fn finish(vault: &mut Vault) -> Result<(), KeepError> {
    while !vault.convert(2)? {}
    Ok(())
}

#[test]
fn nothing_fails_in_silence() {
    let (mut done, mut refused): (Vec<Act>, Vec<Act>) = (vec![], vec![]);
    for sign in SIGNS {
        let rig = Rig::new(140);
        let plain = journal(&rig, sign, false);
        let rig = Rig::new(140);
        let locked = journal(&rig, sign, true);
        for turn in 0..TRIES / SIGNS.len() + 1 {
            let what = ACTS[turn % ACTS.len()];
            // All but locking is tried under the lock.
            let mut values = if what == Act::LockOn { plain.clone() } else { locked.clone() };
            if rig.dice.below(4) > 0 {
                values.remove("ob/x");
            }
            let used: usize = values.iter().map(|(key, value)| key.len() + value.len()).sum();
            let room = *rig.dice.pick(&[0, 1, rig.dice.below(700), rig.dice.below(4_000)]);
            values.insert("other".into(), "-".repeat(QUOTA - used - room - "other".len()));
            rig.shelf.reset(values.clone());
            let mut vault = open(&rig);
            let (believed, outcome) = act(&rig, &mut vault, what, sign);
            let say = format!("{what:?} of {sign} with {room} left: {outcome:?}");
            assert!(matches!(outcome, Ok(()) | Err(KeepError::Full)), "{say}");
            assert_eq!(texts(&vault), believed, "{say}: what is shown");
            let again = open(&rig);
            assert_eq!(texts(&again), believed, "{say}: what is there");
            assert!(again.unreadable().is_empty(), "{say}");
            assert_eq!(again.usage(), vault.usage(), "{say}: miscounted");
            match (outcome, what) {
                (Ok(()), Act::LockOn | Act::TakeOff) => assert_eq!(again.has_lock(), what == Act::LockOn, "{say}"),
                (Err(_), Act::LockOn) => assert!(!again.has_lock() && rig.shelf.values() == values, "{say}"),
                _ => {}
            }
            if outcome.is_ok() { &mut done } else { &mut refused }.push(what);
        }
    }
    assert!(done.len() + refused.len() >= TRIES);
    let count = |list: &[Act], what: Act| list.iter().filter(|one| **one == what).count();
    for what in ACTS {
        println!("{what:?}: {} done, {} refused for want of room", count(&done, what), count(&refused, what));
        assert!(count(&done, what) > 0, "{what:?}");
    }
    assert_eq!(count(&refused, Act::Delete) + count(&refused, Act::TakeOff), 0, "a full journal can be freed");
    assert!([Act::Save, Act::Edit, Act::LockOn].into_iter().all(|what| count(&refused, what) > 0));
}

/// How long the one value of a record is as stored.
fn stored(rig: &Rig, id: RecordId) -> String {
    let values = rig.shelf.values();
    values.into_iter().find(|(key, _)| key.contains(&id.to_string())).expect("there").1
}

#[test]
fn sealing_takes_little_beside_the_text() {
    let (rig, locked) = (Rig::new(141), Rig::new(142));
    let (mut vault, mut sealed) = (rig.open(), locked.open());
    sealed.prepare().expect("stands");
    lock(&locked, &mut sealed, "one");
    let mut most = 0;
    for length in (0..3_000).step_by(7) {
        let [one, other] = [rig.id(), locked.id()];
        let body = entry(&"a".repeat(length));
        vault.save(one, &body, &[]).expect("kept");
        sealed.save(other, &body, &[]).expect("kept");
        // Without a lock the text stands there after eight bytes.
        let plain = stored(&rig, one);
        let text = URL_SAFE_NO_PAD.decode(&plain["1.0..".len()..]).expect("base64").len() - 8;
        most = most.max(stored(&locked, other).len() - (text * 4).div_ceil(3));
    }
    println!("at most {most} units beside the text");
    assert!(most <= 224, "{most}");
}

#[test]
fn three_thousand_locked_entries_have_room() {
    let rig = Rig::new(143);
    let mut vault = rig.open();
    vault.prepare().expect("stands");
    lock(&rig, &mut vault, "one");
    let text = "It’s late, and I keep thinking of what she said. ".repeat(17);
    let text: String = text.chars().take(800).collect();
    for _ in 0..3_000 {
        vault.save(rig.id(), &entry(&text), &[]).expect("kept");
    }
    let used = vault.usage().used;
    assert!(used <= QUOTA && rig.shelf.values().contains_key("ob/x"), "{used}, with the ballast");
    let each = (used - 65_536) / 3_000;
    println!("{used} of {QUOTA} units, {each} an entry: {} would fit", (QUOTA - 65_536) / each);
}
