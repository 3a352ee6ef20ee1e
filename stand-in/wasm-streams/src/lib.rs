//! What Leptos names of `wasm-streams`, to talk to servers with. Obverse talks to none. The crate itself exports
//! classes to the page, which no linker can leave out; see docs/performance.md.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

const NOT_HERE: &str = "nothing is streamed to or from a server";

/// A stream of the browser's. There is never one.
pub enum ReadableStream {}

impl ReadableStream {
    /// Would take a stream of the browser's.
    pub fn from_raw(_: web_sys::ReadableStream) -> ReadableStream {
        panic!("{NOT_HERE}")
    }

    /// Would make a stream for the browser.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        panic!("{NOT_HERE}")
    }

    /// Would hand it to the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// Would read it.
    pub fn into_stream(self) -> IntoStream {
        match self {}
    }
}

/// What is read from a stream. There is never one.
pub enum IntoStream {}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self.get_mut() {}
    }
}
