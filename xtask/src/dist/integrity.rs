//! Hashes: of a file, as an `integrity` attribute has it, and of a version.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use obverse_core::seal::digest;

/// `sha256-...` of a file.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(digest(bytes)))
}

/// The name of a version, twelve hex digits: the same for the same page and the same files.
pub(super) fn version<'f>(page: [&str; 2], files: impl Iterator<Item = (&'f String, &'f Vec<u8>)>) -> String {
    let mut all = page.map(|text| of(text.as_bytes())).join("\n");
    for (name, bytes) in files {
        all.push_str(&format!("\n{name} {}", of(bytes)));
    }
    digest(all.as_bytes())[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}
