//! The first form in which records are stored. Never changed: a later form gets a file of its own. A further kind of
//! record is no change: a version that does not know it keeps it unread.
//!
//! A field this version does not know means that a later one wrote it; such a value is refused rather than read
//! in part, or the part not understood would be lost with the next save.

mod read;
mod write;

use crate::reflection::{How, Level, Side, Stand};

pub(super) use read::read;
pub(super) use write::write;

/// Every answer of a placement.
const STANDS: [Stand; 8] = [
    Stand::Top,
    Stand::Bottom,
    Stand::Both,
    Stand::Changes,
    Stand::ReadAs,
    Stand::Unsure,
    Stand::NoFit,
    Stand::RatherNotSay,
];

/// What an answer of a placement is stored as.
fn stand(stand: Stand) -> &'static str {
    match stand {
        Stand::Top => "top",
        Stand::Bottom => "bottom",
        Stand::Both => "both",
        Stand::Changes => "changes",
        Stand::ReadAs => "read-as",
        Stand::Unsure => "unsure",
        Stand::NoFit => "no-fit",
        Stand::RatherNotSay => "rather-not-say",
    }
}

/// What a side is stored as.
fn side(side: Side) -> &'static str {
    match side {
        Side::Top => "top",
        Side::Bottom => "bottom",
    }
}

/// Where a commitment may act.
const LEVELS: [Level; 3] = [Level::Internal, Level::Interpersonal, Level::Institutional];

/// What a level is stored as.
fn level(level: Level) -> &'static str {
    match level {
        Level::Internal => "internal",
        Level::Interpersonal => "interpersonal",
        Level::Institutional => "institutional",
    }
}

/// What may have become of a commitment.
const HOWS: [How; 4] = [How::StillGoing, How::Changed, How::Done, How::LetGo];

/// What that is stored as.
fn how(how: How) -> &'static str {
    match how {
        How::StillGoing => "going",
        How::Changed => "changed",
        How::Done => "done",
        How::LetGo => "let-go",
    }
}

#[cfg(test)]
mod tests {
    use crate::vault::{RecordId, Rev, revision::Revision};
    use std::{fs, path::Path};

    #[test]
    fn what_was_stored_is_stored_the_same_again() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/v1");
        let mut pairs: Vec<(String, String)> = Vec::new();
        for name in ["journal.json", "steps.json"] {
            let text = fs::read_to_string(folder.join(name)).expect("a fixture");
            pairs.extend(serde_json::from_str::<Vec<_>>(&text).expect("pairs of key and value"));
        }
        let mut count = 0;
        for (key, value) in pairs {
            let Some((id, rev)) = key.strip_prefix("ob/r/").and_then(|name| name.split_once('/')) else { continue };
            let (id, rev): (RecordId, Rev) = (id.parse().expect("an id"), rev.parse().expect("a revision"));
            let revision = Revision::decode(id, rev, &value).expect("readable");
            assert_eq!(revision.encode(id, rev), value);
            count += 1;
        }
        assert!(count > 18);
    }
}
