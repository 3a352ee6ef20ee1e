//! Obverse, the app.
//!
//! - [`app`]: the composition root.
//! - [`chunk`]: how the program is cut into parts that are fetched when they are needed.
//! - [`route`] holds addresses.
//! - [`browser`]: the only place that touches web-sys, js-sys and gloo.
//! - [`state`]: what the interface reads and does.
//! - [`ui`]: pages, parts, drawing.
//! - [`words`]: the words of the interface, typed.
#![forbid(unsafe_code)]

pub mod app;
pub mod browser;
pub mod chunk;
pub mod route;
pub mod state;
pub mod ui;
pub mod words;
