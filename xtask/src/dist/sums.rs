//! `SHA256SUMS`: the hash of every file of a build, in the form that `sha256sum -c` reads. It lets a host see that all
//! files arrived, and anybody compare two builds of one commit.

use crate::{Outcome, place};
use obverse_core::seal::digest;
use std::path::Path;

/// The name of the list, which stands beside the files and does not name itself.
pub(super) const FILE: &str = "SHA256SUMS";

/// Writes the list of all files that are in the folder by now.
pub(super) fn write(folder: &Path) -> Outcome {
    let mut list = String::new();
    for path in place::files(folder)?.iter().filter(|path| *path != FILE) {
        list.push_str(&line(path, &place::read_bytes(&folder.join(path))?));
    }
    place::write(&folder.join(FILE), list)
}

/// A file's hash in hex, two blanks, and its name.
fn line(path: &str, bytes: &[u8]) -> String {
    let hash: String = digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hash}  {path}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_line_as_sha256sum_writes_it_and_the_list_has_none() {
        let folder = std::env::temp_dir().join(format!("obverse-sums-{}", std::process::id()));
        place::write(&folder.join("index.html"), "abc").expect("a temporary folder");
        place::write(&folder.join("icons/icon.svg"), "").expect("a temporary folder");
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  icons/icon.svg";
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  index.html";
        for _ in 0..2 {
            write(&folder).expect("a temporary folder");
            let list = place::read(&folder.join(FILE));
            assert_eq!(list, Ok(format!("{empty}\n{abc}\n")));
        }
        std::fs::remove_dir_all(&folder).expect("it was made above");
    }
}
