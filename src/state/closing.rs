use super::wordings::{Wordings, chose};
use obverse_core::{
    activity::{About, Item, Kind, Step, answer},
    reflection::{Answer, Given, Run},
};

/// What a closing page shows: what was said, by what its author says it means. Nothing here is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closing {
    /// Groups that have at least one line, in the order shown.
    pub groups: Vec<(Group, Vec<Line>)>,
    /// Ids of the coins the activity, and what was said, lead to.
    pub coins: Vec<String>,
}

/// Under which question a line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What makes things easier for the person.
    Eases,
    /// What costs the person something.
    Costs,
    /// What a place has that makes things easier there.
    Holds,
    /// What a place lacks, which costs somebody something.
    Lacks,
    /// What changes with the place, or is partly so.
    Depends,
    /// What was chosen in a scenario or exercise.
    Chose,
    /// A line of one's own.
    YourLine,
    /// Answers that are open, and notes and ticks without an answer.
    Other,
    /// What was said to an item that was retired since.
    Retired,
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The item, to go back and change it.
    pub item: String,
    /// The item asks in other words since. Those it was answered in stand here once they are known; until then the
    /// next three are empty.
    pub changed: bool,
    /// What the item is about, in a few words; may be empty.
    pub theme: String,
    /// The item's words.
    pub ask: String,
    /// The labels of what was chosen.
    pub answers: Vec<String>,
    /// A note or words; may be empty.
    pub note: String,
    /// The tick apart was set.
    pub new_to_me: bool,
}

impl Closing {
    /// Gathers what was said in a run, in the words it was said to.
    pub fn of(wordings: &Wordings, run: &Run) -> Closing {
        const ORDER: [Group; 9] = [
            Group::Eases,
            Group::Costs,
            Group::Holds,
            Group::Lacks,
            Group::Depends,
            Group::Chose,
            Group::YourLine,
            Group::Other,
            Group::Retired,
        ];
        let Some(activity) = &wordings.now else { return Closing::default() };
        let said: Vec<(Group, Line)> = activity
            .items
            .iter()
            .filter_map(|item| {
                let given = run.given(&item.id)?;
                let line = line(item, wordings.at(&item.id, given.revision), given)?;
                Some((group(activity.kind, item, given), line))
            })
            .chain(wordings.retired().into_iter().filter_map(|item| {
                let given = run.given(&item.id)?;
                let line = line(item, wordings.at(&item.id, given.revision), given)?;
                Some((Group::Retired, line))
            }))
            .collect();
        let groups = ORDER
            .into_iter()
            .map(|group| (group, said.iter().filter(|(one, _)| *one == group).map(|(_, line)| line.clone()).collect()))
            .filter(|(_, lines): &(Group, Vec<Line>)| !lines.is_empty())
            .collect();
        Closing { groups, coins: activity.coins.clone() }
    }

    /// Returns what the page sets large: a line to keep, else the first words written, else what was said first. The
    /// order is that of the page, and nothing is weighed.
    pub fn foremost(&self) -> Option<(Group, &Line)> {
        let written = |line: &Line| !line.note.is_empty();
        self.first(|group, line| group == Group::YourLine && written(line))
            .or_else(|| self.first(|_, line| written(line)))
            .or_else(|| self.first(|_, line| !line.answers.is_empty()))
    }

    /// Returns what the page shows a theme of: what it sets large, else the first that has one. Words that have changed
    /// since have none.
    pub fn themed(&self) -> Option<(Group, &Line)> {
        let has_theme = |line: &Line| !line.changed && !line.theme.is_empty();
        self.foremost().filter(|(_, line)| has_theme(line)).or_else(|| self.first(|_, line| has_theme(line)))
    }

    fn first(&self, fits: impl Fn(Group, &Line) -> bool) -> Option<(Group, &Line)> {
        let asked = self.groups.iter().filter(|(group, _)| *group != Group::Retired);
        let mut lines = asked.flat_map(|(group, lines)| lines.iter().map(|line| (*group, line)));
        lines.find(|(group, line)| fits(*group, line))
    }

    /// Finds what was said at an item.
    pub fn line(&self, item: &str) -> Option<&Line> {
        self.groups.iter().flat_map(|(_, lines)| lines).find(|line| line.item == item)
    }
}

/// The labels of what was chosen at a step.
pub fn answered(step: &Step, answer: &Answer) -> Vec<String> {
    match (step, answer) {
        (Step::One { options, .. }, Answer::One(id)) => {
            options.iter().filter(|option| option.id == *id).map(|option| option.label.clone()).collect()
        }
        (Step::One { options, .. } | Step::Many { options }, Answer::Many(ids)) => {
            options.iter().filter(|option| ids.contains(&option.id)).map(|option| option.label.clone()).collect()
        }
        (Step::Scale { words, .. }, Answer::Scale(place)) => {
            words.get(usize::from(*place)).cloned().into_iter().collect()
        }
        (Step::Scale { unsure, .. }, Answer::Unsure) => vec![unsure.clone()],
        _ => Vec::new(),
    }
}

/// What was said at an item; `worded` is the item in the words it had then.
fn line(item: &Item, worded: Option<&Item>, given: &Given) -> Option<Line> {
    let answers = worded.map(|worded| answered(&worded.step, &given.answer)).unwrap_or_default();
    let note = if given.note.trim().is_empty() { "" } else { &given.note };
    let unknown = worded.is_none() && chose(&given.answer);
    if answers.is_empty() && note.is_empty() && !given.new_to_me && !unknown {
        return None;
    }
    Some(Line {
        item: item.id.clone(),
        changed: given.revision != item.revision,
        theme: worded.map(|worded| worded.theme.clone()).unwrap_or_default(),
        ask: worded.map(|worded| worded.ask.clone()).unwrap_or_default(),
        answers,
        note: note.into(),
        new_to_me: given.new_to_me,
    })
}

fn group(kind: Kind, item: &Item, given: &Given) -> Group {
    match (kind, &given.answer) {
        (Kind::Inventory, Answer::One(_) | Answer::Many(_)) => inventory_group(item, given),
        (_, Answer::Written) => Group::YourLine,
        (_, Answer::One(_) | Answer::Many(_) | Answer::Scale(_) | Answer::Unsure) => Group::Chose,
        _ => Group::Other,
    }
}

/// The group of an answer to an inventory item: what its author says of it. An answer to earlier words is open, since
/// nobody has said what it means; so are several answers of different groups.
fn inventory_group(item: &Item, given: &Given) -> Group {
    if given.revision != item.revision {
        return Group::Other;
    }
    match &given.answer {
        Answer::One(id) => meaning(item, id),
        Answer::Many(ids) => {
            let mut groups = ids.iter().map(|id| meaning(item, id));
            let first = groups.next().unwrap_or(Group::Other);
            if groups.all(|group| group == first) { first } else { Group::Other }
        }
        _ => Group::Other,
    }
}

fn meaning(item: &Item, id: &str) -> Group {
    let named = |ids: &[String]| ids.iter().any(|one| one == id);
    match (named(&item.eases), named(&item.costs), item.about) {
        (true, _, None) => Group::Eases,
        (true, _, Some(About::Place)) => Group::Holds,
        (_, true, None) => Group::Costs,
        (_, true, Some(About::Place)) => Group::Lacks,
        _ if answer::DEPENDS.contains(&id) => Group::Depends,
        _ => Group::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::wordings::tests::wordings;
    use super::Group::*;
    use super::*;
    use obverse_core::{
        activity::{Activity, Choice},
        reflection::Stamp,
    };

    /// An item with these answers to it that ease and that cost, apart by spaces.
    fn item(eases: &str, costs: &str, about: Option<About>) -> Item {
        let ids = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Item { revision: 2, eases: ids(eases), costs: ids(costs), about, ..Item::new("a", "A?", Step::Read) }
    }

    fn given(revision: u32, answer: Answer) -> Given {
        Given { item: "a".into(), revision, answer, new_to_me: false, note: String::new() }
    }

    #[test]
    fn an_answer_means_what_its_author_says() {
        let place = Some(About::Place);
        for (eases, costs, about, answer, group) in [
            ("usually", "rarely", None, "usually", Eases),
            ("usually", "rarely", None, "rarely", Costs),
            ("rarely", "usually", None, "usually", Costs),
            ("rarely", "usually", None, "rarely", Eases),
            ("yes", "no", place, "yes", Holds),
            ("yes", "no", place, "no", Lacks),
            ("me", "", None, "me", Eases),
            // What stands in neither is open, and what changes is apart, unless the author says otherwise.
            ("", "usually", None, "rarely", Other),
            ("usually", "", None, "rarely", Other),
            ("usually", "rarely", None, "not-come-up", Other),
            ("yes", "no", place, "dont-know", Other),
            ("usually", "rarely", None, "depends", Depends),
            ("yes", "no", place, "partly", Depends),
            ("", "usually depends", None, "depends", Costs),
            ("yes partly", "no", place, "partly", Holds),
        ] {
            let item = item(eases, costs, about);
            let said = inventory_group(&item, &given(2, Answer::One(answer.into())));
            assert_eq!(said, group, "{answer} where {eases} eases and {costs} costs");
        }
    }

    #[test]
    fn an_answer_to_earlier_words_is_open() {
        let item = item("usually", "rarely", None);
        for answer in ["usually", "rarely", "depends"] {
            assert_eq!(inventory_group(&item, &given(1, Answer::One(answer.into()))), Other, "{answer}");
        }
    }

    #[test]
    fn several_answers_stand_together_where_they_mean_the_same() {
        let item = item("a b", "c", None);
        for (answers, group) in [(&["a", "b"][..], Eases), (&["c"], Costs), (&["a", "c"], Other), (&["a", "d"], Other)]
        {
            let answer = Answer::Many(answers.iter().map(|id| (*id).to_owned()).collect());
            assert_eq!(inventory_group(&item, &given(2, answer)), group, "{answers:?}");
        }
    }

    #[test]
    fn a_closing_page_shows_the_groups_in_their_order() {
        let labels = ["usually", "rarely"].map(|id| Choice {
            id: id.into(),
            label: id.to_uppercase(),
            effects: Vec::new(),
            then: None,
        });
        let step = Step::One { options: labels.into(), tick: None };
        let one = |id: &str, costs: &str| Item { id: id.into(), step: step.clone(), ..item("rarely", costs, None) };
        let activity = Activity {
            id: "heard".into(),
            revision: 1,
            kind: Kind::Inventory,
            title: String::new(),
            topic: String::new(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: vec!["racism".into()],
            items: vec![one("a", "usually"), one("b", ""), one("c", "usually")],
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: true,
        };
        let now = Stamp::default();
        let mut run = Run::begin(&activity, now);
        for (item, answer) in [("a", "usually"), ("b", "usually"), ("c", "rarely")] {
            run.given_mut(item, 2).answer = Answer::One(answer.into());
        }
        let wordings = Wordings { now: Some(activity), past: Vec::new() };
        let Closing { groups, coins } = Closing::of(&wordings, &run);
        let shown: Vec<_> = groups.iter().map(|(group, lines)| (*group, lines.len(), lines[0].item.as_str())).collect();
        assert_eq!(shown, [(Eases, 1, "c"), (Costs, 1, "a"), (Other, 1, "b")]);
        assert_eq!((coins, &*groups[0].1[0].answers), (vec!["racism".to_owned()], &["RARELY".to_owned()][..]));
    }

    #[test]
    fn ones_own_words_are_foremost_and_else_what_stands_first() {
        let line = |item: &str, note: &str, theme: &str| Line {
            item: item.into(),
            changed: false,
            theme: theme.into(),
            ask: String::new(),
            answers: vec!["Usually".into()],
            note: note.into(),
            new_to_me: false,
        };
        let of = |groups: &[(Group, Line)]| {
            let groups = groups.iter().map(|(group, line)| (*group, vec![line.clone()])).collect();
            let closing = Closing { groups, coins: vec![] };
            let item = |found: Option<(Group, &Line)>| found.map(|(_, line)| line.item.clone()).unwrap_or_default();
            (item(closing.foremost()), item(closing.themed()))
        };
        let both = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        let (eases, noted) = ((Eases, line("a", "", "A")), (Costs, line("b", "mine", "B")));
        let (kept, changed) =
            ((YourLine, line("c", "a line", "")), (Costs, Line { changed: true, ..line("d", "mine", "D") }));
        let gone = (Retired, line("e", "mine", "E"));
        assert_eq!(of(&[eases.clone(), noted.clone(), kept]), both("c", "a"), "a line to keep has no theme");
        assert_eq!(of(&[eases.clone(), noted]), both("b", "b"), "what was written on");
        assert_eq!(of(&[eases.clone(), gone.clone()]), both("a", "a"), "in the order of the page");
        assert_eq!(of(&[eases, changed]), both("d", "a"), "words that have changed have no theme");
        assert_eq!(of(&[gone]), both("", ""), "what is asked no more is not set large");
    }

    fn answered_to(revisions: &[(&str, u32)]) -> Run {
        let given = |(item, revision): &(&str, u32)| Given {
            item: (*item).into(),
            ..given(*revision, Answer::One("yes".into()))
        };
        Run {
            activity: "piece".into(),
            revision: 1,
            begun: Stamp::default(),
            given: revisions.iter().map(given).collect(),
            at: String::new(),
            grew: Vec::new(),
        }
    }

    #[test]
    fn each_answer_stands_beside_the_words_it_was_given_to() {
        for kind in [Kind::Inventory, Kind::Scenario] {
            let run = answered_to(&[("gone", 1), ("changed", 1), ("same", 1)]);
            let closing = Closing::of(&wordings(kind), &run);
            let words = |item: &str| {
                let line = closing.line(item).expect("it was answered");
                (line.changed, line.theme.as_str(), line.ask.as_str(), line.answers.concat())
            };
            assert_eq!(words("same"), (false, "same theme 1", "same? 1", "same yes 1".into()));
            assert_eq!(words("changed"), (true, "changed theme 1", "changed? 1", "changed yes 1".into()));
            assert_eq!(words("gone"), (true, "gone theme 1", "gone? 1", "gone yes 1".into()));
            assert!(matches!(&closing.groups[..], [.., (Retired, lines)] if lines.len() == 1));
        }
    }

    #[test]
    fn before_the_earlier_words_are_there_an_answer_to_them_has_none_and_its_place() {
        let run = answered_to(&[("gone", 2), ("changed", 1), ("same", 1)]);
        let whole = Closing::of(&wordings(Kind::Inventory), &run);
        let some = Closing::of(&Wordings { past: Vec::new(), ..wordings(Kind::Inventory) }, &run);
        let line = some.line("changed").expect("it was answered");
        assert_eq!((line.changed, &*line.theme, &*line.ask, line.answers.len()), (true, "", "", 0));
        let places = |closing: &Closing| -> Vec<(Group, String)> {
            let lines = closing.groups.iter().flat_map(|(group, lines)| lines.iter().map(|line| (*group, line)));
            lines.filter(|(group, _)| *group != Retired).map(|(group, line)| (group, line.item.clone())).collect()
        };
        assert_eq!(places(&some), places(&whole), "nothing moves when they come");
    }
}
