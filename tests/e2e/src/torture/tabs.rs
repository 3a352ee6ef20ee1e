//! Thousands of saves from four tabs at once on one store: what each was told is kept must be there in the end.
//!
//! Each save is a new short entry along a form, through the app's own field and buttons in each of the tabs.

use super::asked::{Asked, Figure};
use super::driving;
use super::report::Report;
use super::shelf::Found;
use crate::{Engine, Page, Profile, Site};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

const TABS: usize = 4;
/// Saves a tab.
const SAVES: usize = 2_500;
/// So many of them in a row: while tabs write, their browser may not find the time to be asked anything.
const AT_ONCE: usize = 50;
/// How long these may take in all tabs.
const PATIENCE: Duration = Duration::from_secs(600);

/// One run.
pub(super) fn run(asked: &Asked, engine: Engine) {
    let report = Report::open(asked, Figure::Tabs, engine);
    let saves = asked.rounds.unwrap_or(SAVES);
    if let Err(why) = catch_unwind(AssertUnwindSafe(|| one(engine, &report, saves))) {
        report.write(json!({ "trouble": why.downcast_ref::<String>() }));
    }
}

fn one(engine: Engine, report: &Report, saves: usize) {
    let site = Site::of_app();
    let profile = Profile::fresh();
    let (page, form) = driving::open(engine, &site, &profile);
    // So that there is a journal: made in several tabs within one moment it would be another in each, and is refused.
    driving::call(&page, "write", json!([form, "the first words"]));
    let mut tabs = vec![page.tab()];
    for _ in 1..TABS {
        tabs.push(page.new_tab("#/write"));
        driving::prepare(&page);
    }
    let started = Instant::now();
    let mut states = Vec::new();
    for from in (0..saves).step_by(AT_ONCE) {
        for (number, tab) in tabs.iter().enumerate() {
            page.go_to_tab(tab);
            // It goes on by itself, tabs in front or not.
            let count = AT_ONCE.min(saves - from);
            let many = json!([form, format!("t{number}"), from, count]);
            page.run_with("window.drive.many(...arguments); return true", many);
        }
        states = wait(&page, &tabs);
        if states.iter().any(|state| state["over"] != true || state["error"] != "") {
            break;
        }
        let kept: u64 = states.iter().filter_map(|state| state["kept"].as_u64()).sum();
        println!("{kept} kept after {} s", started.elapsed().as_secs());
    }
    let seconds = started.elapsed().as_secs();
    let refused: Vec<&Value> = states.iter().filter(|state| state["refused"] != json!([])).collect();
    let told = told(&states, saves);
    let mut missing = Vec::new();
    for tab in &tabs {
        page.go_to_tab(tab);
        missing.push(lost(&page, &told).0);
    }
    page.close();
    let page = Page::open_on(engine, &site, &crate::Looks::phone().still(), &profile);
    let (lost, found) = lost(&page, &told);
    report.write(json!({
        "tabs": TABS,
        "told_kept": told.len(),
        "refused": refused,
        "lost_in_each_tab": missing,
        "lost_after_closing_and_opening": lost,
        "whole": found.whole,
        "conflicts": found.conflicts,
        "units": found.units,
        "errors": states.iter().map(|state| state["error"].clone()).collect::<Vec<_>>(),
        "seconds": seconds,
    }));
    page.kill();
}

/// Waits until all tabs are through with what they were given.
fn wait(page: &Page, tabs: &[String]) -> Vec<Value> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let look = |tab: &String| {
            page.go_to_tab(tab);
            page.run("return window.drive.state")
        };
        let states: Vec<Value> = tabs.iter().map(look).collect();
        if states.iter().all(|state| state["over"] == true) || Instant::now() > deadline {
            return states;
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}

/// The words that the app said it had kept.
fn told(states: &[Value], saves: usize) -> Vec<String> {
    let mut told = Vec::new();
    for (number, state) in states.iter().enumerate() {
        let refused = state["refused"].as_array().into_iter().flatten().filter_map(|one| one[0].as_u64());
        let refused: BTreeSet<u64> = refused.collect();
        let tried = state["kept"].as_u64().unwrap_or_default() + refused.len() as u64;
        let kept = (0..tried.min(saves as u64)).filter(|at| !refused.contains(at));
        told.extend(kept.map(|at| format!("t{number}x{at}")));
    }
    told
}

/// How many of the words are not in the store as this tab sees it.
fn lost(page: &Page, told: &[String]) -> (usize, Found) {
    let found = Found::in_page(page);
    let there: BTreeSet<&str> = found.texts.iter().map(|text| text.trim()).collect();
    (told.iter().filter(|word| !there.contains(word.as_str())).count(), found)
}
