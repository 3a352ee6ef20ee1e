use super::page::promised;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The text of one of the app's own files, which `public/start.js` fetches and compares with its hash; `None` if it could not
/// be had.
pub async fn text(address: &str) -> Option<String> {
    let response: Response = JsFuture::from(promised("obverseTake", address)?).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
