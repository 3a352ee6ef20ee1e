//! One step, and looking at it again.

use super::{
    super::{
        coin::grown_out_of,
        entry::{grew_from, versions},
        today::step_name as name,
    },
    again::Again,
    commitment_fields::{change, read},
    commitments::{gone, how_words, level_words, of},
};
use crate::{
    route::{Code, Route},
    state::{App, Draft, Record, RecordId},
    ui::{
        parts::{
            Refused, Size, app, button, confirm, group, heading, keeping_line, link, not_kept, not_set, nudge, options,
            own, own_para, page, pair, para, radio, refusal_line, rows, soft, way, words_field,
        },
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Commitment, How, Look, calendar};
use std::rc::Rc;

/// One step: what it says, what was said when it was looked at before, and whether it still holds.
pub fn commitment(id: RecordId) -> View {
    let app = app();
    let looking = RwSignal::new(false);
    // A refused act draws the page anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    live(move || {
        if looking.get() {
            return untrack(|| look_again(id, looking));
        }
        match app.journal.record(id) {
            Some(record) => match record.body().and_then(of) {
                Some(_) if record.in_conflict() => {
                    versions(&record, Route::Steps, refused, move |body| of(body).map(|step| version(app, step)))
                }
                Some(step) => whole(&record, step, looking, refused),
                None => gone(),
            },
            None => gone(),
        }
    })
}

fn whole(record: &Record, step: &Commitment, looking: RwSignal<bool>, refused: Refused) -> View {
    let app = app();
    let id = record.id;
    let delete = move || match app.journal.delete(id) {
        Ok(()) => app.replace(Route::Steps),
        Err(why) => refused.set(Some(why)),
    };
    let ask = [word::entry::delete(), word::entry::delete_ask(), word::entry::delete_sure(), word::entry::cancel()];
    let origin = step.grew_from.parse().ok().and_then(|id| grew_from(app, id));
    let coin = app.content.coin_line(&step.coin);
    let coin = coin.map(|coin| (Route::Coin(Code::of(&coin.id)), coin.name.into()));
    let ways = [origin, coin].into_iter().flatten();
    page(own(&name(step)))
        .place(word::steps::title())
        .back(Route::Steps)
        .foot(button("button", word::steps::look(), move || looking.set(true)))
        .foot(pair().with(link("quiet", Route::EditStep(id), word::entry::edit())).with(link(
            "quiet",
            Route::NewStep(Some(id)),
            word::steps::another(),
        )))
        .with(soft(&word::entry::written(&app.date(record.made))))
        .with(all(ways.map(|(to, line)| el("p").with(way(to).with(line)).into())))
        .with(said(step))
        .with(day(app, record, step))
        .with(before(app, step))
        .with(grown_out_of(app, id).map(|grown| group(word::coin::grew()).with(rows(grown))))
        .with(confirm(ask, delete))
        .with(refusal_line(refused))
        .into()
}

/// A version of a step: all it says, and what was said when it was looked at.
fn version(app: App, step: &Commitment) -> View {
    let day = step.look_again.map(|day| (word::steps::look_again(), app.day(day)));
    let lines = lines_of(step).into_iter().chain(day);
    View::several(vec![all(lines.map(line)), before(app, step).into()])
}

/// Everything that was written down, under its question; the step itself only where the heading does not say all of it.
fn said(step: &Commitment) -> View {
    let heading = name(step);
    let lines = lines_of(step).into_iter().filter(|(_, text)| text.trim() != heading);
    all(lines.map(line))
}

fn line((ask, text): (&str, String)) -> View {
    el("section").class("part").with(el("h2").class("part-ask").with(ask)).with(own_para("mine-words", &text)).into()
}

/// What a step says: each question that was answered, and its answer.
pub(super) fn lines_of(step: &Commitment) -> Vec<(&'static str, String)> {
    let mut lines = vec![(word::steps::what(), step.what.clone())];
    lines.extend(step.level.map(|level| (word::steps::level(), level_words(level).to_owned())));
    lines.extend([
        (word::steps::asked_by(), step.asked_by.clone()),
        (word::steps::first(), step.first.clone()),
        (word::steps::power(), step.power.clone()),
        (word::steps::risk(), step.risk.clone()),
        (word::steps::sign(), step.sign.clone()),
    ]);
    lines.retain(|line| !line.1.trim().is_empty());
    lines
}

/// The day to look again, and a file for a calendar, which says nothing of what it is.
fn day(app: App, record: &Record, step: &Commitment) -> Option<View> {
    let day = step.look_again.filter(|_| step.open())?;
    let id = record.id.to_string();
    let known: Vec<_> = record.heads.iter().map(|head| head.said.moment()).collect();
    let file = move || app.offer_as(".ics", &calendar(day, word::steps::calendar(), &id, app.now(), &known));
    let section = group(word::steps::look_again()).with(para("said", &app.day(day)));
    Some(section.with(button("quiet", word::steps::ics(), file)).with(soft(word::steps::ics_text())).into())
}

/// What was said each time it was looked at, the latest first. Nothing is said about it.
fn before(app: App, step: &Commitment) -> Option<View> {
    let looks = step.looks.iter().rev().map(|look| {
        el("article")
            .class("placed")
            .with(soft(&app.date(look.at)))
            .with(look.how.map(|how| para("said", how_words(how))))
            .with((!look.words.trim().is_empty()).then(|| own_para("quote", &look.words)))
            .into()
    });
    (!step.looks.is_empty()).then(|| group(word::steps::looks()).with(all(looks)).into())
}

/// Looking at it again: what became of it, in the person's own words.
fn look_again(id: RecordId, looking: RwSignal<bool>) -> View {
    let app = app();
    let Some(draft) = Draft::open(app, id).filter(|draft| draft.with_body(|body| of(body).is_some())) else {
        return gone();
    };
    let place = untrack(|| read(draft, |step| step.looks.len()));
    let close = move || {
        if !draft.failed() {
            looking.set(false);
            app.focus_heading();
        }
    };
    // What became of it is recorded when that is saved. Words are saved as they are typed.
    let chosen = RwSignal::new(untrack(|| look(draft, place)).and_then(|look| look.how));
    let over = move || matches!(chosen.get(), Some(How::Done | How::LetGo));
    let again = Again::of(draft);
    let keep = move || {
        if untrack(over) || again.settled() {
            let how = chosen.get_untracked();
            if untrack(|| look(draft, place)).and_then(|look| look.how) != how {
                set(app, draft, place, |look| look.how = how);
            }
            draft.keep();
            close();
        }
    };
    let undo = move || {
        draft.undo();
        close();
    };
    let how = |how: How| {
        let on = Rc::new(move || chosen.get() == Some(how));
        radio("choice", "how", how_words(how), on, move || chosen.set(Some(how)))
    };
    let none = not_set("choice", "how", move || chosen.get().is_none(), move || chosen.set(None));
    let hows = [How::StillGoing, How::Changed, How::Done, How::LetGo];
    let title = untrack(|| read(draft, name));
    app.focus_heading();
    page(word::steps::still())
        .place(word::steps::title())
        .back(Route::Steps)
        .foot(not_kept(draft))
        .foot(button("button", word::place::keep(), keep))
        .foot(pair().with(button("quiet", word::entry::cancel(), undo)))
        .with(own_para("quote", &title))
        .with(untrack(|| draft.with_body(|body| of(body).and_then(|step| before_short(app, step)))))
        .with(options().with(all(hows.into_iter().map(how))).with(none))
        .with(words_field(
            Size::Usual,
            word::steps::words(),
            word::steps::words_hint(),
            move || look(draft, place).map(|look| look.words).unwrap_or_default(),
            move |text| set(app, draft, place, |look| look.words = text),
        ))
        .with(maybe(move || (!over()).then(|| untrack(|| again.view()))))
        .with(keeping_line(draft))
        .with(nudge(draft))
        .into()
}

/// The words of the last time, beside which today's are written.
fn before_short(app: App, step: &Commitment) -> Option<View> {
    let last = step.looks.last()?;
    let said = View::several(vec![
        heading("h2", &word::steps::last(&app.date(last.at))),
        last.how.map(|how| para("said", how_words(how))).into(),
        (!last.words.trim().is_empty()).then(|| own_para("quote", &last.words)).into(),
    ]);
    Some(el("section").class("note").with(said).into())
}

fn look(draft: Draft, place: usize) -> Option<Look> {
    read(draft, |step| step.looks.get(place).cloned())
}

fn set(app: App, draft: Draft, place: usize, set: impl FnOnce(&mut Look)) {
    let at = app.now();
    change(draft, |step| step.say(place, at, set));
}
