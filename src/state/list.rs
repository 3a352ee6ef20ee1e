use super::{App, RecordId, hand_in::is_code};
use crate::words;
use obverse_core::reflection::{Body, Stamp};

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
        let words: Vec<String> = self.words.split_whitespace().map(words::lower).collect();
        let mut found = Found::default();
        let mut lines = Vec::new();
        app.journal.look(|records| {
            for record in records {
                match record.body() {
                    Some(Body::Entry(entry)) => {
                        let of_coin = self.coin.as_ref().is_none_or(|coin| entry.coins.contains(coin));
                        let texts = record.body().map(Body::texts).unwrap_or_default();
                        if of_coin && holds(&texts, &words, words::lower) {
                            lines.push((record.made, record.id));
                        }
                    }
                    Some(Body::Placement(placement)) if !words.is_empty() && self.fits(&placement.coin) => {
                        let places = placement.settings.iter().map(|setting| setting.place.as_str());
                        let texts: Vec<&str> = std::iter::once(placement.note.as_str()).chain(places).collect();
                        if holds(&texts, &words, words::lower) {
                            found.placements.push((placement.coin.clone(), texts.join(" ").trim().to_owned()));
                        }
                    }
                    Some(Body::Run(run)) if !words.is_empty() && self.coin.is_none() && !is_code(run) => {
                        let notes = run.given.iter().filter(|given| holds(&[&given.note], &words, words::lower));
                        found.notes.extend(notes.map(|given| (run.activity.clone(), given.note.clone())));
                    }
                    Some(Body::Commitment(step)) if !words.is_empty() && self.fits(&step.coin) => {
                        let texts = record.body().map(Body::texts).unwrap_or_default();
                        if holds(&texts, &words, words::lower) {
                            found.steps.push((record.id, step.what.trim().to_owned()));
                        }
                    }
                    _ => {}
                }
            }
        });
        lines.sort_unstable_by(|one, other| other.cmp(one));
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
            opening: entry.opening(120),
            unfinished: !entry.at.is_empty(),
            in_conflict: record.in_conflict(),
        })
    }
}

fn by_month(lines: Vec<(Stamp, RecordId)>) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    let mut last = None;
    for (made, id) in lines {
        let month = made.month();
        match months.last_mut() {
            Some(before) if last == Some(month) => before.entries.push(id),
            _ => months.push(Month { stamp: made, entries: vec![id] }),
        }
        last = Some(month);
    }
    months
}

/// Whether every word stands in one text or another.
fn holds(texts: &[&str], words: &[String], lower: fn(&str) -> String) -> bool {
    words.iter().all(|word| texts.iter().any(|text| contains(text, word, lower)))
}

/// Whether `text` contains `word` (in lower case), whatever the case. Does without a copy where it can: a
/// journal of thousands of entries is searched at every keystroke.
fn contains(text: &str, word: &str, lower: fn(&str) -> String) -> bool {
    if !word.is_ascii() {
        return lower(text).contains(word);
    }
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

    #[test]
    fn case_does_not_matter_in_any_script() {
        assert!(contains("The HANDOVER", "handover", str::to_lowercase));
        assert!(contains("Übergabe", "über", str::to_lowercase));
        assert!(!contains("hand", "handover", str::to_lowercase));
        assert!(contains("at the enD", "d", str::to_lowercase) && !contains("", "d", str::to_lowercase));
        assert!(contains("", "", str::to_lowercase) && contains("hahand", "HAND", str::to_lowercase));
        for at in 0..20 {
            let text = format!("{}Ward{}", "wa".repeat(at), "rd ".repeat(20 - at));
            assert!(
                contains(&text, "ward", str::to_lowercase) && !contains(&text, "wards", str::to_lowercase),
                "{text}"
            );
            assert!(contains(&text[..2 * at + 4], "ward", str::to_lowercase), "{text}");
            assert!(!contains(&text[..2 * at + 3], "ward", str::to_lowercase), "{text}");
        }
        assert!(contains("at 2 [a]", "[a]", str::to_lowercase) && !contains("at 2 {a}", "[a]", str::to_lowercase));
        assert!(holds(&["the ward", "at night"], &["night".into(), "ward".into()], str::to_lowercase));
    }
}
