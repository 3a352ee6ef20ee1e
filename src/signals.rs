//! Values that tell who reads them when they change, on Leptos' reactive graph.
//!
//! Leptos' own signals carry their code into the program once for each type that is kept in one. These keep every
//! type behind the same pointer, so that it is there once; see docs/performance.md.

pub use leptos::reactive::{
    callback::{Callable, Callback},
    effect::{Effect, RenderEffect},
    graph::untrack,
    owner::{Owner, expect_context, on_cleanup, provide_context},
};

use leptos::reactive::{
    computed,
    owner::{ArenaItem, LocalStorage},
    signal::ArcTrigger,
    traits::{Get, GetUntracked, Notify, Track},
};
use send_wrapper::SendWrapper;
use std::{any::Any, cell::RefCell, marker::PhantomData, rc::Rc};

/// Has effects run from now on, before anything is drawn.
pub fn start_effects() {
    // An error means that they do already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

const GONE: &str = "a value is not read once its screen has gone";
const SAME: &str = "a handle knows the type of its value";

/// A place in the arena of the present owner.
type Slot = ArenaItem<Rc<dyn Any>, LocalStorage>;

fn keep(value: Rc<dyn Any>) -> Slot {
    ArenaItem::new_with_storage(value)
}

fn there<T: 'static>(slot: &Slot) -> Option<Rc<T>> {
    slot.try_get_value()?.downcast().ok()
}

/// A value that lives as long as the screen that made it. Reading it tells nobody anything.
pub struct StoredValue<T> {
    slot: Slot,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        StoredValue { slot: keep(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    fn there(self) -> Option<Rc<RefCell<T>>> {
        there(&self.slot)
    }

    /// Looks at it.
    pub fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.there().expect(GONE).borrow())
    }

    /// A copy of it.
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.there().expect(GONE).borrow().clone()
    }

    /// Puts another in its place, if it is still there.
    pub fn set_value(self, value: T) {
        self.update_value(|present| *present = value);
    }

    /// Changes it, if it is still there.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Changes it, if it is still there, and returns what the change did.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let value = self.there()?;
        let mut value = value.try_borrow_mut().ok()?;
        Some(change(&mut value))
    }
}

/// A value, and who has read it.
struct Told<T> {
    readers: ArcTrigger,
    value: RefCell<T>,
}

/// A value that tells who has read it when it changes.
pub struct RwSignal<T> {
    slot: Slot,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: 'static> RwSignal<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        let told = Told { readers: ArcTrigger::new(), value: RefCell::new(value) };
        RwSignal { slot: keep(Rc::new(told)), of: PhantomData }
    }

    fn there(self) -> Option<Rc<Told<T>>> {
        there(&self.slot)
    }

    /// Whoever asks is told of changes.
    pub fn track(self) {
        if let Some(told) = self.there() {
            told.readers.track();
        }
    }

    /// Looks at it, and is told of changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let told = self.there().expect(GONE);
        told.readers.track();
        look(&told.value.borrow())
    }

    /// A copy of it; whoever asks is told of changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Looks at it once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.there().expect(GONE).value.borrow())
    }

    /// A copy of it as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of it as it is now, if it is still there.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        Some(self.there()?.value.borrow().clone())
    }

    /// Puts another in its place, if it is still there.
    pub fn set(self, value: T) {
        self.update(|present| *present = value);
    }

    /// Puts another in its place and tells nobody: who has read it shows what it says already.
    pub fn set_untold(self, value: T) {
        if let Some(told) = self.there()
            && let Ok(mut present) = told.value.try_borrow_mut()
        {
            *present = value;
        }
    }

    /// Changes it, if it is still there.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let Some(told) = self.there() else { return };
        if let Ok(mut value) = told.value.try_borrow_mut() {
            change(&mut value);
        } else {
            return;
        }
        told.readers.notify();
    }
}

/// Makes a value beside the one before, and says whether they differ.
type Work = dyn Fn(Option<&dyn Any>) -> (Rc<dyn Any>, bool);

/// What a memo made last.
#[derive(Clone)]
struct Made(SendWrapper<Rc<dyn Any>>);

/// A value that is worked out from others, anew once they have changed; who reads it is told if it then differs.
pub struct Memo<T> {
    inner: computed::Memo<Made>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + 'static> Memo<T> {
    /// Works a value out when it is first asked for.
    pub fn new(work: impl Fn() -> T + 'static) -> Self {
        fn one(work: Box<Work>) -> computed::Memo<Made> {
            let work = SendWrapper::new(work);
            computed::Memo::new_owning(move |before: Option<Made>| {
                let (made, differs) = work(before.as_ref().map(|before| &**before.0));
                (Made(SendWrapper::new(made)), differs)
            })
        }
        let inner = one(Box::new(move |before| {
            let made = work();
            let differs = before.and_then(|before| before.downcast_ref()) != Some(&made);
            (Rc::new(made), differs)
        }));
        Memo { inner, of: PhantomData }
    }

    /// Looks at it, and is told of changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(self.inner.get().0.downcast_ref().expect(SAME))
    }

    /// A copy of it; whoever asks is told of changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Looks at it once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(self.inner.get_untracked().0.downcast_ref().expect(SAME))
    }
}
