//! The service worker: registered once the app can be used, so that it never slows the first opening.

use super::page::{build_version, window};
use crate::state::Offline;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

/// A newer version that waits to be used.
#[derive(Clone, Debug)]
pub struct Updates(ServiceWorker);

impl Updates {
    /// Uses the newer version: it takes over, and the page is loaded anew.
    pub fn take(&self) {
        if let Some(container) = container() {
            reload_on_takeover(&container);
        }
        say(&self.0, "skip-waiting");
    }
}

/// What the service worker tells.
struct Told {
    ready: Box<dyn Fn(Updates)>,
    offline: Box<dyn Fn(Offline)>,
}

fn say(worker: &ServiceWorker, what: &str) {
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &"type".into(), &what.into());
    if let Some(version) = build_version() {
        let _ = js_sys::Reflect::set(&message, &"version".into(), &version.into());
    }
    let _ = worker.post_message(&message);
}

fn container() -> Option<ServiceWorkerContainer> {
    // Missing on insecure origins and in some private windows.
    let container = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}

/// Whether this page was loaded anew rather than come to: by the person, or for a newer version that was taken unasked.
pub fn reloaded() -> bool {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let how = window().performance().and_then(|performance| field(&field(&performance, "navigation")?, "type"));
    how.and_then(|how| how.as_f64()) == Some(1.0)
}

/// Registers the service worker. Tells when a newer version is ready, and whether the app opens without a network.
pub fn watch(ready: impl Fn(Updates) + 'static, offline: impl Fn(Offline) + 'static) {
    let Some(container) = container() else { return offline(Offline::NotAllowed) };
    let told = Rc::new(Told { ready: Box::new(ready), offline: Box::new(offline) });
    listen(&container, told.clone());
    if let Some(controller) = container.controller() {
        say(&controller, "ran");
    }
    spawn_local(async move {
        match JsFuture::from(container.register("./sw.js")).await {
            Ok(registration) => follow(registration.unchecked_into(), told),
            // No network: the one at work serves this page, and says whether it has all of it.
            Err(_) => match container.controller() {
                Some(worker) => say(&worker, "whole"),
                None => (told.offline)(Offline::Refused),
            },
        }
    });
}

/// What a worker answers: whether it has all files of its version, or which version it is of.
fn listen(container: &ServiceWorkerContainer, told: Rc<Told>) {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let field = |name: &str| js_sys::Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
        match field("type").as_string().as_deref() {
            Some("whole") => {
                (told.offline)(if field("whole").is_truthy() { Offline::Ready } else { Offline::Refused });
            }
            Some("version") => {
                let Some(worker) = event.source().and_then(|source| source.dyn_into::<ServiceWorker>().ok()) else {
                    return;
                };
                if field("version").as_string() == build_version() {
                    // The same files under another script: it takes over, and nothing is to be loaded anew.
                    say(&worker, "skip-waiting");
                } else {
                    (told.ready)(Updates(worker));
                }
            }
            _ => {}
        }
    });
    // Whatever else is sent to this page is for another listener.
    let _ = container.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    heard.forget();
}

fn follow(registration: ServiceWorkerRegistration, told: Rc<Told>) {
    // Without one at work, the one that waits is the first, on its way in.
    if let Some(worker) = registration.active() {
        say(&worker, "whole");
        if let Some(waiting) = registration.waiting() {
            watch_one(&registration, waiting.clone(), told.clone());
            say(&waiting, "version");
        }
    }
    if let Some(worker) = registration.installing() {
        watch_one(&registration, worker, told.clone());
    }
    let found = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        if let Some(worker) = found.installing() {
            watch_one(&found, worker, told.clone());
        }
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
}

/// Follows a worker that is not at work yet.
fn watch_one(registration: &ServiceWorkerRegistration, worker: ServiceWorker, told: Rc<Told>) {
    let (found, of) = (registration.clone(), worker.clone());
    let on_state = Closure::<dyn FnMut(Event)>::new(move |_| match (of.state(), found.active()) {
        (ServiceWorkerState::Installed, Some(_)) => say(&of, "version"),
        (ServiceWorkerState::Activated, _) => say(&of, "whole"),
        // Of the first, a file did not come, or not as it was built.
        (ServiceWorkerState::Redundant, None) => (told.offline)(Offline::Refused),
        _ => {}
    });
    worker.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
    on_state.forget();
}

fn reload_on_takeover(container: &ServiceWorkerContainer) {
    let reload = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        let _ = window().location().reload();
    });
    container.set_oncontrollerchange(Some(reload.as_ref().unchecked_ref()));
    reload.forget();
}

/// Has the service worker take the app off this browser: its caches, and itself.
pub fn forget(forgotten: Box<dyn FnOnce()>) {
    let Some(container) = container() else { return forgotten() };
    spawn_local(async move {
        let found = JsFuture::from(container.get_registration()).await.ok().filter(JsValue::is_object);
        let Some(worker) = found.and_then(|found| found.unchecked_into::<ServiceWorkerRegistration>().active()) else {
            return forgotten();
        };
        let answered = Closure::once_into_js(move |_: JsValue| forgotten());
        container.set_onmessage(Some(answered.unchecked_ref()));
        say(&worker, "forget");
    });
}
