use super::Code;
use obverse_core::{seal::Key, vault::Entropy};
use std::fmt;

/// How many bytes of a written code vouch for it.
const CHECK: usize = 4;
/// How many bytes a code is.
const CODE: usize = 3;

/// The random value that codes are written with in addresses. Whoever does not have it learns nothing from an address,
/// and cannot make one: the code of a piece alone is a hash of a public name, which everybody can look up.
///
/// A code is written as its check (HMAC-SHA256 of it, cut short) and the code under a mask made from the check (the
/// "synthetic IV" of RFC 5297). So an address can be read before the pieces are there to be looked through, the same
/// piece has the same address for as long as the salt lasts, and an address of another salt is told from one of this.
#[derive(Clone)]
pub struct Salt {
    whole: Key,
    check: Key,
    mask: Key,
}

impl Salt {
    /// Makes a fresh one.
    pub fn random(entropy: &dyn Entropy) -> Salt {
        Salt::of(Key::random(entropy))
    }

    /// Reads one that was written down with [`Salt::text`].
    pub fn read(text: &str) -> Option<Salt> {
        Some(Salt::of(Key::new(bytes(text)?)))
    }

    /// Returns what to write down of it: 64 hex digits.
    pub fn text(&self) -> String {
        hex(self.whole.bytes())
    }

    fn of(whole: Key) -> Salt {
        Salt { check: whole.derive("check"), mask: whole.derive("mask"), whole }
    }

    /// Writes a code.
    pub(super) fn hide(&self, code: Code) -> String {
        let check = self.check_of(code);
        hex(&check) + &hex(&self.masked(check, code.0))
    }

    /// Reads a code that was written with this salt; nothing else is one.
    pub(super) fn find(&self, text: &str) -> Option<Code> {
        let [a, b, c, d, masked @ ..]: [u8; CHECK + CODE] = bytes(text)?;
        let check = [a, b, c, d];
        let code = Code(self.masked(check, masked));
        (self.check_of(code) == check).then_some(code)
    }

    fn check_of(&self, code: Code) -> [u8; CHECK] {
        let [a, b, c, d, ..] = self.check.tag(&code.0);
        [a, b, c, d]
    }

    /// Puts the mask on, or takes it off.
    fn masked(&self, check: [u8; CHECK], code: [u8; CODE]) -> [u8; CODE] {
        let mask = self.mask.tag(&check);
        [code[0] ^ mask[0], code[1] ^ mask[1], code[2] ^ mask[2]]
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Salt(..)")
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'a' + half - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Reads exactly so many bytes in hex.
fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N {
        return None;
    }
    let digit = |at: usize| match text.as_bytes()[at] {
        byte @ b'0'..=b'9' => Some(byte - b'0'),
        byte @ b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = digit(2 * place)? << 4 | digit(2 * place + 1)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn salt(of: [u8; 32]) -> Salt {
        Salt::of(Key::new(of))
    }

    proptest! {
        #[test]
        fn what_one_salt_writes_it_reads_and_no_other(
            code in any::<[u8; 3]>(), one in any::<[u8; 32]>(), other in any::<[u8; 32]>(),
        ) {
            prop_assume!(one != other);
            let written = salt(one).hide(Code(code));
            prop_assert_eq!(salt(one).find(&written), Some(Code(code)));
            prop_assert_eq!(salt(other).find(&written), None);
            prop_assert_ne!(salt(other).hide(Code(code)), written);
        }

        #[test]
        fn an_altered_code_is_none(code in any::<[u8; 3]>(), of in any::<[u8; 32]>(), at in 0..14_usize, digit in "[0-9a-f]") {
            let salt = salt(of);
            let written = salt.hide(Code(code));
            let mut altered = written.clone();
            altered.replace_range(at..=at, &digit);
            prop_assume!(altered != written);
            prop_assert_eq!(salt.find(&altered), None);
        }

        #[test]
        fn it_is_written_down_and_read_again(of in any::<[u8; 32]>(), code in any::<[u8; 3]>()) {
            let read = Salt::read(&salt(of).text()).expect("it was written down");
            prop_assert_eq!(read.hide(Code(code)), salt(of).hide(Code(code)));
        }

        #[test]
        fn nothing_else_breaks_it(text in "\\PC{0,70}") {
            let _ = Salt::read(&text);
            prop_assert_eq!(salt([7; 32]).find(&text), None);
        }
    }

    #[test]
    fn it_never_shows_itself() {
        assert_eq!(format!("{:?}", salt([7; 32])), "Salt(..)");
    }
}
