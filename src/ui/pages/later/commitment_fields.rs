//! Writing a step down, and changing it.

use super::commitments::{gone, level_words, of};
use crate::signals::*;
use crate::{
    route::{Code, Route},
    state::{App, Draft, RecordId},
    ui::{
        parts::{
            Size, app, button, field, heading, keeping_line, not_kept, nudge, page, pair, radio, soft, span,
            words_field,
        },
        view::{Element, View, all, el, maybe},
    },
    words::word,
};
use obverse_core::reflection::{Body, Commitment, Level, day};
use std::rc::Rc;

/// After how many weeks one may look again.
const WEEKS: [u16; 3] = [2, 6, 12];

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
    let keep = move || {
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
        .foot(pair().with(button("quiet", word::place::not_now(), undo)))
        .with(text(draft, Size::Usual, word::steps::what(), word::steps::what_hint(), |step| &mut step.what))
        .with(levels(draft))
        .with(again(draft))
        .with(who)
        .with(keeping_line(draft))
        .with(nudge(draft))
        .into()
}

fn choices(legend: &str) -> Element {
    el("fieldset").class("choices").with(el("legend").with(legend))
}

fn levels(draft: Draft) -> View {
    let level = |level: Level| {
        let on = Rc::new(move || read(draft, |step| step.level == Some(level)));
        radio("choice", "level", level_words(level), on, move || change(draft, |step| step.level = Some(level)))
    };
    let levels = [Level::Internal, Level::Interpersonal, Level::Institutional];
    choices(word::steps::level()).with(all(levels.into_iter().map(level))).into()
}

/// When to look at it again: in some weeks, on a day, or at no time.
pub(super) fn again(draft: Draft) -> View {
    let app = app();
    let today = app.now().date();
    let set = move |day| change(draft, |step| step.look_again = day);
    let at = move || read(draft, |step| step.look_again);
    let chosen = RwSignal::new(at().map(|_| false));
    let weeks = WEEKS.into_iter().map(|weeks| {
        let day = today.checked_add_days(chrono::Days::new(u64::from(weeks) * 7));
        let on = Rc::new(move || chosen.get() == Some(false) && at() == day);
        radio("choice small", "again", &word::steps::in_weeks(f64::from(weeks)), on, move || {
            chosen.set(Some(false));
            set(day);
        })
    });
    let other = move || {
        let offered = |weeks: u16| today.checked_add_days(chrono::Days::new(u64::from(weeks) * 7));
        chosen.get() == Some(true) || at().is_some_and(|day| WEEKS.into_iter().all(|one| offered(one) != Some(day)))
    };
    let on_a_day = radio("choice small", "again", word::steps::on_a_day(), Rc::new(other), move || {
        chosen.set(Some(true));
    });
    let never = Rc::new(move || chosen.get().is_none() && at().is_none());
    let never = radio("choice small", "again", word::steps::no_day(), never, move || {
        chosen.set(None);
        set(None);
    });
    let pick = move || {
        let input = field("input", "field")
            .attr("type", "date")
            .attr("min", &today.to_string())
            .holding(move || at().map(|day| day.to_string()).unwrap_or_default())
            .on_text("change", move |text| {
                if let Some(day) = day(&text) {
                    set(Some(day));
                }
            });
        el("label").class("words").with(span("words-label", word::steps::the_day())).with(input).into()
    };
    View::several(vec![
        choices(word::steps::look_again()).with(all(weeks)).with(on_a_day).with(never).into(),
        maybe(move || other().then(|| untrack(pick))),
    ])
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
