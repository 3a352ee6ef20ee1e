//! What somebody new meets while the app is still on its way: the first screen, then Today with its four ways in. Nothing is
//! kept before the app is there. It goes on from what was answered here, and draws the window itself as soon as anything
//! else is to be seen.

use super::on_shifts;
use crate::{
    browser,
    route::{Route, Salt},
    signals::*,
    state::{Content, Places},
    ui::{self, Answer, First, Stage, view::View},
    words::word,
};
use obverse_core::vault::Clock;
use std::rc::Rc;

/// What the app goes on from: words, and what somebody new has been shown and has answered. Cheap to clone.
#[derive(Clone)]
pub struct Opening {
    /// What authors wrote, without the activities.
    pub(super) content: Content,
    /// The ids of erased journals, which were asked for.
    pub(super) erased: browser::Asked,
    /// The owner of every signal made here and by the app: it lives as long as the page.
    pub(super) owner: Owner,
    /// How addresses were written, if anything was drawn.
    pub(super) places: StoredValue<Option<Places>>,
    /// What is shown.
    pub(super) stage: RwSignal<Stage>,
    /// What the first screen was answered with, if it was.
    pub(super) answer: StoredValue<Option<Answer>>,
    /// Whether the screen is covered by "Hide screen".
    pub(super) hidden: RwSignal<bool>,
    /// The app, once it is there.
    app: StoredValue<Option<Rc<Acts>>>,
    /// The window is drawn, in the place of what the page itself shows.
    drawn: StoredValue<bool>,
}

/// What the app does with what is still drawn here.
pub(super) struct Acts {
    /// Draws the app's whole window.
    pub(super) window: Box<dyn Fn() -> View>,
    /// Takes an answer to the first screen.
    pub(super) answer: Box<dyn Fn(Answer)>,
    /// Covers everything (`true`), or shows it again.
    pub(super) hide: Box<dyn Fn(bool)>,
}

impl Opening {
    /// An opening of which nothing was drawn yet.
    pub(super) fn new(content: Content, erased: browser::Asked) -> Opening {
        let owner = Owner::new();
        owner.clone().with(|| Opening {
            content,
            erased,
            owner,
            places: StoredValue::new(None),
            stage: RwSignal::new(Stage::Loading),
            answer: StoredValue::new(None),
            hidden: RwSignal::new(false),
            app: StoredValue::new(None),
            drawn: StoredValue::new(false),
        })
    }

    /// Has the first screen answered: the one that stands in the page, or one that is drawn, if that is in another language.
    pub(super) fn show(&self) {
        let places = self.owner.with(|| Places::of(Salt::random(&browser::SystemEntropy)));
        self.places.set_value(Some(places));
        match browser::first_stands() {
            true => self.stage.set(Stage::Welcome),
            false => self.to(Stage::Welcome),
        }
        self.name(false);
        let one = self.clone();
        browser::on_first_answer(move || one.take_up());
        self.take_up();
        let one = self.clone();
        browser::on_hash(move || {
            if !one.is_taken() && places.read(&browser::hash()) != Route::Today {
                one.wait();
            }
        });
        let one = self.clone();
        on_shifts(move || {
            if !one.is_taken() {
                one.hide(true);
            }
        });
    }

    /// Shows this stage from now on, in the place of what the page itself shows.
    pub(super) fn to(&self, stage: Stage) {
        self.stage.set(stage);
        self.draw();
    }

    /// Draws the window in the place of what the page itself shows, once.
    fn draw(&self) {
        if self.drawn.get_value() {
            return;
        }
        self.drawn.set_value(true);
        let one = self.clone();
        let (hide, answer, window) = (self.clone(), self.clone(), self.clone());
        let first = First {
            content: self.content,
            day: browser::SystemClock.now().day(),
            stage: self.stage,
            hidden: self.hidden,
            answer: Callback::new(move |said| answer.say(said)),
            hide: Callback::new(move |yes| hide.hide(yes)),
            to_heading: Callback::new(|()| browser::focus_heading()),
            app: Rc::new(move || window.app.get_value().map_or_else(View::nothing, |acts| (acts.window)())),
        };
        let root = browser::app_root();
        self.owner.with(|| {
            ui::mount(&root, move || {
                if let Some(places) = one.places.get_value() {
                    provide_context(places);
                }
                ui::first(first)
            });
        });
    }

    /// Whether there is something to read while the app is on its way.
    pub(super) fn can_be_read(&self) -> bool {
        self.stage.get_untracked() != Stage::Loading
    }

    /// From now on the app does what is to be done. What is shown stays as it is for as long as that is what the app would show
    /// as well: nothing is taken from under a finger.
    pub(super) fn take(&self, acts: Acts) {
        self.app.set_value(Some(Rc::new(acts)));
        if self.places.with_value(Option::is_none) || !self.can_be_read() {
            self.to(Stage::App);
        }
    }

    fn is_taken(&self) -> bool {
        self.app.with_value(Option::is_some)
    }

    /// The first screen was answered where it stands in the page.
    fn take_up(&self) {
        match browser::first_answer().as_deref() {
            Some("mine") => self.say(Answer::Mine),
            Some("lock") => self.say(Answer::Lock),
            Some("shared") => self.say(Answer::Shared),
            _ => {}
        }
    }

    /// The first screen was answered.
    fn say(&self, answer: Answer) {
        if let Some(acts) = self.app.get_value() {
            (acts.answer)(answer);
            return self.to(Stage::App);
        }
        self.answer.set_value(Some(answer));
        match (answer, self.places.get_value()) {
            (Answer::Lock, Some(places)) => browser::go(&places.address(Route::Lock)),
            (Answer::Shared, _) => self.to(Stage::Shared),
            _ => self.to(Stage::Today),
        }
        browser::focus_soon();
    }

    fn hide(&self, yes: bool) {
        if let Some(acts) = self.app.get_value() {
            return (acts.hide)(yes);
        }
        self.hidden.set(yes);
        self.draw();
        self.name(yes);
        browser::focus_soon();
    }

    /// A screen was asked for that the app has.
    fn wait(&self) {
        self.to(Stage::Loading);
        browser::wait_for_app();
    }

    fn name(&self, hidden: bool) {
        let title = match hidden {
            true => word::hidden::title().to_owned(),
            false => [word::nav::today(), " · ", word::app::name()].concat(),
        };
        browser::name(&title);
    }
}
