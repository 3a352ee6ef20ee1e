//! A shelf that fails, lies or dies at every write and removal of turning the lock on and off, changing what opens
//! it, and sealing anew: every word is still there, with one of the passphrases that were said to hold.

use crate::rig::{Fault, Rig, TROUBLES, entry, opener, texts, unlock};
use obverse_core::vault::{Condition, Holder, KeepError, RecordId, Vault};
use std::collections::BTreeMap;

/// What is done to a journal, and the passphrases with which it may have to be opened afterwards.
type Act = fn(&Rig, &mut Vault) -> Result<(), KeepError>;

fn finish(vault: &mut Vault) -> Result<(), KeepError> {
    while !vault.convert(2)? {}
    Ok(())
}

fn on(rig: &Rig, vault: &mut Vault) -> Result<(), KeepError> {
    vault.lock(&opener(rig, Holder::Passphrase, "one"))?;
    finish(vault)
}

fn off(_: &Rig, vault: &mut Vault) -> Result<(), KeepError> {
    vault.unlock_for_good()?;
    finish(vault)
}

fn change(rig: &Rig, vault: &mut Vault) -> Result<(), KeepError> {
    vault.change(&opener(rig, Holder::Passphrase, "two"))
}

fn renew(rig: &Rig, vault: &mut Vault) -> Result<(), KeepError> {
    vault.new_key(&opener(rig, Holder::Passphrase, "two"))?;
    finish(vault)
}

fn journal(rig: &Rig, locked: bool) -> (Vault, BTreeMap<RecordId, String>) {
    let mut vault = rig.open();
    for at in 0..3 {
        let id = rig.id();
        let first = vault.save(id, &entry(&format!("{at}, first")), &[]).expect("kept");
        vault.save(id, &entry(&format!("{at}, second")), &[first]).expect("kept");
    }
    if locked {
        on(rig, &mut vault).expect("locked");
    }
    let texts = texts(&vault);
    (vault, texts)
}

/// Opens the journal as the person would; returns the passphrase that it took.
fn open(rig: &Rig, say: &str) -> (Vault, Option<&'static str>) {
    let mut vault = rig.open();
    match vault.condition() {
        Condition::Open => (vault, None),
        Condition::Locked => {
            let opens = ["one", "two"].into_iter().find(|secret| unlock(&mut vault, secret).is_ok());
            assert!(opens.is_some(), "{say}: opens with neither");
            assert_eq!(vault.condition(), Condition::Open, "{say}");
            (vault, opens)
        }
        other => panic!("{say}: {other:?}"),
    }
}

fn torture(locked: bool, act: Act, done: Option<&'static str>, name: &str) -> usize {
    let rig = Rig::new(95);
    let (mut vault, _) = journal(&rig, locked);
    let before = rig.shelf.count.get();
    act(&rig, &mut vault).expect("nothing fails");
    let writes = rig.shelf.count.get() - before;
    for at in 0..writes {
        for what in TROUBLES {
            let say = format!("{name}: {what:?} at {at}");
            let rig = Rig::new(95);
            let (mut vault, texts_before) = journal(&rig, locked);
            rig.shelf.fault.set(Some(Fault { at: rig.shelf.count.get() + at, what }));
            let outcome = act(&rig, &mut vault);
            let died = rig.shelf.dead.replace(false);
            rig.shelf.fault.set(None);
            if !died {
                assert_eq!(texts(&vault), texts_before, "{say}: what is shown");
            }
            let (mut again, opened) = open(&rig, &say);
            assert_eq!(texts(&again), texts_before, "{say}");
            if outcome.is_ok() {
                assert_eq!(opened, done, "{say}: said to be done");
            }
            // What was begun is ended, and writing goes on.
            finish(&mut again).expect("nothing fails any more");
            again.save(rig.id(), &entry("goes on"), &[]).unwrap_or_else(|error| panic!("{say}: {error:?}"));
            let (last, _) = open(&rig, &say);
            assert_eq!(last.records().count(), texts_before.len() + 1, "{say}");
            assert!(last.unreadable().is_empty() && !last.converting(), "{say}");
        }
    }
    writes
}

#[test]
fn nothing_is_lost_at_any_fault() {
    assert!(torture(false, on, Some("one"), "on") >= 10);
    assert!(torture(true, off, None, "off") >= 10);
    assert!(torture(true, change, Some("two"), "change") >= 2);
    assert!(torture(true, renew, Some("two"), "new key") >= 10);
}
