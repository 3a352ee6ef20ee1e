//! First openings on a slow line, with nothing kept yet: what somebody new waits for.

use super::{TIMES, driver::Driver, phone};
use crate::Outcome;
use serde_json::{Value, json};

/// What is measured, in the order in which [`TOLD`] gives it.
const WHAT: [&str; 4] = ["first paint", "usable", "first press answered", "the app there"];
/// The address that a course gives.
const LINK: &str = "#/check/before";

/// Answers the first screen as soon as there is something to press, and notes when the next screen stands.
const PRESS: &str = "
let pressed = false;
const look = () => {
  const button = [...document.querySelectorAll('.welcome-foot button')].find((one) => one.checkVisibility());
  if (button && !pressed) {
    pressed = true;
    button.click();
  }
  const there = location.hash.length > 2
    ? document.querySelector('main .bar-place')
    : document.querySelector('h1')?.textContent === 'Today';
  if (pressed && there) requestAnimationFrame(() => performance.mark('answered'));
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);";

/// Answers with the times in ms from the start of the navigation, once all of them are known.
const TOLD: &str = "
const done = arguments[0];
const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
const look = () => {
  const times = [at('first-contentful-paint'), at('ob-usable') ?? at('ob-whole'), at('answered'), at('ob-whole')];
  if (times.every(Boolean)) done(times);
  else setTimeout(look, 50);
};
look();";

/// Times of several openings, a list for each of [`WHAT`].
#[derive(Default)]
struct Openings([Vec<f64>; 4]);

impl Openings {
    fn add(&mut self, address: &str) -> Outcome {
        let driver: Driver = phone(true)?;
        driver.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": PRESS }))?;
        driver.open(address)?;
        let told = driver.wait_for(TOLD)?;
        for (place, times) in self.0.iter_mut().enumerate() {
            times.push(told.get(place).and_then(Value::as_f64).ok_or(format!("the page answered {told}"))?);
        }
        Ok(())
    }

    fn tell(&self, place: usize, name: &str) {
        super::told(name, self.0[place].clone());
    }
}

/// Measures first openings at the front and by a course's link; those of a build before in turn with them.
pub(super) fn measure(address: &str, before: Option<&str>) -> Outcome {
    for (link, from) in [("", "cold"), (LINK, "by a link")] {
        let (mut now, mut then) = (Openings::default(), Openings::default());
        for _ in 0..TIMES {
            now.add(&format!("{address}{link}"))?;
            if let Some(before) = before {
                then.add(&format!("{before}{link}"))?;
            }
        }
        for (place, what) in WHAT.iter().enumerate() {
            // By a link the next screen is the first question.
            let what = if link.is_empty() || place != 2 { what } else { &"first question" };
            now.tell(place, &format!("{from}, {what}"));
            if before.is_some() {
                then.tell(place, "  the build before");
            }
        }
    }
    Ok(())
}
