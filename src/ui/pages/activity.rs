//! An activity whose answers become a run.

use super::{
    LaterScreen, Missing, OnDemand,
    runner::{Runner, Sitting, Walk},
};
use crate::{
    route::Code,
    state::Draft,
    ui::components::{app, awaiting_group, redrawn},
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, PieceGroup},
    reflection::{Body, Run},
};

/// An activity whose answers become a run: at the very item where it was left, or at its closing page.
#[component]
pub fn ActivityPage(
    /// Its code.
    code: Code,
) -> impl IntoView {
    let app = app();
    let Some(line) = app.content.line_at(code) else { return view! { <Missing/> }.into_any() };
    awaiting_group(PieceGroup::Activities(line.kind), move || match app.content.opened(&line.id) {
        Some(activity) if !activity.writes_entry() => whole(activity).into_any(),
        _ => view! { <Missing/> }.into_any(),
    })
}

fn whole(activity: Activity) -> impl IntoView {
    let app = app();
    let stored = StoredValue::new(activity);
    // Whether an item was shown before: then the focus has to be taken to the next one.
    let shown = StoredValue::new(false);
    // Counts the times one started afresh.
    let round = RwSignal::new(0);
    redrawn(move || {
        let activity = stored.get_value();
        // Asked for in any case: where there was no run before, this is drawn anew for the next one all the same.
        let first = round.get() == 0;
        let before = untrack(|| app.journal.run(&activity.id)).filter(|_| first);
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, Body::Run(Run::begin(&activity, app.now()))));
        let stopped = before
            .filter(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()))
            .map(|record| app.date(record.latest().at));
        let sitting = Sitting {
            walk: Walk::new(stored, draft),
            draft,
            stopped: StoredValue::new(stopped),
            again: Callback::new(move |()| round.update(|count| *count += 1)),
        };
        let over = Memo::new(move |_| sitting.walk.ended() || sitting.walk.paused.get());
        redrawn(move || match over.get() {
            true => untrack(|| {
                view! { <OnDemand screen=LaterScreen::Closing(stored, StoredValue::new(sitting))/> }.into_any()
            }),
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
