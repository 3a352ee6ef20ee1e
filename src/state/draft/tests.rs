use super::*;
use crate::state::places::tests::{Rig, within};
use obverse_core::reflection::Stand;

fn empty() -> Placement {
    Placement { coin: "ableism".into(), revision: 1, stand: None, settings: Vec::new(), note: String::new() }
}

fn top(body: &mut Body) {
    if let Body::Placement(placement) = body {
        placement.stand = Some(Stand::Top);
        placement.note = "on days".into();
    }
}

fn held_in(rig: &Rig) -> usize {
    let keys = rig.tab.keys().expect("a shelf in memory is never denied");
    keys.iter().filter(|key| key.starts_with(PREFIX)).count()
}

/// What the journal holds.
fn kept(app: App) -> Vec<Body> {
    app.journal.bodies().into_iter().map(|(_, body)| body).collect()
}

#[test]
fn a_placement_is_recorded_by_saving_it_and_by_nothing_else() {
    within(|| {
        let rig = Rig::new();
        let app = rig.open_new("#/");
        app.enter();
        let screen = Owner::new();
        screen.with(|| {
            let draft = Draft::place(app, empty());
            assert_eq!(draft.keeping(), Keeping::Untouched);
            draft.change(top);
            assert_eq!(draft.keeping(), Keeping::Waiting);
            // A pause, the page hidden or left, the screen hidden: each keeps what is written elsewhere.
            draft.keep();
            app.flush();
            app.away(true);
            app.hide();
        });
        // The way back, in the app or the browser's.
        screen.cleanup();
        assert_eq!((kept(app), held_in(&rig)), (Vec::new(), 1), "held for this tab, and nowhere else");

        // After a reload or a crash it waits for its page, and not for another coin's.
        let app = rig.open_new("#/");
        assert_eq!((kept(app), held_in(&rig)), (Vec::new(), 1), "no opening records it");
        assert_eq!(app.stranded.get_untracked(), "");
        let other = Draft::place(app, Placement { coin: "racism".into(), ..empty() });
        assert_eq!(other.keeping(), Keeping::Untouched);
        let draft = Draft::place(app, empty());
        assert_eq!(draft.keeping(), Keeping::Waiting);
        assert_eq!(draft.with_body(Body::joined), "on days");
        assert_eq!(held_in(&rig), 1);
        draft.save();
        assert_eq!(draft.keeping(), Keeping::Kept);
        assert_eq!((kept(app).len(), held_in(&rig)), (1, 0));
        assert_eq!(Draft::place(app, empty()).keeping(), Keeping::Untouched, "what is saved is not begun again");
    });
}

#[test]
fn a_copy_of_the_tab_makes_a_placement_of_its_own_and_calling_it_off_leaves_nothing() {
    within(|| {
        let rig = Rig::new();
        let app = rig.open_new("#/");
        app.enter();
        let draft = Draft::place(app, empty());
        draft.change(top);
        let again = Draft::place(app, empty());
        assert_ne!(again.id, draft.id);
        draft.save();
        again.save();
        let versions = app.journal.look(|records| records.filter(|record| record.in_conflict()).count());
        assert_eq!(versions, 0);
        assert_eq!(kept(app).len(), 2);
        let third = Draft::place(app, empty());
        third.change(top);
        third.undo();
        assert_eq!((kept(app).len(), held_in(&rig)), (2, 0));
        let fourth = Draft::place(app, empty());
        fourth.change(top);
        fourth.clear(empty());
        fourth.save();
        assert_eq!((kept(app).len(), held_in(&rig)), (2, 0), "what is cleared is not saved");
    });
}
