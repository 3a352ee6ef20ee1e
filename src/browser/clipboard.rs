//! Text that the person pastes elsewhere.

use super::page::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;

/// Puts `text` on the clipboard and calls back with whether that was done. If not, what stands in the field with this
/// id is selected.
pub fn copy(text: &str, field: &str, done: Box<dyn FnOnce(bool)>) {
    let asked = write(text);
    let field = field.to_owned();
    spawn_local(async move {
        let written = match asked {
            Some(asked) => JsFuture::from(asked).await.is_ok(),
            None => false,
        };
        if !written {
            select(&field);
        }
        done(written);
    });
}

/// `navigator.clipboard.writeText(text)`, by name: there is none on insecure origins.
fn write(text: &str) -> Option<js_sys::Promise> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let clipboard = Some(clipboard).filter(JsValue::is_object)?;
    let write: js_sys::Function = js_sys::Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

fn select(field: &str) {
    if let Some(Ok(field)) = document().get_element_by_id(field).map(JsCast::dyn_into::<HtmlTextAreaElement>) {
        let _ = field.focus();
        field.select();
    }
}
