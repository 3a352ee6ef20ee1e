use super::*;
use crate::{
    state::{Head, Rev, Turn},
    words,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind, Listed, PastActivity, PieceGroup, authoring::Locale},
    reflection::{Given, How, Level, Look, Part, Run, Setting, Side, Stand, day, told, told::typed},
    text,
};
use std::{fs, path::Path};

const COIN: &str = "racism";

/// English as it is, and an activity of our own.
fn content() -> Content {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/en");
    let mut files = Vec::new();
    for one in fs::read_dir(&folder).expect("a folder").chain(fs::read_dir(folder.join("coin")).expect("coins")) {
        let path = one.expect("a file").path();
        let name = path.strip_prefix(&folder).expect("in it").to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            files.push((name, fs::read_to_string(&path).expect("readable")));
        }
    }
    let (Locale { mut shell, mut pieces, .. }, _) = Locale::read(files, "en");
    let plurals = words::Plurals {
        category: |_, _| "other".into(),
        number: |_, n| n.to_string(),
        lower: str::to_lowercase,
        apart: str::to_lowercase,
        whole: text::whole,
    };
    words::install(&shell, plurals).expect("our own words");
    assert!(words::install_later(&pieces.words));
    let option = |id: &str| Choice { id: id.into(), label: format!("{id}!"), effects: vec![], then: None };
    let options = vec![option("a"), option("b")];
    let (options_now, once) = (options.clone(), Choice { label: "a once!".into(), ..option("a") });
    let tick = Some("new!".to_owned());
    let scale = |words: &[&str]| Step::Scale {
        words: words.iter().map(|word| (*word).into()).collect(),
        unsure: "Unsure".into(),
    };
    let items = vec![
        Item::new("one", "One?", Step::One { options: options.clone(), tick }),
        Item::new("many", "Many?", Step::Many { options }),
        Item::new("scale", "Scale?", scale(&["low", "high"])),
        Item::new("write", "Write?", Step::Write { hint: String::new(), line: false }),
    ];
    pieces.activities = vec![Activity {
        id: "piece".into(),
        revision: 1,
        kind: Kind::Form,
        title: "A piece".into(),
        topic: String::new(),
        minutes: 1,
        context: String::new(),
        daily: false,
        coins: vec![],
        items,
        closing: vec![],
        sources: vec![],
        reviewed: false,
    }];
    let earlier =
        |id: &str, options: Vec<Choice>| Item::new(id, &format!("{id} once?"), Step::One { options, tick: None });
    pieces.activities[0].items.push(Item { revision: 2, ..earlier("changed", options_now) });
    let past = vec![earlier("changed", vec![once.clone()]), earlier("retired", vec![once])];
    pieces.past = vec![PastActivity { id: "piece".into(), items: past }];
    shell.activities = vec![Listed {
        id: "piece".into(),
        kind: Kind::Form,
        title: "A piece".into(),
        prompts: vec![],
        good_for: vec![],
    }];
    let content = Content::new(shell);
    for group in PieceGroup::ALL {
        content.arrive_group(group, Some(group.among(&pieces)));
    }
    content
}

/// The first noon of a month of 2026, in its number.
fn at(month: u32) -> Stamp {
    Stamp::noon(day(&format!("2026-{month:02}-01")).expect("a day"))
}

fn id(digit: char) -> RecordId {
    digit.to_string().repeat(32).parse().expect("a name")
}

fn record(heads: &[(u32, &Body)]) -> Record {
    let rev: Rev = "c".repeat(32).parse().expect("a name");
    let heads = heads
        .iter()
        .map(|(month, body)| Head { rev, at: at(*month), said: Turn::of(at(*month)), body: Some((*body).clone()) })
        .collect();
    Record { id: id('a'), made: at(1), begun: Turn::of(at(1)), heads }
}

/// What goes into a copy of this record, where everything grew out of `from`.
fn tell(record: &Record, from: &Body) -> Vec<Told> {
    let content = content();
    let around = Around { content, date: &|stamp| stamp.iso(), body: &|_| Some(from.clone()) };
    let told = untrack(|| around.told(record, &|_| true));
    // All of it is in each of the three forms.
    let forms = [told::markdown("Notes", "", &told), told::spreadsheet(&told), told::data(&told)];
    for one in &told {
        let lines =
            one.lines.iter().flat_map(|(ask, said)| [ask, said]).chain(&one.about).chain([&one.title, &one.date]);
        for part in lines.flat_map(|words| words.split('\n')).map(str::trim_end) {
            for form in &forms {
                let form = form.replace('\u{a0}', " ");
                assert!(form.contains(part), "{part:?}: {form}");
            }
        }
    }
    told
}

fn placement() -> Body {
    let setting = |place: &str, side| Setting { place: place.into(), side };
    Body::Placement(Placement {
        coin: COIN.into(),
        revision: 1,
        stand: Some(Stand::Changes),
        settings: vec![
            setting("on nights", Some(Side::Bottom)),
            setting("at home", None),
            setting(" ", Some(Side::Top)),
        ],
        note: "\n  Late.".into(),
    })
}

fn coin_name() -> String {
    untrack(content).coin_line(COIN).expect("it is there").name
}

fn lines(told: &Told) -> Vec<(&str, &str)> {
    told.lines.iter().map(|(ask, said)| (ask.as_str(), said.as_str())).collect()
}

#[test]
fn a_step_goes_out_with_its_day_its_coin_and_what_it_grew_out_of() {
    let step = Body::Commitment(Commitment {
        what: "larkspur\nfirst".into(),
        level: Some(Level::Institutional),
        coin: COIN.into(),
        asked_by: "they".into(),
        first: "A".into(),
        power: "B".into(),
        risk: "C".into(),
        sign: "D".into(),
        look_again: day("2027-02-01"),
        grew_from: id('b').to_string(),
        looks: vec![
            Look { at: at(3), how: Some(How::Done), words: "\n  At weekends.".into() },
            Look { at: at(4), how: None, words: " ".into() },
        ],
    });
    let told = tell(&record(&[(5, &step)]), &placement());
    let coin = coin_name();
    assert_eq!((told[0].title.as_str(), told[0].date.as_str()), ("larkspur", "2026-01-01"));
    assert_eq!(told[0].about, [word::entry::grew_from(&coin)]);
    let done = [word::steps::done(), "\n\n  At weekends."].concat();
    assert_eq!(
        lines(&told[0]),
        [
            (word::steps::what(), "larkspur\nfirst"),
            (word::steps::level(), word::steps::institutional()),
            (word::steps::asked_by(), "they"),
            (word::steps::first(), "A"),
            (word::steps::power(), "B"),
            (word::steps::risk(), "C"),
            (word::steps::sign(), "D"),
            (word::steps::look_again(), "2027-02-01"),
            (word::steps::coin(), coin.as_str()),
            ("2026-03-01", done.as_str()),
            ("2026-04-01", ""),
        ]
    );
}

#[test]
fn an_entry_goes_out_with_its_coins_what_it_grew_out_of_and_that_it_is_not_finished() {
    let part = |item: &str, chosen: &[&str], text: &str| Part {
        item: item.into(),
        revision: 1,
        chosen: chosen.iter().map(|id| (*id).to_owned()).collect(),
        text: text.into(),
    };
    let entry = Entry {
        form: "piece".into(),
        parts: vec![
            part("one", &["b"], ""),
            part("many", &["gone", "b", "a"], "and more"),
            part("write", &[], "\n\n  First a blank line.  \n"),
            part("no-more", &["x"], "Kept."),
            part("write", &[], " "),
        ],
        grew_from: id('b').to_string(),
        coins: vec![COIN.into(), "gone".into()],
        at: "write".into(),
        ..Entry::default()
    };
    let step = Body::Commitment(Commitment { what: " Ask ".into(), ..Commitment::default() });
    let told = tell(&record(&[(5, &Body::Entry(entry))]), &step);
    let coins = [&coin_name(), "\ngone"].concat();
    assert_eq!(told[0].title, "A piece");
    let about =
        [word::entry::changed("2026-05-01"), word::journal::unfinished().into(), word::entry::grew_from_step("Ask")];
    assert_eq!(told[0].about, about);
    assert_eq!(
        typed(&told),
        "\n\nand more\n\n\n  First a blank line.  \n\nKept.\n \n Ask \n",
        "what was typed, the step it grew from too, and nothing of the app’s"
    );
    assert_eq!(
        lines(&told[0]),
        [
            ("One?", "b!"),
            ("Many?", "a!\nb!\ngone\nand more"),
            ("Write?", "\n\n  First a blank line.  \n"),
            ("", "x\nKept."),
            (word::entry::coins(), coins.as_str()),
        ]
    );
}

#[test]
fn a_placement_goes_out_with_its_places_and_their_sides() {
    let told = tell(&record(&[(1, &placement())]), &placement());
    assert_eq!((told[0].title.as_str(), told[0].about.len()), (coin_name().as_str(), 0));
    let nights = word::place::settings_said("on nights", word::place::side_bottom());
    assert_eq!(
        lines(&told[0]),
        [
            (word::place::ask(), word::place::changes()),
            (word::place::settings(), nights.as_str()),
            (word::place::settings(), "at home"),
            (word::place::note(), "\n  Late."),
        ]
    );
}

#[test]
fn answers_go_out_in_words_and_by_their_names_where_those_are_gone() {
    let given = |item: &str, answer, note: &str| Given {
        item: item.into(),
        revision: 1,
        answer,
        new_to_me: item == "one",
        note: note.into(),
    };
    let run = |given: Vec<Given>| {
        let (activity, at, grew) = ("piece".into(), "scale".into(), vec![]);
        Body::Run(Run { activity, revision: 1, begun: Stamp::default(), given, at, grew })
    };
    let body = run(vec![
        given("one", Answer::One("a".into()), " a note"),
        given("many", Answer::Many(vec!["gone".into()]), ""),
        given("scale", Answer::Scale(1), ""),
        given("write", Answer::RatherNotSay, ""),
        given("no-more", Answer::Scale(4), ""),
    ]);
    let told = tell(&record(&[(1, &body)]), &body);
    assert_eq!(told[0].about, [word::journal::unfinished()]);
    assert_eq!(
        lines(&told[0]),
        [
            ("One?", "a!\nnew!\n a note"),
            ("Many?", "gone"),
            ("Scale?", "high"),
            ("Write?", word::runner::rather_not_said()),
            ("", "5"),
        ]
    );
    let told = tell(&record(&[(2, &run(vec![given("scale", Answer::Unsure, "")])), (3, &body)]), &body);
    assert_eq!((told.len(), lines(&told[0])), (2, vec![("Scale?", "Unsure")]));
    let gone = tell(&record(&[(2, &run(vec![given("no-more", Answer::Unsure, "")]))]), &body);
    assert_eq!(lines(&gone[0]), [("", word::place::unsure())], "an answer whose words are not there is not left out");
    assert_eq!(told[1].about[0], word::entry::version("2026-03-01"), "of two versions, both");
}

#[test]
fn what_was_answered_in_other_words_goes_out_in_those() {
    let given = |item: &str, revision| {
        let answer = Answer::One("a".into());
        Given { item: item.into(), revision, answer, new_to_me: false, note: String::new() }
    };
    let of_run = [given("changed", 1), given("retired", 1), given("changed", 3)];
    let part = |given: &Given| Part {
        item: given.item.clone(),
        revision: given.revision,
        chosen: vec!["a".into()],
        text: String::new(),
    };
    let parts = of_run.iter().map(part).collect();
    let entry = Body::Entry(Entry { form: "piece".into(), parts, ..Entry::default() });
    let (activity, at, grew) = ("piece".into(), String::new(), vec![]);
    let run = Body::Run(Run { activity, revision: 1, begun: Stamp::default(), given: of_run.into(), at, grew });
    for body in [run, entry] {
        let told = tell(&record(&[(1, &body)]), &body);
        let unknown = (word::runner::changed(), "a");
        assert_eq!(lines(&told[0]), [("changed once?", "a once!"), ("retired once?", "a once!"), unknown]);
    }
}
