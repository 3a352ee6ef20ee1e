//! The service worker: registered once the app can be used, so that it never slows the first opening.

use super::page::window;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

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

fn say(worker: &ServiceWorker, what: &str) {
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &"type".into(), &what.into());
    if let Some(version) = super::page::build_version() {
        let _ = js_sys::Reflect::set(&message, &"version".into(), &version.into());
    }
    let _ = worker.post_message(&message);
}

fn container() -> Option<ServiceWorkerContainer> {
    // Missing on insecure origins and in some private windows.
    let container = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}

/// Registers the service worker and tells when a newer version is ready.
pub fn watch(ready: impl Fn(Updates) + Clone + 'static) {
    let Some(container) = container() else { return };
    if let Some(controller) = container.controller() {
        say(&controller, "ran");
    }
    spawn_local(async move {
        let registration = JsFuture::from(container.register("./sw.js")).await;
        let Ok(registration) = registration else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        // Without one at work, the one that waits is the first, on its way in.
        if let Some(waiting) = registration.waiting().filter(|_| registration.active().is_some()) {
            ready(Updates(waiting));
        }
        let found = registration.clone();
        let on_found = Closure::<dyn FnMut()>::new(move || {
            let Some(installing) = found.installing() else { return };
            let ready = ready.clone();
            let (worker, found) = (installing.clone(), found.clone());
            let on_state = Closure::<dyn FnMut(Event)>::new(move |_| {
                if found.active().is_some() && worker.state() == ServiceWorkerState::Installed {
                    ready(Updates(worker.clone()));
                }
            });
            installing.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
            on_state.forget();
        });
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        on_found.forget();
    });
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
