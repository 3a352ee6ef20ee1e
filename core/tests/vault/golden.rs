//! Journals as released versions wrote them open for ever. The fixtures are never edited.

use crate::rig::{Rig, convert, entry, lock, opener, unlock};
use obverse_core::{
    reflection::{
        Answer, Body, Commitment, Entry, Given, How, Level, Look, Part, Placement, Run, Setting, Side, Stamp, Stand,
        day,
    },
    vault::{Condition, Holder, Record, RecordId, UnlockError, Vault},
};
use std::{collections::BTreeMap, fs, path::PathBuf};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/v1").join(name)
}

/// A stored journal: pairs of key and value.
fn stored(name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(fixture(name)).expect("the fixture is there");
    let pairs: Vec<(String, String)> = serde_json::from_str(&text).expect("pairs of key and value");
    pairs.into_iter().collect()
}

fn id(digit: char) -> RecordId {
    digit.to_string().repeat(32).parse().expect("a name")
}

const BEGUN: Stamp = Stamp { ms: 1_782_907_200_000, offset: 60 };

fn run() -> Body {
    let given = |item: &str, answer, new_to_me, note: &str| Given {
        item: item.into(),
        revision: 2,
        answer,
        new_to_me,
        note: note.into(),
    };
    Body::Run(Run {
        activity: "being-recognised".into(),
        revision: 3,
        begun: BEGUN,
        given: vec![
            given("a", Answer::None, true, ""),
            given("b", Answer::Skipped, false, ""),
            given("c", Answer::RatherNotSay, false, "“Not today”, I thought: é, 🙂"),
            given("d", Answer::Seen, false, ""),
            given("e", Answer::One("usually".into()), false, "A note."),
            given("f", Answer::Many(vec!["x".into(), "y".into()]), false, ""),
            given("g", Answer::Scale(4), false, ""),
            given("h", Answer::Unsure, false, ""),
            given("i", Answer::Written, false, "Two\nlines."),
        ],
        at: "j".into(),
        grew: vec![id('b').to_string()],
    })
}

fn placement(stand: Option<Stand>) -> Body {
    Body::Placement(Placement {
        coin: "racism".into(),
        revision: 1,
        stand,
        settings: vec![
            Setting { place: "on nights".into(), side: Some(Side::Top) },
            Setting { place: "at home".into(), side: Some(Side::Bottom) },
            Setting { place: "with family".into(), side: None },
        ],
        note: "It depends.".into(),
    })
}

fn guided() -> Body {
    Body::Entry(Entry {
        form: "what-so-what-now-what".into(),
        revision: 1,
        title: "A hand-over".into(),
        parts: vec![
            Part { item: "what".into(), revision: 1, chosen: vec![], text: "What happened.".into() },
            Part { item: "now".into(), revision: 1, chosen: vec!["tell".into()], text: String::new() },
        ],
        grew_from: id('b').to_string(),
        coins: vec!["racism".into(), "ableism".into()],
        at: "now".into(),
    })
}

const STANDS: [Stand; 8] = [
    Stand::Top,
    Stand::Bottom,
    Stand::Both,
    Stand::Changes,
    Stand::ReadAs,
    Stand::Unsure,
    Stand::NoFit,
    Stand::RatherNotSay,
];

fn body(record: Option<&Record>) -> Option<&Body> {
    record.and_then(Record::body)
}

#[test]
fn the_first_version_opens() {
    let rig = Rig::new(70);
    rig.shelf.reset(stored("journal.json"));
    let before = rig.shelf.values();
    let mut vault = rig.open();
    assert_eq!(vault.condition(), Condition::Open);
    assert!(vault.unreadable().is_empty());
    assert_eq!(rig.shelf.values(), before, "opening changes nothing");
    assert_eq!(vault.prepare(), Ok(()));
    assert_eq!(rig.shelf.values()["ob/h0"], before["ob/h0"]);
    whole(&vault);
}

/// What the fixtures were made with.
const PASSPHRASE: &str = "kelp on the tin";
const CODE: &str = "0123456789ABCDEFGHJKMNPQR";

#[test]
fn the_first_locked_version_opens() {
    let rig = Rig::new(73);
    rig.shelf.reset(stored("locked.json"));
    let before = rig.shelf.values();
    for secret in [PASSPHRASE, CODE] {
        let mut vault = rig.open();
        assert_eq!(vault.condition(), Condition::Locked);
        assert_eq!(unlock(&mut vault, "another"), Err(UnlockError::Wrong));
        assert_eq!(unlock(&mut vault, secret), Ok(()));
        assert_eq!((vault.condition(), vault.converting()), (Condition::Open, false));
        whole(&vault);
        assert_eq!(rig.shelf.values(), before, "opening changes nothing");
    }
}

#[test]
fn a_first_version_caught_in_sealing_goes_on() {
    for (name, secret, sealed) in [
        ("sealing.json", PASSPHRASE, true),
        ("sealing-anew.json", "another tin", true),
        ("unsealing.json", PASSPHRASE, false),
    ] {
        let rig = Rig::new(74);
        rig.shelf.reset(stored(name));
        let mut vault = rig.open();
        assert_eq!(unlock(&mut vault, secret), Ok(()), "{name}");
        assert!(vault.converting(), "{name}");
        whole(&vault);
        convert(&mut vault);
        whole(&vault);
        let all = rig.shelf.values();
        let mut records = all.iter().filter(|(key, _)| key.starts_with("ob/r/"));
        assert!(records.all(|(_, value)| value.starts_with("1.1.") == sealed), "{name}");
        assert_eq!(vault.has_lock(), sealed, "{name}");
    }
}

/// The journal that all fixtures hold.
fn whole(vault: &Vault) {
    assert!(vault.unreadable().is_empty());
    assert_eq!(body(vault.record(id('a'))), Some(&run()));
    assert_eq!(body(vault.record(id('b'))), Some(&placement(Some(Stand::Changes))));
    assert_eq!(body(vault.record(id('c'))), Some(&guided()));
    let free = vault.record(id('d')).expect("there");
    assert_eq!(free.body(), Some(&entry("Second words.")), "the later of two revisions");
    assert_eq!((free.made, free.latest().at.ms - free.made.ms), (BEGUN, 60_000));
    assert!(vault.record(id('e')).expect("a deletion is remembered").deleted());
    let heads = &vault.record(id('f')).expect("there").heads;
    let texts: Vec<_> = heads.iter().map(|head| head.body.clone()).collect();
    assert_eq!(texts, [Some(entry("The other.")), Some(entry("One."))], "two versions, the newest first");
    for (place, stand) in STANDS.into_iter().enumerate() {
        let digit = char::from_digit(place as u32, 16).expect("a digit");
        assert_eq!(body(vault.record(id(digit))), Some(&placement(Some(stand))));
    }
    assert_eq!(body(vault.record(id('8'))), Some(&placement(None)));
    assert_eq!(body(vault.record(id('9'))), Some(&Body::Entry(Entry::default())));
    assert_eq!(vault.records().count(), 15);
}

/// Three steps, each at another level; the first has everything a step can have.
fn steps() -> [Body; 3] {
    let look = |how, words: &str| Look { at: BEGUN, how, words: words.into() };
    let whole = Commitment {
        what: "Ask for the interpreter list to hang in the treatment room.".into(),
        level: Some(Level::Institutional),
        coin: "language".into(),
        asked_by: "The patients’ group".into(),
        first: "Find out who prints it".into(),
        power: "A key to the room".into(),
        risk: "None that I see".into(),
        sign: "Nobody has to ask twice".into(),
        look_again: day("2026-08-12"),
        grew_from: id('b').to_string(),
        looks: vec![
            look(Some(How::StillGoing), "Not yet."),
            look(Some(How::Changed), ""),
            look(None, "Asked again."),
            look(Some(How::LetGo), "Too tired."),
            look(Some(How::Done), "It hangs."),
        ],
    };
    let plain = |level| Commitment { what: "é, 🙂".into(), level: Some(level), ..Commitment::default() };
    [whole, plain(Level::Internal), plain(Level::Interpersonal)].map(Body::Commitment)
}

#[test]
fn the_first_version_s_steps_open() {
    let rig = Rig::new(76);
    rig.shelf.reset(stored("steps.json"));
    let before = rig.shelf.values();
    let vault = rig.open();
    assert!(vault.condition() == Condition::Open && vault.unreadable().is_empty());
    for (digit, step) in ['a', 'b', 'c'].into_iter().zip(steps()) {
        assert_eq!(body(vault.record(id(digit))), Some(&step));
    }
    assert_eq!(rig.shelf.values(), before, "opening changes nothing");
}

#[test]
fn a_first_version_caught_erasing_is_erased() {
    let rig = Rig::new(71);
    rig.shelf.reset(stored("erasing.json"));
    let vault = rig.open();
    assert_eq!(vault.condition(), Condition::Fresh);
    assert!(vault.raw().is_empty());
}

/// Writes the fixtures of the form now current, where there are none yet: for a new form, into a folder of its own.
/// A fixture that is there stays as it is.
#[test]
#[ignore = "writes fixtures"]
fn fixtures_are_written_once() {
    let rig = Rig::new(72);
    let mut vault = rig.open();
    let mut save = |digit, body: &Body| vault.save(id(digit), body, &[]).expect("kept");
    save('a', &run());
    save('b', &placement(Some(Stand::Changes)));
    save('c', &guided());
    let first = save('d', &entry("First words."));
    save('e', &entry("Deleted."));
    let start = save('f', &entry("Start."));
    for (place, stand) in STANDS.into_iter().enumerate() {
        save(char::from_digit(place as u32, 16).expect("a digit"), &placement(Some(stand)));
    }
    save('8', &placement(None));
    save('9', &Body::Entry(Entry::default()));
    rig.pass(1);
    let mut other = rig.open();
    vault.save(id('d'), &entry("Second words."), &[first]).expect("kept");
    vault.delete(id('e')).expect("deleted");
    vault.save(id('f'), &entry("One."), &[start]).expect("kept");
    rig.pass(1);
    other.save(id('f'), &entry("The other."), &[start]).expect("kept");
    write("journal.json", &rig.shelf.values());
    rig.shelf.fault.set(Some(crate::rig::Fault { at: rig.shelf.count.get() + 5, what: crate::rig::What::DiesBefore }));
    assert!(vault.erase().is_err());
    write("erasing.json", &rig.shelf.values());
}

/// The same for steps, which came later.
#[test]
#[ignore = "writes fixtures"]
fn fixtures_of_steps_are_written_once() {
    let rig = Rig::new(77);
    let mut vault = rig.open();
    for (digit, step) in ['a', 'b', 'c'].into_iter().zip(steps()) {
        vault.save(id(digit), &step, &[]).expect("kept");
    }
    write("steps.json", &rig.shelf.values());
}

/// The same for the locked forms, out of the first one.
#[test]
#[ignore = "writes fixtures"]
fn locked_fixtures_are_written_once() {
    let rig = Rig::new(75);
    rig.shelf.reset(stored("journal.json"));
    let mut vault = rig.open();
    vault.prepare().expect("ready");
    vault.lock(&opener(&rig, Holder::Passphrase, PASSPHRASE)).expect("begun");
    assert_eq!(vault.convert(7), Ok(false));
    write("sealing.json", &rig.shelf.values());
    convert(&mut vault);
    vault.change(&opener(&rig, Holder::Recovery, CODE)).expect("a second slot");
    write("locked.json", &rig.shelf.values());
    vault.unlock_for_good().expect("begun");
    assert_eq!(vault.convert(7), Ok(false));
    write("unsealing.json", &rig.shelf.values());
    convert(&mut vault);
    lock(&rig, &mut vault, PASSPHRASE);
    vault.new_key(&opener(&rig, Holder::Passphrase, "another tin")).expect("begun");
    assert_eq!(vault.convert(7), Ok(false));
    write("sealing-anew.json", &rig.shelf.values());
}

fn write(name: &str, values: &BTreeMap<String, String>) {
    // The ballast is nothing but zeros.
    let pairs: Vec<_> = values.iter().filter(|(key, _)| *key != "ob/x").collect();
    let text = serde_json::to_string_pretty(&pairs).expect("pairs of text") + "\n";
    let path = fixture(name);
    if path.exists() {
        // A fixture is never edited.
        return;
    }
    fs::create_dir_all(path.parent().expect("in a folder")).expect("a folder");
    fs::write(&path, text).expect("written");
}
