use crate::{
    route::{Code, Route},
    state::{App, Record, RecordId, Rev},
    ui::parts::{Confirm, Page, app, button, link, live, refusal, soft},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Item, Step},
    reflection::{Body, Entry, Part},
};

/// One entry, in the person's words under the questions they answered.
#[component]
pub fn EntryPage(
    /// Its record.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    live(move || match app.journal.record(id).filter(|record| matches!(record.body(), Some(Body::Entry(_)))) {
        None => view! { <Gone /> }.into_any(),
        Some(record) if record.in_conflict() => view! { <Versions record=record /> }.into_any(),
        Some(record) => view! { <Whole record=record /> }.into_any(),
    })
}

/// Shown where there is no such entry (any more).
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <Page title=word::entry::gone().to_owned() back=Route::Journal>
            <p>{word::entry::gone_text()}</p>
            <p>
                {link("button plain", Route::Journal, word::entry::to_journal())}
            </p>
        </Page>
    }
}

/// The heading of an entry: its title, else its form's, else that it has none.
pub(super) fn heading(app: App, entry: &Entry) -> String {
    match entry.title.trim() {
        "" => {
            app.content.line(&entry.form).map(|form| form.title).unwrap_or_else(|| word::journal::untitled().to_owned())
        }
        title => title.to_owned(),
    }
}

#[component]
fn Whole(record: Record) -> impl IntoView {
    let app = app();
    let id = record.id;
    let Some(Body::Entry(entry)) = record.body().cloned() else { return ().into_any() };
    let changed = record.latest().at;
    let (written, changed) = (app.date(record.made), (changed.day() != record.made.day()).then(|| app.date(changed)));
    let unfinished = !entry.at.is_empty();
    let go_on = Route::Form(Code::of(&entry.form), entry.grew_from.parse().ok());
    let origin = entry.grew_from.parse().ok().and_then(|id| grew_from(app, id));
    let refused = RwSignal::new(None);
    let delete = move |()| match app.journal.delete(id) {
        Ok(()) => app.replace(Route::Journal),
        Err(why) => refused.set(Some(why)),
    };
    view! {
        <Page
            title=heading(app, &entry)
            back=Route::Journal
            place=word::journal::title().to_owned()
            foot=move || {
                view! {
                    <a
                        class="button"
                        href=if unfinished { go_on } else { Route::Edit(id) }.to_string()
                    >
                        {if unfinished { word::entry::go_on() } else { word::entry::edit() }}
                    </a>
                    {unfinished
                        .then(|| {
                            view! {
                                <div class="pair">
                                    {link("quiet", Route::Edit(id), word::entry::edit())}
                                </div>
                            }
                        })}
                }
            }
        >
            {soft(word::entry::written(&written))}
            {changed.map(|changed| soft(word::entry::changed(&changed)))}
            {origin
                .map(|(to, line)| {
                    view! {
                        <p>
                            <a href=to.to_string()>{line}</a>
                        </p>
                    }
                })}
            {parts(app, &entry)}
            <Confirm
                label=word::entry::delete()
                ask=word::entry::delete_ask()
                sure=word::entry::delete_sure()
                cancel=word::entry::cancel()
                on_sure=Callback::new(delete)
            />
            <p role="alert">{move || refused.get().map(refusal)}</p>
        </Page>
    }
    .into_any()
}

/// What it grew out of, and the way there.
fn grew_from(app: App, id: RecordId) -> Option<(Route, String)> {
    match app.journal.record(id)?.body()? {
        Body::Placement(placement) => {
            let coin = app.content.coin_line(&placement.coin)?;
            Some((Route::Coin(Code::of(&coin.id)), word::entry::grew_from(&coin.name)))
        }
        Body::Run(run) => {
            let line = app.content.line(&run.activity)?;
            Some((Route::Activity(Code::of(&line.id)), word::entry::grew_from_run(&line.title)))
        }
        Body::Entry(entry) => Some((Route::Entry(id), word::entry::grew_from_run(&heading(app, entry)))),
    }
}

/// The item of a form that a part answers, in the words it has today.
pub(super) fn item_of(app: App, form: &str, part: &Part) -> Option<Item> {
    app.content.activity(form)?.item(&part.item).cloned()
}

fn parts(app: App, entry: &Entry) -> impl IntoView + use<> {
    entry
        .parts
        .iter()
        .filter(|part| !part.text.trim().is_empty() || !part.chosen.is_empty())
        .map(|part| {
            let item = item_of(app, &entry.form, part);
            let chosen: Vec<String> = match item.as_ref().map(|item| &item.step) {
                Some(Step::One { options, .. } | Step::Many { options }) => options
                    .iter()
                    .filter(|option| part.chosen.contains(&option.id))
                    .map(|option| option.label.clone())
                    .collect(),
                _ => Vec::new(),
            };
            let text = part.text.trim().to_owned();
            view! {
                <section class="part">
                    {item.map(|item| view! { <h2 class="part-ask">{item.ask}</h2> })}
                    {chosen.into_iter().map(|label| view! { <p class="said">{label}</p> }).collect_view()}
                    {(!text.is_empty()).then(|| view! { <p class="mine-words">{text}</p> })}
                </section>
            }
        })
        .collect_view()
}

/// Two versions, from two tabs: both are shown, and kept until the person settles it.
#[component]
fn Versions(record: Record) -> impl IntoView {
    let app = app();
    let id = record.id;
    let all: Vec<Rev> = record.heads.iter().map(|head| head.rev).collect();
    let refused = RwSignal::new(None);
    view! {
        <Page title=word::journal::two_versions().to_owned() back=Route::Journal>
            <p>{word::entry::versions()}</p>
            {record
                .heads
                .iter()
                .filter_map(|head| match &head.body {
                    Some(Body::Entry(entry)) => Some((head.at, entry.clone())),
                    _ => None,
                })
                .map(|(at, entry)| {
                    let all = all.clone();
                    let shown = parts(app, &entry);
                    let body = Body::Entry(entry);
                    view! {
                        <section class="version">
                            <h2>{word::entry::version(&app.date(at))}</h2>
                            {shown}
                            {button("button plain", word::entry::keep_version(), move || refused.set(app.journal.save(id, &body, &all).err()))}
                        </section>
                    }
                })
                .collect_view()}
            <p role="alert">{move || refused.get().map(refusal)}</p>
        </Page>
    }
}
