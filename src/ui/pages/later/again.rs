//! When to look at a step again: in some weeks, on a day, or at no time.

use super::commitment_fields::{change, read};
use crate::{
    state::{App, DayRefused, Draft, farthest_day, typed_day},
    ui::components::{LiveText, Radio, app, hands_off, redrawn},
    words::word,
};
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

/// After how many weeks one may look again.
const WEEKS: [u16; 3] = [2, 6, 12];
/// The field for a day, and what is said of it.
const FIELD: &str = "the-day";
const SAID: &str = "the-day-said";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Never,
    Weeks,
    Day,
}

/// The choice of when to look again. The step holds the day that is seen, and none while the field holds no day.
#[derive(Clone, Copy)]
pub(super) struct Again {
    app: App,
    draft: Draft,
    today: NaiveDate,
    way: RwSignal<Way>,
    refused: RwSignal<Option<DayRefused>>,
    /// Said only once the field was left: while a year is typed, it is wrong three times.
    said: RwSignal<bool>,
}

impl Again {
    /// As the step says so far.
    pub(super) fn of(draft: Draft) -> Again {
        let app = app();
        let today = app.now().date();
        let way = match untrack(|| read(draft, |step| step.look_again)) {
            None => Way::Never,
            Some(day) if WEEKS.into_iter().any(|weeks| in_weeks(today, weeks) == Some(day)) => Way::Weeks,
            Some(_) => Way::Day,
        };
        let (way, refused, said) = (RwSignal::new(way), RwSignal::new(None), RwSignal::new(false));
        Again { app, draft, today, way, refused, said }
    }

    fn day(self) -> Option<NaiveDate> {
        read(self.draft, |step| step.look_again)
    }

    fn set(self, day: Option<NaiveDate>) {
        if untrack(|| self.day()) != day {
            change(self.draft, |step| step.look_again = day);
        }
    }

    fn choose(self, way: Way, day: Option<NaiveDate>) {
        self.refused.set(None);
        self.said.set(false);
        self.way.set(way);
        self.set(day);
    }

    /// The field says this.
    fn type_in(self, text: &str) {
        let typed = typed_day(text, self.today);
        self.refused.set(typed.err());
        if typed.is_ok() {
            self.said.set(false);
        }
        self.set(typed.unwrap_or_default());
    }

    /// The field is left: what is wrong with it is said.
    fn leave(self) {
        if self.app.half_filled(FIELD) {
            self.refused.set(Some(DayRefused::Half));
        }
        self.said.set(self.refused.with_untracked(Option::is_some));
    }

    /// Whether what is seen is what is held. If not, it is said, and the field has the focus.
    pub(super) fn settled(self) -> bool {
        if self.way.get_untracked() == Way::Day {
            self.leave();
        }
        let settled = !self.said.get_untracked();
        if !settled {
            self.app.focus_on(&["#", FIELD].concat());
        }
        settled
    }

    fn words(self) -> String {
        match self.refused.get().filter(|_| self.said.get()) {
            None => String::new(),
            Some(DayRefused::Half) => word::steps::day_half().to_owned(),
            Some(DayRefused::Passed) => word::steps::day_passed().to_owned(),
            Some(DayRefused::Year) => word::steps::day_year(&(self.today.year() + 1).to_string()),
        }
    }
}

/// The ways to choose from, and a field for a day.
#[component]
pub(super) fn AgainWays(
    /// The choice.
    again: Again,
) -> impl IntoView {
    let is = move |way: Way| again.way.get() == way;
    let weeks = |weeks: u16| {
        let day = in_weeks(again.today, weeks);
        let on = move || is(Way::Weeks) && again.day() == day;
        let choose = move |()| again.choose(Way::Weeks, day);
        let label = word::steps::in_weeks(f64::from(weeks));
        view! { <Radio class="choice small" name="again" label=label on=on on_choose=choose/> }
    };
    let other = move |()| again.choose(Way::Day, untrack(|| again.day()));
    let never = move |()| again.choose(Way::Never, None);
    view! {
        <fieldset class="choices">
            <legend>{word::steps::look_again()}</legend>
            {WEEKS.into_iter().map(weeks).collect_view()}
            <Radio
                class="choice small"
                name="again"
                label=word::steps::on_a_day()
                on=move || is(Way::Day)
                on_choose=other
            />
            <Radio
                class="choice small"
                name="again"
                label=word::steps::no_day()
                on=move || is(Way::Never)
                on_choose=never
            />
        </fieldset>
        {redrawn(move || is(Way::Day).then(|| untrack(|| view! { <DayField again=again/> })))}
    }
}

#[component]
fn DayField(again: Again) -> impl IntoView {
    let day = again.day().map(|day| day.to_string()).unwrap_or_default();
    // What is typed is never written back: a year that is half typed would be wiped.
    let input = view! {
        <input
            class="field"
            {..hands_off()}
            type="date"
            id=FIELD
            min=again.today.to_string()
            max=farthest_day(again.today).to_string()
            value=day
            aria-describedby=SAID
            aria-invalid=move || again.said.get().then_some("true")
            on:input=move |event| again.type_in(&event_target_value(&event))
            on:change=move |event| again.type_in(&event_target_value(&event))
            on:blur=move |_| again.leave()
        />
    };
    view! {
        <label class="words">
            <span class="words-label">{word::steps::the_day()}</span>
            {input}
        </label>
        <p class="soft hint" id=SAID role="alert">
            <LiveText text=move || again.words()/>
        </p>
    }
}

fn in_weeks(today: NaiveDate, weeks: u16) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(u64::from(weeks) * 7))
}
