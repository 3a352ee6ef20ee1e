//! The first program: everything but the screens that are seldom needed, so that it is there soon.

/// A third of the bytes of the one that comes with the standard library.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    obverse::app::start(None);
}
