//! One entry, in the person's words under the questions they answered.

use crate::{
    route::{Code, Route},
    state::{App, Record, RecordId, Rev},
    ui::components::{Button, ConfirmDelete, Group, Link, Page, RefusalLine, Refused, app, href, redrawn},
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
    /// Its name.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    // A refused act draws the page anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    redrawn(move || match app.journal.record(id) {
        Some(record) => match record.body() {
            Some(Body::Entry(_)) if record.in_conflict() => {
                two_versions(&record, Route::Journal, refused, &|body| of_entry(app, body))
            }
            Some(Body::Entry(entry)) => whole(&record, entry, refused).into_any(),
            _ => view! { <Gone/> }.into_any(),
        },
        None => view! { <Gone/> }.into_any(),
    })
}

/// Shown where there is no such entry (any more).
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <Page title=word::entry::gone() back=Route::Journal>
            <p>{word::entry::gone_text()}</p>
            <p>
                <Link class="button plain" to=Route::Journal label=word::entry::to_journal()/>
            </p>
        </Page>
    }
}

/// The heading of an entry: its title, else its form's, else that it has none.
pub(super) fn heading(app: App, entry: &Entry) -> String {
    app.content.heading(entry)
}

/// What it reads draws the page anew, so it is read before the frame around it is put together.
fn whole(record: &Record, entry: &Entry, refused: Refused) -> impl IntoView + use<> {
    let app = app();
    let id = record.id;
    let written = word::entry::written(&app.date(record.made));
    let changed = record.latest().at;
    let changed = (changed.day() != record.made.day()).then(|| {
        view! { <p class="soft">{word::entry::changed(&app.date(changed))}</p> }
    });
    let origin = entry.grew_from.parse().ok().and_then(|id| origin_of(app, id)).map(|(to, line)| {
        view! {
            <p>
                <a href=href(to)>{line}</a>
            </p>
        }
    });
    let grown = super::coin::grown_out_of(app, id).map(|grown| {
        view! {
            <Group name=word::coin::grew()>
                <ul class="rows">{grown}</ul>
            </Group>
        }
    });
    let delete = move |()| match app.journal.delete(id) {
        Ok(()) => app.replace(Route::Journal),
        Err(why) => refused.set(Some(why)),
    };
    let edit = (Route::Edit(id), word::entry::edit());
    let ((first, first_label), (second, second_label)) = if entry.at.is_empty() {
        (edit, (Route::NewStep(Some(id)), word::closing::step()))
    } else {
        ((Route::Form(Code::of(&entry.form), Some(id)), word::entry::go_on()), edit)
    };
    let foot = move || {
        view! {
            <Link class="button" to=first label=first_label/>
            <div class="pair">
                <Link class="quiet" to=second label=second_label/>
                <Link class="quiet" to=Route::Record(id) label=word::entry::record()/>
            </div>
        }
    };
    let own = !entry.title.trim().is_empty();
    let parts = parts(app, entry);
    view! {
        <Page title=heading(app, entry) own=own back=Route::Journal place=word::journal::title() foot=foot>
            <p class="soft">{written}</p>
            {changed}
            {origin}
            {parts}
            {grown}
            <ConfirmDelete on_sure=delete/>
            <RefusalLine refused=refused/>
        </Page>
    }
}

/// What it grew out of, and the way there.
pub(super) fn origin_of(app: App, id: RecordId) -> Option<(Route, AnyView)> {
    let own = |words: String| view! { <span translate="no">{words}</span> }.into_any();
    Some(match app.journal.record(id)?.body()? {
        Body::Placement(placement) => {
            let coin = app.content.coin_line(&placement.coin)?;
            (Route::Coin(Code::of(&coin.id)), word::entry::grew_from(&coin.name).into_any())
        }
        Body::Run(run) => {
            let line = app.content.line(&run.activity)?;
            (Route::Activity(Code::of(&line.id)), word::entry::grew_from_run(&line.title).into_any())
        }
        Body::Entry(entry) => (Route::Entry(id), own(word::entry::grew_from_run(&heading(app, entry)))),
        Body::Commitment(step) => (Route::Step(id), own(word::entry::grew_from_step(step.what.trim()))),
    })
}

/// The item of a form that a part answers, in the words that it answers.
pub(super) fn item_of(app: App, form: &str, part: &Part) -> Option<Item> {
    app.content.wordings(form).at(&part.item, part.revision).cloned()
}

fn parts(app: App, entry: &Entry) -> impl IntoView + use<> {
    let said = entry.parts.iter().filter(|part| !part.text.trim().is_empty() || !part.chosen.is_empty());
    said.map(|part| part_view(app, &entry.form, part)).collect_view()
}

fn part_view(app: App, form: &str, part: &Part) -> impl IntoView + use<> {
    let (form, answered_part) = (form.to_owned(), part.clone());
    // Words that come later are drawn alone, so that nothing else on the page is drawn anew.
    let item = Memo::new(move |_| {
        let asks = || app.content.wordings(&form).asks(&answered_part.item);
        item_of(app, &form, &answered_part).ok_or_else(asks)
    });
    let Part { text, chosen, .. } = part.clone();
    let asked = redrawn(move || match item.get() {
        Ok(item) => Some(asked(&item, &chosen).into_any()),
        Err(asks) => asks.then(|| view! { <p class="soft">{word::runner::changed()}</p> }.into_any()),
    });
    let text = (!text.trim().is_empty()).then(|| view! { <p class="mine-words" translate="no">{text}</p> });
    view! {
        <section class="part">
            {asked}
            {text}
        </section>
    }
}

/// A question, and what was chosen there.
fn asked(item: &Item, chosen: &[String]) -> impl IntoView + use<> {
    let options = match &item.step {
        Step::One { options, .. } | Step::Many { options } => options.as_slice(),
        _ => &[],
    };
    let chosen = options.iter().filter(|option| chosen.contains(&option.id)).map(|option| option.label.clone());
    view! {
        <h2 class="part-ask">{item.ask.clone()}</h2>
        {chosen.map(|label| view! { <p class="said">{label}</p> }).collect_view()}
    }
}

/// Draws one of two versions of an entry: its title and what it says.
fn of_entry(app: App, body: &Body) -> Option<AnyView> {
    let Body::Entry(entry) = body else { return None };
    let title = entry.title.clone();
    let titled = (!title.trim().is_empty()).then(|| view! { <h3 translate="no">{title}</h3> });
    Some(view! { {titled} {parts(app, entry)} }.into_any())
}

/// Draws a version of a record, if it can.
type DrawVersion<'s> = &'s dyn Fn(&Body) -> Option<AnyView>;

/// Two versions of a record, from two tabs: both are shown, as `show` draws them, and kept until the person settles it.
pub(super) fn two_versions(record: &Record, back: Route, refused: Refused, show: DrawVersion) -> AnyView {
    let app = app();
    let id = record.id;
    let revs: Vec<Rev> = record.heads.iter().map(|head| head.rev).collect();
    let versions = record.heads.iter().filter_map(|head| {
        let body = head.body.clone()?;
        let shown = show(&body)?;
        let revs = revs.clone();
        let keep = move |()| {
            refused.set(app.journal.save(id, &body, &revs).err());
            app.focus_heading();
        };
        Some(view! {
            <section class="version">
                <h2>{word::entry::version(&app.date(head.at))}</h2>
                {shown}
                <Button class="button plain" label=word::entry::keep_version() on_press=keep/>
            </section>
        })
    });
    let versions = versions.collect_view();
    view! {
        <Page title=word::journal::two_versions() back=back>
            <p>{word::entry::versions()}</p>
            {versions}
            <RefusalLine refused=refused/>
        </Page>
    }
    .into_any()
}
