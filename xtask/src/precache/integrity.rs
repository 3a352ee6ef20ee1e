//! Hashes: of a file, as an `integrity` attribute has it, and of a version.

use super::Asset;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use obverse_core::seal::digest;

/// `sha256-...` of a file.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(digest(bytes)))
}

/// The first `count` bytes of a file's hash, in hex: what a hashed file name carries.
pub(super) fn short(bytes: &[u8], count: usize) -> String {
    digest(bytes)[..count].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of a version: the same for the same files.
pub(super) fn version(page: &str, assets: &[Asset]) -> String {
    let mut all = of(page.as_bytes());
    for asset in assets {
        all.push_str(&format!("\n{} {}", asset.path, asset.integrity));
    }
    short(all.as_bytes(), 6)
}
