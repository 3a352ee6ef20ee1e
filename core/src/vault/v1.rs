//! The first form in which records are stored. Never changed: a later form gets a file of its own.
//!
//! A field this version does not know means that a later one wrote it; such a value is refused rather than read
//! in part, or the part not understood would be lost with the next save.

use super::{Rev, Trouble, revision::Revision};
use crate::reflection::{self, Body, Side, Stamp, Stand};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    /// When the record was made: milliseconds, and minutes ahead of UTC.
    m: (i64, i16),
    /// When this revision was written.
    a: (i64, i16),
    /// Parents: their bytes one after the other.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    p: String,
    /// Earlier ancestors that were still there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    q: String,
    /// The data, under the name of its kind; none in a deletion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    d: Option<Data>,
}

#[derive(Serialize, Deserialize)]
enum Data {
    #[serde(rename = "run")]
    Run(Run),
    #[serde(rename = "place")]
    Placement(Placement),
    #[serde(rename = "entry")]
    Entry(Entry),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    a: String,
    r: u32,
    b: (i64, i16),
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    g: Vec<Given>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    at: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    grew: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    i: String,
    r: u32,
    a: Answer,
    #[serde(default, skip_serializing_if = "is_false")]
    new: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
}

#[derive(Serialize, Deserialize)]
enum Answer {
    #[serde(rename = "-")]
    None,
    #[serde(rename = "skip")]
    Skipped,
    #[serde(rename = "rather-not")]
    RatherNotSay,
    #[serde(rename = "seen")]
    Seen,
    #[serde(rename = "one")]
    One(String),
    #[serde(rename = "many")]
    Many(Vec<String>),
    #[serde(rename = "scale")]
    Scale(u8),
    #[serde(rename = "unsure")]
    Unsure,
    #[serde(rename = "written")]
    Written,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Placement {
    c: String,
    r: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s: Option<Stand>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    w: Vec<(String, Option<Side>)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    n: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    f: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    r: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    t: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    p: Vec<Part>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    from: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    c: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    at: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    i: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    r: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    c: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    t: String,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &u32) -> bool {
    *value == 0
}

/// The stored text of a revision.
pub(super) fn write(revision: &Revision) -> Vec<u8> {
    let stored = Stored {
        m: moment(revision.made),
        a: moment(revision.at),
        p: join(&revision.parents),
        q: join(&revision.past),
        d: revision.body.as_ref().map(Data::from),
    };
    serde_json::to_vec(&stored).expect("plain fields always have a JSON form")
}

/// The revision a stored text tells of.
pub(super) fn read(text: &[u8]) -> Result<Revision, Trouble> {
    let stored: Stored = serde_json::from_slice(text).map_err(|_| Trouble::Newer)?;
    Ok(Revision {
        made: stamp(stored.m),
        at: stamp(stored.a),
        parents: split(&stored.p)?,
        past: split(&stored.q)?,
        body: stored.d.map(Body::from),
    })
}

fn moment(stamp: Stamp) -> (i64, i16) {
    (stamp.ms, stamp.offset)
}

fn stamp((ms, offset): (i64, i16)) -> Stamp {
    Stamp { ms, offset }
}

fn join(revs: &[Rev]) -> String {
    URL_SAFE_NO_PAD.encode(revs.iter().flat_map(|rev| rev.0).collect::<Vec<_>>())
}

fn split(text: &str) -> Result<Vec<Rev>, Trouble> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| Trouble::Newer)?;
    let revs = bytes.chunks(16).map(|rev| rev.try_into().map(Rev));
    revs.collect::<Result<_, _>>().map_err(|_| Trouble::Newer)
}

impl From<&Body> for Data {
    fn from(body: &Body) -> Data {
        match body {
            Body::Run(run) => Data::Run(Run {
                a: run.activity.clone(),
                r: run.revision,
                b: moment(run.begun),
                g: run.given.iter().map(Given::from).collect(),
                at: run.at.clone(),
                grew: run.grew.clone(),
            }),
            Body::Placement(placement) => Data::Placement(Placement {
                c: placement.coin.clone(),
                r: placement.revision,
                s: placement.stand,
                w: placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect(),
                n: placement.note.clone(),
            }),
            Body::Entry(entry) => Data::Entry(Entry {
                f: entry.form.clone(),
                r: entry.revision,
                t: entry.title.clone(),
                p: entry.parts.iter().map(Part::from).collect(),
                from: entry.grew_from.clone(),
                c: entry.coins.clone(),
                at: entry.at.clone(),
            }),
        }
    }
}

impl From<Data> for Body {
    fn from(data: Data) -> Body {
        match data {
            Data::Run(run) => Body::Run(reflection::Run {
                activity: run.a,
                revision: run.r,
                begun: stamp(run.b),
                given: run.g.into_iter().map(reflection::Given::from).collect(),
                at: run.at,
                grew: run.grew,
            }),
            Data::Placement(placement) => Body::Placement(reflection::Placement {
                coin: placement.c,
                revision: placement.r,
                stand: placement.s,
                settings: placement.w.into_iter().map(|(place, side)| reflection::Setting { place, side }).collect(),
                note: placement.n,
            }),
            Data::Entry(entry) => Body::Entry(reflection::Entry {
                form: entry.f,
                revision: entry.r,
                title: entry.t,
                parts: entry.p.into_iter().map(reflection::Part::from).collect(),
                grew_from: entry.from,
                coins: entry.c,
                at: entry.at,
            }),
        }
    }
}

impl From<&reflection::Given> for Given {
    fn from(given: &reflection::Given) -> Given {
        Given {
            i: given.item.clone(),
            r: given.revision,
            a: Answer::from(&given.answer),
            new: given.new_to_me,
            n: given.note.clone(),
        }
    }
}

impl From<Given> for reflection::Given {
    fn from(given: Given) -> reflection::Given {
        reflection::Given {
            item: given.i,
            revision: given.r,
            answer: given.a.into(),
            new_to_me: given.new,
            note: given.n,
        }
    }
}

impl From<&reflection::Answer> for Answer {
    fn from(answer: &reflection::Answer) -> Answer {
        use reflection::Answer as Said;
        match answer {
            Said::None => Answer::None,
            Said::Skipped => Answer::Skipped,
            Said::RatherNotSay => Answer::RatherNotSay,
            Said::Seen => Answer::Seen,
            Said::One(option) => Answer::One(option.clone()),
            Said::Many(options) => Answer::Many(options.clone()),
            Said::Scale(place) => Answer::Scale(*place),
            Said::Unsure => Answer::Unsure,
            Said::Written => Answer::Written,
        }
    }
}

impl From<Answer> for reflection::Answer {
    fn from(answer: Answer) -> reflection::Answer {
        use reflection::Answer as Said;
        match answer {
            Answer::None => Said::None,
            Answer::Skipped => Said::Skipped,
            Answer::RatherNotSay => Said::RatherNotSay,
            Answer::Seen => Said::Seen,
            Answer::One(option) => Said::One(option),
            Answer::Many(options) => Said::Many(options),
            Answer::Scale(place) => Said::Scale(place),
            Answer::Unsure => Said::Unsure,
            Answer::Written => Said::Written,
        }
    }
}

impl From<&reflection::Part> for Part {
    fn from(part: &reflection::Part) -> Part {
        Part { i: part.item.clone(), r: part.revision, c: part.chosen.clone(), t: part.text.clone() }
    }
}

impl From<Part> for reflection::Part {
    fn from(part: Part) -> reflection::Part {
        reflection::Part { item: part.i, revision: part.r, chosen: part.c, text: part.t }
    }
}
