//! A journal as it is after some months, with long words and long entries in it, put into the browser's store.

use crate::{Dice, Page};
use obverse_core::activity::code;
use obverse_core::reflection::{
    Answer, Body, Commitment, Entry, Given, How, Level, Look, Part, Placement, Run, Setting, Side, Stamp, Stand,
};
use obverse_core::vault::{Clock, MemoryShelf, RecordId, Shelf, Vault};
use serde_json::json;
use std::cell::Cell;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 86_400_000;
/// Wide, and without a blank.
const LONG: &str = "Gastroösophagealrefluxerkrankungsnachsorgesprechstunde";

/// Keys and values of the store, and the screens of its records.
pub(super) struct Filled {
    pairs: Vec<(String, String)>,
    places: Vec<(&'static str, String)>,
}

impl Filled {
    pub(super) fn new() -> Filled {
        let shelf = Rc::new(MemoryShelf::new(usize::MAX));
        let (clock, dice) = (Rc::new(Months(Cell::new(now() - 150 * DAY))), Rc::new(Dice::new(1)));
        let mut vault = Vault::open(shelf.clone(), clock.clone(), dice.clone(), "ob/");
        let mut places = vec![];
        for (name, body) in bodies() {
            let id = RecordId::random(&*dice);
            vault.save(id, &body, &[]).expect("a shelf in memory keeps everything");
            match (name, &body) {
                ("", _) => {}
                (_, Body::Commitment(_)) => places.push((name, format!("#/steps/{id}"))),
                (_, _) => places.push((name, format!("#/journal/{id}"))),
            }
            if name == "entry" {
                places.push(("edit", format!("#/journal/{id}/edit")));
                places.push(("record", format!("#/journal/{id}/record")));
            }
        }
        places.push(("closing", format!("#/reflect/{}", code("being-recognised"))));
        places.push(("coin-placed", format!("#/coins/{}", code("hierarchy"))));
        let keys = shelf.keys().expect("a shelf in memory is never denied");
        let value = |key: &String| shelf.get(key).ok().flatten().expect("a key that is there");
        let pairs = keys.iter().map(|key| (key.clone(), value(key))).collect();
        Filled { pairs, places }
    }

    /// The screens of its records, by name.
    pub(super) fn places(&self) -> Vec<(&'static str, String)> {
        self.places.clone()
    }

    /// Puts it into the store of an open page.
    pub(super) fn put(&self, page: &Page) {
        page.run_with(
            "for (const key of Object.keys(localStorage)) if (key !== 'ob/p') localStorage.removeItem(key);
             sessionStorage.clear();
             for (const [key, value] of arguments[0]) localStorage.setItem(key, value)",
            json!([self.pairs]),
        );
    }
}

/// What is in it, oldest first; those with a name have a picture of their own.
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

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("some thousands of years")
}

/// A clock that goes on by six days with each look.
struct Months(Cell<i64>);

impl Clock for Months {
    fn now(&self) -> Stamp {
        self.0.set((self.0.get() + 6 * DAY).min(now()));
        Stamp { ms: self.0.get(), offset: 0 }
    }
}
