//! A store that is full to the last unit, with text of three kinds: whatever the app says it kept must be there after
//! the page was loaded anew, whatever it deleted must be gone, and nothing else may change. Locking and backing up,
//! which are slow, are in `full_rarely`.

use super::asked::{Asked, Figure};
use super::driving;
use super::report::Report;
use super::shelf::Found;
use crate::{Engine, Page, Profile, Site};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Tries.
const TRIES: usize = 1_000;
/// After so many all room is given back, so that the app can take its ballast on board again.
const CYCLE: usize = 5;
/// More entries than this are not gathered.
const MANY: usize = 30;

/// What the store is filled with, and what is written into it.
const TEXTS: [(&str, &str); 3] = [("ascii", "abcdefgh "), ("latin-1", "äßéñøþÿü "), ("emoji", "🌿🪙👩🏽‍⚕️ ")];

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Save,
    Change,
    Delete,
    Lock,
    BackUp,
}

/// One in so many tries is a lock, and one a backup.
const RARELY: usize = 10;

/// All tries in one browser.
pub(super) fn run(asked: &Asked, engine: Engine) {
    let report = Report::open(asked, Figure::Full, engine);
    let tries = asked.rounds.unwrap_or(TRIES);
    let mut done = 0;
    // What goes wrong with a driver ends a browser, not the figure.
    for _ in 0..10 {
        let outcome = catch_unwind(AssertUnwindSafe(|| Filled::new(engine, &report).go_on(&mut done, tries)));
        match outcome {
            Ok(()) => return,
            Err(why) => report.write(json!({ "trouble": why.downcast_ref::<String>() })),
        }
    }
}

pub(super) struct Filled<'a> {
    pub(super) page: Page,
    form: &'static str,
    report: &'a Report,
    /// What must be there: the texts of each record.
    pub(super) there: BTreeMap<String, Vec<String>>,
    /// Words that were refused for a record; the app tries again by itself when the page is loaded.
    refused: BTreeMap<String, String>,
    dice: u64,
    _site: Site,
    pub(super) profile: Profile,
}

impl<'a> Filled<'a> {
    fn new(engine: Engine, report: &'a Report) -> Self {
        let (site, profile) = (Site::of_app(), Profile::fresh());
        let (page, form) = driving::open(engine, &site, &profile);
        // The screens of the lock and of backups come with the whole program, which the worker starts.
        page.wait_offline_ready();
        page.reload();
        driving::prepare(&page);
        Filled {
            page,
            form,
            report,
            there: BTreeMap::new(),
            refused: BTreeMap::new(),
            dice: beginning(),
            _site: site,
            profile,
        }
    }

    fn go_on(mut self, done: &mut usize, tries: usize) {
        while *done < tries {
            if done.is_multiple_of(CYCLE) {
                self.give_room();
            }
            let (kind, text) = TEXTS[*done % TEXTS.len()];
            let full = driving::call(&self.page, "fill", json!([text])) == json!(true);
            let mut line = self.attempt(text, *done);
            line["text"] = json!(kind);
            line["full"] = json!(full);
            self.report.write(line);
            *done += 1;
        }
        self.page.kill();
    }

    /// Frees all room; what was refused before is kept now, by the app itself when the page is loaded.
    fn give_room(&mut self) {
        driving::call(&self.page, "free", json!([]));
        self.reload();
        let said = driving::call(&self.page, "write", json!([self.form, "room again"]));
        assert!(said["kept"] == true, "there is room, and still: {said}");
        self.there = self.reload().records;
        self.refused.clear();
    }

    /// What is tried next, and on which record: none that waits for a second try, or has two versions.
    fn choose(&mut self) -> (Act, String) {
        match self.roll(RARELY) {
            0 => return (Act::Lock, String::new()),
            1 if !self.there.is_empty() => return (Act::BackUp, String::new()),
            _ => {}
        }
        let free = |id: &&String| self.there[*id].len() == 1 && !self.refused.contains_key(*id);
        let ids: Vec<String> = self.there.keys().filter(free).cloned().collect();
        let most = if self.there.len() > MANY { 1 } else { 3 };
        let act = match self.roll(most) {
            0 => Act::Delete,
            1 => Act::Change,
            _ => Act::Save,
        };
        let place = self.roll(ids.len().max(1));
        match ids.get(place) {
            Some(id) if act != Act::Save => (act, id.clone()),
            _ => (Act::Save, String::new()),
        }
    }

    /// One try: the act, the page loaded anew, and what is there then.
    fn attempt(&mut self, text: &str, number: usize) -> Value {
        let (act, id) = self.choose();
        match act {
            Act::Lock => return self.lock(),
            Act::BackUp => return self.back_up(),
            _ => {}
        }
        let length = [20, 300, 3_000, 7_000][self.roll(4)];
        let words = format!("try{number} {}", text.repeat(length / text.chars().count())).trim().to_owned();
        let said = match act {
            Act::Save => driving::call(&self.page, "write", json!([self.form, words])),
            Act::Change => driving::call(&self.page, "edit", json!([id, words])),
            _ => driving::call(&self.page, "remove", json!([id])),
        };
        let kept = said["kept"] == true;
        if !kept && act == Act::Change {
            self.refused.insert(id.clone(), words.clone());
        }
        let found = self.reload();
        let is_there = found.texts.iter().any(|text| text.contains(&words));
        let silent = kept
            && match act {
                Act::Save => !is_there,
                Act::Change => !says(found.records.get(&id), &words),
                _ => found.records.contains_key(&id),
            };
        let held = is_there || self.holds_drafts();
        let others = self.there.iter().filter(|(other, _)| !kept || **other != id);
        let harmed = others.filter(|(other, texts)| !self.unharmed(found.records.get(*other), other, texts)).count();
        self.there = found.records;
        json!({
            "act": format!("{act:?}").to_lowercase(),
            "units": words.encode_utf16().count(),
            "said": if kept { json!("kept") } else { said["refused"].clone() },
            "silent_failure": silent,
            "refused_words_still_held": if kept || act == Act::Delete { Value::Null } else { json!(held) },
            "others_harmed": harmed,
            "whole": found.whole,
        })
    }

    /// How many records no longer say what they said, and not what was refused for them and kept by a second try either.
    pub(super) fn harmed(&self, found: &Found) -> usize {
        self.there.iter().filter(|(id, texts)| !self.unharmed(found.records.get(*id), id, texts)).count()
    }

    /// Whether a record still says all it said, or what was refused for it and kept by the app's second try.
    fn unharmed(&self, now: Option<&Vec<String>>, id: &str, before: &[String]) -> bool {
        let second = self.refused.get(id).is_some_and(|words| says(now, words));
        second || before.iter().all(|text| says(now, text))
    }

    fn holds_drafts(&self) -> bool {
        self.page.run("return Object.keys(sessionStorage).some((key) => key.startsWith('ob/d/'))") == json!(true)
    }

    pub(super) fn reload(&self) -> Found {
        self.page.reload();
        driving::prepare(&self.page);
        Found::in_page(&self.page)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.dice >> 40).expect("24 bits fit") % sides
    }
}

/// Each browser tries in an order of its own.
fn beginning() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(7, |since| since.as_secs())
}

fn says(texts: Option<&Vec<String>>, words: &str) -> bool {
    texts.is_some_and(|texts| texts.iter().any(|text| text.contains(words)))
}
