//! Every activity there is, from its address to its closing page, by keyboard alone: real Tabs to every answer, field
//! and button, at each step of each of them. Half way each is left by loading the page anew, and taken up at the very
//! step. All in Chromium; in the other engines one of each kind.

use e2e::{ALL_PIECES, Engine, Key, Looks, Page, Site, first_engine};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// One of each kind, with every kind of step among them.
const SAMPLE: [&str; 5] =
    ["being-recognised", "two-coins-at-once", "misgendered-at-handover", "later", "what-so-what-now-what"];
const WORDS: &str = "A word of mine.";
const GO_ON: &str = "Continue to the next questions";

/// The ids, kinds and titles of all activities, out of the file that the page itself was given.
const LIST: &str = "const done = arguments[arguments.length - 1];
    allPieces()
        .then(({ activities }) => done(activities.map(({ id, kind, title }) => [id, kind, title])))";

/// What tells one screen from another.
const MARK: &str =
    "[...document.querySelectorAll('main .bar-place, main h1')].map((one) => one.textContent).join(' / ')";

/// What there is to do on the screen, and which step of how many it is.
const SCREEN: &str = "const main = document.querySelector('main');
    const there = (what) => main.querySelector(what) !== null;
    const counted = main.querySelector('.bar-place')?.textContent.match(/ · (\\d+)\\D+(\\d+)$/);
    const ways = [...main.querySelectorAll('.foot button')].map((one) => one.textContent.trim());
    const what = !there('.onward') ? (ways.includes(arguments[0]) ? 'pause' : 'end') : there('.coin-stage') ? 'place'
        : there('.choices input') ? 'choose' : there('textarea') ? 'write' : 'read';
    return [what, +(counted?.[1] ?? 0), +(counted?.[2] ?? 0)]";

/// What is answered on the screen.
const ANSWERED: &str = "const main = document.querySelector('main');
    return [...main.querySelectorAll('.choices input:checked')].map((one) => one.value).join()
        || main.querySelector('textarea')?.value || ''";

struct Piece {
    id: String,
    kind: String,
    title: String,
}

impl Piece {
    fn route(&self, page: &Page) -> String {
        page.piece(if self.kind == "form" { "write" } else { "reflect" }, &self.id)
    }

    fn closing(&self) -> &'static str {
        match self.kind.as_str() {
            "scenario" => "Looking back",
            "exercise" => "What you wrote",
            "form" => "Your entry is saved",
            _ => "What you said",
        }
    }
}

fn pieces(page: &Page) -> Vec<Piece> {
    let list = page.run_async(&[ALL_PIECES, LIST].concat(), json!([]));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = list.as_array().expect("a list of activities");
    list.iter().map(|one| Piece { id: text(&one[0]), kind: text(&one[1]), title: text(&one[2]) }).collect()
}

/// Presses Tab until what has the focus (`it`) is such a one.
fn tab_until(page: &Page, such: &str) {
    let script = format!("const it = document.activeElement; return !!({such})");
    for _ in 0..60 {
        page.press(Key::Tab);
        if page.run(&script) == true {
            return;
        }
    }
    panic!("[{}] Tab did not come to {such} but is on {:?}", page.engine(), page.focused());
}

fn press_button(page: &Page, name: &str) {
    tab_until(page, &format!("it.tagName === 'BUTTON' && it.textContent.trim() === {}", json!(name)));
    page.press(Key::Enter);
}

/// Presses a button that leads to another screen. Gives what is wrong with that one.
fn go_by(page: &Page, name: &str) -> Vec<String> {
    let before = page.run(&format!("return {MARK}"));
    press_button(page, name);
    page.wait_until("another screen", &format!("{MARK} !== {before}"));
    let focused = "return document.activeElement === document.querySelector('main h1')";
    // The focus follows in a turn of its own.
    let until = Instant::now() + Duration::from_secs(1);
    while page.run(focused) != true {
        if Instant::now() > until {
            let astray = format!("after {name:?} the focus is on {:?}", page.focused());
            return [astray].into_iter().chain(page.sticking_out()).collect();
        }
    }
    page.sticking_out()
}

/// Takes the first answer, or writes.
fn answer(page: &Page, what: &str) {
    match what {
        "choose" | "place" => {
            tab_until(page, "it.matches('.choices input')");
            page.press(Key::Space);
        }
        "write" => {
            tab_until(page, "it.matches('textarea')");
            page.type_here(WORDS);
        }
        _ => return,
    }
    assert_ne!(page.run(ANSWERED), "", "[{}] nothing was answered", page.engine());
}

/// Loads the page anew, and is where it was.
fn leave_and_come_back(page: &Page) {
    let state = format!("return [{MARK}, (() => {{ {ANSWERED} }})()]");
    let before = page.run(&state);
    page.reload();
    page.wait_text("You stopped here on");
    assert_eq!(page.run(&state), before, "[{}] it was not taken up where it was left", page.engine());
}

/// Goes through an activity, and gives all that is wrong on the way.
fn go_through(page: &Page, piece: &Piece) -> Vec<String> {
    page.open(&piece.route(page));
    let start = json!(format!("{} ·", piece.title));
    page.wait_until(
        "the first step",
        &format!("(document.querySelector('main .bar-place')?.textContent + ' ·').startsWith({start})"),
    );
    let mut wrong = page.sticking_out();
    let mut left = false;
    for _ in 0..60 {
        let screen = page.run_with(SCREEN, json!([GO_ON]));
        let (what, at, of) = (screen[0].as_str().unwrap_or_default(), screen[1].as_u64(), screen[2].as_u64());
        match what {
            "end" => {
                assert!(left, "[{}] it was never left", page.engine());
                assert_eq!(page.h1(), piece.closing(), "[{}]", page.engine());
                return wrong;
            }
            "pause" => wrong.extend(go_by(page, GO_ON)),
            _ => {
                answer(page, what);
                // A placement is a record of its own, and its step is as new when one comes back.
                if !left && matches!(what, "choose" | "write") && at.zip(of).is_some_and(|(at, of)| 2 * at >= of) {
                    leave_and_come_back(page);
                    left = true;
                }
                wrong.extend(go_by(page, "Next"));
            }
        }
    }
    panic!("[{}] it does not come to an end", page.engine());
}

#[test]
fn every_activity_goes_by_keyboard_alone_and_is_taken_up_where_it_was_left() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let all = pieces(&page);
        assert!(SAMPLE.iter().all(|id| all.iter().any(|one| one.id == *id)), "the sample is out of date");
        let mut wrong = Vec::new();
        for piece in all.iter().filter(|one| engine == Engine::Chromium || SAMPLE.contains(&one.id.as_str())) {
            // One that cannot be gone through does not keep the others from it.
            let found = catch_unwind(AssertUnwindSafe(|| go_through(&page, piece)));
            let found = found.unwrap_or_else(|_| vec!["cannot be gone through: the reason is above".into()]);
            let errors = if engine == Engine::Chromium { page.errors() } else { Vec::new() };
            wrong.extend(found.into_iter().chain(errors).map(|line| format!("[{engine}] {}: {line}", piece.id)));
        }
        page.assert_same_origin();
        page.assert_no_errors();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn whoever_goes_back_into_an_activity_is_on_its_heading() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.go_to(&page.piece("reflect", "whose-story-i-believe"));
        answer(&page, "choose");
        let mut wrong = go_by(&page, "Next");
        page.reload();
        for name in ["Start over", "Change", GO_ON, "Go through it again"] {
            wrong.extend(go_by(&page, name));
            while page.run_with(SCREEN, json!([GO_ON]))[0] == "choose" {
                answer(&page, "choose");
                wrong.extend(go_by(&page, "Next"));
            }
        }
        page.assert_no_errors();
        assert!(wrong.is_empty(), "[{engine}] {}", wrong.join("\n"));
    });
}
