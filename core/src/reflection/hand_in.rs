//! The self-check alone, handed in to a course: the lines a person chose, as text, as a spreadsheet or as data.

use super::{
    Stamp,
    told::{MARK, push, row},
};
use crate::json::Writer;

/// When a question of the self-check was asked, or for which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Before a course.
    Before,
    /// For the time before, looking back from after it.
    Then,
    /// After it.
    After,
    /// Some weeks on.
    Later,
}

impl Occasion {
    /// All, in the order of the times they speak of.
    pub const ALL: [Occasion; 4] = [Occasion::Before, Occasion::Then, Occasion::After, Occasion::Later];

    /// Its name in files, the same in every language. But for `then`, it is the id of the activity.
    pub fn id(self) -> &'static str {
        match self {
            Occasion::Before => "before",
            Occasion::Then => "then",
            Occasion::After => "after",
            Occasion::Later => "later",
        }
    }
}

/// One answer that is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it was asked.
    pub occasion: Occasion,
    /// The day or only the month; see [`when`].
    pub when: String,
    /// [`Item::id`](crate::activity::Item::id).
    pub item: String,
    /// [`Item::revision`](crate::activity::Item::revision) of the words that were answered.
    pub revision: u32,
    /// The question.
    pub question: String,
    /// What was said, in words: several where several were chosen.
    pub answers: Vec<String>,
}

/// The month as `2026-11`, or the very day as `2026-11-21`.
pub fn when(stamp: Stamp, day: bool) -> String {
    let mut date = stamp.iso();
    if !day && let Some((month, _)) = date.rsplit_once('-') {
        date.truncate(month.len());
    }
    date
}

/// Text to paste somewhere: `top`, then each occasion by the name that `name` gives it, with its questions and answers.
pub fn text(top: &[&str], lines: &[Line], name: impl Fn(Occasion) -> &'static str) -> String {
    let mut text = top.join("\n");
    let mut before = None;
    for line in lines {
        let here = Some((line.occasion, &line.when));
        if before != here {
            push(&mut text, &["\n\n", name(line.occasion), " (", &line.when, ")"]);
            before = here;
        }
        push(&mut text, &["\n\n", &line.question, "\n", &line.answers.join("\n")]);
    }
    text.push('\n');
    text
}

/// A spreadsheet (CSV): a row for each answer.
pub fn spreadsheet(code: &str, lines: &[Line]) -> String {
    let mut text = String::from(MARK);
    row(&mut text, ["code", "occasion", "date", "item", "revision", "question", "answer"]);
    for line in lines {
        let (revision, answer) = (line.revision.to_string(), line.answers.join("; "));
        row(&mut text, [code, line.occasion.id(), &line.when, &line.item, &revision, &line.question, &answer]);
    }
    text
}

/// Data (JSON).
pub fn data(code: &str, lines: &[Line]) -> String {
    let mut to = Writer::default();
    to.open('{');
    to.name("code").string(code);
    to.name("lines").open('[');
    for line in lines {
        to.open('{');
        to.name("occasion").string(line.occasion.id());
        to.name("date").string(&line.when);
        to.name("item").string(&line.item);
        to.name("revision").plain(&line.revision);
        to.name("question").string(&line.question);
        to.name("answers").strings(&line.answers);
        to.close('}');
    }
    to.close(']');
    to.close('}');
    to.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(occasion: Occasion, answers: &[&str]) -> Line {
        Line {
            occasion,
            when: "2026-11".into(),
            item: "ways".into(),
            revision: 3,
            question: "How many \"ways\"?".into(),
            answers: answers.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    #[test]
    fn no_day_unless_it_is_asked_for() {
        let stamp = Stamp { ms: 1_795_996_800_000, offset: 0 };
        assert_eq!(when(stamp, true), stamp.iso());
        assert_eq!(when(stamp, false), stamp.iso()[..7]);
    }

    #[test]
    fn text_names_each_occasion_once() {
        let lines =
            [line(Occasion::Before, &["A few"]), line(Occasion::Before, &["a", "b"]), line(Occasion::Then, &["None"])];
        assert_eq!(
            text(&["Self-check", "Code: heron"], &lines, Occasion::id),
            "Self-check\nCode: heron\n\nbefore (2026-11)\n\nHow many \"ways\"?\nA few\n\nHow many \"ways\"?\na\nb\n\n\
             then (2026-11)\n\nHow many \"ways\"?\nNone\n"
        );
    }

    #[test]
    fn a_row_carries_the_wording_and_no_cell_is_a_formula() {
        let text = spreadsheet("=1+1", &[line(Occasion::Then, &["A few", "Many"]), line(Occasion::After, &["@sum"])]);
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], "\u{feff}\"code\",\"occasion\",\"date\",\"item\",\"revision\",\"question\",\"answer\"");
        assert_eq!(rows[1], "\"'=1+1\",\"then\",\"2026-11\",\"ways\",\"3\",\"How many \"\"ways\"\"?\",\"A few; Many\"");
        assert!(rows[2].ends_with(",\"'@sum\""));
    }

    #[test]
    fn data_is_json_with_the_wording_of_each_line() {
        let text = data("heron", &[line(Occasion::Later, &["A \"few\"\n"])]);
        let back: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back["code"], "heron");
        assert_eq!(back["lines"][0]["occasion"], "later");
        assert_eq!(back["lines"][0]["revision"], 3);
        assert_eq!(back["lines"][0]["answers"][0], "A \"few\"\n");
        let none: serde_json::Value = serde_json::from_str(&data("", &[])).expect("JSON");
        assert_eq!(none["lines"], serde_json::json!([]));
    }
}
