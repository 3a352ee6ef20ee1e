//! Every screen, in each engine: axe without findings in light and dark, nothing sticks out at 320 px.

use e2e::{Looks, Page, Site, each_engine};

/// The code of a piece in addresses: the first six hex digits of its id's SHA-256.
fn code(page: &Page, id: &str) -> String {
    let script = "const done = arguments[arguments.length - 1];
        crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0])).then((digest) =>
            done([...new Uint8Array(digest)].slice(0, 3).map((b) => b.toString(16).padStart(2, '0')).join('')))";
    page.run_async(script, serde_json::json!([id])).as_str().expect("six hex digits").to_owned()
}

/// Goes through an activity to its last page: chooses what comes first, writes a line, goes on.
fn go_to_the_end(page: &Page, route: &str, last: &str) {
    page.open(route);
    page.wait_gone("One moment");
    let step = "const main = document.querySelector('main');
        main.querySelector('input[type=radio], input[type=checkbox]')?.click();
        const field = main.querySelector('textarea');
        if (field) field.value = 'A line of my own, as long as a line may be.';
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        window.before = main.querySelector('h1').textContent;
        main.querySelector('.foot button').click()";
    for _ in 0..20 {
        page.run(step);
        page.wait_until("another page", "document.querySelector('main h1')?.textContent !== window.before");
        if page.h1() == last {
            return;
        }
    }
    panic!("[{}] {route} did not come to {last:?}", page.engine());
}

/// Routes by what leads there, for the screens that have no address of their own to type.
fn screens(page: &Page) -> Vec<(&'static str, String)> {
    let code = |id: &str| code(page, id);
    vec![
        ("today", "#/".into()),
        ("reflect", "#/reflect".into()),
        ("questions", "#/reflect/questions".into()),
        ("runner", format!("#/reflect/{}", code("being-heard"))),
        ("scenario", format!("#/reflect/{}", code("misgendered-at-handover"))),
        ("exercise", format!("#/reflect/{}", code("rewrite-the-problem"))),
        ("coins", "#/coins".into()),
        ("coin", format!("#/coins/{}", code("ableism"))),
        ("place", format!("#/coins/{}/place", code("ableism"))),
        ("journal-empty", "#/journal".into()),
        ("write", "#/write".into()),
        ("form", format!("#/write/{}", code("what-so-what-now-what"))),
        ("happened", format!("#/write/{}", code("something-happened"))),
        ("settings", "#/settings".into()),
        ("about", "#/about".into()),
        ("missing", "#/nowhere".into()),
        ("check", "#/check/before".into()),
        // From here on it is the whole program.
        ("cards", "#/cards".into()),
        ("card", format!("#/cards/{}", code("pain-and-being-believed"))),
        ("lines", "#/lines".into()),
        ("compare", "#/compare".into()),
        ("hand-in", "#/hand-in".into()),
        ("guide", "#/guide".into()),
        ("steps", "#/steps".into()),
        ("step-new", "#/steps/new".into()),
    ]
}

/// Goes to a screen and waits until it is there, be it with the whole program.
fn go_to(page: &Page, route: &str) {
    if !page.address().ends_with(route) {
        page.run("document.querySelector('main h1').className = 'left'");
    }
    page.open(route);
    page.wait_until(
        "the screen",
        "document.documentElement.dataset.ready === 'true' &&
         ![undefined, 'One moment'].includes(document.querySelector('main h1:not(.left)')?.textContent)",
    );
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
            page.click("Just me");
            for (name, route) in screens(&page) {
                go_to(&page, &route);
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
        let page = Page::open_new(engine, &site, &Looks::narrow().still());
        page.open("#/");
        page.click("Just me");
        page.wait_h1("Today");
        let mut wrong = Vec::new();
        for (kind, id, last) in [
            ("reflect", "rewrite-the-problem", "What you wrote"),
            ("reflect", "misgendered-at-handover", "Looking back"),
            ("write", "something-happened", "That is written"),
        ] {
            go_to_the_end(&page, &format!("#/{kind}/{}", code(&page, id)), last);
            wrong.extend(page.look_at(&format!("closing-{id}")));
        }
        page.assert_no_errors();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
