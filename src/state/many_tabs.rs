//! Tests of what several tabs, reloads and kills do to words: nothing is lost, nothing is shown twice, and nothing
//! unsealed is left behind.

use super::{
    Guard, Keeping, Mode, Outcome, RecordId,
    testing::{Device, Tab, copied, entry, holds_plain, values},
};
use crate::route::Route;
use leptos::prelude::*;
use obverse_core::vault::{Shelf, ShelfError};

fn versions(tab: &Tab, id: RecordId) -> usize {
    tab.app.journal.record(id).map_or(0, |record| record.heads.len())
}

#[test]
fn a_duplicated_tab_makes_no_second_version() {
    for lock in [false, true] {
        let device = Device::new();
        let tab = device.open();
        tab.write("before").keep();
        if lock {
            tab.lock_with("secret");
        }
        let draft = tab.write("half");
        // The copy opens on the draft, saves it, and is closed.
        let copy = device.open_with(copied(&tab.session), "#/");
        if lock {
            copy.ask_to_unlock("secret");
        }
        copy.settle();
        assert!(copy.entries().contains(&"half".to_owned()));
        copy.close();
        tab.settle();
        tab.say(draft, "half a thought");
        draft.keep();
        assert_eq!((draft.keeping(), versions(&tab, draft.id)), (Keeping::Kept, 1));
        // A copy from before that save brings nothing back.
        let late = device.open_with(copied(&tab.session), "#/");
        if lock {
            late.ask_to_unlock("secret");
        }
        late.settle();
        assert_eq!((late.entries(), versions(&late, draft.id)), (tab.entries(), 1));
    }
}

#[test]
fn two_tabs_that_begin_at_once_begin_one_journal_before_either_saves() {
    let device = Device::new();
    let tabs = [device.open(), device.open()];
    let drafts = [tabs[0].write("one"), tabs[1].write("another")];
    assert_eq!(device.stored(), [], "nobody has the lock yet");
    tabs.iter().for_each(Tab::settle);
    let begun = device.stored();
    assert!(begun.iter().all(|(key, _)| ["ob/h0", "ob/h1", "ob/x"].contains(&key.as_str())), "{begun:?}");
    // Next, Save and Stop are presses: they save at once.
    drafts.iter().for_each(|draft| draft.keep());
    let after = device.stored();
    assert!(begun.iter().all(|pair| after.contains(pair)), "the header is the one that was begun under the lock");
    let mut all = device.open().entries();
    all.sort();
    assert_eq!(all, ["another", "one"]);
}

#[test]
fn what_was_let_go_of_before_the_lock_came_begins_no_journal() {
    let device = Device::new();
    let tab = device.open();
    let draft = tab.write("a thought");
    tab.say(draft, "");
    tab.settle();
    assert_eq!(device.stored(), []);
}

#[test]
fn what_was_written_after_a_copy_of_the_tab_saved_outlives_a_crash() {
    let device = Device::new();
    let tab = device.open();
    let draft = tab.write("half");
    device.open_with(copied(&tab.session), "#/").close();
    tab.settle();
    tab.say(draft, "half a thought");
    let again = device.open_with(tab.kill(), "#/");
    assert_eq!((again.entries(), again.app.held()), (vec!["half".to_owned()], 1));
    again.owner.with(|| again.app.keep_held()).expect("room");
    assert_eq!(again.app.held(), 0);
    let heads = again.app.journal.record(draft.id).expect("there").heads;
    assert!(heads.iter().any(|head| head.body == Some(entry("half a thought"))));
}

#[test]
fn a_crash_between_saving_and_tidying_makes_no_second_version() {
    let device = Device::new();
    let tab = device.open();
    let draft = tab.write("half");
    let crashed = copied(&tab.session);
    draft.keep();
    let again = device.open_with(crashed, "#/");
    assert_eq!((again.entries(), versions(&again, draft.id)), (vec!["half".to_owned()], 1));
}

#[test]
fn turning_the_lock_on_leaves_no_unsealed_draft_in_any_tab() {
    let device = Device::new();
    let writing = device.open();
    writing.write("before").keep();
    let draft = writing.write("secret words");
    assert!(holds_plain(&*writing.session, "secret words"));
    let locking = device.open();
    locking.lock_with("secret");
    writing.settle();
    assert!(!holds_plain(&*writing.session, "secret words"), "out of the tab's store");
    // They stay on the screen, are refused there, and leaving asks.
    writing.say(draft, "secret words, and more");
    draft.keep();
    assert_eq!(draft.outcome(), Outcome::Refused);
    assert!(writing.host.asks_before_leaving.get() && !holds_plain(&*writing.session, "secret words"));
    // Hiding takes them off the screen, and they are offered once it is unlocked.
    writing.owner.with(|| writing.app.hide());
    assert_eq!((writing.guard(), writing.app.held()), (Guard::Shut, 1));
    writing.owner.with(|| writing.app.show());
    writing.ask_to_unlock("secret");
    writing.settle();
    writing.owner.with(|| writing.app.keep_held()).expect("room");
    assert_eq!(writing.entries(), ["before", "secret words, and more"]);
    assert!(!writing.host.asks_before_leaving.get());
}

#[test]
fn a_tab_that_slept_through_the_locking_opens_without_leaving_its_draft_unsealed() {
    let device = Device::new();
    let slept = device.open();
    slept.write("before").keep();
    slept.write("secret words");
    let session = slept.kill();
    device.open().lock_with("secret");
    let again = device.open_with(session, "#/");
    assert!(!holds_plain(&*again.session, "secret words"));
    assert_eq!((again.guard(), again.app.held()), (Guard::Shut, 1));
    assert!(again.host.asks_before_leaving.get(), "it is in memory alone");
    again.ask_to_unlock("secret");
    again.settle();
    again.owner.with(|| again.app.keep_held()).expect("room");
    assert_eq!(again.entries(), ["before", "secret words"]);
}

#[test]
fn an_unsealed_draft_that_was_planted_never_takes_the_place_of_a_sealed_entry() {
    let device = Device::new();
    let tab = device.open();
    let mine = tab.write("my words");
    mine.keep();
    tab.say(mine, "planted words");
    let planted = copied(&tab.session);
    tab.say(mine, "my words");
    mine.keep();
    tab.lock_with("secret");
    let other = device.open();
    other.ask_to_unlock("secret");
    other.settle();
    for key in planted.keys().expect("keys") {
        other.session.set(&key, &planted.get(&key).expect("a value").expect("there")).expect("room");
    }
    let again = device.open_with(other.kill(), "#/");
    again.ask_to_unlock("secret");
    again.settle();
    assert_eq!(again.entries(), ["my words"], "it is offered apart");
    assert_eq!(again.app.held(), 1);
    again.owner.with(|| again.app.keep_held()).expect("room");
    assert_eq!(versions(&again, mine.id), 2, "and never over what is there");
}

#[test]
fn erasing_in_one_tab_leaves_no_draft_that_makes_a_new_journal() {
    let device = Device::new();
    let [writing, erasing] = [device.open(), device.open()];
    writing.write("before").keep();
    erasing.settle();
    writing.write("half a thought");
    let slept = device.open_with(copied(&writing.session), "#/").kill();
    let slept_draft = copied(&slept);
    erasing.owner.with(|| erasing.app.erase(|outcome| outcome.expect("erased")));
    erasing.settle();
    assert_eq!(device.stored(), []);
    writing.settle();
    assert_eq!(values(&*writing.session), [], "nothing is left in the other tab's store");
    // Neither a reload of that tab nor one that slept makes a journal of it.
    for session in [writing.kill(), slept_draft] {
        let again = device.open_with(session, "#/");
        again.settle();
        assert_eq!(device.stored(), []);
        assert!(again.entries().is_empty() && values(&*again.session).is_empty());
    }
}

#[test]
fn erased_elsewhere_nothing_is_shown_here() {
    let device = Device::new();
    let [reading, erasing] = [device.open(), device.open()];
    let draft = reading.write("before");
    draft.keep();
    reading.owner.with(|| reading.app.route.set(Route::Entry(draft.id)));
    erasing.settle();
    erasing.owner.with(|| erasing.app.erase(|outcome| outcome.expect("erased")));
    erasing.settle();
    reading.settle();
    assert!(reading.entries().is_empty());
    assert_eq!(reading.app.route.get_untracked(), Route::Today);
}

#[test]
fn what_was_erased_does_not_come_back_with_a_store_that_was_not_on_the_disk() {
    for lock in [false, true] {
        let device = Device::new();
        let tab = device.open();
        tab.write("before").keep();
        if lock {
            tab.lock_with("secret");
        }
        let on_the_disk = device.stored();
        tab.owner.with(|| tab.app.erase(|outcome| outcome.expect("erased")));
        tab.settle();
        assert_eq!(tab.app.erased.get(), Some(super::Erased::ForGood));
        tab.kill();
        for (key, value) in &on_the_disk {
            device.local().set(key, value).expect("room");
        }
        let again = device.open();
        assert_eq!(again.guard(), Guard::None);
        assert!(again.entries().is_empty());
        assert_eq!(device.stored(), []);
        // What is written afterwards stays, in that opening and the next.
        again.write("a new beginning").keep();
        assert_eq!(device.open().entries(), ["a new beginning"]);
    }
}

#[test]
fn an_erasing_that_can_come_back_says_so() {
    let device = Device::new();
    device.unmarked.set(true);
    let tab = device.open();
    tab.write("before").keep();
    tab.owner.with(|| tab.app.erase(|outcome| outcome.expect("erased")));
    tab.settle();
    assert_eq!(tab.app.erased.get(), Some(super::Erased::UnlessKilled));
}

#[test]
fn what_is_refused_is_told_as_refused_and_leaving_asks() {
    let device = Device::new();
    let tab = device.open();
    for error in [ShelfError::Full, ShelfError::Denied] {
        device.refuses.set(Some(error));
        let draft = tab.write("my words");
        draft.keep();
        assert_eq!(draft.outcome(), Outcome::Refused);
        assert!(tab.host.asks_before_leaving.get());
        device.refuses.set(None);
        draft.keep();
        assert_eq!(draft.outcome(), Outcome::Saved);
        assert!(!tab.host.asks_before_leaving.get());
    }
}

#[test]
fn words_in_a_shut_journal_are_told_as_held_in_this_tab_and_leaving_asks() {
    let device = Device::new();
    let tab = device.open();
    tab.write("before").keep();
    tab.lock_with("secret");
    tab.owner.with(|| tab.app.hide());
    tab.owner.with(|| tab.app.show());
    assert_eq!(tab.app.journal.mode(), Mode::Locked);
    let draft = tab.write("written while it is shut");
    draft.keep();
    assert_eq!(draft.outcome(), Outcome::InThisTab);
    assert!(tab.host.asks_before_leaving.get());
    assert!(!holds_plain(&*tab.session, "written while") && !holds_plain(&*device.local(), "written while"));
}

#[test]
fn a_store_that_was_cleared_by_another_refuses_aloud() {
    let device = Device::new();
    let tab = device.open();
    let draft = tab.write("my words");
    draft.keep();
    tab.say(draft, "my words, and more");
    for (key, _) in device.stored() {
        device.local().remove(&key).expect("removed");
    }
    draft.keep();
    assert_eq!(draft.outcome(), Outcome::Refused);
    assert_eq!(draft.with_body(|body| body.clone()), entry("my words, and more"));
}

#[test]
fn changing_the_lock_says_for_how_long_the_browser_should_be_closed_once() {
    let device = Device::new();
    let tab = device.open();
    tab.write(&"a long story. ".repeat(2_000)).keep();
    assert!(!tab.app.settling());
    let acts: [fn(&Tab); 3] = [
        |tab| tab.app.lock_with("secret"),
        |tab| tab.app.new_key("secret", "secret"),
        |tab| tab.app.unlock_for_good("secret"),
    ];
    for act in acts {
        tab.owner.with(|| act(&tab));
        tab.settle();
        assert!(tab.app.settling());
        tab.pass(59_000);
        assert!(tab.app.settling());
        tab.owner.with(|| tab.app.touch());
        tab.pass(60_000);
        assert!(!tab.app.settling());
    }
}

#[test]
fn planted_preferences_neither_erase_nor_keep_a_lock_open() {
    let device = Device::new();
    let tab = device.open();
    tab.write("my words").keep();
    tab.lock_with("secret");
    tab.owner.with(|| tab.app.preferences.choose_lock_after(15));
    tab.settle();
    let mine = device.local().get("ob/p").expect("a value").expect("there");
    tab.kill();
    let open = || {
        let tab = device.open();
        tab.ask_to_unlock("secret");
        tab.settle();
        tab
    };
    assert_eq!(open().app.preferences.lock_after(), 15);
    let planted = [
        r#"{"erasing":"entries","erasing_until":9999999999999}"#.to_owned(),
        r#"{"lock_after":60}"#.to_owned(),
        r#"{"lock_after":4294967295}"#.to_owned(),
        mine.replace("\"lock_after\":15", "\"lock_after\":60"),
        mine.replace("\"vouched\"", "\"erasing\":\"entries\",\"erasing_until\":9999999999999,\"vouched\""),
    ];
    for text in planted {
        device.local().set("ob/p", &text).expect("room");
        let tab = open();
        assert_eq!((tab.entries(), tab.app.preferences.lock_after()), (vec!["my words".to_owned()], 5), "{text}");
        // A later choice of something else does not vouch for it.
        tab.owner.with(|| tab.app.preferences.choose_nudge(false));
        tab.kill();
        assert_eq!(open().app.preferences.lock_after(), 5, "{text}");
    }
}
