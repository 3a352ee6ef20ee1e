use super::wordings::chose;
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

/// What was said at an item whose words have changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The id of the activity or form.
    pub piece: String,
    /// The revision of the item that it was said to.
    pub revision: u32,
    /// What was chosen there, if anything was.
    pub answer: Answer,
}

/// A record as the runner sees it: a run keeps answers; an entry keeps words and choices, and nothing of what
/// was skipped.
pub trait Sheet {
    /// What was said at an item in its present words. A note is there in any case: it is the person's own, and the field
    /// it stands in must not be empty.
    fn said(&self, item: &Item) -> Said;
    /// What was said at an item in other words than its present ones.
    fn earlier(&self, item: &Item) -> Option<Earlier>;
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
                .map(|given| match given.revision == item.revision {
                    true => Said { answer: given.answer.clone(), new_to_me: given.new_to_me, note: given.note.clone() },
                    false => Said { note: given.note.clone(), ..Said::default() },
                })
                .unwrap_or_default(),
            Body::Entry(entry) => entry
                .part(&item.id)
                .map(|part| Said {
                    answer: match (&item.step, part.chosen.as_slice()) {
                        (_, []) => Answer::None,
                        _ if part.revision != item.revision => Answer::None,
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

    fn earlier(&self, item: &Item) -> Option<Earlier> {
        let (piece, revision, answer, beside) = match self {
            Body::Run(run) => {
                let given = run.given(&item.id)?;
                let beside = given.new_to_me || !given.note.trim().is_empty();
                (&run.activity, given.revision, given.answer.clone(), beside)
            }
            Body::Entry(entry) => {
                let part = entry.part(&item.id)?;
                (&entry.form, part.revision, Answer::Many(part.chosen.clone()), !part.text.trim().is_empty())
            }
            Body::Placement(_) | Body::Commitment(_) => return None,
        };
        let says = beside || answer == Answer::RatherNotSay || chose(&answer);
        (revision != item.revision && says).then(|| Earlier { piece: piece.clone(), revision, answer })
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
            Body::Entry(entry) => {
                // What was chosen keeps the revision it was chosen at.
                let chosen = entry.part(&item.id).filter(|part| !part.chosen.is_empty());
                let revision = chosen.map_or(item.revision, |part| part.revision);
                entry.part_mut(&item.id, revision).text = text;
            }
            Body::Placement(_) | Body::Commitment(_) => {}
        }
    }

    fn tick(&mut self, item: &Item, on: bool) {
        if on && self.earlier(item).is_some() {
            // It stands beside no answer but one to the present words.
            self.say(item, Answer::None);
        }
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
    use obverse_core::reflection::{Entry, Part, Stamp};

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

    fn run(given: Given) -> Body {
        let (activity, begun, at) = ("heard".into(), Stamp::default(), String::new());
        Body::Run(Run { activity, revision: 1, begun, given: vec![given], at, grew: Vec::new() })
    }

    #[test]
    fn an_answer_to_earlier_words_is_not_chosen_under_the_present_ones() {
        let given = |answer| Given { item: "a".into(), revision: 1, answer, new_to_me: true, note: "Mine.".into() };
        let mut body = run(given(Answer::One("usually".into())));
        let now = Item { revision: 2, ..Item::new("a", "A?", Step::Read) };
        assert_eq!(body.said(&now), Said { note: "Mine.".into(), ..Said::default() });
        let earlier = body.earlier(&now).expect("there is one");
        assert_eq!((&*earlier.piece, earlier.revision, earlier.answer), ("heard", 1, Answer::One("usually".into())));
        body.tick(&now, true);
        assert_eq!(body.said(&now), Said { answer: Answer::None, new_to_me: true, note: "Mine.".into() });
        assert_eq!(body.earlier(&now), None, "what is said now is said to the present words");
        for nothing in [Answer::None, Answer::Skipped, Answer::Seen] {
            let body = run(Given { new_to_me: false, note: " ".into(), ..given(nothing) });
            assert_eq!(body.earlier(&now), None);
        }
    }

    #[test]
    fn what_was_chosen_in_a_form_keeps_the_words_it_was_chosen_at() {
        let part = Part { item: "a".into(), revision: 1, chosen: vec!["calm".into()], text: String::new() };
        let mut body = Body::Entry(Entry { form: "today".into(), parts: vec![part], ..Entry::default() });
        let now = Item { revision: 2, ..Item::new("a", "A?", Step::Read) };
        body.note(&now, "More.".into());
        assert_eq!(body.said(&now), Said { note: "More.".into(), ..Said::default() });
        assert_eq!(body.earlier(&now).map(|earlier| earlier.revision), Some(1));
        body.say(&now, Answer::One("calm".into()));
        assert_eq!((body.said(&now).answer, body.earlier(&now)), (Answer::One("calm".into()), None));
    }
}
