//! Whether a screen is one that everybody can use, in the light theme and in the dark one.

use crate::Page;
use serde_json::json;

const DRESS: &str = "const root = document.documentElement; const before = root.getAttribute('data-theme');
    if (arguments[0]) root.setAttribute('data-theme', arguments[0]); else root.removeAttribute('data-theme');
    return before";

impl Page {
    /// Takes a picture in each theme, `<screen>` and `<screen>-dark`, and gives a line for each thing that axe-core
    /// finds in either or that sticks out of the page's width. The themes change as the person's own choice does it.
    pub fn look_at(&self, screen: &str) -> Vec<String> {
        let before = self.run_with(DRESS, json!(["light"]));
        let mut wrong = self.sticking_out();
        for (theme, label) in [("light", screen.to_owned()), ("dark", format!("{screen}-dark"))] {
            self.run_with(DRESS, json!([theme]));
            // Axe-core waits until nothing moves, so the picture comes after it.
            wrong.extend(self.axe());
            self.shot(&label);
        }
        self.run_with(DRESS, json!([before]));
        wrong.into_iter().map(|line| format!("[{}] {screen}: {line}", self.engine)).collect()
    }

    /// Panics with a line for everything that is wrong with the screen (see [`Page::look_at`]).
    pub fn assert_open_to_everybody(&self, screen: &str) {
        let wrong = self.look_at(screen);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
