//! Sites by their names, and numbered beds.

use super::{
    Kind,
    text::{END, SPACE, Text},
    words::{BED, HOUSE, LETTERS, MONTH, NOWHERE, NUMBER, SITE, SMALL, SORT, UNIT},
};

/// The most words of a name, so that no text takes long.
const PARTS: usize = 8;

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

/// `of Wales`, `of the Highlands`, `for Sick Children`.
fn of(text: &Text, at: usize) -> Option<usize> {
    if !text.says(at, "of") && !text.says(at, "for") {
        return None;
    }
    let from = at + 1 + usize::from(text.says(at + 1, "the"));
    let end = text.row(from, |_, token| token.is_proper() && token.gap == SPACE && !token.is(SMALL));
    (end > from).then_some(end)
}

/// `bed 12`, `Bay C`, `ward 7B`, `room no. 214`.
pub(super) fn bed(text: &Text, at: usize) -> Option<(Kind, usize)> {
    if !text.token(at).is(BED) {
        return None;
    }
    let number = at + 1 + usize::from(text.token(at + 1).is(NUMBER));
    let token = text.token(number);
    let joins = token.gap == SPACE || token.gap == b'#' || token.gap == b'-' || (number > at + 1 && token.gap == END);
    let numbered = matches!(token.digits, 1..=3) && token.letters < 2;
    let lettered = token.is_initial() && text.word(number) != b"I" && token.gap != b'-';
    let next = text.token(number + 1);
    let counted = (next.is(UNIT) && next.gap == SPACE) || text.goes_on(number + 1) || text.beside(number).1 == b'%';
    (joins && (numbered || lettered) && !counted).then_some((Kind::Bed, number + 1))
}
