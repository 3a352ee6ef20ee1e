//! Recovery codes: 125 random bits in letters and digits that are hard to confuse, in five groups of five.

use crate::vault::Entropy;

/// Digits and letters without I, L, O and U (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Groups of a code, and letters of a group.
const GROUP: usize = 5;

/// Letters and digits of a code.
pub const CODE: usize = GROUP * GROUP;

/// A fresh code, as it is shown: `7K2QD-…`.
pub fn recovery_code(entropy: &dyn Entropy) -> String {
    let mut bytes = [0; GROUP * GROUP];
    entropy.fill(&mut bytes);
    let mut code = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        if at > 0 && at % GROUP == 0 {
            code.push('-');
        }
        code.push(LETTERS[usize::from(byte % 32)].into());
    }
    code
}

/// A code as it is stretched, however it was typed: capitals without gaps, of any width, and the letters people mistake put
/// right.
pub fn plain_code(typed: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    let mut plain = String::new();
    for letter in typed.chars().map(narrow).filter(char::is_ascii_alphanumeric) {
        plain.push(match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            'U' => 'V',
            other => other,
        });
    }
    plain
}

/// Whether what was typed is the last group of a code, however it was typed.
pub fn is_last_group(code: &str, typed: &str) -> bool {
    plain_code(typed) == last_group(code)
}

/// The last group of a code, which is typed back to see that the code was written down.
pub fn last_group(code: &str) -> &str {
    code.rsplit('-').next().unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct Counting(Cell<u8>);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.replace(self.0.get().wrapping_add(1));
            }
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = recovery_code(&Counting(Cell::new(0)));
        assert_eq!(code, "01234-56789-ABCDE-FGHJK-MNPQR");
        assert_eq!(last_group(&code), "MNPQR");
        let plain = "0123456789ABCDEFGHJKMNPQR";
        for typed in [
            &code,
            "０１２３４–56789—ＡＢＣＤＥ fghjk\u{a0}mnpqr",
            "o1234 56789 abcde fghjk mnpqr",
            "OI234-56789-abcde-FGHJKMNPQR ",
            "0l234.56789.abcdefghjkmnpqr",
        ] {
            assert_eq!(plain_code(typed), plain, "{typed}");
        }
    }

    #[test]
    fn its_last_group_may_be_typed_as_freely_as_the_rest() {
        let code = "01234-56789-ABCDE-FGHJK-0V1QR";
        for typed in ["0V1QR", " ouiqr ", "o-v l q r", "０Ｖ１ＱＲ"] {
            assert!(is_last_group(code, typed), "{typed}");
        }
        for typed in ["", "0V1Q", "0V1QRR", "FGHJK"] {
            assert!(!is_last_group(code, typed), "{typed}");
        }
    }

    #[test]
    fn every_letter_is_as_likely_as_any_other() {
        assert_eq!(256 % LETTERS.len(), 0);
    }
}
