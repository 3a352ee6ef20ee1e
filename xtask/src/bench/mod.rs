//! `bench`: measures a build in Chromium, and never fails over what it finds.
//!
//! The phone is a slow one on a poor line: 1.6 Mbit/s, 150 ms there and back, a processor four times slower,
//! 390x844. The line's brake does not reach the service worker, so what is measured offline stops the server.

mod driver;
mod host;
mod journal;

use crate::{Outcome, place, setup, sizes};
use driver::Driver;
use host::Host;
use serde_json::{Value, json};

/// How often each thing is measured; the median is told.
const TIMES: usize = 7;

/// Answers with the times of a page once it is usable, in ms from the start of the navigation.
const TIMES_OF_PAGE: &str = "
const done = arguments[0];
const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
new PerformanceObserver((list) => {
  const mark = list.getEntriesByName('ob-usable')[0];
  if (mark) requestAnimationFrame(() => setTimeout(() => done([paint(), mark.startTime]), 200));
}).observe({ type: 'mark', buffered: true });";

/// Answers once the service worker keeps the whole version.
const KEPT: &str = "
const done = arguments[0];
navigator.serviceWorker.ready.then(() => done(true));";

/// Prints the bytes and times of the build in dist/.
pub(crate) fn run() -> Outcome {
    let dist = place::root().join("dist");
    if !dist.join("index.html").is_file() {
        return Err("dist/ is empty: run `cargo xtask build` first".to_owned());
    }
    let cold = sizes::print(&dist)?;
    setup::engines(&[setup::Engine::Chromium])?;
    let host = Host::start(&dist)?;
    println!("chromium, 1.6 Mbit/s, 150 ms, processor / 4, 390x844, median of {TIMES}:");
    println!("cold bytes              {:>8} B brotli", cold);
    let (mut paints, mut usable) = (vec![], vec![]);
    for _ in 0..TIMES {
        let driver = phone(true)?;
        driver.open(&host.address())?;
        let (paint, ready) = times(&driver)?;
        paints.push(paint);
        usable.push(ready);
    }
    told("cold first paint", paints);
    told("cold time to usable", usable);
    let driver = phone(false)?;
    driver.open(&host.address())?;
    times(&driver)?;
    let journal::Times { search, save, open } = journal::measure(&driver, &host.address())?;
    drop(driver);
    told("warm offline start", offline(host)?);
    println!("with {} entries of 800 characters:", journal::ENTRIES);
    told("start", vec![open]);
    p95("search, p95 of 20", search);
    p95("save, p95 of 20", save);
    Ok(())
}

/// The times to usable with the server stopped, everything coming from the service worker.
fn offline(host: Host) -> Outcome<Vec<f64>> {
    let driver = phone(false)?;
    let address = host.address();
    driver.open(&address)?;
    times(&driver)?;
    driver.wait_for(KEPT)?;
    drop(host);
    let mut usable = vec![];
    for _ in 0..TIMES {
        driver.open("about:blank")?;
        driver.open(&address)?;
        usable.push(times(&driver)?.1);
    }
    Ok(usable)
}

/// A browser with nothing kept yet.
fn phone(slow_line: bool) -> Outcome<Driver> {
    let driver = Driver::start()?;
    let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": true });
    driver.chromium("Emulation.setDeviceMetricsOverride", &screen)?;
    driver.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
    if slow_line {
        let line =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
        driver.chromium("Network.enable", &json!({}))?;
        driver.chromium("Network.emulateNetworkConditions", &line)?;
    }
    Ok(driver)
}

/// First paint and usable, in ms.
fn times(driver: &Driver) -> Outcome<(f64, f64)> {
    let answer = driver.wait_for(TIMES_OF_PAGE)?;
    let at = |place: usize| answer.get(place).and_then(Value::as_f64);
    at(0).zip(at(1)).ok_or(format!("the page answered {answer}"))
}

fn p95(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let place = (times.len() * 95).div_ceil(100) - 1;
    println!("{name:<24}{:>8.0} ms   ({:.0} to {:.0})", times[place], times[0], times[times.len() - 1]);
}

fn told(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!("{name:<24}{:>8.0} ms   ({:.0} to {:.0})", times[times.len() / 2], times[0], times[times.len() - 1]);
}
