//! Pages to print, as they will be on paper; words in them that may point to a person; and the ways out.

use crate::{
    state::{App, Timer},
    ui::components::{Button, LiveText, Tick, hands_off, quoted, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{
    record::text,
    told::{Told, typed},
};

/// A pause in choosing or typing after which the pages are looked at for words that may tell, in milliseconds.
const PAUSE: u32 = 700;
/// The field the text stands in where it has to be copied by hand.
const FIELD: &str = "printed";

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

/// The pages.
#[component]
pub(super) fn SheetsShown(
    /// What is printed.
    sheets: Sheets,
) -> impl IntoView {
    let papers =
        redrawn(move || sheets.told.with(|told| told.iter().map(|one| paper(sheets, one.clone())).collect_view()));
    let none = move || if sheets.told.with(Vec::is_empty) { word::record::nothing() } else { "" };
    let turn = move |on| sheets.named.set(on);
    view! {
        <h2 class="group-name">{word::record::preview()}</h2>
        <p role="status">
            <LiveText text=none/>
        </p>
        <div class="printed" translate="no">
            {papers}
        </div>
        <Tick class="tick" label=word::record::name_app() on=sheets.named on_change=turn/>
    }
}

fn paper(sheets: Sheets, told: Told) -> impl IntoView {
    let about: Vec<String> = [told.date, told.kind].into_iter().filter(|line| !line.is_empty()).collect();
    let about = (!about.is_empty()).then(|| view! { <p class="sheet-about">{about.join(" · ")}</p> });
    let title = (!told.title.is_empty()).then(|| view! { <h2>{told.title}</h2> });
    let line = |(ask, said): (String, String)| {
        let ask = (!ask.is_empty()).then(|| view! { <h3 class="part-ask">{ask}</h3> });
        view! {
            <section class="part">
                {ask} <p class="mine-words">{said}</p>
            </section>
        }
    };
    let foot = || view! { <p class="sheet-foot">{word::record::made_in(word::app::name())}</p> };
    view! {
        <article class="paper sheet">
            {title}
            {about}
            {told.lines.into_iter().map(line).collect_view()}
            {redrawn(move || sheets.named.get().then(foot))}
        </article>
    }
}

/// What to know before the pages leave this device, and then the ways out: so whoever prints has seen all of it.
#[component]
pub(super) fn WaysOut(
    /// What is printed.
    sheets: Sheets,
    /// Takes these words, which may point to a person, out of what is printed, where there is something to take them out of.
    leave_out: Option<Callback<Vec<String>>>,
    /// Whether the page says all that before, and has the button that prints in a bar, a [`Print`].
    #[prop(optional)]
    in_bar: bool,
) -> impl IntoView {
    let app = sheets.app;
    let something = Memo::new(move |_| !sheets.told.with(Vec::is_empty));
    let save = move |()| app.offer(&untrack(|| sheets.text()));
    let buttons = move || {
        view! {
            {(!in_bar).then(|| print(app))}
            <div class="pair">
                <Button class="quiet" label=word::hand_in::copy() on_press=move |()| sheets.copy()/>
                <Button class="quiet" label=word::record::save() on_press=save/>
            </div>
        }
    };
    let by_hand = move || {
        view! {
            <label class="words">
                <span class="words-label">{word::hand_in::text()}</span>
                <textarea
                    class="field"
                    {..hands_off()}
                    id=FIELD
                    rows="6"
                    readonly=true
                    prop:value=move || sheets.text()
                ></textarea>
            </label>
        }
    };
    let pointing = (!in_bar).then(|| pointing(sheets, leave_out));
    view! {
        {pointing}
        {(!in_bar).then(|| view! { <p class="soft">{word::record::not_locked()}</p> })}
        {redrawn(move || sheets.by_hand.get().then(by_hand))}
        {redrawn(move || something.get().then(buttons))}
        <p class="soft" role="status">
            <LiveText text=move || sheets.copied.get()/>
        </p>
    }
}

/// The bar of a page on which something is chosen: words that may point to a person, how much is chosen, and the button that prints.
#[component]
pub(super) fn Print(
    /// What is printed.
    sheets: Sheets,
    /// How much is chosen.
    #[prop(into)]
    chosen: Signal<String>,
) -> impl IntoView {
    let something = Memo::new(move |_| !sheets.told.with(Vec::is_empty));
    view! {
        {pointing(sheets, None)}
        <div class="print-bar">
            <p role="status">
                <LiveText text=chosen/>
            </p>
            {redrawn(move || something.get().then(|| print(sheets.app)))}
        </div>
    }
}

fn print(app: App) -> impl IntoView {
    view! { <Button class="button" label=word::record::print() on_press=move |()| app.print_quietly()/> }
}

fn pointing(sheets: Sheets, leave_out: Option<Callback<Vec<String>>>) -> impl IntoView {
    let named = redrawn(move || {
        let found = sheets.found.get();
        (!found.is_empty()).then(|| named(found, leave_out))
    });
    view! { <div role="status">{named}</div> }
}

/// Names the words that may point to a person.
fn named(found: Vec<String>, leave_out: Option<Callback<Vec<String>>>) -> impl IntoView {
    let said = word::record::may_point(&quoted(&found));
    let leave = leave_out.map(|leave_out| {
        let leave = move |()| leave_out.run(found.clone());
        view! {
            <p class="note-acts">
                <Button class="quiet small" label=word::record::leave_out() on_press=leave/>
            </p>
        }
    });
    view! {
        <div class="note nudge">
            <p translate="no">{said}</p>
            {leave}
        </div>
    }
}
