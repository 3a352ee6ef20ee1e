//! How a browser is set up: its window, its colours, its motion, its text.

/// What the person's window and system settings are like.
#[derive(Clone, Debug)]
pub struct Looks {
    /// The page's width in CSS pixels.
    pub width: u32,
    /// The page's height in CSS pixels.
    pub height: u32,
    /// Whether the system asks for a dark theme.
    pub dark: bool,
    /// Whether the system asks for reduced motion.
    pub still: bool,
    /// The browser's own text size, in percent of its default.
    pub text: u32,
}

impl Looks {
    /// A phone: 390 by 844, light.
    pub fn phone() -> Self {
        Self { width: 390, height: 844, dark: false, still: false, text: 100 }
    }

    /// The narrowest screen there is: 320 by 640, light.
    pub fn narrow() -> Self {
        Self { width: 320, height: 640, ..Self::phone() }
    }

    /// A desk: 1280 by 800, light.
    pub fn wide() -> Self {
        Self { width: 1280, height: 800, ..Self::phone() }
    }

    /// The same in the dark theme.
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same with reduced motion.
    pub fn still(self) -> Self {
        Self { still: true, ..self }
    }

    /// The same with the browser's text size at `percent` of its default.
    pub fn text(self, percent: u32) -> Self {
        Self { text: percent, ..self }
    }

    /// The browser's default font size in pixels that gives this text size.
    pub(crate) fn font_px(&self) -> u32 {
        16 * self.text / 100
    }
}
