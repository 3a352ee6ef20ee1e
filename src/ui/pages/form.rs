//! Writing along a form, which becomes an entry.

use super::{
    LaterScreen, Missing, OnDemand,
    runner::{Runner, Sitting, Walk},
};
use crate::{
    route::{Code, Route},
    state::{App, Draft, HAPPENED, Keeping, Outcome, Record, RecordId, Sheet, asked},
    ui::components::{
        Dim, KeepingLine, Link, NotKept, Page, Paragraphs, Sources, TalkNow, WhereKept, app, awaiting_group, redrawn,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, PieceGroup},
    reflection::{Answer, Body, Entry},
};

/// Writing along a form: what is said becomes an entry. It is always a new one, which may grow out of the record that
/// the address names; an entry along this form that the address names is taken up itself.
#[component]
pub fn Form(
    /// The form.
    code: Code,
    /// The record that the address names, if it does.
    from: Option<RecordId>,
) -> impl IntoView {
    let app = app();
    let Some(line) = app.content.line_at(code) else { return view! { <Missing/> }.into_any() };
    let first = app.take_first_answer().filter(|_| line.id == HAPPENED);
    awaiting_group(PieceGroup::Activities(line.kind), move || match app.content.opened(&line.id) {
        Some(form) if form.writes_entry() => match from.and_then(|id| app.entry_along(&form.id, id)) {
            // The two versions come first.
            Some((record, _)) if record.in_conflict() => {
                view! { <OnDemand screen=LaterScreen::At(Route::Entry(record.id))/> }.into_any()
            }
            Some((record, entry)) => match asked(form, Some(&entry), 0) {
                // Its question is asked no more: the words are still there.
                form if form.items.is_empty() => {
                    view! { <OnDemand screen=LaterScreen::At(Route::Edit(record.id))/> }.into_any()
                }
                form => whole(form, Some(record), entry.grew_from.parse().ok(), None),
            },
            None => whole(asked(form, None, app.question_day()), None, from, first.clone()),
        },
        _ => view! { <Missing/> }.into_any(),
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

/// Gives the first answer, and stands at what follows it.
fn answer_first(walk: Walk, draft: Draft, answer: String) {
    let item = walk.item();
    draft.change(|body| body.say(&item, Answer::One(answer)));
    walk.next();
}

fn whole(form: Activity, begun: Option<Record>, from: Option<RecordId>, first: Option<String>) -> AnyView {
    let app = app();
    let stored = StoredValue::new(form);
    let begun = StoredValue::new(begun);
    let round = RwSignal::new(0);
    // As in an activity.
    let shown = StoredValue::new(false);
    redrawn(move || {
        let form = stored.get_value();
        let before = begun.get_value().filter(|_| round.get() == 0);
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, empty(app, &form, from)));
        name_entry(&form, draft);
        let walk = Walk::new(stored, draft);
        if let Some(answer) = first.clone().filter(|_| round.get() == 0) {
            untrack(|| answer_first(walk, draft, answer));
        }
        let sitting = Sitting {
            walk,
            draft,
            stopped: StoredValue::new(before.map(|record| app.date(record.latest().at))),
            again: Callback::new(move |()| round.update(|count| *count += 1)),
        };
        let over = Memo::new(move |_| sitting.walk.ended());
        redrawn(move || match over.get() {
            true => untrack(|| stored.with_value(|form| written(draft, form).into_any())),
            false => {
                if shown.get_value() {
                    app.focus_heading();
                }
                shown.set_value(true);
                untrack(|| view! { <Runner sitting=sitting/> }.into_any())
            }
        })
    })
}

/// The end of a form: what has become of the words, told from the outcome, and the words themselves where they are not
/// saved.
fn written(draft: Draft, form: &Activity) -> impl IntoView + use<> {
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
    let told = redrawn(move || match outcome.get() {
        Outcome::Nothing => view! { <p>{word::entry_done::nothing()}</p> }.into_any(),
        Outcome::Saved => view! {
            <p>{word::entry_done::text()}</p>
            <Paragraphs texts=closing.clone()/>
        }
        .into_any(),
        Outcome::Saving => ().into_any(),
        Outcome::InThisTab => view! {
            <p>
                <WhereKept/>
            </p>
            <Paragraphs texts=closing.clone()/>
        }
        .into_any(),
        Outcome::Refused => view! {
            <p>{word::entry_done::refused()}</p>
            <div class="own" translate="no">
                <p class="own-text">{draft.with_body(Body::joined)}</p>
            </div>
        }
        .into_any(),
    });
    let see = move || {
        let there = matches!(outcome.get(), Outcome::Saved | Outcome::InThisTab);
        there.then(|| view! { <Link class="quiet" to=Route::Entry(draft.id) label=word::entry_done::see()/> })
    };
    let foot = move || {
        view! {
            <NotKept draft=draft/>
            <Link class="button" to=Route::Today label=word::closing::home()/>
            <div class="pair">{redrawn(see)}</div>
        }
    };
    let talk = (form.id == HAPPENED).then(|| {
        view! {
            <TalkNow/>
            <Dim/>
        }
    });
    let sources =
        (!form.sources.is_empty()).then(|| view! { <Sources sources=form.sources.clone() reviewed=form.reviewed/> });
    view! {
        <Page title=title back=Route::Journal foot=foot>
            {told}
            {talk}
            <KeepingLine draft=draft/>
            {sources}
        </Page>
    }
}
