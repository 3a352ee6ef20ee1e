//! The sealed file of a backup: ASCII that survives mail, notes apps and line ends of any system.
//!
//! ```text
//! obverse 1
//! salt=… kib=65536 passes=3 nonce=… payload=1 records=12
//! the payload, sealed, in base64, 76 to a line
//! end the SHA-256 of all lines above, in hex
//! ```
//!
//! The first two lines are bound to what is sealed. The digest tells a file that came to harm on its way from one that
//! the passphrase does not fit, before anybody is asked for it; it does not keep out who alters a file with care,
//! which is what the sealing does.

use super::Refusal;
use crate::base64::FILED;
use crate::seal::{Cost, NONCE, SALT, digest, open, seal, stretch};
use std::fmt::Write;

/// Bytes that a file may have.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Records that a file may hold.
pub const MOST_RECORDS: u32 = 200_000;

/// What every file begins with, before the number of its format.
const NAME: &str = "obverse ";
/// The format of the file.
const FORMAT: u32 = 1;
/// The format of what is sealed in it.
const PAYLOAD: u32 = 1;
/// What the key of a passphrase serves for here.
const PURPOSE: &str = "backup";
/// Signs in a line of the body.
const LINE: usize = 76;
/// Hex digits of the digest.
const DIGEST: usize = 64;

/// Seals a payload. Takes the time that `cost` says.
pub fn write(
    passphrase: &str,
    cost: Cost,
    salt: &[u8; SALT],
    nonce: &[u8; NONCE],
    payload: &str,
    records: u32,
) -> Result<String, Refusal> {
    if records > MOST_RECORDS || payload.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let mut file = head(cost, salt, nonce, PAYLOAD, records);
    let key = stretch(passphrase, salt, cost)?.derive(PURPOSE);
    let body = FILED.encode(&seal(&key, nonce, file.as_bytes(), payload.as_bytes()));
    file.reserve(body.len() + body.len().div_ceil(LINE) + DIGEST + 8);
    let mut rest = body.as_str();
    while !rest.is_empty() {
        let Some((line, later)) = rest.split_at_checked(rest.len().min(LINE)) else { break };
        file.push_str(line);
        file.push('\n');
        rest = later;
    }
    let check = hex(&digest(file.as_bytes()));
    file.push_str("end ");
    file.push_str(&check);
    file.push('\n');
    if file.len() > MOST_BYTES { Err(Refusal::TooLarge) } else { Ok(file) }
}

/// A file that is whole and within bounds, not yet opened.
pub struct Sealed {
    /// How many records it says it holds.
    pub records: u32,
    cost: Cost,
    salt: [u8; SALT],
    nonce: [u8; NONCE],
    head: String,
    body: Vec<u8>,
}

/// Looks at a file, as far as that goes without its passphrase. No work is done for one that is out of bounds.
pub fn read(file: &str) -> Result<Sealed, Refusal> {
    if file.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut lines = file.lines();
    of_this_format(lines.next().unwrap_or_default())?;
    let text = whole(file)?;
    let (head, body) = parts(&text).ok_or(Refusal::Damaged)?;
    let read = fields(head).ok_or(Refusal::Damaged)?;
    if read.payload > PAYLOAD {
        return Err(Refusal::Newer);
    }
    if !read.cost.allowed() || read.records > MOST_RECORDS {
        return Err(Refusal::OutOfBounds);
    }
    let body = FILED.decode(&body.replace('\n', "")).ok_or(Refusal::Damaged)?;
    Ok(Sealed {
        records: read.records,
        cost: read.cost,
        salt: read.salt,
        nonce: read.nonce,
        head: head.to_owned(),
        body,
    })
}

impl Sealed {
    /// The payload. Takes its time.
    pub fn open(&self, passphrase: &str) -> Result<String, Refusal> {
        let key = stretch(passphrase, &self.salt, self.cost)?.derive(PURPOSE);
        let payload = open(&key, &self.nonce, self.head.as_bytes(), &self.body).ok_or(Refusal::Wrong)?;
        String::from_utf8(payload).map_err(|_| Refusal::Damaged)
    }
}

/// Whether the first line is that of a file this version knows.
fn of_this_format(first: &str) -> Result<(), Refusal> {
    let number = first.strip_prefix(NAME).ok_or(Refusal::NotABackup)?;
    match number.parse::<u32>() {
        Ok(FORMAT) if number.len() == 1 => Ok(()),
        Ok(later) if later > FORMAT => Err(Refusal::Newer),
        _ => Err(Refusal::NotABackup),
    }
}

/// The text before the last line, if that line is the right digest of it. Line ends become plain, and blank lines
/// after the last are passed over.
fn whole(file: &str) -> Result<String, Refusal> {
    let mut text = String::with_capacity(file.len());
    for line in file.lines() {
        text.push_str(line);
        text.push('\n');
    }
    text.truncate(text.trim_end_matches('\n').len());
    let end = text.rfind('\n').map_or(0, |place| place + 1);
    let check = text
        .get(end..)
        .and_then(|last| last.strip_prefix("end "))
        .filter(|check| check.len() >= DIGEST)
        .ok_or(Refusal::CutShort)?;
    if check != hex(&digest(&text.as_bytes()[..end])) {
        return Err(Refusal::Damaged);
    }
    text.truncate(end);
    Ok(text)
}

/// The first two lines and the rest.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (first, later) = text.split_once('\n')?;
    let (second, _) = later.split_once('\n')?;
    text.split_at_checked(first.len() + second.len() + 2)
}

/// What stands in the first two lines.
struct Head {
    cost: Cost,
    salt: [u8; SALT],
    nonce: [u8; NONCE],
    payload: u32,
    records: u32,
}

fn head(cost: Cost, salt: &[u8; SALT], nonce: &[u8; NONCE], payload: u32, records: u32) -> String {
    let (salt, nonce) = (FILED.encode(salt), FILED.encode(nonce));
    let Cost { kib, passes } = cost;
    format!("{NAME}{FORMAT}\nsalt={salt} kib={kib} passes={passes} nonce={nonce} payload={payload} records={records}\n")
}

fn fields(text: &str) -> Option<Head> {
    let mut words = text.lines().nth(1)?.split(' ');
    let mut next = |name: &str| words.next()?.strip_prefix(name)?.strip_prefix('=');
    let salt = FILED.decode(next("salt")?)?.try_into().ok()?;
    let cost = Cost { kib: next("kib")?.parse().ok()?, passes: next("passes")?.parse().ok()? };
    let nonce = FILED.decode(next("nonce")?)?.try_into().ok()?;
    let (payload, records) = (next("payload")?.parse().ok()?, next("records")?.parse().ok()?);
    // Written anew it must be the same: there is one way to write each number, and nothing stands after the last.
    (head(cost, &salt, &nonce, payload, records) == text).then_some(Head { cost, salt, nonce, payload, records })
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("a string takes any text");
    }
    text
}
