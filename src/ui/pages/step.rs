use crate::{
    route::{Code, Route},
    state::{Draft, Said, Sheet, answered},
    ui::{
        parts::{
            Chosen, Option_, Size, app, awaiting_group, button, choices, heading, labels, link, long_line, not_kept,
            once_there, options, paragraphs, placing, tick, words_field,
        },
        view::{View, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Card, Choice, Item, PieceGroup, Step},
    reflection::{Answer, Body, Placement},
};
use std::rc::Rc;

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

/// What an item asks for, and its note. What is placed on a coin goes to `placed`, for whoever goes on to save it.
pub(super) fn step_view(item: Item, draft: Draft, said: Memo<Said>, placed: RwSignal<Option<Placed>>) -> View {
    let texts = paragraphs(&item.text);
    let card = item.card.clone().map(|id| {
        let content = app().content;
        let named = move |card: Card| el("p").with(link("quiet", Route::Card(Code::of(&card.id)), &card.title));
        once_there(PieceGroup::Cards, move || content.card(&id).map(named).into())
    });
    let step = item.step.clone();
    let noted = !matches!(step, Step::Write { .. } | Step::Read | Step::Place { .. });
    let earlier = earlier(&item, draft);
    let sayable = Sayable { item: StoredValue::new(item), draft, said };
    let main = match step {
        Step::Read => View::nothing(),
        Step::One { options, tick } => one(sayable, options, tick),
        Step::Many { options } => many(sayable, options),
        Step::Scale { words, unsure } => scale(sayable, words, unsure),
        Step::Place { coin } => place_step(coin, placed),
        Step::Write { hint, .. } => {
            let text = move || said.get().note;
            let words = word::runner::your_words();
            let field = words_field(Size::Whole, words, &hint, text, move |text| sayable.note(text));
            View::several(vec![field, long_line(draft)])
        }
    };
    View::several(vec![texts, earlier, card.into(), main, noted.then(|| note(sayable)).into()])
}

/// Where an answer was given to other words than the present ones: that they have changed, and once they are there, those
/// words and the answer.
fn earlier(item: &Item, draft: Draft) -> View {
    let Some(earlier) = untrack(|| draft.with_body(|body| body.earlier(item))) else { return View::nothing() };
    let content = app().content;
    let id = item.id.clone();
    let line = saying(move || {
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
    });
    el("p").class("soft").with(line).into()
}

fn ask(sayable: Sayable, kind: &'static str, list: Vec<Option_>, choose: impl Fn(String) + 'static) -> View {
    let chosen: Chosen = Rc::new(move || sayable.chosen());
    options().with(choices(kind, "answer", list, chosen, choose)).into()
}

fn one(sayable: Sayable, options: Vec<Choice>, label: Option<String>) -> View {
    let asked = ask(sayable, "radio", labels(&options), move |id| sayable.say(Answer::One(id)));
    let in_run = sayable.draft.with_body(|body| matches!(body, Body::Run(_)));
    let new_to_me = label.filter(|_| in_run).map(|label| {
        let on = Rc::new(move || sayable.said.with(|said| said.new_to_me));
        tick("choice choice-apart", "checkbox", &label, on, move |on| sayable.tick(on))
    });
    View::several(vec![asked, new_to_me.into(), effects(sayable, options)])
}

fn many(sayable: Sayable, options: Vec<Choice>) -> View {
    let toggle = move |id: String| {
        let mut all = untrack(|| sayable.chosen());
        match all.iter().position(|one| *one == id) {
            Some(place) => drop(all.remove(place)),
            None => all.push(id),
        }
        sayable.say(if all.is_empty() { Answer::None } else { Answer::Many(all) });
    };
    let asked = ask(sayable, "checkbox", labels(&options), toggle);
    View::several(vec![asked, effects(sayable, options)])
}

fn scale(sayable: Sayable, words: Vec<String>, unsure: String) -> View {
    let places = words.into_iter().enumerate().map(|(place, label)| (place.to_string(), label));
    let options = places.chain([(UNSURE.into(), unsure)]).collect();
    ask(sayable, "radio", options, move |id| sayable.say(id.parse().map_or(Answer::Unsure, Answer::Scale)))
}

/// What is likely to follow a choice. Marked as chosen, never approved of.
fn effects(sayable: Sayable, options: Vec<Choice>) -> View {
    let chosen = Memo::new(move |_| sayable.chosen());
    let shown = maybe(move || {
        let texts: Vec<String> = chosen.with(|ids| {
            let chosen = options.iter().filter(|option| ids.contains(&option.id));
            chosen.flat_map(|option| option.effects.clone()).collect()
        });
        (!texts.is_empty()).then(|| {
            let note = el("section").class("note effects").with(heading("h2", word::runner::what_follows()));
            note.with(paragraphs(&texts)).into()
        })
    });
    el("div").attr("role", "status").with(shown).into()
}

/// A note that opens on wish.
fn note(sayable: Sayable) -> View {
    let open = RwSignal::new(sayable.said.with_untracked(|said| !said.note.is_empty()));
    let app = app();
    let field = move || {
        let text = move || sayable.said.get().note;
        words_field(Size::Usual, word::runner::note(), "", text, move |text| sayable.note(text))
    };
    let add = move || {
        open.set(true);
        app.focus_on("#note textarea");
    };
    let shown = live(move || match open.get() {
        true => untrack(field),
        false => button("quiet", word::runner::add_note(), add),
    });
    el("div").attr("id", "note").with(shown).into()
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
fn place_step(coin: String, placed: RwSignal<Option<Placed>>) -> View {
    let app = app();
    awaiting_group(PieceGroup::Coins, move || {
        let Some(coin) = app.content.opened_coin(&coin) else { return View::nothing() };
        let empty = super::place::empty(&coin);
        let draft = Draft::place(app, empty.clone());
        placed.set(Some(Placed { draft, empty }));
        on_cleanup(move || placed.set(None));
        View::several(vec![placing(draft, coin.name), not_kept(draft)])
    })
}
