//! Two tabs on one shelf.

use crate::rig::{Rig, entry, words};
use obverse_core::vault::{Condition, HeldDraft, KeepError, RecordId, Shelf, Vault, Why};
use std::collections::BTreeMap;

fn said(vault: &Vault, id: RecordId) -> Vec<&str> {
    let mut said: Vec<&str> = vault
        .record(id)
        .into_iter()
        .flat_map(|record| &record.heads)
        .filter_map(|head| head.body.as_ref())
        .map(words)
        .collect();
    said.sort_unstable();
    said
}

/// Tells a tab of everything that was done since `seen`, key by key, as `storage` events do.
fn tell(rig: &Rig, tab: &mut Vault, seen: &mut usize) {
    let ops = rig.shelf.ops.borrow().clone();
    for op in &ops[*seen..] {
        tab.absorb(Some(&op.key));
    }
    *seen = ops.len();
}

#[test]
fn both_versions_are_shown_and_settled_by_one_that_names_both() {
    let rig = Rig::new(20);
    let (mut one, mut two) = (rig.open(), rig.open());
    let mut seen = 0;
    let id = rig.id();
    let first = one.save(id, &entry("start"), &[]).expect("kept");
    tell(&rig, &mut two, &mut seen);
    assert_eq!(two.condition(), Condition::Open);
    one.save(id, &entry("one"), &[first]).expect("kept");
    two.save(id, &entry("two"), &[first]).expect("kept");
    tell(&rig, &mut two, &mut seen);
    one.absorb(None);
    for tab in [&one, &two, &rig.open()] {
        assert_eq!(said(tab, id), ["one", "two"]);
        assert!(tab.record(id).expect("there").in_conflict());
    }
    let both: Vec<_> = one.record(id).expect("there").heads.iter().map(|head| head.rev).collect();
    rig.pass(1);
    one.save(id, &entry("settled"), &both).expect("kept");
    tell(&rig, &mut two, &mut seen);
    for tab in [&one, &two, &rig.open()] {
        assert_eq!(said(tab, id), ["settled"]);
    }
    assert_eq!(one.usage(), two.usage());
    assert_eq!(one.usage(), rig.open().usage());
}

#[test]
fn the_same_words_twice_are_one_version() {
    let rig = Rig::new(21);
    let mut one = rig.open();
    let id = rig.id();
    let first = one.save(id, &entry("start"), &[]).expect("kept");
    let mut two = rig.open();
    one.save(id, &entry("same"), &[first]).expect("kept");
    two.save(id, &entry("same"), &[first]).expect("kept");
    one.absorb(None);
    let record = one.record(id).expect("there");
    assert!(!record.in_conflict());
    let shown = record.latest().rev;
    one.save(id, &entry("next"), &[shown]).expect("kept");
    assert_eq!(said(&rig.open(), id), ["next"], "the one not shown was settled too");
}

#[test]
fn what_was_deleted_elsewhere_is_saved_only_if_asked() {
    for told in [true, false] {
        let rig = Rig::new(22);
        let mut one = rig.open();
        let id = rig.id();
        let first = one.save(id, &entry("start"), &[]).expect("kept");
        let mut two = rig.open();
        one.delete(id).expect("deleted");
        if told {
            two.absorb(None);
        }
        let before = rig.shelf.values();
        assert_eq!(two.save(id, &entry("more"), &[first]), Err(KeepError::DeletedElsewhere));
        assert_eq!(rig.shelf.values(), before);
        let deletion = two.record(id).expect("remembered").latest().rev;
        two.save(id, &entry("more"), &[first, deletion]).expect("asked");
        assert_eq!(said(&rig.open(), id), ["more"]);
    }
}

#[test]
fn a_tab_stops_when_the_journal_is_no_longer_its_own() {
    let rig = Rig::new(23);
    let mut one = rig.open();
    let id = rig.id();
    let first = one.save(id, &entry("start"), &[]).expect("kept");
    for told in [true, false] {
        let mut two = rig.open();
        let mut three = rig.open();
        rig.open().erase().expect("erased");
        if told {
            two.absorb(None);
            assert_eq!(two.elsewhere(), Some(Why::Erased));
            assert_eq!(two.records().count(), 0);
        }
        assert_eq!(two.save(id, &entry("more"), &[first]), Err(KeepError::Elsewhere(Why::Erased)));
        assert_eq!(two.delete(id), Err(KeepError::Elsewhere(Why::Erased)).or(two.delete(id)));
        assert_eq!(two.prepare(), Err(KeepError::Elsewhere(Why::Erased)));
        assert!(rig.shelf.values().is_empty());
        rig.open().save(rig.id(), &entry("new"), &[]).expect("kept");
        if told {
            three.absorb(Some("ob/h0"));
            assert_eq!(three.elsewhere(), Some(Why::Replaced));
        }
        assert_eq!(three.save(id, &entry("more"), &[]), Err(KeepError::Elsewhere(Why::Replaced)));
        assert_eq!(three.save(rig.id(), &entry("more"), &[]), Err(KeepError::Elsewhere(Why::Replaced)));
    }
}

#[test]
fn a_fresh_tab_joins_the_journal_another_began() {
    let rig = Rig::new(24);
    let (mut one, mut two) = (rig.open(), rig.open());
    let (first, second) = (rig.id(), rig.id());
    one.save(first, &entry("one"), &[]).expect("kept");
    two.save(second, &entry("two"), &[]).expect("kept");
    one.absorb(None);
    assert_eq!((one.records().count(), two.records().count(), rig.open().records().count()), (2, 2, 2));
}

#[test]
fn a_draft_that_a_copy_of_the_tab_has_saved_is_one_version() {
    for told in [true, false] {
        let rig = Rig::new(27);
        let (mut one, mut copy) = (rig.open(), rig.open());
        let mut seen = 0;
        let id = rig.id();
        let first = one.save(id, &entry("start"), &[]).expect("kept");
        copy.absorb(None);
        let held = |text: &str, next| HeldDraft { body: entry(text), parents: vec![first], next };
        let next = rig.id().to_string().parse().expect("a name");
        // The copy finds the draft in its own store and saves it; then the first tab goes on with it.
        assert_eq!(copy.save_draft(id, &held("half", next)), Ok(next));
        seen = if told { seen } else { rig.shelf.ops.borrow().len() };
        tell(&rig, &mut one, &mut seen);
        let second = one.save_draft(id, &held("half a thought", next)).expect("kept");
        assert!(second != next && one.knows(id, next));
        for tab in [&one, &rig.open()] {
            assert_eq!(said(tab, id), ["half a thought"], "told: {told}");
        }
        // Saved once more by a copy that was made before, it is still one, and the later words stay.
        copy.absorb(None);
        assert!(copy.knows(id, next));
    }
}

/// The values that say which journal it is.
fn headers(rig: &Rig) -> Vec<(String, String)> {
    rig.shelf.values().into_iter().filter(|(key, _)| key.starts_with("ob/h")).collect()
}

#[test]
fn a_journal_begun_in_two_tabs_at_once_is_one_and_neither_is_refused() {
    for saved in [false, true] {
        let rig = Rig::new(28);
        let (mut one, mut two) = (rig.open(), rig.open());
        // The second cannot see yet what the first has written, and writes its own over it.
        two.prepare().expect("room");
        let theirs = headers(&rig);
        let values = rig.shelf.values();
        rig.shelf.reset(BTreeMap::new());
        let (first, second) = (rig.id(), rig.id());
        one.prepare().expect("room");
        let rev = saved.then(|| one.save(first, &entry("start"), &[]).expect("kept"));
        for (key, value) in values.into_iter().chain(theirs.clone()) {
            rig.shelf.set(&key, &value).expect("room");
        }
        let parents: Vec<_> = rev.into_iter().collect();
        assert_eq!(one.save(first, &entry("mine"), &parents).map(|_| ()), Ok(()), "saved before: {saved}");
        two.absorb(None);
        two.save(second, &entry("yours"), &[]).expect("kept");
        one.absorb(None);
        for tab in [&one, &two, &rig.open()] {
            assert_eq!((said(tab, first), said(tab, second)), (vec!["mine"], vec!["yours"]));
        }
        assert_eq!(headers(&rig), theirs);
    }
}

#[test]
fn a_journal_that_was_erased_gives_way_to_no_other() {
    let rig = Rig::new(29);
    let (mut one, mut two) = (rig.open(), rig.open());
    let id = rig.id();
    one.save(id, &entry("start"), &[]).expect("kept");
    two.absorb(None);
    two.erase().expect("erased");
    two.save(rig.id(), &entry("anew"), &[]).expect("kept");
    assert_eq!(one.save(id, &entry("mine"), &[]), Err(KeepError::Elsewhere(Why::Replaced)));
}
