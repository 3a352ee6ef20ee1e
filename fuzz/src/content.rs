use obverse_core::activity::{Pieces, Shell, authoring::Locale};

#[path = "../../core/tests/authoring/sound.rs"]
#[allow(dead_code)]
mod sound;

/// What authors write: `s` and a shell, `p` and pieces, or a digit, `0` to `f`, for a file of a small locale and its text.
pub fn content(input: &[u8]) {
    let Some((how, rest)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match how {
        b's' => {
            if let Some(shell) = Shell::decode(&text) {
                same_shell(&shell);
            }
        }
        b'p' => {
            if let Some(pieces) = Pieces::decode(&text) {
                same_pieces(&pieces);
            }
        }
        b'0'..=b'9' => authored(usize::from(how - b'0'), &text),
        b'a'..=b'f' => authored(usize::from(how - b'a') + 10, &text),
        _ => {}
    }
}

/// What was read is written and read as the same.
fn same_shell(shell: &Shell) {
    let text = serde_json::to_string(shell).expect("plain data");
    assert_eq!(Shell::decode(&text).as_ref(), Some(shell));
}

fn same_pieces(pieces: &Pieces) {
    let text = serde_json::to_string(pieces).expect("plain data");
    assert_eq!(Pieces::decode(&text).as_ref(), Some(pieces));
}

/// Every problem is told at a line that is there, and what was understood is content that can be built.
fn authored(which: usize, text: &str) {
    let mut files = sound::files();
    let Some(file) = files.get_mut(which) else { return };
    file.1 = text.to_owned();
    let name = file.0.clone();
    let lines = text.lines().count() + 1;
    let (locale, problems) = Locale::read(files, "en");
    for one in problems.iter().filter(|one| one.file == name) {
        assert!((1..=lines).contains(&one.line), "{one} in {lines} lines");
    }
    same_shell(&locale.shell);
    same_pieces(&locale.pieces);
}
