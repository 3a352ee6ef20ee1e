//! Going through an activity: a screen an item.

use super::step::{ANSWERS, ItemStep, Onward, Placed};
use crate::{
    route::Route,
    state::{Draft, HAPPENED, Said, Sheet},
    ui::components::{Button, Dim, KeepingLine, LiveText, NotKept, Nudge, Page, TalkNow, app, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Item, Kind, Path, Step, sitting_of},
    reflection::Answer,
};

/// Where one is in an activity, and what can be done there.
#[derive(Clone, Copy)]
pub struct Walk {
    activity: StoredValue<Activity>,
    draft: Draft,
    at: Memo<usize>,
    path: Memo<Vec<usize>>,
    /// Whether the way depends on what is chosen: then nobody can say how long it is.
    branches: bool,
    /// Whether somebody has gone on by a tap on an answer.
    tapped: RwSignal<bool>,
    /// What is being placed on a coin at the present item.
    placed: RwSignal<Option<Placed>>,
    /// Whether the closing page is shown although there is more to go on with.
    pub paused: RwSignal<bool>,
}

impl Walk {
    /// Takes up an activity where its record stands.
    pub fn new(activity: StoredValue<Activity>, draft: Draft) -> Walk {
        let path =
            Memo::new(move |_| draft.with_body(|body| activity.with_value(|activity| body.path(activity)).items));
        // An answer that was changed may leave the present item off the path: then its last one is shown.
        let at = Memo::new(move |_| {
            let id = draft.with_body(|body| body.at().to_owned());
            let place = activity.with_value(|activity| activity.items.iter().position(|item| item.id == id));
            path.with(|path| match place {
                Some(place) if path.contains(&place) => place,
                _ => path.last().copied().unwrap_or_default(),
            })
        });
        Walk {
            activity,
            draft,
            at,
            path,
            branches: activity.with_value(Path::branches),
            tapped: RwSignal::new(false),
            placed: RwSignal::new(None),
            paused: RwSignal::new(false),
        }
    }

    /// Whether the last item is behind.
    pub fn ended(self) -> bool {
        self.draft.with_body(|body| body.at().is_empty())
    }

    /// The present item.
    pub fn item(self) -> Item {
        let at = self.at.get();
        self.activity.with_value(|activity| activity.items[at].clone())
    }

    /// Which of how many the present item is: in an inventory, of this sitting.
    pub fn progress(self) -> (usize, usize) {
        let (position, count) = self.position();
        match self.kind() {
            Kind::Inventory => {
                let (first, length) = sitting_of(position, count);
                (position - first + 1, length)
            }
            _ => (position + 1, count),
        }
    }

    /// Whether somebody to call has to be one tap away.
    fn speaks_of_harm(self) -> bool {
        self.activity.with_value(|activity| activity.id == HAPPENED)
    }

    fn kind(self) -> Kind {
        self.activity.with_value(|activity| activity.kind)
    }

    fn position(self) -> (usize, usize) {
        let at = self.at.get();
        self.path.with(|path| (path.iter().position(|place| *place == at).unwrap_or_default(), path.len()))
    }

    /// Saves what was placed on a coin at the present item; whether one can go on.
    fn save_placed(self) -> bool {
        let Some(placed) = self.placed.get_untracked().filter(|placed| untrack(|| placed.says_something())) else {
            return true;
        };
        placed.draft.save();
        let saved = !placed.draft.failed();
        if saved {
            self.draft.change(|body| body.grew(placed.draft.id.to_string()));
        }
        saved
    }

    /// Goes on. A page that was read counts as seen; at the end of a sitting the closing page is shown.
    pub fn next(self) {
        let item = untrack(|| self.item());
        if !self.save_placed() {
            return;
        }
        if item.step == Step::Read {
            self.draft.change(|body| body.say(&item, Answer::Seen));
        }
        let (position, count) = untrack(|| self.position());
        let next = untrack(|| self.path.with(|path| path.get(position + 1).copied()));
        match next {
            None => self.end(),
            Some(place) => {
                let id = self.activity.with_value(|activity| activity.items[place].id.clone());
                self.draft.change(|body| body.go_to(&id));
                let (first, length) = sitting_of(position, count);
                if self.kind() == Kind::Inventory && position + 1 == first + length {
                    self.draft.keep();
                    self.paused.set(true);
                }
            }
        }
    }

    /// Goes back by one.
    pub fn back(self) {
        let (position, _) = untrack(|| self.position());
        let before = untrack(|| self.path.with(|path| path.get(position.wrapping_sub(1)).copied()));
        if let Some(place) = before {
            self.go_to(&self.activity.with_value(|activity| activity.items[place].id.clone()));
        }
    }

    /// Goes to an item.
    pub fn go_to(self, item: &str) {
        self.draft.change(|body| body.go_to(item));
        self.paused.set(false);
    }

    /// Goes to the closing page for good.
    pub fn end(self) {
        self.draft.change(|body| body.go_to(""));
        self.draft.keep();
    }

    /// How the present item can be left without an answer. What is chosen is never erased by passing over it, and what
    /// is written by nothing but the field it stands in.
    fn leaving(self, said: &Said) -> Leaving {
        let item = self.item();
        let placed = self.placed.with(|placed| placed.as_ref().is_some_and(Placed::says_something));
        match said.answer {
            _ if item.step == Step::Read => Leaving::Nothing,
            _ if matches!(item.step, Step::Write { .. }) && !said.note.trim().is_empty() => Leaving::Nothing,
            Answer::One(_) | Answer::Many(_) | Answer::Scale(_) | Answer::Unsure => Leaving::Clear,
            _ if placed || said.new_to_me => Leaving::Clear,
            _ => Leaving::Skip,
        }
    }

    /// Takes back what is chosen at the present item, and stays there. A note stays too.
    fn clear(self) {
        let item = untrack(|| self.item());
        if let Some(placed) = self.placed.get_untracked() {
            placed.clear();
        }
        self.draft.change(|body| {
            body.say(&item, Answer::None);
            body.tick(&item, false);
        });
    }

    fn answer(self, answer: Answer) {
        let item = untrack(|| self.item());
        // What was said to earlier words stays when the present ones are passed over.
        if answer == Answer::Skipped && untrack(|| self.draft.with_body(|body| body.earlier(&item).is_some())) {
            return self.next();
        }
        if let Some(placed) = self.placed.get_untracked() {
            placed.clear();
        }
        self.draft.change(|body| {
            body.say(&item, answer);
            body.tick(&item, false);
        });
        self.next();
    }
}

/// How an item can be left without an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaving {
    /// There is none to give, or it is written.
    Nothing,
    /// Nothing is chosen: it can be passed over.
    Skip,
    /// What is chosen can be taken back first.
    Clear,
}

/// Someone going through an activity.
#[derive(Clone, Copy)]
pub struct Sitting {
    /// The way through it.
    pub walk: Walk,
    /// Its record.
    pub draft: Draft,
    /// The day on which one stopped here, if one did.
    pub stopped: StoredValue<Option<String>>,
    /// Goes through it again, as a new record.
    pub again: Callback<()>,
}

/// One runner for all kinds of activity: a screen an item, each of which can be skipped.
#[component]
pub fn Runner(
    /// Who goes through what.
    sitting: Sitting,
) -> impl IntoView {
    let Sitting { walk, draft, stopped, again } = sitting;
    let (title, context) = walk.activity.with_value(|activity| (activity.title.clone(), activity.context.clone()));
    let shown = Memo::new(move |_| walk.item());
    focus_each(shown);
    let said = Memo::new(move |_| draft.with_body(|body| shown.with(|item| body.said(item))));
    let along = move || {
        let (at, of) = walk.progress();
        at * 100 / of.max(1)
    };
    let along = (!walk.branches).then(|| Signal::derive(along));
    let progress = move |say: &dyn Fn(&str, &str) -> String| {
        let (at, of) = walk.progress();
        say(&at.to_string(), &of.to_string())
    };
    let place = move || match walk.branches {
        true => title.clone(),
        false => progress(&|at, of| word::runner::heading(&title, at, of)),
    };
    let resumed = move |day: String| {
        view! {
            <p class="soft resumed">
                {word::runner::resumed(&day)} " "
                <Button class="quiet" label=word::runner::afresh() on_press=again/>
            </p>
        }
    };
    let heard = (!walk.branches).then(|| {
        let heard = move || progress(&|at, of| word::runner::progress(at, of));
        view! {
            <p class="heard" role="status">
                <LiveText text=heard/>
            </p>
        }
    });
    let onward = Onward { go: Callback::new(move |()| walk.next()), tapped: walk.tapped };
    let step = move || {
        let item = shown.get();
        untrack(|| view! { <ItemStep item=item draft=draft said=said placed=walk.placed onward=onward/> })
    };
    let foot = move || {
        view! {
            <NotKept draft=draft/>
            <div class="ways">{ways(walk, draft, shown, said)}</div>
        }
    };
    view! {
        <Page title=move || shown.with(|item| item.ask.clone()) place=place back=Route::Today along=along foot=foot>
            {stopped.get_value().map(resumed)}
            {(!context.is_empty()).then(|| view! { <p class="soft">{context}</p> })}
            {walk.speaks_of_harm().then(|| view! { <TalkNow/> })}
            {heard}
            {redrawn(step)}
            <p class="soft" role="status">
                <LiveText text=move || said.with(passed)/>
            </p>
            <KeepingLine draft=draft/>
            <Nudge draft=draft/>
            {walk.speaks_of_harm().then(|| view! { <Dim/> })}
        </Page>
    }
}

/// The heading takes the focus at each new item, so that it is read out; not at the first, where the way in did.
fn focus_each(shown: Memo<Item>) {
    let app = app();
    Effect::new(move |before: Option<String>| {
        let id = shown.with(|item| item.id.clone());
        if before.is_some_and(|before| before != id) {
            app.focus_heading();
        }
        id
    });
}

/// What was said without an answer.
fn passed(said: &Said) -> &'static str {
    match said.answer {
        Answer::Skipped => word::runner::skipped(),
        Answer::RatherNotSay => word::runner::rather_not_said(),
        _ => "",
    }
}

/// The ways from an item, in one row: back, without an answer, and on. Each keeps its button while what it says changes, and so the
/// focus.
fn ways(walk: Walk, draft: Draft, shown: Memo<Item>, said: Memo<Said>) -> impl IntoView {
    let app = app();
    let form = walk.kind() == Kind::Form;
    let leaving = Memo::new(move |_| said.with(|said| walk.leaving(said)));
    let reading = Memo::new(move |_| shown.with(|item| item.step == Step::Read));
    let after_first = Memo::new(move |_| walk.position().0 != 0);
    let back = move || {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=word::runner::back_to_previous()
                on:click=move |_| walk.back()
            >
                {word::runner::back()}
            </button>
        }
    };
    let stop = move |()| {
        draft.keep();
        if !draft.failed() {
            app.go(Route::Today);
        }
    };
    let leaves = Memo::new(move |_| shown.with(|item| item.leave_first));
    let quiet = move || match (form, leaves.get()) {
        (_, true) => {
            view! { <Button class="quiet" label=word::runner::next() on_press=move |()| walk.next()/> }.into_any()
        }
        (true, false) => view! { <Button class="quiet" label=word::runner::stop() on_press=stop/> }.into_any(),
        (false, false) => ().into_any(),
    };
    // In a form what is ticked can be unticked, and stopping is nearer.
    let clears =
        move || leaving.get() == Leaving::Clear && !(form && shown.with(|item| matches!(item.step, Step::Many { .. })));
    let has_other =
        Memo::new(move |_| if form { clears() } else { !reading.get() && leaving.get() != Leaving::Nothing });
    let other = move || {
        let press = move |_| match leaving.get_untracked() {
            Leaving::Clear => walk.clear(),
            _ => walk.answer(Answer::RatherNotSay),
        };
        let label = move || match leaving.get() {
            Leaving::Clear => word::runner::clear(),
            _ => word::runner::rather_not(),
        };
        view! {
            <button type="button" class="quiet" on:click=press>
                <LiveText text=label/>
            </button>
        }
    };
    let skips = Memo::new(move |_| leaving.get() == Leaving::Skip);
    let on = move |event: leptos::ev::MouseEvent| {
        // It may be pressed in the name of the form in which the options stand: there is nothing to send.
        event.prevent_default();
        match (leaves.get_untracked(), skips.get_untracked()) {
            (true, _) => stop(()),
            // Enter on an answer that is not chosen passes nothing over.
            (false, true) if app.by_key_in_field() => {}
            (false, true) => walk.answer(Answer::Skipped),
            (false, false) => walk.next(),
        }
    };
    let label = move || match (leaves.get(), skips.get()) {
        (true, _) => word::runner::go_now(),
        (false, true) => word::runner::skip(),
        (false, false) => word::runner::next(),
    };
    view! {
        {redrawn(move || after_first.get().then(back))}
        {redrawn(quiet)}
        {redrawn(move || has_other.get().then(other))}
        <button type="submit" form=ANSWERS class="button onward" class:plain=move || skips.get() on:click=on>
            <LiveText text=label/>
        </button>
    }
}
