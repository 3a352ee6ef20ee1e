//! Addresses of electronic mail and of the web.

use super::{Kind, text::Text};

/// The most parts of an address, so that no text takes long.
const PARTS: usize = 12;
/// The ends of bare addresses: few, since a full stop without a space is a slip more often than an address.
const ENDS: [&[u8]; 12] = [b"com", b"org", b"net", b"edu", b"gov", b"uk", b"ca", b"io", b"au", b"nz", b"ie", b"app"];

/// `name@host.end`.
pub(super) fn email(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let host = (at + 1..at + PARTS).take_while(|next| b".-_+'@".contains(&text.token(*next).gap));
    let host = host.into_iter().find(|next| text.token(*next).gap == b'@')?;
    let rest = (host + 1..host + PARTS).take_while(|next| b".-".contains(&text.token(*next).gap));
    let end = rest.last()? + 1;
    (text.token(end - 1).gap == b'.').then_some((Kind::Email, end))
}

/// What begins as an address of the web does, or ends as one.
pub(super) fn link(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let (word, next) = (text.word(at), text.token(at + 1));
    let whole = text.unbroken(at);
    let scheme =
        (word.eq_ignore_ascii_case(b"http") || word.eq_ignore_ascii_case(b"https")) && text.beside(at).1 == b':';
    let named = word.eq_ignore_ascii_case(b"www") && next.gap == b'.';
    if whole > at + 1 && (scheme || named) {
        return Some((Kind::Link, whole));
    }
    let dotted = (at + 1..at + PARTS).take_while(|next| text.token(*next).gap == b'.').last()?;
    let is_end = ENDS.iter().any(|end| text.word(dotted) == *end);
    let is_host = text.token(at).letters > 1;
    (is_end && is_host).then_some((Kind::Link, whole.max(dotted + 1)))
}
