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
//!
//! How the words of a file are parted does not matter: mail and notes apps wrap lines, quote them, put blanks, blank lines
//! or signs that nobody sees between them, and words before and after. The file is put together anew out of its
//! words, and the digest says whether it is the one that was written.

use super::Refusal;
use crate::seal::{Cost, NONCE, SALT, digest, open, seal, stretch};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fmt::Write;

/// Bytes that a file may have.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Records that a file may hold.
pub const MOST_RECORDS: u32 = 200_000;

/// What every file begins with, before the number of its format.
const NAME: &str = "obverse";
/// The format of the file.
const FORMAT: u32 = 1;
/// The format of what is sealed in it.
const PAYLOAD: u32 = 1;
/// What the key of a passphrase serves for here.
const PURPOSE: &str = "backup";
/// Signs in a line of the body.
const LINE: usize = 76;
/// Words in the second line.
const FIELDS: usize = 6;
/// What stands there if the file was saved as it travels by mail, and never else: a number has no such digit.
const QUOTED: &str = " kib=3D";
/// What the last line begins with.
const END: &str = "end";
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
    let head = head(cost, salt, nonce, PAYLOAD, records);
    let key = stretch(passphrase, salt, cost)?.derive(PURPOSE);
    let body = STANDARD.encode(seal(&key, nonce, head.as_bytes(), payload.as_bytes()));
    let mut file = in_lines(&head, &body);
    let check = hex(&digest(file.as_bytes()));
    writeln!(file, "{END} {check}").expect("a string takes any text");
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
    let file = plain(file);
    let mut words = file.split_ascii_whitespace();
    of_this_format(&mut words)?;
    let mut head = format!("{NAME} {FORMAT}\n");
    head.push_str(&words.by_ref().take(FIELDS).collect::<Vec<_>>().join(" "));
    head.push('\n');
    let body: String = words.by_ref().take_while(|word| *word != END).collect();
    whole(&head, &body, words)?;
    let read = fields(&head).ok_or(Refusal::Damaged)?;
    if read.payload > PAYLOAD {
        return Err(Refusal::Newer);
    }
    if !read.cost.allowed() || read.records > MOST_RECORDS {
        return Err(Refusal::OutOfBounds);
    }
    let body = STANDARD.decode(&body).map_err(|_| Refusal::Damaged)?;
    Ok(Sealed { records: read.records, cost: read.cost, salt: read.salt, nonce: read.nonce, head, body })
}

impl Sealed {
    /// The payload. Takes its time.
    pub fn open(&self, passphrase: &str) -> Result<String, Refusal> {
        let key = stretch(passphrase, &self.salt, self.cost)?.derive(PURPOSE);
        let payload = open(&key, &self.nonce, self.head.as_bytes(), &self.body).ok_or(Refusal::Wrong)?;
        String::from_utf8(payload).map_err(|_| Refusal::Damaged)
    }
}

/// The signs of a file and what parts its words. No other sign is in one that was written, and one that means something
/// is missed by the digest.
fn plain(file: &str) -> String {
    let sign = |sign: char| match sign {
        // Mail quotes lines with these.
        '>' | '|' => Some(' '),
        _ if sign.is_whitespace() => Some(' '),
        _ => sign.is_ascii_graphic().then_some(sign),
    };
    match file.contains(QUOTED) {
        true => unquoted(file).chars().filter_map(sign).collect(),
        false => file.chars().filter_map(sign).collect(),
    }
}

/// What a message says that was saved as it travels, in "quoted-printable": `=3D` is a `=`, and a line that ends in a `=`
/// goes on in the next.
fn unquoted(file: &str) -> String {
    let mut parts = file.split('=');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.split_at_checked(2).and_then(|(code, rest)| Some((u8::from_str_radix(code, 16).ok()?, rest)));
        match code {
            Some((byte, rest)) => {
                text.push(byte.into());
                text.push_str(rest);
            }
            None => text.push_str(part.strip_prefix("\r\n").or(part.strip_prefix(['\n', '\r'])).unwrap_or(part)),
        }
    }
    text
}

/// Passes over all words up to the number of the format; whether there is one, and this version knows it.
fn of_this_format<'w>(words: &mut impl Iterator<Item = &'w str>) -> Result<(), Refusal> {
    let mut named = false;
    for word in words {
        let number = word.parse().ok().filter(|number: &u32| named && *number > 0 && number.to_string() == word);
        match number {
            Some(FORMAT) => return Ok(()),
            Some(_) => return Err(Refusal::Newer),
            None => named = word == NAME,
        }
    }
    Err(Refusal::NotABackup)
}

/// Whether the digest that stands in these words is that of the lines before it.
fn whole<'w>(head: &str, body: &str, words: impl Iterator<Item = &'w str>) -> Result<(), Refusal> {
    let mut check = String::new();
    for word in words {
        if check.len() >= DIGEST {
            break;
        }
        check.push_str(word);
    }
    match () {
        () if check.len() < DIGEST => Err(Refusal::CutShort),
        () if check != hex(&digest(in_lines(head, body).as_bytes())) => Err(Refusal::Damaged),
        () => Ok(()),
    }
}

/// The lines before the last.
fn in_lines(head: &str, body: &str) -> String {
    let mut file = String::with_capacity(head.len() + body.len() + body.len().div_ceil(LINE) + DIGEST + 8);
    file.push_str(head);
    let mut rest = body;
    while !rest.is_empty() {
        let Some((line, later)) = rest.split_at_checked(rest.len().min(LINE)) else { break };
        file.push_str(line);
        file.push('\n');
        rest = later;
    }
    file
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
    let (salt, nonce) = (STANDARD.encode(salt), STANDARD.encode(nonce));
    let Cost { kib, passes } = cost;
    format!(
        "{NAME} {FORMAT}\nsalt={salt} kib={kib} passes={passes} nonce={nonce} payload={payload} records={records}\n"
    )
}

fn fields(text: &str) -> Option<Head> {
    let mut words = text.lines().nth(1)?.split(' ');
    let mut next = |name: &str| words.next()?.strip_prefix(name)?.strip_prefix('=');
    let salt = STANDARD.decode(next("salt")?).ok()?.try_into().ok()?;
    let cost = Cost { kib: next("kib")?.parse().ok()?, passes: next("passes")?.parse().ok()? };
    let nonce = STANDARD.decode(next("nonce")?).ok()?.try_into().ok()?;
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
