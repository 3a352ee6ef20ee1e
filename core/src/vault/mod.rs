//! How what a person writes is kept: the shelf, records and revisions, the header, the quota.
//!
//! Every save is a new value under a new key, so that no write can harm an earlier one. Which revisions count is
//! worked out from what is there: the list is rebuilt by scanning keys, and any part of the latest writes may be
//! missing after a crash. `lineage` has the rules; `form` the stored forms, of which `v1` is the first; [`Vault`] is the
//! door.

mod books;
mod envelope;
mod erase;
mod form;
mod found;
mod header;
mod id;
mod journal;
mod lineage;
mod load;
mod lock;
mod locking;
mod moving;
mod parcel;
mod port;
mod record;
mod revision;
mod save;
mod slot;
mod sorted;
mod standing;
mod stored;
mod trouble;
mod turn;
mod v1;

mod watch;

pub use books::Usage;
pub use id::{NotAnId, RecordId, Rev};
pub use journal::{Condition, Vault};
pub use parcel::{Packed, Parcel, ParcelTrouble, Preview, Restored, Restoring};
pub use port::{Clock, Entropy, MemoryShelf, Shelf, ShelfError};
pub use record::{Head, Record, Unreadable};
pub use save::MOST_STORED;
pub use slot::{Holder, KeySlot, Opener};
pub use stored::{DraftOrigin, HeldDraft, stored_len};
pub use trouble::{KeepError, Trouble, UnlockError, Why};
pub use turn::Turn;
