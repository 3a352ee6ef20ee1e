//! The worker: a program of its own that does one errand for the page (see `obverse_core::errand`) and is then ended.
//!
//! `public/worker_loader.js` starts it and hands it messages. A panic reaches the page as an error of the worker.
#![forbid(unsafe_code)]

use obverse_core::errand::{Answer, Errand, run};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds on a clock that never goes back.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Answers an errand, text for text.
#[wasm_bindgen]
pub fn answer(message: &str) -> String {
    Errand::decode(message).map_or(Answer::Failed, |errand| run(errand, &now)).encode()
}

/// Nothing is done before the first message.
fn main() {}
