use crate::{
    route::{Code, Route},
    state::{App, Record, RecordId},
    ui::{
        drawing::picture,
        parts::{
            Awaiting, Confirm, Page, Row, Sources, all, app, link, live, maybe, para, paragraphs, refusal,
            settings_line, soft, stand_words, told,
        },
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Coin, Origin},
    reflection::Placement,
};

/// The form offered for writing about a coin.
pub(super) const WRITE: &str = "what-so-what-now-what";

/// One coin: what it is first, then where the person is on it.
#[component]
pub fn CoinPage(
    /// Its code.
    code: Code,
) -> impl IntoView {
    let app = app();
    view! {
        <Awaiting then=move || {
            match app.content.coin_line_at(code).and_then(|line| app.content.coin(&line.id)) {
                Some(coin) => view! { <Whole coin=coin /> }.into_any(),
                None => view! { <super::Missing /> }.into_any(),
            }
        } />
    }
}

#[component]
fn Whole(coin: Coin) -> impl IntoView {
    let origin = match coin.origin {
        Origin::Nixon => word::coin::by_nixon(),
        Origin::Obverse => word::coin::by_obverse(),
    };
    view! {
        <Page title=coin.name.clone() back=Route::Coins place=word::coins::title().to_owned()>
            <div class="coin-stage">{picture(None, &[]).snug().draw(&coin.name, word::coin_drawing::plain(&coin.name))}</div>
            {part(word::coin::what(), &coin.system)} {part(word::coin::norm(), &coin.norm)} <section class="coin-sides">
                <div>
                    <h2>{word::coin::helped()}</h2>
                    <p>{coin.helped.clone()}</p>
                </div>
                <div>
                    <h2>{word::coin::pays()}</h2>
                    <p>{coin.pays.clone()}</p>
                </div>
                {soft(coin.region.clone())}
            </section> <section class="coin-part note">
                <h2>{word::coin::example()}</h2>
                <p>{coin.example.text.clone()}</p>
                {soft(word::coin::source(&coin.example.source))}
            </section> <section class="coin-part">
                <h2>{word::coin::acts()}</h2>
                {level(word::coin::institution(), &coin.institution)} {level(word::coin::between(), &coin.between)}
                {level(word::coin::inside(), &coin.inside)} {level(word::coin::meets(), &coin.meets)}
            </section> <section class="coin-part">
                <h2>{word::coin::influence()}</h2>
                <ul class="limits">
                    {coin.influence.iter().cloned().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
            </section> <Mine id=coin.id.clone() name=coin.name.clone() />
            {soft(origin)} <Sources sources=coin.sources.clone() reviewed=coin.reviewed />
        </Page>
    }
}

fn part(name: &'static str, texts: &[String]) -> impl IntoView + use<> {
    view! {
        <section class="coin-part">
            <h2>{name}</h2>
            {paragraphs(texts)}
        </section>
    }
}

fn level(name: &'static str, texts: &[String]) -> impl IntoView + use<> {
    view! {
        <h3>{name}</h3>
        {paragraphs(texts)}
    }
}

/// Where the person is on it, what they said before, and what grew out of it.
#[component]
fn Mine(id: String, name: String) -> impl IntoView {
    let app = app();
    let code = Code::of(&id);
    let coin = StoredValue::new(id);
    let coin_name = StoredValue::new(name);
    let placements = Memo::new(move |_| {
        app.journal
            .placements(&coin.get_value())
            .into_iter()
            .map(|(record, placed)| Shown::of(app, &record, &placed))
            .collect::<Vec<_>>()
    });
    let newest = move || placements.with(|all| all.first().cloned());
    let earlier = move || placements.with(|shown| all(shown.iter().skip(1).map(|shown| shown.view(app))));
    let place = move || match placements.with(Vec::is_empty) {
        true => word::coin::place(),
        false => word::coin::place_again(),
    };
    view! {
        <section class="coin-part mine">
            <h2>{word::coin::where_i_am()}</h2>
            {live(move || match newest() {
                None => soft(word::coin::not_placed()),
                Some(shown) => {
                    let write = Route::Form(Code::of(WRITE), Some(shown.id));
                    view! {
                        <div class="coin-stage">{shown.drawing(&coin_name.get_value())}</div>
                        {shown.view(app)}
                        <p>{link("quiet", write, word::coin::write())}</p>
                    }
                        .into_any()
                }
            })}
            {live(move || link("button plain", Route::Place(code), place()))}
            {maybe(move || {
                placements.with(|all| all.len() > 1).then(|| view! { <h3>{word::coin::earlier()}</h3> }.into_any())
            })}
            {live(earlier)}
            {maybe(move || {
                let grown = app.journal.grown(&coin.get_value());
                let rows = grown
                    .iter()
                    .map(|one| {
                        let line = if one.line.is_empty() { word::journal::untitled() } else { one.line.as_str() };
                        view! { <Row to=Route::Entry(one.id) title=line /> }.into_any()
                    });
                (!grown.is_empty())
                    .then(|| {
                        view! {
                            <h3>{word::coin::grew()}</h3>
                            <ul class="rows">{all(rows)}</ul>
                        }
                            .into_any()
                    })
            })}
        </section>
    }
}

/// A placement as it is shown: in the person's own words, with its day.
#[derive(Clone, PartialEq)]
struct Shown {
    id: RecordId,
    date: String,
    placement: Placement,
}

impl Shown {
    fn of(app: App, record: &Record, placement: &Placement) -> Shown {
        Shown { id: record.id, date: app.date(record.made), placement: placement.clone() }
    }

    fn drawing(&self, name: &str) -> AnyView {
        let settings: Vec<_> =
            self.placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
        picture(self.placement.stand, &settings).snug().draw(name, told(name, self.placement.stand, &settings))
    }

    fn view(&self, app: App) -> AnyView {
        let (id, placement) = (self.id, &self.placement);
        let refused = RwSignal::new(None);
        let stand = placement.stand.map(|stand| para("said", stand_words(stand)));
        let places = placement.settings.iter().filter(|setting| !setting.place.trim().is_empty());
        let places = places.map(|setting| para("said-where", settings_line(setting)));
        let note = placement.note.trim();
        let note = (!note.is_empty()).then(|| para("quote", note));
        let said = all(stand.into_iter().chain(places).chain(note));
        view! {
            <article class="placed">
                {soft(self.date.clone())} {said}
                <Confirm
                    label=word::coin::delete()
                    ask=word::entry::delete_ask()
                    sure=word::coin::delete_sure()
                    cancel=word::entry::cancel()
                    on_sure=Callback::new(move |()| refused.set(app.journal.delete(id).err()))
                />
                <p role="alert">{move || refused.get().map(refusal)}</p>
            </article>
        }
        .into_any()
    }
}
