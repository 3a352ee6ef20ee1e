//! The browsers that the tests run in, each with its driver.

use super::{GECKODRIVER, system, tool};
use crate::{Outcome, process};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium with ChromeDriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser with WebKitWebDriver, under Xvfb.
    Webkit,
}

impl Engine {
    pub(crate) const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    /// Its name on the command line and in `OBVERSE_ENGINES`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// The engine of that name.
    pub(crate) fn named(name: &str) -> Outcome<Engine> {
        let found = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or(format!("no engine is called {name}: chromium, firefox or webkit"))
    }

    /// Debian's packages. The fonts and the message bus serve all three.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &["chromium", "chromium-driver", "fonts-noto-core", "dbus"],
            Engine::Firefox => &["firefox-esr", "fonts-noto-core", "dbus"],
            Engine::Webkit => {
                &["webkit2gtk-driver", "xvfb", "xauth", "python3-gi", "gir1.2-webkit2-4.1", "fonts-noto-core", "dbus"]
            }
        }
    }

    /// What is missing of it, in words that say what to install; empty if all is there.
    fn missing(self) -> Vec<&'static str> {
        let needs: &[(&[&str], &str)] = match self {
            Engine::Chromium => &[
                (&["chromium", "chromium-browser", "google-chrome"], "Chromium (Debian: chromium)"),
                (&["chromedriver"], "ChromeDriver of the same version (Debian: chromium-driver)"),
            ],
            Engine::Firefox => &[(&["firefox", "firefox-esr"], "Firefox (Debian: firefox-esr)")],
            Engine::Webkit => &[
                (&["WebKitWebDriver"], "WebKitGTK's driver (Debian: webkit2gtk-driver)"),
                (&["Xvfb"], "a virtual screen (Debian: xvfb)"),
                (&["xvfb-run"], "xvfb-run (Debian: xvfb and xauth)"),
            ],
        };
        let absent = |programs: &[&str]| programs.iter().all(|program| process::find(program).is_none());
        let mut missing: Vec<_> = needs.iter().filter(|(any, _)| absent(any)).map(|(_, words)| *words).collect();
        if self == Engine::Webkit && !has_python_webkit() {
            missing.push("WebKitGTK for the system's Python (Debian: python3-gi and gir1.2-webkit2-4.1)");
        }
        missing
    }

    /// Installs what is missing where that can be done.
    fn provide(self) -> Outcome {
        if !self.missing().is_empty() && system::can_install() {
            system::install(self.packages(), "a few minutes")?;
        }
        let missing = self.missing();
        if !missing.is_empty() {
            return Err(format!("{}: please install {}", self.name(), missing.join("; ")));
        }
        if self == Engine::Firefox {
            tool("geckodriver", "geckodriver", GECKODRIVER, "about 2 minutes on two cores")?;
        }
        Ok(())
    }
}

/// Makes the engines ready that the tests run in. A missing one fails if it was asked for by name or on a build
/// server; else it is left out, aloud.
pub(crate) fn engines(asked: &[Engine]) -> Outcome<Vec<Engine>> {
    let strict = !asked.is_empty() || super::on_build_server();
    let wanted = if asked.is_empty() { &Engine::ALL[..] } else { asked };
    let mut ready = Vec::new();
    for engine in wanted {
        match engine.provide() {
            Ok(()) => ready.push(*engine),
            Err(problem) if strict => return Err(problem),
            Err(problem) => println!("Left out: {problem}"),
        }
    }
    if ready.is_empty() { Err("no engine to test in".to_owned()) } else { Ok(ready) }
}

fn has_python_webkit() -> bool {
    let words = ["-c", "import gi; gi.require_version('WebKit2', '4.1')"];
    process::output(&mut process::command("/usr/bin/python3", &words)).is_some()
}
