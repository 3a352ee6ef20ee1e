//! A store that is full to the last unit, with text of three kinds: whatever the app says it kept must be there after
//! the page was loaded anew, whatever it deleted must be gone, and nothing else may change.

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

/// What is tried. Locking and backing up have their place here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Save,
    Change,
    Delete,
}

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

struct Filled<'a> {
    page: Page,
    form: String,
    report: &'a Report,
    /// What must be there: the text of each record.
    there: BTreeMap<String, String>,
    dice: u64,
    _site: Site,
    _profile: Profile,
}

impl<'a> Filled<'a> {
    fn new(engine: Engine, report: &'a Report) -> Self {
        let (site, profile) = (Site::of_app(), Profile::fresh());
        let (page, form) = driving::open(engine, &site, &profile);
        Filled { page, form, report, there: BTreeMap::new(), dice: 7, _site: site, _profile: profile }
    }

    fn go_on(mut self, done: &mut usize, tries: usize) {
        while *done < tries {
            if done.is_multiple_of(CYCLE) {
                self.give_room();
            }
            let (kind, text) = TEXTS[*done % TEXTS.len()];
            let full = driving::call(&self.page, "fill", json!([text])) == json!(true);
            let act = self.choose();
            let mut line = self.attempt(act, text, *done);
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
        self.there = self.reload().records.into_iter().collect();
    }

    fn choose(&mut self) -> Act {
        let most = if self.there.len() > MANY { 1 } else { 3 };
        match self.roll(most) {
            0 if !self.there.is_empty() => Act::Delete,
            1 if !self.there.is_empty() => Act::Change,
            _ => Act::Save,
        }
    }

    /// One try: the act, the page loaded anew, and what is there then.
    fn attempt(&mut self, act: Act, text: &str, number: usize) -> Value {
        let length = [20, 300, 3_000, 7_000][self.roll(4)];
        let words = format!("try{number} {}", text.repeat(length / text.chars().count())).trim().to_owned();
        let place = self.roll(self.there.len().max(1));
        let id = self.there.keys().nth(place).cloned().unwrap_or_default();
        let said = match act {
            Act::Save => driving::call(&self.page, "write", json!([self.form, words])),
            Act::Change => driving::call(&self.page, "edit", json!([id, words])),
            Act::Delete => driving::call(&self.page, "remove", json!([id])),
        };
        let kept = said["kept"] == true;
        let found = self.reload();
        let now: BTreeMap<String, String> = found.records.iter().cloned().collect();
        let silent = kept
            && match act {
                Act::Save => !now.values().any(|text| text.contains(&words)),
                Act::Change => !now.get(&id).is_some_and(|text| text.contains(&words)),
                Act::Delete => now.contains_key(&id),
            };
        let held = found.texts.iter().any(|text| text.contains(&words)) || self.holds_drafts();
        let others = self.there.iter().filter(|(other, _)| **other != id || act == Act::Save);
        let harmed = others.filter(|(other, text)| now.get(*other) != Some(text)).count();
        // What was refused must leave the one it was about as it was, or changed by the app's second try.
        let spoilt = !kept
            && act != Act::Save
            && !now.get(&id).is_some_and(|text| Some(text) == self.there.get(&id) || text.contains(&words));
        self.there = now;
        json!({
            "act": format!("{act:?}").to_lowercase(),
            "units": words.encode_utf16().count(),
            "said": if kept { json!("kept") } else { said["refused"].clone() },
            "silent_failure": silent,
            "refused_words_still_held": if kept || act == Act::Delete { Value::Null } else { json!(held) },
            "others_harmed": harmed,
            "spoilt": spoilt,
            "whole": found.whole,
        })
    }

    fn holds_drafts(&self) -> bool {
        self.page.run("return Object.keys(sessionStorage).some((key) => key.startsWith('ob/d/'))") == json!(true)
    }

    fn reload(&self) -> Found {
        self.page.reload();
        driving::prepare(&self.page);
        Found::in_page(&self.page)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.dice >> 40).expect("24 bits fit") % sides
    }
}
