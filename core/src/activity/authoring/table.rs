//! Reading one TOML table strictly: what is asked for must be there and fit; what is never asked for is unknown.

use super::language::Language;
use super::sheet::Sheet;
use super::wording::Voice;
use super::{At, Problem};
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One table of a file.
pub(super) struct Table<'s> {
    sheet: &'s Sheet<'s>,
    entries: &'s DeTable<'s>,
    /// Where the table starts.
    pub(super) line: usize,
    asked: RefCell<BTreeSet<&'static str>>,
}

type Value<'s> = &'s Spanned<DeValue<'s>>;

impl<'s> Table<'s> {
    pub(super) fn root(sheet: &'s Sheet<'s>, root: &'s Spanned<DeTable<'s>>) -> Self {
        Table { sheet, entries: root.get_ref(), line: 1, asked: RefCell::default() }
    }

    pub(super) fn inner(&self, value: Value<'s>) -> Option<Table<'s>> {
        let entries = value.get_ref().as_table()?;
        Some(Table { sheet: self.sheet, entries, line: self.line_of(value), asked: RefCell::default() })
    }

    pub(super) fn sheet(&self) -> &'s Sheet<'s> {
        self.sheet
    }

    /// All entries, in the order written: (name, its line, value).
    pub(super) fn entries(&self) -> Vec<(&'s str, usize, Value<'s>)> {
        let mut all: Vec<_> = self.entries.iter().collect();
        all.sort_by_key(|(key, _)| key.span().start);
        all.into_iter().map(|(key, value)| (key.get_ref().as_ref(), self.sheet.line(key.span().start), value)).collect()
    }

    pub(super) fn line_of(&self, value: Value<'s>) -> usize {
        self.sheet.line(value.span().start)
    }

    pub(super) fn tell(&self, line: usize, message: impl Into<String>) {
        self.sheet.tell(line, message);
    }

    /// Whether the table has this key; does not count as asking for it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name.get_ref() == key)
    }

    pub(super) fn get(&self, key: &'static str) -> Option<Value<'s>> {
        self.asked.borrow_mut().insert(key);
        self.entries.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    /// Lets these keys be there, whatever they hold.
    pub(super) fn ask_all(&self, keys: impl IntoIterator<Item = &'static str>) {
        self.asked.borrow_mut().extend(keys);
    }

    /// Passes on what was found, telling if nothing stands under the key at all.
    pub(super) fn must<T>(&self, key: &'static str, found: Option<T>) -> Option<T> {
        if found.is_none() && !self.has(key) {
            self.tell(self.line, format!("`{key}` is missing here: add it"));
        }
        found
    }

    /// Reads `value` by `take`, or tells that it is not `wanted`.
    fn fit<T>(
        &self,
        key: &str,
        value: Value<'s>,
        wanted: &str,
        take: impl Fn(&'s DeValue<'s>) -> Option<T>,
    ) -> Option<T> {
        let taken = take(value.get_ref());
        if taken.is_none() {
            let found = match value.get_ref() {
                DeValue::String(_) => "text",
                DeValue::Integer(_) => "another number",
                DeValue::Float(_) => "a number with a point",
                DeValue::Boolean(_) => "true or false",
                DeValue::Datetime(_) => "a date",
                DeValue::Array(_) => "a list",
                DeValue::Table(_) => "a table",
            };
            self.tell(self.line_of(value), format!("`{key}` is {found}, but must be {wanted}"));
        }
        taken
    }

    /// Some text, unchecked.
    pub(super) fn text(&self, key: &'static str) -> Option<At<String>> {
        let value = self.get(key)?;
        let text = self.fit(key, value, "text in quotes", DeValue::as_str)?;
        Some(At { value: text.into(), line: self.line_of(value) })
    }

    /// Words for the screen that may be left out; empty then.
    pub(super) fn words_if_any(&self, key: &'static str, voice: Voice) -> String {
        self.text(key).map_or_else(String::new, |words| {
            self.sheet.check(words.line, key, &words.value, voice);
            words.value
        })
    }

    /// Words for the screen that must be there.
    pub(super) fn words(&self, key: &'static str, voice: Voice) -> String {
        self.must(key, self.get(key));
        self.words_if_any(key, voice)
    }

    /// A list of paragraphs or lines that may be left out.
    pub(super) fn lines_if_any(&self, key: &'static str) -> Vec<String> {
        let Some(list) = self.list(key, "a list of texts: [\"...\", \"...\"]") else { return Vec::new() };
        for words in &list {
            self.sheet.check(words.line, key, &words.value, Voice::Own);
        }
        list.into_iter().map(|words| words.value).collect()
    }

    /// A list of at least one paragraph or line.
    pub(super) fn lines(&self, key: &'static str) -> Vec<String> {
        let found = self.must(key, self.get(key));
        let lines = self.lines_if_any(key);
        if lines.is_empty()
            && let Some(value) = found.filter(|value| value.get_ref().is_array())
        {
            self.tell(self.line_of(value), format!("`{key}` is an empty list: write at least one line"));
        }
        lines
    }

    fn list(&self, key: &'static str, wanted: &str) -> Option<Vec<At<String>>> {
        let value = self.get(key)?;
        let list = self.fit(key, value, wanted, DeValue::as_array)?;
        let texts = list.iter().filter_map(|one| {
            let text = self.fit(key, one, wanted, DeValue::as_str)?;
            Some(At { value: text.to_owned(), line: self.line_of(one) })
        });
        Some(texts.collect())
    }

    /// A list of plain names that may be left out.
    pub(super) fn names(&self, key: &'static str) -> Vec<At<String>> {
        self.list(key, "a list of names: [\"...\"]").unwrap_or_default()
    }

    /// A list of ids that may be left out; none twice.
    pub(super) fn ids(&self, key: &'static str) -> Vec<At<String>> {
        let ids = self.names(key);
        for (place, id) in ids.iter().enumerate() {
            self.check_id(key, id);
            if ids[..place].iter().any(|earlier| earlier.value == id.value) {
                self.tell(id.line, format!("`{key}` names “{}” twice: take one out", id.value));
            }
        }
        ids
    }

    /// An id that may be left out.
    pub(super) fn id_if_any(&self, key: &'static str) -> Option<At<String>> {
        let id = self.text(key)?;
        self.check_id(key, &id);
        Some(id)
    }

    /// An id that must be there.
    pub(super) fn id(&self, key: &'static str) -> Option<At<String>> {
        self.must(key, self.id_if_any(key))
    }

    fn check_id(&self, key: &str, id: &At<String>) {
        let fits =
            |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
        if !id.value.split('-').all(fits) {
            let found = id.value.escape_debug();
            self.tell(
                id.line,
                format!("`{key}`: “{found}” is no id: use small letters a to z, digits and single hyphens"),
            );
        }
    }

    /// A whole number from 1 that must be there; 1 if it is not.
    pub(super) fn count(&self, key: &'static str) -> u32 {
        self.must(key, self.get(key))
            .and_then(|value| {
                self.fit(key, value, "a whole number from 1", |found| {
                    let number = found.as_integer()?;
                    u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|count| *count >= 1)
                })
            })
            .unwrap_or(1)
    }

    /// True or false; false if left out.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        self.get(key).and_then(|value| self.fit(key, value, "true or false", DeValue::as_bool)).unwrap_or(false)
    }

    /// One of a few names; tells if it is another.
    pub(super) fn one_of<T: Copy>(&self, key: &'static str, known: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = known.iter().find(|(name, _)| *name == text.value).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let value = text.value.escape_debug();
            self.tell(text.line, format!("`{key}` is “{value}”, but must be one of: {}", names.join(", ")));
        }
        found
    }

    /// The tables of `[[key]]`, in order.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'s>> {
        let wanted = "a list of tables, each under [[...]]";
        let list = self.get(key).and_then(|value| self.fit(key, value, wanted, DeValue::as_array));
        let tables = list.into_iter().flat_map(|list| list.iter()).filter_map(|one| {
            self.fit(key, one, wanted, DeValue::as_table)?;
            self.inner(one)
        });
        tables.collect()
    }

    /// The table under `[key]`, which must be there.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'s>> {
        let value = self.must(key, self.get(key))?;
        self.fit(key, value, "a table", DeValue::as_table)?;
        self.inner(value)
    }

    /// Tells every key that was never asked for. `hint` may know why a key is out of place.
    pub(super) fn finish(&self, hint: impl Fn(&str) -> Option<String>) {
        let asked = self.asked.borrow();
        for (key, line, _) in self.entries() {
            if asked.contains(key) {
                continue;
            }
            let why = hint(key).unwrap_or_else(|| {
                let known: Vec<_> = asked.iter().copied().collect();
                format!("this place takes {}", known.join(", "))
            });
            self.tell(line, format!("`{}` is not known here: {why}", key.escape_debug()));
        }
    }
}

/// Reads a whole file: `read` gets its top table and gives what it understood.
pub(super) fn read_file<T>(
    file: &str,
    text: &str,
    language: &Language,
    read: impl FnOnce(&Table<'_>) -> T,
) -> (T, Vec<Problem>) {
    let sheet = Sheet::new(file, text, language);
    let root = sheet.parse();
    let table = Table::root(&sheet, &root);
    sheet.allow(table.names("allow"));
    let read = read(&table);
    drop(table);
    (read, sheet.finish())
}
