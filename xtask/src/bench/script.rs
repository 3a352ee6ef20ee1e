//! Scripts that act in the page as a person would, and measure there.

use super::driver::Driver;
use crate::Outcome;
use serde_json::{Value, json};

/// What every script has. `found` waits for something; `shown` too, and for the frame that draws it, and
/// says when it stood in the document; `turn` lets what is waiting in the page go first; `errands` has the times of
/// each worker.
const PRELUDE: &str = "
const turn = () => new Promise((then) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = then;
  channel.port2.postMessage(0);
});
const found = async (what) => {
  for (let tries = 0; tries < 500; tries += 1) {
    const one = document.querySelector(what);
    if (one) return one;
    await new Promise((then) => setTimeout(then, 20));
  }
  throw new Error('not on the page: ' + what);
};
const shown = (what) => new Promise((then) => {
  const look = new MutationObserver(() => {
    if (!document.querySelector(what)) return;
    look.disconnect();
    const there = performance.now();
    requestAnimationFrame(() => turn().then(() => then(there)));
  });
  look.observe(document.body, { childList: true, subtree: true });
});
const type = (input, words) => {
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
if (!window.errands) {
  window.errands = [];
  window.Worker = class extends window.Worker {
    #errand = { begun: performance.now() };
    constructor(file) {
      super(file);
      const errand = this.#errand;
      window.errands.push(errand);
      this.addEventListener('message', ({ data }) => {
        if (data === '') errand.ready = performance.now();
        else errand.answered = performance.now();
      });
    }
    postMessage(message) {
      this.#errand.asked = performance.now();
      super.postMessage(message);
    }
  };
}";

/// Plays the body of an async function that is given `values`, and answers with what it returns.
pub(super) fn play(driver: &Driver, body: &str, values: &Value) -> Outcome<Value> {
    let script = format!(
        "const answer = arguments[0], values = {values};{PRELUDE}
         (async () => {{{body}}})().then(answer, (problem) => answer(String(problem)));"
    );
    driver.wait_for(&script)
}

/// Numbers, in the order in which a script returned them.
pub(super) fn numbers<const N: usize>(answer: &Value) -> Outcome<[f64; N]> {
    let list: Option<Vec<f64>> = answer.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
    list.and_then(|list| list.try_into().ok()).ok_or(format!("the page answered {answer}"))
}

/// Has the page's processor run so many times slower.
pub(super) fn slow_down(driver: &Driver, rate: u32) -> Outcome {
    driver.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": rate })).map(drop)
}
