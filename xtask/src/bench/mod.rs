//! `bench`: measures a build in Chromium, and never fails over what it finds.
//!
//! The phone is a slow one on a poor line: 1.6 Mbit/s, 150 ms there and back, a processor four times slower,
//! 390x844. The line's brake does not reach the service worker, so what is measured offline stops the server. Journals
//! are measured in once the service worker keeps everything. Somebody new first meets the first screen, and the app a moment
//! later; whoever is not new, or comes by an address, meets that alone.
//!
//! `OBVERSE_DIST` names another built folder than dist/. `OBVERSE_BEFORE` names one to compare it with: first openings are
//! measured of both in turn, since the machine is not always equally quick.

mod cold;
mod driver;
mod entries;
mod journal;
mod locked;
mod presses;
mod script;

use crate::host::{Host, Packing};
use crate::{Outcome, place, setup, sizes};
use driver::Driver;
use entries::{COST, ENTRIES, Filled};
use serde_json::{Value, json};
use std::path::Path;

/// How often each thing is measured; the median is told.
const TIMES: usize = 7;
/// The same for turning the lock on, which is slow.
const FEW: usize = 3;

/// Answers with the time at which a page is usable, in ms from the start of the navigation, once the app is there.
const TIMES_OF_PAGE: &str = "
const done = arguments[0];
const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
const told = () => done([at('ob-usable') ?? at('ob-whole')]);
new PerformanceObserver((list) => {
  if (list.getEntriesByName('ob-whole').length) requestAnimationFrame(() => setTimeout(told, 200));
}).observe({ type: 'mark', buffered: true });";

/// Answers with the times of a loop that is always the same, in ms.
const LOOP: &str = "
const loop = () => {
  const before = performance.now();
  let sum = 0;
  for (let n = 0; n < 2e7; n += 1) sum = (sum * 31 + n) | 0;
  return sum === 1 ? 0 : performance.now() - before;
};
loop();
return values.map(loop);";

/// Answers once the service worker keeps the whole version.
const KEPT: &str = "
const done = arguments[0];
navigator.serviceWorker.ready.then(() => done(true));";

/// Prints the bytes and times of the build in dist/.
pub(crate) fn run() -> Outcome {
    let dist = std::env::var_os("OBVERSE_DIST").map_or_else(|| place::root().join("dist"), Into::into);
    if !dist.join("index.html").is_file() {
        return Err("dist/ is empty: run `cargo xtask build` first".to_owned());
    }
    let cold = sizes::first(&dist)?;
    setup::engines(&[setup::Engine::Chromium])?;
    let host = serve(&dist)?;
    println!("chromium, 1.6 Mbit/s, 150 ms, processor / 4, 390x844, median of {TIMES}:");
    brake()?;
    println!("{:<26}{cold:>8} B brotli", "cold bytes");
    let before = std::env::var_os("OBVERSE_BEFORE").map(|before| serve(Path::new(&before))).transpose()?;
    cold::measure(&host.address(), before.as_ref().map(Host::address).as_deref())?;
    drop(before);
    about(&host.address())?;
    thousands(&host.address())?;
    told("warm offline start", offline(host)?);
    Ok(())
}

fn serve(dist: &Path) -> Outcome<Host> {
    Host::start(dist, Packing::Brotli, |_| vec!["Cache-Control: no-cache".to_owned()])
}

/// What the brake on the processor comes to: on a machine that is slow itself it takes more than it is meant to.
fn brake() -> Outcome {
    let driver = phone(false)?;
    let loops =
        || script::play(&driver, LOOP, &json!(vec![0; TIMES])).and_then(|times| script::numbers::<TIMES>(&times));
    let braked = median(loops()?.to_vec());
    script::slow_down(&driver, 1)?;
    let free = median(loops()?.to_vec());
    println!("{:<26}{free:>8.0} ms   braked {braked:.0} ms: really / {:.1}", "a loop, as it is", braked / free);
    Ok(())
}

/// Going about in it: two hundred page changes.
fn about(address: &str) -> Outcome {
    let driver = kept(address)?;
    driver.wait_for(ENTER)?;
    anew(&driver, address)?;
    let presses::Found { presses, jumps, grown: [before, after] } = presses::measure(&driver)?;
    match presses.is_empty() {
        true => println!("{:<26}{:>8} ms", "presses, all", "< 16"),
        false => p95("presses, p95 from 16 ms on", presses),
    }
    println!("{:<26}{jumps:>8.3}", "layout shift");
    for (place, name) in ["elements", "listeners", "kB of scripts"].into_iter().enumerate() {
        println!("{:<26}{:>8.0}      ({:.0} after 200 page changes)", name, before[place], after[place]);
    }
    Ok(())
}

/// Answers the first screen.
const ENTER: &str = "
document.querySelector('.welcome-foot button').click();
setTimeout(arguments[0], 500, true);";

/// What a journal of thousands of entries takes, open and locked.
fn thousands(address: &str) -> Outcome {
    println!("with {ENTRIES} entries of 800 characters:");
    let open = Filled::open()?;
    let driver = kept(address)?;
    open.put(&driver)?;
    let (mut start, mut list) = (vec![], vec![]);
    for _ in 0..TIMES {
        start.push(anew(&driver, address)?);
        list.push(journal::list(&driver)?);
    }
    told("start", start);
    told("from Today to the list", list);
    search_and_save(&driver, &open)?;
    println!("turning the lock on, from the key to every value sealed, median of {FEW}:");
    told("processor as it is", locked::turn_on(&driver, address, &open, 1, FEW)?);
    told("processor / 4", locked::turn_on(&driver, address, &open, 4, FEW)?);
    drop(driver);

    println!("locked, {} MiB and {} passes:", COST.kib / 1024, COST.passes);
    let locked = Filled::locked()?;
    let driver = kept(address)?;
    locked.put(&driver)?;
    let opening = locked::open(&driver, address, TIMES)?;
    told("start, shut", opening.start);
    told("unlock: worker, as it is", opening.worker);
    told("  of which stretching", opening.stretching);
    told("unlock: page, / 4", opening.page);
    told("  of which drawing", opening.drawing);
    told("unlock: page + 4 worker", opening.whole);
    search_and_save(&driver, &locked)?;
    println!("the same, processor as it is:");
    script::slow_down(&driver, 1)?;
    search_and_save(&driver, &locked)
}

fn search_and_save(driver: &Driver, filled: &Filled) -> Outcome {
    let journal::Times { search, save, shown } = journal::measure(driver, filled)?;
    p95(&format!("search, p95 of {}", journal::ROUNDS), search);
    p95(&format!("save, p95 of {}", journal::ROUNDS), save);
    p95("  and the entry's page", shown);
    Ok(())
}

/// A browser whose service worker keeps the whole version.
fn kept(address: &str) -> Outcome<Driver> {
    let driver = phone(false)?;
    driver.open(address)?;
    times(&driver)?;
    driver.wait_for(KEPT)?;
    Ok(driver)
}

/// Opens the app once more, and answers with the time to usable.
fn anew(driver: &Driver, address: &str) -> Outcome<f64> {
    driver.open("about:blank")?;
    driver.open(address)?;
    Ok(times(driver)?.usable)
}

/// The times to usable with the server stopped, everything coming from the service worker.
fn offline(host: Host) -> Outcome<Vec<f64>> {
    let address = host.address();
    let driver = kept(&address)?;
    drop(host);
    (0..TIMES).map(|_| anew(&driver, &address)).collect()
}

/// A browser with nothing kept yet.
fn phone(slow_line: bool) -> Outcome<Driver> {
    let driver = Driver::start()?;
    let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": true });
    driver.chromium("Emulation.setDeviceMetricsOverride", &screen)?;
    script::slow_down(&driver, 4)?;
    if slow_line {
        let line =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
        driver.chromium("Network.enable", &json!({}))?;
        driver.chromium("Network.emulateNetworkConditions", &line)?;
    }
    Ok(driver)
}

/// The times of a page, in ms.
struct Times {
    usable: f64,
}

fn times(driver: &Driver) -> Outcome<Times> {
    let answer = driver.wait_for(TIMES_OF_PAGE)?;
    let at = |place: usize| answer.get(place).and_then(Value::as_f64).ok_or(format!("the page answered {answer}"));
    Ok(Times { usable: at(0)? })
}

fn p95(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let place = (times.len() * 95).div_ceil(100) - 1;
    println!("{name:<26}{:>8.0} ms   ({:.0} to {:.0})", times[place], times[0], times[times.len() - 1]);
}

fn told(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    println!("{name:<26}{:>8.0} ms   ({:.0} to {:.0})", times[times.len() / 2], times[0], times[times.len() - 1]);
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
