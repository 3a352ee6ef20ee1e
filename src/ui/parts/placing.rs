use super::{Options, WordsField, button, live};
use crate::{state::Draft, ui::drawing::picture, words::word};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Placement, Setting, Side, Stand};

const FIRST: [Stand; 4] = [Stand::Top, Stand::Bottom, Stand::Both, Stand::Changes];
const MORE: [Stand; 3] = [Stand::ReadAs, Stand::Unsure, Stand::NoFit];

/// The words of an answer.
pub fn stand_words(stand: Stand) -> &'static str {
    match stand {
        Stand::Top => word::place::top(),
        Stand::Bottom => word::place::bottom(),
        Stand::Both => word::place::both(),
        Stand::Changes => word::place::changes(),
        Stand::ReadAs => word::place::read_as(),
        Stand::Unsure => word::place::unsure(),
        Stand::NoFit => word::place::no_fit(),
        Stand::RatherNotSay => word::place::rather_not(),
    }
}

/// The id of an answer within this page; nothing is stored by it.
fn id_of(stand: Stand) -> String {
    (stand as u8).to_string()
}

fn side_words(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Top) => word::place::side_top(),
        Some(Side::Bottom) => word::place::side_bottom(),
        None => word::place::side_none(),
    }
}

/// "on nights: Bottom".
pub fn settings_line(setting: &Setting) -> String {
    match setting.side {
        Some(_) => word::place::settings_said(&setting.place, side_words(setting.side)),
        None => setting.place.clone(),
    }
}

fn read<T: Default>(body: &Body, read: impl FnOnce(&Placement) -> T) -> T {
    match body {
        Body::Placement(placement) => read(placement),
        _ => T::default(),
    }
}

fn change(draft: Draft, change: impl FnOnce(&mut Placement)) {
    draft.change(|body| {
        if let Body::Placement(placement) = body {
            change(placement);
        }
    });
}

/// The coin and the answers of a placement. Nothing is chosen beforehand.
#[component]
pub fn Placing(
    /// The placement being made.
    draft: Draft,
    /// The coin's name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let stand = Memo::new(move |_| draft.with_body(|body| read(body, |placement| placement.stand)));
    let more_said = draft.with_body(|body| {
        read(body, |placement| {
            !placement.note.is_empty()
                || !placement.settings.is_empty()
                || placement.stand.is_some_and(|stand| MORE.contains(&stand))
        })
    });
    let more = RwSignal::new(more_said);
    let show_more = Memo::new(move |_| more.get() || stand.get() == Some(Stand::Changes));
    let drawn = Memo::new(move |_| {
        draft.with_body(|body| {
            read(body, |placement| {
                let settings: Vec<_> =
                    placement.settings.iter().map(|setting| (setting.place.clone(), setting.side)).collect();
                (placement.stand, settings)
            })
        })
    });
    let coin_name = name.clone();
    let choose = move |id: String| {
        let chosen = FIRST.into_iter().chain(MORE).find(|stand| id_of(*stand) == id);
        change(draft, |placement| placement.stand = chosen);
    };
    view! {
        <div class="coin-stage">
            {live(move || {
                let (stand, settings) = drawn.get();
                picture(stand, &settings).draw(&coin_name, told(&name, stand, &settings))
            })}
        </div>
        {live(move || {
            let options = if show_more.get() { FIRST.iter().chain(&MORE) } else { FIRST.iter().chain(&[]) };
            view! {
                <Options
                    options=options.map(|stand| (id_of(*stand), stand_words(*stand).to_owned())).collect()
                    name="stand"
                    chosen=Signal::derive(move || stand.get().map(id_of).into_iter().collect())
                    on_choose=Callback::new(choose)
                />
            }
                .into_any()
        })}
        {live(move || {
            if show_more.get() {
                view! { <Settings draft=draft /> }.into_any()
            } else {
                button("quiet", word::place::more(), move || more.set(true))
            }
        })}
    }
}

/// The picture in words.
pub fn told(name: &str, stand: Option<Stand>, settings: &[(String, Option<Side>)]) -> String {
    let coin = match stand {
        Some(Stand::Top) => word::coin_drawing::top(name),
        Some(Stand::Bottom) => word::coin_drawing::bottom(name),
        Some(Stand::Both) => word::coin_drawing::both(name),
        Some(Stand::Changes) => word::coin_drawing::changes(name),
        _ => word::coin_drawing::plain(name),
    };
    let on = |side: Side| {
        let places: Vec<&str> =
            settings.iter().filter(|(_, at)| *at == Some(side)).map(|(place, _)| place.as_str()).collect();
        places.join(", ")
    };
    let (top, bottom) = (on(Side::Top), on(Side::Bottom));
    [
        coin,
        if top.is_empty() { String::new() } else { word::coin_drawing::mark_top(&top) },
        if bottom.is_empty() { String::new() } else { word::coin_drawing::mark_bottom(&bottom) },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}

/// Places or company, each with a side or none, and a note.
#[component]
fn Settings(draft: Draft) -> impl IntoView {
    let count = Memo::new(move |_| draft.with_body(|body| read(body, |placement| placement.settings.len())));
    let setting =
        move |place: usize| draft.with_body(|body| read(body, |placement| placement.settings.get(place).cloned()));
    let add = move || {
        change(draft, |placement| placement.settings.push(Setting { place: String::new(), side: None }));
    };
    view! {
        <section class="settings-list" aria-label=word::place::settings()>
            <h2>{word::place::settings()}</h2>
            <For each=move || 0..count.get() key=|place| *place let:place>
                <div class="setting" role="group" aria-label=word::place::setting_group(&(place + 1).to_string())>
                    <WordsField
                        label=word::place::setting()
                        line=true
                        hint=if place == 0 { word::place::setting_example() } else { "" }
                        text=Signal::derive(move || setting(place).map(|one| one.place).unwrap_or_default())
                        on_input=Callback::new(move |text| {
                            change(draft, |placement| {
                                if let Some(one) = placement.settings.get_mut(place) {
                                    one.place = text;
                                }
                            });
                        })
                    />
                    <fieldset class="sides">
                        <legend>{word::place::side()}</legend>
                        {[Some(Side::Top), Some(Side::Bottom), None]
                            .map(|side| {
                                let on = move || setting(place).is_some_and(|one| one.side == side);
                                view! {
                                    <label class="side" class:on=on>
                                        <input
                                            type="radio"
                                            name=format!("side-{place}")
                                            autocomplete="off"
                                            prop:checked=on
                                            on:change=move |_| {
                                                change(draft, |placement| {
                                                    if let Some(one) = placement.settings.get_mut(place) {
                                                        one.side = side;
                                                    }
                                                });
                                            }
                                        />
                                        <span>{side_words(side)}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </fieldset>
                    {button("quiet", word::place::remove_setting(), move || {
                        change(draft, |placement| {
                            if place < placement.settings.len() {
                                placement.settings.remove(place);
                            }
                        });
                    })}
                </div>
            </For>
            {button("quiet", word::place::add_setting(), add)}
            <WordsField
                label=word::place::note()
                text=Signal::derive(move || draft.with_body(|body| read(body, |placement| placement.note.clone())))
                on_input=Callback::new(move |text| change(draft, |placement| placement.note = text))
            />
        </section>
    }
}
