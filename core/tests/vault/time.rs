//! Clocks that jump and moments that no clock shows: what was said last counts, and nothing is out of reach.

use crate::rig::{MINUTE, Rig, convert, entry, lock, open, texts};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::{
    reflection::{Body, Commitment, Look, Run, Stamp},
    vault::{Parcel, Record, RecordId, Restoring, Rev, Vault},
};
use proptest::prelude::*;

/// A text as it stands on the shelf under this name.
fn stored(id: RecordId, rev: Rev, text: &str) -> (String, String) {
    let name = format!("{id}{rev}");
    let mut bound = vec![b'1'];
    bound.extend((0..32).map(|at| u8::from_str_radix(&name[at * 2..at * 2 + 2], 16).expect("hex digits")));
    bound.extend(text.as_bytes());
    let mut body = obverse_core::seal::digest(&bound)[..8].to_vec();
    body.extend(text.as_bytes());
    (format!("ob/r/{id}/{rev}"), format!("1.0..{}", URL_SAFE_NO_PAD.encode(body)))
}

/// Where a record has moments.
fn moments(body: &Body) -> Vec<Stamp> {
    match body {
        Body::Run(Run { begun, .. }) => vec![*begun],
        Body::Commitment(Commitment { looks, .. }) => looks.iter().map(|Look { at, .. }| *at).collect(),
        _ => vec![],
    }
}

#[test]
fn a_moment_that_no_clock_shows_costs_no_words() {
    for moment in [
        "[8210266876799999,60]",
        "[-8334601228800000,-1]",
        "[9223372036854775807,32767]",
        "[-9223372036854775808,-32768]",
        "[0,40000]",
        "[0,-9223372036854775808]",
        "[1782907200000,1440]",
    ] {
        for data in [
            r#"{"entry":{"p":[{"t":"words"}]}}"#.to_owned(),
            format!(
                r#"{{"run":{{"a":"piece","r":1,"b":{moment},"g":[{{"i":"one","r":1,"a":"written","n":"words"}}]}}}}"#
            ),
            format!(r#"{{"step":{{"w":"words","a":[{{"a":{moment},"n":"and more"}}]}}}}"#),
        ] {
            let rig = Rig::new(190);
            rig.open().save(rig.id(), &entry("other"), &[]).expect("kept");
            let (id, rev) = (rig.id(), Rev::random(&*rig.dice));
            let text = format!(r#"{{"m":{moment},"a":{moment},"d":{data}}}"#);
            let (key, value) = stored(id, rev, &text);
            let mut values = rig.shelf.values();
            values.insert(key.clone(), value.clone());
            rig.shelf.reset(values);
            let mut vault = rig.open();
            assert!(vault.unreadable().is_empty(), "{text}");
            let record = vault.record(id).expect("shown").clone();
            let body = record.body().expect("words").clone();
            assert!(body.joined().starts_with("words"), "{text}");
            for stamp in [record.made, record.latest().at].into_iter().chain(moments(&body)) {
                assert_eq!(stamp, stamp.bounded(), "{text}");
                assert_eq!(stamp.iso().len(), 10, "{text}");
            }
            // A later revision leaves the earlier one as it stands, and is read again as it was written.
            vault.save(id, &body, &[rev]).expect("kept");
            assert_eq!(rig.shelf.values()[&key], value, "{text}");
            assert_eq!(rig.open().record(id), vault.record(id), "{text}");
            // Out of a backup as well.
            let name = format!("{id}/{rev}");
            let parcel = format!(
                "{{\"parcel\":1,\"made\":{},\"offset\":0,\"store\":\"\"}}\n{name} {text}\n",
                moment.trim_matches(['[', ']']).split(',').next().expect("a number")
            );
            let parcel = Parcel::read(&parcel).expect("a parcel");
            assert_eq!((parcel.unread, parcel.made), (0, parcel.made.bounded()), "{text}");
            let mut other = Rig::new(191).open();
            other.restore(&parcel, &mut Restoring::new(false), usize::MAX).expect("room");
            assert_eq!(other.record(id).and_then(|record| record.body()), Some(&body), "{text}");
        }
    }
}

/// The clock itself is out of the calendar.
#[test]
fn a_clock_out_of_the_calendar_writes_what_can_be_read() {
    for wrong in [i64::MAX / 2, i64::MIN / 2] {
        let rig = Rig::new(192);
        rig.clock.wrong.set(wrong);
        let mut vault = rig.open();
        let id = rig.id();
        let rev = vault.save(id, &entry("first"), &[]).expect("kept");
        vault.save(id, &entry("second"), &[rev]).expect("kept");
        let again = rig.open();
        assert_eq!(again.record(id), vault.record(id));
        assert_eq!(texts(&again)[&id], "second");
        assert_eq!(again.record(id).expect("there").made.iso().len(), 10);
    }
}

const YEARS: i64 = 2 * 365 * 24 * 60 * MINUTE;

/// All records, in the order of a place they have.
fn in_order<P: Ord>(vault: &Vault, place: fn(&Record) -> P) -> Vec<RecordId> {
    let mut all: Vec<&Record> = vault.records().collect();
    all.sort_by_key(|record| place(record));
    all.iter().map(|record| record.id).collect()
}

/// A clock that is years ahead for a while, or years behind.
#[test]
fn what_was_said_last_counts_after_a_clock_was_wrong() {
    for (first, second) in [(YEARS, 0), (0, -YEARS), (-YEARS, YEARS), (YEARS, -YEARS)] {
        let rig = Rig::new(193);
        let (one, two, three) = (rig.id(), rig.id(), rig.id());
        rig.clock.wrong.set(first);
        rig.open().save(one, &entry("one"), &[]).expect("kept");
        rig.pass(60);
        rig.clock.wrong.set(second);
        let rev = rig.open().save(two, &entry("two"), &[]).expect("kept");
        rig.pass(60);
        rig.clock.wrong.set(0);
        rig.open().save(three, &entry("three"), &[]).expect("kept");
        rig.clock.wrong.set(-YEARS * 3);
        rig.open().save(two, &entry("two, once more"), &[rev]).expect("kept");
        let vault = rig.open();
        assert_eq!(in_order(&vault, Record::begun), [one, two, three], "{first} {second}");
        assert_eq!(in_order(&vault, Record::said), [one, three, two], "{first} {second}");
        // What is shown is the day that stood on the wall.
        assert_eq!(vault.record(one).map(|record| record.made.ms), Some(crate::rig::NOON + first));
        // Once the clock is past all of it, nothing more is put down than before.
        rig.clock.wrong.set(YEARS * 2);
        rig.open().save(rig.id(), &entry("long afterwards"), &[]).expect("kept");
        let text = rig.open().pack().expect("open").text;
        assert!(text.lines().any(|line| line.contains("long afterwards") && !line.contains("\"q\"")), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Sessions with a clock that jumps between and within them: whatever is kept, edited and deleted, with a lock or
    /// without, the order in which it was said is told, and so it is after a backup was brought in elsewhere.
    #[test]
    fn the_order_is_the_one_in_which_it_was_said(
        steps in proptest::collection::vec((0..6_u8, any::<u8>(), -4_000_000..4_000_000_i64, 0..3_000_i64), 1..40),
        seed in any::<u64>(),
        locked in any::<bool>(),
    ) {
        let rig = Rig::new(seed);
        let mut vault = rig.open();
        vault.prepare().expect("stands");
        if locked {
            lock(&rig, &mut vault, "one");
        }
        let (mut begun, mut said): (Vec<RecordId>, Vec<RecordId>) = (vec![], vec![]);
        for (what, which, wrong, passes) in steps {
            rig.pass(passes);
            let some = begun.get(usize::from(which) % begun.len().max(1)).copied();
            match (what, some) {
                (0, _) => rig.clock.wrong.set(wrong * MINUTE),
                (1, _) => vault = open(&rig),
                (2, Some(id)) => {
                    let rev = vault.record(id).expect("there").latest().rev;
                    vault.save(id, &entry("again"), &[rev]).expect("kept");
                    said.retain(|one| *one != id);
                    said.push(id);
                }
                (3, Some(id)) if which % 4 == 0 => {
                    vault.delete(id).expect("deleted");
                    begun.retain(|one| *one != id);
                    said.retain(|one| *one != id);
                }
                _ => {
                    let id = rig.id();
                    vault.save(id, &entry("first"), &[]).expect("kept");
                    begun.push(id);
                    said.push(id);
                }
            }
            prop_assert_eq!(in_order(&vault, Record::begun), begun.as_slice());
            prop_assert_eq!(in_order(&vault, Record::said), said.as_slice());
        }
        if locked {
            vault.unlock_for_good().expect("begun");
            convert(&mut vault);
        }
        let parcel = Parcel::read(&vault.pack().expect("open").text).expect("a parcel");
        let mut other = Rig::new(seed ^ 1).open();
        other.restore(&parcel, &mut Restoring::new(false), usize::MAX).expect("room");
        for vault in [vault, open(&rig), other] {
            prop_assert_eq!(in_order(&vault, Record::begun), begun.as_slice());
            prop_assert_eq!(in_order(&vault, Record::said), said.as_slice());
        }
    }
}
