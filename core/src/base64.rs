//! Base64, strictly: there is one text for each row of bytes. In place of a crate, whose tables and cases would be a
//! good part of the download, or four times as slow; the tests hold it to one.

/// A way of writing it.
pub(crate) struct Form {
    last: [u8; 2],
    padded: bool,
}

/// With `-` and `_`, and nothing after the last byte: for what is stored.
pub(crate) const STORED: Form = Form { last: *b"-_", padded: false };
/// With `+` and `/`, filled up with `=`: for files and messages.
pub(crate) const FILED: Form = Form { last: *b"+/", padded: true };

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
        let mut bytes = Vec::with_capacity(signs.len() / 4 * 3 + 2);
        for part in signs.chunks(4) {
            let mut bits = 0_u32;
            for sign in part {
                bits = bits << 6 | u32::from(self.value(*sign)?);
            }
            let [_, first, second, third] = (bits << (6 * (4 - part.len()))).to_be_bytes();
            match (part.len(), second, third) {
                (4, ..) => bytes.extend([first, second, third]),
                (3, _, 0) => bytes.extend([first, second]),
                (2, 0, 0) => bytes.push(first),
                _ => return None,
            }
        }
        Some(bytes)
    }

    fn sign(&self, value: u8) -> u8 {
        match value {
            0..26 => b'A' + value,
            26..52 => b'a' + value - 26,
            52..62 => b'0' + value - 52,
            62 => self.last[0],
            _ => self.last[1],
        }
    }

    fn value(&self, sign: u8) -> Option<u8> {
        match sign {
            b'A'..=b'Z' => Some(sign - b'A'),
            b'a'..=b'z' => Some(sign - b'a' + 26),
            b'0'..=b'9' => Some(sign - b'0' + 52),
            _ => self.last.iter().position(|last| *last == sign).map(|place| place as u8 + 62),
        }
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
            for (form, text) in [(STORED, URL_SAFE_NO_PAD.encode(&bytes)), (FILED, STANDARD.encode(&bytes))] {
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
