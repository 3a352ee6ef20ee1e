//! Something the person wrote earlier, on Today, for whoever wishes for it. Someone may stand beside: so it is asked for first, it is
//! never there behind a shut lock or on a shared device, and neither "Something happened" nor whom one could reach comes back in this way.

use super::{App, Guard, HAPPENED, MY_SUPPORT, Mode, Record, RecordId};
use crate::words;
use obverse_core::{
    reflection::{Body, Entry, Stamp},
    sorting::sort_by_key,
};

/// How many entries there are before it is asked.
const ASK: usize = 5;
/// How many days ago they were begun, at least.
const OLD: i32 = 14;
/// In so many days none comes twice.
const ROUND: usize = 8;
/// At most so many characters of its first words are shown.
const LONGEST: usize = 140;

/// What was written earlier.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenEarlier {
    /// The entry.
    pub id: RecordId,
    /// When it was begun.
    pub made: Stamp,
    /// Its first words.
    pub line: String,
}

impl App {
    /// Whether to ask if something written earlier may stand on Today.
    pub fn asks_for_written_earlier(self) -> bool {
        let unasked = self.may_show_written_earlier() && self.preferences.shows_written_earlier().is_none();
        unasked && self.offers() == [false; 2] && self.earlier_entries(0).len() >= ASK
    }

    /// Returns what of the person's own stands on Today; on some days nothing does.
    pub fn written_earlier(self) -> Option<WrittenEarlier> {
        if !self.may_show_written_earlier() || self.preferences.shows_written_earlier() != Some(true) {
            return None;
        }
        let all = self.earlier_entries(OLD);
        let at = of_day(all.len(), self.now().day())?;
        all.into_iter().nth(at)
    }

    fn may_show_written_earlier(self) -> bool {
        self.journal.mode() == Mode::Kept && self.guard() != Guard::Shut
    }

    /// All entries with words in them that were begun so many days ago, the oldest first.
    fn earlier_entries(self, days: i32) -> Vec<WrittenEarlier> {
        let today = self.now().day();
        let shown = |record: &Record| match record.body() {
            Some(Body::Entry(entry)) if may_be_shown(entry) && today - record.made.day() >= days => {
                let line = words::shorten(entry.opening(), LONGEST);
                (!line.is_empty()).then_some(WrittenEarlier { id: record.id, made: record.made, line })
            }
            _ => None,
        };
        let mut all: Vec<WrittenEarlier> = self.journal.look(|records| records.filter_map(shown).collect());
        sort_by_key(&mut all, |one| (one.made.ms, one.id));
        all
    }
}

/// Whether the words of an entry may stand on Today unasked for: not those about what happened, nor whom somebody could reach.
pub(super) fn may_be_shown(entry: &Entry) -> bool {
    ![HAPPENED, MY_SUPPORT].contains(&entry.form.as_str())
}

/// Returns which of so many is shown on a day. They take turns; while they are few, some days have none.
fn of_day(count: usize, day: i32) -> Option<usize> {
    let round = count.next_power_of_two().max(ROUND);
    let at = usize::try_from(day.rem_euclid(i32::try_from(round).ok()?)).ok()?;
    (at < count).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::{Device, NOON};

    const DAY: i64 = 86_400_000;

    #[test]
    fn none_comes_twice_in_a_week_and_each_has_its_turn() {
        for count in [1, 2, 7, 8, 9, 100] {
            let shown: Vec<_> = (0..256).map(|day| of_day(count, day)).collect();
            assert!((0..count).all(|one| shown.contains(&Some(one))), "{count}");
            let mut weeks = shown.windows(7);
            let twice = |week: &[Option<usize>]| {
                week.iter().enumerate().any(|(at, one)| one.is_some() && week[at + 1..].contains(one))
            };
            assert!(!weeks.any(twice), "{count}");
        }
        assert_eq!(of_day(0, 4), None);
    }

    #[test]
    fn it_is_asked_once_and_shown_only_if_wished_for() {
        let device = Device::new();
        let tab = device.open();
        let app = tab.app;
        for number in 0..ASK {
            assert!(!tab.owner.with(|| app.asks_for_written_earlier()), "{number} are few");
            tab.write(&format!("Entry {number}.")).keep();
            tab.settle();
        }
        tab.owner.with(|| app.decline(crate::state::Offer::Lock));
        assert!(tab.owner.with(|| app.asks_for_written_earlier()));
        let month = |app: App| -> Vec<WrittenEarlier> {
            let days = 20..50;
            days.filter_map(|day| {
                device.wall.set(NOON + day * DAY);
                tab.owner.with(|| app.written_earlier())
            })
            .collect()
        };
        assert_eq!(month(app), [], "nobody wished for it");
        tab.owner.with(|| app.preferences.show_written_earlier(true));
        assert!(!tab.owner.with(|| app.asks_for_written_earlier()), "asked once");
        assert!(month(app).iter().any(|one| one.line == "Entry 3."));
        device.wall.set(NOON + DAY);
        assert_eq!(tab.owner.with(|| app.written_earlier()), None, "of yesterday");
        tab.owner.with(|| app.preferences.show_written_earlier(false));
        assert_eq!(month(app), [], "no longer");
        assert!(!tab.owner.with(|| app.asks_for_written_earlier()));
    }

    #[test]
    fn what_happened_and_whom_one_could_reach_are_never_shown() {
        let of = |form: &str| Entry { form: form.into(), ..Entry::default() };
        assert_eq!([HAPPENED, MY_SUPPORT, "two-minutes"].map(|form| may_be_shown(&of(form))), [false, false, true]);
    }

    #[test]
    fn nothing_is_shown_behind_a_shut_lock() {
        let device = Device::new();
        let tab = device.open();
        tab.write("Only for me.").keep();
        tab.settle();
        tab.lock_with("a long passphrase");
        tab.owner.with(|| tab.app.preferences.show_written_earlier(true));
        let shows = || {
            (20..50).any(|day| {
                device.wall.set(NOON + day * DAY);
                tab.owner.with(|| tab.app.written_earlier().is_some())
            })
        };
        assert!(shows(), "the lock is open");
        tab.owner.with(|| tab.app.lock_now());
        tab.settle();
        assert_eq!(tab.guard(), Guard::Shut);
        assert!(!shows());
    }
}
