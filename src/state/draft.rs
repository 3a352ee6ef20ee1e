use super::{App, KeepError, Mode, RecordId, Rev, Timer, held, nudge::Nudge};
use leptos::prelude::*;
use obverse_core::{
    reflection::{Body, Placement},
    vault::HeldDraft,
};

/// A pause in typing after which a draft is kept, in milliseconds.
const PAUSE: i64 = 3_000;
/// The least time between two keepings that the person did not ask for, in milliseconds. The browser allows
/// itself only so many commits to disk; see the design of the vault in ARCHITECTURE.md.
const APART: i64 = 60_000;
/// Drafts stand under this in the store that lasts as long as the tab.
pub(super) const PREFIX: &str = "ob/d/";

/// How far a draft has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing has been changed.
    Untouched,
    /// Changed; held for this tab, and kept at the next pause.
    Soon,
    /// Changed; held for this tab, and kept only if the person says so.
    Waiting,
    /// Kept, and read back.
    Kept,
    /// Not kept, for this reason. The words are still held.
    Failed(KeepError),
    /// Turned away from: the words are held elsewhere, and offered once that can be.
    Apart,
}

/// What has become of a draft, for a page that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was said in it.
    Nothing,
    /// It stands in the journal.
    Saved,
    /// It is not saved yet, and will be.
    Saving,
    /// It is held in memory, as long as the tab is open.
    InThisTab,
    /// It could not be saved, and stands nowhere else.
    Refused,
}

/// A record being written.
#[derive(Clone, Copy)]
pub struct Draft {
    app: App,
    /// Its record.
    pub id: RecordId,
    body: RwSignal<Body>,
    parents: StoredValue<Vec<Rev>>,
    /// The name under which it is saved next.
    next: StoredValue<Rev>,
    keeping: RwSignal<Keeping>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
    nudge: Nudge,
    /// It says where somebody stands: kept only once they say so.
    waits: bool,
    /// When it was last saved, by the page's own clock in milliseconds; long ago if it never was.
    kept_at: StoredValue<i64>,
    /// How it was when it was begun or opened, to go back to.
    before: StoredValue<Option<Body>>,
}

impl Draft {
    /// Begins a new record.
    pub fn begin(app: App, body: Body) -> Draft {
        Draft::with(app, app.new_id(), body, Vec::new(), None)
    }

    /// Takes up a record at its present heads.
    pub fn open(app: App, id: RecordId) -> Option<Draft> {
        let record = untrack(|| app.journal.record(id))?;
        let mut body = record.body()?.clone();
        // Two tabs answered the same run: what only the other one holds goes along. Two versions of an entry are
        // the person's to settle, before it is opened.
        if let Body::Run(run) = &mut body {
            for head in &record.heads {
                if let Some(Body::Run(other)) = &head.body {
                    run.take_in(other);
                }
            }
        }
        let before = Some(body.clone());
        Some(Draft::with(app, id, body, record.heads.iter().map(|head| head.rev).collect(), before))
    }

    /// Begins a placement on a coin, or takes up the one that was begun in this tab and never saved. It goes by a new
    /// id, so that a copy of the tab begins another.
    pub fn place(app: App, empty: Placement) -> Draft {
        let begun = held::read_held(app).into_iter().find(|(_, held)| {
            held.parents.is_empty() && matches!(&held.body, Body::Placement(begun) if begun.coin == empty.coin)
        });
        let Some((id, held)) = begun else { return Draft::begin(app, Body::Placement(empty)) };
        let draft = Draft::begin(app, held.body);
        draft.keeping.set(Keeping::Waiting);
        draft.hold();
        let _ = app.session().remove(&key(id));
        draft
    }

    fn with(app: App, id: RecordId, body: Body, parents: Vec<Rev>, before: Option<Body>) -> Draft {
        let waits = matches!(body, Body::Placement(_));
        let draft = Draft {
            app,
            id,
            body: RwSignal::new(body),
            parents: StoredValue::new(parents),
            next: StoredValue::new(app.new_rev()),
            keeping: RwSignal::new(Keeping::Untouched),
            timer: StoredValue::new_local(None),
            nudge: Nudge::new(),
            waits,
            kept_at: StoredValue::new(i64::MIN / 2),
            before: StoredValue::new(before),
        };
        app.live(draft);
        draft
    }

    /// Reads it.
    pub fn with_body<T>(self, read: impl FnOnce(&Body) -> T) -> T {
        self.body.with(read)
    }

    /// What stands in it, if its screen is still there.
    pub(super) fn body_if_there(self) -> Option<Body> {
        self.body.try_get_untracked()
    }

    /// How far it has come.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// What has become of it.
    pub fn outcome(self) -> Outcome {
        match (self.keeping.get(), self.app.journal.mode()) {
            (Keeping::Failed(_), _) => Outcome::Refused,
            _ if self.with_body(Body::is_blank) => Outcome::Nothing,
            (Keeping::Apart, _) | (_, Mode::Shared | Mode::Nowhere | Mode::Locked) => Outcome::InThisTab,
            (Keeping::Soon | Keeping::Waiting, Mode::Kept) => Outcome::Saving,
            // Another tab may have deleted or erased it since.
            _ if self.app.journal.record(self.id).is_none_or(|record| record.deleted()) => Outcome::InThisTab,
            (Keeping::Untouched | Keeping::Kept, Mode::Kept) => Outcome::Saved,
        }
    }

    /// Whether it stands in the journal.
    pub fn kept_once(self) -> bool {
        self.parents.with_value(|parents| !parents.is_empty())
    }

    /// Whether the last try to keep it failed.
    pub fn failed(self) -> bool {
        matches!(self.keeping.get_untracked(), Keeping::Failed(_))
    }

    /// Whether it holds words that are not kept.
    pub(super) fn unkept(self) -> bool {
        matches!(self.keeping.get_untracked(), Keeping::Soon | Keeping::Failed(_))
    }

    /// Whether something stands in it that is not saved yet.
    pub(super) fn is_being_written(self) -> bool {
        let changed = matches!(self.keeping.try_get_untracked(), Some(Keeping::Soon | Keeping::Waiting));
        changed && !self.is_blank()
    }

    /// Whether it holds something that is saved only once the person says so.
    pub(super) fn waits(self) -> bool {
        self.keeping.try_get_untracked() == Some(Keeping::Waiting)
    }

    /// Changes it. The change is held for this tab at once, and kept at the next pause.
    pub fn change(self, change: impl FnOnce(&mut Body)) {
        self.body.update(change);
        self.hold();
        self.app.begin_journal();
        if self.waits {
            self.keeping.set(Keeping::Waiting);
            self.nudge.soon(self.app, self);
            return;
        }
        self.keeping.set(Keeping::Soon);
        let wait = PAUSE.max(self.kept_at.get_value() + APART - self.app.uptime()).clamp(0, APART);
        let timer = self.app.after(u32::try_from(wait).expect("a wait is between 0 and 60,000"), move || {
            if self.keeping.try_get_untracked() == Some(Keeping::Soon) {
                self.app.made_ready(move || self.keep());
            }
        });
        self.timer.set_value(Some(timer));
        self.nudge.soon(self.app, self);
        self.app.mind_leaving();
    }

    /// What may tell who somebody is, in what is written here.
    pub fn nudge(self) -> Nudge {
        self.nudge
    }

    /// Keeps it now because the person says so, which is what a placement waits for.
    pub fn save(self) {
        if self.keeping.try_get_untracked() == Some(Keeping::Waiting) {
            self.keeping.set(Keeping::Soon);
        }
        self.keep();
    }

    /// Takes back everything that was said in it, if it was never kept.
    pub fn clear(self, empty: Placement) {
        self.body.set(Body::Placement(empty));
        self.drop_changes();
    }

    /// Keeps it now. "Kept" is said only after it was read back.
    pub fn keep(self) {
        let Some(Keeping::Soon | Keeping::Failed(_)) = self.keeping.try_get_untracked() else { return };
        if self.is_blank() {
            self.drop_changes();
            return;
        }
        let result = self.app.journal.save_draft(self.id, &self.to_hold());
        self.app.preferences.keep_welcome();
        self.timer.set_value(None);
        match result {
            Ok(rev) => {
                self.parents.set_value(vec![rev]);
                self.next.set_value(self.app.new_rev());
                self.kept_at.set_value(self.app.uptime());
                self.keeping.set(Keeping::Kept);
                let _ = self.app.session().remove(&key(self.id));
                self.app.kept_something();
            }
            Err(why) => self.keeping.set(Keeping::Failed(why)),
        }
        self.app.mind_leaving();
    }

    /// Keeps it although it was deleted in another tab, or has another version there.
    pub fn keep_anyway(self) {
        if let Some(record) = untrack(|| self.app.journal.record(self.id)) {
            self.parents.set_value(record.heads.iter().map(|head| head.rev).collect());
        }
        self.keep();
    }

    /// Goes back to how it was when it was begun or opened, even where a pause has kept it since.
    pub fn undo(self) {
        let kept = !matches!(self.keeping.get_untracked(), Keeping::Untouched) && self.kept_at.get_value() >= 0;
        self.drop_changes();
        if !kept {
            return;
        }
        match self.before.get_value() {
            Some(before) => {
                self.body.set(before);
                self.keeping.set(Keeping::Soon);
                self.keep();
            }
            None => {
                if let Err(why) = self.app.journal.delete(self.id) {
                    self.keeping.set(Keeping::Failed(why));
                }
            }
        }
    }

    /// Lets go of what was changed since it was last kept.
    pub(super) fn drop_changes(self) {
        self.timer.set_value(None);
        self.keeping.set(Keeping::Untouched);
        let _ = self.app.session().remove(&key(self.id));
    }

    /// Turns away from it, as it is: what could not be kept stays held for this tab.
    pub(super) fn leave(self) {
        self.timer.set_value(None);
        self.keeping.set(Keeping::Apart);
    }

    /// Nothing has been said in it, and it has never been kept: then there is nothing to keep.
    fn is_blank(self) -> bool {
        self.parents.with_value(Vec::is_empty) && self.body.with_untracked(Body::is_blank)
    }

    /// Whether a reload of the page would find its words: in the journal, or held for this tab.
    pub(super) fn survives(self) -> bool {
        match self.keeping.try_get_untracked() {
            None | Some(Keeping::Untouched | Keeping::Waiting | Keeping::Kept | Keeping::Apart) => true,
            Some(Keeping::Failed(_)) => false,
            Some(Keeping::Soon) => self.is_blank() || matches!(self.app.session().get(&key(self.id)), Ok(Some(_))),
        }
    }

    fn to_hold(self) -> HeldDraft {
        let (parents, next) = (self.parents.get_value(), self.next.get_value());
        HeldDraft { body: self.body.with_untracked(Body::clone), parents, next }
    }

    /// Holds it for this tab, unless another has locked, erased or replaced the journal: then it stays in memory, so that
    /// nothing unsealed is left behind.
    pub(super) fn hold(self) {
        if self.waits && self.is_blank() {
            let _ = self.app.session().remove(&key(self.id));
        }
        let held = self.waits || self.app.journal.mode.get_untracked() == Mode::Kept;
        if held && !self.app.is_elsewhere() && !self.is_blank() {
            let (held, now) = (self.to_hold(), self.app.now());
            let text = self.app.journal.with_vault(|vault| vault.encode_draft(self.id, &held, now));
            if let Some(text) = text {
                // The store of the tab is a second net; the first is the keeping itself, which tells if it fails.
                let _ = self.app.session().set(&key(self.id), &text);
            }
        }
    }
}

/// The key under which a draft of a record is held for the tab.
pub(super) fn key(id: RecordId) -> String {
    format!("{PREFIX}{id}")
}

#[cfg(test)]
mod tests;
