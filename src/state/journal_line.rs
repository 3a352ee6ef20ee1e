//! A line of the journal: what a record is known by in the list.

use super::{App, RecordId, Sort};
use crate::{
    route::{Code, Route},
    words,
};
use obverse_core::reflection::{Body, Stamp, Stand};

/// The most signs of a title that are first words.
const TITLE: usize = 60;
/// The most signs of what is shown below it.
const EXCERPT: usize = 80;
/// A hit that ends behind so many bytes would not be seen, so the excerpt begins before it.
const SEEN: usize = 50;
/// With so many words before it.
const BEFORE: usize = 4;

/// A text in pieces, each with whether it is what was looked for.
pub type Marked = Vec<(String, bool)>;

/// What one record shows in the journal's list: its name, some of its words, and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalLine {
    /// The screen that shows the record.
    pub to: Route,
    /// What kind of record it is.
    pub sort: Sort,
    /// When it was begun.
    pub made: Stamp,
    /// The person's title, the question it answers, or its first words; empty if there are none.
    pub title: Marked,
    /// Whether those are the person's own words.
    pub own: bool,
    /// Some of the words below the title: the first ones, or those around what was looked for.
    pub excerpt: Marked,
    /// The form it was written along, and the coins it is about.
    pub about: Vec<String>,
    /// The position on a coin.
    pub stand: Option<Stand>,
    /// Whether it was begun and not finished.
    pub unfinished: bool,
    /// Whether there are two versions.
    pub in_conflict: bool,
}

impl App {
    /// Returns the line of a record, with `words` (as the search compares them) marked in it. Made for those that are shown
    /// alone: a journal has thousands.
    pub fn journal_line(self, id: RecordId, words: &[String]) -> Option<JournalLine> {
        let record = self.journal.record(id)?;
        let body = record.body()?;
        let piece = |id: &str| self.content.line(id).map(|piece| piece.title);
        let coin = |id: &String| self.content.coin_line(id).map(|coin| coin.name);
        let all = body.joined();
        let mut rest = all.trim_start();
        let (mut own, mut about, mut stand, mut unfinished) = (false, Vec::new(), None, false);
        let (to, mut title) = match body {
            Body::Entry(entry) => {
                unfinished = !entry.at.is_empty();
                about.extend(piece(&entry.form).into_iter().chain(entry.coins.iter().filter_map(coin)));
                let title = entry.title.trim();
                own = !title.is_empty();
                rest = rest.strip_prefix(title).unwrap_or(rest);
                (Route::Entry(id), if own { title.to_owned() } else { self.content.question(entry) })
            }
            Body::Placement(placement) => {
                stand = placement.stand;
                (Route::Coin(Code::of(&placement.coin)), coin(&placement.coin).unwrap_or_default())
            }
            Body::Run(run) => {
                unfinished = !run.finished();
                (Route::Activity(Code::of(&run.activity)), piece(&run.activity).unwrap_or_default())
            }
            Body::Commitment(step) => {
                about.extend(coin(&step.coin));
                (Route::Step(id), String::new())
            }
        };
        if title.is_empty() {
            own = true;
            (title, rest) = first_words(rest);
        }
        Some(JournalLine {
            to,
            sort: Sort::of(body),
            made: record.made,
            title: marked(&title, if own { words } else { &[] }),
            own,
            excerpt: marked(&excerpt(rest.trim_start(), words), words),
            about,
            stand,
            unfinished,
            in_conflict: record.in_conflict(),
        })
    }
}

/// Parts the first words of a text, to be its title, from what follows them.
fn first_words(text: &str) -> (String, &str) {
    let line = text.lines().next().unwrap_or_default();
    let short = words::shorten(line, TITLE);
    if short == line {
        return (short, text.get(line.len()..).unwrap_or_default());
    }
    let kept = short.trim_end_matches('…');
    let end = kept.rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(kept.len());
    let (title, rest) = text.split_at_checked(end).unwrap_or_default();
    ([title, "…"].concat(), rest)
}

/// Returns the first words of a text, or those around the first of `words` that stands in it.
fn excerpt(text: &str, words: &[String]) -> String {
    let hit = if words.is_empty() { None } else { words::places(text, words).into_iter().next() };
    let from = hit.filter(|(_, end)| *end > SEEN).map_or(0, |(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let blanks = before.char_indices().rev().filter(|(_, sign)| sign.is_whitespace());
        blanks.map(|(blank, _)| blank).nth(BEFORE).unwrap_or(at)
    });
    let begin = if from > 0 { "…" } else { "" };
    [begin, &words::shorten(text.get(from..).unwrap_or_default().trim_start(), EXCERPT)].concat()
}

fn marked(text: &str, words: &[String]) -> Marked {
    let places = if words.is_empty() { Vec::new() } else { words::places(text, words) };
    let mut pieces = Vec::new();
    let mut from = 0;
    for (begin, end) in places.into_iter().chain([(text.len(), text.len())]) {
        for (piece, hit) in [(text.get(from..begin), false), (text.get(begin..end), true)] {
            pieces.extend(piece.filter(|piece| !piece.is_empty()).map(|piece| (piece.to_owned(), hit)));
        }
        from = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{
        testing::{Device, Tab, entry},
        wordings::tests::wordings,
    };
    use obverse_core::{
        activity::{Activity, Kind, PieceGroup, Pieces},
        reflection::{Commitment, Entry, Part},
    };

    fn read(pieces: &Marked) -> String {
        pieces.iter().map(|(text, hit)| if *hit { format!("[{text}]") } else { text.clone() }).collect()
    }

    fn line(tab: &Tab, body: &Body, words: &[&str]) -> (String, String) {
        let id = tab.app.new_id();
        tab.app.journal.save(id, body, &[]).expect("kept");
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        let line = tab.app.journal_line(id, &words).expect("a line");
        assert!(line.own && !line.in_conflict);
        (read(&line.title), read(&line.excerpt))
    }

    fn told(title: &str, excerpt: &str) -> (String, String) {
        (title.to_owned(), excerpt.to_owned())
    }

    #[test]
    fn a_title_is_the_persons_or_their_first_words_and_nothing_stands_twice() {
        let device = Device::new();
        let tab = device.open();
        let part = Part { text: "So I said the name again.".into(), ..Part::default() };
        let titled = Entry { title: " The handover ".into(), parts: vec![part], ..Entry::default() };
        assert_eq!(line(&tab, &Body::Entry(titled), &[]), told("The handover", "So I said the name again."));
        assert_eq!(line(&tab, &entry("\n One line.\nAnother."), &[]), told("One line.", "Another."));
        assert_eq!(line(&tab, &entry("Short."), &[]), told("Short.", ""));
        let long = "They looked past me to the student, and asked him how long he had been in charge of the ward.";
        let expected =
            told("They looked past me to the student, and asked him how long…", "he had been in charge of the ward.");
        assert_eq!(line(&tab, &entry(long), &[]), expected);
        assert_eq!(line(&tab, &entry(&"x".repeat(70)), &[]), told(&("x".repeat(60) + "…"), &"x".repeat(10)));
        let step =
            Commitment { what: "Ask for the interpreter".into(), sign: "They say so.".into(), ..Commitment::default() };
        assert_eq!(line(&tab, &Body::Commitment(step), &[]), told("Ask for the interpreter", "They say so."));
    }

    #[test]
    fn the_question_of_the_day_is_a_title_only_in_the_words_that_were_answered() {
        let device = Device::new();
        let tab = device.open();
        let answered = |item: &str, revision| {
            let part = Part { item: item.into(), revision, text: "Nobody.".into(), ..Part::default() };
            let id = tab.app.new_id();
            let entry = Entry { form: "piece".into(), parts: vec![part], ..Entry::default() };
            tab.app.journal.save(id, &Body::Entry(entry), &[]).expect("kept");
            id
        };
        let ids = [answered("same", 1), answered("changed", 2), answered("changed", 1), answered("gone", 1)];
        let titles = || {
            ids.map(|id| {
                let line = tab.app.journal_line(id, &["nobody".into(), "same".into()]).expect("a line");
                (read(&line.title), read(&line.excerpt), line.own)
            })
        };
        let own = || ("[Nobody].".to_owned(), String::new(), true);
        assert_eq!(titles(), [own(), own(), own(), own()], "before the questions are there");
        let form = wordings(Kind::Form).now.expect("it is there");
        let forms = Pieces { activities: vec![Activity { daily: true, ..form }], ..Pieces::default() };
        tab.app.content.arrive_group(PieceGroup::Activities(Kind::Form), Some(forms));
        let asked = |question: &str| (question.to_owned(), "[Nobody].".to_owned(), false);
        assert_eq!(titles(), [asked("same? 1"), asked("changed? 2"), own(), own()]);
    }

    #[test]
    fn hits_are_marked_and_the_excerpt_goes_to_the_first() {
        let device = Device::new();
        let tab = device.open();
        let text = "The rota.\nNobody had asked who wanted nights, and nobody had looked at the Rota, or at who had made the rota.";
        assert_eq!(
            line(&tab, &entry(text), &["rota"]),
            told("The [rota].", "…had looked at the [Rota], or at who had made the [rota].")
        );
        assert_eq!(line(&tab, &entry("A bell.\nIt rang."), &["bell", "rang"]), told("A [bell].", "It [rang]."));
        assert_eq!(read(&marked("anna", &["an".into(), "nn".into()])), "[ann]a");
    }
}
