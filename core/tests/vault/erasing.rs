//! Erasing, and being interrupted in it at every step.

use crate::rig::{Fault, Rig, What, entry};
use obverse_core::vault::{Condition, KeepError, ShelfError};
use std::collections::BTreeMap;

/// A shelf with all there can be on it, other people's things too.
fn shelf(rig: &Rig) -> BTreeMap<String, String> {
    let mut vault = rig.open();
    for text in ["one", "two", "three"] {
        vault.save(rig.id(), &entry(text), &[]).expect("kept");
    }
    let gone = rig.id();
    vault.save(gone, &entry("gone"), &[]).expect("kept");
    vault.delete(gone).expect("deleted");
    let mut values = rig.shelf.values();
    values.insert("ob/r/broken".into(), "broken".into());
    values.insert("ob/p".into(), "preferences".into());
    values.insert("other".into(), "not ours".into());
    values
}

fn only_others(rig: &Rig) -> bool {
    rig.shelf.values().into_keys().eq(["other"])
}

#[test]
fn erases_everything_under_the_prefix_and_nothing_else() {
    let rig = Rig::new(40);
    rig.shelf.reset(shelf(&rig));
    let mut vault = rig.open();
    assert_eq!(vault.erase(), Ok(()));
    assert_eq!(vault.condition(), Condition::Fresh);
    assert!(only_others(&rig));
    assert_eq!((vault.records().count(), vault.unreadable().len(), vault.usage().used), (0, 0, 13));
    vault.save(rig.id(), &entry("a new journal"), &[]).expect("kept");
    assert_eq!(rig.open().condition(), Condition::Open);
}

#[test]
fn an_erasing_killed_at_any_step_goes_on_at_the_next_opening() {
    let rig = Rig::new(41);
    let whole = shelf(&rig);
    rig.shelf.reset(whole.clone());
    rig.open().erase().expect("erased");
    let steps = rig.shelf.count.get();
    assert!(steps > 10);
    for at in 0..=steps {
        for what in
            [What::DiesBefore, What::DiesAfter, What::Refused(ShelfError::Denied), What::Refused(ShelfError::Full)]
        {
            rig.shelf.reset(whole.clone());
            let mut vault = rig.open();
            rig.shelf.fault.set(Some(Fault { at, what }));
            let outcome = vault.erase();
            rig.shelf.reset(rig.shelf.values());
            assert!(outcome.is_err() || only_others(&rig), "{at} {what:?}: said to be done");
            let again = rig.open();
            assert!(matches!(again.condition(), Condition::Open | Condition::Fresh), "{at} {what:?}");
            match again.condition() {
                Condition::Fresh => assert!(only_others(&rig), "{at} {what:?}"),
                _ => assert!(at == 0 && rig.shelf.values() == whole, "{at} {what:?}: neither begun nor finished"),
            }
        }
    }
}

#[test]
fn finishing_is_interrupted_too() {
    let rig = Rig::new(42);
    rig.shelf.reset(shelf(&rig));
    let mut vault = rig.open();
    rig.shelf.fault.set(Some(Fault { at: 2, what: What::DiesBefore }));
    assert_eq!(vault.erase(), Err(KeepError::Denied));
    let mut openings = 0;
    while !only_others(&rig) {
        rig.shelf.reset(rig.shelf.values());
        rig.shelf.fault.set(Some(Fault { at: 1, what: What::DiesBefore }));
        assert_ne!(rig.open().condition(), Condition::Damaged);
        openings += 1;
        assert!(openings < 20, "each gets a little further");
    }
    rig.shelf.reset(rig.shelf.values());
    assert_eq!(rig.open().condition(), Condition::Fresh);
}

#[test]
fn a_full_shelf_can_be_erased() {
    let rig = Rig::new(43);
    rig.shelf.reset(shelf(&rig));
    rig.shelf.quota.set(rig.open().usage().used);
    assert_eq!(rig.open().erase(), Ok(()));
    assert!(only_others(&rig));
}
