use super::{
    Clock, Entropy, KeepError, Record, RecordId, Rev, Shelf, Trouble, Unreadable, Usage, Why,
    books::Books,
    form::Folder,
    found::{self, Found},
    header::{Header, State},
    lineage::Links,
    lock::Lock,
    sorted::Sorted,
    watch::Watch,
};
use std::rc::Rc;

/// What state a journal was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing is here yet.
    Fresh,
    /// In use.
    Open,
    /// Locked: nothing can be read or written before [`Vault::unlock`].
    Locked,
    /// A newer version of the app wrote it: it can be read as far as it goes, not written.
    Newer,
    /// Something else than the app changed the header of a locked journal, or put an open one in its place: it can be
    /// read as far as it goes, not written.
    Altered,
    /// Records are there, but what says how to read them is not: nothing is written but an erasing.
    Damaged,
    /// The browser does not let the app read or keep anything.
    Denied,
}

/// A journal on a shelf.
pub struct Vault {
    pub(super) books: Books,
    pub(super) clock: Rc<dyn Clock>,
    pub(super) entropy: Rc<dyn Entropy>,
    pub(super) prefix: String,
    /// The stored forms this version knows.
    #[cfg(test)]
    pub(super) forms: &'static [super::form::Form],
    pub(super) watch: Watch,
    pub(super) condition: Condition,
    /// The header this tab works under. Once known, it changes by this tab's own acts only.
    pub(super) header: Option<Header>,
    /// Whether this tab began the journal itself.
    pub(super) begun_here: bool,
    /// The keys of a locked journal that was opened.
    pub(super) lock: Option<Lock>,
    /// The keys before, while records are sealed anew.
    pub(super) earlier: Option<Lock>,
    /// Where the records were found. Once the header is known, it says so.
    pub(super) found: Folder,
    /// Whether something stands as it was before the journal was brought into its form.
    pub(super) behind: bool,
    /// The last key that was dealt with in bringing it over.
    pub(super) reached: String,
    pub(super) elsewhere: Option<Why>,
    pub(super) kept: Sorted<RecordId, Kept>,
    pub(super) unreadable: Vec<Unreadable>,
}

/// A record and what is known of its present revisions, of which there is at least one.
pub(super) struct Kept {
    pub(super) links: Links,
    pub(super) record: Record,
    /// Heads that are not shown because a shown one says the same: (shown, hidden).
    pub(super) twins: Vec<(Rev, Rev)>,
}

impl Vault {
    /// Opens the journal under a key prefix, whatever state it is in: look at [`Vault::condition`]. Finishes an
    /// erasing or a deletion that was interrupted; changes nothing else.
    pub fn open(shelf: Rc<dyn Shelf>, clock: Rc<dyn Clock>, entropy: Rc<dyn Entropy>, prefix: &str) -> Vault {
        Vault::unread(shelf, clock, entropy, prefix).read_in()
    }

    /// One that nothing was read into yet.
    pub(super) fn unread(shelf: Rc<dyn Shelf>, clock: Rc<dyn Clock>, entropy: Rc<dyn Entropy>, prefix: &str) -> Vault {
        Vault {
            books: Books::new(shelf),
            clock,
            entropy,
            prefix: prefix.to_owned(),
            #[cfg(test)]
            forms: super::form::FORMS,
            watch: Watch::default(),
            condition: Condition::Denied,
            header: None,
            begun_here: false,
            lock: None,
            earlier: None,
            found: Folder::First,
            behind: false,
            reached: String::new(),
            elsewhere: None,
            kept: Sorted::default(),
            unreadable: Vec::new(),
        }
    }

    pub(super) fn read_in(mut self) -> Vault {
        self.load(true);
        if self.condition == Condition::Open {
            self.clear_left_over();
        }
        self
    }

    /// What state the journal is in.
    pub fn condition(&self) -> Condition {
        self.condition
    }

    /// Returns the journal's random id, once there is one: 32 lower-case hex digits.
    pub fn journal_id(&self) -> Option<&str> {
        self.header.as_ref().map(|header| header.store.as_str())
    }

    /// What another tab did to the whole journal, if anything: this one no longer writes, and should open anew.
    pub fn elsewhere(&self) -> Option<Why> {
        self.elsewhere
    }

    /// A record, deleted or not.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.kept.get(&id).map(|kept| &kept.record)
    }

    /// All records that are not deleted, in no particular order.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.kept.values().map(|kept| &kept.record).filter(|record| !record.deleted())
    }

    /// Values among the records that cannot be read. They are never touched, but by [`Vault::erase`].
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// How full the shelf is. Not known while the journal is locked.
    pub fn usage(&self) -> Usage {
        self.books.usage()
    }

    /// All keys and values under the prefix as they stand, sorted by key, as far as the browser gives them out.
    pub fn raw(&self) -> Vec<(String, String)> {
        let mut keys = self.books.keys().unwrap_or_default();
        keys.retain(|key| key.starts_with(&self.prefix));
        keys.into_iter()
            .filter_map(|key| Some((self.books.peek(&key).ok()??, key)))
            .map(|(value, key)| (key, value))
            .collect()
    }

    /// What the header says is going on.
    pub(super) fn state(&self) -> State {
        self.header.as_ref().map_or(State::Open, |header| header.state)
    }

    /// Whether a key is needed to read the journal, and is not there.
    pub(super) fn is_shut(&self) -> bool {
        self.lock.is_none() && self.state().needs_key()
    }

    /// Whether what is written now is to be sealed.
    pub(super) fn seals(&self) -> bool {
        matches!(self.state(), State::Sealing | State::Locked)
    }

    /// The keys of both copies of the header.
    pub(super) fn header_keys(&self) -> [String; 2] {
        [0, 1].map(|copy| format!("{}h{copy}", self.prefix))
    }

    pub(super) fn ballast_key(&self) -> String {
        format!("{}x", self.prefix)
    }

    /// Where the records stand.
    pub(super) fn folder(&self) -> Folder {
        self.header.as_ref().map_or(self.found, |header| header.folder)
    }

    pub(super) fn key(&self, id: RecordId, rev: Rev) -> String {
        self.key_in(self.folder(), &format!("{id}/{rev}"))
    }

    /// What a key among the records names; `None` for a key that is not among them.
    pub(super) fn named(&self, key: &str) -> Option<Result<(RecordId, Rev), Trouble>> {
        let name = self.name_in(self.folder(), key)?;
        Some(parse(name).ok_or(Trouble::Misnamed))
    }

    /// What follows the folder in a key that stands in it.
    pub(super) fn name_in<'a>(&self, folder: Folder, key: &'a str) -> Option<&'a str> {
        key.strip_prefix(&self.prefix)?.strip_prefix(folder.name())
    }

    /// The key of what has this name in a folder.
    pub(super) fn key_in(&self, folder: Folder, name: &str) -> String {
        format!("{}{}{name}", self.prefix, folder.name())
    }

    /// Reads both copies of the header.
    pub(super) fn copies(&mut self) -> Result<[Found; 2], KeepError> {
        let [first, second] = self.header_keys();
        let first = self.books.get(&first)?;
        let second = self.books.get(&second)?;
        Ok([first, second].map(|value| self.read_header(value.as_deref())))
    }

    /// Reads a stored copy of the header.
    pub(super) fn read_header(&self, value: Option<&str>) -> Found {
        Found::read(value, self.newest().number)
    }

    /// Looks whether the journal is still the one this tab works on.
    pub(super) fn look_around(&mut self) -> Result<(), KeepError> {
        let found = found::agreed(self.copies()?);
        if let Found::Good(theirs) = &found
            && self.gives_way_to(theirs)?
        {
            self.header = Some(theirs.clone());
            self.load(false);
        }
        self.elsewhere = self.header.as_ref().and_then(|mine| found::compare(mine, &found));
        self.elsewhere.map_or(Ok(()), |why| Err(KeepError::Elsewhere(why)))
    }

    /// Whether two tabs have begun a journal at the same moment, each before it could see the other's, and this one's
    /// header is not the one that stands. What is not locked reads the same under either, so this one gives way. A tab
    /// whose records went with its header gives way to nobody: that was an erasing.
    fn gives_way_to(&self, theirs: &Header) -> Result<bool, KeepError> {
        let Some(mine) = self.header.as_ref().filter(|_| self.begun_here) else { return Ok(false) };
        let both_open = mine.state == State::Open && theirs.state == State::Open;
        if !both_open || theirs.same_journal(mine) || theirs.format != mine.format {
            return Ok(false);
        }
        for (id, kept) in self.kept.iter() {
            for head in &kept.record.heads {
                if self.books.peek(&self.key(*id, head.rev))?.is_none() {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Milliseconds this session has surely lasted, and the clock's.
    pub(super) fn look_at_clock(&mut self) -> (i64, i64) {
        let now = self.clock.now().ms;
        (now, self.watch.look(now))
    }
}

/// The record and the revision that a name names.
pub(super) fn parse(name: &str) -> Option<(RecordId, Rev)> {
    let (id, rev) = name.split_once('/')?;
    Some((id.parse().ok()?, rev.parse().ok()?))
}
