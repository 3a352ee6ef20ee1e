//! What an item of an activity asks for.

use super::{LaterScreen, OnDemandPart};
use crate::{
    route::{Code, Route},
    state::{Draft, Said, Sheet, answered},
    ui::components::{
        Button, Choices, Link, LiveText, LongLine, Paragraphs, Size, Tick, WordsField, app, labels, once_there, redrawn,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Card, Choice, Item, PieceGroup, Step},
    reflection::{Answer, Body, Placement},
};

/// How an answer leads on to the next item.
#[derive(Clone, Copy)]
pub(super) struct Onward {
    /// Goes on to the next item.
    pub go: Callback<()>,
    /// Whether somebody has gone on here by a tap on an answer, who need not be told of it again.
    pub tapped: RwSignal<bool>,
}

/// What is said at one item.
#[derive(Clone, Copy)]
struct Sayable {
    item: StoredValue<Item>,
    draft: Draft,
    said: Memo<Said>,
    noting: RwSignal<bool>,
    onward: Onward,
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

    /// Whether it is answered in a run, not in an entry.
    fn is_in_run(self) -> bool {
        self.draft.with_body(|body| matches!(body, Body::Run(_)))
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
    /// How an answer leads on.
    onward: Onward,
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
    let noting = RwSignal::new(said.with_untracked(|said| !said.note.is_empty()));
    let sayable = Sayable { item: StoredValue::new(item), draft, said, noting, onward };
    let main = match step {
        Step::Read => ().into_any(),
        Step::One { options, tick } => one(sayable, options, tick).into_any(),
        Step::Many { options } => many(sayable, options).into_any(),
        Step::Scale { words, unsure } => scale(sayable, words, unsure).into_any(),
        Step::Place { coin } => {
            view! { <OnDemandPart screen=LaterScreen::Placing(StoredValue::new(coin), placed)/> }.into_any()
        }
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

/// The id of the form in which options stand: by Enter on one of them the browser presses the button that goes on.
pub(super) const ANSWERS: &str = "answers";

/// A set of options under the page's heading.
fn options(class: &'static str, all: AnyView) -> impl IntoView {
    view! {
        <form id=ANSWERS>
            <fieldset class=class aria-labelledby="heading">
                {all}
            </fieldset>
        </form>
    }
}

/// Whether one tap on an answer here also goes on. Not in a form: "Something happened" asks what must not be answered by a slip.
fn has_one_tap(sayable: Sayable) -> bool {
    app().preferences.one_tap() && sayable.is_in_run()
}

/// Returns what a choice of one option does: it answers. By hand it goes on too where one tap does, unless a note is being written.
fn choosing(
    sayable: Sayable,
    one_tap: bool,
    answer: impl Fn(String) -> Answer + Send + Sync + 'static,
) -> Callback<String> {
    let app = app();
    let Onward { go, tapped } = sayable.onward;
    Callback::new(move |id: String| {
        let goes_on = one_tap && app.by_hand() && !sayable.noting.get_untracked();
        sayable.say(answer(id));
        if goes_on {
            tapped.set(true);
            go.run(());
        }
    })
}

/// Says, until it was done, that one tap answers and goes on.
fn told(sayable: Sayable, one_tap: bool) -> impl IntoView {
    let told = one_tap && !sayable.onward.tapped.get_untracked();
    told.then(|| view! { <p class="soft">{word::runner::one_tap()}</p> })
}

/// Options, each with what is likely to follow from it.
fn with_effects(sayable: Sayable, kind: &'static str, all: &[Choice], choose: Callback<String>) -> AnyView {
    let one = |option: &Choice| {
        let chosen = move || sayable.chosen();
        view! {
            <Choices kind=kind name="answer" options=labels(std::slice::from_ref(option)) chosen=chosen on_choose=choose/>
            {(!option.effects.is_empty()).then(|| effects(sayable, option))}
        }
    };
    all.iter().map(one).collect_view().into_any()
}

fn one(sayable: Sayable, all: Vec<Choice>, label: Option<String>) -> impl IntoView {
    // Where there is something to read about an option, none of them goes on.
    let one_tap = has_one_tap(sayable) && all.iter().all(|option| option.effects.is_empty());
    let choose = choosing(sayable, one_tap, Answer::One);
    let new_to_me = label.filter(|_| sayable.is_in_run()).map(|label| {
        let on = move || sayable.said.with(|said| said.new_to_me);
        view! { <Tick class="choice choice-apart" label=label on=on on_change=move |on| sayable.tick(on)/> }
    });
    view! {
        {told(sayable, one_tap)}
        {options("choices", with_effects(sayable, "radio", &all, choose))}
        {new_to_me}
    }
}

fn many(sayable: Sayable, all: Vec<Choice>) -> impl IntoView {
    let toggle = Callback::new(move |id: String| {
        let mut all = untrack(|| sayable.chosen());
        match all.iter().position(|one| *one == id) {
            Some(place) => drop(all.remove(place)),
            None => all.push(id),
        }
        sayable.say(if all.is_empty() { Answer::None } else { Answer::Many(all) });
    });
    options("choices", with_effects(sayable, "checkbox", &all, toggle))
}

fn scale(sayable: Sayable, words: Vec<String>, unsure: String) -> impl IntoView {
    let places = words.into_iter().enumerate().map(|(place, label)| (place.to_string(), label));
    let all = places.chain([(UNSURE.into(), unsure)]).collect();
    let one_tap = has_one_tap(sayable);
    let choose = choosing(sayable, one_tap, |id| id.parse().map_or(Answer::Unsure, Answer::Scale));
    let chosen = move || sayable.chosen();
    let all = view! { <Choices kind="radio" name="answer" options=all chosen=chosen on_choose=choose/> };
    view! {
        {told(sayable, one_tap)}
        {options("choices choices-row", all.into_any())}
    }
}

/// What is likely to follow a choice, under it. Marked as chosen, never approved of.
fn effects(sayable: Sayable, option: &Choice) -> impl IntoView + use<> {
    let app = app();
    let (id, texts) = (option.id.clone(), option.effects.clone());
    let chosen = Memo::new(move |_| sayable.chosen().contains(&id));
    // Not at once: what was chosen before is where it was.
    Effect::new(move |before: Option<bool>| {
        let now = chosen.get();
        if now && before == Some(false) {
            app.bring_into_view(".effects");
        }
        now
    });
    let shown = redrawn(move || {
        chosen.get().then(|| {
            view! {
                <section class="note effects">
                    <h2>{word::runner::what_follows()}</h2>
                    <Paragraphs texts=texts.clone()/>
                </section>
            }
        })
    });
    view! { <div class="follows" role="status">{shown}</div> }
}

/// A note that opens on wish.
fn note(sayable: Sayable) -> impl IntoView {
    let open = sayable.noting;
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
pub struct Placed {
    /// Its record.
    pub draft: Draft,
    /// The same before anything was said.
    pub empty: Placement,
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
