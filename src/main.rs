//! The app. Its parts are fetched when they are needed; see `src/chunk.rs`.

/// Far fewer bytes of program than the one that comes with the standard library; docs/performance.md has the figure.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    obverse::app::start();
}
