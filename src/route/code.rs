use std::{fmt, str::FromStr};

/// The code of a piece in an address; see [`obverse_core::activity::code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code(pub(super) [u8; 3]);

impl Code {
    /// The code of the piece with this id.
    pub fn of(id: &str) -> Code {
        obverse_core::activity::code(id).parse().expect("a code is six hex digits")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl FromStr for Code {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digit = |at: usize| match text.as_bytes()[at] {
            byte @ b'0'..=b'9' => Ok(byte - b'0'),
            byte @ b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(()),
        };
        if text.len() != 6 {
            return Err(());
        }
        let mut code = [0; 3];
        for (place, byte) in code.iter_mut().enumerate() {
            *byte = digit(2 * place)? << 4 | digit(2 * place + 1)?;
        }
        Ok(Code(code))
    }
}
