//! How soon a press is answered, whether anything jumps, and whether the page grows while one goes about in it.

use super::driver::Driver;
use super::script;
use crate::Outcome;
use serde_json::{Value, json};

/// How often each tab is gone to: with five tabs, two hundred page changes.
const ROUNDS: usize = 40;
/// The tabs of the navigation.
const TABS: usize = 5;

/// Notes what the browser tells of presses and of jumps from now on.
const WATCH: &str = "
window.obversePresses = [];
window.obverseJumps = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (one.interactionId) obversePresses.push(one.duration);
}).observe({ type: 'event', durationThreshold: 16 });
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) obverseJumps += one.value;
}).observe({ type: 'layout-shift', buffered: true });
arguments[0](true);";

/// The middle of each tab, once a press counts: what has just come takes none.
const PLACES: &str = "
const done = arguments[0];
const look = () => document.documentElement.hasAttribute('data-new') ? setTimeout(look, 10)
  : done([...document.querySelectorAll('nav a')].map((one) => {
    const box = one.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }));
look();";

/// Answers once the tab that was pressed is shown.
const SHOWN: &str = "
const done = arguments[0];
const look = () => document.querySelectorAll('nav a')[TAB].ariaCurrent
  ? requestAnimationFrame(() => setTimeout(done, 0, true)) : setTimeout(look, 10);
look();";

const TOLD: &str = "setTimeout(arguments[0], 300, [obversePresses, obverseJumps]);";

/// What was found.
pub(super) struct Found {
    /// How long each press took to be answered on the screen, in ms; none under 16 is told by the browser.
    pub(super) presses: Vec<f64>,
    /// How far things jumped by themselves, as the browser counts it.
    pub(super) jumps: f64,
    /// Elements, listeners and kB of scripts' memory, before and after.
    pub(super) grown: [[f64; 3]; 2],
}

/// Goes from tab to tab.
pub(super) fn measure(driver: &Driver) -> Outcome<Found> {
    driver.wait_for(WATCH)?;
    round(driver)?;
    let before = held(driver)?;
    for _ in 0..ROUNDS {
        round(driver)?;
    }
    let after = held(driver)?;
    let told = driver.wait_for(TOLD)?;
    let presses = told[0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Ok(Found { presses, jumps: told[1].as_f64().unwrap_or_default(), grown: [before, after] })
}

fn round(driver: &Driver) -> Outcome {
    for tab in (0..TABS).rev() {
        let places = driver.wait_for(PLACES)?;
        for (kind, buttons) in [("mousePressed", 1), ("mouseReleased", 0)] {
            let press = json!({
                "type": kind, "x": places[tab][0], "y": places[tab][1],
                "button": "left", "buttons": buttons, "clickCount": 1,
            });
            driver.chromium("Input.dispatchMouseEvent", &press)?;
        }
        driver.wait_for(&SHOWN.replace("TAB", &tab.to_string()))?;
    }
    Ok(())
}

/// What the page holds once all that is not needed has been let go of.
fn held(driver: &Driver) -> Outcome<[f64; 3]> {
    script::slow_down(driver, 1)?;
    driver.chromium("HeapProfiler.collectGarbage", &json!({}))?;
    driver.chromium("Performance.enable", &json!({}))?;
    let told = driver.chromium("Performance.getMetrics", &json!({}))?;
    script::slow_down(driver, 4)?;
    let metric = |name: &str| {
        let found = told["metrics"].as_array().into_iter().flatten().find(|one| one["name"] == name);
        found.and_then(|one| one["value"].as_f64()).ok_or(format!("Chromium tells no {name}"))
    };
    Ok([metric("Nodes")?, metric("JSEventListeners")?, metric("JSHeapUsedSize")? / 1024.0])
}
