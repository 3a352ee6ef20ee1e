//! `tidy`: the rules that neither the compiler nor clippy can hold. Each finding names file and line.

mod later;
mod length;
mod source;
mod styles;
mod walls;
mod words;

use crate::{Outcome, place};
use source::Source;

/// What is wrong, and where: `src/ui/a.rs:3: ...`.
type Finding = String;

/// Checks all rules and tells every finding.
pub(crate) fn run() -> Outcome {
    let root = place::root();
    let mut sources = Vec::new();
    for folder in ["core/src", "core/tests", "src", "tests", "xtask/src"] {
        for path in place::files(&root.join(folder))?.into_iter().filter(|path| path.ends_with(".rs")) {
            let path = format!("{folder}/{path}");
            let text = place::read(&root.join(&path))?;
            sources.push(Source::read(path, text));
        }
    }
    let mut findings = Vec::new();
    for source in &sources {
        findings.extend(walls::check(source));
        findings.extend(words::check(source));
        findings.extend(length::check(source));
    }
    findings.extend(later::check(&root, &sources)?);
    findings.extend(styles::check(&root)?);
    println!("{}", length::median(&sources));
    for finding in &findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        1 => Err("tidy: 1 finding".to_owned()),
        count => Err(format!("tidy: {count} findings")),
    }
}
