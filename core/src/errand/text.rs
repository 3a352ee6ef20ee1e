//! Errands and answers as text: the name of the variant, with its fields. Binary stands in base64.

use super::{Answer, Errand, Refusal};
use crate::json::{Fields, Json, Writer};
use crate::seal::{Cost, Key};
use base64::{Engine, engine::general_purpose::STANDARD};

/// A word for each refusal.
const REFUSALS: [(Refusal, &str); 8] = [
    (Refusal::NoMemory, "no-memory"),
    (Refusal::Wrong, "wrong"),
    (Refusal::NotABackup, "not-a-backup"),
    (Refusal::Newer, "newer"),
    (Refusal::CutShort, "cut-short"),
    (Refusal::Damaged, "damaged"),
    (Refusal::TooLarge, "too-large"),
    (Refusal::OutOfBounds, "out-of-bounds"),
];

impl Errand {
    /// As a message.
    pub fn encode(&self) -> String {
        match self {
            Errand::Stretch { passphrase, salt, cost } => message("stretch", &|to| {
                to.name("passphrase").string(passphrase);
                bytes(to, "salt", salt);
                costing(to, *cost);
            }),
            Errand::Calibrate { passphrase, salt } => message("calibrate", &|to| {
                to.name("passphrase").string(passphrase);
                bytes(to, "salt", salt);
            }),
            Errand::Pack { passphrase, salt, nonce, payload, records } => message("pack", &|to| {
                to.name("passphrase").string(passphrase);
                bytes(to, "salt", salt);
                bytes(to, "nonce", nonce);
                to.name("payload").string(payload);
                to.name("records").plain(records);
            }),
            Errand::Unpack { passphrase, file } => message("unpack", &|to| {
                to.name("passphrase").string(passphrase);
                to.name("file").string(file);
            }),
            Errand::Look { text } => message("look", &|to| to.name("text").string(text)),
        }
    }

    /// Of a message; `None` if it is none of ours.
    pub fn decode(message: &str) -> Option<Errand> {
        let (name, value) = Json::read(message)?.variant()?;
        let needed: &[&str] = if name == "look" { &["text"] } else { &["passphrase"] };
        let mut from = Fields::of(value, needed);
        let passphrase = from.text("passphrase");
        let errand = match name.as_str() {
            "stretch" => Errand::Stretch { passphrase, salt: taken(&mut from, "salt")?, cost: cost_of(&mut from) },
            "calibrate" => Errand::Calibrate { passphrase, salt: taken(&mut from, "salt")? },
            "pack" => Errand::Pack {
                passphrase,
                salt: taken(&mut from, "salt")?,
                nonce: taken(&mut from, "nonce")?,
                payload: from.maybe("payload", Json::text)?,
                records: from.maybe("records", Json::number)?,
            },
            "unpack" => Errand::Unpack { passphrase, file: from.maybe("file", Json::text)? },
            "look" if passphrase.is_empty() => Errand::Look { text: from.text("text") },
            _ => return None,
        };
        from.whole(errand)
    }
}

impl Answer {
    /// As a message.
    pub fn encode(&self) -> String {
        match self {
            Answer::Key { key, cost } => message("key", &|to| {
                bytes(to, "key", key.bytes());
                costing(to, *cost);
            }),
            Answer::Packed { file } => message("packed", &|to| to.name("file").string(file)),
            Answer::Unpacked { payload, records } => message("unpacked", &|to| {
                to.name("payload").string(payload);
                to.name("records").plain(records);
            }),
            Answer::Found { words, together } => message("found", &|to| {
                to.name("words").strings(words);
                to.name("together").strings(together);
            }),
            Answer::Refused(refusal) => message("refused", &|to| to.name("why").string(word(*refusal))),
            Answer::Failed => message("failed", &|_| ()),
        }
    }

    /// Of a message. What cannot be read is a failure too.
    pub fn decode(message: &str) -> Answer {
        decode(message).unwrap_or(Answer::Failed)
    }
}

fn decode(message: &str) -> Option<Answer> {
    let (name, value) = Json::read(message)?.variant()?;
    let mut from = Fields::of(value, &[]);
    let answer = match name.as_str() {
        "key" => Answer::Key { key: Key::new(taken(&mut from, "key")?), cost: cost_of(&mut from) },
        "packed" => Answer::Packed { file: from.maybe("file", Json::text)? },
        "unpacked" => Answer::Unpacked {
            payload: from.maybe("payload", Json::text)?,
            records: from.maybe("records", Json::number)?,
        },
        "found" => Answer::Found { words: from.texts("words"), together: from.texts("together") },
        "refused" => {
            let why = from.text("why");
            Answer::Refused(REFUSALS.iter().find(|one| one.1 == why)?.0)
        }
        _ => return None,
    };
    from.whole(answer)
}

fn word(refusal: Refusal) -> &'static str {
    REFUSALS.iter().find(|one| one.0 == refusal).expect("each refusal has a word").1
}

fn message(name: &str, fields: &dyn Fn(&mut Writer)) -> String {
    let mut to = Writer::default();
    to.open('{');
    to.name(name).open('{');
    fields(&mut to);
    to.close('}');
    to.close('}');
    to.into_text()
}

fn bytes(to: &mut Writer, name: &str, bytes: &[u8]) {
    to.name(name).string(&STANDARD.encode(bytes));
}

fn taken<const N: usize>(from: &mut Fields, name: &str) -> Option<[u8; N]> {
    STANDARD.decode(from.text(name)).ok()?.try_into().ok()
}

fn costing(to: &mut Writer, cost: Cost) {
    to.name("kib").plain(&cost.kib);
    to.name("passes").plain(&cost.passes);
}

/// A cost that is left out is zero, which none allows.
fn cost_of(from: &mut Fields) -> Cost {
    Cost { kib: from.number("kib"), passes: from.number("passes") }
}
