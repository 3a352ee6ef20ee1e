//! Drafts in the store of the tab: what a reload, a crash or a change of the lock leaves there.

use super::{
    App, RecordId,
    draft::{PREFIX, key},
};
use obverse_core::{
    reflection::Body,
    vault::{DraftOrigin, HeldDraft, Shelf, Vault},
};
use std::rc::Rc;

/// Saves what a reload or a crash left in the store of the tab. What cannot be saved stays there, and its texts are given
/// back, so that the person is told. What belongs to no journal as it is now, because it was erased or locked since,
/// leaves the store and is offered apart.
pub(super) fn recover(app: App) -> String {
    let session = app.session();
    let (mut left, mut apart) = (String::new(), Vec::new());
    for (id, text) in held(&session) {
        let key = key(id);
        match app.journal.with_vault(|vault| vault.decode_draft(id, &text)).ok() {
            // Nobody said that it should be saved: it waits here for its page.
            Some((HeldDraft { body: Body::Placement(_), .. }, DraftOrigin::ThisJournal)) => continue,
            Some((draft, DraftOrigin::ThisJournal)) => {
                if app.journal.with_vault(|vault| vault.knows(id, draft.next)) {
                    // A copy of the tab has saved it under this name. What was written here since is offered.
                    let _ = session.remove(&key);
                    if !stands_in(app, id, &draft.body) {
                        apart.push((id, draft.body));
                    }
                    continue;
                }
                if app.journal.save_draft(id, &draft).is_ok() {
                    let _ = session.remove(&key);
                    continue;
                }
                left.push_str(&draft.body.joined());
            }
            Some((draft, DraftOrigin::AnotherJournal | DraftOrigin::NotSealed)) => {
                let _ = session.remove(&key);
                apart.extend(said((id, draft.body)));
                continue;
            }
            // Of another version, or from under a lock: it stays, and can be saved as it is.
            None => left.push_str(&text),
        }
        left.push('\n');
    }
    app.hold_apart(apart);
    left
}

/// Whether a record holds what a draft says, or an entry or a step all its words and more.
fn stands_in(app: App, id: RecordId, body: &Body) -> bool {
    let words = body.joined();
    app.journal.with_vault(|vault| {
        let heads = vault.record(id).into_iter().flat_map(|record| &record.heads);
        heads
            .filter_map(|head| head.body.as_ref())
            .any(|there| there == body || (!matches!(body, Body::Run(_)) && there.joined().contains(&words)))
    })
}

/// What is offered of a draft that belongs to no journal: a placement that nobody said should be saved is not.
fn said(draft: (RecordId, Body)) -> Option<(RecordId, Body)> {
    Some(draft).filter(|(_, body)| !matches!(body, Body::Placement(_)))
}

/// Takes what is held for this tab without a lock out of its store, since the journal is locked by now. It is offered
/// once the lock is open.
pub(super) fn take_unsealed(app: App, tab: &Rc<dyn Shelf>, locked: &Vault) {
    let mut apart = Vec::new();
    for (id, text) in held(tab) {
        if let Ok((draft, _)) = locked.decode_draft(id, &text) {
            let _ = tab.remove(&key(id));
            apart.extend(said((id, draft.body)));
        }
    }
    app.hold_apart(apart);
}

/// What is held for a tab, as it stands there.
fn held(session: &Rc<dyn Shelf>) -> Vec<(RecordId, String)> {
    let mut held = Vec::new();
    for key in session.keys().unwrap_or_default() {
        let id = key.strip_prefix(PREFIX).and_then(|id| id.parse().ok());
        held.extend(id.zip(session.get(&key).ok().flatten()));
    }
    held
}

/// What is held for this tab and can be read now, before the lock changes.
pub(super) fn read_held(app: App) -> Vec<(RecordId, HeldDraft)> {
    let mut read = Vec::new();
    for (id, text) in held(&app.session()) {
        let draft = app.journal.with_vault(|vault| vault.decode_draft(id, &text));
        read.extend(draft.ok().map(|(draft, _)| (id, draft)));
    }
    read
}

/// The lock has changed: what is still held for this tab is held in its new form. What could not be read stays as it is.
pub(super) fn hold_anew(app: App, drafts: &[(RecordId, HeldDraft)]) {
    for (id, draft) in drafts {
        let still = matches!(app.session().get(&key(*id)), Ok(Some(_)));
        let text = app.journal.with_vault(|vault| vault.encode_draft(*id, draft, app.now()));
        if let Some(text) = text.filter(|_| still) {
            let _ = app.session().set(&key(*id), &text);
        }
    }
    for draft in app.drafts() {
        if draft.unkept() || draft.waits() {
            draft.hold();
        }
    }
}

/// Takes everything held for this tab away, as erasing must.
pub(super) fn forget(app: App) {
    let session = app.session();
    for key in session.keys().unwrap_or_default() {
        if key.starts_with(PREFIX) {
            let _ = session.remove(&key);
        }
    }
}
