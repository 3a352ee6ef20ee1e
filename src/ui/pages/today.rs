use crate::{
    route::{Code, Route},
    state::{App, Condition, Mode, Record},
    ui::parts::{Page, Row, WhereKept, all, app, live, maybe, para},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// The id of the form behind "Something happened".
const HAPPENED: &str = "something-happened";
/// How many things to go on with are shown.
const GO_ON: usize = 2;

/// The first screen: one lead, one door, what to go on with.
#[component]
pub fn Today() -> impl IntoView {
    let app = app();
    let lead = app.content.prompt(app.now().day()).map(|(form, prompt)| {
        view! {
            <a class="lead" href=Route::Form(Code::of(&form.id), None).to_string()>
                <h2>{word::today::lead()}</h2>
                <p>{prompt}</p>
            </a>
        }
    });
    let go_on = move || {
        let begun = app.journal.unfinished();
        all(begun.iter().filter_map(|record| go_on_row(app, record)).take(GO_ON))
    };
    view! {
        <Page title=word::today::title().to_owned()>
            {lead}
            <ul class="rows">
                <Row
                    to=Route::Form(Code::of(HAPPENED), None)
                    title=word::today::happened()
                    text=word::today::happened_text()
                />
                {live(go_on)}
                {maybe(move || {
                    let fresh = app.journal.look(|records| records.next().is_none());
                    let first = app.content.listed(obverse_core::activity::Kind::Inventory).into_iter().next();
                    (fresh && app.journal.condition() != Condition::Newer)
                        .then_some(first)
                        .flatten()
                        .map(|first| {
                            view! {
                                <Row
                                    to=Route::Activity(Code::of(&first.id))
                                    title=word::today::start()
                                    text=word::today::start_text()
                                />
                            }
                                .into_any()
                        })
                })}
            </ul>
            <p class="soft kept-where">
                <WhereKept />
                {maybe(move || {
                    (app.journal.mode() != Mode::Kept)
                        .then(|| {
                            view! {
                                " "
                                <a href=Route::Settings.to_string()>{word::today::save_copy()}</a>
                            }
                                .into_any()
                        })
                })}
            </p>
            {maybe(move || (app.journal.condition() == Condition::Newer).then(|| para("note", word::trouble::newer())))}
        </Page>
    }
}

fn go_on_row(app: App, record: &Record) -> Option<AnyView> {
    let (to, id, text) = match record.body()? {
        Body::Run(run) => {
            let place = app.content.activity(&run.activity).and_then(|activity| {
                let path = run.path(&activity);
                let at = path.items.iter().position(|place| activity.items[*place].id == run.at)?;
                Some(word::today::place(&(at + 1).to_string(), &path.items.len().to_string()))
            });
            (Route::Activity(Code::of(&run.activity)), &run.activity, place.unwrap_or_default())
        }
        Body::Entry(entry) => {
            let from = entry.grew_from.parse().ok();
            (Route::Form(Code::of(&entry.form), from), &entry.form, word::today::place_writing().to_owned())
        }
        Body::Placement(_) => return None,
    };
    let title = app.content.line(id)?.title;
    Some(view! { <Row to=to title=word::today::go_on(&title) text=text /> }.into_any())
}
