//! A shelf that fails, lies or dies at every write and removal of it.

use super::{
    forms, journal, keys, leave, open,
    rig::{self, Fault, TROUBLES, entry, texts},
    turned,
};
use crate::vault::{KeepError, Vault};

/// Whatever fails, all is there, for both versions until the header turns.
fn torture(locked: bool, short: bool) -> usize {
    let begin = || {
        let (rig, told) = journal(locked);
        if short {
            leave(&rig, 100);
        }
        rig.shelf.count.set(0);
        (rig, told)
    };
    let finish = |vault: &mut Vault| -> Result<(), KeepError> {
        while !vault.convert(2)? {}
        Ok(())
    };
    let (rig, _) = begin();
    finish(&mut open(&rig)).expect("nothing fails");
    let writes = rig.shelf.count.get();
    for at in 0..writes {
        for what in TROUBLES {
            let say = format!("{what:?} at {at}, locked {locked}, short {short}");
            let (rig, told) = begin();
            let mut vault = open(&rig);
            rig.shelf.fault.set(Some(Fault { at, what }));
            let outcome = finish(&mut vault);
            let died = rig.shelf.dead.replace(false);
            rig.shelf.fault.set(None);
            if !died {
                assert_eq!(texts(&vault), told, "{say}: what is shown");
            }
            assert!(turned(&rig) || texts(&rig::open(&rig)) == told, "{say}: for the version before");
            let mut again = open(&rig);
            assert_eq!(texts(&again), told, "{say}");
            assert!(outcome.is_err() || forms(&again) == [2], "{say}: said to be done");
            finish(&mut again).unwrap_or_else(|error| panic!("{say}: {error:?}"));
            if !short {
                again.save(rig.id(), &entry("goes on"), &[]).unwrap_or_else(|error| panic!("{say}: {error:?}"));
            }
            let last = open(&rig);
            assert_eq!(last.records().count(), told.len() + usize::from(!short), "{say}");
            assert!(last.unreadable().is_empty() && !last.converting() && forms(&last) == [2], "{say}");
            assert!(keys(&rig, "ob/r/").is_empty() || keys(&rig, "ob/s/").is_empty(), "{say}: left behind");
        }
    }
    writes
}

#[test]
fn nothing_is_lost_at_any_fault() {
    for locked in [false, true] {
        assert!(torture(locked, false) >= 14, "copies, headers, removals");
        assert!(torture(locked, true) >= 9, "exchanges and headers");
    }
}
