//! A piece of a screen as Leptos mounts it: it is its own state, since what changes in it follows by itself.

use super::{Piece, View};
use leptos::tachys::{
    renderer::{
        CastFrom, Rndr,
        types::{Element, Node},
    },
    view::{Mountable, Render},
};

impl View {
    pub(super) fn first(&self) -> Option<Node> {
        match &*self.0 {
            Piece::One { node, .. } => Some(node.clone()),
            Piece::Several(views) => views.iter().find_map(View::first),
            Piece::Live(live) => Some(live.first()),
        }
    }
}

impl Render for View {
    type State = View;

    fn build(self) -> View {
        self
    }

    fn rebuild(mut self, before: &mut View) {
        before.insert_before_this(&mut self);
        before.remove();
        *before = self;
    }
}

impl Mountable for View {
    fn unmount(&mut self) {
        self.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.insert(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = self.first() else { return false };
        let Some(parent) = Rndr::get_parent(&first).and_then(Element::cast_from) else { return false };
        child.mount(&parent, Some(&first));
        true
    }

    fn elements(&self) -> Vec<Element> {
        match &*self.0 {
            Piece::One { node, .. } => Element::cast_from(node.clone()).into_iter().collect(),
            Piece::Several(views) => views.iter().flat_map(View::elements).collect(),
            Piece::Live(live) => live.elements(),
        }
    }
}
