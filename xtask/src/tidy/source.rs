//! A Rust file taken apart just enough: its code without comments and strings, and its strings.

use std::iter::Peekable;
use std::str::Chars;

/// A file of Rust.
pub(super) struct Source {
    /// From the root of the repository, with forward slashes.
    pub(super) path: String,
    /// As it stands.
    pub(super) text: String,
    /// Without comments, with `""` for every string; the lines stay.
    pub(super) code: String,
    /// Each string with the line it begins on and where in `code` its `""` stands. None from tests.
    pub(super) strings: Vec<Literal>,
}

/// A string of a file.
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) at: usize,
}

impl Source {
    /// Takes a file apart.
    pub(super) fn read(path: String, text: String) -> Source {
        let mut reader = Reader { rest: text.chars().peekable(), line: 1, code: String::new(), strings: vec![] };
        reader.read();
        let Reader { code, mut strings, .. } = reader;
        // Tests stand last in a file and may say what they like.
        let tests = code.find("#[cfg(test)]").unwrap_or(code.len());
        strings.retain(|literal| literal.at < tests);
        Source { path, text, code, strings }
    }

    /// Each word of the code with its line: names and keywords, `::` aside.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().flat_map(|(at, line)| {
            let words = line.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
            words.filter(|word| !word.is_empty()).map(move |word| (at + 1, word))
        })
    }

    /// The line that a place in the code stands on.
    pub(super) fn line_of(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
    code: String,
    strings: Vec<Literal>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(sign) = self.next() {
            match sign {
                '/' if self.rest.peek() == Some(&'/') => self.comment(),
                '/' if self.rest.peek() == Some(&'*') => self.block_comment(),
                '"' => self.string(None),
                'r' if !self.in_word() => self.raw_string(),
                '\'' => self.letter(),
                _ => self.code.push(sign),
            }
        }
    }

    fn next(&mut self) -> Option<char> {
        let sign = self.rest.next()?;
        self.line += usize::from(sign == '\n');
        Some(sign)
    }

    fn in_word(&self) -> bool {
        self.code.ends_with(|sign: char| (sign.is_alphanumeric() || sign == '_') && sign != 'b')
    }

    fn comment(&mut self) {
        while self.rest.peek().is_some_and(|sign| *sign != '\n') {
            self.next();
        }
    }

    fn block_comment(&mut self) {
        let (mut depth, mut before) = (0, '/');
        while let Some(sign) = self.next() {
            match (before, sign) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {}
            }
            self.code.extend((sign == '\n').then_some('\n'));
            // `*/*` closes and does not open again.
            before = if matches!((before, sign), ('*', '/') | ('/', '*')) { ' ' } else { sign };
            if depth == 0 {
                return;
            }
        }
    }

    /// After `r`: a raw string with as many `#` as follow, or a name that begins with r.
    fn raw_string(&mut self) {
        let mut ahead = self.rest.clone();
        let hashes = ahead.clone().take_while(|sign| *sign == '#').count();
        if ahead.nth(hashes) != Some('"') {
            self.code.push('r');
            return;
        }
        for _ in 0..=hashes {
            self.next();
        }
        self.string(Some(hashes));
    }

    /// After the opening quote; `hashes` for a raw one.
    fn string(&mut self, hashes: Option<usize>) {
        let (line, at) = (self.line, self.code.len());
        let mut text = String::new();
        let close = format!("\"{}", "#".repeat(hashes.unwrap_or(0)));
        while let Some(sign) = self.next() {
            text.push(sign);
            if sign == '\\' && hashes.is_none() {
                text.extend(self.next());
            } else if text.ends_with(&close) {
                text.truncate(text.len() - close.len());
                break;
            }
        }
        self.code.push_str("\"\"");
        self.code.extend(text.chars().filter(|sign| *sign == '\n'));
        self.strings.push(Literal { line, text, at });
    }

    /// After `'`: a letter such as `'"'`, or a lifetime.
    fn letter(&mut self) {
        let mut ahead = self.rest.clone();
        let (first, second) = (ahead.next(), ahead.next());
        if first == Some('\\') {
            self.next();
            self.next();
            while self.next().is_some_and(|sign| sign != '\'') {}
        } else if second == Some('\'') {
            self.next();
            self.next();
        } else {
            self.code.push('\'');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Source {
        Source::read("a.rs".to_owned(), text.to_owned())
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        let text = "let a = \"x \\\" y\"; // vault\n/* seal /* nested */ */ let b = r#\"raw \" one\"#;\n";
        let source = read(text);
        assert_eq!(source.code, "let a = \"\"; \n let b = \"\";\n");
        let strings: Vec<_> = source.strings.iter().map(|one| (one.line, one.text.as_str())).collect();
        assert_eq!(strings, [(1, "x \\\" y"), (2, "raw \" one")]);
    }

    #[test]
    fn letters_are_not_strings_and_lifetimes_are_not_letters() {
        let source = read("fn a<'a>(b: &'a str) -> char { if c == '\\'' { '\"' } else { br\"z\"; '\\u{41}' } }");
        assert_eq!(source.strings.len(), 1);
        assert!(source.code.ends_with("else { b\"\";  } }"));
    }

    #[test]
    fn strings_of_tests_are_left_out() {
        assert!(read("fn a() {}\n#[cfg(test)]\nmod tests { const A: &str = \"Some words\"; }").strings.is_empty());
    }
}
