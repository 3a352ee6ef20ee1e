//! What an item of an activity asks for.

use crate::{
    route::{Code, Route},
    state::{Draft, Said, Sheet, answered},
    ui::components::{
        Button, Choices, Labelled, Link, LiveText, LongLine, NotKept, Options, Paragraphs, Placing, Size, Tick,
        WordsField, app, awaiting_group, labels, once_there, redrawn,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Card, Choice, Item, PieceGroup, Step},
    reflection::{Answer, Body, Placement},
};

/// What is said at one item.
#[derive(Clone, Copy)]
struct Sayable {
    item: StoredValue<Item>,
    draft: Draft,
    said: Memo<Said>,
}

impl Sayable {
    fn say(self, answer: Answer) {
        self.item.with_value(|item| self.draft.change(|body| body.say(item, answer)));
    }

    fn note(self, text: String) {
        self.item.with_value(|item| self.draft.change(|body| body.note(item, text)));
    }

    fn tick(self, on: bool) {
        self.item.with_value(|item| self.draft.change(|body| body.tick(item, on)));
    }

    /// The ids of what is chosen.
    fn chosen(self) -> Vec<String> {
        self.said.with(|said| match &said.answer {
            Answer::One(id) => vec![id.clone()],
            Answer::Many(ids) => ids.clone(),
            Answer::Scale(place) => vec![place.to_string()],
            Answer::Unsure => vec![UNSURE.into()],
            _ => Vec::new(),
        })
    }
}

/// The id of "not sure" on a scale, within this page.
const UNSURE: &str = "unsure";

/// What an item asks for, and its note.
#[component]
pub(super) fn ItemStep(
    /// The item.
    item: Item,
    /// The record that its answer goes to.
    draft: Draft,
    /// What was said so far.
    said: Memo<Said>,
    /// Takes what is placed on a coin, for whoever goes on to save it.
    placed: RwSignal<Option<Placed>>,
) -> impl IntoView {
    let texts = item.text.clone();
    let card = item.card.clone().map(|id| {
        let content = app().content;
        let named = move |card: Card| {
            view! {
                <p>
                    <Link class="quiet" to=Route::Card(Code::of(&card.id)) label=card.title/>
                </p>
            }
        };
        once_there(PieceGroup::Cards, move || content.card(&id).map(named))
    });
    let step = item.step.clone();
    let noted = !matches!(step, Step::Write { .. } | Step::Read | Step::Place { .. });
    let earlier = earlier(&item, draft);
    let sayable = Sayable { item: StoredValue::new(item), draft, said };
    let main = match step {
        Step::Read => ().into_any(),
        Step::One { options, tick } => one(sayable, options, tick).into_any(),
        Step::Many { options } => many(sayable, options).into_any(),
        Step::Scale { words, unsure } => scale(sayable, words, unsure).into_any(),
        Step::Place { coin } => place_step(coin, placed),
        Step::Write { hint, .. } => view! {
            <WordsField
                size=Size::Whole
                label=word::runner::your_words()
                hint=hint
                text=move || said.get().note
                on_input=move |text| sayable.note(text)
            />
            <LongLine draft=draft/>
        }
        .into_any(),
    };
    view! {
        <Paragraphs texts=texts/>
        {earlier}
        {card}
        {main}
        {noted.then(|| note(sayable))}
    }
}

/// Where an answer was given to other words than the present ones: that they have changed, and once they are there, those
/// words and the answer.
fn earlier(item: &Item, draft: Draft) -> Option<impl IntoView + use<>> {
    let earlier = untrack(|| draft.with_body(|body| body.earlier(item)))?;
    let content = app().content;
    let id = item.id.clone();
    let line = move || {
        let wordings = content.wordings(&earlier.piece);
        let mut line = word::runner::changed().to_owned();
        let Some(item) = wordings.at(&id, earlier.revision) else { return line };
        let answers = match earlier.answer {
            Answer::RatherNotSay => vec![word::runner::rather_not().to_owned()],
            ref answer => answered(&item.step, answer),
        };
        let said = (!answers.is_empty()).then(|| word::closing::answered(&answers.join("; ")));
        for part in std::iter::once(word::runner::was(&item.ask)).chain(said) {
            line.push(' ');
            line.push_str(&part);
        }
        line
    };
    Some(view! {
        <p class="soft">
            <LiveText text=line/>
        </p>
    })
}

fn ask(sayable: Sayable, kind: &'static str, list: Vec<Labelled>, choose: Callback<String>) -> impl IntoView {
    let chosen = move || sayable.chosen();
    view! {
        <Options>
            <Choices kind=kind name="answer" options=list chosen=chosen on_choose=choose/>
        </Options>
    }
}

fn one(sayable: Sayable, options: Vec<Choice>, label: Option<String>) -> impl IntoView {
    let choose = Callback::new(move |id| sayable.say(Answer::One(id)));
    let in_run = sayable.draft.with_body(|body| matches!(body, Body::Run(_)));
    let new_to_me = label.filter(|_| in_run).map(|label| {
        let on = move || sayable.said.with(|said| said.new_to_me);
        view! { <Tick class="choice choice-apart" label=label on=on on_change=move |on| sayable.tick(on)/> }
    });
    view! {
        {ask(sayable, "radio", labels(&options), choose)}
        {new_to_me}
        {effects(sayable, options)}
    }
}

fn many(sayable: Sayable, options: Vec<Choice>) -> impl IntoView {
    let toggle = Callback::new(move |id: String| {
        let mut all = untrack(|| sayable.chosen());
        match all.iter().position(|one| *one == id) {
            Some(place) => drop(all.remove(place)),
            None => all.push(id),
        }
        sayable.say(if all.is_empty() { Answer::None } else { Answer::Many(all) });
    });
    view! {
        {ask(sayable, "checkbox", labels(&options), toggle)}
        {effects(sayable, options)}
    }
}

fn scale(sayable: Sayable, words: Vec<String>, unsure: String) -> impl IntoView {
    let places = words.into_iter().enumerate().map(|(place, label)| (place.to_string(), label));
    let options = places.chain([(UNSURE.into(), unsure)]).collect();
    let choose = Callback::new(move |id: String| sayable.say(id.parse().map_or(Answer::Unsure, Answer::Scale)));
    ask(sayable, "radio", options, choose)
}

/// What is likely to follow a choice. Marked as chosen, never approved of.
fn effects(sayable: Sayable, options: Vec<Choice>) -> impl IntoView {
    let chosen = Memo::new(move |_| sayable.chosen());
    let shown = redrawn(move || {
        let texts: Vec<String> = chosen.with(|ids| {
            let chosen = options.iter().filter(|option| ids.contains(&option.id));
            chosen.flat_map(|option| option.effects.clone()).collect()
        });
        (!texts.is_empty()).then(|| {
            view! {
                <section class="note effects">
                    <h2>{word::runner::what_follows()}</h2>
                    <Paragraphs texts=texts/>
                </section>
            }
        })
    });
    view! { <div role="status">{shown}</div> }
}

/// A note that opens on wish.
fn note(sayable: Sayable) -> impl IntoView {
    let open = RwSignal::new(sayable.said.with_untracked(|said| !said.note.is_empty()));
    let app = app();
    let field = move || {
        view! {
            <WordsField
                size=Size::Usual
                label=word::runner::note()
                text=move || sayable.said.get().note
                on_input=move |text| sayable.note(text)
            />
        }
    };
    let add = move |()| {
        open.set(true);
        app.focus_on("#note textarea");
    };
    let shown = redrawn(move || match open.get() {
        true => untrack(field).into_any(),
        false => view! { <Button class="quiet" label=word::runner::add_note() on_press=add/> }.into_any(),
    });
    view! { <div id="note">{shown}</div> }
}

/// A placement that is being made within an activity.
#[derive(Clone)]
pub(super) struct Placed {
    /// Its record.
    pub draft: Draft,
    /// The same before anything was said.
    empty: Placement,
}

impl Placed {
    /// Whether something is said in it.
    pub fn says_something(&self) -> bool {
        self.draft.with_body(|body| !body.is_blank())
    }

    /// Takes back what was said.
    pub fn clear(&self) {
        self.draft.clear(self.empty.clone());
    }
}

/// Placing oneself within an activity: a placement of its own, which is saved by going on.
fn place_step(coin: String, placed: RwSignal<Option<Placed>>) -> AnyView {
    let app = app();
    awaiting_group(PieceGroup::Coins, move || {
        let coin = app.content.opened_coin(&coin)?;
        let empty = super::place::empty(&coin);
        let draft = Draft::place(app, empty.clone());
        placed.set(Some(Placed { draft, empty }));
        on_cleanup(move || placed.set(None));
        Some(view! {
            <Placing draft=draft name=coin.name emblem=coin.emblem/>
            <NotKept draft=draft/>
        })
    })
}
