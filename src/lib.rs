//! Obverse.
