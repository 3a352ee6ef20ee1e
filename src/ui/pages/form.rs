use super::runner::{Sitting, Walk, runner};
use crate::{
    route::{Code, Route},
    state::{App, Draft, HAPPENED, Keeping, Outcome, Record, RecordId, asked},
    ui::{
        parts::{
            app, awaiting_group, keeping_line, link, not_kept, page, pair, para, paragraphs, plain, sources, talk_now,
            where_kept,
        },
        view::{View, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, PieceGroup},
    reflection::{Body, Entry},
};

/// Writing along a form: what is said becomes an entry. It is always a new one, which may grow out of the record that
/// the address names; an entry along this form that the address names is taken up itself.
pub fn form(code: Code, from: Option<RecordId>) -> View {
    let app = app();
    let Some(line) = app.content.line_at(code) else { return super::missing() };
    awaiting_group(PieceGroup::Activities(line.kind), move || match app.content.opened(&line.id) {
        Some(form) if form.writes_entry() => match from.and_then(|id| app.entry_along(&form.id, id)) {
            // The two versions come first.
            Some((record, _)) if record.in_conflict() => super::entry::entry(record.id),
            Some((record, entry)) => match asked(form, Some(&entry), 0) {
                // Its question is asked no more: the words are still there.
                form if form.items.is_empty() => super::edit(record.id),
                form => whole(form, Some(record), entry.grew_from.parse().ok()),
            },
            None => whole(asked(form, None, app.now().day()), None, from),
        },
        _ => super::missing(),
    })
}

fn empty(app: App, form: &Activity, from: Option<RecordId>) -> Body {
    let origin = from.and_then(|id| untrack(|| app.journal.record(id)));
    let coins = match origin.as_ref().and_then(|record| record.body()) {
        Some(Body::Placement(placement)) => vec![placement.coin.clone()],
        _ => Vec::new(),
    };
    Body::Entry(Entry {
        form: form.id.clone(),
        revision: form.revision,
        grew_from: origin.map(|record| record.id.to_string()).unwrap_or_default(),
        coins,
        at: form.items.first().map(|item| item.id.clone()).unwrap_or_default(),
        ..Entry::default()
    })
}

/// From the first word on the screen goes by an address that names its entry, so that a reload leads to it.
fn name_entry(form: &Activity, draft: Draft) {
    let (app, code) = (app(), Code::of(&form.id));
    Effect::new(move |named: Option<bool>| {
        let begun = draft.keeping() != Keeping::Untouched;
        if begun && named != Some(true) {
            app.go_by(Route::Form(code, Some(draft.id)));
        }
        begun || named == Some(true)
    });
}

fn whole(form: Activity, begun: Option<Record>, from: Option<RecordId>) -> View {
    let app = app();
    let stored = StoredValue::new(form);
    let begun = StoredValue::new(begun);
    let round = RwSignal::new(0);
    // As in an activity.
    let shown = StoredValue::new(false);
    live(move || {
        let form = stored.get_value();
        let before = begun.get_value().filter(|_| round.get() == 0);
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, empty(app, &form, from)));
        name_entry(&form, draft);
        let sitting = Sitting {
            walk: Walk::new(stored, draft),
            draft,
            stopped: StoredValue::new(before.map(|record| app.date(record.latest().at))),
            again: Callback::new(move |()| round.update(|count| *count += 1)),
        };
        let over = Memo::new(move |_| sitting.walk.ended());
        live(move || match over.get() {
            true => untrack(|| stored.with_value(|form| written(draft, form))),
            false => {
                if shown.get_value() {
                    app.focus_heading();
                }
                shown.set_value(true);
                untrack(|| runner(sitting))
            }
        })
    })
}

/// The end of a form: what has become of the words, told from the outcome, and the words themselves where they are not
/// saved.
fn written(draft: Draft, form: &Activity) -> View {
    let app = app();
    app.focus_heading();
    let outcome = Memo::new(move |_| draft.outcome());
    let title = move || match outcome.get() {
        Outcome::Nothing => word::entry_done::title_nothing(),
        Outcome::Saved => word::entry_done::title(),
        Outcome::Saving => word::entry_done::title_saving(),
        Outcome::InThisTab => word::entry_done::title_tab(),
        Outcome::Refused => word::entry_done::title_refused(),
    };
    let closing = form.closing.clone();
    let told = move || match outcome.get() {
        Outcome::Nothing => plain(word::entry_done::nothing()),
        Outcome::Saved => View::several(vec![plain(word::entry_done::text()), paragraphs(&closing)]),
        Outcome::Saving => View::nothing(),
        Outcome::InThisTab => View::several(vec![el("p").with(where_kept()).into(), paragraphs(&closing)]),
        Outcome::Refused => {
            let words = el("div").class("own").attr("translate", "no");
            View::several(vec![
                plain(word::entry_done::refused()),
                words.with(para("own-text", &draft.with_body(Body::joined))).into(),
            ])
        }
    };
    let see = maybe(move || {
        let there = matches!(outcome.get(), Outcome::Saved | Outcome::InThisTab);
        there.then(|| link("quiet", Route::Entry(draft.id), word::entry_done::see()))
    });
    page(saying(title))
        .back(Route::Journal)
        .foot(not_kept(draft))
        .foot(link("button", Route::Today, word::closing::home()))
        .foot(pair().with(see))
        .with(live(told))
        .with((form.id == HAPPENED).then(talk_now))
        .with(keeping_line(draft))
        .with((!form.sources.is_empty()).then(|| sources(&form.sources, form.reviewed)))
        .into()
}
