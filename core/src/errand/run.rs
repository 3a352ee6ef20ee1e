use super::{Answer, Errand, Refusal, file};
use crate::privacy;
use crate::seal::{Cost, NONCE, SALT, stretch};

/// How long a passphrase may take on this device, in milliseconds.
const UNHURRIED: f64 = 500.0;

/// The costs that a journal is locked with, dearest first. The last is taken however long it takes.
const COSTS: [Cost; 4] =
    [Cost::MOST, Cost::BACKUP, Cost { kib: Cost::FLOOR.kib, passes: Cost::MOST.passes }, Cost::FLOOR];

/// Does an errand. `now_ms` is a clock that never goes back.
pub fn run(errand: Errand, now_ms: &dyn Fn() -> f64) -> Answer {
    let outcome = match errand {
        Errand::Stretch { passphrase, salt, cost } => {
            stretch(&passphrase, &salt, cost).map(|key| Answer::Key { key, cost }).map_err(Refusal::from)
        }
        Errand::Calibrate { passphrase, salt } => calibrate(&passphrase, &salt, now_ms),
        Errand::Pack { passphrase, salt, nonce, payload, records } => {
            pack(&passphrase, &salt, &nonce, &payload, records)
        }
        Errand::Unpack { passphrase, file } => unpack(&passphrase, &file),
        Errand::Look { text } => Ok(look_at(&text)),
    };
    outcome.unwrap_or_else(Answer::Refused)
}

fn look_at(text: &str) -> Answer {
    let (mut words, mut together) = (Vec::new(), Vec::new());
    for finding in privacy::look(text, &privacy::Words::english()) {
        let list = if finding.kind == privacy::Kind::Together { &mut together } else { &mut words };
        let word = text.get(finding.range).unwrap_or_default().to_owned();
        if !list.contains(&word) {
            list.push(word);
        }
    }
    Answer::Found { words, together }
}

/// Times the floor, and takes the dearest that should be done in time; at most one more is worked out.
fn calibrate(passphrase: &str, salt: &[u8; SALT], now_ms: &dyn Fn() -> f64) -> Result<Answer, Refusal> {
    let begun = now_ms();
    let key = stretch(passphrase, salt, Cost::FLOOR)?;
    let took = now_ms() - begun;
    let work = |cost: Cost| f64::from(cost.kib) * f64::from(cost.passes);
    let in_time = |cost: &Cost| took * work(*cost) / work(Cost::FLOOR) <= UNHURRIED;
    let dearest = COSTS.into_iter().find(in_time).filter(|cost| *cost != Cost::FLOOR);
    // A device may give the floor's memory and no more.
    match dearest.and_then(|cost| Some((cost, stretch(passphrase, salt, cost).ok()?))) {
        Some((cost, key)) => Ok(Answer::Key { key, cost }),
        None => Ok(Answer::Key { key, cost: Cost::FLOOR }),
    }
}

fn pack(
    passphrase: &str,
    salt: &[u8; SALT],
    nonce: &[u8; NONCE],
    payload: &str,
    records: u32,
) -> Result<Answer, Refusal> {
    let file = file::write(passphrase, Cost::BACKUP, salt, nonce, payload, records)?;
    // From the very text and the passphrase, as on the day it is needed.
    let again = file::read(&file).and_then(|sealed| sealed.open(passphrase));
    Ok(if again.as_deref() == Ok(payload) { Answer::Packed { file } } else { Answer::Failed })
}

fn unpack(passphrase: &str, file: &str) -> Result<Answer, Refusal> {
    let sealed = file::read(file)?;
    let payload = sealed.open(passphrase)?;
    Ok(Answer::Unpacked { payload, records: sealed.records })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// The cost chosen by a device that takes so long for the floor.
    fn chosen(floor_ms: f64) -> Option<Cost> {
        let now = Cell::new(-floor_ms);
        let clock = || {
            now.set(now.get() + floor_ms);
            now.get()
        };
        match run(Errand::Calibrate { passphrase: "a".into(), salt: [1; SALT] }, &clock) {
            Answer::Key { key, cost } => (Ok(key) == stretch("a", &[1; SALT], cost)).then_some(cost),
            _ => None,
        }
    }

    #[test]
    fn the_dearest_cost_that_is_done_in_time_is_chosen() {
        assert_eq!(chosen(60.0), Some(Cost { kib: 65_536, passes: 4 }));
        assert_eq!(chosen(187.0), Some(Cost { kib: 65_536, passes: 4 }));
        assert_eq!(chosen(188.0), Some(Cost { kib: 65_536, passes: 3 }));
        assert_eq!(chosen(251.0), Some(Cost { kib: 32_768, passes: 4 }));
        assert_eq!(chosen(376.0), Some(Cost { kib: 32_768, passes: 3 }));
        assert_eq!(chosen(9_000.0), Some(Cost { kib: 32_768, passes: 3 }));
        assert_eq!(chosen(f64::NAN), Some(Cost { kib: 32_768, passes: 3 }));
    }
}
