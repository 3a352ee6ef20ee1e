//! What Today begins with: which question it shows and a daily form asks, and the first answer that "Something happened" begins with.

use super::{App, HAPPENED};
use crate::route::{Code, Route};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Item},
    reflection::Entry,
};

impl App {
    /// Returns the day whose question Today shows and the daily form then asks: this one, or as many further as another
    /// question was wished for.
    pub fn question_day(self) -> i32 {
        self.now().day().wrapping_add(self.question_away.get())
    }

    /// Shows the next question in the place of the present one; after the last comes the first.
    pub fn another_question(self) {
        self.question_away.update(|away| *away = away.wrapping_add(1));
    }

    /// Begins "Something happened" anew, with this first answer given.
    pub fn begin_happened(self, answer: &str) {
        self.first_answer.set_value(Some(answer.to_owned()));
        self.go(Route::Form(Code::of(HAPPENED), None));
    }

    /// Takes the first answer that "Something happened" is to begin with; once.
    pub fn take_first_answer(self) -> Option<String> {
        self.first_answer.try_update_value(Option::take).flatten()
    }
}

/// A form as it is asked on a day: of a daily one the question of that day alone, or the one that `entry` was begun with,
/// whatever day it is; none if that is asked no more. Any other form as it is.
pub fn asked(mut form: Activity, entry: Option<&Entry>, day: i32) -> Activity {
    if form.daily {
        let item = match entry {
            Some(entry) => form.item(question_of(entry)),
            None => of_day(&form, day),
        };
        form.items = item.cloned().into_iter().collect();
    }
    form
}

/// The id of the question that an entry answers.
fn question_of(entry: &Entry) -> &str {
    match entry.at.as_str() {
        "" => entry.parts.first().map_or("", |part| &part.item),
        at => at,
    }
}

fn of_day(form: &Activity, day: i32) -> Option<&Item> {
    let count = i32::try_from(form.items.len()).ok()?;
    form.items.get(usize::try_from(day.checked_rem_euclid(count)?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Content, FIRST_ANSWERS, testing::Device};
    use obverse_core::{
        activity::{Kind, Listed, Shell, Step},
        reflection::Part,
    };

    fn form(daily: bool) -> Activity {
        let item = |id: &str| Item::new(id, &format!("{id}?"), Step::Write { hint: String::new(), line: false });
        Activity {
            id: "form".into(),
            revision: 1,
            kind: Kind::Form,
            title: "A form".into(),
            topic: "Something".into(),
            minutes: 1,
            context: String::new(),
            daily,
            coins: Vec::new(),
            items: ["a", "b", "c"].map(item).into(),
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: true,
        }
    }

    fn entry(at: &str, answered: &str) -> Entry {
        let part = Part { item: answered.into(), text: "Words.".into(), ..Part::default() };
        Entry { form: "form".into(), at: at.into(), parts: vec![part], ..Entry::default() }
    }

    fn questions(form: &Activity) -> Vec<&str> {
        form.items.iter().map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn an_entry_keeps_its_question_whatever_day_it_is() {
        for day in -4..4 {
            assert_eq!(questions(&asked(form(true), Some(&entry("b", "b")), day)), ["b"], "{day}");
            assert_eq!(questions(&asked(form(true), Some(&entry("", "b")), day)), ["b"], "{day}: finished");
            assert_eq!(
                questions(&asked(form(true), Some(&entry("gone", "gone")), day)),
                [""; 0],
                "{day}: another's words"
            );
        }
    }

    #[test]
    fn only_a_new_entry_takes_the_question_of_the_day() {
        let of = |day| asked(form(true), None, day).items[0].id.clone();
        assert_eq!([-1, 0, 1, 2, 3].map(of), ["c", "a", "b", "c", "a"]);
        let empty = Activity { items: Vec::new(), ..form(true) };
        assert_eq!(questions(&asked(empty, None, 1)), [""; 0]);
    }

    #[test]
    fn another_question_is_the_one_that_is_then_asked_round_and_round() {
        let device = Device::new();
        let tab = device.open();
        let form = form(true);
        let prompts: Vec<String> = form.items.iter().map(|item| item.ask.clone()).collect();
        let listed =
            Listed { id: form.id.clone(), kind: Kind::Form, title: form.title.clone(), prompts, good_for: Vec::new() };
        let shell = Shell {
            locale: "en".into(),
            fingerprint: String::new(),
            words: Vec::new(),
            activities: vec![listed],
            coins: Vec::new(),
            path: Vec::new(),
        };
        let (shown, asked): (Vec<String>, Vec<String>) = Owner::new().with(|| {
            let content = Content::new(shell);
            let one = |_| {
                let day = tab.app.question_day();
                tab.app.another_question();
                let (_, shown) = content.prompt(day).expect("a question");
                (shown, asked(form.clone(), None, day).items[0].ask.clone())
            };
            (0..4).map(one).unzip()
        });
        assert_eq!(shown, asked);
        assert_eq!(shown[0], shown[3], "round and round");
        assert!(shown[0] != shown[1] && shown[1] != shown[2] && shown[2] != shown[0], "{shown:?}");
    }

    #[test]
    fn a_first_answer_is_taken_once_and_by_no_other_screen() {
        let device = Device::new();
        let tab = device.open();
        let [to_me, saw, ..] = FIRST_ANSWERS;
        tab.app.begin_happened(to_me);
        assert_eq!((tab.app.take_first_answer(), tab.app.take_first_answer()), (Some(to_me.to_owned()), None));
        tab.app.begin_happened(saw);
        tab.app.arrive(Route::Coins);
        assert_eq!(tab.app.take_first_answer(), None, "somewhere else was gone to");
        tab.app.begin_happened(saw);
        tab.app.hide();
        assert_eq!(tab.app.take_first_answer(), None, "the screen was hidden");
    }

    #[test]
    fn the_form_has_the_first_answers_that_are_given_on_today() {
        let form = include_str!("../../questionnaires/en/form/something-happened.toml");
        let first = form.split("[[item]]").nth(1).expect("a first item");
        assert!(form.starts_with(&format!("id = \"{HAPPENED}\"")));
        for answer in FIRST_ANSWERS {
            assert!(first.contains(&format!("[[item.option]]\nid = \"{answer}\"\n")), "{answer}");
        }
    }

    #[test]
    fn another_form_asks_all_its_questions_every_day() {
        assert_eq!(questions(&asked(form(false), None, 1)), ["a", "b", "c"]);
        assert_eq!(questions(&asked(form(false), Some(&entry("b", "a")), 1)), ["a", "b", "c"]);
    }
}
