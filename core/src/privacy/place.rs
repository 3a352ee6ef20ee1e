//! Sites by their names, and numbered beds.

use super::{
    Kind,
    text::{END, SPACE, Text, Token},
    words::{
        BED, COUNT, GENERAL, HOUSE, LETTERS, MONTH, NOWHERE, NUMBER, OFFICE, ORDINAL, SITE, SMALL, SORT, UNIT, WHOSE,
    },
};

/// The most words of a name, so that no text takes long.
const PARTS: usize = 8;

/// Words before a room that is not numbered: after "the room", a number counts something else.
const DETERMINERS: &str = "the a an this that each every no your";

/// `St Mary's Hospital`, `Riverside clinic`, `University Hospital of Wales`, `University of Toronto`.
pub(super) fn site(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let mut named = false;
    for next in at..at + PARTS {
        let token = text.token(next);
        let begins = next == at;
        let is_site = token.is(SITE) || (token.is(HOUSE) && token.capital);
        if is_site && !begins && named {
            return Some((Kind::Site, of(text, next + 1).unwrap_or(next + 1)));
        }
        if token.capital
            && (token.is(SITE) || token.is(HOUSE))
            && let Some(end) = of(text, next + 1)
        {
            return Some((Kind::Site, end));
        }
        let saint = text.word(next.saturating_sub(1)) == b"St";
        let joins = matches!(token.gap, SPACE | b'-' | b'\'') || (saint && token.gap == END);
        let possessive = token.gap == b'\'' && text.says(next, "s");
        let proper = token.is_proper() && !token.is(SMALL | NOWHERE | MONTH);
        if !(begins || joins) || !(proper || possessive) {
            return None;
        }
        // What begins a sentence has a capital in any case; only a second word, or the site's own capital, tells.
        let told = token.gap != END || text.token(next + 1).capital || text.token(next + 1).gap == b'\'';
        named |= proper && told && !token.is(SORT | LETTERS);
    }
    None
}

/// `Royal Carrow`, `Carrow General`: a hospital by its name alone.
pub(super) fn general(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (first, second) = (text.token(at), text.token(at + 1));
    let named = |token: &Token| token.is_proper() && !token.is(GENERAL | OFFICE | SMALL | SORT | NOWHERE | MONTH);
    let pair = (first.is(GENERAL) && named(second)) || (named(first) && first.gap != END && second.is(GENERAL));
    let next = text.token(at + 2);
    let whole = first.capital && second.capital && second.gap == SPACE && !(next.capital && next.gap == SPACE);
    (pair && whole).then_some((Kind::Site, at + 2))
}

/// `of Wales`, `of the Highlands`, `for Sick Children`.
fn of(text: &Text, at: usize) -> Option<usize> {
    if !text.says(at, "of") && !text.says(at, "for") {
        return None;
    }
    let from = at + 1 + usize::from(text.says(at + 1, "the"));
    let end = text.row(from, |_, token| token.is_proper() && token.gap == SPACE && !token.is(SMALL));
    (end > from).then_some(end)
}

/// `bed 12`, `Bay C`, `ward 7B`, `room no. 214`, `bed four`, `side room twenty-two`.
pub(super) fn bed(text: &Text, at: usize) -> Option<(Kind, usize)> {
    // "SR4", "Rm 12".
    let short = ["sr", "rm"].iter().any(|short| starts(text.word(at), short));
    if short && matches!(text.token(at).digits, 1..=3) && text.token(at).letters == 2 {
        return Some((Kind::Bed, at + 1));
    }
    if text.token(at).is(ORDINAL) {
        let next = text.token(at + 2);
        let ends = next.gap != SPACE || ["by", "on", "from", "near", "in"].iter().any(|word| text.says(at + 2, word));
        let bed = (text.says(at + 1, "bed") && ends) || text.says(at + 1, "bay") || text.says(at + 1, "cubicle");
        return (bed && !text.says(at, "first") && !text.says(at, "second")).then_some((Kind::Bed, at + 2));
    }
    if !text.token(at).is(BED) {
        return None;
    }
    let no_one = text.says(at + 1, "no") && text.says(at + 2, "one");
    let number = at + 1 + usize::from((text.token(at + 1).is(NUMBER) && !no_one) || text.says(at + 1, "space"));
    let token = text.token(number);
    let joins = token.gap == SPACE || token.gap == b'#' || token.gap == b'-' || (number > at + 1 && token.gap == END);
    let numbered = matches!(token.digits, 1..=3) && token.letters < 2;
    let lettered = token.is_initial() && text.word(number) != b"I" && token.gap != b'-';
    let pair = text.says(number + 1, "and") && matches!(text.token(number + 2).digits, 1..=3);
    let end = match in_words(text, at, number) {
        // "beds 4 and 5": a number alone counts them.
        _ if text.says(at, "beds") && !(numbered && pair) => return None,
        _ if text.says(at, "beds") => number + 3,
        Some(end) => end,
        None if numbered || lettered => number + 1,
        None => return None,
    };
    let next = text.token(end);
    let counted = (next.is(UNIT) && next.gap == SPACE) || text.goes_on(end) || text.beside(end - 1).1 == b'%';
    (joins && !counted).then_some((Kind::Bed, end))
}

fn starts(word: &[u8], with: &str) -> bool {
    word.get(..with.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(with.as_bytes()))
}

/// Where a number in letters ends: `bed four`, but not `in the room four people`, nor `on ward three nurses were off`.
fn in_words(text: &Text, at: usize, number: usize) -> Option<usize> {
    let token = text.token(number);
    let determined = text.before(at, 1).is(WHOSE)
        || at.checked_sub(1).is_some_and(|before| DETERMINERS.split(' ').any(|word| text.says(before, word)));
    if !token.is(COUNT) || token.gap != SPACE || determined {
        return None;
    }
    let end = text.row(number + 1, |_, token| token.is(COUNT) && token.gap == b'-');
    // "in resus one nurse", "in bed one morning".
    let single = text.says(number, "one") && text.token(end).gap == SPACE;
    let counted = text.is_many(end) && !text.says(at, "bed");
    (!single && !counted).then_some(end)
}
