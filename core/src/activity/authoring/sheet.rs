//! One file under the reader's eyes: its lines, and what is wrong with it so far.

use super::language::Language;
use super::wording::{Voice, faults, figure, never};
use super::{At, NEVER, Problem};
use std::cell::{Cell, RefCell};
use toml::Spanned;
use toml::de::DeTable;

/// One file being read. Problems are gathered behind a shared reference, so that every part of the file
/// can tell of them while others are held.
pub(super) struct Sheet<'t> {
    file: &'t str,
    text: &'t str,
    /// The byte each line starts at.
    starts: Vec<usize>,
    language: &'t Language,
    /// Whether what is read now is kept as it once was: its words are not ours to change any more.
    earlier: Cell<bool>,
    allowed: RefCell<Vec<Allowed>>,
    /// The lines that state a figure or a year.
    figures: RefCell<Vec<usize>>,
    problems: RefCell<Vec<Problem>>,
}

struct Allowed {
    name: String,
    line: usize,
    used: Cell<bool>,
}

impl<'t> Sheet<'t> {
    pub(super) fn new(file: &'t str, text: &'t str, language: &'t Language) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Sheet {
            file,
            text,
            starts: std::iter::once(0).chain(ends).collect(),
            language,
            earlier: Cell::new(false),
            allowed: RefCell::default(),
            figures: RefCell::default(),
            problems: RefCell::default(),
        }
    }

    /// Reads the file as TOML as far as it can be, telling where it is not.
    pub(super) fn parse(&self) -> Spanned<DeTable<'t>> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let line = self.line(error.span().map_or(0, |span| span.start));
            self.tell(line, format!("this is not TOML: {}", error.message()));
        }
        root
    }

    /// The line a byte stands on, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    pub(super) fn tell(&self, line: usize, message: impl Into<String>) {
        self.problems.borrow_mut().push(Problem { file: self.file.into(), line, message: message.into() });
    }

    /// Whether what is made for English alone holds here.
    pub(super) fn english(&self) -> bool {
        self.language.english
    }

    /// Reads what is kept as it once was, if it is.
    pub(super) fn earlier<T>(&self, earlier: bool, read: impl FnOnce() -> T) -> T {
        let before = self.earlier.replace(earlier || self.earlier.get());
        let read = read();
        self.earlier.set(before);
        read
    }

    /// Takes the names of `allow = [...]`; must come before any words are checked.
    pub(super) fn allow(&self, names: Vec<At<String>>) {
        let known: Vec<&str> = NEVER.iter().map(|(name, _)| *name).chain(self.language.words()).collect();
        for At { value: name, line } in names {
            if known.contains(&name.as_str()) {
                self.allowed.borrow_mut().push(Allowed { name, line, used: Cell::new(false) });
            } else {
                self.tell(line, format!("“{name}” needs no allowing; `allow` is for: {}", known.join(", ")));
            }
        }
    }

    /// Checks words that will be shown. `name` says where they stand.
    pub(super) fn check(&self, line: usize, name: &str, text: &str, voice: Voice) {
        if text.trim().is_empty() {
            self.tell(line, format!("`{name}` is empty: write its words, or take the line out if it is optional"));
            return;
        }
        for fault in faults(text, voice) {
            self.tell(line, format!("`{name}` has {fault}"));
        }
        // Where and when a piece holds is no fact that was looked up.
        if voice == Voice::Own && name != "region" && figure(text) {
            self.figures.borrow_mut().push(line);
        }
        if voice == Voice::Cited {
            return;
        }
        for (word, form) in if self.english() { never(text) } else { Vec::new() } {
            if !self.allows(word) {
                let told = format!("`{name}` says “{form}”, which Obverse does not: find another word");
                self.tell(line, told + &or_allow(word));
            }
        }
        for (one, form) in if self.earlier.get() { Vec::new() } else { self.language.refused(text) } {
            if !self.allows(&one.word) {
                let told = format!("`{name}` says “{form}”: {}", one.instead);
                self.tell(line, told + &or_allow(&one.word));
            }
        }
    }

    /// Tells, at the line, which words stand too often in all the words of a piece.
    pub(super) fn check_often(&self, line: usize, texts: &[&str]) {
        for (one, told) in self.language.too_often(texts) {
            if !self.allows(&one.word) {
                self.tell(line, told + &or_allow(&one.word));
            }
        }
    }

    /// Whether the file allows itself this word; it has used that then.
    fn allows(&self, word: &str) -> bool {
        let allowed = self.allowed.borrow();
        allowed.iter().find(|one| one.name == word).map(|one| one.used.set(true)).is_some()
    }

    /// The first line so far that states a figure or a year.
    pub(super) fn figure(&self) -> Option<usize> {
        self.figures.borrow().iter().min().copied()
    }

    /// The problems, in the order of lines.
    pub(super) fn finish(self) -> Vec<Problem> {
        for one in self.allowed.borrow().iter().filter(|one| !one.used.get()) {
            self.tell(one.line, format!("`allow` names “{}”, but nothing here says it: take it out", one.name));
        }
        let mut problems = self.problems.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

fn or_allow(word: &str) -> String {
    format!(" (or, where it is truly needed, put allow = [\"{word}\"] at the top of the file)")
}
