//! A file that came to harm: refused, with the right word, before a passphrase is asked for.

use crate::packed;
use obverse_core::errand::{Refusal, file};

/// Long enough for a body of several lines, the last of them short.
fn whole() -> String {
    packed(&"Some words, and then some more. ".repeat(12), 12)
}

fn refusal(file: &str) -> Option<Refusal> {
    file::read(file).err()
}

#[test]
fn every_truncation_is_told() {
    let file = whole();
    let first = file.find('\n').expect("lines");
    // The very last line end is not missed.
    for place in 0..file.len() - 1 {
        let expected = if place < first { Refusal::NotABackup } else { Refusal::CutShort };
        assert_eq!(refusal(&file[..place]), Some(expected), "{place}");
    }
}

#[test]
fn every_flipped_bit_is_told() {
    let file = whole();
    let first = file.find('\n').expect("lines");
    let end = file.rfind("end ").expect("an end");
    let mut tried = 0;
    for place in 0..file.len() - 1 {
        for bit in 0..7 {
            let mut bytes = file.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            let why = refusal(&String::from_utf8(bytes).expect("ASCII"));
            let allowed: &[Refusal] = match place {
                // The first line tells what it is; a digit may become another.
                _ if place <= first => &[Refusal::NotABackup, Refusal::Newer],
                // Before the end and in its name: there seems to be none.
                _ if (end - 1..end + 4).contains(&place) => &[Refusal::CutShort],
                _ => &[Refusal::Damaged],
            };
            assert!(why.is_some_and(|why| allowed.contains(&why)), "{place} {bit}: {why:?}");
            tried += 1;
        }
    }
    assert!(tried > 2_000, "{tried}");
}

#[test]
fn lines_that_changed_places_went_or_came_twice_are_told() {
    let file = whole();
    let lines: Vec<&str> = file.lines().collect();
    let joined = |lines: &[&str]| lines.join("\n") + "\n";
    for one in 1..lines.len() - 1 {
        let mut fewer = lines.clone();
        fewer.remove(one);
        assert_eq!(refusal(&joined(&fewer)), Some(Refusal::Damaged), "without {one}");
        let mut twice = lines.clone();
        twice.insert(one, lines[one]);
        assert_eq!(refusal(&joined(&twice)), Some(Refusal::Damaged), "{one} twice");
        for other in one + 1..lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(one, other);
            let expected = if other == lines.len() - 1 { Refusal::CutShort } else { Refusal::Damaged };
            assert_eq!(refusal(&joined(&swapped)), Some(expected), "{one} and {other}");
        }
    }
}

#[test]
fn bytes_put_in_or_taken_out_are_told() {
    let file = whole();
    for place in 0..file.len() - 1 {
        for sign in ["A", "=", " ", "\n", "é", "\u{0}"] {
            let more = format!("{}{sign}{}", &file[..place], &file[place..]);
            assert!(refusal(&more).is_some(), "{sign:?} at {place}");
        }
        let fewer = format!("{}{}", &file[..place], &file[place + 1..]);
        assert!(refusal(&fewer).is_some(), "without {place}");
    }
}
