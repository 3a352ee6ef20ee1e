use super::*;
use obverse_core::{
    activity::{Choice, Item, Kind},
    reflection::Part,
    vault::{Head, Rev, Turn},
};

fn activity(id: &str) -> Activity {
    let option = Choice { id: "to-me".into(), label: "to me".into(), effects: vec![], then: None };
    let door = Item::new("door", "happened", Step::One { options: vec![option], tick: None });
    let write = |id: &str| Item::new(id, "What?", Step::Write { hint: String::new(), line: false });
    Activity {
        id: id.into(),
        revision: 1,
        kind: Kind::Form,
        title: id.into(),
        topic: String::new(),
        minutes: 5,
        context: String::new(),
        daily: false,
        coins: vec![],
        items: vec![door, write("one"), write("two")],
        closing: vec![],
        sources: vec![],
        reviewed: false,
    }
}

fn record(number: u8, bodies: Vec<Body>) -> Record {
    let at = Stamp { ms: i64::from(number) * 1_000, offset: 0 };
    let rev = |place: usize| format!("{:032x}", 1 + place).parse::<Rev>().expect("32 hex digits");
    let head = |(place, body)| Head { rev: rev(place), at, said: Turn::of(at), body: Some(body) };
    let id = format!("{number:032x}").parse().expect("32 hex digits");
    Record { id, made: at, begun: Turn::of(at), heads: bodies.into_iter().enumerate().map(head).collect() }
}

fn entry(at: &str, parts: &[(&str, &str, &str)]) -> Body {
    let part = |(item, chosen, text): &(&str, &str, &str)| Part {
        item: (*item).into(),
        chosen: Some((*chosen).to_owned()).filter(|chosen| !chosen.is_empty()).into_iter().collect(),
        text: (*text).into(),
        revision: 1,
    };
    let parts = parts.iter().map(part).collect();
    Body::Entry(Entry { form: "happened".into(), at: at.into(), parts, ..Entry::default() })
}

fn run(of: &str, at: &str) -> Body {
    let mut run = Run::begin(&activity(of), Stamp::default());
    run.at = at.into();
    Body::Run(run)
}

fn found(records: &[Record]) -> Vec<(u8, What)> {
    let number = |one: &Begun| u8::try_from(one.left.ms / 1_000).expect("a small number");
    let records: Vec<&Record> = records.iter().collect();
    begun(&records, |id| Some(activity(id))).iter().map(|one| (number(one), one.what.clone())).collect()
}

#[test]
fn two_entries_along_one_form_are_told_apart_by_their_first_words() {
    let records = [
        record(1, vec![entry("one", &[("door", "to-me", "")])]),
        record(2, vec![entry("two", &[("door", "to-me", ""), ("one", "", "the rota again.\nand more")])]),
        record(3, vec![entry("", &[("one", "", "this one is finished.")])]),
    ];
    let said = |words: &str| What::Writing(words.into());
    assert_eq!(found(&records), [(2, said("the rota again.")), (1, said("to me"))]);
    // Before the activities have come, what was chosen has no words.
    assert_eq!(begun(&[&records[0]], |_| None)[0].what, said(""));
    // What was chosen at earlier words is not known by the present ones.
    let later = |id: &str| {
        let mut later = activity(id);
        later.items.iter_mut().for_each(|item| item.revision = 2);
        Some(later)
    };
    assert_eq!(begun(&[&records[0]], later)[0].what, said(""));
}

#[test]
fn of_several_runs_the_newest_alone_can_be_gone_on_with() {
    let records = [record(1, vec![run("being-heard", "one")]), record(2, vec![run("being-heard", "two")])];
    assert_eq!(found(&records), [(2, What::Answering(Some((3, 3))))]);
    let records = [record(1, vec![run("being-heard", "one")]), record(2, vec![run("being-heard", "")])];
    assert_eq!(found(&records), [], "the newest is finished, and is what its address shows");
    let records = [record(1, vec![run("being-heard", "one")]), record(2, vec![run("being-named", "door")])];
    let answering = |at| What::Answering(Some((at, 3)));
    assert_eq!(found(&records), [(2, answering(1)), (1, answering(2))]);
}

#[test]
fn two_versions_are_settled_first() {
    let records = [record(1, vec![entry("one", &[("one", "", "here")]), entry("one", &[("one", "", "there")])])];
    assert_eq!(found(&records), [(1, What::Versions)]);
}
