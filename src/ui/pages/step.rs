use crate::{
    state::{Draft, Keeping, Said, Sheet},
    ui::parts::{Awaiting, Options, Placing, Tick, WordsField, app, button, labels, live, maybe, paragraphs},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Choice, Item, Step},
    reflection::{Answer, Body},
};

/// What an item asks for, and its note.
#[component]
pub fn StepView(
    /// The item.
    item: Item,
    /// The record.
    draft: Draft,
    /// What was said at the item.
    said: Memo<Said>,
) -> impl IntoView {
    let texts = paragraphs(&item.text);
    let step = item.step.clone();
    let stored = StoredValue::new(item);
    let say = move |answer: Answer| stored.with_value(|item| draft.change(|body| body.say(item, answer)));
    let note = Callback::new(move |text| stored.with_value(|item| draft.change(|body| body.note(item, text))));
    let in_run = draft.with_body(|body| matches!(body, Body::Run(_)));
    let main = match step {
        Step::Read => ().into_any(),
        Step::One { options, tick } => {
            let chosen = Signal::derive(move || match said.get().answer {
                Answer::One(id) => vec![id],
                _ => Vec::new(),
            });
            view! {
                <Options
                    options=labels(&options)
                    name="answer"
                    chosen=chosen
                    on_choose=Callback::new(move |id| say(Answer::One(id)))
                />
                {tick
                    .filter(|_| in_run)
                    .map(|label| {
                        view! {
                            <Tick
                                label=label
                                on=Signal::derive(move || said.get().new_to_me)
                                on_change=Callback::new(move |on| {
                                    stored.with_value(|item| draft.change(|body| body.tick(item, on)));
                                })
                            />
                        }
                    })}
                <Effects options=options chosen=chosen />
            }
            .into_any()
        }
        Step::Many { options } => {
            let chosen = Signal::derive(move || match said.get().answer {
                Answer::Many(ids) => ids,
                _ => Vec::new(),
            });
            let toggle = move |id: String| {
                let mut all = chosen.get_untracked();
                match all.iter().position(|one| *one == id) {
                    Some(place) => drop(all.remove(place)),
                    None => all.push(id),
                }
                say(if all.is_empty() { Answer::None } else { Answer::Many(all) });
            };
            view! {
                <Options options=labels(&options) many=true name="answer" chosen=chosen on_choose=Callback::new(toggle) />
                <Effects options=options chosen=chosen />
            }
            .into_any()
        }
        Step::Scale { words, unsure } => {
            let mut options: Vec<(String, String)> =
                words.into_iter().enumerate().map(|(place, label)| (place.to_string(), label)).collect();
            options.push(("unsure".into(), unsure));
            let chosen = Signal::derive(move || match said.get().answer {
                Answer::Scale(place) => vec![place.to_string()],
                Answer::Unsure => vec!["unsure".into()],
                _ => Vec::new(),
            });
            let choose = move |id: String| say(id.parse().map_or(Answer::Unsure, Answer::Scale));
            view! { <Options options=options name="answer" chosen=chosen on_choose=Callback::new(choose) /> }.into_any()
        }
        Step::Place { coin } => view! { <PlaceStep coin=coin outer=draft /> }.into_any(),
        Step::Write { hint } => view! {
            <WordsField
                label=word::runner::your_words()
                silent=true
                tall=true
                hint=hint
                text=Signal::derive(move || said.get().note)
                on_input=note
            />
        }
        .into_any(),
    };
    let noted = stored.with_value(|item| matches!(item.step, Step::Write { .. } | Step::Read | Step::Place { .. }));
    view! {
        {texts}
        {main}
        {(!noted)
            .then(|| {
                view! {
                    <Note said=said on_input=note />
                }
            })}
    }
}

/// What is likely to follow a choice. Marked as chosen, never approved of.
#[component]
fn Effects(options: Vec<Choice>, #[prop(into)] chosen: Signal<Vec<String>>) -> impl IntoView {
    let effects = Memo::new(move |_| {
        chosen.with(|ids| {
            options
                .iter()
                .filter(|option| ids.contains(&option.id))
                .flat_map(|option| option.effects.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div role="status">
            {maybe(move || {
                effects
                    .with(|texts| {
                        (!texts.is_empty())
                            .then(|| {
                                view! {
                                    <section class="note effects">
                                        <h2>{word::runner::what_follows()}</h2>
                                        {paragraphs(texts)}
                                    </section>
                                }
                                    .into_any()
                            })
                    })
            })}
        </div>
    }
}

/// A note that opens on wish.
#[component]
fn Note(said: Memo<Said>, on_input: Callback<String>) -> impl IntoView {
    let open = RwSignal::new(said.with_untracked(|said| !said.note.is_empty()));
    live(move || {
        if open.get() {
            view! {
                <WordsField
                    label=word::runner::note()
                    text=Signal::derive(move || said.get().note)
                    on_input=on_input
                />
            }
            .into_any()
        } else {
            button("quiet", word::runner::add_note(), move || open.set(true))
        }
    })
}

/// Placing oneself within an activity: a placement of its own, whose id the run keeps.
#[component]
fn PlaceStep(coin: String, outer: Draft) -> impl IntoView {
    let app = app();
    view! {
        <Awaiting then=move || {
            let Some(coin) = app.content.coin(&coin) else { return ().into_any() };
            let draft = Draft::begin(app, super::place::empty(&coin));
            Effect::new(move |_| {
                if draft.keeping() != Keeping::Untouched {
                    let id = draft.id.to_string();
                    untrack(|| outer.change(|body| body.grew(id)));
                }
            });
            view! { <Placing draft=draft name=coin.name /> }.into_any()
        } />
    }
}
