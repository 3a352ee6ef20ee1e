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

/// Puts something before each line.
fn begun_with(file: &str, before: &str) -> String {
    file.lines().map(|line| format!("{before}{line}\n")).collect()
}

/// As mail wraps lines that are too long: where there is a blank, or anywhere.
fn wrapped(file: &str, most: usize) -> String {
    let mut text = String::new();
    for line in file.lines() {
        let mut rest = line;
        while rest.len() > most {
            let at = rest[..most].rfind(' ').unwrap_or(most);
            text.extend([&rest[..at], "\n"]);
            rest = rest[at..].trim_start();
        }
        text.extend([rest, "\n"]);
    }
    text
}

/// As mail writes it on its way ("quoted-printable").
fn quoted_printable(file: &str, end: &str) -> String {
    let mut text = String::new();
    for line in file.lines() {
        let mut width = 0;
        for sign in line.chars() {
            let coded = if sign == '=' { "=3D".to_owned() } else { sign.to_string() };
            if width + coded.len() > 75 {
                text.extend(["=", end]);
                width = 0;
            }
            width += coded.len();
            text.push_str(&coded);
        }
        text.push_str(end);
    }
    text
}

#[test]
fn a_file_reads_the_same_however_it_travelled() {
    let payload = "Some words, and then some more. ".repeat(12);
    let file = packed(&payload, 1);
    let whole = file.trim_end();
    let apart: String = file.chars().flat_map(|sign| [sign, '\u{0}']).collect();
    for travelled in [
        file.replace('\n', "\r\n"),
        file.replace('\n', "\r"),
        file.replace('\n', "\n\n"),
        file.replace('\n', "\r\r\n"),
        file.replace('\n', "  \n"),
        file.replace('\n', "\t\r\n"),
        file.replace('\n', "\u{a0}\n"),
        file.replace('\n', "\u{2028}"),
        file.replace('\n', " "),
        file.replace(' ', "\u{a0}"),
        format!("\u{feff}{file}"),
        format!("\n\n \t\r\n{file}"),
        format!("{file}\n\r\n\n"),
        whole.to_owned(),
        format!("\u{feff}{}\r\n\r\n", whole.replace('\n', "\r\n")),
        format!("\u{fffd}\u{fffd}{apart}"),
        begun_with(&file, "> "),
        begun_with(&file, ">> > "),
        begun_with(&file, "| "),
        begun_with(&file, "\t  "),
        begun_with(&file, "\u{200b}\u{2060}"),
        file.replace("kib", "k\u{ad}ib").replace("end", "\u{200e}end\u{200f}"),
        format!("Here it is:\n\n{file}\n-- \nSent from a telephone"),
        begun_with(&format!("My Obverse, of 21 November\n\n{file}\nThe end 1"), "> "),
        wrapped(&file, 72),
        wrapped(&file, 40),
        begun_with(&wrapped(&file, 70), "> "),
        quoted_printable(&file, "\r\n"),
        quoted_printable(&file, "\n"),
        quoted_printable(&file, "\r"),
        format!("Content-Transfer-Encoding: quoted-printable\n\n{}", quoted_printable(&file, "\n")),
    ] {
        assert_eq!(opened(&travelled).as_deref(), Ok(payload.as_str()), "{travelled:?}");
        // What came to harm is told all the same, and from a passphrase that does not fit.
        let place = travelled.find("kib").or(travelled.find("passes")).unwrap_or(travelled.len() / 2);
        let harmed = format!("{}X{}", &travelled[..place], &travelled[place..]);
        assert_eq!(opened(&harmed), Err(Refusal::Damaged), "{harmed:?}");
        let sealed = file::read(&travelled).map_err(|why| format!("{why:?}"));
        assert_eq!(sealed.map(|sealed| sealed.open("another")), Ok(Err(Refusal::Wrong)));
    }
    assert_eq!(opened(&format!("{whole}and more")).as_deref(), Err(&Refusal::Damaged));
    assert_eq!(opened(&format!("{file}and more")).as_deref(), Ok(payload.as_str()), "what follows is none of it");
}

#[test]
fn a_salt_that_looks_as_if_it_was_quoted_is_none() {
    // It begins with `3D` in base64.
    let mut salt = [0xdc; SALT];
    salt[1] = 0x3d;
    let file = file::write(PASSPHRASE, CHEAP, &salt, &[4; NONCE], "words", 1).expect("it is small");
    assert!(file.contains("salt=3D"), "{file}");
    assert_eq!(opened(&file).as_deref(), Ok("words"));
    assert_eq!(opened(&quoted_printable(&file, "\r\n")).as_deref(), Ok("words"));
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
