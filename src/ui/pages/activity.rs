use super::{
    closing::ClosingPage,
    runner::{Runner, Walk},
};
use crate::{
    route::Code,
    state::Draft,
    ui::parts::{Awaiting, app, live},
};
use leptos::prelude::*;
use obverse_core::{
    activity::Activity,
    reflection::{Body, Run},
};

/// An activity whose answers become a run: at the very item where it was left, or at its closing page.
#[component]
pub fn ActivityPage(
    /// Its code.
    code: Code,
) -> impl IntoView {
    let app = app();
    view! {
        <Awaiting then=move || {
            match app.content.line_at(code).and_then(|line| app.content.activity(&line.id)) {
                Some(activity) if !activity.writes_entry() => view! { <Whole activity=activity /> }.into_any(),
                _ => view! { <super::Missing /> }.into_any(),
            }
        } />
    }
}

#[component]
fn Whole(activity: Activity) -> impl IntoView {
    let app = app();
    let stored = StoredValue::new(activity);
    // Counts the times one started afresh.
    let round = RwSignal::new(0);
    live(move || {
        let activity = stored.get_value();
        let before = untrack(|| app.journal.run(&activity.id)).filter(|_| round.get() == 0);
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, Body::Run(Run::begin(&activity, app.now()))));
        let stopped = before
            .filter(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()))
            .map(|record| app.date(record.latest().at));
        let walk = Walk::new(activity, draft);
        let again = Callback::new(move |()| round.update(|count| *count += 1));
        let over = Memo::new(move |_| walk.ended() || walk.paused.get());
        live(move || {
            if over.get() {
                return view! { <ClosingPage activity=stored walk=walk draft=draft on_again=again /> }.into_any();
            }
            let (title, context) = stored.with_value(|activity| (activity.title.clone(), activity.context.clone()));
            let stopped = stopped.clone();
            view! { <Runner walk=walk draft=draft title=title context=context stopped=stopped on_afresh=again /> }
                .into_any()
        })
    })
}
