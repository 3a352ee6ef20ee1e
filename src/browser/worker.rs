//! A worker for slow errands: started when one is about to come, and ended with it, so that its memory is given back.

use super::page::{build_folder, file_hash, is_mixed};
use gloo_timers::callback::Timeout;
use js_sys::JsString;
use obverse_core::errand::{Answer, Errand};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

/// In the folder of the build.
const FILE: &str = "worker_loader.js";
/// Its program, whose hash is the word by which it says that it can be asked.
const PROGRAM: &str = "worker_bg.wasm";

/// For how long a worker that was started ahead waits, in milliseconds: its memory is given back then.
const WAIT: u32 = 60_000;

type Answered = Box<dyn FnOnce(Answer)>;
type Listener = Closure<dyn FnMut(Event)>;

/// An errand being done; dropping it calls it off.
#[must_use]
pub struct Running(Rc<Inner>);

#[derive(Default)]
struct Inner {
    /// None once it was ended, or if it never began.
    worker: RefCell<Option<Worker>>,
    /// It has said that it can be asked. Before, it would not have heard.
    ready: Cell<bool>,
    question: RefCell<Option<Errand>>,
    answered: Cell<Option<Answered>>,
    listeners: RefCell<Vec<Listener>>,
}

impl Inner {
    /// Puts the question, once there is one and somebody to hear it.
    fn ask(&self) {
        if !self.ready.get() {
            return;
        }
        let Some(question) = self.question.take() else { return };
        let asked =
            self.worker.borrow().as_ref().map(|worker| worker.post_message(&JsValue::from_str(&question.encode())));
        if !matches!(asked, Some(Ok(()))) {
            self.answer(Answer::Failed);
        }
    }

    fn end(&self) {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.set_onmessageerror(None);
            worker.terminate();
        }
        // One of them may be running: it stays until it returns.
        self.listeners.take();
    }

    fn answer(&self, answer: Answer) {
        self.end();
        if let Some(answered) = self.answered.take() {
            answered(answer);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.answered.take();
        self.0.end();
    }
}

thread_local! {
    /// Who is told of a file of the program that is of another version than the page.
    static MIXED: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    /// A worker that was started ahead, and how long it waits for its errand.
    static AHEAD: Cell<Option<(Running, Timeout)>> = const { Cell::new(None) };
}

/// From now on tells of a worker, or a part of the program, that is of another version than the page. It is not used.
pub fn on_mixed(told: impl Fn() + 'static) {
    MIXED.set(Some(Rc::new(told)));
}

/// A file of the program is of another version than the page.
pub(super) fn tell_mixed() {
    if let Some(told) = MIXED.with_borrow(Clone::clone) {
        told();
    }
}

/// An errand is about to come: starts its worker, which takes as long as a short errand itself.
pub fn ahead() {
    let waiting = AHEAD.take().map(|(running, _)| running).filter(Running::there);
    let over = Timeout::new(WAIT, || drop(AHEAD.take()));
    AHEAD.set(Some((waiting.unwrap_or_else(Running::begun), over)));
}

/// Has an errand done by a worker of its own. A worker that cannot start or breaks answers [`Answer::Failed`]; the
/// answer never comes before this returns.
pub fn errand(mut errand: Errand, answered: Box<dyn FnOnce(Answer)>) -> Running {
    if let Some(passphrase) = errand.passphrase_mut() {
        *passphrase = normalized(passphrase);
    }
    let ahead = AHEAD.take().map(|(running, _)| running).filter(Running::there);
    let running = ahead.unwrap_or_else(Running::begun);
    let inner = running.0.clone();
    inner.question.replace(Some(errand));
    inner.answered.set(Some(answered));
    wasm_bindgen_futures::spawn_local(async move {
        let there = inner.worker.borrow().is_some();
        if there { inner.ask() } else { inner.answer(Answer::Failed) }
    });
    running
}

impl Running {
    /// Starts a worker, which is asked later.
    fn begun() -> Running {
        let inner = Rc::new(Inner::default());
        let running = Running(inner.clone());
        let Ok(worker) = Worker::new(&(build_folder() + FILE)) else { return running };
        // Held weakly, or each would keep the other.
        let (on_message, on_error) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
        let heard = Listener::new(move |event: Event| {
            let Some(inner) = on_message.upgrade() else { return };
            match event.unchecked_into::<MessageEvent>().data().as_string() {
                Some(word) if !inner.ready.get() && word == file_hash(&(build_folder() + PROGRAM)) => {
                    inner.ready.set(true);
                    inner.ask();
                }
                Some(_) if !inner.ready.get() => {
                    inner.answer(Answer::Failed);
                    tell_mixed();
                }
                word => inner.answer(word.map_or(Answer::Failed, |word| Answer::decode(&word))),
            }
        });
        let broke = Listener::new(move |_| {
            let Some(inner) = on_error.upgrade() else { return };
            let began = inner.ready.get();
            inner.answer(Answer::Failed);
            if !began {
                // A page that stayed open may be of a version that its host has no more.
                wasm_bindgen_futures::spawn_local(async {
                    if is_mixed(Some(&(build_folder() + FILE))).await {
                        tell_mixed();
                    }
                });
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
        inner.listeners.replace(vec![heard, broke]);
        inner.worker.replace(Some(worker));
        running
    }

    /// Whether its worker neither failed to start nor broke.
    fn there(&self) -> bool {
        self.0.worker.borrow().is_some()
    }
}

/// One form for each text: keyboards and systems differ in how they write the same letters.
fn normalized(passphrase: &str) -> String {
    JsString::from(passphrase).normalize("NFKC").into()
}
