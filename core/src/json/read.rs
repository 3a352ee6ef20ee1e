use super::Json;

/// How deep values may stand in each other: some more than any of ours do.
const DEPTH: usize = 32;

/// Reads one value with nothing but blanks around it.
pub(super) fn whole(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.peek().is_none().then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.rest().first(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.rest().first().copied()
    }

    /// Goes past the next byte that is no blank, if it is this one.
    fn eat(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        match self.peek()? {
            b'"' => self.text().map(Json::Text),
            b'{' => self.object(depth).map(Json::Object),
            b'[' => self.list(depth).map(Json::List),
            b't' => self.word("true", Json::Flag(true)),
            b'f' => self.word("false", Json::Flag(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number().map(Json::Number),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        let here = self.rest().starts_with(word.as_bytes());
        self.at += word.len();
        here.then_some(value)
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Json>> {
        self.at += 1;
        let mut list = Vec::new();
        if self.eat(b']') {
            return Some(list);
        }
        loop {
            list.push(self.value(depth)?);
            if !self.eat(b',') {
                return self.eat(b']').then_some(list);
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Vec<(String, Json)>> {
        self.at += 1;
        let mut fields = Vec::new();
        if self.eat(b'}') {
            return Some(fields);
        }
        loop {
            if self.peek() != Some(b'"') {
                return None;
            }
            let name = self.text()?;
            if !self.eat(b':') {
                return None;
            }
            fields.push((name, self.value(depth)?));
            if !self.eat(b',') {
                return self.eat(b'}').then_some(fields);
            }
        }
    }

    /// A number with neither fraction nor exponent: what follows the digits must end the value.
    fn number(&mut self) -> Option<i64> {
        let minus = usize::from(self.rest().first() == Some(&b'-'));
        let digits = self.rest()[minus..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits > 1 && self.rest()[minus] == b'0' {
            return None;
        }
        let start = self.at;
        self.at += minus + digits;
        self.text.get(start..self.at)?.parse().ok()
    }

    fn text(&mut self) -> Option<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let plain = self.rest().iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))?;
            text.push_str(self.text.get(self.at..self.at + plain)?);
            self.at += plain;
            match self.byte()? {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.rest().first().copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.byte()? {
            byte @ (b'"' | b'\\' | b'/') => byte.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                if !self.rest().starts_with(b"\\u") {
                    return None;
                }
                self.at += 2;
                let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low);
            }
            _ => return None,
        })
    }

    /// The four hex digits of a UTF-16 unit.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.byte()?).to_digit(16)?;
        }
        Some(unit)
    }
}
