//! A dialog of the system, driven by its keyboard: it is no page, so the driver knows nothing of it.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::screen::{Screen, TopWindow};
use crate::wait::{wait_at_most, wait_until};
use crate::window::Window;

const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;
const ALT: u32 = 0xffe9;
const HOME: u32 = 0xff50;
const ENTER: u32 = 0xff0d;
const A: u32 = 0x61;

/// More than a busy machine needs.
const TRIES: u32 = 15;

/// In which a small folder is listed.
const FILLED: Duration = Duration::from_secs(1);

/// A dialog that lies over a window.
pub struct Dialog<'a> {
    screen: &'a Screen,
    window: TopWindow,
}

impl<'a> Dialog<'a> {
    /// Waits for a window of the system that was not there before.
    pub fn after(app: &'a Window, before: &[TopWindow]) -> Result<Self> {
        let screen = app.screen();
        let window = wait_until("the system's dialog", || {
            Ok(screen.windows()?.into_iter().find(|window| !before.contains(window)))
        })?;
        Ok(Self { screen, window })
    }

    /// Takes what the dialog proposes, and waits until it is gone.
    pub fn take(self) -> Result<()> {
        self.end_with(|_keys, _time| Ok(()))
    }

    /// Takes the home folder itself.
    pub fn take_home(self) -> Result<()> {
        self.end_with(|keys, _time| keys.strike(&[ALT], HOME))
    }

    /// Takes the first file of its kind in the home folder.
    pub fn take_first_at_home(self) -> Result<()> {
        self.end_with(|keys, time| {
            go_home(keys, time)?;
            keys.strike(&[], HOME)
        })
    }

    /// Takes all files of their kind in the home folder.
    pub fn take_all_at_home(self) -> Result<()> {
        self.end_with(|keys, time| {
            go_home(keys, time)?;
            keys.strike(&[CONTROL], A)
        })
    }

    /// While the dialog still looks for what it shows there is nothing to take, so it is tried again.
    fn end_with(self, choose: fn(&Keys, u32) -> Result<()>) -> Result<()> {
        for time in 0..TRIES {
            let keys = Keys::of(self.screen, &self.window)?;
            choose(&keys, time)?;
            keys.strike(&[], ENTER)?;
            if self.wait_until_gone().is_ok() {
                return Ok(());
            }
        }
        bail!("{TRIES} times Enter does not end {:?}", self.window)
    }

    fn wait_until_gone(&self) -> Result<()> {
        wait_at_most(Duration::from_secs(1), "the dialog to be gone", &mut || {
            let there = self.screen.windows()?.contains(&self.window);
            Ok((!there).then_some(()))
        })
    }
}

/// Goes to the home folder, though not at every try: that would empty a list that is about to be filled.
fn go_home(keys: &Keys, time: u32) -> Result<()> {
    if time.is_multiple_of(5) {
        keys.strike(&[ALT], HOME)?;
        // A list that has just been filled puts the first of its files in place of what was chosen meanwhile,
        // and nothing outside the dialog tells when that has happened.
        sleep(FILLED);
    }
    Ok(())
}

/// The keyboard of a screen, in the hands of somebody who looks at one of its windows.
struct Keys {
    server: RustConnection,
    root: u32,
    first: u8,
    per_key: usize,
    signs: Vec<u32>,
}

impl Keys {
    fn of(screen: &Screen, window: &TopWindow) -> Result<Self> {
        let (server, number) = screen.connect()?;
        let setup = server.setup();
        let root = setup.roots.get(number).context("no screen")?.root;
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = server.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        // Nobody manages the windows here, so nobody else gives the dialog the keyboard.
        server.set_input_focus(InputFocus::PARENT, window.id, CURRENT_TIME)?.check()?;
        let (per_key, signs) = (usize::from(mapping.keysyms_per_keycode), mapping.keysyms);
        Ok(Self { server, root, first, per_key, signs })
    }

    /// Strikes the key that prints a sign while others are held.
    fn strike(&self, held: &[u32], sign: u32) -> Result<()> {
        let (key, shifted) = self.place(sign)?;
        let mut down =
            held.iter().map(|one| Ok(self.place(*one)?.0)).collect::<Result<Vec<_>>>()?;
        if shifted {
            down.push(self.place(SHIFT)?.0);
        }
        down.push(key);
        let fake =
            |kind, key| self.server.xtest_fake_input(kind, key, CURRENT_TIME, self.root, 0, 0, 0);
        for key in &down {
            fake(KEY_PRESS_EVENT, *key)?.check()?;
        }
        for key in down.iter().rev() {
            fake(KEY_RELEASE_EVENT, *key)?.check()?;
        }
        Ok(())
    }

    /// The key that prints a sign, and whether Shift has to be held.
    fn place(&self, sign: u32) -> Result<(u8, bool)> {
        let at = self.signs.iter().enumerate();
        let mut found = at.filter(|(at, one)| **one == sign && at % self.per_key < 2);
        let (at, _) = found.next().with_context(|| format!("no key prints {sign:#x}"))?;
        Ok((self.first + u8::try_from(at / self.per_key)?, at % self.per_key == 1))
    }
}
