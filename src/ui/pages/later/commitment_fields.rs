//! Writing a step down, and changing it.

use super::{
    again::Again,
    commitments::{gone, level_words, of},
};
use crate::{
    route::{Code, Route},
    state::{App, Draft, RecordId},
    ui::{
        parts::{
            Size, app, button, heading, keeping_line, not_kept, not_set, nudge, page, pair, radio, soft, span,
            words_field,
        },
        view::{Element, View, all, el},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Commitment, Level};
use std::rc::Rc;

/// A new step, perhaps out of a record.
pub fn new_commitment(from: Option<RecordId>) -> View {
    let app = app();
    let coin = from.and_then(|id| untrack(|| app.journal.record(id))).and_then(|record| {
        Some(match record.body()? {
            Body::Placement(placement) => placement.coin.clone(),
            Body::Entry(entry) => entry.coins.first()?.clone(),
            Body::Commitment(step) => step.coin.clone(),
            Body::Run(_) => return None,
        })
    });
    begin(from, coin.unwrap_or_default(), Route::Steps)
}

/// A new step that belongs to a coin.
pub fn commitment_on(code: Code) -> View {
    match app().content.coin_line_at(code) {
        Some(coin) => begin(None, coin.id, Route::Coin(code)),
        None => super::super::missing(),
    }
}

/// Changing a step.
pub fn edit_commitment(id: RecordId) -> View {
    if untrack(|| app().journal.record(id)).is_some_and(|record| record.in_conflict()) {
        // The two versions come first.
        return super::commitment::commitment(id);
    }
    match Draft::open(app(), id).filter(|draft| draft.with_body(|body| of(body).is_some())) {
        Some(draft) => fields(draft, word::steps::edit(), Route::Step(id)),
        None => gone(),
    }
}

fn begin(from: Option<RecordId>, coin: String, back: Route) -> View {
    let grew_from = from.map(|id| id.to_string()).unwrap_or_default();
    let step = Commitment { coin, grew_from, ..Commitment::default() };
    fields(Draft::begin(app(), Body::Commitment(step)), word::steps::ask(), back)
}

pub(super) fn read<T: Default>(draft: Draft, read: impl FnOnce(&Commitment) -> T) -> T {
    draft.with_body(|body| of(body).map(read).unwrap_or_default())
}

pub(super) fn change(draft: Draft, change: impl FnOnce(&mut Commitment)) {
    draft.change(|body| {
        if let Body::Commitment(step) = body {
            change(step);
        }
    });
}

/// A field for one of a step's texts.
fn text(draft: Draft, size: Size, label: &str, hint: &str, part: fn(&mut Commitment) -> &mut String) -> View {
    let text = move || read(draft, |step| part(&mut step.clone()).clone());
    words_field(size, label, hint, text, move |text| change(draft, |step| *part(step) = text))
}

fn fields(draft: Draft, title: &'static str, back: Route) -> View {
    let app = app();
    let leave = move || {
        if !draft.failed() {
            app.go(back);
        }
    };
    let again = Again::of(draft);
    let keep = move || {
        if !again.settled() {
            return;
        }
        draft.keep();
        if !draft.failed() {
            app.replace(if draft.kept_once() { Route::Step(draft.id) } else { Route::Steps });
        }
    };
    let undo = move || {
        draft.undo();
        leave();
    };
    let who = el("section")
        .class("settings-list")
        .with(heading("h2", word::steps::more()))
        .with(soft(word::steps::more_text()))
        .with(text(draft, Size::Line, word::steps::asked_by(), word::steps::asked_by_hint(), |step| &mut step.asked_by))
        .with(text(draft, Size::Line, word::steps::first(), word::steps::first_hint(), |step| &mut step.first))
        .with(text(draft, Size::Line, word::steps::power(), word::steps::power_hint(), |step| &mut step.power))
        .with(text(draft, Size::Line, word::steps::risk(), word::steps::risk_hint(), |step| &mut step.risk))
        .with(text(draft, Size::Line, word::steps::sign(), word::steps::sign_hint(), |step| &mut step.sign))
        .with(coin(draft, app));
    page(title)
        .place(word::steps::title())
        .back(back)
        .foot(not_kept(draft))
        .foot(button("button", word::place::keep(), keep))
        .foot(pair().with(button("quiet", word::entry::cancel(), undo)))
        .with(text(draft, Size::Usual, word::steps::what(), word::steps::what_hint(), |step| &mut step.what))
        .with(levels(draft))
        .with(again.view())
        .with(who)
        .with(keeping_line(draft))
        .with(nudge(draft))
        .into()
}

pub(super) fn choices(legend: &str) -> Element {
    el("fieldset").class("choices").with(el("legend").with(legend))
}

fn levels(draft: Draft) -> View {
    let level = |level: Level| {
        let on = Rc::new(move || read(draft, |step| step.level == Some(level)));
        radio("choice", "level", level_words(level), on, move || change(draft, |step| step.level = Some(level)))
    };
    let levels = [Level::Internal, Level::Interpersonal, Level::Institutional];
    let none = not_set(
        "choice",
        "level",
        move || read(draft, |step| step.level.is_none()),
        move || change(draft, |step| step.level = None),
    );
    choices(word::steps::level()).with(all(levels.into_iter().map(level))).with(none).into()
}

fn coin(draft: Draft, app: App) -> View {
    let option = |id: &str, name: &str, now: &str| -> View {
        let option = el("option").attr("value", id).with(name);
        if id == now { option.attr("selected", "").into() } else { option.into() }
    };
    let now = untrack(|| read(draft, |step| step.coin.clone()));
    let coins = app.content.coins();
    let select = el("select")
        .class("field")
        .attr("autocomplete", "off")
        .with(option("", word::steps::no_coin(), &now))
        .with(all(coins.iter().map(|coin| option(&coin.id, &coin.name, &now))))
        .on_text("change", move |id| change(draft, |step| step.coin = id));
    let label = el("label").class("words").with(span("words-label", word::steps::coin())).with(select);
    label.into()
}
