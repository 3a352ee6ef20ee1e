//! Where somebody stands on a coin, in words.

use crate::words::word;
use obverse_core::reflection::Stand;

/// Returns the words of an answer to where one stands on a coin.
pub fn stand_words(stand: Stand) -> &'static str {
    match stand {
        Stand::Top => word::place::top(),
        Stand::Bottom => word::place::bottom(),
        Stand::Both => word::place::both(),
        Stand::Changes => word::place::changes(),
        Stand::ReadAs => word::place::read_as(),
        Stand::Unsure => word::place::unsure(),
        Stand::NoFit => word::place::no_fit(),
        Stand::RatherNotSay => word::place::rather_not(),
    }
}
