//! A record for an appraisal: what goes into one out of an entry and the steps that grew from it, and printed pages as
//! plain text.
//!
//! Only the person's own words go in. What they chose from a list stays out: it was said for themselves.

use super::{
    Commitment, Entry, How, Look, Part,
    told::{Told, push},
};
use crate::activity::{Activity, Item, Tells};
use chrono::NaiveDate;

/// What a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// When it was.
    Date,
    /// What it is about.
    Title,
    /// What kind of reflection it is.
    Kind,
    /// How long it took.
    Time,
    /// What happened.
    Happened,
    /// What was learnt.
    Learning,
    /// What the person means to change.
    Change,
    /// What came of it.
    Impact,
    /// The standard or role it belongs to.
    Standard,
    /// When to look at it again.
    FollowUp,
}

impl Field {
    /// All, in the order they are printed.
    pub const ALL: [Field; 10] = [
        Field::Date,
        Field::Title,
        Field::Kind,
        Field::Time,
        Field::Happened,
        Field::Learning,
        Field::Change,
        Field::Impact,
        Field::Standard,
        Field::FollowUp,
    ];
}

/// What there is for a record before the person changes anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The form does not tell apart what happened and what was learnt: all of it stands under what happened.
    pub mixed: bool,
    /// What happened.
    pub happened: String,
    /// What was learnt.
    pub learning: String,
    /// What the person means to change.
    pub change: String,
    /// What came of it.
    pub impact: String,
    /// The day to look again that comes first.
    pub follow_up: Option<NaiveDate>,
}

/// What an entry along this form, and the steps that grew from it (the first one first), say for a record. `asked` finds
/// the item in the words that a part answered, and `how` names what became of a step.
pub fn gather<'a>(
    entry: &Entry,
    form: Option<&'a Activity>,
    asked: impl Fn(&Part) -> Option<&'a Item>,
    steps: &[Commitment],
    how: impl Fn(How) -> &'static str,
) -> Gathered {
    let mixed = !form.is_some_and(|form| form.items.iter().any(|item| item.tells.is_some()));
    let mut gathered = Gathered { mixed, ..Gathered::default() };
    // An item of which the author says nothing belongs with the one before it.
    let mut tells = Tells::Happened;
    for part in &entry.parts {
        let asked = asked(part);
        let item = form.and_then(|form| form.item(&part.item)).or(asked);
        tells = item.and_then(|item| item.tells).unwrap_or(tells);
        let ask = asked.filter(|_| mixed).map(|item| item.ask.as_str()).unwrap_or_default();
        let place = match tells {
            Tells::Happened => &mut gathered.happened,
            Tells::Learning => &mut gathered.learning,
            Tells::Change => &mut gathered.change,
            Tells::Impact => &mut gathered.impact,
        };
        add(place, ask, &part.text);
    }
    for step in steps {
        add(&mut gathered.change, "", &step.what);
    }
    for look in in_order(steps) {
        let how = look.how.map(&how).unwrap_or_default();
        match (how, look.words.trim()) {
            ("", _) => add(&mut gathered.impact, "", &look.words),
            (how, "") => add(&mut gathered.impact, "", how),
            (how, words) => add(&mut gathered.impact, "", &[how, ": ", words].concat()),
        }
    }
    gathered.follow_up = steps.iter().filter(|step| step.open()).filter_map(|step| step.look_again).min();
    gathered
}

/// Each time one of the steps was looked at again: those of one step as they came, whatever the clock showed, and those of
/// different ones by their moments.
fn in_order(steps: &[Commitment]) -> Vec<&Look> {
    let mut left: Vec<&[Look]> = steps.iter().map(|step| step.looks.as_slice()).collect();
    let mut all = Vec::new();
    while let Some(next) = left.iter_mut().filter(|looks| !looks.is_empty()).min_by_key(|looks| looks[0].at) {
        all.push(&next[0]);
        *next = &next[1..];
    }
    all
}

/// Adds a paragraph as it was written, under a question if there is one.
fn add(text: &mut String, ask: &str, said: &str) {
    let said = said.trim_end();
    if said.is_empty() {
        return;
    }
    let gap = if text.is_empty() { "" } else { "\n\n" };
    let line = if ask.is_empty() { "" } else { "\n" };
    push(text, &[gap, ask, line, said]);
}

/// The record as it is printed: what is empty is left out. `name` names a field.
pub fn told(said: Vec<(Field, String)>, name: impl Fn(Field) -> &'static str) -> Told {
    let mut told = Told::default();
    for (field, text) in said {
        let line = text.trim();
        if !matches!(field, Field::Date) {
            told.typed.push(text.clone());
        }
        match field {
            Field::Date => told.date = line.to_owned(),
            Field::Title => told.title = line.to_owned(),
            Field::Kind => told.kind = line.to_owned(),
            _ if line.is_empty() => {}
            field => told.lines.push((name(field).to_owned(), text)),
        }
    }
    told
}

/// Printed pages as plain text, with a line between them.
pub fn text(told: &[Told]) -> String {
    let mut text = String::new();
    for one in told {
        if !text.is_empty() {
            text.push_str("\n* * *\n\n");
        }
        for line in [&one.title, &one.date, &one.kind].into_iter().filter(|line| !line.is_empty()) {
            push(&mut text, &[line, "\n"]);
        }
        for (ask, said) in &one.lines {
            let line = if ask.is_empty() { "" } else { "\n" };
            push(&mut text, &["\n", ask, line, said, "\n"]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        activity::{Item, Kind, Step},
        reflection::{Part, Stamp, day},
    };

    fn form(items: &[(&str, Option<Tells>)]) -> Activity {
        let write = || Step::Write { hint: String::new(), line: false };
        let item =
            |(id, tells): &(&str, Option<Tells>)| Item { tells: *tells, ..Item::new(id, &format!("{id}?"), write()) };
        Activity {
            id: "form".into(),
            revision: 1,
            kind: Kind::Form,
            title: "Form".into(),
            topic: String::new(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: vec![],
            items: items.iter().map(item).collect(),
            closing: vec![],
            sources: vec![],
            reviewed: false,
        }
    }

    fn entry(parts: &[(&str, &str)]) -> Entry {
        let part = |(item, text): &(&str, &str)| Part { item: (*item).into(), text: (*text).into(), ..Part::default() };
        Entry { form: "form".into(), parts: parts.iter().map(part).collect(), ..Entry::default() }
    }

    fn look(ms: i64, how: Option<How>, words: &str) -> Look {
        Look { at: Stamp { ms, offset: 0 }, how, words: words.into() }
    }

    fn how(how: How) -> &'static str {
        if how == How::Done { "Done" } else { "Changed" }
    }

    #[test]
    fn answers_go_where_the_author_says_and_others_with_the_one_before() {
        let form = form(&[
            ("what", Some(Tells::Happened)),
            ("so", Some(Tells::Learning)),
            ("more", None),
            ("now", Some(Tells::Change)),
        ]);
        let entry =
            entry(&[("first", "Early."), ("what", "  A bell.\n"), ("so", "Who hears it."), ("more", "Who not.")]);
        let gathered = gather(&entry, Some(&form), |part| form.item(&part.item), &[], how);
        assert!(!gathered.mixed);
        assert_eq!(gathered.happened, "Early.\n\n  A bell.", "an item that is not there any more is not lost");
        assert_eq!(gathered.learning, "Who hears it.\n\nWho not.");
        assert_eq!((gathered.change.as_str(), gathered.impact.as_str(), gathered.follow_up), ("", "", None));
    }

    #[test]
    fn what_no_author_sorted_stands_in_order_under_its_questions() {
        let form = form(&[("one", None), ("two", None)]);
        let gathered = gather(
            &entry(&[("one", "Yes."), ("two", " "), ("", "Free.")]),
            Some(&form),
            |part| form.item(&part.item),
            &[],
            how,
        );
        assert!(gathered.mixed);
        assert_eq!(gathered.happened, "one?\nYes.\n\nFree.");
        assert!(gather(&entry(&[("", "Free.")]), None, |_| None, &[], how).mixed);
    }

    #[test]
    fn words_stand_under_the_question_they_answered() {
        let form = form(&[("one", None)]);
        let earlier = Item::new("one", "Once?", Step::Write { hint: String::new(), line: false });
        let gathered = gather(&entry(&[("one", "Yes.")]), Some(&form), |_| Some(&earlier), &[], how);
        assert_eq!(gathered.happened, "Once?\nYes.");
    }

    #[test]
    fn what_was_chosen_from_a_list_stays_out() {
        let mut entry = entry(&[("one", "")]);
        entry.parts[0].chosen = vec!["afraid".into()];
        assert_eq!(gather(&entry, None, |_| None, &[], how), Gathered { mixed: true, ..Gathered::default() });
    }

    #[test]
    fn steps_are_the_change_and_what_was_said_of_them_the_impact() {
        let ask = Commitment {
            what: "Ask the porters".into(),
            look_again: day("2027-02-01"),
            looks: vec![look(3, Some(How::Changed), "Only at weekends."), look(1, None, " ")],
            ..Commitment::default()
        };
        let soon = Commitment { what: "Read".into(), look_again: day("2027-01-01"), ..Commitment::default() };
        let over = Commitment {
            what: "Write".into(),
            look_again: day("2026-12-01"),
            looks: vec![look(2, Some(How::Done), "")],
            ..Commitment::default()
        };
        let gathered = gather(&entry(&[]), None, |_| None, &[ask, soon, over], how);
        assert_eq!(gathered.change, "Ask the porters\n\nRead\n\nWrite");
        assert_eq!(gathered.impact, "Done\n\nChanged: Only at weekends.", "in the order of time");
        assert_eq!(gathered.follow_up, day("2027-01-01"), "what is over is not looked at again");
    }

    #[test]
    fn what_was_said_of_one_step_stays_in_order_whatever_the_clock_showed() {
        let one = Commitment { looks: vec![look(9, None, "first"), look(1, None, "second")], ..Commitment::default() };
        let other = Commitment { looks: vec![look(5, None, "of the other")], ..Commitment::default() };
        let gathered = gather(&entry(&[]), None, |_| None, &[one, other], how);
        assert_eq!(gathered.impact, "of the other\n\nfirst\n\nsecond");
    }

    #[test]
    fn what_is_empty_is_left_out_and_what_is_there_stands_in_order() {
        let said = [
            (Field::Date, "November 2026"),
            (Field::Title, " The bell "),
            (Field::Kind, ""),
            (Field::Time, " "),
            (Field::Happened, "\n  A bell.\nTwice."),
            (Field::Change, "Ask."),
        ];
        let named = |field| if field == Field::Happened { "What happened" } else { "Change" };
        let told = told(said.map(|(field, text)| (field, text.to_owned())).into(), named);
        assert_eq!(
            text(std::slice::from_ref(&told)),
            "The bell\nNovember 2026\n\nWhat happened\n\n  A bell.\nTwice.\n\nChange\nAsk.\n"
        );
        let free = Told { title: "Free".into(), lines: vec![(String::new(), "Words.".into())], ..Told::default() };
        assert!(text(&[told.clone(), free]).ends_with("Ask.\n\n* * *\n\nFree\n\nWords.\n"));
        assert_eq!(text(&[]), "");
        assert_eq!(told.typed, [" The bell ", "", " ", "\n  A bell.\nTwice.", "Ask."], "all but the app’s date");
    }
}
