//! Which journals were erased, noted where a kill of the browser cannot undo it. `localStorage` is on the disk only
//! seconds or minutes after it was changed; IndexedDB is when it says so. The note is a journal's random id and a time:
//! no word of anybody's.

use super::page::window;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction};

const DATABASE: &str = "obverse-erased";
const JOURNALS: &str = "journals";
/// A note is of no use once the browser has surely put its store on the disk: after thirty days, in milliseconds.
const OLD: f64 = 30.0 * 86_400_000.0;
/// The app opens without the notes if they are not there by then, in milliseconds.
const WAIT: i32 = 1_000;

/// The ids that were asked for, which may still be on their way.
pub type Asked = Promise;

/// Begins to read the ids of the journals that were erased.
pub fn ask_erased() -> Asked {
    let read = future_to_promise(async { Ok(read().await.map_or(JsValue::NULL, JsValue::from)) });
    let late = future_to_promise(async {
        super::page::pause(WAIT).await;
        Ok(JsValue::NULL)
    });
    Promise::race(&Array::of2(&read, &late))
}

/// Returns the ids that were asked for; none where the browser has no such place.
pub async fn erased(asked: Asked) -> Vec<String> {
    let found = JsFuture::from(asked).await.ok().and_then(|found| found.dyn_into::<Array>().ok());
    found.map(|ids| ids.iter().filter_map(|id| id.as_string()).collect()).unwrap_or_default()
}

/// Notes that a journal was erased, and calls back with whether that is on the disk.
pub fn mark_erased(id: &str, marked: Box<dyn FnOnce(bool)>) {
    let id = id.to_owned();
    spawn_local(async move {
        let done = write(&id).await.is_some();
        marked(done);
    });
}

async fn read() -> Option<Array> {
    let stored = window().local_storage().ok()??;
    // Where there is no journal, none can come back; and a place for notes that nobody made is not made by looking.
    stored.get_item("ob/h0").ok()??;
    let factory = window().indexed_db().ok()??;
    if !is_there(&factory).await {
        return None;
    }
    let database = opened(&factory).await?;
    let store = in_transaction(&database, "readwrite").ok()?.object_store(JOURNALS).ok()?;
    let ids: Array = answer(store.get_all_keys().ok()?).await?.dyn_into().ok()?;
    let times: Array = answer(store.get_all().ok()?).await?.dyn_into().ok()?;
    for (id, time) in ids.iter().zip(times.iter()) {
        if time.as_f64().is_none_or(|time| js_sys::Date::now() - time > OLD) {
            let _ = store.delete(&id);
        }
    }
    Some(ids)
}

async fn write(id: &str) -> Option<()> {
    let factory = window().indexed_db().ok()??;
    let database = opened(&factory).await?;
    let transaction = in_transaction(&database, "readwrite").ok()?;
    let store: IdbObjectStore = transaction.object_store(JOURNALS).ok()?;
    store.put_with_key(&js_sys::Date::now().into(), &id.into()).ok()?;
    let done = Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onerror(Some(&failed));
        transaction.set_onabort(Some(&failed));
    });
    JsFuture::from(done).await.ok()?;
    database.close();
    Some(())
}

/// Whether there are notes already, where the browser can tell.
async fn is_there(factory: &IdbFactory) -> bool {
    let Ok(list) = Reflect::get(factory, &"databases".into()).and_then(|list| list.dyn_into::<Function>()) else {
        return true;
    };
    let Ok(asked) = list.call0(factory).and_then(|asked| asked.dyn_into::<Promise>()) else { return true };
    let Ok(all) = JsFuture::from(asked).await else { return true };
    Array::from(&all).iter().any(|one| {
        Reflect::get(&one, &"name".into()).ok().and_then(|name| name.as_string()).as_deref() == Some(DATABASE)
    })
}

async fn opened(factory: &IdbFactory) -> Option<IdbDatabase> {
    let request = factory.open_with_u32(DATABASE, 1).ok()?;
    let new = request.clone();
    let made = Closure::once_into_js(move || {
        if let Ok(database) = new.result() {
            let _ = database.unchecked_into::<IdbDatabase>().create_object_store(JOURNALS);
        }
    });
    request.set_onupgradeneeded(Some(made.unchecked_ref()));
    answer(request.unchecked_into()).await?.dyn_into().ok()
}

/// A transaction that is over only once it is on the disk.
fn in_transaction(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin.call3(database, &JOURNALS.into(), &mode.into(), &options)?.dyn_into()
}

/// Waits for what a request comes to; `None` if it fails.
async fn answer(request: IdbRequest) -> Option<JsValue> {
    let done = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(done).await.ok()?;
    request.result().ok()
}
