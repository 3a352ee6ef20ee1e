//! Which question a daily form asks.

use obverse_core::{
    activity::{Activity, Item},
    reflection::Entry,
};

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
    use obverse_core::{
        activity::{Kind, Step},
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
    fn another_form_asks_all_its_questions_every_day() {
        assert_eq!(questions(&asked(form(false), None, 1)), ["a", "b", "c"]);
        assert_eq!(questions(&asked(form(false), Some(&entry("b", "a")), 1)), ["a", "b", "c"]);
    }
}
