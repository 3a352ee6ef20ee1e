use super::{clipboard, erased, field, files, page, updates, worker};
use crate::state::{Field, Happened, Host, Timer};
use gloo_timers::callback::Timeout;
use obverse_core::errand::{Answer, Errand};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The window, as the state sees it.
#[derive(Clone, Copy, Debug)]
pub struct Window;

impl Host for Window {
    fn go(&self, hash: &str) {
        page::go(hash);
    }

    fn replace(&self, hash: &str) {
        let _ = page::window().location().replace(hash);
    }

    fn address(&self) -> String {
        let place = page::window().location();
        [place.origin(), place.pathname()].into_iter().flatten().collect()
    }

    fn part_failed(&self) {
        spawn_local(async {
            if page::is_mixed(None).await {
                worker::tell_mixed();
            }
        });
    }

    fn title(&self, title: &str) {
        page::name(title);
    }

    fn focus_heading(&self) {
        page::focus_heading();
    }

    fn focus(&self, selector: &str) {
        page::focus(selector);
    }

    fn bring_into_view(&self, selector: &str) {
        page::bring_into_view(selector);
    }

    fn by_hand(&self) -> bool {
        page::root().has_attribute("data-by-hand")
    }

    fn in_field(&self) -> bool {
        page::in_field()
    }

    fn scrolled(&self) -> f64 {
        page::window().scroll_y().unwrap_or_default()
    }

    fn stand_again(&self, to: &str, top: f64) {
        page::stand_again(to, top);
    }

    fn half_filled(&self, field: &str) -> bool {
        page::half_filled(field)
    }

    fn mark(&self, name: &str, value: &str) {
        let _ = page::root().set_attribute(name, value);
    }

    fn typed(&self, field: &Field) -> String {
        field::typed(field)
    }

    fn retype(&self, field: &Field, text: &str) {
        field::retype(field, text);
    }

    fn left_out(&self, field: &Field, about: &Happened, most: usize) -> Option<String> {
        field::left_out(field, about, most)
    }

    fn print(&self) {
        let _ = page::window().print();
    }

    fn download(&self, name: &str, text: &str) {
        files::download(name, text);
    }

    fn copy(&self, text: &str, field: &str, done: Box<dyn FnOnce(bool)>) {
        clipboard::copy(text, field, done);
    }

    fn can_share(&self) -> bool {
        files::can_share()
    }

    fn share(&self, name: &str, text: &str, shared: Box<dyn FnOnce()>) {
        files::share(name, text, shared);
    }

    fn read_chosen(&self, field: &str, most: usize, read: Box<dyn FnOnce(Result<String, bool>)>) {
        files::read_chosen(field, most, read);
    }

    fn forget_app(&self, forgotten: Box<dyn FnOnce()>) {
        updates::forget(forgotten);
    }

    fn uptime(&self) -> i64 {
        // Whole milliseconds, exact in a float for longer than any page lives.
        page::window().performance().map_or(0, |performance| performance.now() as i64)
    }

    fn after(&self, ms: u32, then: Box<dyn FnOnce()>) -> Timer {
        Timer::new(Timeout::new(ms, then))
    }

    fn exclusively(&self, then: Box<dyn FnOnce()>) {
        spawn_local(async move {
            let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
            let inside = then.clone();
            let granted = Closure::once_into_js(move |_lock: JsValue| {
                if let Some(then) = inside.take() {
                    then();
                }
            });
            // Web Locks are missing on insecure origins: then it runs without one.
            if let Some(asked) = request_lock("ob/header", &granted) {
                let _ = JsFuture::from(asked).await;
            }
            if let Some(then) = then.take() {
                then();
            }
        });
    }

    fn ask_to_persist(&self, answered: Box<dyn FnOnce(bool)>) {
        spawn_local(async move {
            let storage = page::window().navigator().storage();
            let Ok(promise) = storage.persist() else { return };
            if let Ok(answer) = JsFuture::from(promise).await {
                answered(answer.is_truthy());
            }
        });
    }

    fn persisted(&self, answered: Box<dyn FnOnce(bool)>) {
        spawn_local(async move {
            let navigator = page::window().navigator();
            if !js_sys::Reflect::get(&navigator, &"storage".into()).is_ok_and(|storage| storage.is_object()) {
                return;
            }
            let Ok(promise) = navigator.storage().persisted() else { return };
            if let Ok(answer) = JsFuture::from(promise).await {
                answered(answer.is_truthy());
            }
        });
    }

    fn ask_before_leaving(&self, ask: bool) {
        thread_local! {
            static ASK: Closure<dyn Fn(web_sys::Event)> = Closure::new(|event: web_sys::Event| event.prevent_default());
        }
        ASK.with(|asking| {
            page::window().set_onbeforeunload(ask.then(|| asking.as_ref().unchecked_ref()));
        });
    }

    fn mark_erased(&self, store: &str, marked: Box<dyn FnOnce(bool)>) {
        erased::mark_erased(store, marked);
    }

    fn errand_soon(&self) {
        worker::ahead();
    }

    fn errand(&self, errand: Errand, answered: Box<dyn FnOnce(Answer)>) -> Timer {
        Timer::new(worker::errand(errand, answered))
    }
}

/// `navigator.locks.request(name, granted)`, by name: `web-sys` still counts Web Locks as unstable.
fn request_lock(name: &str, granted: &JsValue) -> Option<js_sys::Promise> {
    let navigator = page::window().navigator();
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: js_sys::Function = js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call2(&locks, &name.into(), granted).ok()?.dyn_into().ok()
}
