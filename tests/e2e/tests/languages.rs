//! Another language, made by code from English: longer words with accents, in brackets. Through the whole journey no line
//! of it is cut off and no word is left in English; and the language changes at any step without losing the place.

use e2e::{Engine, Looks, PSEUDO, Page, Site, Variant, each_engine, pseudo};

const OWN: [&str; 5] = ["only since the new badge", "in clinic", "on nights", "A line of my own", "English"];
const NOTE: &str = OWN[0];
const LINE: &str = OWN[3];
/// "You stopped here on", as far as it goes before the day.
const STOPPED: &str = "[Yóóúú stóóppééd hééréé óóñ";

/// What went wrong so far, and where.
struct Walk<'p> {
    page: &'p Page,
    size: &'static str,
    wrong: Vec<String>,
}

impl Walk<'_> {
    /// Notes everything that is wrong with the screen.
    fn look(&mut self, screen: &str) {
        let page = self.page;
        if page.engine() == Engine::Chromium {
            page.shot(&format!("pseudo-{screen}-{}", self.size));
        }
        let (out, cut, left) = (page.sticking_out(), page.clipped(), page.untranslated(&OWN));
        let language = page.run("return document.documentElement.lang");
        let language = (language != PSEUDO).then(|| format!("the page says it is in {language}"));
        let lines = [("", out), ("", cut), ("not translated: ", left), ("", language.into_iter().collect())];
        let said = |line: &str| format!("[{}, {} px] {screen}: {line}", page.engine(), self.size);
        for (what, lines) in lines {
            self.wrong.extend(lines.iter().map(|line| said(&format!("{what}{line}"))));
        }
    }

    /// Goes to an address and looks.
    fn visit(&mut self, screen: &str, route: &str) {
        self.page.go_to(route);
        self.look(screen);
    }

    fn press(&self, name: &str) {
        self.page.click(&pseudo(name));
    }

    fn arrive(&self, heading: &str) {
        self.page.arrive(&pseudo(heading));
    }
}

/// Opens the app in the pseudo language, as if it had been chosen before.
fn open(engine: Engine, site: &Site, looks: &Looks) -> Page {
    let page = Page::open_new(engine, site, looks);
    page.run(&format!("localStorage.setItem('ob/p', '{{\"language\":\"{PSEUDO}\"}}')"));
    page.reload();
    page
}

fn questions(walk: &mut Walk<'_>) {
    walk.page.go_to(&walk.page.piece("reflect", "being-recognised"));
    walk.look("question");
    walk.press("Add a note");
    walk.page.fill(&pseudo("A note, if you like"), NOTE);
    walk.press("Usually");
    walk.press("I had not thought about this before");
    walk.look("question-answered");
    walk.press("Next");
    walk.press("Skip");
    walk.press("Rather not say");
    walk.press("Back");
    walk.arrive("Today");
    walk.look("today-begun");
    walk.page.reload();
    walk.page.go_to(&walk.page.piece("reflect", "being-recognised"));
    walk.page.wait_text(STOPPED);
    walk.look("question-resumed");
    walk.press("Depends where I am");
    walk.arrive("What you said");
    walk.look("closing");
}

fn coin(walk: &mut Walk<'_>) {
    walk.visit("coins", "#/coins");
    for id in ["settler-colonialism", "heterosexism"] {
        walk.visit(&format!("coin-{id}"), &walk.page.piece("coins", id));
    }
    walk.page.go_to(&format!("{}/place", walk.page.piece("coins", "settler-colonialism")));
    walk.press("It changes with where I am or who I am with");
    for (at, side) in [(1, "Top"), (2, "Bottom")] {
        walk.press("Add a place");
        let group = pseudo("Place {at}").replace("{at}", &at.to_string());
        walk.page.fill_in(&group, &pseudo("Place or people"), OWN[at]);
        walk.page.click_in(&group, &pseudo(side));
    }
    walk.look("placing");
    walk.press("Save");
    walk.page.wait_h1(&pseudo("Settler colonialism"));
    walk.look("coin-placed");
}

fn write(walk: &mut Walk<'_>) {
    walk.visit("write", "#/write");
    walk.page.go_to(&walk.page.piece("write", "what-so-what-now-what"));
    for _ in 0..3 {
        walk.page.fill(&pseudo("Your words"), LINE);
        walk.look("form");
        walk.press("Next");
    }
    walk.arrive("Your entry is saved");
    walk.look("written");
    walk.press("See it in the journal");
    walk.page.wait_text(LINE);
    walk.look("entry");
    walk.press("Delete");
    walk.look("entry-delete");
    walk.press("Edit");
    walk.arrive("Edit");
    walk.look("edit");
    walk.visit("journal", "#/journal");
    walk.visit("happened", &walk.page.piece("write", "something-happened"));
}

#[test]
fn longer_words_are_not_cut_off_and_no_word_is_left_in_english() {
    let variant = Variant::with_pseudo("ltr");
    let site = Site::serve(variant.folder());
    each_engine(|engine| {
        let mut wrong = Vec::new();
        for (size, looks) in [("320", Looks::narrow()), ("390", Looks::phone())] {
            let page = open(engine, &site, &looks.still());
            let mut walk = Walk { page: &page, size, wrong: Vec::new() };
            walk.page.wait_h1(&pseudo("A quiet place to look at privilege"));
            walk.look("welcome");
            walk.press("Only me");
            walk.arrive("Today");
            walk.look("today");
            walk.visit("reflect", "#/reflect");
            for kind in ["questions", "exercises", "moments", "checks", "ways-to-write"] {
                walk.visit(kind, &format!("#/reflect/{kind}"));
            }
            questions(&mut walk);
            for id in ["misgendered-at-handover", "rewrite-the-problem", "before"] {
                walk.visit(&format!("step-{id}"), &page.piece("reflect", id));
            }
            coin(&mut walk);
            write(&mut walk);
            for screen in ["settings", "about", "nowhere", "steps", "steps/new", "lock", "backup", "restore", "export"]
            {
                walk.visit(&screen.replace('/', "-"), &format!("#/{screen}"));
            }
            for screen in ["erase", "cards", "lines", "compare", "hand-in", "guide", "language"] {
                walk.visit(screen, &format!("#/{screen}"));
            }
            walk.visit("card", &page.piece("cards", "pain-and-being-believed"));
            page.assert_no_errors();
            wrong.extend(walk.wrong);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Takes a language into use, by its name.
fn speak(page: &Page, name: &str, button: &str, then: &str) {
    page.go_to("#/language");
    page.click(name);
    page.click(button);
    page.arrive(then);
}

/// Goes on to the next question, and gives its words.
fn next(page: &Page, button: &str) -> String {
    let before = page.h1();
    page.click(button);
    page.wait_until("the next question", &format!("document.querySelector('h1')?.textContent.trim() !== {before:?}"));
    page.h1()
}

fn english(page: &Page) {
    speak(page, "English", &pseudo("Use this language"), "Language");
    assert_eq!(page.run("return document.documentElement.lang"), "en", "{}", page.engine());
}

fn other(page: &Page) {
    speak(page, &pseudo("English"), "Use this language", &pseudo("Language"));
    assert_eq!(page.run("return document.documentElement.lang"), PSEUDO, "{}", page.engine());
}

#[test]
fn the_language_changes_at_any_step_and_the_place_is_kept() {
    let variant = Variant::with_pseudo("ltr");
    let site = Site::serve(variant.folder());
    each_engine(|engine| {
        let page = open(engine, &site, &Looks::narrow().still());
        page.click(&pseudo("Only me"));
        page.arrive(&pseudo("Today"));
        // In the middle of an inventory.
        let questions = page.piece("reflect", "being-recognised");
        page.go_to(&questions);
        let second = next(&page, &pseudo("Usually"));
        page.click(&pseudo("Add a note"));
        page.fill(&pseudo("A note, if you like"), NOTE);
        page.click(&pseudo("Rarely"));
        english(&page);
        page.go_to(&questions);
        assert_eq!(pseudo(&page.h1()), second, "{engine}: the same question");
        assert_eq!(page.value("A note, if you like"), NOTE, "{engine}");
        let chosen = "return document.querySelector('.choices input:checked')?.value";
        assert_eq!(page.run(chosen), "rarely", "{engine}");
        // In the middle of an entry, and now without loading the page anew.
        let form = page.piece("write", "what-so-what-now-what");
        page.go_to(&form);
        page.fill("Your words", LINE);
        let second = next(&page, "Next");
        page.fill("Your words", NOTE);
        // The form's own address begins another entry.
        let begun = page.address().split_once('#').map(|(_, route)| format!("#{route}")).expect("a route");
        page.run("window.obverseStays = true");
        other(&page);
        page.go_to(&begun);
        assert_eq!(page.h1(), pseudo(&second), "{engine}: the same question");
        assert_eq!(page.value(&pseudo("Your words")), NOTE, "{engine}");
        assert_eq!(page.run("return window.obverseStays"), true, "{engine}: the page was loaded anew");
        // What was chosen is so from the first paint on.
        page.reload();
        page.wait_h1(&pseudo(&second));
        page.assert_no_errors();
    });
}

#[test]
fn what_is_held_in_memory_alone_outlives_a_change_of_language() {
    let variant = Variant::with_pseudo("ltr");
    let site = Site::serve(variant.folder());
    each_engine(|engine| {
        let page = open(engine, &site, &Looks::phone().still());
        page.click(&pseudo("Shared device: nothing is saved"));
        page.arrive(&pseudo("Today"));
        page.go_to(&page.piece("write", "what-so-what-now-what"));
        page.fill(&pseudo("Your words"), LINE);
        english(&page);
        page.go_to("#/journal");
        page.wait_text(LINE);
        page.wait_text("In progress");
        page.assert_no_errors();
    });
}

#[test]
fn it_starts_in_the_first_of_the_browsers_languages_that_there_is() {
    let wants = |list: &str| {
        let script = format!("Object.defineProperty(navigator, 'languages', {{ get: () => {list} }})");
        Variant::with_pseudo("ltr").first(&script)
    };
    for (list, language) in
        [("['tlh', 'en-XA-u-nu-latn', 'en']", PSEUDO), ("['tlh', 'en-NZ', 'en-XA']", "en"), ("['tlh']", "en")]
    {
        let variant = wants(list);
        let site = Site::serve(variant.folder());
        each_engine(|engine| {
            let page = Page::open_new(engine, &site, &Looks::phone().still());
            assert_eq!(page.run("return document.documentElement.lang"), language, "{engine} {list}");
            let title = "A quiet place to look at privilege";
            page.wait_h1(&if language == PSEUDO { pseudo(title) } else { title.to_owned() });
        });
    }
}

#[test]
fn with_one_language_there_is_nothing_to_choose() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me");
        page.go_to("#/settings");
        assert!(!page.can_click("Language"), "{engine}");
    });
}

#[test]
fn lines_may_run_the_other_way() {
    let variant = Variant::with_pseudo("rtl");
    let site = Site::serve(variant.folder());
    each_engine(|engine| {
        let page = open(engine, &site, &Looks::narrow().still());
        assert_eq!(page.run("return document.documentElement.dir"), "rtl", "{engine}");
        page.click(&pseudo("Only me"));
        page.arrive(&pseudo("Today"));
        for (name, route) in [
            ("settings", "#/settings".to_owned()),
            ("step", "#/steps/new".into()),
            ("coin", page.piece("coins", "ableism")),
        ] {
            page.go_to(&route);
            page.shot(&format!("rtl-{name}"));
            assert_eq!(page.clipped(), Vec::<String>::new(), "{engine}: {name}");
            let over = page.run("return document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
            assert_eq!(over, 0, "{engine}: {name} scrolls sideways");
        }
    });
}

#[test]
fn words_in_a_script_from_right_to_left_stand_at_the_right() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone());
        page.write("كان يوما طويلا.");
        page.open("#/journal");
        page.arrive("Journal");
        page.run("document.querySelector('main .month .row a').click()");
        page.wait_until("the entry", "document.querySelector('main .mine-words')");
        let at_the_right = page.run(
            "const words = document.querySelector('main .mine-words');
             const text = document.createRange();
             text.selectNodeContents(words);
             const [text_box, box] = [text.getBoundingClientRect(), words.getBoundingClientRect()];
             return Math.abs(text_box.right - box.right) < 2 && text_box.left - box.left > 20",
        );
        assert_eq!(at_the_right, true, "[{engine}] on its page");
    });
}
