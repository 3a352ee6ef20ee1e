//! Every screen, in each engine: axe without findings in light and dark, nothing sticks out at 320 px.

use e2e::{Looks, Page, Site, each_engine, places};

/// Goes through an activity to its last page: chooses what comes first, writes a line, goes on.
fn go_to_the_end(page: &Page, route: &str, last: &str) {
    page.go_to(route);
    let step = "const main = document.querySelector('main');
        main.querySelector('input[type=radio], input[type=checkbox]')?.click();
        const field = main.querySelector('textarea');
        if (field) field.value = 'A line of my own, as long as a line may be.';
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        window.before = main.querySelector('h1').textContent;
        (main.querySelector('.onward') ?? main.querySelector('.foot button')).click()";
    for _ in 0..20 {
        page.run(step);
        page.wait_until("another page", "document.querySelector('main h1')?.textContent !== window.before");
        if page.h1() == last {
            return;
        }
    }
    panic!("[{}] {route} did not come to {last:?}", page.engine());
}

/// Takes a picture, and gives everything that is wrong.
fn look_at(page: &Page, name: &str, suffix: &str) -> Vec<String> {
    let label = format!("{name}{suffix}");
    page.shot(&label);
    let found = page.axe().into_iter().chain(page.sticking_out());
    found.map(|line| format!("[{}] {label}: {line}", page.engine())).collect()
}

#[test]
fn every_screen_is_open_to_everybody() {
    each_engine(|engine| {
        let site = Site::of_app();
        let mut wrong = Vec::new();
        for (suffix, looks) in [
            ("", Looks::phone()),
            ("-dark", Looks::phone().dark()),
            ("-narrow", Looks::narrow()),
            ("-large", Looks::phone().text(200)),
            ("-wide", Looks::wide()),
        ] {
            let page = Page::open_new(engine, &site, &looks.still());
            page.open("#/");
            wrong.extend(look_at(&page, "welcome", suffix));
            page.click("Only me");
            for (name, route) in places(&page) {
                page.go_to(&route);
                wrong.extend(look_at(&page, name, suffix));
            }
            page.assert_no_errors();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn the_last_page_of_every_kind_is_open_to_everybody() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let mut wrong = Vec::new();
        for (kind, id, last) in [
            ("reflect", "rewrite-the-problem", "What you wrote"),
            ("reflect", "misgendered-at-handover", "Looking back"),
            ("write", "something-happened", "Your entry is saved"),
        ] {
            go_to_the_end(&page, &page.piece(kind, id), last);
            wrong.extend(page.look_at(&format!("closing-{id}")));
        }
        page.assert_no_errors();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
