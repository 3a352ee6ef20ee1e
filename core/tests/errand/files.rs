use crate::{CHEAP, PASSPHRASE, packed};
use obverse_core::errand::{Answer, Errand, Refusal, file, run};
use obverse_core::seal::{Cost, NONCE, SALT};
use proptest::prelude::*;

fn still() -> f64 {
    0.0
}

fn opened(file: &str) -> Result<String, Refusal> {
    file::read(file)?.open(PASSPHRASE)
}

#[test]
fn what_is_packed_is_unpacked() {
    let payload = "{\"a\":\"“words”, é, 🙂\"}\n".repeat(40);
    let pack = Errand::Pack {
        passphrase: PASSPHRASE.into(),
        salt: [1; SALT],
        nonce: [2; NONCE],
        payload: payload.clone(),
        records: 40,
    };
    let Answer::Packed { file } = run(pack, &still) else { panic!("it was not packed") };
    assert!(file.is_ascii());
    assert!(file.lines().nth(1).is_some_and(|line| line.contains(" kib=65536 passes=3 ")));
    let unpack = |passphrase: &str| run(Errand::Unpack { passphrase: passphrase.into(), file: file.clone() }, &still);
    assert_eq!(unpack(PASSPHRASE), Answer::Unpacked { payload, records: 40 });
    assert_eq!(unpack("a kettle, two maps and the tides"), Answer::Refused(Refusal::Wrong));
}

#[test]
fn a_file_reads_the_same_however_it_travelled() {
    let file = packed("words", 1);
    for travelled in [
        file.replace('\n', "\r\n"),
        format!("\u{feff}{file}"),
        format!("{file}\n\r\n\n"),
        file.trim_end().to_owned(),
        format!("\u{feff}{}\r\n\r\n", file.trim_end().replace('\n', "\r\n")),
    ] {
        assert_eq!(opened(&travelled).as_deref(), Ok("words"), "{travelled:?}");
    }
    assert_eq!(opened(&file.replace('\n', "\n ")), Err(Refusal::CutShort));
    assert_eq!(opened(&format!("{file}and more")), Err(Refusal::CutShort));
    assert_eq!(opened(&format!("\n{file}")), Err(Refusal::NotABackup));
}

#[test]
fn what_is_no_backup_is_told_from_a_newer_one() {
    for other in
        ["", "\n", "PK\u{3}\u{4}", "{\"a\":1}", "Obverse 1\n", "obverse", "obverse x\n", "obverse 0\n", "obverse 01\n"]
    {
        assert_eq!(opened(other), Err(Refusal::NotABackup), "{other:?}");
    }
    for newer in ["obverse 2\nanything", "obverse 10\n", "obverse 4000000000\nend"] {
        assert_eq!(opened(newer), Err(Refusal::Newer), "{newer:?}");
    }
    assert_eq!(opened(&rewritten("payload=1", "payload=2")), Err(Refusal::Newer));
}

/// A file somebody altered with care: its last line fits.
fn rewritten(from: &str, to: &str) -> String {
    let file = packed("words", 1);
    assert!(file.contains(from));
    let file = file.replacen(from, to, 1);
    let kept = &file[..file.rfind("end ").expect("it has an end")];
    let digest = obverse_core::seal::digest(kept.as_bytes());
    format!("{kept}end {}\n", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

#[test]
fn bounds_are_looked_at_before_any_work() {
    for (from, to) in [
        ("kib=8", "kib=7"),
        ("kib=8", "kib=65537"),
        ("kib=8", "kib=4294967295"),
        ("passes=1", "passes=0"),
        ("passes=1", "passes=11"),
        ("records=1", "records=200001"),
    ] {
        assert_eq!(opened(&rewritten(from, to)), Err(Refusal::OutOfBounds), "{to}");
    }
    assert_eq!(opened(&"obverse 1\n".repeat(2 << 20)), Err(Refusal::TooLarge));
    let write = |payload: &str, records| file::write(PASSPHRASE, CHEAP, &[0; SALT], &[0; NONCE], payload, records);
    assert_eq!(write("", file::MOST_RECORDS + 1), Err(Refusal::TooLarge));
    assert_eq!(write(&"x".repeat(file::MOST_BYTES + 1), 1), Err(Refusal::TooLarge));
    assert_eq!(write(&"x".repeat(file::MOST_BYTES / 4 * 3), 1), Err(Refusal::TooLarge));
    let much = Cost { kib: 65_537, passes: 3 };
    assert_eq!(file::write("", much, &[0; SALT], &[0; NONCE], "", 0), Err(Refusal::OutOfBounds));
}

#[test]
fn a_head_altered_with_care_does_not_open() {
    for (from, to) in [
        ("records=1", "records=2"),
        ("kib=8", "kib=9"),
        ("passes=1", "passes=2"),
        ("salt=A", "salt=B"),
        ("nonce=B", "nonce=C"),
    ] {
        assert_eq!(opened(&rewritten(from, to)), Err(Refusal::Wrong), "{to}");
    }
    // A number is written one way only, and nothing else stands there.
    for (from, to) in
        [("records=1", "records=01"), ("records=1", "records=1 "), ("records=1", "records=1 a=1"), ("kib=", "Kib=")]
    {
        assert_eq!(opened(&rewritten(from, to)), Err(Refusal::Damaged), "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_payload_comes_back(payload in any::<String>(), records in 0..200_000u32) {
        let file = packed(&payload, records);
        prop_assert!(file.is_ascii() && file.lines().all(|line| line.len() <= 160));
        let sealed = file::read(&file).map_err(|why| TestCaseError::fail(format!("{why:?}")))?;
        prop_assert_eq!(sealed.records, records);
        prop_assert_eq!(sealed.open(PASSPHRASE), Ok(payload));
    }

    #[test]
    fn no_text_panics(text in any::<String>(), second in "[ -~]{0,200}", end in "[ -~\n]{0,200}") {
        prop_assert!(file::read(&text).is_err());
        let text = format!("obverse 1\n{second}\n{end}");
        prop_assert!(file::read(&text).is_err());
    }
}
