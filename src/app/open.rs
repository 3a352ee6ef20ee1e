//! The app itself: the browser's adapters behind the ports, the listeners, and the window drawn from what is kept.

use super::load;
use crate::{
    browser,
    route::{BEFORE, Code, Route},
    state::{App, Content, Fetched, GroupState, Language, Mode, Ports},
    ui::{self, News},
    words,
};
use leptos::{mount::mount_to_renderer, prelude::*};
use obverse_core::{
    activity::{PieceGroup, Pieces, Shell},
    vault::Shelf,
};
use std::rc::Rc;

/// Opens the journal and goes on from what somebody new was shown and has pressed. `erased` are the ids of journals that were.
pub(super) fn open(content: Content, erased: Vec<String>) {
    let owner = Owner::new();
    owner.with(|| open_in(&owner, content, erased));
    // Every signal lives as long as the page.
    std::mem::forget(owner);
}

fn open_in(owner: &Owner, content: Content, erased: Vec<String>) {
    let news = RwSignal::new(News::None);
    let waiting: StoredValue<Option<browser::Updates>, LocalStorage> = StoredValue::new_local(None);
    let rescued = browser::is_rescued();
    let first = browser::first();
    let app = App::open(ports(erased), content, &browser::hash());
    browser::read_whole();
    listen(app);
    take_up(app);
    let on_news = Callback::new(move |()| {
        app.flush();
        waiting.with_value(|waiting| match waiting {
            Some(newer) if news.get_untracked() == News::Newer => newer.take(),
            _ => browser::reload(),
        });
    });
    let on_raw = Callback::new(move |()| app.save_raw(browser::raw_log));
    provide_context(app);
    provide_context(app.places);
    // Not the effect's own, whose signals go when it runs again.
    let owner = owner.clone();
    let draw = move || {
        let frame = move || view! { <ui::Frame news=news on_news=on_news on_raw=on_raw/> };
        owner.with(|| mount_to_renderer(&browser::app_root(), frame).forget());
    };
    // What stands in the page is what the app would show: it stays until there is something else to see, so that nothing is taken
    // from under a finger.
    let first_screens = first.is_some();
    let stays = first.is_some_and(|first| stands_for(app, &first));
    let would_show = Memo::new(move |_| ui::would_show(app, news));
    let drawn = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        would_show.with(|_| ());
        if (before.is_some() || !stays) && !drawn.get_value() {
            drawn.set_value(true);
            untrack(&draw);
            if first_screens {
                app.focus_heading();
            }
        }
    });
    if rescued {
        // It takes the place of the plain page.
        app.focus_heading();
    }
    app.name_screen();
    browser::started();
    fetch_pieces(content);
    browser::on_mixed(move || news.set(News::Mixed));
    let touched = browser::touched();
    let newer = move |newer: browser::Updates| {
        // Silently only while nothing has been touched yet, and once: a host whose files differ each time would have the page
        // loaded anew for ever. Else it is offered.
        if !touched.get() && !browser::reloaded() {
            newer.take();
            return;
        }
        waiting.set_value(Some(newer));
        news.set(News::Newer);
    };
    browser::watch(newer, move |known| app.offline.set(known));
}

/// Whether the screen of this name, which stands in the page itself, shows what the app would. They are all for somebody new whose
/// browser lends a store.
fn stands_for(app: App, first: &str) -> bool {
    let (entered, route, mode) = untrack(|| (app.entered.get(), app.route.get(), app.journal.mode()));
    let as_app = match first {
        "welcome" => {
            !entered && mode == Mode::Kept && [Route::Today, Route::Activity(Code::of(BEFORE))].contains(&route)
        }
        "today" => entered && mode == Mode::Kept && route == Route::Today,
        "shared" => entered && mode == Mode::Shared && route == Route::Today,
        "cover" => app.hidden.get_untracked(),
        _ => false,
    };
    as_app && untrack(|| ui::is_new(app))
}

/// Does what somebody new has pressed on a screen that stands in the page itself.
fn take_up(app: App) {
    match browser::first_pressed("answer").as_deref() {
        Some("mine") => app.entered_before(),
        Some("lock") => app.enter_to_lock(),
        Some("shared") => app.shared_before(),
        _ => {}
    }
    match browser::first_pressed("cover").as_deref() {
        Some("yes") => {
            app.hide();
            // Nothing that was pressed outlives hiding.
            let _ = browser::first_pressed("way");
        }
        Some("no") => app.show(),
        _ => {}
    }
    if let Some(away) = browser::first_pressed("question").and_then(|away| away.parse().ok()) {
        app.question_away.set(away);
    }
    let to = match browser::first_pressed("way").as_deref() {
        Some("write") => {
            let form = app.content.prompt(app.now().day()).map(|(form, _)| Code::of(&form.id));
            form.map(|code| Route::Form(code, None))
        }
        Some("course") => Some(Route::Activity(Code::of(BEFORE))),
        Some("look") => app.content.first_on_path().map(|(first, _)| Route::Activity(first)),
        Some(answer) => {
            app.begin_happened(answer);
            None
        }
        None => None,
    };
    if let Some(to) = to {
        app.go(to);
    }
}

/// Fetches the pieces, right after the first screen can be used: the group that a course's link leads to, then the others.
/// The order is always the same, so that the requests tell a host nothing.
fn fetch_pieces(content: Content) {
    browser::spawn(async move {
        let mut missing = PieceGroup::ALL.into_iter().filter(|group| content.lacks(*group));
        if let Some(first) = missing.next() {
            fetch_group(content, first).await;
        }
        for group in missing {
            browser::spawn(fetch_group(content, group));
        }
    });
}

async fn fetch_group(content: Content, group: PieceGroup) {
    let pieces = load(group.name(), &content.locale(), Pieces::decode).await;
    content.arrive_group(group, pieces.filter(|one| group != PieceGroup::Words || words::install_later(&one.words)));
    let settled = || content.pieces().is_some() && content.group(PieceGroup::Past) != GroupState::Coming;
    if untrack(settled) {
        // Behind everything else: from then on a page that stays open needs no file of its version any more.
        if ui::fetch_later().await && !content.lacks(PieceGroup::Past) {
            browser::all_there();
        }
    }
}

/// Fetches all words of another language.
fn fetch_language(locale: String, then: Fetched) {
    browser::spawn(async move {
        let shell = load("shell", &locale, Shell::decode).await;
        let mut all = Some(Pieces::default());
        for group in PieceGroup::ALL {
            let pieces = load(group.name(), &locale, Pieces::decode).await;
            all = all.zip(pieces).map(|(mut all, pieces)| {
                all.take_in(pieces);
                all
            });
        }
        then(shell.zip(all));
    });
}

fn languages() -> Vec<Language> {
    let all = browser::languages().into_iter();
    all.map(|[tag, name, direction]| Language { tag, name, direction }).collect()
}

fn ports(erased: Vec<String>) -> Ports {
    fn shelf<S: Shelf + 'static>(shelf: S) -> Rc<dyn Shelf> {
        Rc::new(shelf)
    }
    Ports {
        clock: Rc::new(browser::SystemClock),
        entropy: Rc::new(browser::SystemEntropy),
        durable: browser::LocalShelf::probe().map(shelf),
        tab: browser::SessionShelf::probe().map(shelf),
        host: Rc::new(browser::Window),
        date: browser::date,
        month: browser::month,
        weekday: browser::weekday,
        long_day: browser::long_day,
        percent: browser::percent,
        fetch_pieces,
        go_on: ui::go_on,
        languages,
        fetch_language,
        standalone: browser::standalone(),
        keeps_longer_at_home: browser::is_ios() && !browser::standalone(),
        erased,
    }
}

fn listen(app: App) {
    browser::on_hash(move || app.arrive_at(&browser::hash()));
    browser::on_leaving(move |away| app.away(away));
    browser::on_touch(move || app.touch());
    browser::on_focus(move || app.touch());
    browser::on_languages(browser::forget_formatters);
    browser::on_storage(move |key| app.absorb(key.as_deref()));
    browser::on_hide(move || app.hide());
    browser::on_first_press(move || take_up(app));
}
