//! Files that the person takes away or brings.

use super::page::{document, window};
use crate::state::{SET_ASIDE, file_type};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url};

/// Offers `text` as a file under a neutral `name`, whose end says of which type it is.
pub fn download(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = BlobPropertyBag::new();
    kind.set_type(&[file_type(name), ";charset=utf-8"].concat());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the file over by the time the minute is up.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}

/// One line per stored key, as it stands in the store, for a person to keep and for somebody to recover from.
pub fn raw_log(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(key, value)| format!("{key}\t{}\n", value.strip_prefix(SET_ASIDE).unwrap_or(value))).collect()
}

/// Whether a file of text can be handed to another app.
pub fn can_share() -> bool {
    sharing("a.txt", "").is_some()
}

/// Hands `text` to another app as a file called `name`; calls back once that took it.
pub fn share(name: &str, text: &str, shared: Box<dyn FnOnce()>) {
    let Some(data) = sharing(name, text) else { return };
    let taken = window().navigator().share_with_data(&data);
    spawn_local(async move {
        // It is refused, too, when the person turns back: that is no trouble.
        if JsFuture::from(taken).await.is_ok() {
            shared();
        }
    });
}

/// A file for the share sheet, where there is one that takes it.
fn sharing(name: &str, text: &str) -> Option<ShareData> {
    let navigator = window().navigator();
    if !js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or_default() {
        return None;
    }
    let kind = FilePropertyBag::new();
    kind.set_type(file_type(name));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &kind).ok()?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    navigator.can_share_with_data(&data).then_some(data)
}

/// Reads the file chosen in the field with this id: its text, or whether it has more than `most` bytes.
pub fn read_chosen(field: &str, most: usize, read: Box<dyn FnOnce(Result<String, bool>)>) {
    let field = document().get_element_by_id(field);
    let files = field.and_then(|field| field.unchecked_into::<HtmlInputElement>().files());
    let Some(file) = files.and_then(|files| files.get(0)) else { return read(Err(false)) };
    // A size is a whole number, exact in a float as far as it matters here.
    if file.size() > most as f64 {
        return read(Err(true));
    }
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        read(text.ok().and_then(|text| text.as_string()).ok_or(false));
    });
}
