//! What only a browser has: the two stores, Intl, workers, and drafts over them. Runs in headless Chromium.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use obverse::{
    browser::{self, LocalShelf, SessionShelf, SystemClock, SystemEntropy, Window},
    state::{App, Content, Draft, Host, Keeping, Ports},
};
use obverse_core::{
    activity::Shell,
    errand::{Answer, Errand},
    reflection::{Body, Entry, Part, Stamp},
    vault::{Shelf, ShelfError, Vault},
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn local() -> Rc<LocalShelf> {
    Rc::new(LocalShelf::probe().expect("the test browser lends a store"))
}

fn emptied() -> Rc<LocalShelf> {
    let shelf = local();
    for key in shelf.keys().expect("keys") {
        shelf.remove(&key).expect("removed");
    }
    shelf
}

fn entry(text: &str) -> Body {
    Body::Entry(Entry { parts: vec![Part { text: text.into(), ..Part::default() }], ..Entry::default() })
}

#[wasm_bindgen_test]
fn the_store_gives_back_what_it_took() {
    let shelf = emptied();
    shelf.set("ob/t", "a “word”").expect("set");
    assert_eq!(shelf.get("ob/t"), Ok(Some("a “word”".into())));
    assert_eq!(shelf.keys(), Ok(vec!["ob/t".to_owned()]));
    shelf.remove("ob/t").expect("removed");
    assert_eq!(shelf.get("ob/t"), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_has() {
    let shelf = emptied();
    shelf.set("ob/t", "kept").expect("set");
    assert_eq!(shelf.set("ob/t", &"x".repeat(6_000_000)), Err(ShelfError::Full));
    assert_eq!(shelf.get("ob/t"), Ok(Some("kept".into())));
    emptied();
}

#[wasm_bindgen_test]
fn a_record_survives_a_new_opening() {
    let shelf = emptied();
    let open = || Vault::open(shelf.clone(), Rc::new(SystemClock), Rc::new(SystemEntropy), "ob/");
    let id = obverse_core::vault::RecordId::random(&SystemEntropy);
    open().save(id, &entry("a line"), &[]).expect("kept");
    assert_eq!(open().record(id).and_then(|record| record.body().cloned()), Some(entry("a line")));
    emptied();
}

#[wasm_bindgen_test]
fn dates_are_those_of_the_wall_where_they_were_written() {
    // An hour before midnight in UTC, already the next day on a wall two hours ahead.
    let stamp = Stamp { ms: 1_795_996_800_000 - 3_600_000, offset: 120 };
    let same_moment = Stamp { offset: 0, ..stamp };
    assert_ne!(browser::date("en", stamp), browser::date("en", same_moment));
    assert!(browser::month("en", stamp).contains("2026"));
}

/// Has the browser say that it wants these languages; `undefined` for none at all.
fn wanting(languages: &JsValue) {
    let property = Object::new();
    for (name, value) in [("value", languages), ("configurable", &JsValue::TRUE)] {
        Reflect::set(&property, &name.into(), value).expect("a plain object takes any property");
    }
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).expect("a window has one");
    Object::<JsValue>::define_property(navigator.unchecked_ref(), &"languages".into(), &property);
}

#[wasm_bindgen_test]
fn no_language_from_outside_stops_a_date() {
    let stamp = Stamp { ms: 1_795_996_800_000, offset: 0 };
    let wanted = ["en-US@posix", "en_US.UTF-8", "en-", "", "x", "C", "en-a-bb-a-cc", "é"];
    let lists = wanted.iter().map(|one| Array::of1(&(*one).into()).into());
    for list in lists.chain([JsValue::UNDEFINED, JsValue::NULL, 7.into(), Array::of1(&7.into()).into()]) {
        wanting(&list);
        browser::forget_formatters();
        assert!(browser::month("en", stamp).contains("2026"), "{list:?}");
        assert!(browser::date("en", stamp).contains("2026"), "{list:?}");
        assert!(browser::date("x", stamp).contains("2026"), "{list:?}");
        assert_eq!((browser::category("en", 1.0), browser::number("en", 7.0)), ("one".into(), "7".into()), "{list:?}");
    }
    wanting(&Array::of1(&"en-GB".into()));
    browser::forget_formatters();
    assert_eq!(
        (browser::month("en", stamp), browser::date("en", stamp)),
        ("November 2026".into(), "30 November 2026".into())
    );
    // A moment that no calendar has is told all the same.
    assert!(!browser::date("en", Stamp { ms: i64::MAX, offset: 0 }).is_empty());
}

#[wasm_bindgen_test]
fn without_intl_everything_has_a_plainer_form() {
    let name = JsValue::from("Intl");
    let intl = Reflect::get(&js_sys::global(), &name).expect("a browser has it");
    let stamp = Stamp { ms: 1_795_996_800_000, offset: 0 };
    browser::forget_formatters();
    Reflect::set(&js_sys::global(), &name, &JsValue::UNDEFINED).expect("taken away");
    let told = (browser::date("en", stamp), browser::month("en", stamp));
    let counted = [1.0, 2.0].map(|number| (browser::category("en", number), browser::number("en", number)));
    let share = browser::percent("en", 0.12);
    Reflect::set(&js_sys::global(), &name, &intl).expect("given back");
    browser::forget_formatters();
    assert_eq!(told, ("2026-11-30".into(), "2026-11".into()));
    assert_eq!(counted, [("one".into(), "1".into()), ("other".into(), "2".into())]);
    assert_eq!(share, "12 %");
}

#[wasm_bindgen_test]
fn what_is_seen_as_one_sign_is_not_halved_and_accents_come_off() {
    let text = "ab👩🏽‍⚕️🇳🇿e\u{301}";
    let begins: Vec<usize> = text.char_indices().map(|(place, _)| browser::whole(text, place)).collect();
    let mut signs = begins.clone();
    signs.dedup();
    assert_eq!(signs, [0, 1, 2, 19, 27]);
    assert_eq!(begins.len(), 2 + 5 + 2 + 2);
    assert_eq!(browser::apart("Ａ\u{fb01}É"), "afie\u{301}");
}

#[wasm_bindgen_test]
fn plurals_are_the_languages_own() {
    assert_eq!(browser::category("en", 1.0), "one");
    assert_eq!(browser::category("en", 5.0), "other");
    assert_eq!(browser::category("pl", 3.0), "few");
}

fn app() -> App {
    let shell = Shell {
        locale: "en".into(),
        fingerprint: String::new(),
        words: Vec::new(),
        activities: Vec::new(),
        coins: Vec::new(),
        path: Vec::new(),
    };
    let ports = Ports {
        clock: Rc::new(SystemClock),
        entropy: Rc::new(SystemEntropy),
        durable: Some(local()),
        tab: SessionShelf::probe().map(|shelf| Rc::new(shelf) as Rc<dyn Shelf>),
        host: Rc::new(Window),
        date: browser::date,
        month: browser::month,
        weekday: browser::weekday,
        long_day: browser::long_day,
        percent: browser::percent,
        fetch_pieces: |_| (),
        go_on: App::go_on,
        languages: Vec::new,
        fetch_language: |_, _| (),
        standalone: false,
        keeps_longer_at_home: false,
        erased: Vec::new(),
    };
    App::open(ports, Content::new(shell), "#/")
}

#[wasm_bindgen_test]
fn a_draft_is_held_at_once_and_kept_when_the_page_is_left() {
    emptied();
    let owner = Owner::new();
    owner.with(|| {
        let app = app();
        let draft = Draft::begin(app, entry(""));
        draft.change(|body| *body = entry("half a thought"));
        assert_eq!(draft.keeping(), Keeping::Soon);
        let held = SessionShelf::probe().expect("a store").keys().expect("keys");
        assert!(held.iter().any(|key| key.starts_with("ob/d/")), "held for this tab");
        app.flush();
        assert_eq!(draft.keeping(), Keeping::Kept);
        assert_eq!(app.journal.record(draft.id).and_then(|one| one.body().cloned()), Some(entry("half a thought")));
        let held = SessionShelf::probe().expect("a store").keys().expect("keys");
        assert!(!held.iter().any(|key| key.starts_with("ob/d/")), "no longer needed");
    });
    emptied();
}

#[wasm_bindgen_test]
fn a_draft_left_by_a_crash_is_taken_up() {
    emptied();
    let id = {
        let owner = Owner::new();
        let id = owner.with(|| {
            let draft = Draft::begin(app(), entry(""));
            draft.change(|body| *body = entry("before the crash"));
            draft.id
        });
        // A crash runs no clean-up.
        std::mem::forget(owner);
        id
    };
    let owner = Owner::new();
    owner.with(|| {
        let record = app().journal.record(id);
        assert_eq!(record.and_then(|one| one.body().cloned()), Some(entry("before the crash")));
    });
    emptied();
}

#[wasm_bindgen_test]
fn a_shared_device_keeps_nothing() {
    let shelf = emptied();
    let owner = Owner::new();
    owner.with(|| {
        let app = app();
        app.share_device();
        let draft = Draft::begin(app, entry(""));
        draft.change(|body| *body = entry("not to be kept"));
        app.flush();
        assert!(app.journal.record(draft.id).is_some(), "there until the tab closes");
        let records = shelf.keys().expect("keys");
        assert!(records.iter().all(|key| !key.starts_with("ob/r/")), "{records:?}");
        assert_eq!(SessionShelf::probe().expect("a store").keys(), Ok(Vec::new()));
    });
    emptied();
}

#[wasm_bindgen_test]
fn words_refused_while_a_screen_is_left_are_told_of() {
    emptied();
    let owner = Owner::new();
    owner.with(|| {
        let app = app();
        // Longer than a record may be.
        let long = "word ".repeat(16_000);
        let screen = owner.child();
        screen.with(|| {
            let draft = Draft::begin(app, entry(""));
            draft.change(|body| *body = entry(&long));
        });
        screen.cleanup();
        assert!(app.stranded.get_untracked().contains(long.trim()));
        app.let_go();
        assert_eq!(app.stranded.get_untracked(), "");
    });
    emptied();
}

/// What stands in for a worker: it says it can be asked, and sends back what it was asked as the text of a file.
const ECHO: &str = "
    window.TrueWorker ??= window.Worker;
    window.ended = 0;
    window.Worker = class {
      constructor() { setTimeout(() => this.onmessage?.({ data: '' })); }
      postMessage(data) {
        const answer = JSON.stringify({ packed: { file: data } });
        setTimeout(() => this.onmessage?.({ data: answer }));
      }
      terminate() { window.ended += 1; }
    }";

fn ended() -> f64 {
    js_sys::eval("window.ended").ok().and_then(|count| count.as_f64()).expect("it is counted")
}

/// The answer to an errand, and how many came.
async fn answered(errand: Errand) -> Option<Answer> {
    let (heard, ear) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(0)));
    let (answer, count) = (heard.clone(), ear.clone());
    let _running = Window.errand(
        errand,
        Box::new(move |said| {
            answer.set(Some(said));
            count.set(count.get() + 1);
        }),
    );
    assert_eq!(ear.get(), 0, "never at once");
    for _ in 0..100 {
        wait(20).await;
        if ear.get() > 0 {
            break;
        }
    }
    assert!(ear.get() <= 1, "once at most");
    heard.take()
}

async fn wait(ms: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms).expect("a timer");
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("a timer ends");
}

fn calibrate(passphrase: &str) -> Errand {
    Errand::Calibrate { passphrase: passphrase.into(), salt: [1; 16] }
}

#[wasm_bindgen_test]
async fn an_errand_takes_a_worker_of_its_own_and_ends_it() {
    js_sys::eval(ECHO).expect("it stands in");
    // The same words as one keyboard writes them and as another does: a ligature, and marks apart from their letters.
    let answer = answered(calibrate("\u{fb01}ve cafe\u{301}s")).await;
    let Some(Answer::Packed { file }) = answer else { panic!("{answer:?}") };
    assert_eq!(Errand::decode(&file), Some(calibrate("five caf\u{e9}s")));
    assert_eq!(ended(), 1.0);
    // Called off, it ends and says nothing.
    let heard = Rc::new(Cell::new(false));
    let ear = heard.clone();
    drop(browser::errand(calibrate("a"), Box::new(move |_| ear.set(true))));
    wait(100).await;
    assert!(!heard.get());
    assert_eq!(ended(), 2.0);
    // Started ahead, however often that is asked for, it is the one that is asked.
    Window.errand_soon();
    Window.errand_soon();
    wait(100).await;
    assert!(matches!(answered(calibrate("b")).await, Some(Answer::Packed { .. })));
    assert_eq!(ended(), 3.0);
    js_sys::eval("window.Worker = window.TrueWorker").expect("it is back");
}

#[wasm_bindgen_test]
async fn a_worker_that_does_not_start_is_a_failure() {
    // Its files are not there where tests run.
    assert_eq!(answered(calibrate("a")).await, Some(Answer::Failed));
    Window.errand_soon();
    wait(200).await;
    assert_eq!(answered(calibrate("a")).await, Some(Answer::Failed));
    js_sys::eval("window.TrueWorker ??= window.Worker; window.Worker = class { constructor() { throw new Error(); } }")
        .expect("it stands in");
    assert_eq!(answered(calibrate("a")).await, Some(Answer::Failed));
    js_sys::eval("window.Worker = window.TrueWorker").expect("it is back");
}
