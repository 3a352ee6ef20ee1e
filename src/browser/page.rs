//! The document around the app.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions};

pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a window")
}

pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

pub(super) fn root() -> web_sys::Element {
    document().document_element().expect("a document has an element")
}

/// The element the app is mounted in, emptied of its first paint and of whatever stood there for somebody new.
pub fn app_root() -> HtmlElement {
    let element = document().get_element_by_id("app").expect("index.html has #app");
    element.set_text_content(None);
    let _ = root().remove_attribute(FIRST);
    element.unchecked_into()
}

/// What stands behind the address, `#` included.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The locale the person wants, among those index.html offers: `start.js` has found it.
pub fn locale() -> String {
    root().get_attribute("lang").unwrap_or_else(|| "en".into())
}

/// The address of a locale's file: `shell`, whose address the build wrote into index.html, or one that stands beside it.
pub fn content_file(file: &str, locale: &str) -> Option<String> {
    let selector = ["meta[name=ob-shell][data-ob-locale=", locale, "]"].concat();
    let shell = document().query_selector(&selector).ok().flatten()?.get_attribute("content")?;
    Some(shell.replace(".shell.", &[".", file, "."].concat()))
}

/// The languages that index.html offers, each in a line of its head: tag, name and direction.
pub fn languages() -> Vec<[String; 3]> {
    let mut all = Vec::new();
    let mut next = document().query_selector("[data-ob-name]").ok().flatten();
    while let Some(one) = next {
        if one.has_attribute("data-ob-name") {
            let said = |name: &str| one.get_attribute(name).unwrap_or_default();
            all.push(["data-ob-locale", "data-ob-name", "data-ob-dir"].map(said));
        }
        next = one.next_element_sibling();
    }
    all
}

/// Puts the focus on the page's heading and its top in view; or on the part of the page that was come for, if it says so.
pub fn focus_heading() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let part = find("main [data-come-for]");
    match &part {
        Some(part) => part.scroll_into_view(),
        None => scroll_to(0.0),
    }
    if let Some(heading) = part.or_else(|| find("main h1")) {
        let heading: HtmlElement = heading.unchecked_into();
        // A problem with focus is no reason to stop: the page is there.
        let _ = heading.focus();
    }
}

fn scroll_to(top: f64) {
    let so_far = ScrollToOptions::new();
    so_far.set_top(top);
    window().scroll_to_with_scroll_to_options(&so_far);
}

/// Scrolls the page so far, and puts the focus on the link in it that leads `to`; on the heading if none does.
pub(super) fn stand_again(to: &str, top: f64) {
    match document().query_selector(&["main a[href='", to, "']"].concat()).ok().flatten() {
        Some(link) => {
            scroll_to(top);
            // Scrolls no further, unless the list has changed meanwhile and the link stands elsewhere.
            let link: HtmlElement = link.unchecked_into();
            let _ = link.focus();
        }
        None => focus_heading(),
    }
}

/// Whether the browser cannot read what stands in the field with this id: a date without its year, say.
pub(super) fn half_filled(field: &str) -> bool {
    let property = |of: JsValue, name: &str| js_sys::Reflect::get(&of, &JsValue::from_str(name)).ok();
    let field = document().get_element_by_id(field);
    let bad = field.and_then(|field| property(property(field.into(), "validity")?, "badInput"));
    bad.is_some_and(|bad| bad.is_truthy())
}

/// Whether a field has the focus. Asked of the document: a window in the background matches no `:focus` in WebKit.
pub(super) fn in_field() -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.matches("input, select, textarea").unwrap_or_default())
}

/// Puts the focus on the first that this selector names, if there is one.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls no further than it takes to see the first that this selector names.
pub(super) fn bring_into_view(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Puts the focus on the heading, once the screen that was asked for is drawn.
pub fn focus_soon() {
    gloo_timers::callback::Timeout::new(0, focus_heading).forget();
}

/// Goes to an address (a `#...`).
pub fn go(hash: &str) {
    // Setting the fragment cannot fail; the listener on `hashchange` does the rest.
    let _ = window().location().set_hash(hash);
}

/// Waits for so many milliseconds.
pub async fn pause(ms: i32) {
    let over = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
    });
    let _ = JsFuture::from(over).await;
}

/// Sets the document's title.
pub fn name(title: &str) {
    document().set_title(title);
}

/// Tells the page's own scripts, and whoever measures by this mark, that the app can be used.
pub fn usable(mark: &str) {
    let _ = root().set_attribute("data-ready", "true");
    if let Some(performance) = window().performance() {
        let _ = performance.mark(mark);
    }
}

/// Whether this is the home-screen app rather than a browser tab.
pub fn standalone() -> bool {
    window().match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether the system is that of an iPhone or an iPad, which gives itself out as a Mac with a touch screen.
pub fn is_ios() -> bool {
    let navigator = window().navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
        || (agent.contains("Macintosh") && navigator.max_touch_points() > 1)
}

/// Hands over to the plain page that offers the stored data. `place` must hold nothing of the person's; `why` is one of
/// the reasons in `public/index.html`.
pub fn rescue(place: &str, why: &str) {
    call("obverseRescue", [place, why]);
}

/// Whether that page is shown.
pub fn is_rescued() -> bool {
    root().has_attribute("data-rescue")
}

/// Which way the page goes: `first` for somebody new, `app` for everybody else, `started` once the app is there, `framed` inside
/// another page. `public/start.js` sets it.
const PROGRAM: &str = "data-program";

/// Which of the screens that stand in the page itself is shown to somebody new: `welcome`, `today`, `shared`, `cover` or `wait`.
/// `public/first.js` sets it.
const FIRST: &str = "data-first";

/// Returns which of the screens that stand in the page itself is shown, until the program draws. None for whoever is not new.
pub fn first() -> Option<String> {
    root().get_attribute(FIRST)
}

/// Takes what was pressed on such a screen: the `answer` to the first one, the `way` in that was taken, or whether the `cover` is
/// wanted. None if nothing was since it was last taken.
pub fn first_pressed(what: &str) -> Option<String> {
    let name = ["data-", what].concat();
    let pressed = root().get_attribute(&name)?;
    let _ = root().remove_attribute(&name);
    Some(pressed)
}

/// Tells the page's own scripts, and whoever measures, that the app is there.
pub fn started() {
    let _ = root().set_attribute(PROGRAM, "started");
    usable("ob-whole");
}

/// Tells whoever waits for it that nothing of the program or its words is on its way any more.
pub fn all_there() {
    let _ = root().set_attribute("data-all", "");
}

/// Whether the host has another version than that of this page: a file of the program comes, but is not the one that this page was
/// built with, or it is gone. `file` is looked at too, if one is named.
pub async fn is_mixed(file: Option<&str>) -> bool {
    match promised("obverseMixed", file.unwrap_or_default()) {
        Some(told) => JsFuture::from(told).await.is_ok_and(|mixed| mixed.is_truthy()),
        None => false,
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Calls a function of the page's own scripts, in `public/`, and returns what that does.
fn call(name: &str, with: [&str; 2]) -> Option<JsValue> {
    let window = window();
    let function = js_sys::Reflect::get(&window, &JsValue::from_str(name)).ok()?;
    let [first, second] = with.map(JsValue::from_str);
    function.dyn_into::<js_sys::Function>().ok()?.call2(&window, &first, &second).ok()
}

/// The same of one that promises something.
pub(super) fn promised(name: &str, with: &str) -> Option<Promise> {
    call(name, [with, ""])?.dyn_into().ok()
}

/// The version that the build wrote into index.html; none while serving.
pub(super) fn build_version() -> Option<String> {
    document().query_selector("meta[name=ob-version]").ok().flatten()?.get_attribute("content")
}

/// The folder of this version's files, in which the words stand too: `./` while serving.
pub(super) fn build_folder() -> String {
    let words = content_file("shell", &locale()).unwrap_or_default();
    words.rfind('/').map_or_else(String::new, |end| words[..=end].to_owned())
}

/// The hash of a file of the programs, as the build wrote it into index.html; empty while serving.
pub(super) fn file_hash(file: &str) -> String {
    let listed = document().query_selector("meta[name=ob-files]").ok().flatten();
    let listed = listed.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let mut words = listed.split(' ').skip_while(|word| *word != file);
    words.nth(1).unwrap_or_default().to_owned()
}
