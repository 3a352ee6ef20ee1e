//! Lists as they were left: whoever opens something on one and comes back finds it so. All of it is in memory alone, and goes
//! with the screen that is hidden or locked.

use super::{App, Library, Query};
use crate::route::Route;
use leptos::prelude::*;

/// So many entries are drawn at first: a phone takes seconds to lay out thousands.
pub const AT_FIRST: usize = 60;

/// A list that was left for something on it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    list: Route,
    to: Route,
    /// How far it was scrolled.
    top: f64,
}

/// The lists on the way to the present screen, the nearest last.
#[derive(Clone, Debug, Default)]
struct Trail(Vec<Mark>);

impl Trail {
    /// Goes from one screen to another. If that is a list on the way here, returns what it was left for and how far it was
    /// scrolled then.
    fn step(&mut self, from: Route, to: Route, top: f64) -> Option<Mark> {
        if let Some(place) = self.0.iter().rposition(|mark| mark.list == to) {
            let mark = self.0.get(place).copied();
            self.0.truncate(place);
            return mark;
        }
        if to.is_tab() {
            self.0.clear();
        } else if from.is_list() && !matches!(to, Route::NewStep(_)) {
            self.0.push(Mark { list: from, to, top });
        }
        if matches!(to, Route::Form(..)) {
            // What is written now is to be seen in the journal, whatever was looked for there.
            self.0.retain(|mark| mark.list != Route::Journal);
        }
        None
    }

    fn leads_to(&self, list: Route) -> bool {
        self.0.iter().any(|mark| mark.list == list)
    }
}

/// The lists, as they are and as they were left.
#[derive(Clone, Copy)]
pub struct Lists {
    /// What is looked for in the journal.
    pub query: RwSignal<Query>,
    /// How many of its entries are drawn.
    pub most: RwSignal<usize>,
    /// What is looked for on the screen Reflect.
    pub library: Library,
    trail: StoredValue<Trail>,
}

impl Lists {
    pub(super) fn new() -> Lists {
        Lists {
            query: RwSignal::new(Query::default()),
            most: RwSignal::new(AT_FIRST),
            library: Library::new(),
            trail: StoredValue::new(Trail::default()),
        }
    }

    fn search_anew(self) {
        self.query.set(Query::default());
        self.most.set(AT_FIRST);
    }
}

impl App {
    /// Nothing is left of where somebody was and what they looked for.
    pub(super) fn forget_lists(self) {
        self.lists.trail.set_value(Trail::default());
        self.lists.search_anew();
        self.lists.library.search_anew();
    }

    /// Goes from one screen to another, and returns how to stand there as before, if it is a list that was left.
    pub(super) fn leave_for(self, from: Route, to: Route) -> Option<(Route, f64)> {
        let top = self.host(|host| host.scrolled());
        let mark = self.lists.trail.try_update_value(|trail| trail.step(from, to, top)).flatten();
        mark.map(|mark| (mark.to, mark.top))
    }

    /// Forgets what was looked for in the journal and on Reflect, once no way leads back there.
    pub(super) fn forget_search(self, at: Route) {
        let left = |list| at != list && !self.lists.trail.with_value(|trail| trail.leads_to(list));
        if left(Route::Journal) {
            self.lists.search_anew();
        }
        if left(Route::Reflect) {
            self.lists.library.search_anew();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Code;

    fn entry(place: u8) -> Route {
        Route::Entry(format!("{place:032x}").parse().expect("32 hex digits"))
    }

    /// Walks along screens, each scrolled as far as its place; what the last step found.
    fn walk(trail: &mut Trail, way: &[Route]) -> Option<(Route, f64)> {
        let steps = way.windows(2).zip(1..);
        let found = steps.map(|(pair, top)| trail.step(pair[0], pair[1], f64::from(top)));
        found.last().flatten().map(|mark| (mark.to, mark.top))
    }

    #[test]
    fn a_list_is_come_back_to_as_it_was_left() {
        let (one, two) = (entry(1), entry(2));
        let edit = Route::Edit("00000000000000000000000000000001".parse().expect("32 hex digits"));
        let ways: [(&[Route], _); 7] = [
            (&[Route::Journal, one, Route::Journal], Some((one, 1.0))),
            (&[Route::Journal, one, edit, one, Route::Journal], Some((one, 1.0))),
            (&[Route::Journal, one, Route::Journal, two, Route::Journal], Some((two, 3.0))),
            (&[Route::Journal, Route::Write, Route::Journal], Some((Route::Write, 1.0))),
            (&[Route::Today, Route::Journal], None),
            (&[Route::Steps, Route::NewStep(None), Route::Steps], None),
            (&[Route::Journal, one, Route::Coins, Route::Journal], None),
        ];
        for (way, found) in ways {
            assert_eq!(walk(&mut Trail::default(), way), found, "{way:?}");
        }
    }

    #[test]
    fn a_list_within_a_list_is_left_and_come_back_to_in_turn() {
        let (kind, activity) = (Route::Cards, Route::Card(Code::of("a")));
        let mut trail = Trail::default();
        assert_eq!(walk(&mut trail, &[Route::Reflect, kind, activity, kind]), Some((activity, 2.0)));
        assert_eq!(walk(&mut trail, &[kind, Route::Reflect]), Some((kind, 1.0)));
        assert_eq!(walk(&mut trail, &[Route::Reflect, Route::Today, Route::Reflect]), None);
    }

    #[test]
    fn whoever_writes_comes_back_to_the_whole_journal() {
        let form = Route::Form(Code::of("a"), None);
        let mut trail = Trail::default();
        assert_eq!(walk(&mut trail, &[Route::Journal, Route::Write, form, entry(1), Route::Journal]), None);
        assert!(!trail.leads_to(Route::Journal));
    }
}
