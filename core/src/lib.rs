//! Everything in Obverse that is true without a browser.
//!
//! - [`activity`]: what authors write: activities, their items, coins, sources.
//! - [`reflection`]: what a person writes: runs, placements, entries, steps to act.
//! - [`vault`]: how that is kept: records, revisions, headers, quota.
//! - [`seal`]: the only door to cryptography.
//! - [`errand`]: the slow secret work, asked of a worker.
//! - [`privacy`]: what in a text may tell who somebody is.
//! - [`sorting`]: lists in order.
//! - [`text`]: which texts look alike, and where one can be cut.
//! - [`json`]: the form of text that content and records stand in.
//!
//! Nothing here knows of Leptos, the DOM or `localStorage`; time, randomness and storage come in
//! through the ports [`vault::Clock`], [`vault::Entropy`] and [`vault::Shelf`].
#![forbid(unsafe_code)]

#[cfg(test)]
extern crate self as obverse_core;

pub mod activity;
pub mod errand;
pub mod json;
pub mod privacy;
pub mod reflection;
pub mod seal;
pub mod sorting;
pub mod text;
pub mod vault;
