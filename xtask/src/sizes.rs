//! How many bytes a build is, and the gate on those that come before the app can be used.

use crate::{Outcome, place};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;

/// Brotli bytes that somebody new may wait for until the first screen can be used.
const DOOR: usize = 100_000;
/// The same for the whole program, which takes the door's place, or comes at once to whoever is not new.
const WHOLE: usize = 320_000;

/// The sizes of one file.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the size of each file, and fails if what is needed up to first usable is over the gate.
pub(crate) fn print_and_gate(dist: &Path) -> Outcome {
    let Sum { door, whole } = print(dist)?;
    for (what, sum, gate) in [("up to first usable", door, DOOR), ("the whole program", whole, WHOLE)] {
        if sum > gate {
            return Err(format!("{what}: {sum} B brotli, and at most {gate} B are allowed"));
        }
    }
    Ok(())
}

/// Brotli bytes that are needed before something runs.
pub(crate) struct Sum {
    /// The door.
    pub(crate) door: usize,
    /// The whole program, without the door.
    pub(crate) whole: usize,
}

/// Prints the size of each file, and gives what is needed before something runs.
pub(crate) fn print(dist: &Path) -> Outcome<Sum> {
    let (mut door, mut whole) = (Size::default(), Size::default());
    println!("\n{:>10} {:>10} {:>10}   file (* up to first usable, + the whole program)", "raw", "gzip", "brotli");
    for path in place::files(dist)? {
        let size = measure(&place::read_bytes(&dist.join(&path))?)?;
        let (first, of_whole) = (is_first(&path), is_whole(&path));
        row(size, &format!("{}{}{path}", if first { "*" } else { " " }, if of_whole { "+ " } else { "  " }));
        door.add(first, size);
        whole.add(of_whole, size);
    }
    row(door, "*  up to first usable");
    row(whole, " + the whole program\n");
    Ok(Sum { door: door.brotli, whole: whole.brotli })
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

/// Whether a file is needed before somebody new can use the first screen: the page, its styles and scripts, the door, and
/// the interface words of the page's locale.
fn is_first(path: &str) -> bool {
    let script = path.ends_with(".js") && path != "sw.js" && !comes_later(path);
    let program = path.ends_with(".wasm") && !comes_later(path);
    path == "index.html" || script || program || path.starts_with("en.shell.")
}

/// Whether a file is needed before the whole program runs.
fn is_whole(path: &str) -> bool {
    let of_door = path.starts_with("obverse-");
    path.starts_with("whole") || (is_first(path) && !of_door)
}

/// The worker, and the whole program, which takes the door's place.
fn comes_later(path: &str) -> bool {
    path.starts_with("worker") || path.starts_with("whole")
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
    fn the_worker_and_the_activities_come_later() {
        for path in ["index.html", "obverse-1.js", "obverse-1_bg.wasm", "en.shell.1.json"] {
            assert!(is_first(path), "{path}");
        }
        for path in [
            "sw.js",
            "whole.js",
            "whole_bg.wasm",
            "whole_loader.js",
            "worker.js",
            "worker_bg.wasm",
            "worker_loader.js",
            "en.pieces.1.json",
            "icons/icon.svg",
            "_headers",
        ] {
            assert!(!is_first(path), "{path}");
        }
        for path in ["index.html", "whole.js", "whole_bg.wasm", "whole_loader.js", "en.shell.1.json"] {
            assert!(is_whole(path), "{path}");
        }
        for path in ["obverse-1.js", "obverse-1_bg.wasm", "worker.js", "sw.js", "en.pieces.1.json"] {
            assert!(!is_whole(path), "{path}");
        }
    }

    #[test]
    fn sizes_are_those_of_the_compressed_file() {
        let size = measure(&[b'a'; 10_000]).expect("memory does not fail");
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 50);
    }
}
