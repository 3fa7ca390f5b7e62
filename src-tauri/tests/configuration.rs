//! The rows of the secure-shell table that are settings. What they do in the real window is tested
//! there (`tests/window/shell.rs`).

#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

/// The policy of the page. Every source that is not here is refused.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' packmedia: http://packmedia.localhost; media-src 'none'; font-src 'self'; \
    connect-src ipc: http://ipc.localhost; frame-src 'none'; child-src 'none'; worker-src 'none'; \
    object-src 'none'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

fn read(path: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn configuration() -> Value {
    serde_json::from_str(&read("tauri.conf.json")).unwrap()
}

#[test]
fn the_policy_of_the_page_allows_nothing_from_outside() {
    let security = &configuration()["app"]["security"];
    assert_eq!(security["csp"], POLICY, "the policy, word for word");
    assert_eq!(security["dangerousDisableAssetCspModification"], false, "nonces stay");
    for word in ["unsafe-inline", "unsafe-eval", "https:", "data:", "blob:", "*"] {
        assert!(!POLICY.contains(word), "{word} would open the policy");
    }
}

#[test]
fn the_shell_is_closed() {
    let configuration = configuration();
    let (app, security) = (&configuration["app"], &configuration["app"]["security"]);
    assert_eq!(app["withGlobalTauri"], false, "no global to call commands through");
    assert_eq!(app["windows"], json!([]), "the window is built in Rust, with its handlers");
    assert_eq!(security["freezePrototype"], true, "prototypes are frozen");
    assert_eq!(security["assetProtocol"]["enable"], false, "no file of the disk as a resource");
    assert_eq!(security["pattern"]["use"], "brownfield", "frames are refused altogether");
    assert_eq!(security["capabilities"], json!(["main"]), "listed: an empty list means every file");
    assert_eq!(
        configuration["build"]["removeUnusedCommands"], true,
        "what is not allowed is not there"
    );
    assert_eq!(configuration["plugins"], Value::Null, "no plugin is configured for the page");
}

#[test]
fn every_answer_of_the_shell_carries_the_headers() {
    let headers = &configuration()["app"]["security"]["headers"];
    assert_eq!(headers["X-Content-Type-Options"], "nosniff");
    assert_eq!(headers["Cross-Origin-Opener-Policy"], "same-origin");
    assert_eq!(headers["Cross-Origin-Resource-Policy"], "same-origin");
    let permissions = headers["Permissions-Policy"].as_str().unwrap();
    for device in ["camera", "microphone", "geolocation", "usb", "serial", "display-capture"] {
        assert!(permissions.contains(&format!("{device}=()")), "{device} is refused");
    }
}

#[test]
fn there_is_one_capability_for_one_window_and_no_plugin() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(files.collect::<Vec<_>>(), ["main.json"], "one file");

    let capability: Value = serde_json::from_str(&read("capabilities/main.json")).unwrap();
    assert_eq!(capability["windows"], json!(["main"]), "one window, no wildcard");
    assert_eq!(capability["remote"], Value::Null, "no page from elsewhere");
    for permission in capability["permissions"].as_array().unwrap() {
        let name = permission.as_str().expect("a plain name, without a scope");
        assert!(name.starts_with("allow-"), "{name}: commands by name, no set and no denial");
        assert!(!name.contains(':'), "{name}: nothing of a plugin or of the core");
    }
}

#[test]
fn nothing_that_opens_the_shell_is_compiled_in() {
    let features = features_of("tauri");
    for feature in ["devtools", "dynamic-acl", "unstable", "protocol-asset", "test"] {
        assert!(!features.contains(feature), "tauri has {feature}: {features:?}");
    }
    let window = read("src/window.rs");
    for call in [".devtools(false)", "NewWindowResponse::Deny"] {
        assert!(window.contains(call), "the window is built with {call}");
    }
    // What is dropped is caught on this side. A page that could listen to events would hear its paths.
    assert!(!window.contains(".disable_drag_drop_handler()"), "the page would get what is dropped");
    assert!(!read("capabilities/main.json").contains("core:event"), "the page hears no events");
}

#[test]
fn only_known_plugins_are_used() {
    let packages = metadata()["packages"].clone();
    let names =
        packages.as_array().unwrap().iter().map(|package| package["name"].as_str().unwrap());
    let plugins: BTreeSet<&str> = names.filter(|name| name.starts_with("tauri-plugin-")).collect();
    // The dialog plugin brings that of the file system for its types; it is never initialised.
    let known = ["tauri-plugin-dialog", "tauri-plugin-fs", "tauri-plugin-single-instance"];
    assert_eq!(plugins, BTreeSet::from(known), "no shell, no http, no opener, no updater");
    let main = read("src/main.rs");
    assert!(!main.contains("tauri_plugin_fs"), "the file system is not for the page");
}

#[test]
fn versions_with_known_holes_are_not_used() {
    check_version("tauri", (2, 11, 1));
    check_version("quick-xml", (0, 41, 0));
    check_version("zip", (2, 3, 0));
    check_version("rustls-webpki", (0, 103, 13));
    check_version("ed25519-dalek", (2, 0, 0));
    check_version("ammonia", (4, 1, 4));
}

/// A crate that is not used has no version with a hole.
fn check_version(name: &str, least: (u64, u64, u64)) {
    for package in metadata()["packages"].as_array().unwrap() {
        if package["name"] == name {
            let version = package["version"].as_str().unwrap();
            let numbers = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
            let numbers: Vec<u64> = numbers.take(3).collect();
            let found = (numbers[0], numbers[1], numbers[2]);
            assert!(found >= least, "{name} {version} is older than {least:?}");
        }
    }
}

#[test]
fn the_page_that_is_packed_holds_nothing_inline() {
    let page = read("../ui/index.html");
    assert!(page.contains("no-referrer"), "`<meta name=\"referrer\" content=\"no-referrer\">`");
    for words in ["style=", "<style", "onload=", "onclick=", "http://", "https://"] {
        assert!(!page.contains(words), "ui/index.html holds {words}");
    }
    let tools = read("../ui/vite.config.ts");
    assert!(!tools.contains("TAURI_"), "no variable of the build reaches the page");
    assert!(tools.contains("sourcemap: false"), "sources are not shipped twice");
}

fn features_of(name: &str) -> BTreeSet<String> {
    let metadata = metadata();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let id = &packages.iter().find(|package| package["name"] == name).unwrap()["id"];
    let node = nodes.iter().find(|node| node["id"] == *id).unwrap();
    let features = node["features"].as_array().unwrap().iter();
    features.map(|feature| feature.as_str().unwrap().to_owned()).collect()
}

/// What cargo resolved for this system, from the lock file and without the network.
fn metadata() -> Value {
    let host = output("rustc", &["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let words =
        ["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", host];
    serde_json::from_str(&output(env!("CARGO"), &words)).unwrap()
}

fn output(program: &str, words: &[&str]) -> String {
    let mut command = Command::new(program);
    let output = command.args(words).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}
