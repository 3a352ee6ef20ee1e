//! Errands: what they come to, and files of a backup, whole and harmed.

mod files;
mod golden;
mod harm;
mod messages;

use obverse_core::errand::file;
use obverse_core::seal::{Cost, NONCE, SALT};

/// As cheap as it is allowed: the app always uses `Cost::BACKUP`.
const CHEAP: Cost = Cost { kib: 8, passes: 1 };
const PASSPHRASE: &str = "a kettle, two maps and the tide";

/// A file of that payload.
fn packed(payload: &str, records: u32) -> String {
    file::write(PASSPHRASE, CHEAP, &[3; SALT], &[4; NONCE], payload, records).expect("it is small")
}
