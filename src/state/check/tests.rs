use super::*;
use obverse_core::{
    activity::{Choice, Kind},
    reflection::Run,
};

fn item(id: &str, step: Step, looks_back: Option<&str>) -> Item {
    Item { looks_back: looks_back.map(str::to_owned), ..Item::new(id, &format!("{id}?"), step) }
}

fn scale() -> Step {
    Step::Scale { words: vec!["None".into(), "Some".into(), "Many".into()], unsure: "unsure".into() }
}

fn write() -> Step {
    Step::Write { hint: String::new(), line: false }
}

fn check(id: &str, items: Vec<Item>) -> Activity {
    Activity {
        id: id.into(),
        revision: 1,
        kind: Kind::Check,
        title: id.into(),
        topic: String::new(),
        minutes: 5,
        context: String::new(),
        daily: false,
        coins: vec![],
        items,
        closing: vec![],
        sources: vec![],
        reviewed: false,
    }
}

fn checks() -> Vec<Wordings> {
    let option = Choice { id: "a".into(), label: "A course".into(), effects: vec![], then: None };
    let many = Step::Many { options: vec![option] };
    let first = vec![
        item("begin", Step::Read, None),
        item("ways", scale(), None),
        item("met", many, None),
        item("hope", write(), None),
    ];
    let second =
        vec![item("ways", scale(), None), item("ways-then", scale(), Some("ways")), item("try", write(), None)];
    let all = [check("before", first), check("after", second), check("later", vec![item("ways", scale(), None)])];
    all.map(|check| Wordings { now: Some(check), past: Vec::new() }).into()
}

fn run(activity: &str, ms: i64, given: &[(&str, Answer, &str)]) -> Body {
    let given = given.iter().map(|(item, answer, note)| Given {
        item: (*item).into(),
        revision: 1,
        answer: answer.clone(),
        new_to_me: false,
        note: (*note).into(),
    });
    Body::Run(Run {
        activity: activity.into(),
        revision: 1,
        begun: Stamp { ms, offset: 0 },
        given: given.collect(),
        at: String::new(),
        grew: vec![],
    })
}

#[test]
fn the_same_question_is_one_with_its_look_back() {
    let records = [
        run("before", 10, &[("begin", Answer::Seen, ""), ("ways", Answer::Scale(2), "")]),
        run("another", 10, &[("ways", Answer::Scale(2), "")]),
        run("after", 20, &[("ways", Answer::Scale(1), ""), ("ways-then", Answer::Scale(0), "")]),
        run("later", 30, &[("ways", Answer::Unsure, "")]),
    ];
    let asked = asked(&checks(), &records);
    assert_eq!(asked.len(), 1, "what has no answer has no row");
    let said: Vec<_> = asked[0].told.iter().map(|told| (told.occasion, told.answers.concat())).collect();
    use Occasion::*;
    assert_eq!(
        said,
        [(Before, "Many".into()), (Then, "None".into()), (After, "Some".into()), (Later, "unsure".into())]
    );
    assert_eq!(asked[0].places(), [(Before, 2), (Then, 0), (After, 1)], "who cannot judge stands nowhere on the line");
    assert_eq!(asked[0].told[1].ask, "ways-then?");
}

#[test]
fn of_several_the_newest_counts_even_when_it_passes_over() {
    let mut records = vec![
        run("before", 10, &[("ways", Answer::Scale(0), ""), ("hope", Answer::Written, "first")]),
        run("before", 20, &[("ways", Answer::Scale(2), "")]),
    ];
    let both = asked(&checks(), &records);
    assert_eq!(both[0].places(), [(Occasion::Before, 2)]);
    assert_eq!(both[0].told.iter().map(|told| told.earlier).collect::<Vec<_>>(), [false, true]);
    assert!(!both[1].told[0].earlier, "what was not reached again still counts");
    records.push(run("before", 30, &[("ways", Answer::Skipped, "")]));
    let passed = asked(&checks(), &records);
    assert!(passed[0].places().is_empty());
    assert_eq!(passed[0].told.len(), 2);
}

#[test]
fn the_order_they_were_begun_in_decides_and_no_clock() {
    // The clock was ahead at first, and then behind.
    let records = [
        run("before", 900, &[("ways", Answer::Scale(0), "")]),
        run("before", 5, &[("ways", Answer::Scale(1), "")]),
        run("before", 300, &[("ways", Answer::Scale(2), "")]),
    ];
    let asked = asked(&checks(), &records);
    assert_eq!(asked[0].places(), [(Occasion::Before, 2)]);
    let order: Vec<_> = asked[0].told.iter().map(|told| told.at.ms).collect();
    assert_eq!(order, [300, 5, 900], "the newest first");
}

#[test]
fn other_words_have_no_place_and_nothing_said_has_no_row() {
    let mut older = run("before", 10, &[("ways", Answer::Scale(1), ""), ("met", Answer::Many(vec!["a".into()]), " ")]);
    if let Body::Run(run) = &mut older {
        run.given[0].revision = 7;
    }
    let asked_of = asked(&checks(), &[older]);
    let told = &asked_of[0].told[0];
    assert!(told.other_words && told.unknown && asked_of[0].places().is_empty());
    assert_eq!((&*told.ask, told.answers.len()), ("", 0), "those of today do not stand in for them");
    assert_eq!((asked_of[1].ask.as_str(), asked_of[1].told[0].answers.concat()), ("met?", "A course".to_owned()));
    let nothing = run("after", 10, &[("ways", Answer::Skipped, ""), ("try", Answer::None, " ")]);
    assert!(asked(&checks(), &[nothing]).is_empty());
    let rather_not = run("after", 10, &[("ways", Answer::RatherNotSay, "")]);
    assert!(asked(&checks(), &[rather_not])[0].told[0].rather_not);
}

#[test]
fn an_answer_is_told_in_the_words_it_was_given_to() {
    let mut checks = checks();
    let earlier = |id: &str, step| Item { revision: 7, ..Item::new(id, &format!("{id} once?"), step) };
    let words = Step::Scale { words: vec!["Few".into(), "More".into()], unsure: "unsure".into() };
    checks[0].past = vec![earlier("ways", words), earlier("gone", scale())];
    let mut older = run("before", 10, &[("ways", Answer::Scale(1), ""), ("gone", Answer::Scale(2), "")]);
    if let Body::Run(run) = &mut older {
        run.given.iter_mut().for_each(|given| given.revision = 7);
    }
    let asked = asked(&checks, &[older]);
    let told: Vec<_> = asked.iter().map(|one| (&*one.ask, &*one.told[0].ask, one.told[0].answers.concat())).collect();
    assert_eq!(told, [("ways?", "ways once?", "More".into()), ("gone once?", "gone once?", "Many".to_owned())]);
    assert!(asked[0].told[0].other_words && asked[0].places().is_empty(), "not comparable");
}
