//! A screen without a monitor, and what can be seen on it from outside the program.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, MapState, PropMode,
    Window as XId, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::process::Child;

/// An X server of its own.
pub struct Screen {
    display: String,
    _server: Child,
}

/// A window as the X server lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopWindow {
    /// The server's number for it.
    pub id: u32,
    /// Its title.
    pub title: String,
}

impl Screen {
    /// Starts an X server on a display that no other test looks for: a server that searches for a free
    /// one takes the sockets of others away for a moment, and leaves them without.
    pub fn start() -> Result<Self> {
        (0..50)
            .find_map(|try_number| Self::on(display(try_number)).transpose())
            .context("no display")?
    }

    /// Nothing when somebody else has the display.
    fn on(display: String) -> Result<Option<Self>> {
        let mut command = Command::new("Xvfb");
        command.arg(&display);
        command.args(["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Child::spawn(&mut command)?;
        let pipe = server.take_stdout().context("Xvfb has an output")?;
        let mut number = String::new();
        BufReader::new(pipe).read_line(&mut number).context("asking Xvfb for its display")?;
        if number.trim().is_empty() {
            return Ok(None);
        }
        let screen = Self { display, _server: server };
        // Programs find a server by its abstract socket first; one without a network has only the file.
        Ok(screen.socket().exists().then_some(screen))
    }

    /// The socket that is a file.
    pub fn socket(&self) -> PathBuf {
        let number = self.display.trim_start_matches(':');
        PathBuf::from(format!("/tmp/.X11-unix/X{number}"))
    }

    /// What goes into `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Every visible window with a title, lowest first.
    pub fn windows(&self) -> Result<Vec<TopWindow>> {
        let (server, number) = self.connect()?;
        let root = server.setup().roots.get(number).context("no screen")?.root;
        let all = server.query_tree(root)?.reply()?.children;
        let mut windows = Vec::new();
        for id in all {
            let Ok(attributes) = server.get_window_attributes(id)?.reply() else { continue };
            let title = title_of(&server, id)?;
            if attributes.map_state == MapState::VIEWABLE && !title.is_empty() {
                windows.push(TopWindow { id, title });
            }
        }
        Ok(windows)
    }

    /// Asks a window to close, as its close button does.
    pub fn ask_to_close(&self, window: &TopWindow) -> Result<()> {
        let (server, _) = self.connect()?;
        let protocols = server.intern_atom(false, b"WM_PROTOCOLS")?.reply()?.atom;
        let close = server.intern_atom(false, b"WM_DELETE_WINDOW")?.reply()?.atom;
        let message = ClientMessageEvent::new(32, window.id, protocols, [close, 0, 0, 0, 0]);
        server.send_event(false, window.id, EventMask::NO_EVENT, message)?;
        server.sync()?;
        Ok(())
    }

    /// Puts a window over everything for as long as the answer lives, to see what comes before it.
    pub fn cover(&self) -> Result<impl Sized + use<>> {
        let (server, number) = self.connect()?;
        let root = server.setup().roots.get(number).context("no screen")?.root;
        let id = server.generate_id()?;
        let look = CreateWindowAux::new();
        server.create_window(
            0,
            id,
            root,
            0,
            0,
            1900,
            1300,
            0,
            WindowClass::INPUT_OUTPUT,
            0,
            &look,
        )?;
        let (name, text) = (AtomEnum::WM_NAME, AtomEnum::STRING);
        server.change_property(PropMode::REPLACE, id, name, text, 8, 5, b"cover")?;
        server.map_window(id)?;
        server.sync()?;
        Ok(server)
    }

    pub(crate) fn connect(&self) -> Result<(RustConnection, usize)> {
        RustConnection::connect(Some(&self.display)).context("connecting to the X server")
    }
}

impl Drop for Screen {
    /// A server that is killed leaves its socket and its lock behind.
    fn drop(&mut self) {
        let _ = fs::remove_file(self.socket());
        let number = self.display.trim_start_matches(':');
        let _ = fs::remove_file(format!("/tmp/.X{number}-lock"));
    }
}

fn display(try_number: u32) -> String {
    format!(":{}", 1_000 + (std::process::id() * 50 + try_number) % 50_000)
}

fn title_of(server: &RustConnection, id: XId) -> Result<String> {
    let utf8 = server.intern_atom(false, b"_NET_WM_NAME")?.reply()?.atom;
    let plain = u32::from(AtomEnum::WM_NAME);
    for property in [utf8, plain] {
        let read = server.get_property(false, id, property, AtomEnum::ANY, 0, 1024)?;
        if let Ok(found) = read.reply()
            && !found.value.is_empty()
        {
            return Ok(String::from_utf8_lossy(&found.value).into_owned());
        }
    }
    Ok(String::new())
}
