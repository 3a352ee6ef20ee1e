//! A model of what three tabs do to words, with random acts: whatever happens, what was said to be saved is found again,
//! a locked journal leaves nothing to read, and an erased one nothing at all.

use super::{
    Guard, Mode, Outcome,
    testing::{Device, Tab, copied, holds_plain},
};
use obverse_core::vault::Shelf;
use proptest::prelude::*;
use std::rc::Rc;

/// Something that a person, a browser or a clock does.
#[derive(Clone, Copy, Debug)]
enum Act {
    Write,
    Say,
    Keep,
    Hide,
    Show,
    LockOn,
    LockNow,
    Unlock,
    NewKey,
    Erase,
    Discard,
    AddHeld,
    Reload,
    Crash,
    Duplicate,
    Leave,
    Pass(i64),
    Jump(i64),
    /// One thing happens of what is due.
    Step,
    /// Everything happens that is due.
    Settle,
}

fn acts() -> impl Strategy<Value = Vec<(usize, Act)>> {
    let act = prop_oneof![
        6 => Just(Act::Write),
        6 => Just(Act::Say),
        6 => Just(Act::Keep),
        2 => Just(Act::Hide),
        2 => Just(Act::Show),
        2 => Just(Act::LockOn),
        1 => Just(Act::LockNow),
        3 => Just(Act::Unlock),
        1 => Just(Act::NewKey),
        1 => Just(Act::Erase),
        1 => Just(Act::Discard),
        2 => Just(Act::AddHeld),
        2 => Just(Act::Reload),
        2 => Just(Act::Crash),
        2 => Just(Act::Duplicate),
        2 => Just(Act::Leave),
        2 => (0..400_000_i64).prop_map(Act::Pass),
        1 => (-9_000_000..9_000_000_i64).prop_map(Act::Jump),
        4 => Just(Act::Step),
        4 => Just(Act::Settle),
    ];
    proptest::collection::vec((0..3_usize, act), 1..40)
}

/// Three tabs, and what the person was told.
struct Story {
    device: Rc<Device>,
    tabs: Vec<Tab>,
    told: Vec<String>,
    number: usize,
}

impl Story {
    fn new() -> Story {
        let device = Device::new();
        let tabs = (0..3).map(|_| device.open()).collect();
        Story { device, tabs, told: Vec::new(), number: 0 }
    }

    fn words(&mut self) -> String {
        self.number += 1;
        format!("word{}.", self.number)
    }

    fn act(&mut self, at: usize, act: Act) {
        match act {
            Act::Write => {
                let words = self.words();
                self.tabs[at].write(&words);
            }
            Act::Say => {
                let words = self.words();
                let draft = self.tabs[at].drafts().pop();
                if let Some(draft) = draft {
                    // What was said before stays in it, as somebody writes on.
                    let before = draft.with_body(obverse_core::reflection::Body::joined);
                    self.tabs[at].say(draft, &format!("{before} {words}"));
                }
            }
            Act::Keep => {
                for draft in self.tabs[at].drafts() {
                    draft.keep();
                    if draft.outcome() == Outcome::Saved {
                        let words = draft.with_body(obverse_core::reflection::Body::joined);
                        self.told.extend(words.split(' ').map(str::to_owned));
                    }
                }
            }
            Act::Hide => self.tabs[at].owner.with(|| self.tabs[at].app.hide()),
            Act::Show => self.tabs[at].owner.with(|| self.tabs[at].app.show()),
            Act::LockOn if self.tabs[at].guard() == Guard::None && !self.tabs[at].app.busy() => {
                self.tabs[at].owner.with(|| self.tabs[at].app.lock_with("secret"));
            }
            Act::LockOn => {}
            Act::LockNow => self.tabs[at].owner.with(|| self.tabs[at].app.lock_everywhere()),
            Act::Unlock if self.tabs[at].guard() == Guard::Shut => self.tabs[at].ask_to_unlock("secret"),
            Act::Unlock => {}
            Act::NewKey if self.tabs[at].guard() == Guard::Open => {
                self.tabs[at].owner.with(|| self.tabs[at].app.new_key("secret", "secret"));
            }
            Act::NewKey => {}
            Act::Erase => {
                let tab = &self.tabs[at];
                let erased = Rc::new(std::cell::Cell::new(false));
                let done = erased.clone();
                tab.owner.with(|| tab.app.erase(move |outcome| done.set(outcome.is_ok())));
                self.settle_all();
                assert!(erased.get(), "nothing stands in the way of erasing");
                self.told.clear();
                assert_eq!(self.plain(), None, "nothing is left anywhere");
                assert!(self.device.stored().iter().all(|(key, _)| !key.starts_with("ob/r/")));
            }
            Act::Discard => self.tabs[at].owner.with(|| self.tabs[at].app.drop_held()),
            Act::AddHeld if self.tabs[at].app.journal.mode() == Mode::Kept => {
                // A refusal is told; what is refused stays held.
                let _ = self.tabs[at].owner.with(|| self.tabs[at].app.keep_held());
            }
            Act::AddHeld => {}
            Act::Reload => self.open_anew(at, Tab::close),
            Act::Crash => self.open_anew(at, Tab::kill),
            Act::Duplicate => {
                let copy = self.device.open_with(copied(&self.tabs[at].session), "#/");
                let other = (at + 1) % 3;
                std::mem::replace(&mut self.tabs[other], copy).close();
            }
            Act::Leave => {
                self.tabs[at].owner.with(|| self.tabs[at].app.away(true));
                self.tabs[at].owner.with(|| self.tabs[at].app.away(false));
            }
            Act::Pass(ms) => self.tabs[at].pass(ms),
            Act::Jump(ms) => self.device.wall.set(self.device.wall.get() + ms),
            Act::Step => {
                self.tabs[at].step();
            }
            Act::Settle => self.settle_all(),
        }
    }

    fn open_anew(&mut self, at: usize, end: fn(Tab) -> Rc<dyn Shelf>) {
        let tab = std::mem::replace(&mut self.tabs[at], self.device.open());
        let session = end(tab);
        let again = self.device.open_with(session, "#/");
        // The one that held its place meanwhile has nothing to say.
        std::mem::replace(&mut self.tabs[at], again).kill();
    }

    fn settle_all(&self) {
        for _ in 0..3 {
            self.tabs.iter().for_each(Tab::settle);
        }
    }

    /// The first place in which words stand unsealed.
    fn plain(&self) -> Option<String> {
        let place = |shelf: &dyn Shelf| holds_plain(shelf, "word");
        if place(&*self.device.local()) {
            return Some("the shared store".into());
        }
        (0..3).find(|at| place(&*self.tabs[*at].session)).map(|at| format!("the store of tab {at}"))
    }

    /// Once everything has happened: a locked journal leaves nothing to read, and what was said to be saved is there.
    fn check(&mut self) {
        self.settle_all();
        let guard = self.device.open().guard();
        if guard == Guard::Shut && self.tabs.iter().all(|tab| !tab.app.busy()) {
            assert_eq!(self.plain(), None, "locked, nothing is to be read");
        }
        let last = self.device.open();
        if last.guard() == Guard::Shut {
            last.ask_to_unlock("secret");
            last.settle();
            assert_eq!(last.guard(), Guard::Open);
        }
        let found = last.app.journal.look(|records| {
            let heads = records.flat_map(|record| record.heads.iter().filter_map(|head| head.body.as_ref()));
            heads.map(|body| body.joined()).collect::<Vec<_>>().join(" ")
        });
        for words in &self.told {
            assert!(found.split(' ').any(|one| one == words), "{words} was said to be saved, and is not in: {found}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_shrink_iters: 4_000, ..ProptestConfig::default() })]
    #[test]
    fn three_tabs_leave_nothing_to_read_and_lose_nothing(acts in acts()) {
        let mut story = Story::new();
        for (at, act) in acts {
            story.act(at, act);
        }
        story.check();
    }
}
