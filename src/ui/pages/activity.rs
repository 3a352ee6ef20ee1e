use super::{
    closing::ClosingPage,
    runner::{Runner, Walk},
};
use crate::{
    route::{Code, Route},
    state::Draft,
    ui::parts::{Awaiting, app},
    words::word,
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
    move || {
        let activity = stored.get_value();
        let fresh = round.get() > 0;
        let before = untrack(|| app.journal.run(&activity.id)).filter(|_| !fresh);
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, Body::Run(Run::begin(&activity, app.now()))));
        let stopped = before.filter(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()));
        let walk = Walk::new(activity.clone(), draft);
        let again = move || round.update(|count| *count += 1);
        let resumed: Option<ViewFn> = stopped.map(|record| {
            let line = word::runner::resumed(&app.date(record.latest().at));
            (move || {
                view! {
                    <p class="soft resumed">
                        {line.clone()} " "
                        <button type="button" class="quiet" on:click=move |_| again()>
                            {word::runner::afresh()}
                        </button>
                    </p>
                }
            })
            .into()
        });
        let over = Memo::new(move |_| walk.ended() || walk.paused.get());
        view! {
            <Show
                when=move || over.get()
                fallback=move || {
                    let activity = stored.get_value();
                    match resumed.clone() {
                        Some(resumed) => {
                            view! {
                                <Runner
                                    walk=walk
                                    draft=draft
                                    title=activity.title
                                    context=activity.context
                                    home=Route::Today
                                    resumed=resumed
                                />
                            }
                                .into_any()
                        }
                        None => {
                            view! {
                                <Runner
                                    walk=walk
                                    draft=draft
                                    title=activity.title
                                    context=activity.context
                                    home=Route::Today
                                />
                            }
                                .into_any()
                        }
                    }
                }
            >
                <ClosingPage activity=stored walk=walk draft=draft on_again=Callback::new(move |()| again()) />
            </Show>
        }
    }
}
