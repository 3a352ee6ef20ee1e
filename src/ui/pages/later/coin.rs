//! One coin.

use super::{super::Missing, placement_settings::settings_line, placing::told};
use crate::{
    route::{Code, Route},
    state::{App, Grown, Record, RecordId},
    ui::{
        components::{
            Confirm, Link, Own, Page, Paragraphs, Points, RefusalLine, Refused, Row, Sources, app, awaiting_group,
            redrawn, stand_words,
        },
        drawing::{emblem, picture, struck},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Coin, Origin, PieceGroup},
    reflection::{Placement, Stand},
};

/// The form offered for writing about a coin.
pub(super) const WRITE: &str = "what-so-what-now-what";

/// How many positions the timeline has: the latest. The details have all.
const SHOWN: usize = 4;

/// The id of the heading over what the person said.
const HERE: &str = "where-you-are";

/// One coin: where the person is on it, then what it is, in chapters.
#[component]
pub fn CoinPage(
    /// Its code.
    code: Code,
) -> impl IntoView {
    let app = app();
    let Some(line) = app.content.coin_line_at(code) else { return view! { <Missing/> }.into_any() };
    awaiting_group(PieceGroup::Coins, move || match app.content.opened_coin(&line.id) {
        Some(coin) => whole(coin).into_any(),
        None => view! { <Missing/> }.into_any(),
    })
}

fn whole(coin: Coin) -> impl IntoView {
    let origin = match coin.origin {
        Origin::Nixon => word::coin::by_nixon(),
        Origin::Obverse => word::coin::by_obverse(),
    };
    let drawn = struck(emblem(&coin.emblem), Some(word::coin_drawing::plain(&coin.name)));
    let (acts, can_do) = (acts(&coin), can_do(&coin));
    view! {
        <Page title=coin.name.clone() back=Route::Coins place=word::coins::title()>
            <div class="coin-crown">{drawn}</div>
            <p class="soft coin-plain">{coin.plain}</p>
            <Mine id=coin.id name=coin.name emblem=coin.emblem/>
            <Chapter name=word::coin::what() open=true>
                <Paragraphs texts=coin.system/>
            </Chapter>
            <Chapter name=word::coin::norm()>
                <Paragraphs texts=coin.norm/>
            </Chapter>
            <Chapter name=word::coin::sides()>
                <h3>{word::coin::helped()}</h3>
                <p>{coin.helped}</p>
                <h3>{word::coin::pays()}</h3>
                <p>{coin.pays}</p>
                <p class="soft">{coin.region}</p>
            </Chapter>
            <Chapter name=word::coin::example()>
                <p>{coin.example.text}</p>
                <p class="soft">{word::coin::source(&coin.example.source)}</p>
            </Chapter>
            {acts}
            {can_do}
            <p class="soft coin-origin">{origin}</p>
            <Sources sources=coin.sources reviewed=coin.reviewed/>
        </Page>
    }
}

/// A part of the page that opens.
#[component]
fn Chapter(
    /// Its heading.
    name: &'static str,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="chapter" open=open>
            <summary>
                <h2>{name}</h2>
            </summary>
            {children()}
        </details>
    }
}

/// How it acts, from afar to near.
fn acts(coin: &Coin) -> impl IntoView + use<> {
    let levels = [
        (word::coin::institution(), &coin.institution),
        (word::coin::between(), &coin.between),
        (word::coin::inside(), &coin.inside),
        (word::coin::meets(), &coin.meets),
    ];
    let levels = levels.map(|(name, texts)| {
        view! {
            <h3>{name}</h3>
            <Paragraphs texts=texts.clone()/>
        }
    });
    view! { <Chapter name=word::coin::acts()>{levels.into_iter().collect_view()}</Chapter> }
}

/// What can be done about it: by someone it helps, by someone it costs, and by several together.
fn can_do(coin: &Coin) -> impl IntoView + use<> {
    let groups = [
        (word::coin::from_top(), &coin.from_top),
        (word::coin::from_bottom(), &coin.from_bottom),
        (word::coin::together(), &coin.together),
    ];
    let groups = groups.map(|(name, lines)| {
        view! {
            <h3>{name}</h3>
            <Points points=lines.clone()/>
        }
    });
    view! { <Chapter name=word::coin::can_do()>{groups.into_iter().collect_view()}</Chapter> }
}

/// Where the person is on it, what they said before, and what grew out of it.
#[component]
fn Mine(id: String, name: String, emblem: String) -> impl IntoView {
    let app = app();
    let code = Code::of(&id);
    let of = id.clone();
    // A refused act draws what is said here anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    let said = move || {
        let placements = app.journal.placements(&of);
        let step = view! { <Link class="quiet" to=Route::StepOn(code) label=word::coin::step()/> };
        let Some((newest, placement)) = placements.first() else {
            return view! {
                <p class="soft timeline">{word::coin::not_placed()}</p>
                <div class="coin-acts">
                    <Link class="button" to=Route::Place(code) label=word::coin::place()/>
                </div>
                {step}
            }
            .into_any();
        };
        let moments = placements.iter().take(SHOWN).rev().map(|(record, placement)| moment(app, record, placement));
        let write = Route::Form(Code::of(WRITE), Some(newest.id));
        let drawn = lying(&name, &emblem, placement);
        let earlier = (placements.len() > 1).then(|| view! { <h3>{word::coin::earlier()}</h3> });
        let mut told = placements.iter().map(|(record, placement)| {
            let (date, placement) = (app.date(record.made), placement.clone());
            view! { <Placed id=record.id date=date placement=placement refused=refused/> }
        });
        view! {
            <ol class="timeline">{moments.collect_view()}</ol>
            <div class="coin-acts">
                <Link class="button" to=Route::Place(code) label=word::coin::place_again()/>
                <Link class="button plain" to=write label=word::coin::write()/>
            </div>
            {step}
            <details class="more">
                <summary>{word::coin::details()}</summary>
                {drawn}
                {told.next()}
                {earlier}
                {told.collect_view()}
            </details>
        }
        .into_any()
    };
    let come_for = app.take_placed().then_some("");
    view! {
        <section class="mine">
            <h2 id=HERE tabindex="-1" data-come-for=come_for>
                {word::coin::where_i_am()}
            </h2>
            {redrawn(said)}
            <RefusalLine refused=refused/>
            {redrawn(move || grown(app, &id))}
        </section>
    }
}

/// A position on the timeline: what it is, in which month, and where.
fn moment(app: App, record: &Record, placement: &Placement) -> impl IntoView + use<> {
    let stand = placement.stand.map(|stand| match stand {
        Stand::Top => word::place::side_top(),
        Stand::Bottom => word::place::side_bottom(),
        Stand::Both => word::coin::both(),
        Stand::Changes => word::coin::changes(),
        other => stand_words(other),
    });
    view! {
        <li>
            {stand.map(|stand| view! { <b>{stand}</b> })}
            <span>{app.month(record.made)}</span>
            {places(placement).map(|place| view! { <span translate="no">{place}</span> }).collect_view()}
        </li>
    }
}

/// The places that were named, each in a line.
fn places(placement: &Placement) -> impl Iterator<Item = String> {
    placement.settings.iter().filter(|setting| !setting.place.trim().is_empty()).map(settings_line)
}

/// What grew out of it.
fn grown(app: App, coin: &str) -> Option<impl IntoView + use<>> {
    let rows = rows_of(&app.journal.grown(coin))?;
    Some(view! {
        <h3>{word::coin::grew()}</h3>
        <ul class="rows">{rows}</ul>
    })
}

/// Rows for the entries and steps that grew out of a record.
pub(super) fn grown_out_of(app: App, id: RecordId) -> Option<AnyView> {
    rows_of(&app.journal.grown_from(id))
}

fn rows_of(grown: &[Grown]) -> Option<AnyView> {
    let row = |one: &Grown| {
        let line = if one.line.is_empty() { word::journal::untitled().to_owned() } else { one.line.clone() };
        let (to, kind) = if one.step { (Route::Step(one.id), word::steps::one()) } else { (Route::Entry(one.id), "") };
        view! { <Row own=Own::Name to=to title=line note=kind/> }
    };
    (!grown.is_empty()).then(|| grown.iter().map(row).collect_view().into_any())
}

/// The coin as it lies by a placement, if that says where the person stands.
fn lying(name: &str, emblem: &str, placement: &Placement) -> Option<impl IntoView + use<>> {
    let settings: Vec<_> = placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
    let picture = picture(placement.stand, &settings);
    let said = told(name, placement.stand, &settings);
    (!picture.marks.is_empty()).then(|| view! { <div class="coin-stage">{picture.draw(emblem, said, None)}</div> })
}

/// A placement as it is shown: in the person's own words, with its day.
#[component]
fn Placed(id: RecordId, date: String, placement: Placement, refused: Refused) -> impl IntoView {
    let app = app();
    let place = |line| view! { <p class="said-where" translate="no">{line}</p> };
    let places = places(&placement).map(place).collect_view();
    let Placement { stand, note, .. } = placement;
    let delete = move |()| {
        refused.set(app.journal.delete(id).err());
        app.focus_on(&format!("#{HERE}"));
    };
    view! {
        <article class="placed">
            <p class="soft">{date}</p>
            {stand.map(|stand| view! { <p class="said">{stand_words(stand)}</p> })}
            {places}
            {(!note.trim().is_empty()).then(|| view! { <p class="quote" translate="no">{note}</p> })}
            <Confirm
                label=word::coin::delete()
                ask=word::entry::delete_ask()
                sure=word::coin::delete_sure()
                cancel=word::entry::cancel()
                on_sure=delete
            />
        </article>
    }
}
