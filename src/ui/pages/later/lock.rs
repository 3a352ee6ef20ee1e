use crate::{
    route::Route,
    state::{AWAY, App, Guard, Mode, is_last_group},
    ui::{
        parts::{
            NewSecret, Secret, Size, app, button, confirm, group, link, named, page, para, plain, radio, sending, soft,
            unlocking, where_kept, words_field, work_line_if,
        },
        view::{View, all, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use std::rc::Rc;

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

    fn line_of(self, parts: &'static [Part]) -> View {
        work_line_if(move || parts.contains(&self.last.get().0), word::lock::working, move || self.last.get().1)
    }
}

/// Turning the lock on; and, once it is, everything about it.
pub fn lock() -> View {
    let app = app();
    app.work_anew();
    let said = Said::new();
    let on = Memo::new(move |_| app.guard() == Guard::Open);
    live(move || match (on.get(), app.journal.mode()) {
        (true, _) => manage(app, said),
        (false, Mode::Kept) => offer(app, said),
        // Held in this tab alone: there is nothing to lock.
        (false, _) => page(word::lock::title()).back(Route::Settings).with(el("p").with(where_kept())).into(),
    })
}

fn offer(app: App, said: Said) -> View {
    let onward = app.onward.get_untracked();
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let fields = View::several(vec![new.fields(word::lock::passphrase()), secret.show()]);
    let form = sending(
        fields,
        "button",
        word::lock::lock_it(),
        move || new.ready() && !app.busy(),
        move || {
            said.begins(Part::Lock, word::lock::done());
            app.lock_with(&new.take());
        },
    );
    page(word::lock::offer_title())
        .back(onward.unwrap_or(Route::Settings))
        .with(plain(word::lock::offer_what()))
        .with(plain(word::lock::offer_with()))
        .with(plain(word::lock::offer_without()))
        .with(form)
        .with(said.line_of(&[Part::Lock, Part::Off]))
        .with(close_once(app))
        .with(link("quiet", onward.unwrap_or(Route::Today), word::place::not_now()))
        .with(soft(word::lock::remember()))
        .with(soft(word::lock::offer_limits()))
        .with(soft(word::lock::offer_later()))
        .into()
}

fn manage(app: App, said: Said) -> View {
    let after = move || {
        let told = || View::several(vec![soft(word::lock::older_copies()), plain(word::lock::forgotten())]);
        said.locked.get().then(told)
    };
    let page = page(word::lock::title())
        .with(plain(word::lock::kept_locked()))
        .with(said.line_of(&[Part::Lock]))
        .with(close_once(app))
        .with(maybe(after));
    if let Some(to) = app.onward.get_untracked() {
        // Somebody new: the recovery code is what comes next, and then what was asked for.
        return page.back(to).with(code(app, said)).with(maybe(move || Some(on(app, to)))).into();
    }
    page.back(Route::Settings)
        .with(button("button plain", word::lock::lock_now(), move || app.lock_everywhere()))
        .with(away(app))
        .with(code(app, said))
        .with(live(move || {
            let known = !app.opened_by_code();
            untrack(|| changing(app, said, known))
        }))
        .with(more(word::lock::turn_off(), word::lock::turn_off_text(), turn_off(app, said)))
        .into()
}

/// Said for as long as the browser may not have put a lock that was changed on the disk.
fn close_once(app: App) -> View {
    maybe(move || app.settling().then(|| para("note", word::backup::close_once())))
}

/// The way on for somebody new, with a recovery code or without one.
fn on(app: App, to: Route) -> View {
    let (class, without) = if app.has_code() { ("button", "") } else { ("button plain", word::lock::without_code()) };
    let name = match (without, named(app, to)) {
        ("", Some(name)) => word::today::go_on(&name),
        ("", None) => word::welcome::continue_on().to_owned(),
        (without, _) => without.to_owned(),
    };
    link(class, to, &name)
}

fn away(app: App) -> View {
    let radios = all(AWAY.into_iter().map(|minutes| {
        let on = Rc::new(move || app.preferences.lock_after() == minutes);
        let label = word::lock::away_minutes(f64::from(minutes));
        radio("side", "away", &label, on, move || app.preferences.choose_lock_after(minutes))
    }));
    View::several(vec![
        el("fieldset").class("sides").with(el("legend").with(word::lock::away())).with(radios).into(),
        soft(word::lock::away_text()),
    ])
}

/// Another passphrase, or another key. Where the recovery code has opened the lock, a new passphrase comes first.
fn changing(app: App, said: Said, known: bool) -> View {
    let name = if known { word::lock::change() } else { word::lock::new_passphrase() };
    let text = if known { word::lock::change_text() } else { word::lock::new_passphrase_text() };
    View::several(vec![
        more(name, text, change(app, said, known)),
        said.line_of(&[Part::Change]),
        more(word::lock::new_key(), word::lock::new_key_text(), new_key(app, said, known)),
        said.line_of(&[Part::NewKey]),
    ])
}

/// Something one does seldom: folded up, with what to know before.
fn more(name: &str, text: &str, inside: View) -> View {
    el("details").class("more").with(el("summary").with(name)).with(plain(text)).with(inside).into()
}

fn change(app: App, said: Said, known: bool) -> View {
    renew(app, word::lock::change(), known, move |before, new| {
        said.begins(Part::Change, word::lock::change_done());
        app.change_passphrase(before, new);
    })
}

fn new_key(app: App, said: Said, known: bool) -> View {
    renew(app, word::lock::new_key(), known, move |before, new| {
        said.begins(Part::NewKey, word::lock::new_key_done());
        app.new_key(before, new);
    })
}

/// The passphrase as it is, if it is known, and a new one.
fn renew(app: App, label: &str, known: bool, act: impl Fn(&str, &str) + 'static) -> View {
    let before = Secret::new();
    let new = NewSecret::new(before);
    let fields = View::several(vec![
        known.then(|| before.field(word::lock::passphrase_now())).into(),
        new.fields(word::lock::passphrase_new()),
        before.show(),
    ]);
    let ready = move || new.ready() && !app.busy();
    sending(fields, "button plain", label, ready, move || act(&before.take(), &new.take())).into()
}

fn turn_off(app: App, said: Said) -> View {
    let send = move |secret: &str| {
        said.begins(Part::Off, word::lock::turn_off_done());
        app.unlock_for_good(secret);
    };
    let form = live(move || {
        let words =
            [word::lock::turn_off(), word::lock::turn_off_text(), word::lock::turn_off(), word::entry::cancel()];
        match app.opened_by_code() {
            true => untrack(|| confirm(words, move || send(""))),
            false => untrack(|| {
                let button = ["button grave", word::lock::turn_off()];
                unlocking(View::nothing(), word::lock::passphrase_now(), button, Box::new(|| true), Box::new(send))
            }),
        }
    });
    View::several(vec![form, said.line_of(&[Part::Off])])
}

/// The recovery code: shown once, and checked by typing a part of it back.
fn code(app: App, said: Said) -> View {
    let fresh = RwSignal::new(String::new());
    let inside = live(move || match fresh.with(String::is_empty) {
        true => code_or_none(app, said, fresh),
        false => fresh_code(app, said, fresh),
    });
    group(word::lock::code())
        .with(soft(word::lock::code_what()))
        .with(el("div").attr("id", "code").with(inside))
        .with(said.line_of(&[Part::Code]))
        .into()
}

fn code_or_none(app: App, said: Said, fresh: RwSignal<String>) -> View {
    let make = move || {
        button("button plain", word::lock::code_make(), move || {
            fresh.set(app.new_code());
            app.focus_on("#code .paper");
        })
    };
    let remove = move || {
        said.begins(Part::Code, word::lock::code_removed());
        app.remove_code();
        app.focus_on("#code button");
    };
    match app.has_code() {
        true => View::several(vec![
            plain(word::lock::code_there()),
            make(),
            // Where the passphrase is forgotten, the code alone opens it.
            (!app.opened_by_code()).then(|| button("quiet", word::lock::code_remove(), remove)).into(),
        ]),
        false => View::several(vec![plain(word::lock::code_none()), make()]),
    }
}

fn fresh_code(app: App, said: Said, fresh: RwSignal<String>) -> View {
    let code = fresh.get_untracked();
    let typed = RwSignal::new(String::new());
    let right = move || fresh.with(|code| typed.with(|typed| is_last_group(code, typed)));
    let wrong = move || typed.with(|typed| typed.trim().len() >= 5) && !right();
    let close = move || {
        fresh.set(String::new());
        app.focus_on("#code button");
    };
    let keep = move || {
        said.begins(Part::Code, word::lock::code_kept());
        app.keep_code(&fresh.get_untracked());
        close();
    };
    let field = words_field(
        Size::Line,
        word::lock::code_check_field(),
        word::lock::code_check(),
        move || typed.get(),
        move |text| typed.set(text),
    );
    let paper = el("div")
        .class("paper")
        .attr("tabindex", "-1")
        .with(para("soft", &word::lock::code_paper(&app.date(app.now()))))
        .with(el("p").class("code").attr("translate", "no").with(code.as_str()));
    View::several(vec![
        plain(word::lock::code_once()),
        paper.into(),
        button("quiet", word::lock::code_print(), move || app.print()),
        sending(field, "button", word::lock::code_keep(), right, keep).into(),
        el("p")
            .attr("role", "status")
            .with(saying(move || if wrong() { word::lock::code_check_wrong() } else { "" }))
            .into(),
        button("quiet", word::place::not_now(), close),
    ])
}
