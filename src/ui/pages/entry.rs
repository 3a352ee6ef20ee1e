use crate::{
    route::{Code, Route},
    state::{App, Record, RecordId, Rev},
    ui::{
        parts::{
            Refused, app, button, confirm, group, heading as headed, link, own, own_para, page, pair, para, plain,
            refusal_line, rows, soft, way,
        },
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Item, Step},
    reflection::{Body, Entry, Part},
};

/// One entry, in the person's words under the questions they answered.
pub fn entry(id: RecordId) -> View {
    let app = app();
    // A refused act draws the page anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    live(move || match app.journal.record(id) {
        Some(record) => match record.body() {
            Some(Body::Entry(_)) if record.in_conflict() => {
                versions(&record, Route::Journal, refused, move |body| of_entry(app, body))
            }
            Some(Body::Entry(entry)) => whole(&record, entry, refused),
            _ => gone(),
        },
        None => gone(),
    })
}

/// Shown where there is no such entry (any more).
pub(super) fn gone() -> View {
    page(word::entry::gone())
        .back(Route::Journal)
        .with(plain(word::entry::gone_text()))
        .with(el("p").with(link("button plain", Route::Journal, word::entry::to_journal())))
        .into()
}

/// The heading of an entry, as it is shown.
fn shown_heading(app: App, entry: &Entry) -> View {
    let heading = heading(app, entry);
    if entry.title.trim().is_empty() { heading.into() } else { own(&heading) }
}

/// The heading of an entry: its title, else its form's, else that it has none.
pub(super) fn heading(app: App, entry: &Entry) -> String {
    app.content.heading(entry)
}

fn whole(record: &Record, entry: &Entry, refused: Refused) -> View {
    let app = app();
    let id = record.id;
    let changed = record.latest().at;
    let changed = (changed.day() != record.made.day()).then(|| soft(&word::entry::changed(&app.date(changed))));
    let origin = entry.grew_from.parse().ok().and_then(|id| grew_from(app, id));
    let delete = move || match app.journal.delete(id) {
        Ok(()) => app.replace(Route::Journal),
        Err(why) => refused.set(Some(why)),
    };
    let ask = [word::entry::delete(), word::entry::delete_ask(), word::entry::delete_sure(), word::entry::cancel()];
    let edit = |class| link(class, Route::Edit(id), word::entry::edit());
    let print = link("quiet", Route::Record(id), word::entry::record());
    let page = page(shown_heading(app, entry)).back(Route::Journal).place(word::journal::title());
    let page = if entry.at.is_empty() {
        let step = link("quiet", Route::NewStep(Some(id)), word::closing::step());
        page.foot(edit("button")).foot(pair().with(step).with(print))
    } else {
        let go_on = Route::Form(Code::of(&entry.form), Some(id));
        page.foot(link("button", go_on, word::entry::go_on())).foot(pair().with(edit("quiet")).with(print))
    };
    page.with(soft(&word::entry::written(&app.date(record.made))))
        .with(changed)
        .with(origin.map(|(to, line)| el("p").with(way(to).with(line))))
        .with(parts(app, entry))
        .with(super::coin::grown_out_of(app, id).map(|grown| group(word::coin::grew()).with(rows(grown))))
        .with(confirm(ask, delete))
        .with(refusal_line(refused))
        .into()
}

/// What it grew out of, and the way there.
pub(super) fn grew_from(app: App, id: RecordId) -> Option<(Route, View)> {
    Some(match app.journal.record(id)?.body()? {
        Body::Placement(placement) => {
            let coin = app.content.coin_line(&placement.coin)?;
            (Route::Coin(Code::of(&coin.id)), word::entry::grew_from(&coin.name).into())
        }
        Body::Run(run) => {
            let line = app.content.line(&run.activity)?;
            (Route::Activity(Code::of(&line.id)), word::entry::grew_from_run(&line.title).into())
        }
        Body::Entry(entry) => (Route::Entry(id), own(&word::entry::grew_from_run(&heading(app, entry)))),
        Body::Commitment(step) => (Route::Step(id), own(&word::entry::grew_from_step(step.what.trim()))),
    })
}

/// The item of a form that a part answers, in the words that it answers.
pub(super) fn item_of(app: App, form: &str, part: &Part) -> Option<Item> {
    app.content.wordings(form).at(&part.item, part.revision).cloned()
}

fn parts(app: App, entry: &Entry) -> View {
    let said = entry.parts.iter().filter(|part| !part.text.trim().is_empty() || !part.chosen.is_empty());
    all(said.map(|part| part_view(app, &entry.form, part)))
}

fn part_view(app: App, form: &str, part: &Part) -> View {
    let (form, answered_part) = (form.to_owned(), part.clone());
    // Words that come later are drawn alone, so that nothing else on the page is drawn anew.
    let item = Memo::new(move |_| {
        let asks = || app.content.wordings(&form).asks(&answered_part.item);
        item_of(app, &form, &answered_part).ok_or_else(asks)
    });
    let chosen = part.chosen.clone();
    let asked = maybe(move || match item.get() {
        Ok(item) => Some(asked(&item, &chosen)),
        Err(asks) => asks.then(|| soft(word::runner::changed())),
    });
    el("section")
        .class("part")
        .with(asked)
        .with((!part.text.trim().is_empty()).then(|| own_para("mine-words", &part.text)))
        .into()
}

/// A question, and what was chosen there.
fn asked(item: &Item, chosen: &[String]) -> View {
    let options = match &item.step {
        Step::One { options, .. } | Step::Many { options } => options.as_slice(),
        _ => &[],
    };
    let chosen = options.iter().filter(|option| chosen.contains(&option.id));
    let ask = el("h2").class("part-ask").with(item.ask.as_str());
    View::several(vec![ask.into(), all(chosen.map(|option| para("said", &option.label)))])
}

/// A version of an entry.
fn of_entry(app: App, body: &Body) -> Option<View> {
    let Body::Entry(entry) = body else { return None };
    let titled = (!entry.title.trim().is_empty()).then(|| el("h3").own().with(entry.title.as_str()));
    Some(View::several(vec![titled.into(), parts(app, entry)]))
}

/// Two versions of a record, from two tabs: both are shown, as `show` draws them, and kept until the person settles it.
pub(super) fn versions(record: &Record, back: Route, refused: Refused, show: impl Fn(&Body) -> Option<View>) -> View {
    let app = app();
    let id = record.id;
    let revs: Vec<Rev> = record.heads.iter().map(|head| head.rev).collect();
    let versions = record.heads.iter().filter_map(|head| {
        let body = head.body.clone()?;
        let shown = show(&body)?;
        let revs = revs.clone();
        let keep = move || {
            refused.set(app.journal.save(id, &body, &revs).err());
            app.focus_heading();
        };
        let version = el("section").class("version").with(headed("h2", &word::entry::version(&app.date(head.at))));
        Some(version.with(shown).with(button("button plain", word::entry::keep_version(), keep)).into())
    });
    page(word::journal::two_versions())
        .back(back)
        .with(plain(word::entry::versions()))
        .with(all(versions))
        .with(refusal_line(refused))
        .into()
}
