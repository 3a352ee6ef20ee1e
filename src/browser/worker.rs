//! A worker for slow errands: started when there is one, and ended with it, so that its memory is given back.

use js_sys::JsString;
use obverse_core::errand::{Answer, Errand};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

/// Beside the page, as every file of the build.
const FILE: &str = "./worker_loader.js";

type Answered = Box<dyn FnOnce(Answer)>;
type Listener = Closure<dyn FnMut(Event)>;

/// An errand being done; dropping it calls it off.
#[must_use]
pub struct Running(Rc<Inner>);

struct Inner {
    worker: RefCell<Option<Worker>>,
    answered: Cell<Option<Answered>>,
    listeners: RefCell<Vec<Listener>>,
}

impl Inner {
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

/// Has an errand done by a worker of its own. A worker that cannot start or breaks answers [`Answer::Failed`]; the
/// answer never comes before this returns.
pub fn errand(mut errand: Errand, answered: Box<dyn FnOnce(Answer)>) -> Running {
    if let Some(passphrase) = errand.passphrase_mut() {
        *passphrase = normalized(passphrase);
    }
    let inner = Rc::new(Inner {
        worker: RefCell::default(),
        answered: Cell::new(Some(answered)),
        listeners: RefCell::default(),
    });
    let running = Running(inner.clone());
    let Ok(worker) = Worker::new(FILE) else {
        wasm_bindgen_futures::spawn_local(async move { inner.answer(Answer::Failed) });
        return running;
    };
    // Held weakly, or each would keep the other.
    let (on_message, on_error) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
    let asked = worker.clone();
    let heard = Listener::new(move |event: Event| {
        let Some(inner) = on_message.upgrade() else { return };
        match event.unchecked_into::<MessageEvent>().data().as_string() {
            // It can be asked now. Before, it would not have heard.
            Some(word) if word.is_empty() => {
                if asked.post_message(&JsValue::from_str(&errand.encode())).is_err() {
                    inner.answer(Answer::Failed);
                }
            }
            word => inner.answer(word.map_or(Answer::Failed, |word| Answer::decode(&word))),
        }
    });
    let broke = Listener::new(move |_| {
        if let Some(inner) = on_error.upgrade() {
            inner.answer(Answer::Failed);
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
    worker.set_onmessageerror(Some(broke.as_ref().unchecked_ref()));
    inner.listeners.replace(vec![heard, broke]);
    inner.worker.replace(Some(worker));
    running
}

/// One form for each text: keyboards and systems differ in how they write the same letters.
fn normalized(passphrase: &str) -> String {
    JsString::from(passphrase).normalize("NFKC").into()
}
