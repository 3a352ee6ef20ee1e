//! What is handed in to a course: the lines there are, and the code the person made up for it.

use super::{App, Asked, Draft, Told};
use leptos::prelude::*;
use obverse_core::reflection::{
    Answer, Body, Occasion, Run,
    hand_in::{Line, when},
};

/// What the code is kept under. The code ties what was handed in to this person, so it belongs with what they wrote:
/// a lock seals it, a backup takes it along, and erasing their answers erases it. A preference stands in the open. An
/// entry would show in the journal. So it is the one answer of a run, as an answer is what it is; and since no id that
/// an author can give has a stroke in it, that run is of no activity, and no list has it.
const CODE: &str = "hand-in/code";

/// A line that could be handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// What was said, and when.
    pub told: Told,
    /// Whether it is the person's own words (else what they chose).
    pub own_words: bool,
    /// Whether it is those beside an answer.
    pub note: bool,
    /// Whether the question is answered on a scale.
    pub scale: bool,
}

/// Which lines of an occasion stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// Answers on a scale.
    Scale,
    /// What else was chosen.
    Choice,
    /// The person's own words.
    OwnWords,
}

impl Together {
    /// All, in the order shown.
    pub const ALL: [Together; 3] = [Together::Scale, Together::Choice, Together::OwnWords];
}

impl Offered {
    /// Whether it goes in unless the person says otherwise. Own words may name somebody, and who would rather not say
    /// need not say so to a course. An answer whose words are not known tells a course nothing.
    pub fn at_first(&self) -> bool {
        !self.own_words && !self.told.rather_not && !self.told.unknown
    }

    /// With which other lines it stands.
    pub fn together(&self) -> Together {
        match (self.own_words, self.scale) {
            (true, _) => Together::OwnWords,
            (false, true) => Together::Scale,
            (false, false) => Together::Choice,
        }
    }

    /// As it is handed in: the question in these words, the answers in those.
    pub fn line(&self, question: String, answers: Vec<String>, day: bool) -> Line {
        Line {
            occasion: self.told.occasion,
            when: when(self.told.at, day),
            item: self.told.item.clone(),
            revision: self.told.revision,
            question,
            answers,
        }
    }
}

/// The lines there are, by occasion: of each question what counts, and what was written in lines of their own.
pub fn offered(asked: &[Asked]) -> Vec<Offered> {
    let mut all = Vec::new();
    for occasion in Occasion::ALL {
        for one in asked {
            let scale = !one.scale.is_empty();
            for told in one.told.iter().filter(|told| told.occasion == occasion && !told.earlier) {
                if !told.answers.is_empty() || told.unknown || told.rather_not {
                    all.push(Offered { told: told.clone(), own_words: false, note: false, scale });
                }
                if !told.note.is_empty() {
                    all.push(Offered { told: told.clone(), own_words: true, note: !one.own_words, scale });
                }
            }
        }
    }
    all
}

impl App {
    /// The code, to be read or written.
    pub fn hand_in_code(self) -> Draft {
        let before = untrack(|| self.journal.run(CODE)).and_then(|record| Draft::open(self, record.id));
        before.unwrap_or_else(|| {
            let activity = CODE.to_owned();
            let (begun, given, at, grew) = (self.now(), Vec::new(), String::new(), Vec::new());
            Draft::begin(self, Body::Run(Run { activity, revision: 0, begun, given, at, grew }))
        })
    }

    /// Puts a text where it can be pasted elsewhere; calls back with whether that was done. If not, the text of the
    /// field with this id is selected.
    pub fn copy(self, text: &str, field: &str, done: impl FnOnce(bool) + 'static) {
        self.host(|host| host.copy(text, field, Box::new(done)));
    }
}

/// The code in such a record.
pub fn code_in(body: &Body) -> String {
    match body {
        Body::Run(run) => run.given(CODE).map(|given| given.note.clone()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Writes the code into such a record.
pub fn write_code(body: &mut Body, code: String) {
    if let Body::Run(run) = body {
        let given = run.given_mut(CODE, 0);
        given.answer = Answer::Written;
        given.note = code;
    }
}

/// Whether a run is no activity's but the one that holds the code.
pub fn is_code(run: &Run) -> bool {
    run.activity == CODE
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::reflection::Stamp;

    fn told(occasion: Occasion, answers: &[&str], note: &str) -> Told {
        Told {
            occasion,
            at: Stamp { ms: 1_795_996_800_000, offset: 0 },
            turn: 0,
            earlier: false,
            item: "ways".into(),
            ask: "Ways?".into(),
            revision: 2,
            other_words: false,
            answers: answers.iter().map(|one| (*one).to_owned()).collect(),
            unknown: false,
            place: None,
            rather_not: false,
            note: note.into(),
        }
    }

    #[test]
    fn own_words_and_what_one_would_rather_not_say_are_out_at_first() {
        let rather_not = Told { rather_not: true, ..told(Occasion::Later, &[], "") };
        let earlier = Told { earlier: true, ..told(Occasion::Before, &["None"], "") };
        let all = vec![told(Occasion::Before, &["A few"], "a note"), earlier, rather_not];
        let words = vec!["None".into(), "A few".into()];
        let scale = Asked { ask: "Ways?".into(), title: "Ways".into(), scale: words, own_words: false, told: all };
        let mine = vec![told(Occasion::Before, &[], "mine")];
        let write = Asked { own_words: true, scale: vec![], told: mine, ..scale.clone() };
        let chosen = vec![told(Occasion::After, &["A course"], "")];
        let choice = Asked { scale: vec![], told: chosen, ..scale.clone() };
        let offered = offered(&[scale, write, choice]);
        let ways: Vec<_> = offered.iter().map(|one| (one.own_words, one.note, one.at_first())).collect();
        let (chosen, out) = ((false, false, true), (false, false, false));
        assert_eq!(ways, [chosen, (true, true, false), (true, false, false), chosen, out]);
        assert_eq!(offered[4].told.occasion, Occasion::Later, "by occasion, then by question");
        let together: Vec<_> = offered.iter().map(Offered::together).collect();
        use Together::*;
        assert_eq!(together, [Scale, OwnWords, OwnWords, Choice, Scale]);
        let line = offered[0].line("Ways?".into(), vec!["A few".into()], false);
        assert_eq!((line.revision, line.when.len()), (2, "2026-11".len()));
    }

    #[test]
    fn the_code_is_read_back() {
        let mut body = Body::Run(Run {
            activity: CODE.into(),
            revision: 0,
            begun: Stamp::default(),
            given: vec![],
            at: String::new(),
            grew: vec![],
        });
        assert_eq!(code_in(&body), "");
        write_code(&mut body, "heron".into());
        assert_eq!(code_in(&body), "heron");
    }
}
