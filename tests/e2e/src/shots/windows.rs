//! The windows that pictures are taken in.

use crate::Looks;

/// A window: its size, and how the system is set.
pub(super) struct Window {
    pub(super) name: &'static str,
    size: (u32, u32),
    dark: bool,
    text: u32,
}

/// All of them.
pub(super) const WINDOWS: [Window; 8] = [
    Window { name: "phone", size: (390, 844), dark: false, text: 100 },
    Window { name: "phone-dark", size: (390, 844), dark: true, text: 100 },
    Window { name: "narrow", size: (320, 640), dark: false, text: 100 },
    Window { name: "narrow-dark", size: (320, 640), dark: true, text: 100 },
    Window { name: "phone-large", size: (390, 844), dark: false, text: 200 },
    Window { name: "tablet", size: (768, 1024), dark: false, text: 100 },
    Window { name: "wide", size: (1280, 800), dark: false, text: 100 },
    Window { name: "wide-dark", size: (1280, 800), dark: true, text: 100 },
];

impl Window {
    pub(super) fn looks(&self) -> Looks {
        let (width, height) = self.size;
        Looks { width, height, dark: self.dark, still: false, text: self.text }
    }
}
