//! The app itself: the browser's adapters behind the ports, the listeners, and the window drawn from what is kept.

use super::{
    first::{Acts, Opening},
    load, on_shifts,
};
use crate::{
    browser,
    route::Route,
    signals::*,
    state::{App, Content, Fetched, Language, Places, Ports},
    ui::{self, Answer, News, Stage},
    words,
};
use obverse_core::{
    activity::{PieceGroup, Pieces, Shell},
    vault::Shelf,
};
use std::rc::Rc;

/// Opens the journal and goes on from what was shown, as soon as it is known which journals were erased.
pub(super) fn open(opening: Opening) {
    browser::spawn(async move {
        let erased = browser::erased(opening.erased.clone()).await;
        opening.owner.clone().with(|| go_on(&opening, erased));
    });
}

fn go_on(opening: &Opening, erased: Vec<String>) {
    let content = opening.content;
    let news = RwSignal::new(News::None);
    let waiting: StoredValue<Option<browser::Updates>> = StoredValue::new(None);
    let rescued = browser::is_rescued();
    let app = App::open(ports(erased, opening.places.get_value()), content, &browser::hash());
    browser::read_whole();
    listen(app);
    answered(app, opening);
    let on_news = Callback::new(move |()| {
        app.flush();
        waiting.with_value(|waiting| match waiting {
            Some(newer) if news.get_untracked() == News::Newer => newer.take(),
            _ => browser::reload(),
        });
    });
    let on_raw = Callback::new(move |()| app.save_raw(browser::raw_log));
    let waited = opening.stage.get_untracked() == Stage::Loading;
    let drawn_before = opening.places.with_value(Option::is_some);
    opening.take(Acts {
        window: Box::new(move || {
            provide_context(app);
            provide_context(app.places);
            ui::frame(news, on_news, on_raw)
        }),
        answer: Box::new(move |answer| match answer {
            Answer::Mine => app.enter(),
            Answer::Lock => app.enter_to_lock(),
            Answer::Shared => app.share_device(),
        }),
        hide: Box::new(move |yes| if yes { app.hide() } else { app.show() }),
    });
    let would_show = Memo::new(move || ui::would_show(app, news));
    let drawn = opening.clone();
    Effect::new(move |before: Option<()>| {
        would_show.with(|_| ());
        if before.is_some() {
            drawn.to(Stage::App);
        }
    });
    if rescued || (drawn_before && waited) {
        // It takes the place of the plain page, or one has gone on meanwhile.
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

/// What was answered and done before the app was there.
fn answered(app: App, opening: &Opening) {
    match opening.answer.get_value() {
        Some(Answer::Shared) => app.shared_before(),
        Some(_) => app.entered_before(),
        None => {}
    }
    if opening.answer.get_value() == Some(Answer::Lock) {
        // That is where the first screen leads whoever wants one.
        app.onward.set(Some(Route::Today));
    }
    app.hidden.set(opening.hidden.get_untracked());
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
    if untrack(|| content.pieces()).is_some() {
        // Behind everything else: from then on a page that stays open needs no file of its version any more.
        if ui::fetch_later().await {
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

fn ports(erased: Vec<String>, places: Option<Places>) -> Ports {
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
        percent: browser::percent,
        fetch_pieces,
        languages,
        fetch_language,
        standalone: browser::standalone(),
        keeps_longer_at_home: browser::is_ios() && !browser::standalone(),
        erased,
        places,
    }
}

fn listen(app: App) {
    browser::on_hash(move || app.arrive_at(&browser::hash()));
    browser::on_leaving(move |away| app.away(away));
    browser::on_touch(move || app.touch());
    browser::on_focus(move || app.touch());
    browser::on_storage(move |key| app.absorb(key.as_deref()));
    on_shifts(move || app.hide());
}
