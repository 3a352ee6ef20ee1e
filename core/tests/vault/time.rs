//! Clocks that jump and moments that no clock shows: what was said last counts, and nothing is out of reach.

use crate::rig::{Rig, entry, texts};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::{
    reflection::{Body, Commitment, Look, Run, Stamp},
    vault::{Parcel, RecordId, Restoring, Rev},
};

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
