//! Ages, in figures or words; limits of age and other spans of time are none.

use super::{
    Kind,
    text::{END, PAUSE, SPACE, Text},
    words::{AFTER_AGE, AGE, COUNT, DAYS, LETTERED, LIMIT, NINETY, OLD, SOMEBODY, UNIT, YEAR},
};

/// Nobody is older.
const OLDEST: u32 = 120;
/// Who may be few years old.
const CHILDREN: &str = "baby boy girl child son daughter twin infant";

/// `45-year-old`, `45 yo`, `45F`, `aged 45`, `she is 45.`, `six-week-old baby`, `nonagenarian`.
pub(super) fn age(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let token = text.token(at);
    if token.is(NINETY) && !token.is(COUNT) {
        return Some((Kind::GreatAge, at + 1));
    }
    // "mother of three" has children.
    let child = ["boy", "girl", "child"].iter().any(|child| text.says(at, child))
        && text.token(at + 2).is(COUNT)
        && !text.is_many(at + 3);
    let of_somebody = token.is(SOMEBODY) && text.says(at + 1, "of") && (child || text.value(at + 2) > Some(15));
    if token.is(AGE) || of_somebody {
        // "aged 45", "at the age of 45", "a man of 45".
        let of = at + 1 + usize::from(text.says(at + 1, "of"));
        let (kind, end) = count(text, of)?;
        let bound = (text.led(at, 3, LIMIT) && !text.before(at, 1).is(SOMEBODY))
            || text.token(end).is(LIMIT | UNIT)
            || text.token(end + 1).is(LIMIT);
        return (!bound && !text.goes_on(end) && !measured(text, end)).then_some((kind, end));
    }
    if at > 0 && text.goes_on(at) {
        return None;
    }
    if token.letters > 0 && token.digits > 0 {
        return short(text, at);
    }
    let (kind, end) = count(text, at)?;
    let (unit, old) = (text.token(end), text.token(end + 1));
    let close = |gap: u8| gap == SPACE || gap == b'-' || gap == b'/';
    if !close(unit.gap) || text.led(at, 1, LIMIT) {
        return standing(text, at, kind, end);
    }
    if text.says(end, "yo") {
        return Some((kind, end + 1));
    }
    let of_age = text.says(end + 1, "of") && text.token(end + 2).is(AGE);
    if of_age && unit.is(YEAR) {
        return Some((kind, end + 3));
    }
    // Neither a guideline nor a machine is somebody.
    let thing = text.led(at, 2, LETTERED) || text.token(end + 2).is(LETTERED);
    let is_old = close(old.gap) && old.is(OLD) && !thing;
    let said = text.before(at, 2).is(SOMEBODY) && (text.says(at - 1, "was") || text.says(at - 1, "is"));
    let small = unit.is(DAYS) && (said || text.token(end + 2).is(SOMEBODY | AFTER_AGE));
    if is_old && (unit.is(YEAR) || small) {
        return Some((if unit.is(YEAR) { kind } else { Kind::Age }, end + 2));
    }
    standing(text, at, kind, end)
}

/// `her 90th birthday`.
pub(super) fn birthday(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let is_ordinal = text.token(at).digits > 0 && text.token(at).letters == 2;
    let years = text.figures(at);
    (is_ordinal && years <= OLDEST && text.says(at + 1, "birthday")).then_some((kind(years), at + 2))
}

/// How many years, in figures or words, and where that ends.
fn count(text: &Text, at: usize) -> Option<(Kind, usize)> {
    if let Some(years) = text.value(at) {
        return (years <= OLDEST).then_some((kind(years), at + 1));
    }
    if !text.token(at).is(COUNT) {
        return None;
    }
    let end = text.row(at + 1, |_, token| token.is(COUNT) && matches!(token.gap, SPACE | b'-'));
    let great = (at..end).any(|at| text.token(at).is(NINETY));
    Some((if great { Kind::GreatAge } else { Kind::Age }, end))
}

/// `45yo`, `45yr old`, `72F`.
fn short(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (token, years) = (text.token(at), text.figures(at));
    let letters = text.word(at).get(token.digits as usize..).unwrap_or_default();
    let says = |ends: &str| ends.split(' ').any(|end| letters.eq_ignore_ascii_case(end.as_bytes()));
    let old = text.token(at + 1).is(OLD);
    // As it stands at the beginning of a case: two figures, and nothing of money before.
    let sex = token.digits == 2 && matches!(token.gap, SPACE | END | b'\'') && (letters == b"F" || letters == b"M");
    let end = if says("y yr yrs") && old {
        at + 2
    } else if says("yo yof yom y") || sex {
        at + 1
    } else {
        return None;
    };
    (years <= OLDEST).then_some((kind(years), end))
}

/// `She is 45.`, `she was eighty-four, and`, `my patient, 37, cried`.
fn standing(text: &Text, at: usize, kind: Kind, end: usize) -> Option<(Kind, usize)> {
    let verb = at.checked_sub(1)?;
    if text.token(at).gap == PAUSE && text.token(verb).is(SOMEBODY) {
        let closes = text.token(end).gap == PAUSE && text.token(at).is_number();
        return (closes && !text.goes_on(end)).then_some((kind, end));
    }
    let said = text.says(verb, "is") || text.says(verb, "was") || text.says(verb, "s");
    // In words: from sixteen on, of which each has at least two syllables and "teen" or "ty".
    let of_many = |word: &[u8]| word.ends_with(b"ty") || (word.ends_with(b"teen") && word.len() > 6);
    let years = text.value(at).or_else(|| of_many(&text.word(at).to_ascii_lowercase()).then_some(16))?;
    let closes = text.token(end).gap != SPACE || text.says(end, "and") || text.word(end).is_empty();
    let alone = closes && !text.goes_on(end) && !measured(text, end);
    // "he was 2 and 3 down" counts something else.
    let young = CHILDREN.split(' ').any(|child| text.says(verb.saturating_sub(1), child));
    let grown = years > 15 || young;
    (said && alone && grown && text.before(at, 2).is(SOMEBODY)).then_some((kind, end))
}

/// Whether a sign of measure stands right behind what ends here.
fn measured(text: &Text, end: usize) -> bool {
    let sign = text.beside(end.saturating_sub(1)).1;
    // Signs beyond ASCII, such as that of degrees, begin with this byte or a greater one.
    b"%+".contains(&sign) || (sign >= 0x80 && text.token(end).gap != b'-')
}

fn kind(years: u32) -> Kind {
    if years < 90 { Kind::Age } else { Kind::GreatAge }
}
