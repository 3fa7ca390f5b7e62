//! The rows of the secure-shell table, in the real window: what a script in the page could not do.

use anyhow::{Result, ensure};
use harness::{Screen, Window};
use serde_json::{Value, json};

/// One window for all of it: starting is what takes the time.
#[test]
fn a_script_in_the_page_cannot_get_out() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let app = Window::start(folder.path())?;
    let breaches = app.policy_breaches()?;
    ensure!(breaches.is_empty(), "the page keeps its own policy: {breaches:?}");
    let errors = app.page_errors()?;
    ensure!(errors.is_empty(), "the page runs without errors: {errors:?}");
    the_policy_is_in_force(&app)?;
    prototypes_are_frozen(&app)?;
    no_plugin_answers(&app)?;
    arguments_are_checked(&app)?;
    no_window_opens(&app)?;
    the_page_stays(&app)
}

fn the_policy_is_in_force(app: &Window) -> Result<()> {
    app.run(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" id=\"planted\">x</p>');\
         const script = document.createElement('script'); script.textContent = 'window.plantedScript = 1';\
         document.body.append(script);\
         const frame = document.createElement('iframe'); frame.src = 'packmedia://localhost/a.svg';\
         document.body.append(frame);",
        &[],
    )?;
    ensure!(
        app.run("return window.plantedScript ?? null", &[])? == Value::Null,
        "no planted script runs"
    );
    let breaches = app.policy_breaches()?.join("\n");
    for directive in ["style-src", "script-src", "frame-src"] {
        ensure!(breaches.contains(directive), "{directive} refused something: {breaches}");
    }
    app.run("document.querySelectorAll('#planted, iframe').forEach((e) => e.remove())", &[])
        .map(drop)
}

fn prototypes_are_frozen(app: &Window) -> Result<()> {
    let body = "try { Object.prototype.planted = 1 } catch {} return [({}).planted ?? null,\
                Object.isFrozen(Object.prototype), typeof window.__TAURI__]";
    let seen = app.run(body, &[])?;
    ensure!(
        seen == json!([null, true, "undefined"]),
        "no planted property, no global Tauri: {seen}"
    );
    Ok(())
}

fn no_plugin_answers(app: &Window) -> Result<()> {
    let commands = [
        "plugin:dialog|save",
        "plugin:dialog|message",
        "plugin:fs|read_text_file",
        "plugin:window|set_title",
        "plugin:webview|internal_toggle_devtools",
        "plugin:event|emit",
        "plugin:app|version",
        "plugin:path|resolve_directory",
        "no_such_command",
    ];
    for command in commands {
        let answer = app.invoke(command, &Value::Null);
        let refusal = match &answer {
            Ok(value) => anyhow::bail!("{command} answered {value}"),
            Err(error) => error.to_string(),
        };
        let refused = refusal.contains("not allowed") || refusal.contains("not found");
        ensure!(refused, "{command} is refused by the permissions, not by chance: {refusal}");
    }
    Ok(())
}

fn arguments_are_checked(app: &Window) -> Result<()> {
    let missing = app.invoke("open_step", &Value::Null);
    ensure!(missing.is_err(), "a missing argument is refused: {missing:?}");
    let unknown = app.invoke("open_attempt", &json!({ "attemptId": "x", "planted": 1 }));
    ensure!(unknown.is_err(), "an unknown field is refused: {unknown:?}");
    Ok(())
}

fn no_window_opens(app: &Window) -> Result<()> {
    let before = ours(app.screen())?;
    let opened = app.run("return window.open('tauri://localhost/', '_blank') === null", &[])?;
    ensure!(opened == json!(true), "window.open gives nothing");
    let after = ours(app.screen())?;
    ensure!(after == before, "{after} windows, as before");
    Ok(())
}

fn ours(screen: &Screen) -> Result<usize> {
    let windows = screen.windows()?;
    Ok(windows.iter().filter(|window| window.title.starts_with("Eighteen Days")).count())
}

fn the_page_stays(app: &Window) -> Result<()> {
    let address = app.address()?;
    app.run("window.stayed = true", &[])?;
    let ways = [
        "location = 'https://127.0.0.1:9/'",
        "location = 'http://tauri.localhost/'",
        "location = 'packmedia://localhost/a.svg'",
        "location = 'data:text/html,planted'",
        "location = 'about:blank'",
        "location = 'file:///etc/passwd'",
        "const a = document.createElement('a'); a.href = 'https://127.0.0.1:9/';\
         a.target = '_blank'; document.body.append(a); a.click(); a.remove()",
        "const f = document.createElement('form'); f.action = 'https://127.0.0.1:9/';\
         document.body.append(f); f.submit(); f.remove()",
        "const a = document.createElement('a'); a.href = 'tauri://localhost/index.html';\
         a.download = 'x'; document.body.append(a); a.click(); a.remove()",
    ];
    for way in ways {
        app.run(way, &[])?;
        app.painted()?;
        let stayed = app.run("return window.stayed === true", &[])?;
        ensure!(stayed == json!(true), "the page stays after {way}");
        ensure!(app.address()? == address, "the address stays after {way}");
    }
    Ok(())
}
