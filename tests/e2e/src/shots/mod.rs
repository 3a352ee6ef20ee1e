//! Pictures of every screen, for someone to look at: an empty journal and a full one, in windows of four sizes, light,
//! dark, in colours the system forces, and with large text. Nothing here is a test.

mod journal;
mod windows;

use crate::{Engine, Page, Site, places};
use journal::{days, filled};
use std::path::PathBuf;
use windows::{WINDOWS, Window};

/// How it is asked for.
const USAGE: &str = "shots [--only <window>].. [--screen <name>].. [--folder <folder>]";

/// What was asked for.
#[derive(Default)]
struct Asked {
    windows: Vec<String>,
    screens: Vec<String>,
    folder: Option<PathBuf>,
}

/// Takes the pictures the words ask for, into `target/shots/<journal>/<window>/<screen>.png`.
pub fn run(words: &[String]) -> Result<(), String> {
    let mut asked = Asked::default();
    for pair in words.chunks(2) {
        match pair {
            [word, name] if word == "--only" => asked.windows.push(name.clone()),
            [word, name] if word == "--screen" => asked.screens.push(name.clone()),
            [word, folder] if word == "--folder" => asked.folder = Some(folder.into()),
            _ => return Err(USAGE.to_owned()),
        }
    }
    let wanted = |window: &&Window| asked.windows.is_empty() || asked.windows.iter().any(|name| name == window.name);
    let folder = asked.folder.clone().unwrap_or_else(|| crate::workspace().join("target/shots"));
    let filled = filled();
    let site = Site::of_app();
    for window in WINDOWS.iter().filter(wanted) {
        let page = Page::open_new(Engine::Chromium, &site, &window.looks().still());
        let camera = |journal: &str| Camera {
            page: &page,
            folder: folder.join(journal).join(window.name),
            forced: window.forced,
            asked: &asked,
        };
        let empty = camera("empty");
        empty.take("welcome");
        page.click("Only me");
        page.wait_h1("Today");
        // The whole program from here on, as at every opening but the first.
        page.wait_offline_ready();
        page.reload();
        places(&page).iter().for_each(|(name, route)| empty.at(name, route));
        filled.put(&page);
        page.reload();
        let full = camera("full");
        let own =
            [("closing", page.piece("reflect", "being-recognised")), ("coin-placed", page.piece("coins", "hierarchy"))];
        let all = places(&page).into_iter().chain(filled.places()).chain(own);
        all.for_each(|(name, route)| full.at(name, &route));
        for (name, filled) in days() {
            if full.wants(name) {
                page.go_to("#/coins");
                filled.put(&page);
                page.reload();
                full.at(name, "#/");
            }
        }
        println!("{}: {}", window.name, folder.display());
    }
    Ok(())
}

/// Someone who takes pictures of a page.
struct Camera<'a> {
    page: &'a Page,
    folder: PathBuf,
    forced: bool,
    asked: &'a Asked,
}

impl Camera<'_> {
    /// A picture of a screen, as it is once one has come there.
    fn at(&self, name: &str, route: &str) {
        if self.wants(name) {
            self.page.go_to(route);
            self.take(name);
        }
    }

    /// A picture of what is there: the window, and the whole page where that is longer.
    fn take(&self, name: &str) {
        if self.wants(name) {
            if self.forced {
                self.page.force_colours();
            }
            self.page.picture(&self.folder.join(format!("{name}.png")), false);
            if self.page.run("return document.scrollingElement.scrollHeight > innerHeight + 1") == true {
                self.page.picture(&self.folder.join(format!("{name}-whole.png")), true);
            }
        }
    }

    fn wants(&self, name: &str) -> bool {
        self.asked.screens.is_empty() || self.asked.screens.iter().any(|one| one == name)
    }
}
