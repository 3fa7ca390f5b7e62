//! What a person can do with the page, and what they find on it. Elements are named by their
//! `data-testid`; anything with a dot, a bracket, a hash, a space or a colon is a CSS selector.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};

use crate::axe::{self, Violation};
use crate::client::NoSuchElement;
use crate::keys::Key;
use crate::places::artefact;
use crate::wait::wait_until;
use crate::window::Window;

/// Answers `true` two frames later, when what was changed has been painted.
const TWO_FRAMES: &str = "const done = arguments[arguments.length - 1];\
                          requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

/// Paints again and again for a while, in a colour that cannot be seen.
const STIR: &str = "const { style } = document.documentElement;\
    const stir = setInterval(() => { style.outline = style.outline ? '' : '1px solid transparent' }, 30);\
    setTimeout(() => { clearInterval(stir); style.outline = '' }, 2000)";

/// A point of an element that a mouse can reach, after scrolling to it; null where there is none. (The
/// driver's own click does not scroll, and misses links that hold a block.)
const IN_REACH: &str = "const e = document.querySelector(arguments[0]);\
    e?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });\
    for (const box of e ? [e.getBoundingClientRect(), ...e.getClientRects()] : []) {\
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];\
      const hit = document.elementFromPoint(x, y);\
      if (hit && e.contains(hit)) return { x, y } }\
    return null";

impl Window {
    /// Clicks an element with the mouse as soon as it is there and nothing lies over it.
    pub fn click(&self, name: &str) -> Result<()> {
        self.try_until(&format!("a usable {name}"), || {
            let place = self.client.run(IN_REACH, &[json!(selector(name))])?;
            match (place["x"].as_f64(), place["y"].as_f64()) {
                (Some(x), Some(y)) => self.client.click_at(x, y),
                _ => Err(anyhow!(NoSuchElement(name.to_owned()))),
            }
        })
    }

    /// Writes into an element, after what is in it.
    pub fn type_into(&self, name: &str, text: &str) -> Result<()> {
        self.click(name)?;
        self.type_text(text)
    }

    /// Strikes the keys of a text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        text.chars().try_for_each(|letter| self.client.strike(None, letter))
    }

    /// Strikes one key.
    pub fn press(&self, key: Key) -> Result<()> {
        let (held, key) = key.strokes();
        self.client.strike(held, key)
    }

    /// Waits until an element is there and visible.
    pub fn wait_for(&self, name: &str) -> Result<()> {
        let visible = "const e = document.querySelector(arguments[0]);\
                       return !!e && e.getClientRects().length > 0";
        self.wait_until_true(name, visible, &[json!(selector(name))])
    }

    /// Waits until an element's text contains something. The marks of direction around numbers and names
    /// cannot be seen and do not count.
    pub fn wait_for_text(&self, name: &str, expect: &str) -> Result<()> {
        let contains = "const e = document.querySelector(arguments[0]);\
                        return !!e && e.innerText.replace(/[\\u2066-\\u2069]/g, '').includes(arguments[1])";
        let what = format!("{name} to say {expect:?}");
        self.wait_until_true(&what, contains, &[json!(selector(name)), json!(expect)])
    }

    /// Waits until a function body answers true.
    pub fn wait_until_true(&self, what: &str, body: &str, arguments: &[Value]) -> Result<()> {
        self.try_until(what, || match self.client.run(body, arguments)? {
            Value::Bool(true) => Ok(()),
            _ => Err(anyhow!(NoSuchElement(what.to_owned()))),
        })
    }

    /// Whether an element is there now.
    pub fn has(&self, name: &str) -> Result<bool> {
        Ok(self.count(name)? > 0)
    }

    /// How many such elements there are now.
    pub fn count(&self, name: &str) -> Result<u64> {
        let body = "return document.querySelectorAll(arguments[0]).length";
        let count = self.client.run(body, &[json!(selector(name))])?;
        count.as_u64().context("a count is a number")
    }

    /// An element's text as it is shown, without the marks of direction; waits for the element.
    pub fn text(&self, name: &str) -> Result<String> {
        self.wait_for(name)?;
        let body = "return document.querySelector(arguments[0]).innerText.replace(/[\\u2066-\\u2069]/g, '')";
        self.string(body, &[json!(selector(name))])
    }

    /// An element's attribute, if it has it; waits for the element.
    pub fn attribute(&self, name: &str, attribute: &str) -> Result<Option<String>> {
        self.wait_for(name)?;
        let body = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        let found = self.client.run(body, &[json!(selector(name)), json!(attribute)])?;
        Ok(found.as_str().map(ToOwned::to_owned))
    }

    /// What an element is called and what it is, as assistive technology is told.
    pub fn name_and_role(&self, name: &str) -> Result<(String, String)> {
        self.wait_for(name)?;
        self.client.name_and_role(&self.client.find(&selector(name))?)
    }

    /// The test id of the focused element, or its tag where it has none.
    pub fn focused(&self) -> Result<String> {
        let body = "const e = document.activeElement;\
                    return e.getAttribute('data-testid') ?? e.tagName.toLowerCase()";
        self.string(body, &[])
    }

    /// Moves the focus with Tab until it is on an element; fails after `at_most` steps.
    pub fn tab_to(&self, name: &str, at_most: usize) -> Result<()> {
        for _ in 0..at_most {
            self.press(Key::Tab)?;
            let body = "return document.activeElement.matches(arguments[0])";
            if self.client.run(body, &[json!(selector(name))])? == json!(true) {
                return Ok(());
            }
        }
        Err(self.described(anyhow!("{at_most} steps of Tab do not reach {name}")))
    }

    /// Calls a command of the app as the page does; the error is the app's own.
    pub fn invoke(&self, command: &str, args: &Value) -> Result<Value, Value> {
        let body = "const [command, args, done] = arguments;\
                    window.__TAURI_INTERNALS__.invoke(command, args === null ? {} : { args })\
                    .then((ok) => done({ ok }), (error) => done({ error }));";
        let answer = self.client.run_async(body, &[json!(command), args.clone()]);
        let mut answer = answer.map_err(|error| json!(error.to_string()))?;
        if answer.get("error").is_some() {
            Err(answer["error"].take())
        } else {
            Ok(answer["ok"].take())
        }
    }

    /// Runs a function body in the page.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.client.run(body, arguments)
    }

    /// Runs a function body in the page that answers with a text.
    pub fn string(&self, body: &str, arguments: &[Value]) -> Result<String> {
        let value = self.client.run(body, arguments)?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// The title of the page.
    pub fn page_title(&self) -> Result<String> {
        self.client.title()
    }

    /// The address of the page.
    pub fn address(&self) -> Result<String> {
        self.client.address()
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        self.client.reload()?;
        self.wait_for_page()
    }

    /// Goes to a place of the page, such as `/home`, and waits until nothing is loading there.
    pub fn go(&self, place: &str) -> Result<()> {
        let leave = "if (location.hash === `#${arguments[0]}`) return;\
                     document.querySelector('h1')?.setAttribute('data-left', '');\
                     location.hash = arguments[0]";
        self.client.run(leave, &[json!(place)])?;
        self.wait_for("h1:not([data-left])")?;
        self.settled()
    }

    /// Waits until the page has a heading, nothing of it is busy and all of it is painted.
    pub fn settled(&self) -> Result<()> {
        self.painted()?;
        let body = "return !!document.querySelector('h1')\
                    && !document.querySelector('[aria-busy=\"true\"], [role=\"progressbar\"]')\
                    && document.fonts.status === 'loaded'";
        self.wait_until_true("a page that has settled", body, &[])?;
        self.painted()
    }

    /// Gives the window a size and waits until the page has it.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.client.resize(width, height)?;
        let body = "return innerWidth === arguments[0]";
        self.wait_until_true("the new width", body, &[json!(width)])
    }

    /// Waits until what was changed has been painted.
    pub fn painted(&self) -> Result<()> {
        self.client.run_async(TWO_FRAMES, &[]).map(drop)
    }

    /// Writes a picture of the page. Taken at once it may show an older frame, so it waits for two. The
    /// driver waits for one more, which never comes on a page that stands still and does not scroll.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        self.painted()?;
        self.run(STIR, &[])?;
        let picture = decode_base64(&self.client.screenshot()?)?;
        fs::write(file, picture).with_context(|| format!("writing {}", file.display()))
    }

    /// What axe-core finds wrong with the page as it is now.
    pub fn axe(&self) -> Result<Vec<Violation>> {
        axe::run(self)
    }

    /// Every breach of the page's policy since its first line. Only a development build tells.
    pub fn policy_breaches(&self) -> Result<Vec<String>> {
        let console = self.console()?;
        Ok(console.into_iter().filter(|line| line.contains("CONSOLE SECURITY ERROR")).collect())
    }

    /// Every error that the page did not catch or wrote to its console.
    pub fn page_errors(&self) -> Result<Vec<String>> {
        let kinds = ["CONSOLE JS ERROR", "CONSOLE ERROR", "CONSOLE NETWORK ERROR"];
        let is_error = |line: &String| kinds.iter().any(|kind| line.contains(kind));
        Ok(self.console()?.into_iter().filter(is_error).collect())
    }

    /// The page's console. A mark is written and waited for, so that nothing is still on its way.
    fn console(&self) -> Result<Vec<String>> {
        let mark = format!("mark {}", self.next_mark());
        self.client.run("console.log(arguments[0])", &[json!(mark)])?;
        let lines = wait_until("the page's console (of a development build)", || {
            let text = fs::read_to_string(self.console_file())?;
            Ok(text.contains(&mark).then_some(text))
        })?;
        Ok(lines.lines().map(ToOwned::to_owned).collect())
    }

    /// Everything that the page has asked for, outside what is packed into the program.
    pub fn foreign_requests(&self) -> Result<Vec<String>> {
        let body = "return performance.getEntriesByType('resource').map((entry) => entry.name)\
                    .filter((name) => !/^(tauri|packmedia|ipc):\\/\\/localhost\\//.test(name))";
        let list = self.client.run(body, &[])?;
        Ok(list.as_array().into_iter().flatten().map(ToString::to_string).collect())
    }

    /// The page is there when it has said what it is.
    pub(crate) fn wait_for_page(&self) -> Result<()> {
        let body = "return document.readyState === 'complete' && !!document.querySelector('h1')";
        self.wait_until_true("the page", body, &[])
    }

    /// Tries again while something is missing; a failure comes with a picture of the window.
    fn try_until(&self, what: &str, mut attempt: impl FnMut() -> Result<()>) -> Result<()> {
        let mut last = None;
        let waited = wait_until(what, || match attempt() {
            Ok(()) => Ok(Some(())),
            Err(error) if is_passing(&error) => {
                last = Some(error);
                Ok(None)
            }
            Err(error) => Err(error),
        });
        waited.map_err(|error| match last {
            Some(last) => self.described(error.context(last)),
            None => self.described(error),
        })
    }

    fn described(&self, error: anyhow::Error) -> anyhow::Error {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let shown = self.string("return document.body.innerText", &[]).unwrap_or_default();
        let picture = artefact(&format!("window/{test}.png")).and_then(|file| {
            self.screenshot(&file)?;
            Ok(file.display().to_string())
        });
        let picture = picture.unwrap_or_else(|error| format!("no picture: {error}"));
        error.context(format!("the page said:\n{shown}\n(picture: {picture})"))
    }
}

/// The page moves while it is looked at: what is not there yet, or not yet in reach, may come.
fn is_passing(error: &anyhow::Error) -> bool {
    let text = error.to_string();
    let passing = ["not interactable", "click intercepted", "stale element", "no such element"];
    error.is::<NoSuchElement>() || passing.iter().any(|words| text.contains(words))
}

fn selector(name: &str) -> String {
    let is_css =
        name.contains(['.', '[', '#', ' ', ':', '>']) || ["h1", "h2", "body"].contains(&name);
    if is_css { name.to_owned() } else { format!("[data-testid=\"{name}\"]") }
}

fn decode_base64(text: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut buffer, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err(anyhow!("the driver's picture is not base 64")),
        };
        buffer = (buffer << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 0xFF)?);
        }
    }
    Ok(bytes)
}
