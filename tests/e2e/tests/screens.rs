//! Every screen, in each engine: axe without findings in light and dark, nothing sticks out at 320 px.

use e2e::{Looks, Page, Site, each_engine};

/// Routes by what leads there, for the screens that have no address of their own to type.
fn screens(page: &Page) -> Vec<(&'static str, String)> {
    let code = |id: &str| {
        let script = "const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0]));\
                      return [...new Uint8Array(digest)].slice(0, 3).map((b) => b.toString(16).padStart(2, '0')).join('')";
        let wrapped =
            format!("const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done);");
        page.run_async(&wrapped, serde_json::json!([id])).as_str().expect("six hex digits").to_owned()
    };
    vec![
        ("today", "#/".into()),
        ("reflect", "#/reflect".into()),
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
    ]
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
                page.open(&route);
                page.wait_until("the screen", "document.querySelector('main h1') !== null");
                page.wait_gone("One moment");
                wrong.extend(look_at(&page, name, suffix));
            }
            page.assert_no_errors();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
