use obverse_core::{
    activity::{Activity, Item, Path, Step},
    reflection::{Answer, Body, Given, Run},
};

/// What was said at one item, whatever kind of record holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The answer.
    pub answer: Answer,
    /// The tick apart.
    pub new_to_me: bool,
    /// A note, or the words of a write step.
    pub note: String,
}

/// A record as the runner sees it: a run keeps answers; an entry keeps words and choices, and nothing of what
/// was skipped.
pub trait Sheet {
    /// What was said at an item.
    fn said(&self, item: &Item) -> Said;
    /// Sets the answer at an item.
    fn say(&mut self, item: &Item, answer: Answer);
    /// Sets the note, or the words, at an item.
    fn note(&mut self, item: &Item, text: String);
    /// Sets the tick apart at an item.
    fn tick(&mut self, item: &Item, on: bool);
    /// The id of the item the person is at; empty at the end.
    fn at(&self) -> &str;
    /// Goes to an item, or to the end with an empty id.
    fn go_to(&mut self, item: &str);
    /// The way through the activity by what was said.
    fn path(&self, activity: &Activity) -> Path;
    /// Remembers a record that came out of it.
    fn grew(&mut self, id: String);
}

impl Sheet for Body {
    fn said(&self, item: &Item) -> Said {
        match self {
            Body::Run(run) => run
                .given(&item.id)
                .map(|given| Said {
                    answer: given.answer.clone(),
                    new_to_me: given.new_to_me,
                    note: given.note.clone(),
                })
                .unwrap_or_default(),
            Body::Entry(entry) => entry
                .part(&item.id)
                .map(|part| Said {
                    answer: match (&item.step, part.chosen.as_slice()) {
                        (_, []) => Answer::None,
                        (Step::Many { .. }, all) => Answer::Many(all.to_vec()),
                        (_, [first, ..]) => Answer::One(first.clone()),
                    },
                    new_to_me: false,
                    note: part.text.clone(),
                })
                .unwrap_or_default(),
            Body::Placement(_) | Body::Commitment(_) => Said::default(),
        }
    }

    fn say(&mut self, item: &Item, answer: Answer) {
        match self {
            Body::Run(run) => run.given_mut(&item.id, item.revision).answer = answer,
            Body::Entry(entry) => match answer {
                Answer::One(one) => entry.part_mut(&item.id, item.revision).chosen = vec![one],
                Answer::Many(many) => entry.part_mut(&item.id, item.revision).chosen = many,
                _ if entry.part(&item.id).is_some() => entry.part_mut(&item.id, item.revision).chosen.clear(),
                _ => {}
            },
            Body::Placement(_) | Body::Commitment(_) => {}
        }
    }

    fn note(&mut self, item: &Item, text: String) {
        match self {
            Body::Run(run) => {
                if matches!(item.step, Step::Write { .. }) {
                    let given = run.given_mut(&item.id, item.revision);
                    given.answer = if text.trim().is_empty() { Answer::None } else { Answer::Written };
                }
                beside(run, item).note = text;
            }
            Body::Entry(entry) => entry.part_mut(&item.id, item.revision).text = text,
            Body::Placement(_) | Body::Commitment(_) => {}
        }
    }

    fn tick(&mut self, item: &Item, on: bool) {
        if let Body::Run(run) = self {
            beside(run, item).new_to_me = on;
        }
    }

    fn at(&self) -> &str {
        match self {
            Body::Run(run) => &run.at,
            Body::Entry(entry) => &entry.at,
            Body::Placement(_) | Body::Commitment(_) => "",
        }
    }

    fn go_to(&mut self, item: &str) {
        match self {
            Body::Run(run) => run.at = item.into(),
            Body::Entry(entry) => entry.at = item.into(),
            Body::Placement(_) | Body::Commitment(_) => {}
        }
    }

    fn path(&self, activity: &Activity) -> Path {
        match self {
            Body::Run(run) => run.path(activity),
            Body::Entry(entry) => Path::walk(activity, |item| {
                entry.part(&item.id).and_then(|part| part.chosen.first()).map(String::as_str)
            }),
            Body::Placement(_) | Body::Commitment(_) => Path { items: Vec::new() },
        }
    }

    fn grew(&mut self, id: String) {
        if let Body::Run(run) = self
            && !run.grew.contains(&id)
        {
            run.grew.push(id);
        }
    }
}

/// What was said at an item, to change what stands beside its answer. The answer keeps the revision it was given to.
fn beside<'r>(run: &'r mut Run, item: &Item) -> &'r mut Given {
    let answered = run.given(&item.id).filter(|given| given.answer != Answer::None);
    let revision = answered.map_or(item.revision, |given| given.revision);
    run.given_mut(&item.id, revision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::reflection::Stamp;

    #[test]
    fn a_note_and_a_tick_leave_an_answer_with_the_words_it_was_given_to() {
        let mut item = Item::new("a", "A?", Step::Read);
        let run = Run {
            activity: "heard".into(),
            revision: 1,
            begun: Stamp::default(),
            given: Vec::new(),
            at: String::new(),
            grew: Vec::new(),
        };
        let mut body = Body::Run(run);
        let revision = |body: &Body| match body {
            Body::Run(run) => run.given("a").map(|given| given.revision),
            _ => None,
        };
        body.note(&item, "First a note.".into());
        item.revision = 2;
        body.tick(&item, true);
        assert_eq!(revision(&body), Some(2), "there is no answer yet");
        body.say(&item, Answer::One("usually".into()));
        item.revision = 3;
        body.note(&item, "More.".into());
        body.tick(&item, false);
        assert_eq!(revision(&body), Some(2));
        body.say(&item, Answer::One("rarely".into()));
        assert_eq!(revision(&body), Some(3));
        item.step = Step::Write { hint: String::new(), line: false };
        item.revision = 4;
        body.note(&item, "These words are the answer.".into());
        assert_eq!(revision(&body), Some(4));
    }
}
