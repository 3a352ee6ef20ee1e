//! To stored text. What is empty is mostly left out; the order of the fields is fixed.

use super::{how, level, side, stand};
use crate::{
    json::Writer,
    reflection::{Answer, Body, Commitment, Entry, Given, Look, Part, Placement, Run, Setting, Stamp},
    vault::{Rev, revision::Revision},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::Datelike;

/// The stored text of a revision.
pub(in crate::vault) fn write(revision: &Revision) -> Vec<u8> {
    let mut to = Writer::default();
    to.open('{');
    // When the record was made and when this was written: milliseconds, and minutes ahead of UTC.
    stamp(to.name("m"), revision.made);
    stamp(to.name("a"), revision.at);
    // Parents, and earlier ancestors that were still there: their bytes one after the other.
    text(&mut to, "p", &join(&revision.parents));
    text(&mut to, "q", &join(&revision.past));
    // The data, under the name of its kind; none in a deletion.
    if let Some(data) = &revision.body {
        to.name("d").open('{');
        match data {
            Body::Run(data) => run(to.name("run"), data),
            Body::Placement(data) => placement(to.name("place"), data),
            Body::Entry(data) => entry(to.name("entry"), data),
            Body::Commitment(data) => commitment(to.name("step"), data),
        }
        to.close('}');
    }
    to.close('}');
    to.into_text().into_bytes()
}

fn stamp(to: &mut Writer, stamp: Stamp) {
    to.open('[');
    to.plain(&stamp.ms);
    to.plain(&stamp.offset);
    to.close(']');
}

fn join(revs: &[Rev]) -> String {
    URL_SAFE_NO_PAD.encode(revs.iter().flat_map(|rev| rev.0).collect::<Vec<_>>())
}

/// A string, unless it is empty.
fn text(to: &mut Writer, name: &str, text: &str) {
    if !text.is_empty() {
        to.name(name).string(text);
    }
}

/// Strings, unless there are none.
fn texts(to: &mut Writer, name: &str, texts: &[String]) {
    if !texts.is_empty() {
        to.name(name).strings(texts);
    }
}

/// A number, unless it is 0.
fn number(to: &mut Writer, name: &str, number: u32) {
    if number != 0 {
        to.name(name).plain(&number);
    }
}

/// An array, unless there is nothing in it.
fn list<T>(to: &mut Writer, name: &str, list: &[T], write: fn(&mut Writer, &T)) {
    if !list.is_empty() {
        to.name(name).open('[');
        for one in list {
            write(to, one);
        }
        to.close(']');
    }
}

fn run(to: &mut Writer, run: &Run) {
    to.open('{');
    to.name("a").string(&run.activity);
    to.name("r").plain(&run.revision);
    stamp(to.name("b"), run.begun);
    list(to, "g", &run.given, given);
    text(to, "at", &run.at);
    texts(to, "grew", &run.grew);
    to.close('}');
}

fn given(to: &mut Writer, given: &Given) {
    to.open('{');
    to.name("i").string(&given.item);
    to.name("r").plain(&given.revision);
    answer(to.name("a"), &given.answer);
    if given.new_to_me {
        to.name("new").plain(&true);
    }
    text(to, "n", &given.note);
    to.close('}');
}

fn answer(to: &mut Writer, answer: &Answer) {
    match answer {
        Answer::None => to.string("-"),
        Answer::Skipped => to.string("skip"),
        Answer::RatherNotSay => to.string("rather-not"),
        Answer::Seen => to.string("seen"),
        Answer::Unsure => to.string("unsure"),
        Answer::Written => to.string("written"),
        Answer::One(option) => {
            to.open('{');
            to.name("one").string(option);
            to.close('}');
        }
        Answer::Many(options) => {
            to.open('{');
            to.name("many").strings(options);
            to.close('}');
        }
        Answer::Scale(place) => {
            to.open('{');
            to.name("scale").plain(place);
            to.close('}');
        }
    }
}

fn placement(to: &mut Writer, placement: &Placement) {
    to.open('{');
    to.name("c").string(&placement.coin);
    to.name("r").plain(&placement.revision);
    if let Some(answer) = placement.stand {
        to.name("s").string(stand(answer));
    }
    list(to, "w", &placement.settings, setting);
    text(to, "n", &placement.note);
    to.close('}');
}

fn setting(to: &mut Writer, setting: &Setting) {
    to.open('[');
    to.string(&setting.place);
    match setting.side {
        Some(there) => to.string(side(there)),
        None => to.plain(&"null"),
    }
    to.close(']');
}

fn entry(to: &mut Writer, entry: &Entry) {
    to.open('{');
    text(to, "f", &entry.form);
    number(to, "r", entry.revision);
    text(to, "t", &entry.title);
    list(to, "p", &entry.parts, part);
    text(to, "from", &entry.grew_from);
    texts(to, "c", &entry.coins);
    text(to, "at", &entry.at);
    to.close('}');
}

fn part(to: &mut Writer, part: &Part) {
    to.open('{');
    text(to, "i", &part.item);
    number(to, "r", part.revision);
    texts(to, "c", &part.chosen);
    text(to, "t", &part.text);
    to.close('}');
}

fn commitment(to: &mut Writer, step: &Commitment) {
    to.open('{');
    text(to, "w", &step.what);
    if let Some(there) = step.level {
        to.name("l").string(level(there));
    }
    text(to, "c", &step.coin);
    text(to, "by", &step.asked_by);
    text(to, "1", &step.first);
    text(to, "pow", &step.power);
    text(to, "risk", &step.risk);
    text(to, "sign", &step.sign);
    // A day that could not be read again is none.
    if let Some(day) = step.look_again.filter(|day| (1..=9999).contains(&day.year())) {
        to.name("on").string(&day.to_string());
    }
    text(to, "from", &step.grew_from);
    list(to, "a", &step.looks, look);
    to.close('}');
}

fn look(to: &mut Writer, look: &Look) {
    to.open('{');
    stamp(to.name("a"), look.at);
    if let Some(said) = look.how {
        to.name("h").string(how(said));
    }
    text(to, "n", &look.words);
    to.close('}');
}
