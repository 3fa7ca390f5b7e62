//! What a screen reader is given: the accessible tree of the window, read from outside over AT-SPI, the
//! interface that Orca uses.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use atspi_common::{Role, State, StateSet};
use serde::de::DeserializeOwned;
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Type};

use crate::bus::SessionBus;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const REGISTRY: &str = "org.a11y.atspi.Registry";
const ROOT: &str = "/org/a11y/atspi/accessible/root";

/// Stands in a text where something else is embedded, which comes as a child.
const EMBEDDED: char = '\u{fffc}';

/// States that a screen reader says. What is not enabled is said as `disabled`.
const SAID: [(State, &str); 12] = [
    (State::Busy, "busy"),
    (State::Checked, "checked"),
    (State::Collapsed, "collapsed"),
    (State::Expanded, "expanded"),
    (State::Focused, "focused"),
    (State::HasPopup, "opens something"),
    (State::InvalidEntry, "invalid"),
    (State::Modal, "modal"),
    (State::Pressed, "pressed"),
    (State::ReadOnly, "read only"),
    (State::Required, "required"),
    (State::Selected, "selected"),
];

/// Roles that somebody acts on; of these it matters that they are disabled.
const ACTED_ON: [&str; 8] =
    ["button", "check box", "combo box", "entry", "link", "push button", "radio button", "slider"];

/// Boxes that say nothing of themselves. Their children stand in their place.
const BOXES: [&str; 5] = ["filler", "panel", "section", "unknown", "redundant object"];

type Place = (String, OwnedObjectPath);

/// Reads the window as a screen reader does.
pub struct ScreenReader {
    bus: Connection,
}

impl ScreenReader {
    /// Connects as a screen reader does.
    pub fn on(session: &SessionBus) -> Result<Self> {
        let session = Builder::address(session.address())?.build()?;
        let launcher = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")?;
        let address: String = launcher.call("GetAddress", &()).context("asking for the bus")?;
        Ok(Self { bus: Builder::address(address.as_str())?.build()? })
    }

    /// The page of the only window: one line for each object that says something, children indented. A
    /// line has the role, the name or the text, the description and the states.
    pub fn page(&self) -> Result<Option<String>> {
        let root = (REGISTRY.to_owned(), OwnedObjectPath::try_from(ROOT)?);
        let Some(page) = self.find(&root, "document web")? else { return Ok(None) };
        let mut lines = String::new();
        self.write(&page, 0, &mut lines)?;
        Ok(Some(lines))
    }

    fn find(&self, place: &Place, role: &str) -> Result<Option<Place>> {
        if self.role(place)? == role {
            return Ok(Some(place.clone()));
        }
        for child in self.children(place)? {
            if let Some(found) = self.find(&child, role)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn write(&self, place: &Place, depth: usize, lines: &mut String) -> Result<()> {
        let role = self.role(place)?;
        let words = self.words(place, role)?;
        let says_nothing = BOXES.contains(&role) && words.is_empty();
        if !says_nothing {
            let kind = self.kind(place, role)?;
            write!(lines, "{:1$}{kind}", "", depth * 2)?;
            if !words.is_empty() {
                write!(lines, " \"{words}\"")?;
            }
            let description: String = self.property(place, "Description")?;
            if !description.is_empty() && description != words {
                write!(lines, " ({description})")?;
            }
            for state in self.states(place, role)? {
                write!(lines, " [{state}]")?;
            }
            lines.push('\n');
        }
        let below = if says_nothing { depth } else { depth + 1 };
        self.children(place)?.iter().try_for_each(|child| self.write(child, below, lines))
    }

    /// The name, or the text where there is none.
    fn words(&self, place: &Place, role: &str) -> Result<String> {
        let name: String = self.property(place, "Name")?;
        let words = if name.is_empty() { self.text(place, role)? } else { name };
        // What keeps the direction of a number apart from that of its sentence is not spoken.
        let words = words.replace(['\u{2068}', '\u{2069}'], "").replace(EMBEDDED, " … ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let only_children = words.chars().all(|one| one == '…' || one == ' ');
        Ok(if only_children { String::new() } else { words })
    }

    /// The text of a paragraph, and of what has no parts. Of everything else the parts say it.
    fn text(&self, place: &Place, role: &str) -> Result<String> {
        let interfaces: Vec<String> = self.call(place, ACCESSIBLE, "GetInterfaces", &())?;
        let has_text = interfaces.iter().any(|one| one.ends_with(".Text"));
        if !has_text || (role != "paragraph" && !self.children(place)?.is_empty()) {
            return Ok(String::new());
        }
        self.call(place, "org.a11y.atspi.Text", "GetText", &(0_i32, -1_i32))
    }

    fn states(&self, place: &Place, role: &str) -> Result<Vec<&'static str>> {
        let states: StateSet = self.call(place, ACCESSIBLE, "GetState", &())?;
        let mut said: Vec<&str> = SAID
            .into_iter()
            .filter(|(state, _)| states.contains(*state))
            .map(|(_, word)| word)
            .collect();
        if ACTED_ON.contains(&role) && !states.contains(State::Enabled) {
            said.push("disabled");
        }
        Ok(said)
    }

    fn role(&self, place: &Place) -> Result<&'static str> {
        // By number: the web view leaves the names to its readers.
        let role: Role = self.call(place, ACCESSIBLE, "GetRole", &())?;
        Ok(role.name())
    }

    /// The role, with what is said of it besides: which landmark, and how deep a heading.
    fn kind(&self, place: &Place, role: &'static str) -> Result<String> {
        let attributes: BTreeMap<String, String> =
            self.call(place, ACCESSIBLE, "GetAttributes", &())?;
        let said = |name: &str| attributes.get(name).filter(|value| !value.is_empty()).cloned();
        Ok(match role {
            "heading" => format!("heading {}", said("level").unwrap_or_default()),
            "landmark" | "panel" | "section" | "unknown" => said("xml-roles")
                .or_else(|| said("computed-role"))
                .or_else(|| said("tag"))
                .unwrap_or_else(|| role.to_owned()),
            _ => role.to_owned(),
        })
    }

    fn children(&self, place: &Place) -> Result<Vec<Place>> {
        let children: Vec<Place> = self.call(place, ACCESSIBLE, "GetChildren", &())?;
        if !children.is_empty() {
            return Ok(children);
        }
        // The web view lists nothing, and gives the page, which is in another process, when asked for it.
        let count: i32 = self.property(place, "ChildCount")?;
        (0..count).map(|index| self.call(place, ACCESSIBLE, "GetChildAtIndex", &(index,))).collect()
    }

    fn property<T>(&self, place: &Place, name: &str) -> Result<T>
    where
        T: TryFrom<OwnedValue>,
        T::Error: Into<zbus::Error>,
    {
        let proxy = self.proxy(place, ACCESSIBLE)?;
        proxy.get_property(name).with_context(|| format!("asking {} for its {name}", place.1))
    }

    fn call<T>(
        &self,
        place: &Place,
        interface: &'static str,
        method: &'static str,
        arguments: &(impl serde::Serialize + zbus::zvariant::DynamicType),
    ) -> Result<T>
    where
        T: DeserializeOwned + Type,
    {
        let proxy = self.proxy(place, interface)?;
        proxy.call(method, arguments).with_context(|| format!("asking {} {method}", place.1))
    }

    fn proxy(&self, (owner, path): &Place, interface: &'static str) -> Result<Proxy<'static>> {
        let builder = zbus::blocking::proxy::Builder::new(&self.bus)
            .destination(owner.clone())?
            .path(path.clone())?
            .interface(interface)?
            .cache_properties(zbus::proxy::CacheProperties::No);
        Ok(builder.build()?)
    }
}
