//! What is held against any bytes at all. Each function takes an input and asserts what must be so whatever it is;
//! `fuzz_targets/` hands them to libFuzzer, and `cargo xtask fuzz` runs them.
//!
//! The first byte of an input says what the rest is, so that a seed can be read and written by hand.
#![forbid(unsafe_code)]

mod backup;
mod content;
mod header;
mod journal;
mod record;

pub use backup::backup;
pub use content::content;
pub use header::header;
pub use record::record;

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    #[test]
    fn what_is_asserted_holds_for_the_seeds() {
        let targets: [(&str, fn(&[u8])); 4] = [
            ("record", super::record),
            ("header", super::header),
            ("backup", super::backup),
            ("content", super::content),
        ];
        for (name, target) in targets {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
            let mut count = 0;
            for seed in fs::read_dir(folder).expect("a folder") {
                target(&fs::read(seed.expect("a file").path()).expect("readable"));
                count += 1;
            }
            assert!(count > 3, "{name}");
        }
    }
}
