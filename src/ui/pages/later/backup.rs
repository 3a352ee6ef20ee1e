use crate::{
    route::Route,
    state::{App, Guard, Made, Mode},
    ui::{
        parts::{
            NewSecret, Secret, app, button, link, page, plain, promise, radio, row, rows, sending, soft, unlocking,
            work_line,
        },
        view::{View, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use std::rc::Rc;

/// Making a backup, and when the last one was made.
pub fn backup() -> View {
    let app = app();
    app.begin_backup();
    let made = Memo::new(move |_| app.made().is_some());
    live(move || match made.get() {
        true => untrack(|| app.made().map_or_else(View::nothing, |made| ready(app, made))),
        false => untrack(|| make(app)),
    })
}

fn make(app: App) -> View {
    let something = app.journal.look(|records| records.next().is_some());
    let form = move || View::several(vec![form(app), work_line(word::backup::making, || "")]);
    page(word::backup::title())
        .back(Route::Settings)
        .with(plain(word::backup::what()))
        .with(maybe(move || (app.journal.mode() == Mode::Kept).then(|| untrack(|| last(app)))))
        .with(something.then(form))
        .with(rows(row(Route::Restore, word::backup::open_title())))
        .with(promise(app))
        .into()
}

/// When the last backup was made, and whether to remind of the next.
fn last(app: App) -> View {
    let said = app.last_backup().map_or_else(|| word::backup::never().to_owned(), |date| word::backup::last(&date));
    let reminds = Memo::new(move |_| app.preferences.reminds());
    let label = saying(move || if reminds.get() { word::backup::remind_off() } else { word::backup::remind_on() });
    let turn = move || app.preferences.choose_reminder(!untrack(|| reminds.get()));
    View::several(vec![
        el("p").class("note").with(said).into(),
        el("button").attr("type", "button").class("quiet").with(label).on_press(turn).into(),
    ])
}

/// A passphrase, the journal's own or a new one, and the button.
fn form(app: App) -> View {
    let locked = app.guard() == Guard::Open;
    let own = RwSignal::new(!locked);
    let fields = live(move || match own.get() {
        true => own_secret(app),
        false => unlocking(
            View::nothing(),
            word::lock::passphrase_now(),
            ["button", word::backup::make()],
            Box::new(|| true),
            Box::new(move |secret| app.make_backup(secret, false)),
        ),
    });
    View::several(vec![
        locked.then(|| which(own)).into(),
        fields,
        soft(word::backup::forgotten()),
        soft(word::backup::stays()),
    ])
}

fn which(own: RwSignal<bool>) -> View {
    let choice =
        |label: &str, is: bool| radio("choice", "which", label, Rc::new(move || own.get() == is), move || own.set(is));
    el("fieldset")
        .class("choices")
        .with(el("legend").with(word::backup::which()))
        .with(choice(word::backup::which_same(), false))
        .with(choice(word::backup::which_own(), true))
        .into()
}

fn own_secret(app: App) -> View {
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let fields = View::several(vec![new.fields(word::backup::file_passphrase()), secret.show()]);
    let ready = move || new.ready() && !app.busy();
    sending(fields, "button", word::backup::make(), ready, move || app.make_backup(&new.take(), true)).into()
}

/// The file was made: it has to be put somewhere.
fn ready(app: App, made: Made) -> View {
    let saved = move || match app.last_backup() {
        Some(date) => word::backup::last(&date),
        None => String::new(),
    };
    let share = app.can_share().then(|| button("button plain", word::backup::share(), move || app.share_backup()));
    let unread = (made.unread > 0).then(|| soft(&word::backup::unread(made.unread.into())));
    page(word::backup::title())
        .back(Route::Settings)
        .with(plain(&word::backup::done(made.records.into())))
        .with(unread)
        .with(button("button", word::backup::save(), move || app.save_backup()))
        .with(share)
        .with(el("p").class("soft").attr("role", "status").with(saying(saved)))
        .with(plain(word::backup::what()))
        .with(soft(word::backup::forgotten()))
        .with(link("quiet", Route::Restore, word::backup::open_title()))
        .into()
}
