//! A file that came to harm: refused, with the right word, before a passphrase is asked for.

use crate::{PASSPHRASE, packed};
use obverse_core::errand::{Refusal, file};

/// Long enough for a body of several lines, the last of them short.
fn whole() -> String {
    packed(&payload(), 12)
}

fn payload() -> String {
    "Some words, and then some more. ".repeat(12)
}

/// Whether a file is refused or says the same.
fn told_or_whole(file: &str) -> bool {
    file::read(file).map_or(true, |sealed| sealed.open(PASSPHRASE) == Ok(payload()))
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
            let sign = |byte: u8| byte.is_ascii_graphic();
            let (before, after) = (file.as_bytes()[place], bytes[place]);
            let altered = String::from_utf8(bytes).expect("ASCII");
            if !sign(before) && !sign(after) {
                // Where a word ends does not matter within the body.
                assert!(told_or_whole(&altered), "{place} {bit}");
                continue;
            }
            let why = refusal(&altered);
            let allowed: &[Refusal] = match place {
                // The first line tells what it is; a digit may become another.
                _ if place <= first => &[Refusal::NotABackup, Refusal::Newer],
                // Before the end and in its name: there seems to be none.
                _ if (end - 1..end + 4).contains(&place) => &[Refusal::CutShort],
                // A sign that parts words leaves too few digits.
                _ if place > end => &[Refusal::Damaged, Refusal::CutShort],
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
            let why = refusal(&joined(&swapped));
            let last = other == lines.len() - 1;
            assert!(
                why == Some(Refusal::Damaged) || last && why == Some(Refusal::CutShort),
                "{one} and {other}: {why:?}"
            );
        }
    }
}

#[test]
fn bytes_put_in_or_taken_out_are_told() {
    let file = whole();
    for place in 0..file.len() - 1 {
        for sign in ["A", "=", "+", "0", "end"] {
            let more = format!("{}{sign}{}", &file[..place], &file[place..]);
            assert!(refusal(&more).is_some(), "{sign:?} at {place}");
        }
        for sign in [" ", "\n", "é", "\u{0}", "\u{feff}", ">"] {
            let more = format!("{}{sign}{}", &file[..place], &file[place..]);
            assert!(told_or_whole(&more), "{sign:?} at {place}");
        }
        let fewer = format!("{}{}", &file[..place], &file[place + 1..]);
        // Whatever else goes, a word is cut or runs into the next.
        assert!(
            refusal(&fewer).is_some() || told_or_whole(&fewer) && file[place..].starts_with('\n'),
            "without {place}"
        );
    }
}
