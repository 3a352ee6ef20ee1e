//! The two stores of the browser. Both are probed before `gloo-storage` is asked for them, because it
//! panics where the browser denies storage.
//!
//! A fault in reading one record must not make all others unreachable. So the key that is being read is left where the
//! rescue page (`public/rescue.js`) finds it, and what was set aside there for this tab is given out as unreadable: the vault
//! then shows it as such and leaves it as it is.

use super::page::window;
use crate::state::SET_ASIDE;
use gloo_storage::Storage as _;
use obverse_core::vault::{Shelf, ShelfError};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The property of the window that holds the key being read.
const READING: &str = "obverseReading";
/// The key in `sessionStorage` of the keys set aside, one a line.
const ASIDE: &str = "ob/aside";

thread_local! {
    /// Whether the key being read is let go of at the end of this turn.
    static READ: Cell<bool> = const { Cell::new(false) };
}

/// Remembers what is being read until this turn of the page is over: a panic ends the turn.
fn reading(key: &str) {
    let _ = js_sys::Reflect::set(&window(), &READING.into(), &key.into());
    if !READ.replace(true) {
        wasm_bindgen_futures::spawn_local(async { read_whole() });
    }
}

/// All that was read was whole: what goes wrong from here on is not due to a record's form.
pub fn read_whole() {
    READ.set(false);
    let _ = js_sys::Reflect::set(&window(), &READING.into(), &JsValue::NULL);
}

/// The keys that were set aside in this tab.
fn set_aside() -> Vec<String> {
    let store = window().session_storage().ok().flatten();
    let listed = store.and_then(|store| store.get_item(ASIDE).ok().flatten()).unwrap_or_default();
    listed.lines().map(str::to_owned).collect()
}

/// `localStorage`.
#[derive(Debug)]
pub struct LocalShelf {
    store: Storage,
    aside: Vec<String>,
}

impl LocalShelf {
    /// The store, if the browser lends it and can write to it at least in principle.
    pub fn probe() -> Option<Self> {
        match window().local_storage() {
            Ok(Some(_)) => Some(LocalShelf { store: gloo_storage::LocalStorage::raw(), aside: set_aside() }),
            _ => None,
        }
    }

    fn is_aside(&self, key: &str) -> bool {
        self.aside.iter().any(|aside| aside == key)
    }
}

/// `sessionStorage`: what is being typed, until it is kept.
#[derive(Debug)]
pub struct SessionShelf(Storage);

impl SessionShelf {
    /// The store, if the browser lends it.
    pub fn probe() -> Option<Self> {
        match window().session_storage() {
            Ok(Some(_)) => Some(SessionShelf(gloo_storage::SessionStorage::raw())),
            _ => None,
        }
    }
}

fn keys(store: &Storage) -> Result<Vec<String>, ShelfError> {
    let count = store.length().map_err(denied)?;
    (0..count).filter_map(|place| store.key(place).map_err(denied).transpose()).collect()
}

fn set(store: &Storage, key: &str, value: &str) -> Result<(), ShelfError> {
    store.set_item(key, value).map_err(|why| {
        let name = js_sys::Reflect::get(&why, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => ShelfError::Full,
            _ => ShelfError::Denied,
        }
    })
}

fn denied(_: JsValue) -> ShelfError {
    ShelfError::Denied
}

impl Shelf for LocalShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        keys(&self.store)
    }
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        let value = self.store.get_item(key).map_err(denied)?;
        if self.is_aside(key) {
            return Ok(value.map(|value| format!("{SET_ASIDE}{value}")));
        }
        reading(key);
        Ok(value)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        set(&self.store, key, value)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.store.remove_item(key).map_err(denied)?;
        // Only erasing everything removes what was set aside: then nothing is left of it.
        if self.is_aside(key)
            && let Ok(Some(store)) = window().session_storage()
        {
            store.remove_item(ASIDE).map_err(denied)?;
        }
        Ok(())
    }
}

impl Shelf for SessionShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        keys(&self.0)
    }
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.0.get_item(key).map_err(denied)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        set(&self.0, key, value)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.0.remove_item(key).map_err(denied)
    }
}
