//! From stored text.

use super::{HOWS, LEVELS, STANDS, how, level, side, stand};
use crate::{
    json::{Fields, Json},
    reflection::{
        Answer, Body, Commitment, Entry, Given, Look, Part, Placement, Run, Setting, Side, Stamp, Stand, day,
    },
    vault::{Rev, Trouble, revision::Revision},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// The revision a stored text tells of.
pub(in crate::vault) fn read(text: &[u8]) -> Result<Revision, Trouble> {
    std::str::from_utf8(text).ok().and_then(Json::read).and_then(revision).ok_or(Trouble::Newer)
}

fn revision(value: Json) -> Option<Revision> {
    let mut fields = Fields::of(value, &["m", "a"]);
    let revision = Revision {
        made: fields.maybe("m", stamp)?,
        at: fields.maybe("a", stamp)?,
        parents: fields.maybe("p", revs).unwrap_or_default(),
        past: fields.maybe("q", revs).unwrap_or_default(),
        body: fields.maybe("d", body),
    };
    fields.whole(revision)
}

/// A moment, brought in range: one that no clock shows must not cost the words beside it. The value stays as it stands on
/// the shelf, and the next revision has the moment as it is shown.
fn stamp(value: Json) -> Option<Stamp> {
    let (ms, offset) = pair(value)?;
    let offset = offset.number::<i64>()?;
    Some(Stamp { ms: ms.number()?, offset: i16::try_from(offset).unwrap_or(i16::MAX) }.bounded())
}

fn pair(value: Json) -> Option<(Json, Json)> {
    let [first, second] = <[Json; 2]>::try_from(value.list(Some)?).ok()?;
    Some((first, second))
}

fn revs(value: Json) -> Option<Vec<Rev>> {
    let bytes = URL_SAFE_NO_PAD.decode(value.text()?).ok()?;
    let (revs, rest) = bytes.as_chunks::<16>();
    rest.is_empty().then(|| revs.iter().map(|rev| Rev(*rev)).collect())
}

fn body(value: Json) -> Option<Body> {
    let (kind, value) = value.variant()?;
    match kind.as_str() {
        "run" => run(value),
        "place" => placement(value),
        "entry" => entry(value),
        "step" => commitment(value),
        _ => None,
    }
}

fn run(value: Json) -> Option<Body> {
    let mut fields = Fields::of(value, &["a", "r", "b"]);
    let run = Run {
        activity: fields.text("a"),
        revision: fields.number("r"),
        begun: fields.maybe("b", stamp)?,
        given: fields.list("g", given),
        at: fields.text("at"),
        grew: fields.texts("grew"),
    };
    fields.whole(Body::Run(run))
}

fn given(value: Json) -> Option<Given> {
    let mut fields = Fields::of(value, &["i", "r", "a"]);
    let given = Given {
        item: fields.text("i"),
        revision: fields.number("r"),
        answer: fields.maybe("a", answer)?,
        new_to_me: fields.flag("new"),
        note: fields.text("n"),
    };
    fields.whole(given)
}

fn answer(value: Json) -> Option<Answer> {
    let (name, value) = value.variant()?;
    match name.as_str() {
        "one" => return value.text().map(Answer::One),
        "many" => return value.list(Json::text).map(Answer::Many),
        "scale" => return value.number().map(Answer::Scale),
        _ if value != Json::Null => return None,
        _ => {}
    }
    Some(match name.as_str() {
        "-" => Answer::None,
        "skip" => Answer::Skipped,
        "rather-not" => Answer::RatherNotSay,
        "seen" => Answer::Seen,
        "unsure" => Answer::Unsure,
        "written" => Answer::Written,
        _ => return None,
    })
}

fn placement(value: Json) -> Option<Body> {
    let mut fields = Fields::of(value, &["c", "r"]);
    let placement = Placement {
        coin: fields.text("c"),
        revision: fields.number("r"),
        stand: fields.maybe("s", one_of_stands),
        settings: fields.list("w", setting),
        note: fields.text("n"),
    };
    fields.whole(Body::Placement(placement))
}

fn one_of_stands(value: Json) -> Option<Stand> {
    let name = value.text()?;
    STANDS.into_iter().find(|one| stand(*one) == name)
}

fn setting(value: Json) -> Option<Setting> {
    let (place, there) = pair(value)?;
    let there = match there {
        Json::Null => None,
        there => Some(one_of_sides(there)?),
    };
    Some(Setting { place: place.text()?, side: there })
}

fn one_of_sides(value: Json) -> Option<Side> {
    let name = value.text()?;
    [Side::Top, Side::Bottom].into_iter().find(|one| side(*one) == name)
}

fn entry(value: Json) -> Option<Body> {
    let mut fields = Fields::of(value, &[]);
    let entry = Entry {
        form: fields.text("f"),
        revision: fields.number("r"),
        title: fields.text("t"),
        parts: fields.list("p", part),
        grew_from: fields.text("from"),
        coins: fields.texts("c"),
        at: fields.text("at"),
    };
    fields.whole(Body::Entry(entry))
}

fn part(value: Json) -> Option<Part> {
    let mut fields = Fields::of(value, &[]);
    let part = Part {
        item: fields.text("i"),
        revision: fields.number("r"),
        chosen: fields.texts("c"),
        text: fields.text("t"),
    };
    fields.whole(part)
}

fn commitment(value: Json) -> Option<Body> {
    let mut fields = Fields::of(value, &[]);
    let step = Commitment {
        what: fields.text("w"),
        level: fields
            .maybe("l", |value| value.text().and_then(|name| LEVELS.into_iter().find(|one| level(*one) == name))),
        coin: fields.text("c"),
        asked_by: fields.text("by"),
        first: fields.text("1"),
        power: fields.text("pow"),
        risk: fields.text("risk"),
        sign: fields.text("sign"),
        look_again: fields.maybe("on", |value| day(&value.text()?)),
        grew_from: fields.text("from"),
        looks: fields.list("a", look),
    };
    fields.whole(Body::Commitment(step))
}

fn look(value: Json) -> Option<Look> {
    let mut fields = Fields::of(value, &["a"]);
    let look = Look {
        at: fields.maybe("a", stamp)?,
        how: fields.maybe("h", |value| value.text().and_then(|name| HOWS.into_iter().find(|one| how(*one) == name))),
        words: fields.text("n"),
    };
    fields.whole(look)
}
