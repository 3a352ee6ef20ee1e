//! Base64, strictly: there is one text for each row of bytes. In place of a crate, whose tables and cases would be a
//! good part of the download, or four times as slow; the tests hold it to one.

/// A way of writing it.
pub(crate) struct Form {
    last: [u8; 2],
    padded: bool,
    /// What each byte stands for as a sign; [`NONE`] if it is none.
    values: [u8; 256],
}

/// No sign.
const NONE: u8 = 64;

/// The values of all signs. Thousands of records are read at each opening, so each sign is looked up.
const fn values(last: [u8; 2]) -> [u8; 256] {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < 64 {
        values[sign(value, last) as usize] = value;
        value += 1;
    }
    values
}

const fn sign(value: u8, last: [u8; 2]) -> u8 {
    match value {
        0..26 => b'A' + value,
        26..52 => b'a' + value - 26,
        52..62 => b'0' + value - 52,
        62 => last[0],
        _ => last[1],
    }
}

/// With `-` and `_`, and nothing after the last byte: for what is stored.
pub(crate) static STORED: Form = Form { last: *b"-_", padded: false, values: values(*b"-_") };
/// With `+` and `/`, filled up with `=`: for files and messages.
pub(crate) static FILED: Form = Form { last: *b"+/", padded: true, values: values(*b"+/") };

impl Form {
    /// Bytes as text.
    pub(crate) fn encode(&self, bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for part in bytes.chunks(3) {
            let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(part.get(at).copied().unwrap_or_default()));
            for at in 0..4 {
                if at <= part.len() {
                    text.push(char::from(self.sign((bits >> (18 - 6 * at) & 63) as u8)));
                } else if self.padded {
                    text.push('=');
                }
            }
        }
        text
    }

    /// The bytes of a text; `None` if it is not just what [`Form::encode`] writes.
    pub(crate) fn decode(&self, text: &str) -> Option<Vec<u8>> {
        let mut signs = text.as_bytes();
        if self.padded {
            if !signs.len().is_multiple_of(4) {
                return None;
            }
            for _ in 0..2 {
                signs = signs.strip_suffix(b"=").unwrap_or(signs);
            }
        }
        let (parts, rest) = signs.as_chunks::<4>();
        let mut bytes = vec![0; parts.len() * 3];
        let (rows, _) = bytes.as_chunks_mut::<3>();
        // Whether any sign was none: each value is below 64.
        let mut all = 0;
        for ([first, second, third], part) in rows.iter_mut().zip(parts) {
            let [a, b, c, d] = part.map(|sign| self.values[usize::from(sign)]);
            all |= a | b | c | d;
            *first = a << 2 | b >> 4;
            *second = b << 4 | c >> 2;
            *third = c << 6 | d;
        }
        let mut bits = 0_u32;
        for sign in rest {
            let value = self.values[usize::from(*sign)];
            all |= value;
            bits = bits << 6 | u32::from(value);
        }
        let [_, first, second, third] = (bits << (6 * (4 - rest.len()))).to_be_bytes();
        match (rest.len(), second, third) {
            (0, ..) => {}
            (3, _, 0) => bytes.extend([first, second]),
            (2, 0, 0) => bytes.push(first),
            _ => return None,
        }
        (all < NONE).then_some(bytes)
    }

    fn sign(&self, value: u8) -> u8 {
        sign(value, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::base64::{
        Engine,
        engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
    };
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn writes_what_others_write(bytes: Vec<u8>) {
            for (form, text) in [(&STORED, URL_SAFE_NO_PAD.encode(&bytes)), (&FILED, STANDARD.encode(&bytes))] {
                prop_assert_eq!(form.encode(&bytes), text.as_str());
                prop_assert_eq!(form.decode(&text), Some(bytes.clone()));
            }
        }

        #[test]
        fn refuses_what_others_refuse(text in "[A-Da-d0-3/+_=-]{0,9}|[A-Z]{0,6}={0,5}|.{0,5}") {
            prop_assert_eq!(STORED.decode(&text), URL_SAFE_NO_PAD.decode(&text).ok());
            prop_assert_eq!(FILED.decode(&text), STANDARD.decode(&text).ok());
        }
    }
}
