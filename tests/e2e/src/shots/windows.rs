//! The windows that pictures are taken in.

use crate::Looks;

/// A window: its size, and how the system is set.
pub(super) struct Window {
    pub(super) name: &'static str,
    size: (u32, u32),
    dark: bool,
    text: u32,
    /// Whether the system chooses the colours.
    pub(super) forced: bool,
}

/// All of them.
pub(super) const WINDOWS: [Window; 10] = [
    window("phone", (390, 844)),
    window("phone-dark", (390, 844)).dark(),
    window("phone-forced", (390, 844)).forced(),
    window("phone-forced-dark", (390, 844)).dark().forced(),
    window("narrow", (320, 640)),
    window("narrow-dark", (320, 640)).dark(),
    window("phone-large", (390, 844)).text(200),
    window("tablet", (768, 1024)),
    window("wide", (1280, 800)),
    window("wide-dark", (1280, 800)).dark(),
];

/// A light one.
const fn window(name: &'static str, size: (u32, u32)) -> Window {
    Window { name, size, dark: false, text: 100, forced: false }
}

impl Window {
    const fn dark(self) -> Window {
        Window { dark: true, ..self }
    }

    const fn forced(self) -> Window {
        Window { forced: true, ..self }
    }

    const fn text(self, text: u32) -> Window {
        Window { text, ..self }
    }

    pub(super) fn looks(&self) -> Looks {
        let (width, height) = self.size;
        Looks { width, height, dark: self.dark, still: false, text: self.text }
    }
}
