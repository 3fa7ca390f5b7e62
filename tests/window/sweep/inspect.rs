//! What is asked of every screen, and everything that was found wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use harness::{Start, Window};
use serde_json::{Value, json};

use crate::window::support::ask;

const MEASURE: &str = include_str!("measure.js");

/// A way in which every screen is looked at.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) language: &'static str,
    pub(crate) theme: &'static str,
    pub(crate) contrast: &'static str,
    pub(crate) percent: u32,
    pub(crate) size: (u32, u32),
    /// Without axe-core, which has seen the same in a wider window.
    pub(crate) only_measured: bool,
}

/// How most people see it.
pub(crate) const LIGHT: Look = Look {
    language: "en-GB",
    theme: "light",
    contrast: "system",
    percent: 100,
    size: (1180, 800),
    only_measured: false,
};

impl Look {
    /// Opens a folder and looks at it in this way.
    pub(crate) fn open(self, folder: &std::path::Path) -> Result<Window> {
        self.open_with(Start::new(folder))
    }

    /// The same with a start that has been prepared.
    pub(crate) fn open_with(self, start: Start) -> Result<Window> {
        let window = start.sized(self.size.0, self.size.1).go()?;
        let settings = json!({
            "language": self.language, "textPercent": self.percent, "theme": self.theme,
            "moreContrast": self.contrast, "lessMotion": "on", "readingFont": "serif",
            "singleKeys": true, "trainerArea": true,
        });
        ask(&window, "save_settings", &settings)?;
        window.reload()?;
        window.settled()?;
        Ok(window)
    }

    /// Nothing but the colours differ from [`LIGHT`].
    pub(crate) fn is_only_dark(self) -> bool {
        self.theme == "dark" && self.percent == LIGHT.percent && self.size == LIGHT.size
    }

    fn direction(self) -> &'static str {
        if self.language.starts_with("ar") { "rtl" } else { "ltr" }
    }
}

/// An eye that goes over every screen and keeps what it sees, so that one run tells everything.
pub(crate) struct Eye<'a> {
    pub(crate) window: &'a Window,
    pub(crate) look: Look,
    found: Vec<String>,
    /// Places by their titles.
    titles: BTreeMap<String, String>,
    screens: usize,
}

impl<'a> Eye<'a> {
    pub(crate) fn on(window: &'a Window, look: Look) -> Self {
        Self { window, look, found: Vec::new(), titles: BTreeMap::new(), screens: 0 }
    }

    /// Goes to a place by its address and looks at it.
    pub(crate) fn visit(&mut self, place: &str) -> Result<()> {
        self.go(place)?;
        self.inspect(place)
    }

    /// Goes to a place.
    pub(crate) fn go(&mut self, place: &str) -> Result<()> {
        self.window.go(place)?;
        self.arrived(place)?;
        let title = self.window.page_title()?;
        let other = self.titles.iter().find(|(known, there)| **known == title && *there != place);
        if let Some((_, other)) = other {
            let both = format!("{title:?} is also the title of {other}");
            self.note(place, &both);
        }
        self.titles.insert(title, place.to_owned());
        Ok(())
    }

    /// After every arrival the focus is on the heading.
    pub(crate) fn arrived(&mut self, place: &str) -> Result<()> {
        let focused = self.window.focused()?;
        if focused != "h1" {
            self.note(place, &format!("the focus is on {focused} and not on the heading"));
        }
        Ok(())
    }

    /// Unfolds everything that can be unfolded.
    pub(crate) fn unfold(&self) -> Result<()> {
        let open =
            "document.querySelectorAll('main details').forEach((one) => { one.open = true })";
        self.window.run(open, &[])?;
        self.window.painted()
    }

    /// Everything that is asked of a screen.
    pub(crate) fn inspect(&mut self, name: &str) -> Result<()> {
        self.measure(name)?;
        if self.look.only_measured {
            return Ok(());
        }
        for violation in self.window.axe().with_context(|| format!("axe on {name}"))? {
            let found = format!("{}: {} {:?}", violation.rule, violation.help, violation.elements);
            self.note(name, &found);
        }
        Ok(())
    }

    /// What axe-core does not look for, which is quickly done.
    pub(crate) fn measure(&mut self, name: &str) -> Result<()> {
        self.screens += 1;
        self.window.settled()?;
        let smallest = 14.0 * f64::from(self.look.percent) / 100.0;
        let wrong = self.window.run(MEASURE, &[json!(smallest)])?;
        for line in wrong.as_array().context("what is wrong is a list")?.iter().take(6) {
            self.note(name, line.as_str().unwrap_or_default());
        }
        let dir = self.window.string("return document.documentElement.dir", &[])?;
        if dir != self.look.direction() {
            self.note(name, &format!("the page runs {dir}"));
        }
        let title = self.window.page_title()?;
        if !title.starts_with("Eighteen Days – ") {
            self.note(name, &format!("the title is {title:?}"));
        }
        Ok(())
    }

    fn note(&mut self, name: &str, what: &str) {
        self.found.push(format!("{name}: {what}"));
    }

    /// How much was found.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// A failure when anything was found, or when the page broke its own rules meanwhile.
    pub(crate) fn close(mut self) -> Result<usize> {
        let breaches = self.window.policy_breaches()?;
        let errors = self.window.page_errors()?;
        let requests = self.window.foreign_requests()?;
        self.found.extend([breaches, errors, requests].into_iter().flatten());
        let mut list = String::new();
        for line in &self.found {
            let _ = write!(list, "\n  {line}");
        }
        ensure!(
            self.found.is_empty(),
            "{} things on {} screens:{list}",
            self.found.len(),
            self.screens
        );
        Ok(self.screens)
    }
}

/// The value of a text, such as an id.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
