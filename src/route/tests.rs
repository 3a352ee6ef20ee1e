use super::*;
use obverse_core::vault::Entropy;
use proptest::prelude::*;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Fills with one byte after another, from this one on.
struct From(u8);

impl Entropy for From {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.iter_mut().zip(self.0..).for_each(|(byte, next)| *byte = next);
    }
}

fn salt(from: u8) -> Salt {
    Salt::random(&From(from))
}

fn any_route() -> impl Strategy<Value = Route> {
    let code = || any::<[u8; 3]>().prop_map(Code);
    let record = || any::<u128>().prop_map(|id| format!("{id:032x}").parse().expect("32 hex digits"));
    prop_oneof![
        Just(Route::Today),
        Just(Route::Reflect),
        Just(Route::Coins),
        Just(Route::Journal),
        Just(Route::Plain),
        Just(Route::Write),
        Just(Route::Settings),
        Just(Route::Language),
        Just(Route::About),
        Just(Route::Lock),
        Just(Route::Backup),
        Just(Route::Restore),
        Just(Route::Export),
        Just(Route::Print),
        Just(Route::Erase),
        Just(Route::Steps),
        Just(Route::Cards),
        Just(Route::Lines),
        Just(Route::Compare),
        Just(Route::HandIn),
        Just(Route::Guide),
        prop::sample::select(KINDS.to_vec()).prop_map(Route::Kind),
        code().prop_map(Route::Card),
        proptest::option::of(record()).prop_map(Route::NewStep),
        code().prop_map(Route::StepOn),
        record().prop_map(Route::Step),
        record().prop_map(Route::EditStep),
        code().prop_map(Route::Activity),
        code().prop_map(Route::Coin),
        code().prop_map(Route::Place),
        (code(), proptest::option::of(record())).prop_map(|(form, from)| Route::Form(form, from)),
        record().prop_map(Route::Entry),
        record().prop_map(Route::Edit),
        record().prop_map(Route::Record),
    ]
}

proptest! {
    #[test]
    fn what_is_formatted_is_parsed_back(route in any_route(), from in 0..99_u8) {
        prop_assert_eq!(Route::parse(&route.address(&salt(from)), &salt(from)), route);
    }

    #[test]
    fn nothing_breaks_it_and_what_it_reads_stands_for_itself(hash in "[#/a-f0-9\\PC]{0,80}") {
        let route = Route::parse(&hash, &salt(0));
        if route != Route::Missing {
            prop_assert_eq!(Route::parse(&route.address(&salt(0)), &salt(0)), route);
        }
    }

    #[test]
    fn an_address_of_another_session_leads_to_today(route in any_route()) {
        let then = Route::parse(&route.address(&salt(0)), &salt(100));
        prop_assert_eq!(then, if route.has_code() { Route::Today } else { route });
    }
}

#[test]
fn an_address_from_before_there_was_a_salt_leads_to_today() {
    for hash in ["#/coins/3d476a", "#/coins/3d476a/place", "#/reflect/350135", "#/cards/098b3e", "#/write/098b3e"] {
        assert_eq!(Route::parse(hash, &salt(0)), Route::Today, "{hash}");
    }
}

#[test]
fn no_address_changes_what_is_kept() {
    // It once turned the tab into one that keeps nothing.
    assert_eq!(Route::parse("#/shared", &salt(0)), Route::Missing);
}

#[test]
fn a_printed_code_leads_to_the_self_check() {
    assert_eq!(Route::parse(CHECK, &salt(0)), Route::Activity(Code::of(BEFORE)));
}

/// The ids and titles of all pieces there are, in every locale.
fn pieces() -> Vec<(String, String)> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let found = fs::read_dir(folder).expect("a folder of questionnaires/");
        found.map(|found| found.expect("an entry of it").path()).collect()
    };
    let locales = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires"));
    let kinds = locales.iter().filter(|path| path.is_dir()).flat_map(|locale| below(locale));
    let files = kinds.filter(|path| path.is_dir()).flat_map(|kind| below(&kind));
    let piece = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a piece");
        let title = text.lines().find(|line| line.starts_with("title = ") || line.starts_with("name = "));
        let id = path.file_stem().expect("a file's name is the piece's id").to_string_lossy().into_owned();
        (id, title.expect("a piece has a title or a name").to_owned())
    };
    files.filter(|path| path.extension().is_some_and(|end| end == "toml")).map(piece).collect()
}

#[test]
fn an_address_tells_no_topic() {
    let pieces = pieces();
    assert!(pieces.len() > 15, "{pieces:?}");
    // What anybody can work out from the names of the pieces.
    let known: Vec<String> = pieces.iter().map(|(id, _)| hex(&obverse_core::activity::code(id))).collect();
    let frames = ["#/reflect/", "#/coins/", "#/coins//place", "#/write/", "#/steps/on/", "#/cards/"];
    for (id, title) in &pieces {
        let code = Code::of(id);
        let routes = [
            Route::Activity(code),
            Route::Coin(code),
            Route::Place(code),
            Route::Form(code, None),
            Route::StepOn(code),
            Route::Card(code),
        ];
        for (route, frame) in routes.into_iter().zip(frames) {
            let [one, other] = [0, 100].map(|from| route.address(&salt(from)));
            assert_ne!(one, other, "{id} has one address for everybody");
            for (address, from) in [(one, 0), (other, 100)] {
                let written = salt(from).hide(code);
                // What is left without the code is the same for all pieces, and the code is digits.
                assert_eq!(address.replace(&written, ""), frame, "{id}, {title}");
                assert!(written.len() == 14 && written.bytes().all(|digit| digit.is_ascii_hexdigit()), "{address}");
                assert!(known.iter().all(|known| !address.contains(known)), "{address} can be looked up: {id}");
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
