//! One coin.

use super::missing::Missing;
use crate::{
    route::{Code, Route},
    state::{App, Grown, RecordId},
    ui::{
        components::{
            Confirm, Link, Own, Page, Paragraphs, Points, RefusalLine, Refused, Row, Sources, app, awaiting_group,
            redrawn, settings_line, stand_words, told,
        },
        drawing::picture,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Coin, Origin, PieceGroup},
    reflection::Placement,
};

/// The form offered for writing about a coin.
pub(super) const WRITE: &str = "what-so-what-now-what";

/// The id of the heading over what the person said.
const HERE: &str = "where-you-are";

/// One coin: what it is first, then where the person is on it.
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
    let drawn = picture(None, &[]).snug().draw(&coin.name, &word::coin_drawing::plain(&coin.name));
    let (acts, can_do) = (acts(&coin), can_do(&coin));
    view! {
        <Page title=coin.name.clone() back=Route::Coins place=word::coins::title()>
            <p class="soft">{coin.plain}</p>
            <div class="coin-stage">{drawn}</div>
            <Part name=word::coin::what()>
                <Paragraphs texts=coin.system/>
            </Part>
            <Part name=word::coin::norm()>
                <Paragraphs texts=coin.norm/>
            </Part>
            <section class="coin-sides">
                <div>
                    <h2>{word::coin::helped()}</h2>
                    <p>{coin.helped}</p>
                </div>
                <div>
                    <h2>{word::coin::pays()}</h2>
                    <p>{coin.pays}</p>
                </div>
                <p class="soft">{coin.region}</p>
            </section>
            <section class="coin-part note">
                <h2>{word::coin::example()}</h2>
                <p>{coin.example.text}</p>
                <p class="soft">{word::coin::source(&coin.example.source)}</p>
            </section>
            {acts}
            {can_do}
            <Mine id=coin.id name=coin.name/>
            <p class="soft">{origin}</p>
            <Sources sources=coin.sources reviewed=coin.reviewed/>
        </Page>
    }
}

/// A part of the page with its heading.
#[component]
fn Part(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="coin-part">
            <h2>{name}</h2>
            {children()}
        </section>
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
    view! { <Part name=word::coin::acts()>{levels.into_iter().collect_view()}</Part> }
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
    view! { <Part name=word::coin::can_do()>{groups.into_iter().collect_view()}</Part> }
}

/// Where the person is on it, what they said before, and what grew out of it.
#[component]
fn Mine(id: String, name: String) -> impl IntoView {
    let app = app();
    let code = Code::of(&id);
    let of = id.clone();
    // A refused act draws what is said here anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    let said = move || {
        let mut placements = app.journal.placements(&of).into_iter();
        let Some((newest, placement)) = placements.next() else {
            return view! {
                <p class="soft">{word::coin::not_placed()}</p>
                <Link class="button plain" to=Route::Place(code) label=word::coin::place()/>
                <p>
                    <Link class="quiet" to=Route::StepOn(code) label=word::coin::step()/>
                </p>
            }
            .into_any();
        };
        let write = Route::Form(Code::of(WRITE), Some(newest.id));
        let earlier = (placements.len() > 0).then(|| view! { <h3>{word::coin::earlier()}</h3> });
        let shown = move |id, date, placement| {
            view! { <Placed id=id date=date placement=placement refused=refused/> }
        };
        view! {
            <div class="coin-stage">{drawing(&name, &placement)}</div>
            {shown(newest.id, app.date(newest.made), placement)}
            <p>
                <Link class="quiet" to=write label=word::coin::write()/>
            </p>
            <p>
                <Link class="quiet" to=Route::StepOn(code) label=word::coin::step()/>
            </p>
            <Link class="button plain" to=Route::Place(code) label=word::coin::place_again()/>
            {earlier}
            {placements.map(|(record, placement)| shown(record.id, app.date(record.made), placement)).collect_view()}
        }
        .into_any()
    };
    let come_for = app.take_placed().then_some("");
    view! {
        <section class="coin-part mine">
            <h2 id=HERE tabindex="-1" data-come-for=come_for>
                {word::coin::where_i_am()}
            </h2>
            {redrawn(said)}
            <RefusalLine refused=refused/>
            {redrawn(move || grown(app, &id))}
        </section>
    }
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

/// The coin as it lies by a placement.
fn drawing(name: &str, placement: &Placement) -> impl IntoView + use<> {
    let settings: Vec<_> = placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
    picture(placement.stand, &settings).snug().draw(name, &told(name, placement.stand, &settings))
}

/// A placement as it is shown: in the person's own words, with its day.
#[component]
fn Placed(id: RecordId, date: String, placement: Placement, refused: Refused) -> impl IntoView {
    let app = app();
    let Placement { stand, settings, note, .. } = placement;
    let places = settings.iter().filter(|setting| !setting.place.trim().is_empty());
    let place = |line| view! { <p class="said-where" translate="no">{line}</p> };
    let delete = move |()| {
        refused.set(app.journal.delete(id).err());
        app.focus_on(&format!("#{HERE}"));
    };
    view! {
        <article class="placed">
            <p class="soft">{date}</p>
            {stand.map(|stand| view! { <p class="said">{stand_words(stand)}</p> })}
            {places.map(settings_line).map(place).collect_view()}
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
