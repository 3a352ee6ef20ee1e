//! `lighthouse`: what Lighthouse says of the first page of a build, on its own idea of a phone. That everybody can use
//! the page and that it keeps to good practice is a gate; how fast it is depends on the machine, and is a figure.
//!
//! `OBVERSE_DIST` names another built folder than dist/.

use crate::host::{Host, Packing};
use crate::setup::{self, Engine};
use crate::{Outcome, place, process};
use serde_json::Value;
use std::path::Path;

const CHROMIUM: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// The categories that must be perfect.
const GATES: [&str; 2] = ["accessibility", "best-practices"];

/// Prints the scores and what is behind each that is not perfect; fails below 100 in what is a gate.
pub(crate) fn run() -> Outcome {
    let dist = std::env::var_os("OBVERSE_DIST").map_or_else(|| place::root().join("dist"), Into::into);
    if !dist.join("index.html").is_file() {
        return Err("dist/ is empty: run `cargo xtask build` first".to_owned());
    }
    setup::engines(&[Engine::Chromium])?;
    let script = setup::lighthouse()?;
    let browser = ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| process::find(name));
    let browser = browser.ok_or("no Chromium on the path")?;
    let asked = place::read(&dist.join("_headers"))?;
    let host = Host::start(&dist, Packing::Gzip, |path| headers(&asked, path))?;
    let report = script.with_file_name("report.json");
    let (address, script) = (host.address(), script.to_string_lossy());
    let (output, flags) =
        (format!("--output-path={}", report.display()), format!("--chrome-flags={}", CHROMIUM.join(" ")));
    let words = [&*script, &address, "--quiet", "--no-enable-error-reporting", "--output=json", &output, &flags];
    process::run(process::command("node", &words).env("CHROME_PATH", browser))?;
    tell(&report)
}

/// Prints what stands in the report, and judges it.
fn tell(report: &Path) -> Outcome {
    let report: Value =
        serde_json::from_str(&place::read(report)?).map_err(|error| format!("Lighthouse's report: {error}"))?;
    let version = report["lighthouseVersion"].as_str().unwrap_or_default();
    println!("\nLighthouse {version}, its phone, first page, gzip:");
    let mut below = Vec::new();
    for (name, category) in report["categories"].as_object().into_iter().flatten() {
        let score = category["score"].as_f64();
        println!("{name:<16}{:>5}", score.map_or("none".to_owned(), |score| format!("{:.0}", score * 100.0)));
        if GATES.contains(&name.as_str()) && score != Some(1.0) {
            below.push(name.as_str());
        }
        for line in failed(&report, category) {
            println!("      {line}");
        }
    }
    let gates =
        report["categories"].as_object().into_iter().flatten().filter(|(name, _)| GATES.contains(&name.as_str()));
    if gates.count() != GATES.len() {
        return Err("Lighthouse gave no score for what is a gate".to_owned());
    }
    if below.is_empty() { Ok(()) } else { Err(format!("below 100: {}", below.join(", "))) }
}

/// A line for each audit of a category that is not perfect, or that could not be run.
fn failed(report: &Value, category: &Value) -> Vec<String> {
    let references = category["auditRefs"].as_array().into_iter().flatten();
    let mut lines = Vec::new();
    for id in references.filter_map(|reference| reference["id"].as_str()) {
        let audit = &report["audits"][id];
        let score = match (audit["score"].as_f64(), audit["scoreDisplayMode"].as_str()) {
            (_, Some("error")) => "could not be run".to_owned(),
            (Some(score), _) if score < 1.0 => format!("{:.0}", score * 100.0),
            _ => continue,
        };
        let value = audit["displayValue"].as_str().map(|value| format!(" ({value})")).unwrap_or_default();
        lines.push(format!("{id}: {score}: {}{value}", audit["title"].as_str().unwrap_or_default()));
    }
    lines
}

/// The lines that `_headers` has for a path: those for every file, then its own.
fn headers(text: &str, path: &str) -> Vec<String> {
    let path = if path == "/index.html" { "/" } else { path };
    let (mut ours, mut lines) = (false, Vec::new());
    for line in text.lines() {
        if line.starts_with('/') {
            ours = line == "/*" || line == path;
        } else if ours && line.contains(": ") {
            lines.push(line.trim().to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const HEADERS: &str = "# why\n/*\n  A: 1\n\n/\n  B: 2\n\n/sw.js\n  B: 3\n";

    #[test]
    fn a_path_gets_the_lines_of_every_file_and_its_own() {
        assert_eq!(headers(HEADERS, "/index.html"), ["A: 1", "B: 2"]);
        assert_eq!(headers(HEADERS, "/sw.js"), ["A: 1", "B: 3"]);
        assert_eq!(headers(HEADERS, "/other.js"), ["A: 1"]);
    }

    #[test]
    fn only_what_is_not_perfect_is_told() {
        let report = json!({ "audits": {
            "good": { "score": 1, "scoreDisplayMode": "binary", "title": "Good" },
            "bad": { "score": 0, "scoreDisplayMode": "binary", "title": "Bad", "displayValue": "3 of them" },
            "broken": { "score": null, "scoreDisplayMode": "error", "title": "Broken" },
            "idle": { "score": null, "scoreDisplayMode": "notApplicable", "title": "Idle" },
        } });
        let category =
            json!({ "auditRefs": [{ "id": "good" }, { "id": "bad" }, { "id": "broken" }, { "id": "idle" }] });
        assert_eq!(failed(&report, &category), ["bad: 0: Bad (3 of them)", "broken: could not be run: Broken"]);
    }
}
