//! The one window, built in Rust so that every way out of it is closed before the page loads.

use std::sync::Arc;

use tauri::utils::config::WebviewUrl;
use tauri::webview::{NewWindowResponse, PermissionResponse, WebviewWindowBuilder};
use tauri::{App, AppHandle, DragDropEvent, Manager, Url, WebviewWindow, WindowEvent};

/// The window's label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// What every title of the window begins with.
const PRODUCT: &str = "Eighteen Days";

/// Opens the window.
pub(crate) fn open(app: &App) -> tauri::Result<WebviewWindow> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("/".into()))
        .title(PRODUCT)
        .inner_size(1280.0, 840.0)
        .min_inner_size(640.0, 480.0)
        .center()
        .devtools(false)
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_document_title_changed(|window, page_title: String| {
            let _ = window.set_title(&window_title(&page_title));
        });
    #[cfg(target_os = "macos")]
    let builder = builder.allow_link_preview(false);
    let window = builder.build()?;
    take_what_is_dropped(&window);
    #[cfg(target_os = "linux")]
    {
        crate::renderer::reload_after_a_crash(&window)?;
        crate::renderer::draw_plainly_without_a_graphics_processor(&window)?;
        if cfg!(debug_assertions) {
            crate::renderer::write_console_to_terminal(&window)?;
        }
    }
    Ok(window)
}

/// Files that are dropped on the window stay on this side: the page hears that there are some, and neither where
/// they are nor what is in them.
fn take_what_is_dropped(window: &WebviewWindow) {
    let page = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            page.state::<Arc<eighteen_app::App>>().files_dropped(paths.clone());
            // A page that does not collect does not listen.
            if let Err(error) =
                page.eval("window.dispatchEvent(new Event('eighteen-days:dropped'))")
            {
                tracing::warn!(%error, "the page was not told of dropped files");
            }
        }
    });
}

/// Brings the window to the front, for somebody who started the app again.
pub(crate) fn bring_forward(handle: &AppHandle) {
    tracing::info!("started again: bringing the window forward");
    if let Some(window) = handle.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether an address is the page of this program. Compared in whole, because a prefix would also fit
/// `tauri.localhost.example.org`.
fn is_ours(url: &Url) -> bool {
    let origin = (url.scheme(), url.host_str(), url.port());
    if tauri::is_dev() {
        return origin == ("http", Some("localhost"), Some(5173));
    }
    let packaged = if cfg!(windows) {
        ("http", Some("tauri.localhost"), None)
    } else {
        ("tauri", Some("localhost"), None)
    };
    origin == packaged
}

/// The page writes "Screen – Module – Eighteen Days", as a reader of the page expects; a window begins
/// with its program, as a list of windows expects.
fn window_title(page_title: &str) -> String {
    let is_separator = |c: char| c.is_whitespace() || c == '–' || c == '-';
    let rest = page_title.trim();
    let rest = rest.strip_suffix(PRODUCT).unwrap_or(rest).trim_end_matches(is_separator);
    let rest = rest.strip_prefix(PRODUCT).unwrap_or(rest).trim_start_matches(is_separator);
    if rest.is_empty() { PRODUCT.to_owned() } else { format!("{PRODUCT} – {rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_title_begins_with_the_program() {
        let check = |page: &str, expect: &str| assert_eq!(window_title(page), expect, "{page}");
        check("Home – Eighteen Days", "Eighteen Days – Home");
        check(
            "Step 2 of 7 – The notice – Eighteen Days",
            "Eighteen Days – Step 2 of 7 – The notice",
        );
        check("Eighteen Days", "Eighteen Days");
        check("Eighteen Days – Home", "Eighteen Days – Home");
        check("", "Eighteen Days");
        check("Start", "Eighteen Days – Start");
    }

    #[test]
    #[cfg(not(windows))]
    fn only_the_packaged_page_is_ours() {
        let check = |address: &str, expect: bool| {
            assert_eq!(is_ours(&address.parse().unwrap()), expect, "{address}");
        };
        check("tauri://localhost/", true);
        check("tauri://localhost/modules/the-notice", true);
        check("tauri://localhost.example.org/", false);
        check("tauri://localhost:8080/", false);
        check("packmedia://localhost/a.svg", false);
        check("http://tauri.localhost/", false);
        check("https://example.org/", false);
        check("about:blank", false);
        check("file:///etc/passwd", false);
    }
}
