use super::runner::{Runner, Walk};
use crate::{
    route::{Code, Route},
    state::{App, Draft, RecordId},
    ui::parts::{Awaiting, KeepingLine, Page, Sources, app, link, live, paragraphs},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::Activity,
    reflection::{Body, Entry},
};

/// Writing along a form: what is said becomes an entry.
#[component]
pub fn FormPage(
    /// The form's code.
    code: Code,
    /// The record it grows out of.
    from: Option<RecordId>,
) -> impl IntoView {
    let app = app();
    view! {
        <Awaiting then=move || {
            match app.content.line_at(code).and_then(|line| app.content.activity(&line.id)) {
                Some(form) if form.writes_entry() => view! { <Whole form=todays(app, form) from=from /> }.into_any(),
                _ => view! { <super::Missing /> }.into_any(),
            }
        } />
    }
}

/// A daily form with today's item alone.
fn todays(app: App, mut form: Activity) -> Activity {
    if form.daily
        && let Ok(count) = i32::try_from(form.items.len())
        && count > 0
    {
        let place = usize::try_from(app.now().day().rem_euclid(count)).unwrap_or_default();
        form.items = vec![form.items.swap_remove(place)];
    }
    form
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
        grew_from: from.map(|id| id.to_string()).unwrap_or_default(),
        coins,
        at: form.items.first().map(|item| item.id.clone()).unwrap_or_default(),
        ..Entry::default()
    })
}

#[component]
fn Whole(form: Activity, from: Option<RecordId>) -> impl IntoView {
    let app = app();
    let stored = StoredValue::new(form);
    let round = RwSignal::new(0);
    live(move || {
        let form = stored.get_value();
        let origin = from.map(|id| id.to_string()).unwrap_or_default();
        let before = untrack(|| app.journal.unfinished_entry(&form.id, &origin))
            .filter(|_| round.get() == 0)
            .filter(|record| matches!(record.body(), Some(Body::Entry(entry)) if form.item(&entry.at).is_some()));
        let draft = before
            .as_ref()
            .and_then(|record| Draft::open(app, record.id))
            .unwrap_or_else(|| Draft::begin(app, empty(app, &form, from)));
        let stopped = before.map(|record| app.date(record.latest().at));
        let (title, context) = (form.title.clone(), form.context.clone());
        let walk = Walk::new(form, draft);
        let again = Callback::new(move |()| round.update(|count| *count += 1));
        let over = Memo::new(move |_| walk.ended());
        live(move || {
            if over.get() {
                return view! { <Written draft=draft form=stored /> }.into_any();
            }
            let (title, context, stopped) = (title.clone(), context.clone(), stopped.clone());
            view! { <Runner walk=walk draft=draft title=title context=context stopped=stopped on_afresh=again /> }
                .into_any()
        })
    })
}

/// The end of a form.
#[component]
fn Written(draft: Draft, form: StoredValue<Activity>) -> impl IntoView {
    let app = app();
    app.focus_heading();
    let empty = draft.with_body(Body::is_blank);
    let (title, text) = match empty {
        true => (word::entry_done::title_nothing(), word::entry_done::nothing()),
        false => (word::entry_done::title(), word::entry_done::text()),
    };
    let see = move || (!empty).then(|| link("quiet", Route::Entry(draft.id), word::entry_done::see()));
    let (closing, sources, reviewed) =
        form.with_value(|form| (paragraphs(&form.closing), form.sources.clone(), form.reviewed));
    view! {
        <Page
            title=title.to_owned()
            back=Route::Journal
            foot=move || {
                view! {
                    {link("button", Route::Today, word::closing::home())}
                    <div class="pair">{see()}</div>
                }
            }
        >
            <p>{text}</p>
            {closing}
            <KeepingLine draft=draft />
            {(!sources.is_empty()).then(|| view! { <Sources sources=sources reviewed=reviewed /> })}
        </Page>
    }
}
