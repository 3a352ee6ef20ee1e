//! Turning the lock on; and, once it is, everything about it.

use crate::{
    route::Route,
    state::{AWAY, App, Guard, Mode, is_last_group},
    ui::components::{
        Button, Confirm, Group, Link, LiveText, NewSecret, Page, Radio, Secret, SecretForm, Size, Unlocking, WhereKept,
        WordsField, WorkLine, app, named, redrawn,
    },
    words::word,
};
use leptos::prelude::*;

/// A part of the page that changes the lock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lock,
    Change,
    NewKey,
    Off,
    Code,
}

/// What the work under way will have done, and which part of the page asked for it: there it is said.
#[derive(Clone, Copy)]
struct Said {
    last: RwSignal<(Part, &'static str)>,
    /// The lock was turned on here: what to know then stays in sight.
    locked: RwSignal<bool>,
}

impl Said {
    fn new() -> Said {
        Said { last: RwSignal::new((Part::Lock, "")), locked: RwSignal::new(false) }
    }

    fn begins(self, part: Part, done: &'static str) {
        self.last.set((part, done));
        if part == Part::Lock {
            self.locked.set(true);
        }
    }

    fn line_of(self, parts: &'static [Part]) -> impl IntoView {
        let mine = move || parts.contains(&self.last.get().0);
        view! { <WorkLine mine=mine working=word::lock::working() done=move || self.last.get().1/> }
    }
}

/// Turning the lock on; and, once it is, everything about it.
#[component]
pub fn Lock() -> impl IntoView {
    let app = app();
    app.work_anew();
    let said = Said::new();
    let on = Memo::new(move |_| app.guard() == Guard::Open);
    redrawn(move || match (on.get(), app.journal.mode()) {
        (true, _) => view! { <Manage said=said/> }.into_any(),
        (false, Mode::Kept) => view! { <Offer said=said/> }.into_any(),
        // Held in this tab alone: there is nothing to lock.
        (false, _) => view! {
            <Page title=word::lock::title() back=Route::Settings>
                <p>
                    <WhereKept/>
                </p>
            </Page>
        }
        .into_any(),
    })
}

#[component]
fn Offer(said: Said) -> impl IntoView {
    let app = app();
    let onward = app.onward.get_untracked();
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let ready = move || new.ready() && !app.busy();
    let lock = move |()| {
        said.begins(Part::Lock, word::lock::done());
        app.lock_with(&new.take());
    };
    view! {
        <Page title=word::lock::offer_title() back=onward.unwrap_or(Route::Settings)>
            <p>{word::lock::offer_what()}</p>
            <p>{word::lock::offer_with()}</p>
            <p>{word::lock::offer_without()}</p>
            <SecretForm class="button" label=word::lock::lock_it() ready=ready on_send=lock>
                {new.fields(word::lock::passphrase())} {secret.show()}
            </SecretForm>
            {said.line_of(&[Part::Lock, Part::Off])}
            {close_once(app)}
            <Link class="quiet" to=onward.unwrap_or(Route::Today) label=word::place::not_now()/>
            <p class="soft">{word::lock::remember()}</p>
            <p class="soft">{word::lock::offer_limits()}</p>
            <p class="soft">{word::lock::offer_later()}</p>
        </Page>
    }
}

#[component]
fn Manage(said: Said) -> impl IntoView {
    let app = app();
    let told = || {
        view! {
            <p class="soft">{word::lock::older_copies()}</p>
            <p>{word::lock::forgotten()}</p>
        }
    };
    let after = redrawn(move || said.locked.get().then(told));
    let onward = app.onward.get_untracked();
    let rest = match onward {
        // Somebody new: the recovery code is what comes next, and then what was asked for.
        Some(to) => view! { <RecoveryCode said=said/> {redrawn(move || on(app, to))} }.into_any(),
        None => view! { <Everything said=said/> }.into_any(),
    };
    view! {
        <Page title=word::lock::title() back=onward.unwrap_or(Route::Settings)>
            <p>{word::lock::kept_locked()}</p>
            {said.line_of(&[Part::Lock])}
            {close_once(app)}
            {after}
            {rest}
        </Page>
    }
}

/// What can be done with the lock.
#[component]
fn Everything(said: Said) -> impl IntoView {
    let app = app();
    let changing = redrawn(move || {
        let known = !app.opened_by_code();
        untrack(|| changing(said, known))
    });
    view! {
        <Button class="button plain" label=word::lock::lock_now() on_press=move |()| app.lock_everywhere()/>
        <Away/>
        <RecoveryCode said=said/>
        {changing}
        <More name=word::lock::turn_off() text=word::lock::turn_off_text()>
            <TurnOff said=said/>
        </More>
    }
}

/// Said for as long as the browser may not have put a lock that was changed on the disk.
fn close_once(app: App) -> impl IntoView {
    let close = || view! { <p class="note">{word::backup::close_once()}</p> };
    redrawn(move || app.settling().then(close))
}

/// The way on for somebody new, with a recovery code or without one.
fn on(app: App, to: Route) -> impl IntoView {
    let (class, without) = if app.has_code() { ("button", "") } else { ("button plain", word::lock::without_code()) };
    let name = match (without, named(app, to)) {
        ("", Some(name)) => word::welcome::continue_to(&name),
        ("", None) => word::welcome::continue_on().to_owned(),
        (without, _) => without.to_owned(),
    };
    view! { <Link class=class to=to label=name/> }
}

/// After how long away the lock shuts.
#[component]
fn Away() -> impl IntoView {
    let app = app();
    let radio = |minutes: u32| {
        let on = move || app.preferences.lock_after() == minutes;
        let choose = move |()| app.preferences.choose_lock_after(minutes);
        let label = word::lock::away_minutes(f64::from(minutes));
        view! { <Radio class="side" name="away" label=label on=on on_choose=choose/> }
    };
    view! {
        <fieldset class="sides">
            <legend>{word::lock::away()}</legend>
            {AWAY.into_iter().map(radio).collect_view()}
        </fieldset>
        <p class="soft">{word::lock::away_text()}</p>
    }
}

/// Another passphrase, or another key. Where the recovery code has opened the lock, a new passphrase comes first.
fn changing(said: Said, known: bool) -> impl IntoView {
    let app = app();
    let name = if known { word::lock::change() } else { word::lock::new_passphrase() };
    let text = if known { word::lock::change_text() } else { word::lock::new_passphrase_text() };
    let change = move |(before, new): (String, String)| {
        said.begins(Part::Change, word::lock::change_done());
        app.change_passphrase(&before, &new);
    };
    let new_key = move |(before, new): (String, String)| {
        said.begins(Part::NewKey, word::lock::new_key_done());
        app.new_key(&before, &new);
    };
    view! {
        <More name=name text=text>
            <Renew label=word::lock::change() known=known on_send=change/>
        </More>
        {said.line_of(&[Part::Change])}
        <More name=word::lock::new_key() text=word::lock::new_key_text()>
            <Renew label=word::lock::new_key() known=known on_send=new_key/>
        </More>
        {said.line_of(&[Part::NewKey])}
    }
}

/// Something one does seldom: folded up, with what to know before.
#[component]
fn More(name: &'static str, text: &'static str, children: Children) -> impl IntoView {
    view! {
        <details class="more">
            <summary>{name}</summary>
            <p>{text}</p>
            {children()}
        </details>
    }
}

/// The passphrase as it is, if it is known, and a new one.
#[component]
fn Renew(
    label: &'static str,
    known: bool,
    /// Hears the one before and the new one.
    #[prop(into)]
    on_send: Callback<(String, String)>,
) -> impl IntoView {
    let app = app();
    let before = Secret::new();
    let new = NewSecret::new(before);
    let ready = move || new.ready() && !app.busy();
    let send = move |()| on_send.run((before.take(), new.take()));
    view! {
        <SecretForm class="button plain" label=label ready=ready on_send=send>
            {known.then(|| before.field(word::lock::passphrase_now()))}
            {new.fields(word::lock::passphrase_new())}
            {before.show()}
        </SecretForm>
    }
}

#[component]
fn TurnOff(said: Said) -> impl IntoView {
    let app = app();
    let send = move |secret: String| {
        said.begins(Part::Off, word::lock::turn_off_done());
        app.unlock_for_good(&secret);
    };
    let confirm = move || {
        view! {
            <Confirm
                label=word::lock::turn_off()
                ask=word::lock::turn_off_text()
                sure=word::lock::turn_off()
                cancel=word::entry::cancel()
                on_sure=move |()| send(String::new())
            />
        }
    };
    let unlock = move || {
        view! {
            <Unlocking
                label=word::lock::passphrase_now()
                class="button grave"
                button=word::lock::turn_off()
                on_send=send
            />
        }
    };
    let form = redrawn(move || match app.opened_by_code() {
        true => untrack(|| confirm().into_any()),
        false => untrack(|| unlock().into_any()),
    });
    view! { {form} {said.line_of(&[Part::Off])} }
}

/// The recovery code: shown once, and checked by typing a part of it back.
#[component]
fn RecoveryCode(said: Said) -> impl IntoView {
    let app = app();
    let fresh = RwSignal::new(String::new());
    let inside = redrawn(move || match fresh.with(String::is_empty) {
        true => code_or_none(app, said, fresh).into_any(),
        false => fresh_code(app, said, fresh).into_any(),
    });
    view! {
        <Group name=word::lock::code()>
            <p class="soft">{word::lock::code_what()}</p>
            <div id="code">{inside}</div>
            {said.line_of(&[Part::Code])}
        </Group>
    }
}

fn code_or_none(app: App, said: Said, fresh: RwSignal<String>) -> impl IntoView {
    let make = move |()| {
        fresh.set(app.new_code());
        app.focus_on("#code .paper");
    };
    let remove = move |()| {
        said.begins(Part::Code, word::lock::code_removed());
        app.remove_code();
        app.focus_on("#code button");
    };
    let remove = || view! { <Button class="quiet" label=word::lock::code_remove() on_press=remove/> };
    let there = app.has_code();
    view! {
        <p>{if there { word::lock::code_there() } else { word::lock::code_none() }}</p>
        <Button class="button plain" label=word::lock::code_make() on_press=make/>
        // Where the passphrase is forgotten, the code alone opens it.
        {(there && !app.opened_by_code()).then(remove)}
    }
}

fn fresh_code(app: App, said: Said, fresh: RwSignal<String>) -> impl IntoView {
    let code = fresh.get_untracked();
    let typed = RwSignal::new(String::new());
    let right = move || fresh.with(|code| typed.with(|typed| is_last_group(code, typed)));
    let wrong = move || typed.with(|typed| typed.trim().len() >= 5) && !right();
    let close = move || {
        fresh.set(String::new());
        app.focus_on("#code button");
    };
    let keep = move |()| {
        said.begins(Part::Code, word::lock::code_kept());
        app.keep_code(&fresh.get_untracked());
        close();
    };
    view! {
        <p>{word::lock::code_once()}</p>
        <div class="paper" tabindex="-1">
            <p class="soft">{word::lock::code_paper(&app.date(app.now()))}</p>
            <p class="code" translate="no">
                {code}
            </p>
        </div>
        <Button class="quiet" label=word::lock::code_print() on_press=move |()| app.print()/>
        <SecretForm class="button" label=word::lock::code_keep() ready=right on_send=keep>
            <WordsField
                size=Size::Line
                label=word::lock::code_check_field()
                hint=word::lock::code_check()
                text=typed
                on_input=move |text| typed.set(text)
            />
        </SecretForm>
        <p role="status">
            <LiveText text=move || if wrong() { word::lock::code_check_wrong() } else { "" }/>
        </p>
        <Button class="quiet" label=word::place::not_now() on_press=move |()| close()/>
    }
}
