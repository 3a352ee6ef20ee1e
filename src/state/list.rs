//! What stands in the journal, and a search through it.

use super::{App, RecordId, Sort, hand_in::is_code, journal::Place};
use crate::words;
use obverse_core::{
    reflection::{Body, Stamp},
    sorting::sort_by_key,
    text,
};
use std::{borrow::Cow, cell::OnceCell, cmp::Reverse, slice};

/// What a person looks for in the journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Words, all of which must be there.
    pub words: String,
    /// Only records of this kind; `None` for all kinds.
    pub sort: Option<Sort>,
    /// A coin's id.
    pub coin: Option<String>,
}

/// The records of one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// A moment in it, for its name.
    pub stamp: Stamp,
    /// Newest first.
    pub records: Vec<RecordId>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// By month, newest first.
    pub months: Vec<Month>,
    /// The words that were looked for, as they are compared.
    pub words: Vec<String>,
}

impl Found {
    /// How many records were.
    pub fn count(&self) -> usize {
        self.months.iter().map(|month| month.records.len()).sum()
    }
}

impl Query {
    /// Looks through the journal: entries, placements, answers and steps.
    pub fn run(&self, app: App) -> Found {
        let words = folded_words(&self.words, words::fold);
        let mut lines = Vec::new();
        // An activity opens at its newest run, so the earlier ones show only where words are looked for.
        let mut runs: Vec<(String, (Place, Stamp))> = Vec::new();
        app.journal.look(|records| {
            for record in records {
                let Some(body) = record.body() else { continue };
                let coins = match body {
                    Body::Entry(entry) => entry.coins.as_slice(),
                    Body::Placement(placement) => slice::from_ref(&placement.coin),
                    Body::Commitment(step) => slice::from_ref(&step.coin),
                    Body::Run(run) if is_code(run) => continue,
                    Body::Run(_) => &[],
                };
                let of_sort = self.sort.is_none_or(|sort| sort == Sort::of(body));
                let of_coin = self.coin.as_ref().is_none_or(|coin| coins.contains(coin));
                if !of_sort || !of_coin || !holds(&body.texts(), &words, words::fold) {
                    continue;
                }
                let line = (record.begun(), record.made);
                match body {
                    Body::Run(run) if words.is_empty() => match runs.iter_mut().find(|(id, _)| *id == run.activity) {
                        Some((_, newest)) => *newest = line.max(*newest),
                        None => runs.push((run.activity.clone(), line)),
                    },
                    _ => lines.push(line),
                }
            }
        });
        lines.extend(runs.into_iter().map(|(_, line)| line));
        Found { months: by_month(lines), words }
    }
}

/// Puts records, the newest first, under the months that their walls showed: each month once, first the one that has the
/// newest. Where people fly, months and records do not go the same way: then the months do.
fn by_month(mut lines: Vec<(Place, Stamp)>) -> Vec<Month> {
    sort_by_key(&mut lines, |line| Reverse(*line));
    let mut months: Vec<Month> = Vec::new();
    for ((_, id), made) in lines {
        // The last one is nearly always it.
        match months.iter_mut().rev().find(|month| month.stamp.month() == made.month()) {
            Some(month) => month.records.push(id),
            None => months.push(Month { stamp: made, records: vec![id] }),
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
pub(super) type Fold = fn(&str) -> Cow<'_, str>;

/// The words to look for, as they are compared.
pub(super) fn folded_words(typed: &str, fold: Fold) -> Vec<String> {
    fold(typed).split_whitespace().map(str::to_owned).collect()
}

/// Whether every word stands in one text or another.
pub(super) fn holds(texts: &[&str], words: &[String], fold: Fold) -> bool {
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
    use crate::state::testing::{Device, entry};
    use obverse_core::{
        reflection::{Answer, Commitment, Entry, Given, Placement, Run, Stand},
        vault::Turn,
    };
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn fold(text: &str) -> Cow<'_, str> {
        text::fold(text, |text| text.nfkd().collect::<String>().to_lowercase())
    }

    fn found(texts: &[&str], words: &str) -> bool {
        holds(texts, &folded_words(words, fold), fold)
    }

    fn run(activity: &str, note: &str) -> Body {
        let given =
            Given { item: "item".into(), revision: 1, answer: Answer::Written, new_to_me: false, note: note.into() };
        let (begun, at, grew) = (Stamp::default(), String::new(), Vec::new());
        Body::Run(Run { activity: activity.into(), revision: 1, begun, given: vec![given], at, grew })
    }

    #[test]
    fn everything_is_in_it_and_is_found_by_kind_by_coin_and_by_words() {
        let device = Device::new();
        let tab = device.open();
        let about = Entry { coins: vec!["racism".into()], title: "The rota".into(), ..Entry::default() };
        let stand = Some(Stand::Top);
        let place = |coin: &str, note: &str| {
            let (coin, note) = (coin.to_owned(), note.to_owned());
            Body::Placement(Placement { coin, revision: 1, stand, settings: Vec::new(), note })
        };
        let step = Commitment { what: "Ask about the rota".into(), coin: "ableism".into(), ..Commitment::default() };
        let bodies = [
            entry("A bell."),
            Body::Entry(about),
            place("racism", ""),
            place("ableism", "on nights"),
            run("piece", "The ROTA again."),
            run("hand-in/code", "rota"),
            Body::Commitment(step),
            run("piece", "No one asked."),
        ];
        let ids: Vec<RecordId> = bodies
            .iter()
            .map(|body| {
                let id = tab.app.new_id();
                tab.app.journal.save(id, body, &[]).expect("kept");
                tab.pass(1_000);
                id
            })
            .collect();
        let found = |words: &str, sort: Option<Sort>, coin: Option<&str>| -> Vec<usize> {
            let query = Query { words: words.into(), sort, coin: coin.map(str::to_owned) };
            let found = query.run(tab.app);
            let all: Vec<usize> = found
                .months
                .iter()
                .flat_map(|month| &month.records)
                .map(|id| ids.iter().position(|one| one == id).expect("one of them"))
                .collect();
            assert_eq!(found.count(), all.len());
            all
        };
        assert_eq!(found("", None, None), [7, 6, 3, 2, 1, 0], "newest first, each activity once, and no code");
        assert_eq!(found("", Some(Sort::Entries), None), [1, 0]);
        assert_eq!(found("", Some(Sort::Placements), None), [3, 2]);
        assert_eq!(found("", Some(Sort::Answers), None), [7]);
        assert_eq!(found("", Some(Sort::Steps), None), [6]);
        assert_eq!(found("", None, Some("racism")), [2, 1]);
        assert_eq!(found("rota", None, None), [6, 4, 1]);
        assert_eq!(found("rota", Some(Sort::Steps), Some("ableism")), [6]);
        assert_eq!(found("rota", Some(Sort::Answers), Some("ableism")), [0; 0]);
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
        let shown: Vec<_> = months.iter().map(|month| (month.stamp.month(), month.records.clone())).collect();
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
                count += month.records.len();
                prop_assert!(month.records.iter().all(|one| made(one).month() == month.stamp.month()));
                prop_assert!(month.records.windows(2).all(|pair| made(&pair[0]).ms >= made(&pair[1]).ms));
            }
            prop_assert_eq!(count, all.len());
            if lines.iter().all(|(_, offset)| *offset == 0) {
                let order: Vec<_> = months.iter().flat_map(|month| &month.records).map(made).collect();
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
        let entries: Vec<_> = months.iter().map(|month| (month.stamp.month(), month.records.clone())).collect();
        assert_eq!(entries, [((2026, 12), vec![id(3), id(1)]), ((2026, 11), vec![id(2)])]);
    }
}
