//! When to look at a step again: in some weeks, on a day, or at no time.

use super::commitment_fields::{change, choices, read};
use crate::{
    state::{App, DayRefused, Draft, farthest_day, typed_day},
    ui::{
        parts::{app, field, radio, span},
        view::{View, all, el, maybe, saying},
    },
    words::word,
};
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use std::rc::Rc;

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

    /// The ways, and a field for a day.
    pub(super) fn view(self) -> View {
        let is = move |way: Way| self.way.get() == way;
        let weeks = WEEKS.into_iter().map(|weeks| {
            let day = in_weeks(self.today, weeks);
            let on = Rc::new(move || is(Way::Weeks) && self.day() == day);
            let label = word::steps::in_weeks(f64::from(weeks));
            radio("choice small", "again", &label, on, move || self.choose(Way::Weeks, day))
        });
        let other = radio("choice small", "again", word::steps::on_a_day(), Rc::new(move || is(Way::Day)), move || {
            self.choose(Way::Day, untrack(|| self.day()));
        });
        let never = radio("choice small", "again", word::steps::no_day(), Rc::new(move || is(Way::Never)), move || {
            self.choose(Way::Never, None);
        });
        View::several(vec![
            choices(word::steps::look_again()).with(all(weeks)).with(other).with(never).into(),
            maybe(move || is(Way::Day).then(|| untrack(|| self.field()))),
        ])
    }

    fn field(self) -> View {
        let day = self.day().map(|day| day.to_string()).unwrap_or_default();
        // What is typed is never written back: a year that is half typed would be wiped.
        let input = field("input", "field")
            .attr("type", "date")
            .attr("id", FIELD)
            .attr("min", &self.today.to_string())
            .attr("max", &farthest_day(self.today).to_string())
            .attr("value", &day)
            .attr("aria-describedby", SAID)
            .attr_while("aria-invalid", move || self.said.get().then_some("true"))
            .on_text("input", move |text| self.type_in(&text))
            .on_text("change", move |text| self.type_in(&text))
            .on_text("blur", move |_| self.leave());
        let label = el("label").class("words").with(span("words-label", word::steps::the_day())).with(input);
        let said = saying(move || self.words());
        View::several(vec![
            label.into(),
            el("p").class("soft hint").attr("id", SAID).attr("role", "alert").with(said).into(),
        ])
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

fn in_weeks(today: NaiveDate, weeks: u16) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(u64::from(weeks) * 7))
}
