//! A tab with the app in it: opening, waiting, reading, closing.

use crate::engine::{ENDED, tail};
use crate::process::Family;
use crate::profile::whole_files;
use crate::wire::{Refused, Session};
use crate::{Engine, Looks, Profile, Site, pseudo};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// How many seconds anything may take to appear.
static PATIENCE: AtomicU64 = AtomicU64::new(10);

/// How long anything may take to appear.
pub(crate) fn patience() -> Duration {
    Duration::from_secs(PATIENCE.load(Ordering::Relaxed))
}

/// From now on anything may take so many seconds, as with many browsers on a small machine.
pub(crate) fn be_patient(seconds: u64) {
    PATIENCE.store(seconds, Ordering::Relaxed);
}

/// How long before a kill it is found out who is to be killed.
const AIMING: Duration = Duration::from_millis(600);
/// How long what was found out holds.
const AIM_HOLDS: Duration = Duration::from_secs(5);

/// A browser with one tab on the app. Dropping it kills the browser and its driver: use [`Page::close`] where what the
/// browser writes down on its way out matters.
#[derive(Debug)]
pub struct Page {
    pub(crate) engine: Engine,
    pub(crate) session: Session,
    pub(crate) looks: Looks,
    pub(crate) log: PathBuf,
    downloads: PathBuf,
    url: String,
    families: Vec<Family>,
    aim: Option<(Instant, BTreeSet<u32>)>,
    // Last, so that a profile of the page's own goes after the browser that writes to it.
    _own: Option<Profile>,
}

impl Page {
    /// Starts a browser on an empty profile of its own and opens the app's first page.
    pub fn open_new(engine: Engine, site: &Site, looks: &Looks) -> Self {
        let profile = Profile::fresh();
        let mut page = Self::start(engine, &site.url(), looks, &profile);
        page._own = Some(profile);
        page.open("");
        page
    }

    /// Starts a browser on a kept profile and opens the app's first page; the site may have been stopped.
    pub fn open_on(engine: Engine, site: &Site, looks: &Looks, profile: &Profile) -> Self {
        let page = Self::start(engine, &site.url(), looks, profile);
        page.open("");
        page
    }

    /// Starts a browser on a kept profile and opens nothing yet. `url` is the app's address, with a slash at its end.
    pub fn start(engine: Engine, url: &str, looks: &Looks, profile: &Profile) -> Self {
        let (session, families) = engine.start(looks, profile);
        engine.fit(&session, looks);
        let (log, downloads) = (profile.log("page.log"), profile.downloads());
        Self {
            engine,
            session,
            looks: looks.clone(),
            log,
            downloads,
            url: url.to_owned(),
            families,
            aim: None,
            _own: None,
        }
    }

    /// The engine this page runs in.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to a route such as `#/coins` (or "" for the bare address) and waits until the app has heard of it and is usable.
    pub fn open(&self, route: &str) {
        // The page may hear of a new fragment only after the driver is done. Who listened before hears of it before.
        self.run(
            "const before = location.href;
             window.obverseHeard = () => location.href === before;
             addEventListener('hashchange', () => delete window.obverseHeard, { once: true })",
        );
        self.visit(route);
        self.wait_until("the page to hear of it", "window.obverseHeard?.() ?? true");
        self.wait_ready();
    }

    /// Goes to an address under the app's without waiting for the app.
    pub fn visit(&self, route: &str) {
        let url = format!("{}{route}", self.url);
        self.must("go to a page", self.session.post("url", json!({ "url": url })));
    }

    /// Goes to a route and waits until its screen is there, be it once the whole program and the activities' text have come.
    pub fn go_to(&self, route: &str) {
        self.open(route);
        let wait = pseudo("Loading");
        self.wait_until(
            "the screen",
            &format!(
                "document.documentElement.dataset.ready === 'true' && ![undefined, 'Loading', '{wait}']
                     .includes(document.querySelector('main h1')?.textContent)"
            ),
        );
    }

    /// Loads the page anew, as the browser's button does, and waits until the app is usable.
    pub fn reload(&self) {
        self.wait_for_files();
        // As a person does. Firefox's driver reloads past the service worker, and the page is then without one.
        self.run("window.obverseBefore = true; setTimeout(() => location.reload(), 0)");
        self.wait_until("the page to load anew", "window.obverseBefore === undefined");
        self.wait_ready();
    }

    /// Waits a while until no file of the program is on its way, which the browser would complain of when the page is left.
    fn wait_for_files(&self) {
        let all = "return document.documentElement.dataset.program !== 'started' || 'all' in document.documentElement.dataset";
        for _ in 0..30 {
            if self.run(all) == true {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
    }

    /// Goes back in the history, as the browser's button does.
    pub fn back(&self) {
        self.must("go back", self.session.post("back", json!({})));
    }

    /// Goes forward in the history.
    pub fn forward(&self) {
        self.must("go forward", self.session.post("forward", json!({})));
    }

    /// Waits until the app says that it is usable (`data-ready="true"` on the html element).
    pub fn wait_ready(&self) {
        self.wait_until("the app to be usable", "document.documentElement.dataset.ready === 'true'");
    }

    /// Waits until the whole program has taken the door's place, after which nothing is drawn anew unasked.
    pub fn wait_whole(&self) {
        self.wait_until("the whole program", "document.documentElement.dataset.program === 'started'");
    }

    /// Waits until the service worker is active and controls the page, so that the next opening needs no network.
    pub fn wait_offline_ready(&self) {
        let ready = "!!navigator.serviceWorker.controller";
        // It fetches every file first, which takes a busy machine a while.
        for _ in 0..50 {
            if self.session.run(&format!("return {ready}"), json!([])).is_ok_and(|value| value == json!(true)) {
                return;
            }
            std::thread::sleep(Duration::from_secs(1));
        }
        self.wait_until("the service worker to take over", ready);
    }

    /// Waits until a script's expression is true.
    pub fn wait_until(&self, what: &str, expression: &str) {
        let script = format!("return !!({expression})");
        self.wait(what, || self.session.run(&script, json!([])).is_ok_and(|value| value == json!(true)).then_some(()));
    }

    /// The text of the page's one h1.
    pub fn h1(&self) -> String {
        let all = self.run("return [...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).map(h => h.textContent.replace(/\\s+/g, ' ').trim())");
        let all = strings(&all);
        assert!(all.len() == 1, "[{}] a page has one h1, this one has {all:?}", self.engine);
        all.into_iter().next().expect("one was counted")
    }

    /// Waits for the h1 to say this.
    pub fn wait_h1(&self, words: &str) {
        self.wait_heading(words, false);
    }

    /// Waits for the h1 to say this and to have the focus, as after going to another page.
    pub fn arrive(&self, words: &str) {
        self.wait_heading(words, true);
    }

    fn wait_heading(&self, words: &str, focused: bool) {
        let script = "const h = [...document.querySelectorAll('h1')].find(h => h.checkVisibility());
            return [h ? h.textContent.replace(/[\\u2018\\u2019]/g, \"'\").replace(/\\s+/g, ' ').trim() : null, document.activeElement === h]";
        let mut last = Value::Null;
        let deadline = Instant::now() + patience();
        let want = words.replace(['\u{2018}', '\u{2019}'], "'");
        while Instant::now() < deadline {
            if let Ok(value) = self.session.run(script, json!([])) {
                if value[0] == json!(want) && (!focused || value[1] == json!(true)) {
                    return;
                }
                last = value;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let focus = if focused { " with the focus on it" } else { "" };
        self.fail(&format!("waited for the h1 {words:?}{focus}; [h1, focused] is {last}"));
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub fn run(&self, script: &str) -> Value {
        self.run_with(script, json!([]))
    }

    /// Runs the body of a function in the page with arguments.
    pub fn run_with(&self, script: &str, args: Value) -> Value {
        self.must("run a script", self.session.run(script, args))
    }

    /// Runs the body of a function in the page that calls its last argument when done.
    pub fn run_async(&self, script: &str, args: Value) -> Value {
        self.must("run a script", self.session.run_async(script, args))
    }

    /// The address in the address bar.
    pub fn address(&self) -> String {
        self.must("say its address", self.session.get("url")).as_str().unwrap_or_default().to_owned()
    }

    /// The page's title.
    pub fn title(&self) -> String {
        self.must("say its title", self.session.get("title")).as_str().unwrap_or_default().to_owned()
    }

    /// Writes what is on the screen to `target/shots/<engine>-<name>.png`.
    pub fn shot(&self, name: &str) -> PathBuf {
        let shot = self.must("take a screenshot", self.session.get("screenshot"));
        let path = crate::workspace().join(format!("target/shots/{}-{name}.png", self.engine));
        write_picture(&path, shot.as_str().unwrap_or_default());
        path
    }

    /// From now on the system chooses the colours. Chromium only.
    pub(crate) fn force_colours(&self) {
        let what = json!({
            "cmd": "Emulation.setEmulatedMedia",
            "params": { "features": [{ "name": "forced-colors", "value": "active" }] },
        });
        self.must("force colours", self.session.post("goog/cdp/execute", what));
    }

    /// Writes a picture of the window, or of the whole page however long it is. Chromium only.
    pub(crate) fn picture(&self, path: &Path, whole: bool) {
        let what = json!({
            "cmd": "Page.captureScreenshot",
            "params": { "format": "png", "captureBeyondViewport": whole },
        });
        let shot = self.must("take a picture", self.session.post("goog/cdp/execute", what));
        write_picture(path, shot["data"].as_str().unwrap_or_default());
    }

    /// The page as it comes out on paper: a PDF.
    pub fn pdf(&self) -> Vec<u8> {
        let pdf = self.must("print", self.session.post("print", json!({})));
        STANDARD.decode(pdf.as_str().unwrap_or_default()).expect("a PDF comes in base64")
    }

    /// Waits until a file whose name ends so has been downloaded and grows no more, and gives its path.
    pub fn wait_download(&self, end: &str) -> PathBuf {
        let (mut before, mut still) = (0, 0);
        self.wait(&format!("a downloaded file {end:?}"), || {
            let whole = whole_files(&self.downloads);
            let path = whole.into_iter().find(|path| path.to_string_lossy().ends_with(end))?;
            let length = std::fs::metadata(&path).map_or(0, |about| about.len());
            still = if std::mem::replace(&mut before, length) == length { still + 1 } else { 0 };
            (still == 6).then_some(path)
        })
    }

    /// Closes the browser as a person does, so that it writes everything down.
    pub fn close(mut self) {
        let _ = self.session.delete("");
        self.families.clear();
    }

    /// Kills the browser with SIGKILL, as a crash or a flat battery would.
    pub fn kill(mut self) {
        self.families.clear();
    }

    /// Finds out who is to be killed, ahead of [`Page::kill_at`], since it takes a while.
    pub fn aim(&mut self) {
        let pids = self.families.first_mut().expect("a page has a browser").pids();
        self.aim = Some((Instant::now(), pids));
    }

    /// The same at a moment, and tells between which two moments the signal was sent. If the moment is near, it goes to
    /// those aimed at before.
    pub fn kill_at(mut self, moment: SystemTime) -> [SystemTime; 2] {
        let left = || moment.duration_since(SystemTime::now()).unwrap_or_default();
        std::thread::sleep(left().saturating_sub(AIMING));
        // The number of a process that has ended may soon be that of somebody else's.
        if left() > AIMING / 2 || self.aim.as_ref().is_none_or(|(at, _)| at.elapsed() > AIM_HOLDS) {
            self.aim();
        }
        std::thread::sleep(left());
        let (_, aim) = self.aim.take().expect("it was aimed just now");
        let struck = self.families.first_mut().expect("a page has a browser").strike(&aim);
        self.families.clear();
        struck
    }

    pub(crate) fn must<T>(&self, what: &str, outcome: Result<T, Refused>) -> T {
        outcome.unwrap_or_else(|refused| self.fail(&format!("could not {what}: {refused}")))
    }

    pub(crate) fn wait<T>(&self, what: &str, mut ready: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + patience();
        loop {
            if let Some(value) = ready() {
                return value;
            }
            if Instant::now() >= deadline {
                self.fail(&format!("waited {} s for {what}", patience().as_secs()));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Panics with the engine's name, where the page was and what it said, and leaves a picture of it.
    pub(crate) fn fail(&self, why: &str) -> ! {
        let said = |script| match self.session.run(script, json!([])) {
            Ok(value) => value.as_str().unwrap_or_default().to_owned(),
            Err(refused) => format!("({refused})"),
        };
        let place = said("return location.href");
        let ended = if self.session.is_lost() { format!("{ENDED}: {}", tail(&self.log)) } else { String::new() };
        let text = said("return document.body ? document.body.innerText.slice(0, 1500) : ''");
        if let Ok(Value::String(shot)) = self.session.get("screenshot") {
            let folder = crate::workspace().join("target/shots");
            let bytes = STANDARD.decode(shot).unwrap_or_default();
            let _ = std::fs::create_dir_all(&folder);
            let _ = std::fs::write(folder.join(format!("{}-failed.png", self.engine)), bytes);
        }
        panic!("[{}] {why}{ended}\n  at {place}; the page says:\n{text}\n", self.engine)
    }
}

fn write_picture(path: &Path, base64: &str) {
    let bytes = STANDARD.decode(base64).expect("a screenshot is base64");
    let folder = path.parent().expect("a picture's path names its folder");
    std::fs::create_dir_all(folder).expect("the folder for pictures can be written");
    std::fs::write(path, bytes).expect("the folder for pictures can be written");
}

/// The strings in an array.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}
