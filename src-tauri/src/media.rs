//! Pictures of the installed packs, over a scheme of their own.
//!
//! A page that came from a registered scheme would count as ours and could call commands, so this one
//! answers with the bytes of a known picture and nothing else: a fixed type that the web view may not
//! guess around, and a policy under which even an SVG opened as a document could do nothing.

use eighteen_app::App;
use tauri::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{HeaderValue, Request, Response, StatusCode, Uri};

/// The scheme, as the page's policy names it.
pub(crate) const SCHEME: &str = "packmedia";

/// The picture that was asked for, or an empty 404.
pub(crate) fn respond(app: &App, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let found = plain_path(request.uri()).and_then(|path| app.picture(path));
    let (kind, bytes, status) = match found {
        Some((kind, bytes)) => (kind, bytes, StatusCode::OK),
        None => ("application/octet-stream", Vec::new(), StatusCode::NOT_FOUND),
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    response
}

/// The path without its slash. Pack files have plain names, so anything escaped or queried is nothing
/// of ours.
fn plain_path(uri: &Uri) -> Option<&str> {
    let path = uri.path().strip_prefix('/')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    let is_plain = uri.query().is_none() && path.chars().all(plain) && !path.contains("..");
    is_plain.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expect: Option<&str>) {
        let uri: Uri = address.parse().unwrap();
        assert_eq!(plain_path(&uri), expect, "{address}");
    }

    #[test]
    fn only_plain_paths_are_looked_up() {
        check(
            "packmedia://localhost/eighteen-days/media/row.png",
            Some("eighteen-days/media/row.png"),
        );
        check("packmedia://localhost/a/../../etc/passwd", None);
        check("packmedia://localhost/a%2e%2e/b.png", None);
        check("packmedia://localhost/a.png?x=1", None);
        check("packmedia://localhost/a:b.png", None);
    }
}
