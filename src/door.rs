//! The first program: what somebody new meets while the whole one is still on its way. It knows the first screen and
//! Today's four doors, keeps nothing, and leaves a mark of what was answered for the whole program to find.

use crate::signals::*;
use crate::{
    app, browser,
    route::{Route, Salt},
    state::{Content, Places},
    ui::{self, Door},
    words::word,
};
use obverse_core::vault::Clock;

/// Starts it, unless the page says that the whole program is to start.
pub fn start() {
    if !browser::is_door() {
        // Only under `cargo xtask serve`: a built page starts that by itself.
        browser::start_whole();
        return;
    }
    app::tell_panics();
    browser::spawn(async {
        if let Some(content) = app::load_words(&browser::locale(), false).await {
            show(content);
        }
    });
}

fn show(content: Content) {
    let root = browser::app_root();
    ui::mount(&root, move || {
        let places = Places::of(Salt::random(&browser::SystemEntropy));
        provide_context(places);
        browser::leave_salt(&places.text());
        let signal = || RwSignal::new(false);
        let (entered, shared, hidden, asked) = (signal(), signal(), signal(), signal());
        name(false);
        browser::on_hash(move || {
            if browser::is_door() && places.read(&browser::hash()) != Route::Today {
                asked.set(true);
            }
        });
        let hide = move |yes: bool| {
            if browser::is_door() {
                browser::mark(browser::HIDDEN, yes);
                hidden.set(yes);
                name(yes);
                browser::focus_soon();
            }
        };
        app::on_shifts(move || hide(true));
        let enter = move |device: &str| {
            browser::mark(device, true);
            entered.set(true);
            browser::focus_soon();
        };
        let share = move |()| {
            shared.set(true);
            enter(browser::SHARED);
        };
        ui::door(Door {
            content,
            day: browser::SystemClock.now().day(),
            entered,
            shared,
            hidden,
            asked,
            enter: Callback::new(move |()| enter(browser::ENTERED)),
            share: Callback::new(share),
            lock: Callback::new(move |()| {
                enter(browser::ENTERED);
                browser::go(&places.address(Route::Lock));
            }),
            hide: Callback::new(hide),
            to_heading: Callback::new(|()| browser::focus_heading()),
        })
    });
    browser::usable("ob-usable");
    browser::start_whole();
}

fn name(hidden: bool) {
    let title = if hidden {
        word::hidden::title().to_owned()
    } else {
        [word::nav::today(), " · ", word::app::name()].concat()
    };
    browser::name(&title);
}
