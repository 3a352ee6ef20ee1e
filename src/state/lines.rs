//! The person's own lines: words they wrote to have ready. They are read from the records each time, and stand
//! nowhere else.

use super::{
    App, RecordId,
    journal::{Place, newest_first},
};
use obverse_core::{
    activity::{Pieces, Step},
    reflection::{Answer, Body},
};

/// The id of the form for a line that grew out of nothing else.
pub const MY_LINE: &str = "my-line";
/// The id of the form for whom one could reach.
pub const MY_SUPPORT: &str = "my-support";

/// Words to have ready, and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnLine {
    /// The words.
    pub text: String,
    /// The id of the activity or form they were written in.
    pub piece: String,
    /// The entry they stand in; `None` if it is a run.
    pub entry: Option<RecordId>,
    key: Place,
}

impl App {
    /// All lines, newest first; none before the activities' text is there.
    pub fn lines(self) -> Vec<OwnLine> {
        let Some(pieces) = self.content.pieces() else { return Vec::new() };
        self.gather(|body| lines_of(&pieces, body))
    }

    /// Whether there is any line.
    pub fn has_lines(self) -> bool {
        let Some(pieces) = self.content.pieces() else { return false };
        let has = |body: &Body| lines_of(&pieces, body).is_some_and(|(_, lines)| !lines.is_empty());
        self.journal.look(|mut records| Iterator::any(&mut records, |record| record.body().is_some_and(has)))
    }

    /// Whom the person wrote down to reach, newest first.
    pub fn own_support(self) -> Vec<OwnLine> {
        self.gather(|body| match body {
            Body::Entry(entry) if entry.form == MY_SUPPORT => {
                let texts = entry.parts.iter().map(|part| &*part.text);
                Some((&entry.form, texts.filter(|text| !text.trim().is_empty()).collect()))
            }
            _ => None,
        })
    }

    fn gather(self, of: impl for<'b> Fn(&'b Body) -> Option<(&'b str, Vec<&'b str>)>) -> Vec<OwnLine> {
        let mut all = Vec::new();
        self.journal.look(|records| {
            for record in records {
                let Some(body) = record.body() else { continue };
                let Some((piece, texts)) = of(body) else { continue };
                let entry = matches!(body, Body::Entry(_)).then_some(record.id);
                let key = record.begun();
                let own = |text: &str| OwnLine { text: text.into(), piece: piece.into(), entry, key };
                all.extend(texts.into_iter().map(own));
            }
        });
        newest_first(all, |line| line.key)
    }
}

/// What was written along, and the lines that were written there.
fn lines_of<'b>(pieces: &Pieces, body: &'b Body) -> Option<(&'b str, Vec<&'b str>)> {
    let (piece, said): (&str, Vec<(&str, &str)>) = match body {
        Body::Run(run) => {
            let given = run.given.iter().filter(|given| given.answer != Answer::RatherNotSay);
            (&run.activity, given.map(|given| (&*given.item, &*given.note)).collect())
        }
        Body::Entry(entry) => (&entry.form, entry.parts.iter().map(|part| (&*part.item, &*part.text)).collect()),
        Body::Placement(_) | Body::Commitment(_) => return None,
    };
    let activity = pieces.activity(piece)?;
    let is_line = |item| activity.item(item).is_some_and(|item| matches!(item.step, Step::Write { line: true, .. }));
    let lines = said.into_iter().filter(|(item, text)| !text.trim().is_empty() && is_line(item));
    Some((piece, lines.map(|(_, text)| text).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::{
        activity::{Activity, Item, Kind},
        reflection::{Entry, Given, Part, Run, Stamp},
    };

    fn item(id: &str, line: bool) -> Item {
        Item::new(id, id, Step::Write { hint: String::new(), line })
    }

    fn pieces() -> Pieces {
        let piece = Activity {
            id: "piece".into(),
            revision: 1,
            kind: Kind::Scenario,
            title: "A piece".into(),
            topic: "Something".into(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: Vec::new(),
            items: vec![item("thought", false), item("line", true)],
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: false,
        };
        Pieces { activities: vec![piece], ..Pieces::default() }
    }

    fn run(activity: &str, answer: Answer, note: &str) -> Body {
        let given = |item: &str| Given {
            item: item.into(),
            revision: 1,
            answer: answer.clone(),
            new_to_me: false,
            note: note.into(),
        };
        Body::Run(Run {
            activity: activity.into(),
            revision: 1,
            begun: Stamp::default(),
            given: vec![given("thought"), given("line"), given("gone")],
            at: String::new(),
            grew: Vec::new(),
        })
    }

    #[test]
    fn only_what_was_written_as_a_line_is_one() {
        let pieces = pieces();
        let body = run("piece", Answer::Written, "\n  Let us wait\n  for the interpreter.");
        let as_written = vec!["\n  Let us wait\n  for the interpreter."];
        assert_eq!(lines_of(&pieces, &body), Some(("piece", as_written)));
        let part = |item: &str, text: &str| Part { item: item.into(), text: text.into(), ..Part::default() };
        let parts = vec![part("thought", "A thought."), part("line", "One moment, please."), part("", "Free.")];
        let body = Body::Entry(Entry { form: "piece".into(), parts, ..Entry::default() });
        assert_eq!(lines_of(&pieces, &body), Some(("piece", vec!["One moment, please."])));
    }

    #[test]
    fn nothing_is_shown_of_what_one_would_rather_not_say_or_what_is_not_there() {
        let pieces = pieces();
        for body in [run("piece", Answer::RatherNotSay, "A line."), run("piece", Answer::None, "  ")] {
            assert_eq!(lines_of(&pieces, &body), Some(("piece", vec![])));
        }
        assert_eq!(lines_of(&pieces, &run("another", Answer::Written, "A line.")), None);
    }
}
