//! Files dragged onto a window from another program, as a file manager does it: the drag-and-drop protocol for
//! the X Window System (XDND), version 5.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use url::Url;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageData, ClientMessageEvent, ConnectionExt as _, CreateWindowAux,
    EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent,
    Window as XId, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::wait::wait_until;
use crate::window::Window;

/// The version that the program which is dragged from speaks.
const VERSION: u32 = 5;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        XdndSelection,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndActionCopy,
        TARGETS,
        UriList: b"text/uri-list",
    }
}

impl Window {
    /// Drops files and folders of this computer onto the middle of the window, and waits until they were taken.
    pub fn drop_files(&self, paths: &[PathBuf]) -> Result<()> {
        let windows = self.screen().windows()?;
        let window = windows.iter().find(|window| window.title.starts_with("Eighteen Days"));
        let onto = window.context("the window is not on its screen")?.id;
        let (server, number) = self.screen().connect()?;
        let root = server.setup().roots.get(number).context("no screen")?.root;
        let drag = Drag::begin(server, root, onto, paths)?;
        drag.over_the_middle()?;
        wait_until("the window to take what is held over it", || {
            drag.over_the_middle()?;
            drag.answer(drag.atoms.XdndStatus)
        })?;
        drag.send(drag.atoms.XdndDrop, [0, CURRENT_TIME, 0, 0])?;
        wait_until("the window to finish the drop", || drag.answer(drag.atoms.XdndFinished))
    }
}

/// A drag under way.
struct Drag {
    server: RustConnection,
    atoms: Atoms,
    root: XId,
    source: XId,
    onto: XId,
    list: String,
}

impl Drag {
    fn begin(server: RustConnection, root: XId, onto: XId, paths: &[PathBuf]) -> Result<Self> {
        let atoms = Atoms::new(&server)?.reply()?;
        let aware = server.get_property(false, onto, atoms.XdndAware, AtomEnum::ATOM, 0, 1)?;
        ensure!(!aware.reply()?.value.is_empty(), "the window takes what is dragged onto it");
        let source = server.generate_id()?;
        let (look, class) = (CreateWindowAux::new(), WindowClass::INPUT_ONLY);
        server.create_window(0, source, root, 0, 0, 1, 1, 0, class, 0, &look)?;
        server.set_selection_owner(source, atoms.XdndSelection, CURRENT_TIME)?;
        let urls = paths.iter().map(|path| {
            let url = Url::from_file_path(path);
            url.map(|url| format!("{url}\r\n")).ok().with_context(|| format!("{}", path.display()))
        });
        let list = urls.collect::<Result<String>>()?;
        let drag = Self { server, atoms, root, source, onto, list };
        drag.send(drag.atoms.XdndEnter, [VERSION << 24, drag.atoms.UriList, 0, 0])?;
        Ok(drag)
    }

    fn over_the_middle(&self) -> Result<()> {
        let size = self.server.get_geometry(self.onto)?.reply()?;
        let (x, y) = (i16::try_from(size.width / 2)?, i16::try_from(size.height / 2)?);
        let at = self.server.translate_coordinates(self.onto, self.root, x, y)?.reply()?;
        let place = u32::from(at.dst_x.unsigned_abs()) << 16 | u32::from(at.dst_y.unsigned_abs());
        let atoms = &self.atoms;
        self.send(atoms.XdndPosition, [0, place, CURRENT_TIME, atoms.XdndActionCopy])
    }

    fn send(&self, what: u32, rest: [u32; 4]) -> Result<()> {
        let [one, two, three, four] = rest;
        let data: ClientMessageData = [self.source, one, two, three, four].into();
        let message = ClientMessageEvent::new(32, self.onto, what, data);
        self.server.send_event(false, self.onto, EventMask::NO_EVENT, message)?;
        self.server.sync()?;
        Ok(())
    }

    /// Hands the list of files to whoever asks for it. Something once the window has said yes to `what`.
    fn answer(&self, what: u32) -> Result<Option<()>> {
        let mut yes = None;
        while let Some(event) = self.server.poll_for_event()? {
            match event {
                Event::SelectionRequest(request) => self.hand_over(&request)?,
                Event::ClientMessage(message) if message.type_ == what => {
                    let accepted = message.data.as_data32()[1] & 1 == 1;
                    yes = accepted.then_some(()).or(yes);
                }
                _ => {}
            }
        }
        Ok(yes)
    }

    fn hand_over(&self, request: &SelectionRequestEvent) -> Result<()> {
        let (server, atoms) = (&self.server, &self.atoms);
        let (to, property) = (request.requestor, request.property);
        let mut given = property;
        if request.target == atoms.UriList {
            let list = self.list.as_bytes();
            server.change_property8(PropMode::REPLACE, to, property, atoms.UriList, list)?;
        } else if request.target == atoms.TARGETS {
            let kinds = [atoms.TARGETS, atoms.UriList];
            server.change_property32(PropMode::REPLACE, to, property, AtomEnum::ATOM, &kinds)?;
        } else {
            given = x11rb::NONE;
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: to,
            selection: request.selection,
            target: request.target,
            property: given,
        };
        server.send_event(false, to, EventMask::NO_EVENT, answer)?;
        server.sync()?;
        Ok(())
    }
}
