//! How many bytes a build is, and the gate on those that come before the app can be used.

use crate::{Outcome, place};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;

/// Brotli bytes that everything up to first usable may come to.
const GATE: usize = 180_000;

/// The sizes of one file.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the size of each file, and fails if what is needed up to first usable is over the gate.
pub(crate) fn print_and_gate(dist: &Path) -> Outcome {
    let sum = print(dist)?;
    if sum > GATE {
        return Err(format!("up to first usable: {sum} B brotli, and at most {GATE} B are allowed"));
    }
    Ok(())
}

/// Prints the size of each file and returns the brotli bytes up to first usable.
pub(crate) fn print(dist: &Path) -> Outcome<usize> {
    let mut sum = Size::default();
    println!("\n{:>10} {:>10} {:>10}   file (* up to first usable)", "raw", "gzip", "brotli");
    for path in place::files(dist)? {
        let size = measure(&place::read_bytes(&dist.join(&path))?)?;
        let first = is_first(&path);
        row(size, &format!("{}{path}", if first { "* " } else { "  " }));
        if first {
            sum = Size { raw: sum.raw + size.raw, gzip: sum.gzip + size.gzip, brotli: sum.brotli + size.brotli };
        }
    }
    row(sum, "* up to first usable\n");
    Ok(sum.brotli)
}

fn row(size: Size, name: &str) {
    println!("{:>10} {:>10} {:>10}   {name}", size.raw, size.gzip, size.brotli);
}

/// Whether a file is needed before the app can be used: the page, its styles and scripts, the program, and the
/// interface words of the page's locale.
fn is_first(path: &str) -> bool {
    let script = path.ends_with(".js") && path != "sw.js" && !comes_later(path);
    let program = path.ends_with(".wasm") && !comes_later(path);
    path == "index.html" || path.ends_with(".css") || script || program || path.starts_with("en.shell.")
}

/// The worker, and the program with the screens that are seldom needed: fetched once the app can be used.
fn comes_later(path: &str) -> bool {
    path.starts_with("worker") || path.starts_with("whole")
}

fn measure(bytes: &[u8]) -> Outcome<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(told)?;
    let gzip = gzip.finish().map_err(told)?.len();
    Ok(Size { raw: bytes.len(), gzip, brotli: brotli(bytes)?.len() })
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
        for path in
            ["index.html", "obverse-1.js", "obverse-1_bg.wasm", "obverse-1.css", "theme-1.js", "en.shell.1.json"]
        {
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
    }

    #[test]
    fn sizes_are_those_of_the_compressed_file() {
        let size = measure(&[b'a'; 10_000]).expect("memory does not fail");
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 50);
    }
}
