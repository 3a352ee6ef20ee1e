//! The two stores of the browser. Both are probed before `gloo-storage` is asked for them, because it
//! panics where the browser denies storage.

use super::page::window;
use gloo_storage::Storage as _;
use obverse_core::vault::{Shelf, ShelfError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// `localStorage`.
#[derive(Debug)]
pub struct LocalShelf(Storage);

impl LocalShelf {
    /// The store, if the browser lends it and can write to it at least in principle.
    pub fn probe() -> Option<Self> {
        match window().local_storage() {
            Ok(Some(_)) => Some(LocalShelf(gloo_storage::LocalStorage::raw())),
            _ => None,
        }
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

macro_rules! shelf {
    ($shelf:ty) => {
        impl Shelf for $shelf {
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
    };
}

shelf!(LocalShelf);
shelf!(SessionShelf);
