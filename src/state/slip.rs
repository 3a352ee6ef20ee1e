//! What was probably amiss with a passphrase or a code that opened nothing. Nothing is put right in silence: it is said.

use super::App;
use leptos::prelude::*;
use obverse_core::{
    seal::{CODE, plain_code},
    vault::Holder,
};

/// What may have gone wrong in typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A passphrase in which nothing strikes: capitals, a space, another keyboard.
    Passphrase,
    /// A passphrase that begins or ends with a space.
    Space,
    /// A passphrase all in capitals.
    Capitals,
    /// What was typed for a passphrase is a recovery code.
    IsCode,
    /// A recovery code as long as they are.
    Code,
    /// A recovery code of so many letters and digits, which is too few or too many.
    Length(usize),
}

impl Slip {
    /// Returns what may be amiss with what was typed to open a lock or a file.
    pub(super) fn of(holder: Holder, typed: &str) -> Slip {
        let signs = plain_code(typed).len();
        match holder {
            Holder::Recovery if signs == CODE => Slip::Code,
            Holder::Recovery => Slip::Length(signs),
            Holder::Passphrase
                if signs == CODE && typed.chars().all(|sign| sign.is_ascii_uppercase() || stands_in_codes(sign)) =>
            {
                Slip::IsCode
            }
            Holder::Passphrase if has_outer_space(typed) => Slip::Space,
            Holder::Passphrase if is_in_capitals(typed) => Slip::Capitals,
            Holder::Passphrase => Slip::Passphrase,
        }
    }
}

/// Whether a passphrase begins or ends with a space, which is easily left out or added.
pub fn has_outer_space(passphrase: &str) -> bool {
    passphrase.starts_with(char::is_whitespace) || passphrase.ends_with(char::is_whitespace)
}

fn stands_in_codes(sign: char) -> bool {
    sign.is_ascii_digit() || sign == '-' || sign.is_whitespace()
}

fn is_in_capitals(typed: &str) -> bool {
    let mut letters = typed.chars().filter(char::is_ascii_alphabetic);
    letters.clone().count() > 2 && letters.all(|letter| letter.is_ascii_uppercase())
}

impl App {
    /// What may be amiss with what was typed last.
    pub fn slip(self) -> Slip {
        self.locking.slip.get_value()
    }

    /// Something was typed to open a lock or a file.
    pub(super) fn note_slip(self, holder: Holder, typed: &str) {
        self.locking.slip.set_value(Slip::of(holder, typed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likely_cause_is_told() {
        let code = "7K2QD-ABCDE-01234-XYZWV-MNPQR";
        for (typed, slip) in [
            ("violets hum past the boathouse", Slip::Passphrase),
            ("violets hum past the boathouse ", Slip::Space),
            ("\u{a0}violets", Slip::Space),
            ("\tvi", Slip::Space),
            ("VIOLETS HUM", Slip::Capitals),
            ("VIOLETS HUM ", Slip::Space),
            ("NO", Slip::Passphrase),
            ("12345678", Slip::Passphrase),
            ("ночь", Slip::Passphrase),
            ("", Slip::Passphrase),
            (code, Slip::IsCode),
        ] {
            assert_eq!(Slip::of(Holder::Passphrase, typed), slip, "{typed:?}");
        }
        for (typed, slip) in [
            (code, Slip::Code),
            ("7k2qd abcde o1234 xyzwv mnpqr", Slip::Code),
            ("7K2QD-ABCDE-01234-XYZWV-MNPQ", Slip::Length(24)),
            ("", Slip::Length(0)),
            ("violets hum past the boathouse", Slip::Length(26)),
        ] {
            assert_eq!(Slip::of(Holder::Recovery, typed), slip, "{typed:?}");
        }
    }
}
