use super::Host;
use leptos::prelude::*;
use obverse_core::vault::Shelf;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The key they stand under. `theme.js` reads the same one before the first paint.
const KEY: &str = "ob/p";

/// How the app looks and whether it has been introduced. Holds nothing private.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    theme: Theme,
    text: TextSize,
    welcomed: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// The browser's own.
    #[default]
    Usual,
    /// A good fifth more.
    Large,
    /// Half as much again.
    Largest,
}

/// The person's preferences, as signals.
#[derive(Clone, Copy)]
pub struct Preferences {
    stored: RwSignal<Stored>,
    shelf: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
}

impl Preferences {
    /// Reads them; what cannot be read is as if never chosen.
    pub fn open(shelf: Rc<dyn Shelf>, host: Rc<dyn Host>) -> Self {
        let stored = shelf.get(KEY).ok().flatten().and_then(|text| serde_json::from_str(&text).ok());
        let all = Preferences {
            stored: RwSignal::new(stored.unwrap_or_default()),
            shelf: StoredValue::new_local(shelf),
            host: StoredValue::new_local(host),
        };
        all.show();
        all
    }

    /// The theme.
    pub fn theme(self) -> Theme {
        self.stored.get().theme
    }

    /// The size of the text.
    pub fn text(self) -> TextSize {
        self.stored.get().text
    }

    /// Whether the first-use screen has been answered.
    pub fn welcomed(self) -> bool {
        self.stored.get().welcomed
    }

    /// Chooses a theme.
    pub fn choose_theme(self, theme: Theme) {
        self.change(|stored| stored.theme = theme);
    }

    /// Chooses a size.
    pub fn choose_text(self, text: TextSize) {
        self.change(|stored| stored.text = text);
    }

    /// Remembers that the first-use screen has been answered.
    pub fn welcome(self) {
        self.change(|stored| stored.welcomed = true);
    }

    /// From now on they are kept in `shelf`.
    pub fn keep_in(self, shelf: Rc<dyn Shelf>) {
        self.shelf.set_value(shelf);
    }

    /// Puts them back to how they were before anything was chosen.
    pub fn forget(self) {
        self.stored.set(Stored::default());
        let _ = self.shelf.with_value(|shelf| shelf.remove(KEY));
        self.show();
    }

    fn change(self, change: impl FnOnce(&mut Stored)) {
        self.stored.update(change);
        if let Ok(text) = serde_json::to_string(&self.stored.get_untracked()) {
            // A preference that cannot be kept holds for this opening; nothing of the person's is lost.
            let _ = self.shelf.with_value(|shelf| shelf.set(KEY, &text));
        }
        self.show();
    }

    fn show(self) {
        let stored = self.stored.get_untracked();
        let theme = match stored.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let text = match stored.text {
            TextSize::Usual => "usual",
            TextSize::Large => "large",
            TextSize::Largest => "largest",
        };
        self.host.with_value(|host| {
            host.mark("data-theme", theme);
            host.mark("data-text", text);
        });
    }
}
