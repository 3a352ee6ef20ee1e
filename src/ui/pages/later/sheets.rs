//! Pages to print, as they will be on paper; words in them that may point to a person; and the ways out.

use crate::{
    state::{App, Timer},
    ui::{
        parts::{button, field, own_para, pair, para, quoted, soft, span, tick},
        view::{View, all, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{
    record::text,
    told::{Told, typed},
};
use std::rc::Rc;

/// A pause in choosing or typing after which the pages are looked at for words that may tell, in milliseconds.
const PAUSE: u32 = 700;
/// The field the text stands in where it has to be copied by hand.
const FIELD: &str = "printed";

/// Takes these words out of what is printed.
pub(super) type LeaveOut = Rc<dyn Fn(&[String])>;

/// What is printed, copied and saved: the same each time, and as it is shown.
#[derive(Clone, Copy)]
pub(super) struct Sheets {
    app: App,
    told: Memo<Vec<Told>>,
    /// Words that may point to a person.
    found: RwSignal<Vec<String>>,
    /// Whether the app's name stands at the foot.
    named: RwSignal<bool>,
    /// Said of the copy.
    copied: RwSignal<&'static str>,
    /// The browser does not copy: the text is shown, to be copied by hand.
    by_hand: RwSignal<bool>,
    soon: StoredValue<Option<Timer>, LocalStorage>,
}

impl Sheets {
    /// Pages that say this.
    pub(super) fn of(app: App, told: impl Fn() -> Vec<Told> + Send + Sync + 'static) -> Sheets {
        let sheets = Sheets {
            app,
            told: Memo::new(move |_| told()),
            found: RwSignal::new(Vec::new()),
            named: RwSignal::new(false),
            copied: RwSignal::new(""),
            by_hand: RwSignal::new(false),
            soon: StoredValue::new_local(None),
        };
        Effect::new(move |_: Option<()>| {
            let text = sheets.told.with(|told| typed(told));
            sheets.copied.set("");
            sheets.soon.set_value(Some(app.after(PAUSE, move || sheets.look(text))));
        });
        sheets
    }

    fn text(self) -> String {
        self.told.with(|told| text(told))
    }

    fn look(self, text: String) {
        if text.is_empty() {
            return self.found.set(Vec::new());
        }
        let found = self.found;
        let looking =
            self.app.look(text, move |words, together| found.set(if words.is_empty() { together } else { words }));
        self.soon.set_value(Some(looking));
    }

    /// The pages.
    pub(super) fn shown(self) -> View {
        let papers = live(move || self.told.with(|told| all(told.iter().map(|one| self.paper(one)))));
        let none = move || if self.told.with(Vec::is_empty) { word::record::nothing() } else { "" };
        let named = tick("tick", "checkbox", word::record::name_app(), Rc::new(move || self.named.get()), move |on| {
            self.named.set(on);
        });
        View::several(vec![
            el("h2").class("group-name").with(word::record::preview()).into(),
            el("p").attr("role", "status").with(saying(none)).into(),
            el("div").class("printed").own().with(papers).into(),
            named,
        ])
    }

    fn paper(self, told: &Told) -> View {
        let about = [told.date.as_str(), told.kind.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|line| !line.is_empty()).collect();
        let line = |(ask, said): &(String, String)| {
            let ask = (!ask.is_empty()).then(|| el("h3").class("part-ask").with(ask.as_str()));
            el("section").class("part").with(ask).with(para("mine-words", said)).into()
        };
        let foot = move || self.named.get().then(|| para("sheet-foot", &word::record::made_in(word::app::name())));
        el("article")
            .class("paper sheet")
            .with((!told.title.is_empty()).then(|| el("h2").with(told.title.as_str())))
            .with((!about.is_empty()).then(|| para("sheet-about", &about.join(" · "))))
            .with(all(told.lines.iter().map(line)))
            .with(maybe(foot))
            .into()
    }

    fn field(self) -> View {
        let area = field("textarea", "field").attr("id", FIELD).attr("rows", "6").attr("readonly", "");
        let label = span("words-label", word::hand_in::text());
        el("label").class("words").with(label).with(area.holding(move || self.text())).into()
    }

    /// What to know before the pages leave this device, and then the ways out: so whoever prints has seen all of it.
    /// `leave_out` takes out what may point to a person, where there is something to take it out of.
    pub(super) fn ways_out(self, leave_out: Option<LeaveOut>) -> View {
        let something = Memo::new(move |_| !self.told.with(Vec::is_empty));
        let buttons = move || {
            let acts = pair().with(button("quiet", word::hand_in::copy(), move || self.copy())).with(button(
                "quiet",
                word::record::save(),
                move || self.app.offer(&untrack(|| self.text())),
            ));
            let print = button("button", word::record::print(), move || self.app.print_quietly());
            something.get().then(|| View::several(vec![print, acts.into()]))
        };
        let named = move || {
            let found = self.found.get();
            if found.is_empty() {
                return None;
            }
            let note = el("div").class("note nudge").with(own_para("", &word::record::may_point(&quoted(&found))));
            let leave = leave_out.clone().map(|leave_out| {
                let leave = button("quiet small", word::record::leave_out(), move || leave_out(&found));
                el("p").class("note-acts").with(leave)
            });
            Some(note.with(leave).into())
        };
        View::several(vec![
            el("div").attr("role", "status").with(maybe(named)).into(),
            soft(word::record::not_locked()),
            maybe(move || self.by_hand.get().then(|| self.field())),
            maybe(buttons),
            el("p").class("soft").attr("role", "status").with(saying(move || self.copied.get())).into(),
        ])
    }

    fn copy(self) {
        self.copied.set("");
        let text = untrack(|| self.text());
        self.app.copy(&text, FIELD, move |done| {
            self.copied.set(if done { word::hand_in::copied() } else { word::record::not_copied() });
            if !done {
                self.by_hand.set(true);
                // Once more, now that there is a field to select the text in.
                let again = move || self.app.copy(&untrack(|| self.text()), FIELD, |_| ());
                self.soon.set_value(Some(self.app.after(0, again)));
            }
        });
    }
}
