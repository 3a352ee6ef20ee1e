//! Addresses of electronic mail and of the web.

use super::{Kind, text::Text};

/// The ends of bare addresses: few, since a full stop without a space is a slip more often than an address.
const ENDS: &str = "com org net edu gov uk ca io au nz ie app";

/// `name@host.end`.
pub(super) fn email(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let host = text.row(at + 1, |_, token| b".-_+'".contains(&token.gap));
    let end = text.row(host + 1, |_, token| b".-".contains(&token.gap));
    let is_one = text.token(host).gap == b'@' && text.token(end - 1).gap == b'.';
    is_one.then_some((Kind::Email, end))
}

/// What begins as an address of the web does, or ends as one.
pub(super) fn link(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let scheme = (text.says(at, "http") || text.says(at, "https")) && text.beside(at).1 == b':';
    let host = text.row(at + 1, |_, token| token.gap == b'.');
    let dotted = host > at + 1 && text.token(at).letters > 1;
    let ends = || ENDS.split(' ').any(|end| text.says(host - 1, end));
    if !scheme && !(dotted && (text.says(at, "www") || ends())) {
        return None;
    }
    // Only now, since it may be far.
    let whole = text.unbroken(at).max(host);
    (whole > at + 1).then_some((Kind::Link, whole))
}
