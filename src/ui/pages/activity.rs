use super::{
    closing::closing,
    runner::{Sitting, Walk, runner},
};
use crate::{
    route::Code,
    state::Draft,
    ui::{
        parts::{app, awaiting_group},
        view::{View, live},
    },
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, PieceGroup},
    reflection::{Body, Run},
};

/// An activity whose answers become a run: at the very item where it was left, or at its closing page.
pub fn activity(code: Code) -> View {
    let app = app();
    let Some(line) = app.content.line_at(code) else { return super::missing() };
    awaiting_group(PieceGroup::Activities(line.kind), move || match app.content.opened(&line.id) {
        Some(activity) if !activity.writes_entry() => whole(activity),
        _ => super::missing(),
    })
}

fn whole(activity: Activity) -> View {
    let app = app();
    let stored = StoredValue::new(activity);
    // Whether an item was shown before: then the focus has to be taken to the next one.
    let shown = StoredValue::new(false);
    // Counts the times one started afresh.
    let round = RwSignal::new(0);
    live(move || {
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
        live(move || match over.get() {
            true => untrack(|| closing(stored, sitting)),
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
