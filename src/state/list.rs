use super::{App, RecordId, hand_in::is_code, journal::Place};
use crate::words;
use obverse_core::{
    reflection::{Body, Stamp},
    sorting::sort_by_key,
    text,
};
use std::{borrow::Cow, cell::OnceCell, cmp::Reverse};

/// What a person looks for in the journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Words, all of which must be there.
    pub words: String,
    /// A coin's id.
    pub coin: Option<String>,
}

/// A line of the list of entries.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLine {
    /// The entry.
    pub id: RecordId,
    /// The person's title, or the form's; empty if neither.
    pub title: String,
    /// Whether that is the person's.
    pub titled: bool,
    /// The first words.
    pub opening: String,
    /// It was begun and not finished.
    pub unfinished: bool,
    /// There are two versions.
    pub in_conflict: bool,
}

/// The entries of one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// A moment in it, for its name.
    pub stamp: Stamp,
    /// Newest first.
    pub entries: Vec<RecordId>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Entries by month, newest first.
    pub months: Vec<Month>,
    /// Notes on placements that hold the words: the coin's id and the note.
    pub placements: Vec<(String, String)>,
    /// Notes in runs that hold the words: the activity's id and the note.
    pub notes: Vec<(String, String)>,
    /// Steps that hold the words, by what they say.
    pub steps: Vec<(RecordId, String)>,
}

impl Found {
    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.months.is_empty() && self.placements.is_empty() && self.notes.is_empty() && self.steps.is_empty()
    }

    /// How many entries were.
    pub fn entries(&self) -> usize {
        self.months.iter().map(|month| month.entries.len()).sum()
    }
}

impl Query {
    /// Looks through the journal. Notes on placements and in runs, and steps, are looked at only for words.
    pub fn run(&self, app: App) -> Found {
        let words = folded_words(&self.words, words::fold);
        let mut found = Found::default();
        let mut lines = Vec::new();
        app.journal.look(|records| {
            for record in records {
                match record.body() {
                    Some(Body::Entry(entry)) => {
                        let of_coin = self.coin.as_ref().is_none_or(|coin| entry.coins.contains(coin));
                        let texts = record.body().map(Body::texts).unwrap_or_default();
                        if of_coin && holds(&texts, &words, words::fold) {
                            lines.push((record.begun(), record.made));
                        }
                    }
                    Some(Body::Placement(placement)) if !words.is_empty() && self.fits(&placement.coin) => {
                        let places = placement.settings.iter().map(|setting| setting.place.as_str());
                        let texts: Vec<&str> = std::iter::once(placement.note.as_str()).chain(places).collect();
                        if holds(&texts, &words, words::fold) {
                            found.placements.push((placement.coin.clone(), texts.join(" ").trim().to_owned()));
                        }
                    }
                    Some(Body::Run(run)) if !words.is_empty() && self.coin.is_none() && !is_code(run) => {
                        let notes = run.given.iter().filter(|given| holds(&[&given.note], &words, words::fold));
                        found.notes.extend(notes.map(|given| (run.activity.clone(), given.note.clone())));
                    }
                    Some(Body::Commitment(step)) if !words.is_empty() && self.fits(&step.coin) => {
                        let texts = record.body().map(Body::texts).unwrap_or_default();
                        if holds(&texts, &words, words::fold) {
                            found.steps.push((record.id, step.what.trim().to_owned()));
                        }
                    }
                    _ => {}
                }
            }
        });
        found.months = by_month(lines);
        found
    }

    fn fits(&self, coin: &str) -> bool {
        self.coin.as_ref().is_none_or(|one| one == coin)
    }
}

impl App {
    /// Whether there are words of the person's own.
    pub fn has_words(self) -> bool {
        self.journal.look(|mut records| {
            Iterator::any(&mut records, |record| {
                record.body().is_some_and(|body| match body {
                    Body::Run(run) if is_code(run) => false,
                    _ => body.texts().iter().any(|text| !text.trim().is_empty()),
                })
            })
        })
    }

    /// The line of an entry. Made for those that are shown alone: a journal has thousands.
    pub fn entry_line(self, id: RecordId) -> Option<EntryLine> {
        let record = self.journal.record(id)?;
        let Body::Entry(entry) = record.body()? else { return None };
        Some(EntryLine {
            id,
            title: match entry.title.trim() {
                "" => self.content.line(&entry.form).map(|form| form.title).unwrap_or_default(),
                title => title.to_owned(),
            },
            titled: !entry.title.trim().is_empty(),
            opening: words::shorten(entry.opening(), 120),
            unfinished: !entry.at.is_empty(),
            in_conflict: record.in_conflict(),
        })
    }
}

/// Puts entries, the newest first, under the months that their walls showed: each month once, first the one that has the
/// newest entry. Where people fly, months and entries do not go the same way: then the months do.
fn by_month(mut lines: Vec<(Place, Stamp)>) -> Vec<Month> {
    sort_by_key(&mut lines, |line| Reverse(*line));
    let mut months: Vec<Month> = Vec::new();
    for ((_, id), made) in lines {
        // The last one is nearly always it.
        match months.iter_mut().rev().find(|month| month.stamp.month() == made.month()) {
            Some(month) => month.entries.push(id),
            None => months.push(Month { stamp: made, entries: vec![id] }),
        }
    }
    // A month that comes right after another stands before it; further apart it is a clock that was wrong.
    let number = |month: &Month| month.stamp.month().0 * 12 + month.stamp.month().1.cast_signed();
    for place in 1..months.len() {
        if number(&months[place]) == number(&months[place - 1]) + 1 {
            months.swap(place - 1, place);
        }
    }
    months
}

/// Puts a text in the form in which it is compared.
type Fold = fn(&str) -> Cow<'_, str>;

/// The words to look for, as they are compared.
fn folded_words(typed: &str, fold: Fold) -> Vec<String> {
    fold(typed).split_whitespace().map(str::to_owned).collect()
}

/// Whether every word stands in one text or another.
fn holds(texts: &[&str], words: &[String], fold: Fold) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts: Vec<Folded> = texts.iter().map(|text| Folded::of(text, fold)).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// A text in which words are looked for.
struct Folded<'t> {
    text: &'t str,
    /// Whether letters and digits can be looked for in the text itself, whatever their case: it does without a copy, since a
    /// journal of thousands of entries is searched at every keystroke.
    plain: bool,
    /// The text as it is compared, once it was needed.
    whole: OnceCell<Cow<'t, str>>,
    fold: Fold,
}

impl Folded<'_> {
    fn of(text: &str, fold: Fold) -> Folded<'_> {
        Folded { text, plain: text::has_plain_words(text), whole: OnceCell::new(), fold }
    }

    fn contains(&self, word: &str) -> bool {
        if self.plain && word.bytes().all(|sign| sign.is_ascii_alphanumeric()) {
            return contains(self.text, word);
        }
        if self.text.is_ascii() && word.is_ascii() && !self.text.contains('`') {
            return contains(self.text, word);
        }
        text::holds(self.whole.get_or_init(|| (self.fold)(self.text)), word)
    }
}

/// Whether `text` contains `word` (ASCII in small letters), whatever the case.
fn contains(text: &str, word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return true };
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let stands_at = |at: usize| text.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word));
    let (eights, rest) = text.as_chunks::<8>();
    let begun = text.len() - rest.len();
    eights.iter().enumerate().any(|(place, eight)| {
        let mut maybe = places_of(*eight, first);
        while maybe != 0 {
            if stands_at(place * 8 + maybe.trailing_zeros() as usize / 8) {
                return true;
            }
            maybe &= maybe - 1;
        }
        false
    }) || (begun..text.len()).any(stands_at)
}

/// Where a sign may stand among eight, whatever its case: the highest bit of each byte that may be it. Eight at once,
/// since most places differ in the first sign.
fn places_of(eight: [u8; 8], sign: u8) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    // The one bit in which small and capital letters differ; what else differs in it alone is looked at too.
    const CASE: u64 = ONES * 0x20;
    let zero_where_alike = (u64::from_le_bytes(eight) | CASE) ^ (ONES * u64::from(sign | 0x20));
    zero_where_alike.wrapping_sub(ONES) & !zero_where_alike & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::vault::Turn;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn fold(text: &str) -> Cow<'_, str> {
        text::fold(text, |text| text.nfkd().collect::<String>().to_lowercase())
    }

    fn found(texts: &[&str], words: &str) -> bool {
        holds(texts, &folded_words(words, fold), fold)
    }

    #[test]
    fn each_month_is_there_once_whatever_the_zone() {
        // Written in Auckland, Los Angeles, Auckland, around the end of November; and one with a clock that was ahead.
        let (hour, midnight) = (3_600_000, 1_796_083_200_000);
        let ahead = Stamp { ms: midnight + 20_000 * hour, offset: 0 };
        let written = [(-20, 780), (0, 780), (1, -480), (2, 780)];
        let written = written.map(|(hours, offset)| Stamp { ms: midnight + hours * hour, offset });
        let id = |turn: usize| format!("{turn:032x}").parse::<RecordId>().expect("an id");
        // All in one turn: their names tell which came last.
        let mut lines = vec![((Turn::default(), id(0)), ahead)];
        lines.extend(written.into_iter().enumerate().map(|(turn, stamp)| ((Turn::default(), id(turn + 1)), stamp)));
        let months = by_month(lines);
        let shown: Vec<_> = months.iter().map(|month| (month.stamp.month(), month.entries.clone())).collect();
        let expected =
            [((2026, 12), vec![id(4), id(2)]), ((2026, 11), vec![id(3), id(1)]), (ahead.month(), vec![id(0)])];
        assert_eq!(shown, expected);
    }

    #[test]
    fn case_does_not_matter_in_any_script() {
        assert!(found(&["The HANDOVER"], "handover") && found(&["Übergabe"], "über") && !found(&["hand"], "handover"));
        assert!(contains("at the enD", "d") && !contains("", "d"));
        assert!(contains("", "") && contains("hahand", "HAND"));
        for at in 0..20 {
            let text = format!("{}Ward{}", "wa".repeat(at), "rd ".repeat(20 - at));
            assert!(contains(&text, "ward") && !contains(&text, "wards"), "{text}");
            assert!(contains(&text[..2 * at + 4], "ward"), "{text}");
            assert!(!contains(&text[..2 * at + 3], "ward"), "{text}");
        }
        assert!(contains("at 2 [a]", "[a]") && !contains("at 2 {a}", "[a]"));
    }

    #[test]
    fn every_word_is_found_in_one_text_or_another_however_it_was_typed() {
        assert!(found(&["the ward", "at night"], "night ward"));
        assert!(found(&["cafe\u{301}", "I didn’t"], "DIDN'T café"));
        assert!(found(&["I didn`t"], "didn’t") && found(&["I didn't"], "didn`t"));
        assert!(found(&["on-call"], "on\u{2011}call") && found(&["the office"], "o\u{fb03}ce"));
        assert!(found(&["ward 4"], "ward\u{a0}4 \u{200b}"), "a blank of another width parts words too");
        assert!(!found(&["the ward", "at night"], "night wards"));
        assert!(found(&[], " ") && found(&["a"], "\u{200b}") && !found(&[], "a"));
    }

    proptest! {
        #[test]
        fn the_quick_way_and_the_whole_one_find_the_same(text in "[ -~]{0,30}", word in "[ -~]{1,3}|[a-e]{1,2}") {
            let whole = folded_words(&word, fold).iter().all(|word| text::holds(&fold(&text), word));
            prop_assert_eq!(found(&[&text], &word), whole);
        }

        #[test]
        fn every_month_stands_once_and_nothing_is_out_of_order(
            // Hours from a day in November 2026, and the zones there are.
            lines in prop::collection::vec((0..3_000i64, -12 * 60..=14 * 60i16), 0..40)
        ) {
            let stamp = |(hours, offset): &(i64, i16)| Stamp { ms: 1_795_996_800_000 + hours * 3_600_000, offset: *offset };
            let id = |place: usize| -> RecordId { format!("{place:032x}").parse().expect("32 hex digits") };
            let all: Vec<_> = lines.iter().enumerate().map(|(place, line)| (stamp(line), id(place))).collect();
            let made = |one: &RecordId| all.iter().find(|(_, id)| id == one).expect("one of them").0;
            let months = by_month(all.iter().map(|(made, id)| ((Turn::of(*made), *id), *made)).collect());
            prop_assert!(months.windows(2).all(|pair| pair[0].stamp.month() > pair[1].stamp.month()));
            let mut count = 0;
            for month in &months {
                count += month.entries.len();
                prop_assert!(month.entries.iter().all(|one| made(one).month() == month.stamp.month()));
                prop_assert!(month.entries.windows(2).all(|pair| made(&pair[0]).ms >= made(&pair[1]).ms));
            }
            prop_assert_eq!(count, all.len());
            if lines.iter().all(|(_, offset)| *offset == 0) {
                let order: Vec<_> = months.iter().flat_map(|month| &month.entries).map(made).collect();
                prop_assert!(order.windows(2).all(|pair| pair[0].ms >= pair[1].ms), "at one place, by the moment alone");
            }
        }
    }

    #[test]
    fn a_flight_over_the_date_line_gives_each_month_once() {
        // 1 December in Auckland, then 30 November in Los Angeles, then 1 December in Auckland again.
        let id = |place: u8| -> RecordId { format!("{place:032x}").parse().expect("32 hex digits") };
        let at = |hours: i64, offset: i16| Stamp { ms: 1_796_040_000_000 + hours * 3_600_000, offset };
        let (first, then, last) = (at(0, 780), at(3, -480), at(6, 780));
        assert_eq!([first, then, last].map(Stamp::iso), ["2026-12-01", "2026-11-30", "2026-12-01"]);
        let lines = [(first, id(1)), (then, id(2)), (last, id(3))];
        let months = by_month(lines.map(|(made, id)| ((Turn::of(made), id), made)).into());
        let entries: Vec<_> = months.iter().map(|month| (month.stamp.month(), month.entries.clone())).collect();
        assert_eq!(entries, [((2026, 12), vec![id(3), id(1)]), ((2026, 11), vec![id(2)])]);
    }
}
