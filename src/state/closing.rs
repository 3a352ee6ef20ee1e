use obverse_core::{
    activity::{Activity, Item, Kind, Speaks, Step, often},
    reflection::{Answer, Given, Run},
};

/// What a closing page shows: what was said, by what it speaks of. Nothing here is counted.
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
    /// What one can count on: what could one do with it?
    CountOn,
    /// What one has to do: who could carry it?
    HaveTo,
    /// What holds in a place: whom does it still leave out?
    Holds,
    /// What is missing in a place: who could be asked?
    Lacks,
    /// What changes with the place.
    Depends,
    /// What was chosen in a scenario or exercise.
    Chose,
    /// A line of one's own.
    YourLine,
    /// Notes and ticks without an answer.
    Other,
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The item, to go back and change it.
    pub item: String,
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
    /// Gathers what was said in a run.
    pub fn of(activity: &Activity, run: &Run) -> Closing {
        const ORDER: [Group; 8] = [
            Group::CountOn,
            Group::HaveTo,
            Group::Holds,
            Group::Lacks,
            Group::Depends,
            Group::Chose,
            Group::YourLine,
            Group::Other,
        ];
        let said: Vec<(Group, Line)> = activity
            .items
            .iter()
            .filter_map(|item| run.given(&item.id).and_then(|given| line(activity.kind, item, given)))
            .collect();
        let groups = ORDER
            .into_iter()
            .map(|group| (group, said.iter().filter(|(one, _)| *one == group).map(|(_, line)| line.clone()).collect()))
            .filter(|(_, lines): &(Group, Vec<Line>)| !lines.is_empty())
            .collect();
        Closing { groups, coins: activity.coins.clone() }
    }
}

/// The labels of what was chosen at a step.
pub fn answered(step: &Step, answer: &Answer) -> Vec<String> {
    match (step, answer) {
        (Step::One { options, .. }, Answer::One(id)) => {
            options.iter().filter(|option| option.id == *id).map(|option| option.label.clone()).collect()
        }
        (Step::Many { options }, Answer::Many(ids)) => {
            options.iter().filter(|option| ids.contains(&option.id)).map(|option| option.label.clone()).collect()
        }
        (Step::Scale { words, .. }, Answer::Scale(place)) => {
            words.get(usize::from(*place)).cloned().into_iter().collect()
        }
        (Step::Scale { unsure, .. }, Answer::Unsure) => vec![unsure.clone()],
        _ => Vec::new(),
    }
}

fn line(kind: Kind, item: &Item, given: &Given) -> Option<(Group, Line)> {
    let answers = answered(&item.step, &given.answer);
    let note = if given.note.trim().is_empty() { "" } else { &given.note };
    if answers.is_empty() && note.is_empty() && !given.new_to_me {
        return None;
    }
    let group = match (kind, &given.answer) {
        (Kind::Inventory, Answer::One(id)) => inventory_group(item.speaks, id),
        (_, Answer::Written) => Group::YourLine,
        (_, Answer::One(_) | Answer::Many(_) | Answer::Scale(_) | Answer::Unsure) => Group::Chose,
        _ => Group::Other,
    };
    let line = Line {
        item: item.id.clone(),
        theme: item.theme.clone(),
        ask: item.ask.clone(),
        answers,
        note: note.into(),
        new_to_me: given.new_to_me,
    };
    Some((group, line))
}

fn inventory_group(speaks: Option<Speaks>, answer: &str) -> Group {
    match (speaks, answer) {
        (Some(Speaks::CountOn), often::USUALLY) | (Some(Speaks::HaveTo), often::RARELY) => Group::CountOn,
        (Some(Speaks::CountOn), often::RARELY) | (Some(Speaks::HaveTo), often::USUALLY) => Group::HaveTo,
        (Some(Speaks::Here), often::USUALLY) => Group::Holds,
        (Some(Speaks::Here), often::RARELY) => Group::Lacks,
        (_, often::DEPENDS) => Group::Depends,
        _ => Group::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_shown_by_what_its_item_speaks_of() {
        use Group::*;
        for (speaks, answer, group) in [
            (Speaks::CountOn, often::USUALLY, CountOn),
            (Speaks::CountOn, often::RARELY, HaveTo),
            (Speaks::HaveTo, often::USUALLY, HaveTo),
            (Speaks::HaveTo, often::RARELY, CountOn),
            (Speaks::HaveTo, often::DEPENDS, Depends),
            (Speaks::Here, often::USUALLY, Holds),
            (Speaks::Here, often::RARELY, Lacks),
            (Speaks::CountOn, often::NOT_COME_UP, Other),
        ] {
            assert_eq!(inventory_group(Some(speaks), answer), group, "{speaks:?} {answer}");
        }
    }
}
