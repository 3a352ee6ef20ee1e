//! Counts the lines of a figure: k of N.

use super::asked::{Asked, Figure};
use super::report;
use crate::Engine;
use serde_json::Value;
use std::collections::BTreeMap;

/// Prints what the lines of a figure come to, those of earlier runs included.
pub(super) fn print(asked: &Asked, figure: Figure, engine: Engine) {
    let lines = report::lines(asked, figure, engine);
    let (trouble, lines): (Vec<&Value>, Vec<&Value>) = lines.iter().partition(|line| line.get("trouble").is_some());
    let version = lines.last().and_then(|line| line["version"].as_str()).unwrap_or_default();
    println!("\n{} in {engine} ({version}); {} tries came to nothing", figure.name(), trouble.len());
    match figure {
        Figure::Curve | Figure::First | Figure::Busy | Figure::Session => kills(&lines),
        Figure::Tabs | Figure::Writes | Figure::Traces => lines.iter().for_each(|line| println!("  {line}")),
        Figure::Full => full(&lines),
    }
}

fn full(lines: &[&Value]) {
    for act in ["save", "change", "delete", "lock", "backup"] {
        let tries: Vec<&&Value> = lines.iter().filter(|line| line["act"] == act).collect();
        let kept = tries.iter().filter(|line| line["said"] == "kept").count();
        println!("  {act}: {} tries, {kept} said to be done, the others refused aloud", tries.len());
    }
    let yes = |what: &str| lines.iter().filter(|line| line[what] == true).count();
    let no = |what: &str| lines.iter().filter(|line| line[what] == false).count();
    println!(
        "  all: {} tries; silent failures {}; others harmed in {}; refused words no longer held {}; opened damaged in {}; not quite full {}",
        lines.len(),
        yes("silent_failure"),
        lines.iter().filter(|line| line["others_harmed"] != 0).count(),
        no("refused_words_still_held"),
        no("whole"),
        no("full"),
    );
}

fn kills(lines: &[&Value]) {
    let mut by_delay: BTreeMap<u64, Vec<&Value>> = BTreeMap::new();
    for line in lines {
        by_delay.entry(line["asked_ms"].as_u64().unwrap_or_default()).or_default().push(line);
    }
    let count = |lines: &[&Value], what: &dyn Fn(&Value) -> bool| lines.iter().filter(|line| what(line)).count();
    let lost_last = |line: &Value| last(&line["there"]) != Some(true);
    let lost_any = |line: &Value| line["there"].as_array().into_iter().flatten().any(|there| there == false);
    for (delay, lines) in &by_delay {
        let mut real: Vec<i64> = lines.iter().filter_map(|line| line["killed_ms"][1].as_i64()).collect();
        real.sort_unstable();
        println!(
            "  killed {:>4.1} s after (really {} to {} ms): last save lost in {} of {}",
            *delay as f64 / 1000.0,
            real.first().unwrap_or(&0),
            real.last().unwrap_or(&0),
            count(lines, &lost_last),
            lines.len(),
        );
    }
    let older = |line: &Value| line["older_lost"].as_array().is_some_and(|lost| !lost.is_empty());
    let ill = |line: &Value| line["whole"] != true;
    let differs = |line: &Value| line["shown"].as_bool() != last(&line["there"]);
    println!(
        "  all: {} tries; any save of the session lost in {}; anything older lost in {}; opened damaged in {}; the app's journal showed otherwise than its store in {}",
        lines.len(),
        count(lines, &lost_any),
        count(lines, &older),
        count(lines, &ill),
        count(lines, &differs),
    );
    let mut reached: Vec<i64> = lines
        .iter()
        .flat_map(|line| line["seen_on_disk_ms_after_kept"].as_array().into_iter().flatten())
        .filter_map(Value::as_i64)
        .collect();
    reached.sort_unstable();
    if let (Some(least), Some(most)) = (reached.first(), reached.last()) {
        let middle = reached[reached.len() / 2];
        println!("  seen on the disk {least} to {most} ms after \"Kept\", median {middle} ({} saves)", reached.len());
    }
}

fn last(list: &Value) -> Option<bool> {
    list.as_array()?.last()?.as_bool()
}
