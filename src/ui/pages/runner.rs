use crate::{
    route::Route,
    state::{Draft, Sheet},
    ui::{
        pages::step::StepView,
        parts::{KeepingLine, Page, app, button, live, maybe, soft},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Item, Kind, Step, sitting_of},
    reflection::{Answer, Body},
};

/// Where one is in an activity, and what can be done there.
#[derive(Clone, Copy)]
pub struct Walk {
    activity: StoredValue<Activity>,
    draft: Draft,
    at: Memo<usize>,
    path: Memo<Vec<usize>>,
    /// Whether the closing page is shown although there is more to go on with.
    pub paused: RwSignal<bool>,
}

impl Walk {
    /// Takes up an activity where its record stands.
    pub fn new(activity: Activity, draft: Draft) -> Walk {
        let activity = StoredValue::new(activity);
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
        Walk { activity, draft, at, path, paused: RwSignal::new(false) }
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

    fn kind(self) -> Kind {
        self.activity.with_value(|activity| activity.kind)
    }

    fn position(self) -> (usize, usize) {
        let at = self.at.get();
        self.path.with(|path| (path.iter().position(|place| *place == at).unwrap_or_default(), path.len()))
    }

    /// Goes on. A page that was read counts as seen; at the end of a sitting the closing page is shown.
    pub fn next(self) {
        let item = untrack(|| self.item());
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

    fn answer(self, answer: Answer) {
        let item = untrack(|| self.item());
        self.draft.change(|body| {
            body.say(&item, answer);
            if matches!(body, Body::Run(_)) {
                body.tick(&item, false);
            }
        });
        self.next();
    }
}

/// One runner for all kinds of activity: a screen an item, each of which can be skipped.
#[component]
pub fn Runner(
    /// The way through it.
    walk: Walk,
    /// Its record.
    draft: Draft,
    /// The activity's name.
    title: String,
    /// The setting its items are asked about; may be empty.
    context: String,
    /// The day on which one stopped here, if one did.
    stopped: Option<String>,
    /// Starts afresh.
    on_afresh: Callback<()>,
) -> impl IntoView {
    let app = app();
    let writes = walk.kind() == Kind::Form;
    let shown = Memo::new(move |_| walk.item());
    // The heading takes the focus at each new item, so that it is read out; not at the first, where the way in did.
    Effect::new(move |before: Option<String>| {
        let id = shown.with(|item| item.id.clone());
        if before.is_some_and(|before| before != id) {
            app.focus_heading();
        }
        id
    });
    let place = Signal::derive(move || {
        let (at, of) = walk.progress();
        word::runner::heading(&title, &at.to_string(), &of.to_string())
    });
    let along = Signal::derive(move || {
        let (at, of) = walk.progress();
        at * 100 / of.max(1)
    });
    let said = Memo::new(move |_| draft.with_body(|body| shown.with(|item| body.said(item))));
    let reading = move || shown.with(|item| matches!(item.step, Step::Read));
    let passed = move || {
        said.with(|said| match said.answer {
            Answer::Skipped => Some(word::runner::skipped()),
            Answer::RatherNotSay => Some(word::runner::rather_not_said()),
            _ => None,
        })
    };
    let stop = move || {
        draft.keep();
        if !draft.failed() {
            app.go(Route::Today);
        }
    };
    let first = move || walk.position().0 == 0;
    view! {
        <Page
            title=Signal::derive(move || shown.with(|item| item.ask.clone()))
            place=place
            back=Route::Today
            along=along
            foot=move || {
                view! {
                    {button("button", word::runner::next(), move || walk.next())}
                    <div class="pair">
                        {maybe(move || {
                            if writes {
                                Some(button("quiet", word::runner::stop(), stop))
                            } else {
                                let rather_not = move || walk.answer(Answer::RatherNotSay);
                                (!reading()).then(|| button("quiet", word::runner::rather_not(), rather_not))
                            }
                        })}
                        {maybe(move || {
                            let skip = move || walk.answer(Answer::Skipped);
                            (!reading()).then(|| button("quiet", word::runner::skip(), skip))
                        })}
                        {maybe(move || {
                            (!first())
                                .then(|| button("quiet quiet-back", word::runner::back(), move || walk.back()))
                        })}
                    </div>
                }
            }
        >
            {stopped
                .map(|day| {
                    view! {
                        <p class="soft resumed">
                            {word::runner::resumed(&day)} " "
                            {button("quiet", word::runner::afresh(), move || on_afresh.run(()))}
                        </p>
                    }
                        .into_any()
                })}
            {(!context.is_empty()).then(|| soft(context))}
            <p class="heard" role="status">
                {move || {
                    let (at, of) = walk.progress();
                    word::runner::progress(&at.to_string(), &of.to_string())
                }}
            </p>
            {live(move || view! { <StepView item=shown.get() draft=draft said=said /> }.into_any())}
            <p class="soft" role="status">
                {passed}
            </p>
            <KeepingLine draft=draft />
        </Page>
    }
}
