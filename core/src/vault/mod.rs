//! How what a person writes is kept: the shelf, records and revisions, the header, the quota.

mod port;
pub use port::{Clock, Entropy, MemoryShelf, Shelf, ShelfError};
