//! The vault as a whole: crashes, faults, other tabs, a full shelf, and what earlier versions wrote.

mod erasing;
mod faults;
mod full;
mod golden;
mod headers;
mod lock_faults;
mod lock_full;
mod lock_mutations;
mod locking;
mod mutations;
mod parcel;
mod parcel_damage;
mod parcel_faults;
mod parcel_merge;
mod rig;
mod roundtrip;
mod saving;
mod subsets;
mod tabs;
mod time;
