//! The process that draws the page, on Linux: what it says, and what happens when it dies (which Tauri
//! reports only on macOS).
//!
//! Every answer is in the store before the page says so, so a new page goes on at the same question. A
//! page that dies again and again would flicker for ever, so after a few times the person is told.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::Path;
use std::time::{Duration, Instant};

use tauri::{Manager, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// How often the page is loaded again within [`WITHIN`].
const RELOADS: usize = 3;
/// The time in which reloads are counted.
const WITHIN: Duration = Duration::from_mins(1);

/// Said by the system and not by the page, because there is no page that could say it.
const GAVE_UP: &str = "The window could not be drawn and was closed. Nothing you saved is lost: \
                       please start Eighteen Days again.";

/// A build for development writes the page's console to the terminal, with every breach of the page's
/// policy since its first line; the window tests read it there.
pub(crate) fn write_console_to_terminal(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_enable_write_console_messages_to_stdout(true);
        }
    })
}

/// Where the kernel shows graphics processors that can draw.
const GRAPHICS_PROCESSORS: &str = "/dev/dri";

/// Without a graphics processor the page would be drawn by a processor that imitates one, at the price of
/// some 80 MiB; a page of words and flat figures is drawn as well without.
pub(crate) fn draw_plainly_without_a_graphics_processor(
    window: &WebviewWindow,
) -> tauri::Result<()> {
    if can_draw(Path::new(GRAPHICS_PROCESSORS)) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether a folder of devices has one that renders: `renderD128` and so on.
fn can_draw(devices: &Path) -> bool {
    let names = std::fs::read_dir(devices).into_iter().flatten().flatten();
    names.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with("renderD"))
}

/// Loads the page again when its process ends unexpectedly.
pub(crate) fn reload_after_a_crash(window: &WebviewWindow) -> tauri::Result<()> {
    let on_screen = window.clone();
    window.with_webview(move |view| {
        let reloads = RefCell::new(Reloads::default());
        view.inner().connect_web_process_terminated(move |view, reason| {
            tracing::error!(?reason, "the page's process ended");
            if reloads.borrow_mut().allow(now()) {
                view.reload();
            } else {
                give_up(&on_screen);
            }
        });
    })
}

fn give_up(window: &WebviewWindow) {
    let handle = window.app_handle().clone();
    let message = handle.dialog().message(GAVE_UP).title("Eighteen Days");
    let message = message.kind(MessageDialogKind::Error);
    message.show(move |_| handle.exit(1));
}

#[expect(clippy::disallowed_methods, reason = "counts crashes of this run; no fact of the domain")]
fn now() -> Instant {
    Instant::now()
}

/// The reloads of the last minute.
#[derive(Default)]
struct Reloads(VecDeque<Instant>);

impl Reloads {
    /// Whether one more reload is sensible at `now`; it is counted if so.
    fn allow(&mut self, now: Instant) -> bool {
        self.0.retain(|then| now.duration_since(*then) < WITHIN);
        let sensible = self.0.len() < RELOADS;
        if sensible {
            self.0.push_back(now);
        }
        sensible
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_without_a_renderer_cannot_draw() {
        let devices = tempfile::tempdir().unwrap();
        assert!(!can_draw(&devices.path().join("missing")));
        std::fs::write(devices.path().join("card0"), []).unwrap();
        assert!(!can_draw(devices.path()));
        std::fs::write(devices.path().join("renderD128"), []).unwrap();
        assert!(can_draw(devices.path()));
    }

    #[test]
    fn three_reloads_a_minute_and_no_more() {
        let start = now();
        let mut reloads = Reloads::default();
        for second in 0..3 {
            assert!(reloads.allow(start + Duration::from_secs(second)), "reload {second}");
        }
        assert!(!reloads.allow(start + Duration::from_secs(3)), "the fourth would flicker");
        assert!(reloads.allow(start + Duration::from_secs(61)), "a minute later it may try again");
    }
}
