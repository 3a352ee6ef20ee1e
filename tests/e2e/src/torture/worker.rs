//! Carries out plans on a profile it keeps from kill to kill: opens the app, looks what is left of all that was kept
//! before, saves, kills, and begins again.

use super::disk::Watch;
use super::door::{Door, Inside};
use super::driving;
use super::plan::{Plan, Way};
use super::report::Report;
use super::shelf::Found;
use super::writing::{Kept, Writing};
use crate::{Engine, Looks, Page, Profile, Site};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

/// How many browsers may be starting.
const STARTING: usize = 2;
/// How often a plan may come back because of trouble with the driver or the page.
const TRIES: usize = 3;
/// How long the app may take to say "Saved" after a word was typed: it keeps once a minute.
const PATIENCE: Duration = Duration::from_secs(100);
/// How often something is typed while the app is not yet about to keep.
const FILLER: Duration = Duration::from_secs(20);

/// Plans still to be carried out, each with how often it was tried.
pub(super) struct Queue(Mutex<VecDeque<(Plan, usize)>>);

impl Queue {
    /// All of these.
    pub(super) fn of(plans: Vec<Plan>) -> Queue {
        Queue(Mutex::new(plans.into_iter().map(|plan| (plan, 0)).collect()))
    }

    fn plans(&self) -> MutexGuard<'_, VecDeque<(Plan, usize)>> {
        self.0.lock().expect("no thread panics while it holds the plans")
    }
}

/// Carries out the plans with this many browsers side by side.
pub(super) fn carry_out(engine: Engine, queue: &Queue, report: &Report, at_once: usize) {
    // One host for all: the address with its port is what a store belongs to.
    let site = Site::of_app();
    let door = Door::new(STARTING);
    std::thread::scope(|scope| {
        for number in 0..at_once {
            let (site, door) = (&site, &door);
            scope.spawn(move || {
                Worker { engine, site, door, number, report, profile: Profile::fresh(), known: vec![], rounds: 0 }
                    .work(queue);
            });
        }
    });
}

struct Worker<'a> {
    engine: Engine,
    site: &'a Site,
    door: &'a Door,
    number: usize,
    report: &'a Report,
    profile: Profile,
    /// Words that were seen to have outlived a kill.
    known: Vec<String>,
    rounds: usize,
}

/// A round whose browser is dead, before it was looked what is left.
struct Killed {
    plan: Plan,
    kept: Vec<Kept>,
    on_disk: Vec<Option<SystemTime>>,
    struck: [SystemTime; 2],
    opened: SystemTime,
    new_journal: bool,
}

impl Worker<'_> {
    fn work(&mut self, queue: &Queue) {
        let mut killed: Option<Killed> = None;
        loop {
            let next = queue.plans().pop_front();
            if next.is_none() && killed.is_none() {
                return;
            }
            let last = killed.take();
            let outcome = catch_unwind(AssertUnwindSafe(|| self.round(last, next.map(|(plan, _)| plan))));
            match outcome {
                Ok(round) => killed = round,
                Err(why) => {
                    let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
                    self.report.write(json!({ "trouble": why, "profile": self.number }));
                    // What became of the words of this round is not known for sure: begin with a clean sheet.
                    self.profile = Profile::fresh();
                    self.known.clear();
                    if let Some((plan, tries)) = next.filter(|(_, tries)| *tries < TRIES) {
                        queue.plans().push_back((plan, tries + 1));
                    }
                }
            }
        }
    }

    /// Opens, looks what is left of the last round, and carries out the next.
    fn round(&mut self, last: Option<Killed>, plan: Option<Plan>) -> Option<Killed> {
        let looks = Looks::phone().still();
        let fresh = plan.is_some_and(|plan| plan.fresh);
        if let Some(last) = last {
            let inside = self.door.enter();
            let (page, opened) = self.open(&looks);
            self.look(&page, last);
            match plan {
                Some(plan) if !fresh => return Some(self.save_and_kill(page, plan, opened, inside)),
                _ => page.kill(),
            }
        }
        let plan = plan?;
        let inside = self.door.enter();
        if fresh {
            self.profile = Profile::fresh();
            self.known.clear();
        }
        let (page, opened) = self.open(&looks);
        Some(self.save_and_kill(page, plan, opened, inside))
    }

    /// Starts the browser; the moment is when the app was usable.
    fn open(&self, looks: &Looks) -> (Page, SystemTime) {
        let page = Page::open_on(self.engine, self.site, looks, &self.profile);
        (page, SystemTime::now())
    }

    fn save_and_kill(&mut self, mut page: Page, plan: Plan, opened: SystemTime, inside: Inside<'_>) -> Killed {
        self.rounds += 1;
        let new_journal = Writing::enter(&page);
        let watch = Watch::over(&self.profile);
        let mut inside = Some(inside);
        let mut kept = Vec::new();
        let (mut writing, form) = match plan.way {
            Way::Typing => (Some(Writing::begin(&page)), ""),
            Way::Entries(_) => (None, driving::form(&page)),
        };
        for number in 0..plan.saves {
            drop(inside.take());
            let word = format!("w{}x{}x{}x{number}", self.number, self.rounds, std::process::id());
            let one = match &mut writing {
                Some(writing) => {
                    std::thread::sleep(plan.typed_after.saturating_sub(opened.elapsed().unwrap_or_default()));
                    type_on(&mut page, writing, &word, number, plan.saves)
                }
                None => driving::entry(&page, form, &word),
            };
            watch.expect(&one.key);
            kept.push(one);
            if let Way::Entries(between) = plan.way
                && number + 1 < plan.saves
            {
                std::thread::sleep(between);
            }
        }
        let last = kept.last().expect("a plan has a save");
        let struck = page.kill_at(last.at + plan.delay);
        let on_disk = kept.iter().map(|one| watch.seen(&one.key)).collect();
        Killed { plan, kept, on_disk, struck, opened, new_journal }
    }

    /// What is left, after the browser was started again.
    fn look(&mut self, page: &Page, last: Killed) {
        let heading = page.h1();
        let found = Found::in_page(page);
        let is_there: Vec<bool> = last.kept.iter().map(|one| found.has(&one.word)).collect();
        let older: Vec<&String> = self.known.iter().filter(|word| !found.has(word)).collect();
        let shown = shows_in_journal(page, &last.kept.last().expect("a plan has a save").word);
        let since = |from: SystemTime, to: SystemTime| to.duration_since(from).map_or(-1, |gap| gap.as_millis() as i64);
        let reached: Vec<Value> =
            last.kept.iter().zip(&last.on_disk).map(|(one, at)| json!(at.map(|at| since(one.at, at)))).collect();
        let moments: Vec<i64> = last.kept.iter().map(|one| since(last.opened, one.at)).collect();
        let end = last.kept.last().expect("a plan has a save").at;
        self.report.write(json!({
            "profile": self.number,
            "new_journal": last.new_journal,
            "asked_ms": last.plan.delay.as_millis() as u64,
            "killed_ms": last.struck.map(|at| since(end, at)),
            "kept_ms_after_opening": moments,
            "seen_on_disk_ms_after_kept": reached,
            "there": is_there,
            "shown": shown,
            "older_lost": older,
            "older": self.known.len(),
            "whole": found.whole,
            "conflicts": found.conflicts,
            "heading": heading,
            "load": load(),
            "units": found.units,
        }));
        self.known.extend(last.kept.into_iter().map(|one| one.word));
        self.known.retain(|word| found.has(word));
        page.open("#/");
    }
}

/// Types a word and waits until it is kept; from the second on, something is typed again and again until then.
fn type_on(page: &mut Page, writing: &mut Writing, word: &str, number: usize, saves: usize) -> Kept {
    writing.add(page, word);
    if number > 0 {
        for _ in 0..2 {
            std::thread::sleep(FILLER);
            writing.add(page, "and");
        }
    }
    if number == 0 && saves == 1 {
        // The delay may be a fraction of a second: then there is no time to look afterwards.
        page.aim();
    }
    writing.kept(page, word, PATIENCE)
}

/// How many processes wanted a processor, on average over the last minute.
fn load() -> f64 {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|word| word.parse().ok()).unwrap_or_default()
}

/// Whether the app itself finds a word in its journal.
fn shows_in_journal(page: &Page, word: &str) -> bool {
    page.open("#/journal");
    page.wait_until("the journal", "document.querySelector('h1')?.textContent.trim() === 'Journal'");
    if page.run("return !document.querySelector('main input[type=search]')") == json!(true) {
        return false;
    }
    page.fill("Search", word);
    std::thread::sleep(Duration::from_millis(300));
    !page.shows("Nothing was found in your journal.")
}
