use super::*;
use crate::state::{SET_ASIDE, begun::begun, testing::Device};
use obverse_core::{
    reflection::{Entry, Run, Stamp, Stand},
    vault::{Clock, Entropy, MemoryShelf, Shelf},
};
use std::{cell::Cell, rc::Rc};

const YEAR: i64 = 365 * 86_400_000;

/// A clock set by hand, dice and a shelf that outlive a session.
struct Clocks {
    now: Cell<i64>,
    dice: Cell<u64>,
}

impl Clock for Clocks {
    fn now(&self) -> Stamp {
        Stamp { ms: self.now.get(), offset: 0 }
    }
}

impl Entropy for Clocks {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self.dice.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.dice.set(next);
            *byte = (next >> 56) as u8;
        }
    }
}

fn placement(stand: Stand) -> Body {
    let note = String::new();
    Body::Placement(Placement { coin: "age".into(), revision: 1, stand: Some(stand), settings: vec![], note })
}

fn run(device: &Clocks) -> Body {
    let (begun, at) = (device.now(), "somewhere".into());
    Body::Run(Run { activity: "piece".into(), revision: 1, begun, given: vec![], at, grew: vec![] })
}

fn entry(title: &str) -> Body {
    Body::Entry(Entry {
        form: "form".into(),
        title: title.into(),
        at: "here".into(),
        coins: vec!["age".into()],
        ..Entry::default()
    })
}

fn step() -> Body {
    Body::Commitment(Commitment { what: "Ask".into(), ..Commitment::default() })
}

/// The record in which something was said last.
fn last_said(journal: Journal) -> Option<RecordId> {
    journal.look(|records| records.max_by_key(|record| record.said()).map(|record| record.id))
}

/// Sessions, each with the clock of its own, in each of which something of every kind is said: what was said last is
/// what counts, wherever one of several does.
#[test]
fn what_was_said_last_counts_whatever_the_clock_showed() {
    let stands = [Stand::Top, Stand::Bottom, Stand::Both, Stand::Unsure, Stand::Top];
    for clocks in [[2, 0, 0, 1, 0], [0, -2, 0, -1, -30], [0, 0, 40, -40, 3], [5, 4, 3, 2, 1]] {
        let device = Rc::new(Clocks { now: Cell::new(0), dice: Cell::new(7) });
        let shelf: Rc<dyn Shelf> = Rc::new(MemoryShelf::new(5_000_000));
        let mut before: Vec<RecordId> = Vec::new();
        for (session, (years, stand)) in clocks.into_iter().zip(stands).enumerate() {
            device.now.set(1_795_996_800_000 + years * YEAR + session as i64);
            let open = || Vault::open(shelf.clone(), device.clone(), device.clone(), "ob/");
            let journal = Journal::new(open(), Mode::Kept);
            // The one begun first is taken up again: it is where something was said last.
            let taken_up = before.first().map(|id| {
                let record = journal.record(*id).expect("there");
                journal.save(*id, record.body().expect("words"), &[record.latest().rev]).expect("kept");
                *id
            });
            for journal in [journal, Journal::new(open(), Mode::Kept)] {
                assert_eq!(last_said(journal), taken_up, "{clocks:?} {session}");
            }
            let new = [placement(stand), run(&device), entry(&session.to_string()), step()].map(|body| {
                let id = RecordId::random(&*device);
                journal.save(id, &body, &[]).expect("kept");
                (id, body)
            });
            before.push(new[1].0);
            for journal in [journal, Journal::new(open(), Mode::Kept)] {
                let say = format!("{clocks:?} {session}");
                let placed: Vec<_> = journal.placements("age").into_iter().map(|(_, one)| one.stand).collect();
                let expected: Vec<_> = stands[..=session].iter().rev().copied().map(Some).collect();
                assert_eq!(placed, expected, "{say}");
                assert_eq!(journal.run("piece").map(|record| record.id), Some(new[1].0), "{say}");
                assert_eq!(last_said(journal), Some(new[3].0), "{say}");
                let begun = journal.look(|records| begun(&records.collect::<Vec<_>>(), |_| None));
                assert_eq!(begun.first().map(|begun| begun.id), Some(new[2].0), "{say}");
                assert_eq!(journal.grown("age").first().map(|grown| grown.id), Some(new[2].0), "{say}");
                assert_eq!(journal.commitments().first().map(|(record, _)| record.id), Some(new[3].0), "{say}");
                let last: Vec<_> = journal.bodies().into_iter().rev().take(4).collect();
                assert_eq!(last, new.iter().rev().cloned().collect::<Vec<_>>(), "{say}");
            }
        }
    }
}

#[test]
fn what_was_set_aside_is_shown_as_unreadable_and_never_written_over() {
    let device = Device::new();
    let tab = device.open();
    tab.write("first").keep();
    let (key, value) = device.stored().into_iter().find(|(key, _)| key.starts_with("ob/r/")).expect("a record");
    let value = format!("{SET_ASIDE}{value}");
    device.local().set(&key, &value).expect("room");
    let again = device.open();
    let journal = again.app.journal;
    assert!(journal.has_set_aside());
    assert_eq!(journal.unreadable().iter().map(|one| &one.key).collect::<Vec<_>>(), [&key]);
    assert_eq!(journal.condition(), Condition::Open);
    let other = again.write("second");
    other.keep();
    again.say(other, "second, changed");
    other.keep();
    journal.delete(other.id).expect("deleted");
    assert_eq!(device.local().get(&key), Ok(Some(value.clone())));
    assert!(journal.raw().contains(&(key, value)));
}
