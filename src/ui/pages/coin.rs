use crate::{
    route::{Code, Route},
    state::{App, Grown, Record, RecordId},
    ui::{
        drawing::picture,
        parts::{
            Own, Refused, app, awaiting_group, confirm, heading, link, own_para, own_row, page, para, paragraphs,
            plain, refusal_line, rows, settings_line, soft, sources, stand_words, told,
        },
        view::{Element, View, all, el, live, maybe},
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
pub fn coin(code: Code) -> View {
    let app = app();
    let Some(line) = app.content.coin_line_at(code) else { return super::missing() };
    awaiting_group(PieceGroup::Coins, move || match app.content.opened_coin(&line.id) {
        Some(coin) => whole(&coin),
        None => super::missing(),
    })
}

fn whole(coin: &Coin) -> View {
    let origin = match coin.origin {
        Origin::Nixon => word::coin::by_nixon(),
        Origin::Obverse => word::coin::by_obverse(),
    };
    let drawn = picture(None, &[]).snug().draw(&coin.name, &word::coin_drawing::plain(&coin.name));
    let side = |name, text: &str| el("div").with(heading("h2", name)).with(plain(text));
    let sides = el("section")
        .class("coin-sides")
        .with(side(word::coin::helped(), &coin.helped))
        .with(side(word::coin::pays(), &coin.pays))
        .with(soft(&coin.region));
    let example = titled("coin-part note", word::coin::example())
        .with(plain(&coin.example.text))
        .with(soft(&word::coin::source(&coin.example.source)));
    page(coin.name.as_str())
        .back(Route::Coins)
        .place(word::coins::title())
        .with(soft(&coin.plain))
        .with(el("div").class("coin-stage").with(drawn))
        .with(part(word::coin::what()).with(paragraphs(&coin.system)))
        .with(part(word::coin::norm()).with(paragraphs(&coin.norm)))
        .with(sides)
        .with(example)
        .with(acts(coin))
        .with(can_do(coin))
        .with(mine(coin.id.clone(), coin.name.clone()))
        .with(soft(origin))
        .with(sources(&coin.sources, coin.reviewed))
        .into()
}

fn titled(class: &str, name: &str) -> Element {
    el("section").class(class).with(heading("h2", name))
}

fn part(name: &str) -> Element {
    titled("coin-part", name)
}

/// How it acts, from afar to near.
fn acts(coin: &Coin) -> Element {
    let level = |part: Element, name: &str, texts: &[String]| part.with(heading("h3", name)).with(paragraphs(texts));
    let part = level(part(word::coin::acts()), word::coin::institution(), &coin.institution);
    let part = level(part, word::coin::between(), &coin.between);
    let part = level(part, word::coin::inside(), &coin.inside);
    level(part, word::coin::meets(), &coin.meets)
}

/// What can be done about it: by someone it helps, by someone it costs, and by several together.
fn can_do(coin: &Coin) -> Element {
    let group = |part: Element, name: &str, lines: &[String]| {
        let lines = lines.iter().map(|line| el("li").with(line.as_str()).into());
        part.with(heading("h3", name)).with(el("ul").class("limits").with(all(lines)))
    };
    let part = group(part(word::coin::can_do()), word::coin::from_top(), &coin.from_top);
    let part = group(part, word::coin::from_bottom(), &coin.from_bottom);
    group(part, word::coin::together(), &coin.together)
}

/// Where the person is on it, what they said before, and what grew out of it.
fn mine(id: String, name: String) -> View {
    let app = app();
    let code = Code::of(&id);
    let of = id.clone();
    // A refused act draws what is said here anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    let said = live(move || {
        let placements = app.journal.placements(&of);
        let mut shown = placements.iter().map(|(record, placed)| Shown::of(app, record, placed));
        let Some(newest) = shown.next() else {
            let way = link("button plain", Route::Place(code), word::coin::place());
            let step = link("quiet", Route::StepOn(code), word::coin::step());
            return View::several(vec![soft(word::coin::not_placed()), way, el("p").with(step).into()]);
        };
        let write = Route::Form(Code::of(WRITE), Some(newest.id));
        let earlier = (placements.len() > 1).then(|| heading("h3", word::coin::earlier()));
        View::several(vec![
            el("div").class("coin-stage").with(newest.drawing(&name)).into(),
            newest.view(app, refused),
            el("p").with(link("quiet", write, word::coin::write())).into(),
            el("p").with(link("quiet", Route::StepOn(code), word::coin::step())).into(),
            link("button plain", Route::Place(code), word::coin::place_again()),
            earlier.into(),
            all(shown.map(|one| one.view(app, refused))),
        ])
    });
    let here = el("h2").with(word::coin::where_i_am());
    let here = here.attr("id", HERE).attr("tabindex", "-1");
    let here = if app.take_placed() { here.attr("data-come-for", "") } else { here };
    el("section")
        .class("coin-part mine")
        .with(here)
        .with(said)
        .with(refusal_line(refused))
        .with(maybe(move || grown(app, &id)))
        .into()
}

/// What grew out of it.
fn grown(app: App, coin: &str) -> Option<View> {
    let rows_of = lines(&app.journal.grown(coin))?;
    Some(View::several(vec![heading("h3", word::coin::grew()), rows(rows_of)]))
}

/// Rows for the entries and steps that grew out of a record.
pub(super) fn grown_out_of(app: App, id: RecordId) -> Option<View> {
    lines(&app.journal.grown_from(id))
}

fn lines(grown: &[Grown]) -> Option<View> {
    let line = |one: &Grown| {
        let line = if one.line.is_empty() { word::journal::untitled() } else { one.line.as_str() };
        let (to, kind) = if one.step { (Route::Step(one.id), word::steps::one()) } else { (Route::Entry(one.id), "") };
        own_row(Own::Name, to, line, "", kind)
    };
    (!grown.is_empty()).then(|| all(grown.iter().map(line)))
}

/// A placement as it is shown: in the person's own words, with its day.
struct Shown<'p> {
    id: RecordId,
    date: String,
    placement: &'p Placement,
}

impl Shown<'_> {
    fn of<'p>(app: App, record: &Record, placement: &'p Placement) -> Shown<'p> {
        Shown { id: record.id, date: app.date(record.made), placement }
    }

    fn drawing(&self, name: &str) -> View {
        let settings: Vec<_> =
            self.placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
        picture(self.placement.stand, &settings).snug().draw(name, &told(name, self.placement.stand, &settings))
    }

    fn view(&self, app: App, refused: Refused) -> View {
        let (id, placement) = (self.id, self.placement);
        let places = placement.settings.iter().filter(|setting| !setting.place.trim().is_empty());
        let ask = [word::coin::delete(), word::entry::delete_ask(), word::coin::delete_sure(), word::entry::cancel()];
        el("article")
            .class("placed")
            .with(soft(&self.date))
            .with(placement.stand.map(|stand| para("said", stand_words(stand))))
            .with(all(places.map(|setting| own_para("said-where", &settings_line(setting)))))
            .with((!placement.note.trim().is_empty()).then(|| own_para("quote", &placement.note)))
            .with(confirm(ask, move || {
                refused.set(app.journal.delete(id).err());
                app.focus_on(&format!("#{HERE}"));
            }))
            .into()
    }
}
