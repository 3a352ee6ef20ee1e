//! `_headers`: what a host should send, in the form that several static hosts read by themselves.

use super::Asset;
use crate::{Outcome, place};
use std::path::Path;

/// Fills `public/_headers` in: the policy, and that files with a hash in their name never change.
pub(super) fn write(folder: &Path, policy: &str, assets: &[Asset]) -> Outcome {
    let template = place::read(&place::root().join("public/_headers"))?;
    let hashed = assets.iter().filter(|asset| is_hashed(&asset.path));
    let lasting: String = hashed
        .map(|asset| {
            format!(
                "\n/{}\n  Cache-Control: public, max-age=31536000, immutable\n",
                asset.path.trim_start_matches("./")
            )
        })
        .collect();
    let text = template.replace("{policy}", policy).replace("{lasting}\n", &lasting);
    place::write(&folder.join("_headers"), text)
}

/// Whether a file's name carries a hash of its content: eight hex digits or more between other signs.
fn is_hashed(path: &str) -> bool {
    let hex = |word: &str| word.len() >= 8 && word.chars().all(|sign| matches!(sign, '0'..='9' | 'a'..='f'));
    path.split(['/', '.', '-', '_']).any(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_name_is_seen() {
        assert!(is_hashed("./obverse-1a2b3c4d5e6f7081_bg.wasm"));
        assert!(is_hashed("./en.shell.00ff00ff.json"));
        assert!(!is_hashed("./icons/icon-192.png"));
        assert!(!is_hashed("./manifest.webmanifest"));
    }
}
