use crate::{
    route::{Code, Route},
    state::{App, Record, RecordId},
    ui::{
        drawing::picture,
        parts::{Awaiting, Confirm, Page, Row, Sources, app, paragraphs, settings_line, stand_words},
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
            <div class="coin-stage">{picture(None, &[]).draw(&coin.name, word::coin_drawing::plain(&coin.name))}</div>
            {part(word::coin::what(), &coin.system)} {part(word::coin::norm(), &coin.norm)} <section class="coin-sides">
                <div>
                    <h2>{word::coin::helped()}</h2>
                    <p>{coin.helped.clone()}</p>
                </div>
                <div>
                    <h2>{word::coin::pays()}</h2>
                    <p>{coin.pays.clone()}</p>
                </div>
                <p class="soft">{coin.region.clone()}</p>
            </section> <section class="coin-part note">
                <h2>{word::coin::example()}</h2>
                <p>{coin.example.text.clone()}</p>
                <p class="soft">{word::coin::source(&coin.example.source)}</p>
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
            <p class="soft">{origin}</p> <Sources sources=coin.sources.clone() reviewed=coin.reviewed />
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
    view! {
        <section class="coin-part mine">
            <h2>{word::coin::where_i_am()}</h2>
            {move || match newest() {
                None => view! { <p class="soft">{word::coin::not_placed()}</p> }.into_any(),
                Some(shown) => {
                    let drawing = shown.drawing(&coin_name.get_value());
                    view! {
                        <div class="coin-stage">{drawing}</div>
                        {shown.view(app)}
                        <p class="acts">
                            <a class="quiet" href=Route::Form(Code::of(WRITE), Some(shown.id)).to_string()>
                                {word::coin::write()}
                            </a>
                        </p>
                    }
                        .into_any()
                }
            }}
            <p>
                <a class="button plain" href=Route::Place(code).to_string()>
                    {move || if placements.with(Vec::is_empty) { word::coin::place() } else { word::coin::place_again() }}
                </a>
            </p>
            {move || {
                let earlier = placements.with(|all| all.iter().skip(1).cloned().collect::<Vec<_>>());
                (!earlier.is_empty())
                    .then(|| {
                        view! {
                            <h3>{word::coin::earlier()}</h3>
                            {earlier.into_iter().map(|shown| shown.view(app)).collect_view()}
                        }
                    })
            }}
            {move || {
                let grown = app.journal.grown(&coin.get_value());
                (!grown.is_empty())
                    .then(|| {
                        view! {
                            <h3>{word::coin::grew()}</h3>
                            <ul class="rows">
                                {grown
                                    .into_iter()
                                    .map(|one| {
                                        let line = if one.line.is_empty() {
                                            word::journal::untitled().to_owned()
                                        } else {
                                            one.line
                                        };
                                        view! { <Row to=Route::Entry(one.id) title=line /> }
                                    })
                                    .collect_view()}
                            </ul>
                        }
                    })
            }}
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

    fn drawing(&self, name: &str) -> impl IntoView + use<> {
        let settings: Vec<_> =
            self.placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
        picture(self.placement.stand, &settings).draw(name, word::coin_drawing::plain(name))
    }

    fn view(&self, app: App) -> impl IntoView + use<> {
        let (id, placement) = (self.id, &self.placement);
        let settings: Vec<String> =
            placement.settings.iter().filter(|setting| !setting.place.trim().is_empty()).map(settings_line).collect();
        let note = placement.note.trim().to_owned();
        view! {
            <article class="placed">
                <p class="soft">{self.date.clone()}</p>
                {placement.stand.map(|stand| view! { <p class="said">{stand_words(stand)}</p> })}
                {settings.into_iter().map(|line| view! { <p class="said-where">{line}</p> }).collect_view()}
                {(!note.is_empty()).then(|| view! { <p class="quote">{note}</p> })}
                <Confirm
                    label=word::coin::delete()
                    ask=word::entry::delete_ask()
                    sure=word::coin::delete_sure()
                    cancel=word::entry::cancel()
                    on_sure=move |()| {
                        // A refusal leaves the placement where it is, in sight.
                        let _ = app.journal.delete(id);
                    }
                />
            </article>
        }
    }
}
