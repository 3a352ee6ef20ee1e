//! A file as the first version wrote it opens for ever. It is never edited.

use obverse_core::errand::{Answer, Errand, run};
use std::{fs, path::PathBuf};

const PAYLOAD: &str = "{\"records\":[\"“One”, é, 🙂\",\"two\"]}\n";
const PASSPHRASE: &str = "the ferry leaves at ten past";

fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/v1/backup.txt")
}

#[test]
fn a_backup_of_the_first_version_opens() {
    let file = fs::read_to_string(fixture()).expect("the fixture is there");
    let answer = run(Errand::Unpack { passphrase: PASSPHRASE.into(), file }, &|| 0.0);
    assert_eq!(answer, Answer::Unpacked { payload: PAYLOAD.into(), records: 2 });
}

/// Writes the fixture where there is none yet.
#[test]
#[ignore = "writes a fixture"]
fn the_backup_is_written_once() {
    assert!(!fixture().exists(), "a fixture is never edited");
    let salt = *b"the salt of this";
    let nonce = *b"a nonce used only for it";
    let pack = Errand::Pack { passphrase: PASSPHRASE.into(), salt, nonce, payload: PAYLOAD.into(), records: 2 };
    let Answer::Packed { file } = run(pack, &|| 0.0) else { panic!("it was not packed") };
    fs::write(fixture(), file).expect("written");
}
