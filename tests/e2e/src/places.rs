//! Every screen that an address leads to, by name; and the addresses of pieces, which are others in every tab.

use crate::Page;
use serde_json::json;

/// The function `allPieces`, for scripts of journeys.
pub const ALL_PIECES: &str = include_str!("js/pieces.js");

/// The kind and the title of a piece, in the language of the page, out of the file that the page itself was given.
const PIECE: &str = "const [id, done] = arguments;
    allPieces().then(({ activities, coins, cards }) => {
        const one = [...activities, ...coins, ...cards].find((one) => one.id === id);
        done(one ? [one.kind ?? '', one.title ?? one.name] : null);
    })";

/// The link to a piece in the list of its kind, by its title.
const LINK: &str = "[...document.querySelectorAll('main a')].find((link) =>
    [link, ...link.querySelectorAll('*')].some((one) => one.textContent.trim() === TITLE))";

impl Page {
    /// Gives the address that a piece has in this tab, as the list of its kind has it: goes there. `tab` is `coins`,
    /// `reflect`, `write` or `cards`.
    pub fn piece(&self, tab: &str, id: &str) -> String {
        let found = self.run_async(&[ALL_PIECES, PIECE].concat(), json!([id]));
        let title = found[1].as_str().unwrap_or_else(|| self.fail(&format!("there is no piece {id:?}")));
        let list = match found[0].as_str() {
            Some("inventory") => "reflect/questions",
            Some("exercise") => "reflect/exercises",
            Some("scenario") => "reflect/moments",
            Some("check") => "reflect/checks",
            _ => tab,
        };
        self.go_to(&format!("#/{list}"));
        let link = LINK.replace("TITLE", &json!(title.trim()).to_string());
        self.wait_until(&format!("a link to {title:?}"), &link);
        let address = self.run(&format!("return {link}.getAttribute('href')"));
        let address = address.as_str().unwrap_or_default().to_owned();
        assert!(address.starts_with(&format!("#/{tab}/")), "[{}] {id} is at {address}", self.engine);
        address
    }
}

/// The screens' names and routes in this tab.
pub fn places(page: &Page) -> Vec<(&'static str, String)> {
    let at = |tab: &str, id: &str| page.piece(tab, id);
    vec![
        ("today", "#/".into()),
        ("reflect", "#/reflect".into()),
        ("questions", "#/reflect/questions".into()),
        ("runner", at("reflect", "being-heard")),
        ("scenario", at("reflect", "misgendered-at-handover")),
        ("exercise", at("reflect", "rewrite-the-problem")),
        ("coins", "#/coins".into()),
        ("coin", at("coins", "ableism")),
        ("place", at("coins", "ableism") + "/place"),
        ("journal", "#/journal".into()),
        ("plain", "#/plain".into()),
        ("write", "#/write".into()),
        ("form", at("write", "what-so-what-now-what")),
        ("happened", at("write", "something-happened")),
        ("settings", "#/settings".into()),
        ("about", "#/about".into()),
        ("missing", "#/nowhere".into()),
        ("check", "#/check/before".into()),
        ("cards", "#/cards".into()),
        ("card", at("cards", "pain-and-being-believed")),
        ("lines", "#/lines".into()),
        ("compare", "#/compare".into()),
        ("hand-in", "#/hand-in".into()),
        ("guide", "#/guide".into()),
        ("steps", "#/steps".into()),
        ("step-new", "#/steps/new".into()),
        ("lock", "#/lock".into()),
        ("backup", "#/backup".into()),
        ("restore", "#/restore".into()),
        ("export", "#/export".into()),
        ("print", "#/print".into()),
        ("language", "#/language".into()),
        ("erase", "#/erase".into()),
    ]
}
