//! The outside of every stored value: `1.<alg>.<nonce>.<body>`, the last two in base64.
//!
//! Text that is not sealed has alg `0`, no nonce, and a body of eight checksum bytes before the text. Base64
//! keeps every value ASCII: an engine may count bytes or UTF-16 units, and one curly quote would double a value.

use super::Trouble;
use crate::seal::digest;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Before what is not sealed.
const OPEN: &str = "1.0..";
/// Bytes of checksum before the text.
const CHECK: usize = 8;

/// Wraps a text. `bound` is what the checksum ties the text to, so that a value moved elsewhere is known.
pub(super) fn wrap(bound: &[u8], text: &[u8]) -> String {
    let mut body = Vec::with_capacity(CHECK + text.len());
    body.extend(checksum(bound, text));
    body.extend(text);
    let mut value = String::with_capacity(OPEN.len() + body.len().div_ceil(3) * 4);
    value.push_str(OPEN);
    URL_SAFE_NO_PAD.encode_string(body, &mut value);
    value
}

/// The text of a value, if it is whole, of this version, not sealed, and stands where it was put.
pub(super) fn unwrap(bound: &[u8], value: &str) -> Result<Vec<u8>, Trouble> {
    let Some(body) = value.strip_prefix(OPEN) else { return Err(trouble(value)) };
    let mut body = URL_SAFE_NO_PAD.decode(body).map_err(|_| Trouble::Altered)?;
    if body.len() < CHECK || body[..CHECK] != checksum(bound, &body[CHECK..]) {
        return Err(Trouble::Altered);
    }
    body.drain(..CHECK);
    Ok(body)
}

/// How long a value with `text` bytes of text is.
pub(super) fn wrapped_len(text: usize) -> usize {
    OPEN.len() + ((CHECK + text) * 4).div_ceil(3)
}

fn checksum(bound: &[u8], text: &[u8]) -> [u8; CHECK] {
    let mut bytes = Vec::with_capacity(1 + bound.len() + text.len());
    bytes.push(b'1');
    bytes.extend(bound);
    bytes.extend(text);
    digest(&bytes)[..CHECK].try_into().expect("a digest is longer than its checksum")
}

/// Whether a value in another form was written by a later version or is no value at all.
fn trouble(value: &str) -> Trouble {
    let mut fields = value.split('.');
    let mut number = || fields.next().filter(|field| field.len() <= 4).and_then(|field| field.parse::<u16>().ok());
    match (number(), number()) {
        (Some(format), Some(alg)) if (format > 1 || (format == 1 && alg > 0)) && fields.count() == 2 => Trouble::Newer,
        (Some(format), _) if format > 1 => Trouble::Newer,
        _ => Trouble::Altered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_only_where_it_was_put() {
        for text in ["", "a", "ab", "abc", "“é”"] {
            let value = wrap(b"here", text.as_bytes());
            assert!(value.is_ascii());
            assert_eq!(value.len(), wrapped_len(text.len()));
            assert_eq!(unwrap(b"here", &value), Ok(text.as_bytes().to_vec()));
            assert_eq!(unwrap(b"there", &value), Err(Trouble::Altered));
        }
    }

    #[test]
    fn tells_later_from_broken() {
        for (value, trouble) in [
            ("2.0..AAAA", Trouble::Newer),
            ("2.whatever", Trouble::Newer),
            ("1.1.AAAA.AAAA", Trouble::Newer),
            ("1.0.AAAA.AAAA", Trouble::Altered),
            ("1.0..", Trouble::Altered),
            ("1.0..A=", Trouble::Altered),
            ("0.0..AAAA", Trouble::Altered),
            ("", Trouble::Altered),
            ("…", Trouble::Altered),
        ] {
            assert_eq!(unwrap(b"", value), Err(trouble), "{value}");
        }
    }
}
