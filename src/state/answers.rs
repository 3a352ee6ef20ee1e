use obverse_core::{
    activity::{Activity, Item, Path, Step},
    reflection::{Answer, Body},
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
                let given = run.given_mut(&item.id, item.revision);
                if matches!(item.step, Step::Write { .. }) {
                    given.answer = if text.trim().is_empty() { Answer::None } else { Answer::Written };
                }
                given.note = text;
            }
            Body::Entry(entry) => entry.part_mut(&item.id, item.revision).text = text,
            Body::Placement(_) | Body::Commitment(_) => {}
        }
    }

    fn tick(&mut self, item: &Item, on: bool) {
        if let Body::Run(run) = self {
            run.given_mut(&item.id, item.revision).new_to_me = on;
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
