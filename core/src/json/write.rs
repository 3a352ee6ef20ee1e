use std::fmt::{Display, Write};

/// Writes a text value by value; commas come by themselves.
#[derive(Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// What was written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Begins an array or object with its bracket.
    pub fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
    }

    /// Ends an array or object with its bracket.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// Writes the name of the value that comes next.
    pub fn name(&mut self, name: &str) -> &mut Writer {
        self.string(name);
        self.text.push(':');
        self
    }

    /// Writes a number, `true`, `false` or `null`.
    pub fn plain(&mut self, value: &dyn Display) {
        self.separate();
        write!(self.text, "{value}").expect("a string takes any text");
    }

    /// Writes a string.
    pub fn string(&mut self, value: &str) {
        self.separate();
        self.text.push('"');
        let mut rest = value;
        while let Some(place) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
            let Some((plain, after)) = rest.split_at_checked(place) else { break };
            self.text.push_str(plain);
            self.escape(rest.as_bytes()[place]);
            rest = after.get(1..).unwrap_or_default();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// Writes an array of strings.
    pub fn strings(&mut self, values: &[String]) {
        self.open('[');
        for value in values {
            self.string(value);
        }
        self.close(']');
    }

    fn escape(&mut self, byte: u8) {
        self.text.push('\\');
        let letter = match byte {
            0x8 => b'b',
            0xc => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            b'"' | b'\\' => byte,
            _ => {
                self.text.push_str("u00");
                self.text.push(if byte < 0x10 { '0' } else { '1' });
                b"0123456789abcdef"[usize::from(byte % 16)]
            }
        };
        self.text.push(letter.into());
    }

    /// A value that follows another is told apart from it: a text never ends in one of these but there.
    fn separate(&mut self) {
        if !matches!(self.text.bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}
