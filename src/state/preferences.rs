use super::{Host, Offer, Sort, TextSize, Theme};
use crate::words::keep;
use leptos::prelude::*;
use obverse_core::{
    json::{Fields, Json, Writer},
    vault::{Shelf, ShelfError},
};
use std::rc::Rc;

/// The key they stand under. `start.js` reads the same one before the first paint.
const KEY: &str = "ob/p";

/// How long they are, filled up with blanks: one choice takes the place of another on a full store.
const LENGTH: usize = 391;

/// The minutes one may choose to be away before the lock shuts.
pub const AWAY: [u32; 4] = [1, 5, 15, 60];

/// The same, unless something else was chosen.
const LOCK_AFTER: u32 = 5;

/// How many signs of the journal's tag are stored: enough where nobody can try a forged one unseen.
const TAG: usize = 11;

/// Makes the tag by which an open lock vouches for a text; `None` while there is no open lock.
type Vouch = Rc<dyn Fn(&str) -> Option<String>>;

/// How the app looks, and what it has been told to remember about itself. Holds nothing private.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Stored {
    theme: Theme,
    text: TextSize,
    welcomed: bool,
    /// Minutes; 0 if nothing was chosen.
    lock_after: u32,
    /// The day of the last backup, in milliseconds since 1970; 0 if there was none.
    backed_up: i64,
    /// Whether to keep quiet about backups.
    no_reminder: bool,
    /// Whether to keep quiet about words that may tell who somebody is.
    no_nudge: bool,
    /// Whether the browser may check spelling, which may send words away.
    spelling: bool,
    /// Whether a tap on an answer only chooses it, and does not go on.
    no_one_tap: bool,
    /// Whether something written earlier is shown on Today: 0 if that was not said yet, 1 if it is, 2 if not.
    written_earlier: u32,
    /// The day on which the day's question was put off, counted from the beginning of the common era; 0 for none.
    rested: i32,
    /// Whether the lock was offered and not wanted.
    no_lock: bool,
    /// The same of the home screen.
    no_home: bool,
    /// The tag of the language that was chosen; empty if none was. `start.js` takes it up before the first paint.
    language: &'static str,
    /// The kind that is being erased, and until when what goes was written: so that it goes on if it is cut off.
    erasing: Option<(Sort, i64)>,
    /// The journal's tag for what destroys or weakens: whoever can write to the store could plant that.
    vouched: String,
}

impl Stored {
    /// What destroys or weakens, as the text that is vouched for.
    fn grave(&self) -> String {
        let (sort, until) = self.erasing.map(|(sort, until)| (sort.name(), until)).unwrap_or_default();
        format!("preferences:{}:{sort}:{until}", self.lock_after)
    }

    /// Without what the open lock does not vouch for: nothing is erased, and the lock shuts no later than by default.
    fn sifted(mut self, vouch: &Vouch) -> Stored {
        if vouch(&self.grave()).is_some_and(|tag| !tag.starts_with(&self.vouched) || self.vouched.len() != TAG) {
            self.erasing = None;
            self.lock_after = if self.lock_after == 0 { 0 } else { self.lock_after.min(LOCK_AFTER) };
        }
        self
    }

    fn read(text: &str) -> Option<Stored> {
        let mut fields = Fields::of(Json::read(text)?, &[]);
        Some(Stored {
            theme: Theme::named(&fields.text("theme")),
            text: TextSize::named(&fields.text("text")),
            welcomed: fields.flag("welcomed"),
            lock_after: Some(fields.number("lock_after")).filter(|minutes| AWAY.contains(minutes)).unwrap_or_default(),
            backed_up: fields.maybe("backed_up", Json::number).unwrap_or_default(),
            no_reminder: fields.flag("no_reminder"),
            no_nudge: fields.flag("no_nudge"),
            spelling: fields.flag("spelling"),
            no_one_tap: fields.flag("no_one_tap"),
            written_earlier: Some(fields.number("written_earlier")).filter(|said| *said <= 2).unwrap_or_default(),
            rested: fields.maybe("rested", Json::number).unwrap_or_default(),
            no_lock: fields.flag("no_lock"),
            no_home: fields.flag("no_home"),
            // A page sees few languages.
            language: keep(&fields.text("language")),
            erasing: Sort::named(&fields.text("erasing")).zip(fields.maybe("erasing_until", Json::number)),
            vouched: fields.text("vouched"),
        })
    }

    fn write(&self) -> String {
        let mut to = Writer::default();
        to.open('{');
        to.name("theme").string(self.theme.name());
        to.name("text").string(self.text.name());
        to.name("welcomed").plain(&self.welcomed);
        to.name("lock_after").plain(&self.lock_after);
        to.name("backed_up").plain(&self.backed_up);
        to.name("no_reminder").plain(&self.no_reminder);
        to.name("no_nudge").plain(&self.no_nudge);
        to.name("spelling").plain(&self.spelling);
        to.name("no_one_tap").plain(&self.no_one_tap);
        to.name("written_earlier").plain(&self.written_earlier);
        to.name("rested").plain(&self.rested);
        to.name("no_lock").plain(&self.no_lock);
        to.name("no_home").plain(&self.no_home);
        to.name("language").string(self.language);
        if let Some((sort, moment)) = self.erasing {
            to.name("erasing").string(sort.name());
            to.name("erasing_until").plain(&moment);
        }
        if !self.vouched.is_empty() {
            to.name("vouched").string(&self.vouched);
        }
        to.close('}');
        format!("{:LENGTH$}", to.into_text())
    }
}

/// The person's preferences, as signals.
#[derive(Clone, Copy)]
pub struct Preferences {
    stored: RwSignal<Stored>,
    /// Whether something of them is not kept yet.
    unkept: StoredValue<bool>,
    shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    vouch: StoredValue<Vouch, LocalStorage>,
}

impl Preferences {
    /// Reads them; what cannot be read is as if never chosen.
    pub fn open(shelf: Rc<dyn Shelf>, host: Rc<dyn Host>) -> Self {
        let stored = shelf.get(KEY).ok().flatten().and_then(|text| Stored::read(&text));
        let all = Preferences {
            stored: RwSignal::new(stored.unwrap_or_default()),
            unkept: StoredValue::new(false),
            shelf: StoredValue::new_local(shelf),
            host: StoredValue::new_local(host),
            vouch: StoredValue::new_local(Rc::new(|_| None)),
        };
        all.show();
        all
    }

    /// From now on the open lock vouches for what destroys or weakens, by the tag that `vouch` makes for a text.
    pub(super) fn vouch_by(self, vouch: impl Fn(&str) -> Option<String> + 'static) {
        self.vouch.set_value(Rc::new(vouch));
    }

    /// The lock was opened: what it does not vouch for holds no longer.
    pub(super) fn sift(self) {
        let vouch = self.vouch.get_value();
        let sifted = self.stored.get_untracked().sifted(&vouch);
        self.stored.set(sifted);
    }

    /// The lock was turned on or has another key: vouches for what holds now.
    pub(super) fn vouch_anew(self) {
        let vouch = self.vouch.get_value();
        self.change_in(self.stored.get_untracked(), &vouch, |_| ());
    }

    /// The theme.
    pub fn theme(self) -> Theme {
        self.stored.get().theme
    }

    /// The size of the text.
    pub fn text(self) -> TextSize {
        self.stored.get().text
    }

    /// Whether the first-use screen has been answered.
    pub fn welcomed(self) -> bool {
        self.stored.get().welcomed
    }

    /// After how many minutes away the lock shuts.
    pub fn lock_after(self) -> u32 {
        match self.stored.get().lock_after {
            0 => LOCK_AFTER,
            minutes => minutes,
        }
    }

    /// When the last backup was made, in milliseconds since 1970, if there was one.
    pub fn backed_up(self) -> Option<i64> {
        Some(self.stored.get().backed_up).filter(|at| *at > 0)
    }

    /// Whether to remind of backups.
    pub fn reminds(self) -> bool {
        !self.stored.get().no_reminder
    }

    /// Chooses after how many minutes away the lock shuts.
    pub fn choose_lock_after(self, minutes: u32) {
        self.change(|stored| stored.lock_after = minutes);
    }

    /// Remembers when a backup was made.
    pub fn note_backup(self, at: i64) {
        self.change(|stored| stored.backed_up = at);
    }

    /// The kind that is being erased, and until when what goes was written, in milliseconds since 1970.
    pub(super) fn erasing(self) -> Option<(Sort, i64)> {
        // Another tab may have come to its end: what was restored since must stay.
        self.catch_up();
        self.stored.get_untracked().erasing
    }

    /// Remembers that a kind is being erased, or no longer.
    pub(super) fn note_erasing(self, erasing: Option<(Sort, i64)>) {
        self.change(|stored| stored.erasing = erasing);
    }

    /// Chooses whether to remind of backups.
    pub fn choose_reminder(self, on: bool) {
        self.change(|stored| stored.no_reminder = !on);
    }

    /// Whether to name words that may tell who somebody is.
    pub fn nudges(self) -> bool {
        !self.stored.get_untracked().no_nudge
    }

    /// Chooses whether to name them.
    pub fn choose_nudge(self, on: bool) {
        self.change(|stored| stored.no_nudge = !on);
    }

    /// Whether the browser may check spelling.
    pub fn spelling(self) -> bool {
        self.stored.get_untracked().spelling
    }

    /// Chooses whether it may.
    pub fn choose_spelling(self, on: bool) {
        self.change(|stored| stored.spelling = on);
    }

    /// Whether one tap on an answer also goes on.
    pub fn one_tap(self) -> bool {
        !self.stored.get_untracked().no_one_tap
    }

    /// Chooses whether one tap on an answer also goes on.
    pub fn choose_one_tap(self, on: bool) {
        self.change(|stored| stored.no_one_tap = !on);
    }

    /// Whether something written earlier is shown on Today; `None` if that was not said yet.
    pub fn shows_written_earlier(self) -> Option<bool> {
        match self.stored.get().written_earlier {
            0 => None,
            said => Some(said == 1),
        }
    }

    /// Chooses whether something written earlier is shown on Today.
    pub fn show_written_earlier(self, on: bool) {
        self.change(|stored| stored.written_earlier = if on { 1 } else { 2 });
    }

    /// Whether something may still be offered.
    pub fn offers(self, offer: Offer) -> bool {
        let stored = self.stored.get();
        match offer {
            Offer::Lock => !stored.no_lock,
            Offer::HomeScreen => !stored.no_home,
        }
    }

    /// Remembers that it is not wanted.
    pub fn decline(self, offer: Offer) {
        self.change(|stored| match offer {
            Offer::Lock => stored.no_lock = true,
            Offer::HomeScreen => stored.no_home = true,
        });
    }

    /// Whether the question of this day was put off.
    pub fn rests(self, day: i32) -> bool {
        self.stored.get().rested == day
    }

    /// Puts the question of this day off.
    pub fn rest(self, day: i32) {
        self.change(|stored| stored.rested = day);
    }

    /// Chooses a language, by its tag.
    pub fn choose_language(self, tag: &str) {
        self.change(|stored| stored.language = keep(tag));
    }

    /// Chooses a theme.
    pub fn choose_theme(self, theme: Theme) {
        self.change(|stored| stored.theme = theme);
    }

    /// Chooses a size.
    pub fn choose_text(self, text: TextSize) {
        self.change(|stored| stored.text = text);
    }

    /// Remembers, for now in this tab alone, that the first-use screen has been answered: Chromium is slow with a
    /// second write to the disk, and the first is for words.
    pub fn welcome(self) {
        self.stored.update(|stored| stored.welcomed = true);
        self.unkept.set_value(true);
    }

    /// Keeps what is remembered in this tab alone: words were kept, or the page is left.
    pub fn keep_welcome(self) {
        if self.unkept.get_value() {
            self.change(|_| ());
        }
    }

    /// From now on they are kept in `shelf`.
    pub fn keep_in(self, shelf: Rc<dyn Shelf>) {
        self.shelf.set_value(shelf);
    }

    /// Puts them back to how they were before anything was chosen.
    pub fn forget(self) {
        self.stored.set(Stored::default());
        self.unkept.set_value(false);
        let _ = self.shelf.with_value(|shelf| shelf.remove(KEY));
        self.show();
    }

    /// Takes over what another tab has written since.
    fn catch_up(self) {
        let there = self.shelf.with_value(|shelf| shelf.get(KEY)).ok().flatten();
        if let Some(there) = there.and_then(|text| Stored::read(&text)) {
            let welcomed = self.stored.get_untracked().welcomed || there.welcomed;
            self.stored.set(Stored { welcomed, ..there.sifted(&self.vouch.get_value()) });
        }
    }

    fn change(self, change: impl FnOnce(&mut Stored)) {
        self.catch_up();
        self.change_in(self.stored.get_untracked(), &self.vouch.get_value(), change);
    }

    fn change_in(self, mut stored: Stored, vouch: &Vouch, change: impl FnOnce(&mut Stored)) {
        change(&mut stored);
        if let Some(tag) = vouch(&stored.grave()) {
            stored.vouched = tag.chars().take(TAG).collect();
        }
        let text = stored.write();
        self.stored.set(stored);
        self.unkept.set_value(false);
        // A preference that cannot be kept holds for this opening; nothing of the person's is lost.
        let _ = self.shelf.with_value(|shelf| match shelf.set(KEY, &text) {
            // An earlier version kept them shorter: on a full store they take up what that did.
            Err(ShelfError::Full) => {
                let before = shelf.get(KEY)?.map_or(0, |before| before.len());
                shelf.set(KEY, &format!("{:before$}", text.trim_end()))
            }
            other => other,
        });
        self.show();
    }

    fn show(self) {
        let stored = self.stored.get_untracked();
        self.host.with_value(|host| {
            host.mark("data-theme", stored.theme.name());
            host.mark("data-text", stored.text.name());
        });
    }
}

#[cfg(test)]
mod tests;
