//! Whatever a person writes comes back as it was.

use crate::rig::Rig;
use obverse_core::{
    reflection::{
        Answer, Body, Commitment, Entry, Given, How, Level, Look, Part, Placement, Run, Setting, Side, Stamp, Stand,
        day,
    },
    vault::{DraftOrigin, HeldDraft, Rev, Trouble},
};
use proptest::{collection::vec, option, prelude::*};

/// Any moment that is told apart; others are brought in range when they are read (`time.rs`).
fn stamp() -> impl Strategy<Value = Stamp> {
    (any::<i64>(), any::<i16>()).prop_map(|(ms, offset)| Stamp { ms, offset }.bounded())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("“Curly”, é, 🙂, \u{0} \\ \" \u{2028}".into()), ".{0,40}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..4)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        prop::sample::select(vec![
            Answer::None,
            Answer::Skipped,
            Answer::RatherNotSay,
            Answer::Seen,
            Answer::Unsure,
            Answer::Written,
        ]),
        text().prop_map(Answer::One),
        texts().prop_map(Answer::Many),
        any::<u8>().prop_map(Answer::Scale),
    ]
}

fn stand() -> impl Strategy<Value = Stand> {
    use Stand::{Both, Bottom, Changes, NoFit, RatherNotSay, ReadAs, Top, Unsure};
    prop::sample::select(vec![Top, Bottom, Both, Changes, ReadAs, Unsure, NoFit, RatherNotSay])
}

fn body() -> impl Strategy<Value = Body> {
    let given = (text(), any::<u32>(), answer(), any::<bool>(), text())
        .prop_map(|(item, revision, answer, new_to_me, note)| Given { item, revision, answer, new_to_me, note });
    let run = (text(), any::<u32>(), stamp(), vec(given, 0..4), text(), texts())
        .prop_map(|(activity, revision, begun, given, at, grew)| Run { activity, revision, begun, given, at, grew });
    let side = option::of(prop::sample::select(vec![Side::Top, Side::Bottom]));
    let setting = (text(), side).prop_map(|(place, side)| Setting { place, side });
    let placement = (text(), any::<u32>(), option::of(stand()), vec(setting, 0..3), text())
        .prop_map(|(coin, revision, stand, settings, note)| Placement { coin, revision, stand, settings, note });
    let part = (text(), any::<u32>(), texts(), text()).prop_map(|(item, revision, chosen, text)| Part {
        item,
        revision,
        chosen,
        text,
    });
    let entry = (text(), any::<u32>(), text(), vec(part, 0..4), text(), texts(), text()).prop_map(
        |(form, revision, title, parts, grew_from, coins, at)| Entry {
            form,
            revision,
            title,
            parts,
            grew_from,
            coins,
            at,
        },
    );
    prop_oneof![
        run.prop_map(Body::Run),
        placement.prop_map(Body::Placement),
        entry.prop_map(Body::Entry),
        commitment().prop_map(Body::Commitment)
    ]
}

fn commitment() -> impl Strategy<Value = Commitment> {
    let level = prop::sample::select(vec![Level::Internal, Level::Interpersonal, Level::Institutional]);
    let how = prop::sample::select(vec![How::StillGoing, How::Changed, How::Done, How::LetGo]);
    let look = (stamp(), option::of(how), text()).prop_map(|(at, how, words)| Look { at, how, words });
    let on = (0..10_000, 1..13, 1..32).prop_map(|(year, month, date)| day(&format!("{year:04}-{month:02}-{date:02}")));
    let own = (text(), text(), text(), text(), text(), text());
    (own, option::of(level), text(), on, text(), vec(look, 0..3)).prop_map(
        |((what, asked_by, first, power, risk, sign), level, coin, look_again, grew_from, looks)| Commitment {
            what,
            level,
            coin,
            asked_by,
            first,
            power,
            risk,
            sign,
            look_again,
            grew_from,
            looks,
        },
    )
}

proptest! {
    #[test]
    fn a_record_comes_back_as_it_was(body in body(), seed in any::<u64>()) {
        let rig = Rig::new(seed);
        let mut vault = rig.open();
        let id = rig.id();
        let first = vault.save(id, &body, &[]).expect("kept");
        vault.save(id, &body, &[first]).expect("kept");
        let again = rig.open();
        prop_assert_eq!(again.record(id).and_then(|record| record.body()), Some(&body));
        prop_assert_eq!(again.record(id), vault.record(id));
        for (key, value) in rig.shelf.values() {
            prop_assert!(key.is_ascii() && value.is_ascii());
        }
    }

    #[test]
    fn a_draft_comes_back_as_it_was(body in body(), made in stamp(), revs in vec(any::<u128>(), 1..5)) {
        let mut parents: Vec<Rev> = revs.iter().map(|rev| format!("{rev:032x}").parse().expect("a revision")).collect();
        let next = parents.pop().expect("at least one");
        let held = HeldDraft { body, parents, next };
        let rig = Rig::new(71);
        let (vault, id) = (rig.open(), rig.id());
        let draft = vault.encode_draft(id, &held, made).expect("the journal is open");
        prop_assert!(draft.is_ascii());
        prop_assert_eq!(vault.decode_draft(id, &draft[..draft.len() - 1]), Err(Trouble::Altered));
        prop_assert_eq!(vault.decode_draft(id, &draft), Ok((held, DraftOrigin::ThisJournal)));
    }
}
