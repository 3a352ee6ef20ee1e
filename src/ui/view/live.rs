use super::{Piece, View};
use crate::signals::RenderEffect;
use leptos::tachys::{
    renderer::{
        CastFrom, Rndr,
        types::{Element, Node},
    },
    view::Mountable,
};
use std::{cell::RefCell, rc::Rc};

/// A piece that is drawn anew when what it read has changed: what it shows, and a mark in the page behind it.
pub struct Live {
    shown: Rc<RefCell<View>>,
    mark: Node,
    _drawing: RenderEffect<()>,
}

impl Live {
    fn new(draw: Box<dyn Fn() -> View>) -> Live {
        let shown = Rc::new(RefCell::new(View::nothing()));
        let mark: Node = Rndr::create_placeholder().into();
        // Weakly, so that what is shown goes at once with this piece: the effect itself is let go of a moment later,
        // and what it drew must not outlive the signals it reads.
        let (slot, place) = (Rc::downgrade(&shown), mark.clone());
        let drawing = RenderEffect::new(move |_| {
            let Some(slot) = slot.upgrade() else { return };
            let fresh = draw();
            // Before it is in the page, whoever puts the mark there puts what is shown there as well.
            if let Some(parent) = Rndr::get_parent(&place).and_then(Element::cast_from) {
                slot.borrow().remove();
                fresh.insert(&parent, Some(&place));
            }
            drop(slot.replace(fresh));
        });
        Live { shown, mark, _drawing: drawing }
    }

    pub(super) fn insert(&self, parent: &Element, before: Option<&Node>) {
        Rndr::insert_node(parent, &self.mark, before);
        self.shown.borrow().insert(parent, Some(&self.mark));
    }

    pub(super) fn first(&self) -> Node {
        self.shown.borrow().first().unwrap_or_else(|| self.mark.clone())
    }

    pub(super) fn elements(&self) -> Vec<Element> {
        self.shown.borrow().elements()
    }

    pub(super) fn remove(&self) {
        self.shown.borrow().remove();
        Rndr::remove(&self.mark);
    }
}

/// A piece that is drawn anew when what it read has changed. What is drawn in it by another function, and reads more
/// than that, goes into [`untrack`](crate::signals::untrack): a whole page is not drawn anew for a word typed in it.
pub fn live(draw: impl Fn() -> View + 'static) -> View {
    fn one(draw: Box<dyn Fn() -> View>) -> View {
        View(Box::new(Piece::Live(Live::new(draw))))
    }
    one(Box::new(draw))
}

/// A piece that is there only sometimes.
pub fn maybe(draw: impl Fn() -> Option<View> + 'static) -> View {
    live(move || draw().unwrap_or_else(View::nothing))
}

/// Text that changes with what it read. It stays one node, so that a screen reader tells it as a change.
pub fn saying<T: Into<String>>(say: impl Fn() -> T + 'static) -> View {
    fn one(say: Box<dyn Fn() -> String>) -> View {
        let text = Rndr::create_text_node("");
        let node = text.clone().into();
        let saying = RenderEffect::new(move |_| Rndr::set_text(&text, &say()));
        View::one(node, vec![Box::new(saying)])
    }
    one(Box::new(move || say().into()))
}
