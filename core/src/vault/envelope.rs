//! The outside of every stored value: `1.<alg>.<nonce>.<body>`, the last two in base64.
//!
//! Text that is not sealed has alg `0`, no nonce, and a body of eight checksum bytes before the text. Sealed text
//! has alg `1`: XChaCha20-Poly1305 over the text, filled up with blanks so that its length tells little. Base64
//! keeps every value ASCII: an engine may count bytes or UTF-16 units, and one curly quote would double a value.

use super::Trouble;
use crate::seal::{self, Key, NONCE, TAG, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// Before what is not sealed.
const OPEN: &str = "1.0..";
/// Before what is sealed.
const SEALED: &str = "1.1.";
/// Bytes of checksum before the text.
const CHECK: usize = 8;
/// A sealed text's length is a multiple of this.
const BLOCK: usize = 64;

/// Wraps a text. `bound` is what the checksum ties the text to, so that a value moved elsewhere is known.
pub(super) fn wrap(bound: &[u8], text: &[u8]) -> String {
    let mut body = Vec::with_capacity(CHECK + text.len());
    body.extend(checksum(bound, text));
    body.extend(text);
    let mut value = String::with_capacity(OPEN.len() + body.len().div_ceil(3) * 4);
    value.push_str(OPEN);
    value.push_str(&URL_SAFE_NO_PAD.encode(&body));
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

/// The text of a value of which only what comes before the body was harmed. Its checksum is of this version, and so it is
/// whole, whatever its front says.
pub(super) fn unwrap_harmed(bound: &[u8], value: &str) -> Option<Vec<u8>> {
    let (_, body) = value.rsplit_once('.')?;
    unwrap(bound, &[OPEN, body].concat()).ok()
}

/// Whether a value says that it is sealed.
pub(super) fn is_sealed(value: &str) -> bool {
    value.starts_with(SEALED)
}

/// Whether a value is surely a sealed one: no accident gives a value that is not sealed a nonce and a body of whole
/// blocks.
pub(super) fn has_a_seal(value: &str) -> bool {
    let Some((nonce, body)) = value.strip_prefix(SEALED).and_then(|rest| rest.split_once('.')) else { return false };
    let length = |field: &str| URL_SAFE_NO_PAD.decode(field).ok().map(|bytes| bytes.len());
    let blocks = length(body).and_then(|length| length.checked_sub(TAG)).is_some_and(|text| text % BLOCK == 0);
    length(nonce) == Some(NONCE) && blocks
}

/// Seals a text, which must bear blanks after it. `bound` is what it is tied to.
pub(super) fn seal(key: &Key, nonce: &[u8; NONCE], bound: &[u8], text: &[u8]) -> String {
    let mut text = text.to_vec();
    text.resize(text.len().next_multiple_of(BLOCK), b' ');
    let body = seal::seal(key, nonce, bound, &text);
    text.fill(0);
    let mut value = String::with_capacity(sealed_len(text.len()));
    value.push_str(SEALED);
    value.push_str(&URL_SAFE_NO_PAD.encode(nonce));
    value.push('.');
    value.push_str(&URL_SAFE_NO_PAD.encode(&body));
    value
}

/// The text of a sealed value, with the blanks it was filled up with.
pub(super) fn open(key: &Key, bound: &[u8], value: &str) -> Result<Vec<u8>, Trouble> {
    let fields = value.strip_prefix(SEALED).and_then(|rest| rest.split_once('.'));
    let (nonce, body) = fields.ok_or_else(|| trouble(value))?;
    let bytes = |field: &str| URL_SAFE_NO_PAD.decode(field).map_err(|_| Trouble::Altered);
    let nonce = <[u8; NONCE]>::try_from(bytes(nonce)?).map_err(|_| Trouble::Altered)?;
    seal::open(key, &nonce, bound, &bytes(body)?).ok_or(Trouble::Altered)
}

/// How long a sealed value with `text` bytes of text is.
pub(super) fn sealed_len(text: usize) -> usize {
    SEALED.len() + NONCE.div_ceil(3) * 4 + 1 + ((text.next_multiple_of(BLOCK) + TAG) * 4).div_ceil(3)
}

/// How many bytes of text a value that is not sealed has.
pub(super) fn text_len(value: &str) -> usize {
    (value.len().saturating_sub(OPEN.len()) * 3 / 4).saturating_sub(CHECK)
}

fn checksum(bound: &[u8], text: &[u8]) -> [u8; CHECK] {
    let mut bytes = Vec::with_capacity(1 + bound.len() + text.len());
    bytes.push(b'1');
    bytes.extend(bound);
    bytes.extend(text);
    digest(&bytes)[..CHECK].try_into().expect("a digest is longer than its checksum")
}

/// Whether a value in another form is sealed, was written by a later version, or is no value at all.
fn trouble(value: &str) -> Trouble {
    let mut fields = value.split('.');
    let mut number = || fields.next().filter(|field| field.len() <= 4).and_then(|field| field.parse::<u16>().ok());
    match (number(), number()) {
        (Some(1), Some(1)) if fields.clone().count() == 2 => Trouble::Sealed,
        (Some(format), Some(alg)) if (format > 1 || (format == 1 && alg > 1)) && fields.count() == 2 => Trouble::Newer,
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
            assert_eq!(unwrap(b"here", &value), Ok(text.as_bytes().to_vec()));
            assert_eq!(unwrap(b"there", &value), Err(Trouble::Altered));
            assert_eq!(text_len(&value), text.len());
        }
    }

    #[test]
    fn opens_only_where_it_was_sealed() {
        let key = Key::new([1; 32]);
        for length in [0, 1, 63, 64, 65, 1000] {
            let text = vec![b'a'; length];
            let value = seal(&key, &[2; NONCE], b"here", &text);
            assert!(value.is_ascii() && is_sealed(&value));
            assert_eq!(value.len(), sealed_len(length));
            let back = open(&key, b"here", &value).expect("opens");
            assert_eq!((&back[..length], back.len() % BLOCK), (&text[..], 0));
            assert_eq!(open(&key, b"there", &value), Err(Trouble::Altered));
            assert_eq!(unwrap(b"here", &value), Err(Trouble::Sealed));
            assert!(sealed_len(length) - length.div_ceil(3) * 4 <= 224, "no more beside the text");
        }
    }

    #[test]
    fn tells_later_from_broken() {
        for (value, trouble) in [
            ("2.0..AAAA", Trouble::Newer),
            ("2.whatever", Trouble::Newer),
            ("1.1.AAAA.AAAA", Trouble::Sealed),
            ("1.1.AAAA", Trouble::Altered),
            ("1.2.AAAA.AAAA", Trouble::Newer),
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
