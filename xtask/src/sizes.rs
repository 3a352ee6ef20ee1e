//! How many bytes a build is, and the gate on those that come before the app can be used.

use crate::{Outcome, place};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;

/// Brotli bytes that somebody new may wait for until the first screen can be used.
const FIRST: usize = 100_000;
/// The same until the app is there: Today, the runner, the coins, the journal, the self-check.
const APP: usize = 300_000;
/// The same until the first question by a course's link, with all texts that are waited for.
const QUESTION: usize = 300_000;

/// The sizes of one file.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the size of each file, and fails if what is needed up to a point is over its gate.
pub(crate) fn print_and_gate(dist: &Path) -> Outcome {
    let sums = print(dist)?;
    for (what, sum, gate) in sums.gated() {
        if sum > gate {
            return Err(format!("{what}: {sum} B brotli, and at most {gate} B are allowed"));
        }
    }
    Ok(())
}

/// Brotli bytes that are waited for up to a point.
struct Sums {
    first: usize,
    app: usize,
    question: usize,
}

impl Sums {
    fn gated(&self) -> [(&'static str, usize, usize); 3] {
        [
            ("up to first usable", self.first, FIRST),
            ("until the app is there", self.app, APP),
            ("until the first question by a link", self.question, QUESTION),
        ]
    }
}

/// Prints the size of each file, and gives what is needed up to each point.
fn print(dist: &Path) -> Outcome<Sums> {
    let (mut first, mut app, mut question) = (Size::default(), Size::default(), Size::default());
    println!("\n{:>10} {:>10} {:>10}   file (* up to first usable, + until the app is there)", "raw", "gzip", "brotli");
    for path in place::files(dist)? {
        let size = measure(&place::read_bytes(&dist.join(&path))?)?;
        let need = need(&path);
        row(size, &format!("{} {path}", need.map_or(" ", Need::sign)));
        first.add(need == Some(Need::First), size);
        app.add(matches!(need, Some(Need::First | Need::App)), size);
        question.add(need.is_some(), size);
    }
    let sums = Sums { first: first.brotli, app: app.brotli, question: question.brotli };
    println!();
    for ((what, _, gate), size) in sums.gated().into_iter().zip([first, app, question]) {
        row(size, &format!("{what} (at most {gate})"));
    }
    println!();
    Ok(sums)
}

/// Returns the brotli bytes that are waited for until the first screen can be used.
pub(crate) fn first(dist: &Path) -> Outcome<usize> {
    let mut first = 0;
    for path in place::files(dist)?.iter().filter(|path| need(path) == Some(Need::First)) {
        first += brotli(&place::read_bytes(&dist.join(path))?)?.len();
    }
    Ok(first)
}

impl Size {
    fn add(&mut self, counts: bool, other: Size) {
        if counts {
            *self =
                Size { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli };
        }
    }
}

fn row(size: Size, name: &str) {
    println!("{:>10} {:>10} {:>10}   {name}", size.raw, size.gzip, size.brotli);
}

/// Up to which point a file is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Until the first screen can be used: the page with its style and the screens for somebody new, and its scripts.
    First,
    /// Until the app is there: the program with its script, and the words of the interface in the page's language.
    App,
    /// Until the first question.
    Question,
}

impl Need {
    fn sign(self) -> &'static str {
        match self {
            Need::First => "*",
            Need::App => "+",
            Need::Question => "?",
        }
    }
}

fn need(path: &str) -> Option<Need> {
    match path.rsplit('/').next().unwrap_or(path) {
        "index.html" | "presses.js" | "rescue.js" => Some(Need::First),
        "obverse.js" | "obverse.wasm" | "en.shell.json" => Some(Need::App),
        "en.checks.json" => Some(Need::Question),
        _ => None,
    }
}

fn measure(bytes: &[u8]) -> Outcome<Size> {
    Ok(Size { raw: bytes.len(), gzip: gzip(bytes)?.len(), brotli: brotli(bytes)?.len() })
}

/// A file as every host can send it.
pub(crate) fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(told)?;
    gzip.finish().map_err(told)
}

fn told(error: std::io::Error) -> String {
    format!("measuring: {error}")
}

/// A file as a host would send it at its best.
pub(crate) fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters).map_err(told)?;
    Ok(brotli)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_needed_from_a_point_on() {
        for path in ["index.html", "0a1b/presses.js", "0a1b/rescue.js"] {
            assert_eq!(need(path), Some(Need::First), "{path}");
        }
        for path in ["0a1b/obverse.js", "0a1b/obverse.wasm", "0a1b/en.shell.json"] {
            assert_eq!(need(path), Some(Need::App), "{path}");
        }
        assert_eq!(need("0a1b/en.checks.json"), Some(Need::Question));
        for path in [
            "sw.js",
            "0a1b/later.wasm",
            "0a1b/en.coins.json",
            "0a1b/worker.js",
            "0a1b/worker_bg.wasm",
            "icons/icon.svg",
            "_headers",
        ] {
            assert_eq!(need(path), None, "{path}");
        }
    }

    #[test]
    fn sizes_are_those_of_the_compressed_file() {
        let size = measure(&[b'a'; 10_000]).expect("memory does not fail");
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 50);
    }
}
