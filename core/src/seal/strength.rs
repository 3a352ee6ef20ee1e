//! A hint how easily a passphrase is guessed. It looks at length, repetition and what many people choose; it counts
//! nothing else, since a more exact number would promise more than it can keep.

/// How a passphrase looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Too short to lock anything.
    Short,
    /// Among the first that would be tried.
    Common,
    /// It will do where nobody has the means to try for weeks.
    Fair,
    /// Long.
    Good,
}

/// The least length, in characters.
const LEAST: usize = 8;
/// From this length on it is called long.
const LONG: usize = 20;
/// Fewer different letters and digits than these are soon tried.
const KINDS: usize = 5;
/// What many choose, alone or with digits behind it.
const COMMON: &str = "password passwort passphrase letmein welcome iloveyou sunshine princess football baseball monkey \
dragon master superman batman qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbnm abcdefg abcdefgh trustno1 \
whatever starwars freedom computer internet secret changeme default admin login nurse doctor hospital medicine \
obverse journal privilege correcthorsebatterystaple";

/// How a passphrase looks.
pub fn strength(passphrase: &str) -> Strength {
    let length = passphrase.chars().count();
    if length < LEAST {
        return Strength::Short;
    }
    // By ASCII alone: what many choose is ASCII, and the tables of all scripts are a lot to download.
    let plain: String = passphrase.chars().filter(|letter| !is_between(*letter)).collect();
    let plain = plain.to_ascii_lowercase();
    let word = plain.trim_matches(|letter: char| letter.is_ascii_digit());
    let alone = word.len() < 4 || COMMON.split(' ').any(|common| word == common || plain == common);
    let mut kinds = Vec::new();
    for letter in plain.chars() {
        if kinds.len() < KINDS && !kinds.contains(&letter) {
            kinds.push(letter);
        }
    }
    if alone || kinds.len() < KINDS {
        Strength::Common
    } else if length < LONG {
        Strength::Fair
    } else {
        Strength::Good
    }
}

/// Whether a character stands between words.
fn is_between(letter: char) -> bool {
    letter.is_ascii_punctuation() || letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_short_what_is_common_and_what_is_long() {
        for (passphrase, expected) in [
            ("", Strength::Short),
            ("seven77", Strength::Short),
            ("password", Strength::Common),
            ("Password2026!", Strength::Common),
            ("1234567890", Strength::Common),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Common),
            ("abababababababababab", Strength::Common),
            ("12.04.1987", Strength::Common),
            ("Correct horse battery staple", Strength::Common),
            ("kelp on the tin", Strength::Fair),
            ("violets hum past the boathouse", Strength::Good),
            ("ночью идёт тихий снег за окном", Strength::Good),
        ] {
            assert_eq!(strength(passphrase), expected, "{passphrase}");
        }
    }
}
