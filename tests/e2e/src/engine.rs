//! What differs between the three browsers: how each is started and set up.

use crate::noted::may_begin_again;
use crate::page::patience;
use crate::process::Family;
use crate::wire::{self, Session};
use crate::{Looks, Profile};
use serde_json::{Value, json};
use std::fmt;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A browser engine that the app must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK through WebKitWebDriver, in a window of our own under Xvfb.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// What a failure says where the browser's page ended by itself.
pub(crate) const ENDED: &str = "; the browser's page has ended by itself";

/// Runs a journey in each chosen engine, side by side, since each waits more than it works; and fails with the names of those
/// it failed in.
///
/// A failure in one engine does not keep the journey from the others. A page of WebKitGTK may end by
/// itself, and its driver then knows it no more: such a journey, and no other, is begun once more. That is noted, and a
/// second one in a run fails.
pub fn each_engine(journey: impl Fn(Engine) + Sync) {
    in_engines(&Engine::chosen(), journey);
}

/// Runs a journey in the first of the chosen engines: for what every engine does alike, since no more than the app's own logic
/// and content is looked at.
pub fn first_engine(journey: impl Fn(Engine) + Sync) {
    in_engines(&Engine::chosen()[..1], journey);
}

fn in_engines(engines: &[Engine], journey: impl Fn(Engine) + Sync) {
    let journey = &journey;
    let outcomes: Vec<(Engine, std::thread::Result<()>)> = std::thread::scope(|scope| {
        let running: Vec<_> =
            engines.iter().copied().map(|engine| (engine, scope.spawn(move || in_engine(engine, journey)))).collect();
        running.into_iter().map(|(engine, one)| (engine, one.join())).collect()
    });
    let mut failed: Vec<_> = outcomes.into_iter().filter_map(|(engine, one)| Some((engine, one.err()?))).collect();
    let names: Vec<String> = failed.iter().map(|(engine, _)| engine.to_string()).collect();
    match failed.pop() {
        None => {}
        Some((_, why)) if names.len() == 1 => resume_unwind(why),
        Some(_) => panic!("failed in {}: each reason is above", names.join(", ")),
    }
}

fn in_engine(engine: Engine, journey: &(impl Fn(Engine) + Sync)) {
    let start = Instant::now();
    let attempt = || catch_unwind(AssertUnwindSafe(|| journey(engine)));
    let outcome = attempt().or_else(|why| {
        let ended = why.downcast_ref::<String>().is_some_and(|why| why.contains(ENDED));
        if engine != Engine::WebKit || !ended || !may_begin_again(&format!("[{engine}] a page ended by itself")) {
            return Err(why);
        }
        attempt()
    });
    let word = if outcome.is_ok() { "held" } else { "FAILED" };
    eprintln!("[{engine}] {word} in {:.1} s", start.elapsed().as_secs_f64());
    if let Err(why) = outcome {
        resume_unwind(why);
    }
}

impl Engine {
    /// The engines named in `OBVERSE_ENGINES` (a comma list), else all three.
    pub fn chosen() -> Vec<Self> {
        let list = std::env::var("OBVERSE_ENGINES").unwrap_or_default();
        let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            return vec![Self::Chromium, Self::Firefox, Self::WebKit];
        }
        let named = |name: &str| match name {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            _ => panic!("OBVERSE_ENGINES names {name}: it may name chromium, firefox and webkit"),
        };
        names.into_iter().map(named).collect()
    }

    /// Panics with what to install unless all that the engine needs is there.
    fn check_installed(self) {
        let (needs, how): (&[&str], _) = match self {
            Self::Chromium => {
                (&["command -v chromium", "command -v chromedriver"], "apt-get install chromium chromium-driver")
            }
            Self::Firefox => (
                &["command -v firefox-esr || command -v firefox", "command -v geckodriver"],
                "apt-get install firefox-esr; cargo install --locked geckodriver",
            ),
            Self::WebKit => (
                &[
                    "command -v WebKitWebDriver",
                    "command -v Xvfb",
                    "/usr/bin/python3 -c 'import gi; gi.require_version(\"Gtk\", \"3.0\"); gi.require_version(\"WebKit2\", \"4.1\")'",
                ],
                "apt-get install webkit2gtk-driver xvfb python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1",
            ),
        };
        for need in needs {
            let tried = Command::new("sh").args(["-c", need]).stdout(Stdio::null()).stderr(Stdio::null()).status();
            assert!(tried.is_ok_and(|status| status.success()), "{self} is not installed ({need}): {how}");
        }
    }

    /// Starts the browser on a profile. The processes end when what is returned is dropped, the session first.
    pub(crate) fn start(self, looks: &Looks, profile: &Profile) -> (Session, Vec<Family>) {
        self.check_installed();
        let mut families = Vec::new();
        let data = profile.data();
        let port = free_port();
        let mut command = match self {
            Self::Chromium => driver("chromedriver", [format!("--port={port}")]),
            Self::Firefox => {
                // System access lets a test set the page's exact width and read the browser's own list of errors.
                driver("geckodriver", [format!("--port={port}"), "--allow-system-access".into()])
            }
            Self::WebKit => {
                let (screen, display) = start_screen(profile);
                families.push(screen);
                let mut command = driver("WebKitWebDriver", [format!("--port={port}")]);
                command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
                command
            }
        };
        let mut family = Family::spawn(&mut command, &profile.log("driver.log"), &data);
        wait_for(&format!("{self}'s driver"), || {
            assert!(family.is_alive(), "{self}'s driver ended at once: {}", tail(&profile.log("driver.log")));
            wire::is_up(port).then_some(())
        });
        families.insert(0, family);
        let capabilities = match self {
            Self::Chromium => chromium(looks, profile),
            Self::Firefox => firefox(looks, profile),
            Self::WebKit => webkit(looks, profile),
        };
        let session = Session::new(port, &capabilities)
            .unwrap_or_else(|refused| panic!("{self} did not start: {refused}\n{}", tail(&profile.log("driver.log"))));
        let times = json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 });
        session.post("timeouts", times).unwrap_or_else(|refused| panic!("{self} refused its timeouts: {refused}"));
        (session, families)
    }

    /// Makes the page in the session's tab exactly as large as asked, where starting it so is not enough; and makes it
    /// hear late of what comes by itself, if `OBVERSE_LATE` is set and this is Chromium.
    pub(crate) fn fit(self, session: &Session, looks: &Looks) {
        if self == Self::Chromium && std::env::var_os("OBVERSE_LATE").is_some() {
            let late = json!({ "source": include_str!("js/late.js") });
            let what = json!({ "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": late });
            session
                .post("goog/cdp/execute", what)
                .unwrap_or_else(|refused| panic!("{self} was not made late: {refused}"));
        }
        if self != Self::Firefox {
            return;
        }
        let script = "const { style } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
            for (const [side, px] of [['width', arguments[0]], ['height', arguments[1]]])
                for (const which of [side, 'min-' + side, 'max-' + side]) style.setProperty(which, px + 'px');";
        self.in_chrome(session, script, json!([looks.width, looks.height]));
    }

    /// Runs a script with Firefox's own rights.
    pub(crate) fn in_chrome(self, session: &Session, script: &str, args: Value) -> Value {
        let answer = session
            .post("moz/context", json!({ "context": "chrome" }))
            .and_then(|_| session.run(script, args))
            .and_then(|value| session.post("moz/context", json!({ "context": "content" })).map(|_| value));
        answer.unwrap_or_else(|refused| panic!("{self} refused a script of the browser's own: {refused}"))
    }
}

fn driver<const N: usize>(name: &str, args: [String; N]) -> Command {
    let mut command = Command::new(name);
    command.args(args);
    command
}

fn chromium(looks: &Looks, profile: &Profile) -> Value {
    let mut args: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
    ]
    .map(String::from)
    .into();
    args.push(format!("--user-data-dir={}", profile.data().display()));
    args.push(format!("--window-size={},{}", looks.width, looks.height));
    // Blink's own numbers: 0 is dark, 1 is light.
    args.push(format!("--blink-settings=preferredColorScheme={}", u8::from(!looks.dark)));
    if looks.still {
        args.push("--force-prefers-reduced-motion".into());
    }
    let metrics =
        json!({ "width": looks.width, "height": looks.height, "pixelRatio": 1, "touch": false, "mobile": false });
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "args": args,
            "mobileEmulation": { "deviceMetrics": metrics },
            "prefs": {
                "webkit.webprefs.default_font_size": looks.font_px(),
                "download.default_directory": profile.downloads(),
                "download.prompt_for_download": false,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(looks: &Looks, profile: &Profile) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile.data(), "--width", "1400", "--height", "1000"],
            "prefs": {
                "layout.css.prefers-color-scheme.content-override": u8::from(!looks.dark),
                "ui.prefersReducedMotion": u8::from(looks.still),
                "font.size.variable.x-western": looks.font_px(),
                "font.size.variable.x-unicode": looks.font_px(),
                "ui.useOverlayScrollbars": 1,
                "devtools.console.stdout.content": true,
                "browser.download.folderList": 2,
                "browser.download.dir": profile.downloads(),
                "browser.download.always_ask_before_handling_new_types": false,
            },
        },
    })
}

fn webkit(looks: &Looks, profile: &Profile) -> Value {
    let how = json!({
        "log": profile.log("page.log"),
        "data": profile.data(),
        "downloads": profile.downloads(),
        "width": looks.width,
        "height": looks.height,
        "dark": looks.dark,
        "still": looks.still,
        "font": looks.font_px(),
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("webkit_browser.py");
    json!({ "webkitgtk:browserOptions": { "binary": "/usr/bin/python3", "args": [script, how.to_string()] } })
}

/// Starts a screen that nobody sees and gives its display name.
fn start_screen(profile: &Profile) -> (Family, String) {
    let log = profile.log("screen.log");
    let _ = std::fs::remove_file(&log);
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]);
    let screen = Family::spawn(&mut command, &log, &profile.data());
    // With -displayfd, Xvfb picks a free display and writes its number on a line of its own once it is ready.
    let display = wait_for("Xvfb", || {
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        said.split_inclusive('\n').find_map(|line| line.strip_suffix('\n')?.parse::<u32>().ok())
    });
    (screen, format!(":{display}"))
}

/// A port of the loopback that nobody listens on just now.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback has a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

/// Waits for something that was started.
pub(crate) fn wait_for<T>(what: &str, mut ready: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + patience().max(Duration::from_secs(30));
    loop {
        if let Some(value) = ready() {
            return value;
        }
        assert!(Instant::now() < deadline, "{what} did not start");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The last lines of a log.
pub(crate) fn tail(log: &Path) -> String {
    let text = String::from_utf8_lossy(&std::fs::read(log).unwrap_or_default()).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}
