//! Restoring over what is damaged here: it comes back beside it, and nothing that was replaced does.

use crate::parcel::{edit, journal, parcel, restore, said};
use crate::rig::Rig;
use obverse_core::vault::Vault;
use std::collections::BTreeSet;

#[test]
fn what_is_damaged_here_comes_back_beside_it() {
    let rig = Rig::new(109);
    let (vault, ids) = journal(&rig);
    let whole = parcel(&vault);
    let values = rig.shelf.values();
    for key in values.keys().filter(|key| key.contains("/r/")) {
        let mut harmed = values.clone();
        harmed.insert(key.clone(), "1.0..AAAAAAAAAAAAAAAAAAAA".into());
        rig.shelf.reset(harmed.clone());
        let mut again = rig.open();
        assert_eq!(again.pack().map(|packed| packed.unread).ok(), Some(1));
        restore(&mut again, &whole, false).expect("restored");
        for id in &ids {
            let texts = |vault: &Vault| {
                let heads = vault.record(*id).expect("there").heads.clone();
                heads.into_iter().map(|head| format!("{:?}", head.body)).collect::<BTreeSet<_>>()
            };
            assert_eq!(texts(&again), texts(&vault), "{key}");
        }
        assert_eq!(rig.shelf.values()[key], harmed[key], "what cannot be read is not touched");
        let before = rig.shelf.values();
        restore(&mut again, &whole, false).expect("restored");
        assert_eq!(rig.shelf.values(), before);
    }
}

#[test]
fn what_is_damaged_and_was_replaced_does_not_come_back() {
    let rig = Rig::new(116);
    let mut vault = rig.open();
    let id = rig.id();
    let first = edit(&mut vault, id, "one");
    let old = parcel(&vault);
    edit(&mut vault, id, "two");
    let mut values = rig.shelf.values();
    values.insert(format!("ob/r/{id}/{first}"), "1.0..AAAAAAAAAAAAAAAAAAAA".into());
    rig.shelf.reset(values.clone());
    let mut vault = rig.open();
    assert_eq!(vault.unreadable().len(), 1);
    assert_eq!(restore(&mut vault, &old, true).map(|restored| restored.same), Ok(1));
    assert_eq!(said(&vault, id), [Some("two")]);
    assert_eq!(rig.shelf.values(), values);
}
