//! Names after a title or after who it is, and initials.

use super::{
    Kind,
    text::{END, SPACE, Text, Token},
    words::{LETTERED, LETTERS, NOWHERE, SITE, SMALL, SOMEBODY, SORT, TITLE},
};

/// `Dr Okafor`, `Mrs. Mary O'Brien`, `Ms van der Berg`, `Mr K`, `my patient Anna`.
pub(super) fn titled(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (title, first) = (text.token(at), text.token(at + 1));
    // "miss" is something people do.
    let before_name = first.is_proper() && !text.says(at, "miss");
    let is_title =
        (title.is(TITLE) && (title.capital || before_name)) || (title.is(SOMEBODY) && !title.capital && before_name);
    let joins = first.gap == SPACE || (first.gap == END && title.letters < 5 && text.beside(at).1 == b'.');
    if !is_title || !joins {
        return None;
    }
    if first.is_initial() && !b"ABINXYZ".contains(&text.word(at + 1)[0]) {
        let surname = at + 2 + usize::from(is_name(text.token(at + 2)));
        return Some((Kind::Name, surname));
    }
    // "van der", "de", "al".
    let from =
        text.row(at + 1, |_, token| token.small == token.letters && matches!(token.letters, 2..=3) && token.roles == 0);
    let first = text.token(from);
    let end = text.row(from + 1, |text, token| matches!(token.gap, SPACE | b'-' | b'\'') && is_part(text, token));
    is_part(text, first).then_some((Kind::Name, end))
}

/// A name, or the first letter of one such as O'Brien; `\xe2` begins the curly apostrophe.
fn is_part(text: &Text, token: &Token) -> bool {
    is_name(token) || (token.is_initial() && text.is_followed(token, b"'\xe2"))
}

/// `J.S.`, `J. S.`, `J. Smith`, `patient JS`.
pub(super) fn initials(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (token, word) = (text.token(at), text.word(at));
    if token.letters == 2 && token.small + token.digits == 0 && !token.is(LETTERS) {
        let said = text.before(at, 1).is(SOMEBODY) && token.gap == SPACE;
        return said.then_some((Kind::Initials, at + 1));
    }
    let is_dotted = |text: &Text, token: &Token| token.is_initial() && text.is_followed(token, b".");
    let end = text.row(at, is_dotted);
    // The rest of a longer word in capitals, the sort of something, or an author of a paper (`Nixon S. The coin`).
    let before = text.before(at, 1);
    let listed = token.gap == SPACE && before.is_proper() && end == at + 1;
    if end == at || listed || (token.gap == b'.' && before.is_initial()) || before.is(LETTERED) {
        return None;
    }
    let surname = text.token(end);
    let named = is_name(surname) && surname.gap == END && surname.is_proper();
    match end - at {
        1 => (named && word != b"I" && word != b"A").then_some((Kind::Initials, end + 1)),
        2 | 3 => {
            let mut letters = [0; 3];
            let places = letters.iter_mut().zip(at..end);
            places.for_each(|(place, at)| *place = text.word(at).first().copied().unwrap_or_default());
            let known = text.known.roles(&letters[..end - at]) & LETTERS != 0;
            (!known).then_some((Kind::Initials, end + usize::from(named)))
        }
        _ => None,
    }
}

/// Whether a word with a capital may be a name.
fn is_name(token: &Token) -> bool {
    token.capital && token.letters > 1 && token.digits == 0 && !token.is(SMALL | SORT | LETTERS | SITE | NOWHERE)
}
