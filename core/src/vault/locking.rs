//! The lock: turning it on and off, opening and shutting it, changing what opens it.
//!
//! The header says first what is going to be, in both copies, and carries the wrapped key; then each value is
//! brought into its new form in its place; then the header says that it is done. A value is written whole or not at
//! all, so at any moment each is readable with what the header carries.

use super::{
    Condition, Holder, KeepError, KeySlot, Opener, RecordId, Rev, Trouble, UnlockError, Vault, envelope, form,
    found::Found,
    header::{Header, State},
    lock::Lock,
    revision::Revision,
    stored::bound,
};
use crate::{reflection::Body, seal::Key};

impl Vault {
    /// Whether the journal has a lock, shut or open.
    pub fn has_lock(&self) -> bool {
        self.state().needs_key()
    }

    /// Whether records are to be sealed, unsealed or brought into another form, and [`Vault::convert`] has to go on with
    /// that.
    pub fn converting(&self) -> bool {
        self.turning() || self.outdated()
    }

    /// Whether the lock is being turned on or off.
    fn turning(&self) -> bool {
        self.lock.is_some() && matches!(self.state(), State::Sealing | State::Unsealing)
    }

    /// What the lock can be opened with, as it stands on the shelf now.
    pub fn slots(&mut self) -> Vec<KeySlot> {
        if self.is_shut() {
            self.absorb(Some(&self.header_keys()[0].clone()));
        }
        self.header.as_ref().map(|header| header.slots.clone()).unwrap_or_default()
    }

    /// Opens the lock with what was stretched for `slot`, and reads the journal.
    pub fn unlock(&mut self, slot: &KeySlot, stretched: &Key) -> Result<(), UnlockError> {
        let copies = self.copies().map_err(|_| UnlockError::Denied)?;
        let keyed = |wanted: fn(&Found) -> bool| -> Vec<Header> {
            copies.iter().filter(|copy| wanted(copy)).filter_map(|copy| copy.keyed().cloned()).collect()
        };
        let mut headers = keyed(|copy| matches!(copy, Found::Good(_)));
        if headers.is_empty() {
            // A later version's opens the lock as well, as far as it can be made out, and then only lets read.
            headers = keyed(|_| true);
        }
        let Some(newest) = headers.iter().rev().max_by_key(|header| header.generation) else {
            return Err(UnlockError::Changed);
        };
        let data = slot.open(stretched, &newest.store).ok_or(UnlockError::Wrong)?;
        let lock = Lock::new(data, &newest.store);
        let vouched =
            headers.iter().rev().filter(|header| header.vouched(&lock)).max_by_key(|header| header.generation).cloned();
        // A header nobody vouches for may say what it likes: the records are then taken as locked, and only read.
        let header = vouched.unwrap_or_else(|| newest.distrusted());
        self.earlier = lock.handed_down(&header.before);
        self.lock = Some(lock);
        self.header = Some(header);
        self.load(true);
        match self.condition {
            Condition::Open => self.clear_left_over(),
            Condition::Altered | Condition::Newer => {}
            _ => {
                self.shut();
                return Err(UnlockError::Denied);
            }
        }
        Ok(())
    }

    /// Whether the journal is shut.
    pub fn is_locked(&self) -> bool {
        self.condition == Condition::Locked
    }

    /// Returns the tag by which the open lock vouches for a text of the app's own, in base64; `None` without an open lock.
    pub fn vouch(&self, text: &str) -> Option<String> {
        self.lock.as_ref().map(|lock| lock.vouch(text.as_bytes()))
    }

    /// Whether what was stretched for `slot` opens the lock, which is open already.
    pub fn opens(&self, slot: &KeySlot, stretched: &Key) -> bool {
        match (&self.header, &self.lock) {
            (Some(header), Some(lock)) => slot.open(stretched, &header.store).as_ref() == Some(&lock.data),
            _ => false,
        }
    }

    /// Shuts the lock: forgets the keys and every text. Does nothing without a lock.
    pub fn shut(&mut self) {
        if self.has_lock() {
            self.lock = None;
            self.earlier = None;
            self.kept.clear();
            self.unreadable.clear();
            self.elsewhere = None;
            self.condition = Condition::Locked;
        }
    }

    /// Turns the lock on. Records are sealed afterwards, by [`Vault::convert`].
    pub fn lock(&mut self, opener: &Opener) -> Result<(), KeepError> {
        self.ready()?;
        if self.has_lock() {
            return Err(KeepError::ReadOnly);
        }
        self.bring_all_over()?;
        self.make_sure_of_room()?;
        self.begin_sealing(opener)
    }

    /// Makes a new key and seals every record anew under it, by [`Vault::convert`]. All other slots go.
    pub fn new_key(&mut self, opener: &Opener) -> Result<(), KeepError> {
        self.ready()?;
        self.bring_all_over()?;
        match self.state() {
            State::Locked => self.begin_sealing(opener),
            _ => Err(KeepError::ReadOnly),
        }
    }

    /// Takes the lock off. Records are unsealed afterwards, by [`Vault::convert`].
    pub fn unlock_for_good(&mut self) -> Result<(), KeepError> {
        self.ready()?;
        self.bring_all_over()?;
        match (&self.header, &self.lock) {
            (Some(header), Some(lock)) if header.state == State::Locked => {
                let next = header.next_locked(State::Unsealing, header.slots.clone(), String::new(), lock);
                self.put_headers(next)
            }
            _ => Err(KeepError::ReadOnly),
        }
    }

    /// Has the lock open with another passphrase or code from now on. Who has an older copy of the shelf can still
    /// open that with the earlier one.
    pub fn change(&mut self, opener: &Opener) -> Result<(), KeepError> {
        self.change_slots(opener.holder, Some(opener))
    }

    /// Takes away what of this kind opens the lock. A passphrase can only be changed.
    pub fn remove_slot(&mut self, holder: Holder) -> Result<(), KeepError> {
        if holder == Holder::Passphrase {
            return Err(KeepError::ReadOnly);
        }
        self.change_slots(holder, None)
    }

    /// Brings up to `most` values into the form the header announces; `true` once all are and the header says so.
    /// Can be called again after any failure.
    pub fn convert(&mut self, most: usize) -> Result<bool, KeepError> {
        if !self.turning() {
            return if self.outdated() { self.bring_over(most) } else { Ok(true) };
        }
        self.look_around()?;
        let mut left = most;
        for key in self.books.keys()? {
            let Some(Ok((id, rev))) = self.named(&key) else { continue };
            let Some(value) = self.books.peek(&key)? else { continue };
            if self.is_settled(id, rev, &value) {
                continue;
            }
            // What cannot be read stays as it is, and is shown apart.
            let Ok(text) = self.text_of(id, rev, &value) else { continue };
            if left == 0 {
                return Ok(false);
            }
            left -= 1;
            let new = self.store_text(id, rev, &text);
            self.exchange(&key, &value, &new)?;
        }
        self.settle()?;
        Ok(!self.outdated())
    }

    /// What stands unsealed in a locked journal, under its key: never part of it unless it is adopted.
    pub fn strays(&self) -> Vec<(String, Body)> {
        let plain = self.unreadable.iter().filter(|one| one.why == Trouble::Plain);
        plain.filter_map(|one| Some((one.key.clone(), self.stray(&one.key, &one.raw)?.1.body?))).collect()
    }

    fn stray(&self, key: &str, raw: &str) -> Option<(Vec<u8>, Revision)> {
        let (id, rev) = self.named(key)?.ok()?;
        let text = envelope::unwrap(&bound(id, rev), raw).ok()?;
        let revision = form::read(self.forms(), &text).ok()?;
        Some((text, revision))
    }

    /// Takes a record that stands unsealed in a locked journal into it.
    pub fn adopt(&mut self, key: &str) -> Result<(), KeepError> {
        self.ready()?;
        let plain = self.unreadable.iter().find(|one| one.key == key && one.why == Trouble::Plain).cloned();
        let (Some(plain), Some(Ok((id, rev)))) = (plain, self.named(key)) else { return Ok(()) };
        let Some((text, _)) = self.stray(key, &plain.raw) else { return Ok(()) };
        let sealed = self.store_text(id, rev, &text);
        self.exchange(key, &plain.raw, &sealed)?;
        self.take_in(id, rev);
        Ok(())
    }

    /// Has the header announce a new key.
    fn begin_sealing(&mut self, opener: &Opener) -> Result<(), KeepError> {
        let Some(header) = self.header.clone() else { return Err(KeepError::NotKept) };
        let lock = Lock::new(Key::random(&*self.entropy), &header.store);
        let slots = vec![KeySlot::make(opener, &lock.data, &header.store)];
        let before = self.lock.as_ref().map(|earlier| lock.hand_down(earlier, &*self.entropy)).unwrap_or_default();
        self.put_headers(header.next_locked(State::Sealing, slots, before, &lock))?;
        self.earlier = self.lock.replace(lock);
        Ok(())
    }

    fn change_slots(&mut self, holder: Holder, opener: Option<&Opener>) -> Result<(), KeepError> {
        self.ready()?;
        let (Some(header), Some(lock)) = (&self.header, &self.lock) else { return Err(KeepError::ReadOnly) };
        let mut slots = header.slots.clone();
        slots.retain(|slot| slot.holder != holder);
        slots.extend(opener.map(|opener| KeySlot::make(opener, &lock.data, &header.store)));
        let next = header.next_locked(header.state, slots, header.before.clone(), lock);
        self.put_headers(next)
    }

    /// Every value has its new form: has the header say so.
    fn settle(&mut self) -> Result<(), KeepError> {
        let (Some(header), Some(lock)) = (&self.header, &self.lock) else { return Ok(()) };
        let next = match header.state {
            State::Sealing => header.next_locked(State::Locked, header.slots.clone(), String::new(), lock),
            _ => header.next(State::Open),
        };
        self.put_headers(next)?;
        self.earlier = None;
        if !self.has_lock() {
            self.lock = None;
        }
        self.restore_ballast();
        // Whatever was written meanwhile in the other form is told apart now. Only that is read: a whole journal takes
        // long enough to be felt.
        for key in self.books.keys()? {
            if let Some(Ok((id, rev))) = self.named(&key)
                && let Some(value) = self.books.peek(&key)?
                && envelope::is_sealed(&value) != self.seals()
            {
                self.take_in(id, rev);
            }
        }
        Ok(())
    }

    /// Writes both copies of the header and reads them back. On a failure both are as before, as far as the browser
    /// lets that be. Nothing is written where a later version may need one of them.
    pub(super) fn put_headers(&mut self, next: Header) -> Result<(), KeepError> {
        if self.copies()?.iter().any(Found::may_be_needed) {
            return Err(KeepError::ReadOnly);
        }
        let value = next.encode();
        for key in self.header_keys() {
            if let Err(error) = self.put(&key, &value) {
                if let Some(mine) = self.header.as_ref().map(Header::encode) {
                    for key in self.header_keys() {
                        let _ = self.put(&key, &mine);
                    }
                }
                return Err(error);
            }
        }
        self.header = Some(next);
        Ok(())
    }

    /// Writes a value in the place of another that says the same, and reads it back.
    pub(super) fn exchange(&mut self, key: &str, old: &str, new: &str) -> Result<(), KeepError> {
        let done = self.put(key, new);
        if done.is_err() {
            let _ = self.put(key, old);
        }
        done
    }

    /// Whether a value has the form the header announces.
    fn is_settled(&self, id: RecordId, rev: Rev, value: &str) -> bool {
        let sealed = envelope::is_sealed(value);
        match (&self.lock, &self.earlier) {
            (Some(lock), Some(_)) if sealed => lock.open_record(id, rev, value).is_ok(),
            _ => sealed == self.seals(),
        }
    }

    /// Sets aside as much room as all values together gain by being sealed; the ballast is spent as they grow. Whether
    /// there is so much is tried, not reckoned: engines count each in its own way, and nobody is told what other apps of
    /// the origin have put there.
    fn make_sure_of_room(&mut self) -> Result<(), KeepError> {
        let mut more = 2 * 1024;
        for key in self.books.keys()? {
            if self.named(&key).is_some()
                && let Some(value) = self.books.peek(&key)?
            {
                more += envelope::sealed_len(envelope::text_len(&value)).saturating_sub(value.len());
            }
        }
        let ballast = self.ballast_key();
        if self.books.get(&ballast)?.is_none_or(|there| there.len() < more) {
            self.books.set(&ballast, &"0".repeat(more))?;
        }
        Ok(())
    }
}
