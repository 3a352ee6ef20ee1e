//! Names after a title or after who it is, and initials.

use super::{
    Kind,
    text::{END, PAUSE, SPACE, Text, Token},
    words::{IDENTITY, JOB, LETTERED, LETTERS, MONTH, NOWHERE, SITE, SMALL, SOMEBODY, SORT, TITLE},
};

/// What an MR makes.
const SCANS: &str = "scan scans scanner scanning imaging image images angiogram angiography spectroscopy";

/// `Dr Okafor`, `Mrs. Mary O'Brien`, `Ms van der Berg`, `Mr K`, `my patient Anna`.
pub(super) fn titled(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (title, first) = (text.token(at), text.token(at + 1));
    // "miss" is something people do.
    let before_name = first.is_proper() && !text.says(at, "miss");
    // "mr baptiste" as it is typed in haste; an "mr scan" is none.
    let hasty = (text.says(at, "mr") || text.says(at, "mrs")) && title.small > 0 && first.small > 2 && first.roles == 0;
    let by_letter = title.is(SOMEBODY)
        && first.is_initial()
        && !text.says(at + 1, "i")
        && !text.says(at, "pt")
        && text.token(at + 2).gap != b'/';
    let may_be_named = before_name && !first.is(IDENTITY);
    let is_title = (title.is(TITLE) && (title.capital || before_name))
        || (title.is(SOMEBODY) && !title.capital && may_be_named)
        || by_letter
        || (text.says(at, "patient") && may_be_named && is_name(first))
        || (title.is(JOB) && may_be_named && !is_post(text, at + 1) && (!title.capital || !goes_on(text, at + 2)));
    if let Some(end) = told(text, at) {
        return Some((Kind::Name, end));
    }
    let joins = first.gap == SPACE || (first.gap == END && title.letters < 5 && text.beside(at).1 == b'.');
    if !(is_title || hasty) || !joins {
        return None;
    }
    if first.is_initial() && !b"ABINXYZ".contains(&text.word(at + 1)[0]) {
        let surname = at + 2 + usize::from(is_name(text.token(at + 2)));
        return Some((Kind::Name, surname));
    }
    if hasty && !first.capital && !SCANS.split(' ').any(|scan| text.says(at + 1, scan)) {
        return Some((Kind::Name, at + 2));
    }
    // "van der", "de", "al".
    let from =
        text.row(at + 1, |_, token| token.small == token.letters && matches!(token.letters, 2..=3) && token.roles == 0);
    let first = text.token(from);
    let end = text.row(from + 1, |text, token| matches!(token.gap, SPACE | b'-' | b'\'') && is_part(text, token));
    is_part(text, first).then_some((Kind::Name, end))
}

/// Whether a word with a capital names a post and nobody: `Consultant Anaesthetist`, `Assistant Psychologist`.
fn is_post(text: &Text, at: usize) -> bool {
    let ends = |end: &str| text.word(at).ends_with(end.as_bytes());
    text.token(at).is(TITLE | JOB) || ends("ist") || ends("ists") || ends("ian") || ends("ians")
}

/// Whether a name, or what has capitals like one, goes on here.
fn goes_on(text: &Text, at: usize) -> bool {
    text.token(at).capital && text.token(at).gap == SPACE
}

/// Where a name ends that is told of somebody: `a patient called Wilfred Nantes`, `my manager is Joanne Ng`,
/// `the registrar, Devinder, said`. The first token says who it is.
fn told(text: &Text, at: usize) -> Option<usize> {
    if !text.token(at).is(SOMEBODY | JOB | TITLE) {
        return None;
    }
    let proper = |_: &Text, token: &Token| {
        token.is_proper() && is_name(token) && token.gap == SPACE && !token.is(IDENTITY | TITLE | MONTH)
    };
    let is = usize::from(text.says(at + 1, "is") || text.says(at + 1, "was"));
    // "the registrar called Radiology".
    let acts = is == 0 && (text.token(at).is(JOB | TITLE) || text.says(at, "he") || text.says(at, "she"));
    if !acts && (text.says(at + 1 + is, "called") || text.says(at + 1 + is, "named")) {
        let end = text.row(at + 2 + is, proper);
        return (end > at + 2 + is).then_some(end);
    }
    if !text.token(at).is(JOB) {
        return None;
    }
    if is > 0 {
        let end = text.row(at + 2, proper);
        return (end > at + 3).then_some(end);
    }
    let first = text.token(at + 1);
    let end = text.row(at + 2, proper);
    let named = first.gap == PAUSE && first.is_proper() && is_name(first) && !first.is(IDENTITY | TITLE | MONTH);
    (named && text.token(end).gap == PAUSE).then_some(end)
}

/// A name, or the first letter of one such as O'Brien; `\xe2` begins the curly apostrophe.
fn is_part(text: &Text, token: &Token) -> bool {
    is_name(token) || (token.is_initial() && text.is_followed(token, b"'\xe2"))
}

/// `J.S.`, `J. S.`, `J. Smith`, `patient JS`.
pub(super) fn initials(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (token, word) = (text.token(at), text.word(at));
    // "HJW's wife".
    let capitals = matches!(token.letters, 2..=3) && token.small + token.digits == 0 && !token.is(LETTERS);
    if capitals
        && !token.is(JOB)
        && text.token(at + 1).gap == b'\''
        && text.says(at + 1, "s")
        && text.token(at + 2).is(SOMEBODY)
    {
        return Some((Kind::Initials, at + 1));
    }
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
