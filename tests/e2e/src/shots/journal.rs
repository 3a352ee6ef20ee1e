//! A journal with long words and long entries in it.

use crate::filled::{DAY, Filled, now};
use obverse_core::reflection::{
    Answer, Body, Commitment, Entry, Given, How, Level, Look, Part, Placement, Run, Setting, Side, Stamp, Stand,
};

/// Wide, and without a blank.
const LONG: &str = "Gastroösophagealrefluxerkrankungsnachsorgesprechstunde";

/// The journal: those with a name have a picture of their own.
pub(super) fn filled() -> Filled {
    Filled::of(bodies())
}

/// The journal of somebody who began it so many days ago, by the name of the picture of their Today.
pub(super) fn days() -> Vec<(&'static str, Filled)> {
    let of = |(name, days, records): (&'static str, i64, usize)| {
        let mut all = bodies();
        let last = all.split_off(all.len() - records);
        (name, Filled::begun(days, last))
    };
    let all = [
        ("today-day-1", 1, 1),
        ("today-day-3", 3, 2),
        ("today-day-15", 15, 4),
        ("today-day-60", 60, 9),
        ("today-day-150", 150, 12),
    ];
    all.map(of).into()
}

/// What is in it, oldest first.
fn bodies() -> Vec<(&'static str, Body)> {
    let long =
        "Nobody had asked her what she wanted to know, and I noticed it only when the interpreter did. ".repeat(14);
    vec![
        (
            "",
            run(
                "being-recognised",
                "",
                &[
                    ("role-guessed", "usually"),
                    ("role-repeated", "rarely"),
                    ("one-slip", "depends"),
                    ("credit", "usually"),
                ],
            ),
        ),
        ("", placed("racism", Stand::Top, &[])),
        ("", entry("daily", "", &[("", "I was asked where I am really from. The rest of the round was quiet.")])),
        ("", placed("hierarchy", Stand::Changes, &[("on nights", Side::Bottom), ("in clinic", Side::Top)])),
        ("", entry("what-so-what-now-what", "Who gets the title", &[("what", "“Dr Smith and Anna.” I am Anna.")])),
        (
            "entry-long",
            entry("what-so-what-now-what", LONG, &[("what", &long), ("so-what", LONG), ("now-what", &long)]),
        ),
        ("", entry("daily", "", &[("", "I asked first this year.")])),
        ("", step("Ask for the interpreter before the round", Some(How::Done), -40)),
        ("step", step("Ask who wrote the rota, and whether a name can be put back on it", Some(How::StillGoing), -2)),
        ("", step(LONG, None, 30)),
        (
            "entry",
            entry(
                "what-so-what-now-what",
                "The handover",
                &[
                    ("what", "I said the wrong name twice. The nurse said it again, quietly, and the room went on."),
                    ("so-what", "I had read it on the board and not listened."),
                    ("now-what", "So I said the name again, and then the room did."),
                ],
            ),
        ),
        ("", run("being-heard", "second-voice", &[("worried", "usually"), ("end-of-sentence", "rarely")])),
    ]
}

fn run(activity: &str, at: &str, answers: &[(&str, &str)]) -> Body {
    let given = |(item, option): &(&str, &str)| Given {
        item: (*item).into(),
        revision: 1,
        answer: Answer::One((*option).into()),
        new_to_me: true,
        note: "On the ward, not in theatre.".into(),
    };
    Body::Run(Run {
        activity: activity.into(),
        revision: 1,
        begun: Stamp { ms: now() - 20 * DAY, offset: 0 },
        given: answers.iter().map(given).collect(),
        at: at.into(),
        grew: vec![],
    })
}

fn placed(coin: &str, stand: Stand, settings: &[(&str, Side)]) -> Body {
    let settings = settings.iter().map(|(place, side)| Setting { place: (*place).into(), side: Some(*side) });
    Body::Placement(Placement {
        coin: coin.into(),
        revision: 1,
        stand: Some(stand),
        settings: settings.collect(),
        note: "It was the first time I thought about who holds the door.".into(),
    })
}

fn entry(form: &str, title: &str, parts: &[(&str, &str)]) -> Body {
    let part = |(item, text): &(&str, &str)| Part {
        item: (*item).into(),
        revision: 1,
        text: (*text).into(),
        ..Part::default()
    };
    let parts = parts.iter().map(part).collect();
    Body::Entry(Entry {
        form: form.into(),
        title: title.into(),
        parts,
        coins: vec!["hierarchy".into()],
        ..Entry::default()
    })
}

fn step(what: &str, how: Option<How>, in_days: i64) -> Body {
    let look = how.map(|how| Look {
        at: Stamp { ms: now() - 9 * DAY, offset: 0 },
        how: Some(how),
        words: "It took two goes.".into(),
    });
    Body::Commitment(Commitment {
        what: what.into(),
        level: Some(Level::Institutional),
        coin: "hierarchy".into(),
        asked_by: "The healthcare assistants on nights".into(),
        look_again: Some(Stamp { ms: now() + in_days * DAY, offset: 0 }.date()),
        looks: look.into_iter().collect(),
        ..Commitment::default()
    })
}
